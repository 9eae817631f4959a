-- Mail that came, each once: by the place where its server keeps it and by a hash of its bytes, for one in four has no Message-ID. What becomes of it is written in the same transaction.

create table plazo.received_mail (
  desk_id         text        not null,
  id              uuid        not null,
  at              timestamptz not null,
  mailbox         text        not null,
  mailbox_address text        not null,
  mailbox_form    text,
  -- Where an IMAP server keeps it (RFC 9051 §2.3.1.1); none: it was handed over.
  folder          text,
  uid_validity    text,
  uid             bigint,
  -- SHA-256 of the bytes as they came, which are in the data folder under the same id as `file`.
  sha256          bytea       not null,
  bytes           bigint      not null,
  file            uuid        not null,
  classification  text        not null,
  state           text        not null check (state in ('quarantined', 'filed', 'joined', 'bounced', 'kept', 'returned', 'discarded')),
  why             json        not null,
  sender          text,
  sender_name     text        not null,
  verdict         text        not null,
  subject         text        not null,
  message_id      text,
  claimed         text,
  copied          json        not null,
  -- Files that are in the mail and not on the ticket, each with the reason.
  left_out        json        not null,
  ticket          bigint,
  folio           text,
  message         uuid,
  decided_at      timestamptz,
  decided_by      text,
  decided_name    text,
  decided_reason  text,
  primary key (desk_id, id)
);
create unique index received_mail_bytes on plazo.received_mail (desk_id, sha256);
create unique index received_mail_place on plazo.received_mail (desk_id, mailbox, folder, uid_validity, uid) where uid is not null;
create index received_mail_list on plazo.received_mail (desk_id, state, at, id);
create index received_mail_ticket on plazo.received_mail (desk_id, ticket, at) where ticket is not null;
create index received_mail_returned on plazo.received_mail (desk_id, sender, at) where state = 'returned';
call plazo.guard_desk_table('plazo.received_mail');

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.received_mail from plazo_app;
  end if;
end
$$;
