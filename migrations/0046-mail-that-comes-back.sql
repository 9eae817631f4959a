-- What became of a mail after it left: a report that it came back, and what was sent again, by whom. Addresses that do not exist are told nothing of itself.

alter table plazo.outbox drop constraint outbox_state_check;
alter table plazo.outbox add constraint outbox_state_check
  check (state in ('pending', 'sent', 'failed', 'cancelled', 'kept', 'bounced'));
alter table plazo.outbox
  -- When another server told that it came back or is late; what it told is `last_error`.
  add column told_back timestamptz,
  -- The message that this one repeats, and the member of staff who asked for it.
  add column again_of  bigint,
  add column asked_by  text;
-- Reports name the mail by its Message-ID (RFC 3464): only of those that left.
create index outbox_message_id on plazo.outbox (desk_id, message_id) where sent_at is not null;
create unique index outbox_again on plazo.outbox (desk_id, again_of) where again_of is not null;
-- What left for one address, and what left of itself anywhere: both are limited by the hour.
create index outbox_recipient on plazo.outbox (desk_id, recipient, sent_at) where sent_at is not null;
create index outbox_acknowledged on plazo.outbox (sent_at) where sent_at is not null and moment = 'received';

create table plazo.unreachable_address (
  desk_id text        not null,
  -- In lower case.
  address text        collate "C" not null,
  since   timestamptz not null,
  -- What the other server said.
  why     text        not null,
  -- The message that it said so of.
  message bigint      not null,
  primary key (desk_id, address)
);
call plazo.guard_desk_table('plazo.unreachable_address');
