-- Calls: what exchanges and people tell of each, whom it may be, which ticket it belongs to, and the call that is owed to whoever was missed; and tickets found by the telephone that they were left with.

create table plazo.call (
  desk_id     text        not null,
  id          uuid        not null,
  -- Who told of it: a token's id, or a member's.
  source      text        not null,
  -- The exchange's own id of the call.
  external    text,
  direction   text        not null check (direction in ('in', 'out')),
  state       text        not null check (state in ('ringing', 'answered', 'ended', 'missed', 'voicemail')),
  -- The other side's number as it was shown, and its last ten digits; null: it was withheld.
  number      text,
  ending      text collate "C",
  -- The number of the desk's that was called, or called from.
  own         text,
  extension   text,
  -- The member whose extension it is.
  member      text,
  member_name text,
  began       timestamptz not null,
  answered    timestamptz,
  ended       timestamptz,
  -- Where the exchange keeps what was said: an address as text, which nobody fetches.
  recording   text,
  -- What came of it, as a person says.
  outcome     text check (outcome in ('spoke', 'no-answer', 'left-message')),
  who         text,
  contact     uuid,
  ticket      bigint,
  -- When they are called back at the latest; null: no call is owed.
  owed        timestamptz,
  attempts    smallint    not null default 0,
  -- How the call that was owed ended; null: it is owed still, or none was.
  settled     text check (settled in ('reached', 'not-reached', 'dismissed')),
  settled_at  timestamptz,
  -- Why none is owed: the clauses by which the telephone is closed to them.
  closed_by   text[],
  primary key (desk_id, id)
);
create index call_list on plazo.call (desk_id, began desc, id desc);
create unique index call_external on plazo.call (desk_id, source, external) where external is not null;
create index call_owed on plazo.call (desk_id, owed, id) where owed is not null and settled is null;
create index call_owed_number on plazo.call (desk_id, ending) where owed is not null and settled is null;
create index call_of_member on plazo.call (desk_id, member, began desc) where state = 'answered';
create index call_ticket on plazo.call (desk_id, ticket, began desc) where ticket is not null;
call plazo.guard_desk_table('plazo.call');

-- Whoever's extension answers is told at once: that there is a call, never from whom.
create function plazo.tell_call() returns trigger language plpgsql as $$
begin
  perform pg_notify('plazo_live', json_build_object('desk', new.desk_id, 'of', 'call', 'member', new.member)::text);
  return null;
end
$$;
create trigger tell_call after insert or update of state on plazo.call
  for each row when (new.member is not null and new.source <> new.member) execute function plazo.tell_call();

-- A call that a ticket waits for (CC-11), and the last ten digits of the number that its requester left.
alter table plazo.ticket
  add column call_due timestamptz,
  add column telephone_ending text collate "C";
update plazo.ticket set
  call_due = case when closed_at is null and fold -> 'turn' ->> 'channel' = 'phone'
    then to_timestamp((fold -> 'turn' ->> 'due')::numeric / 1000) end,
  telephone_ending = case when length(regexp_replace(split_part(lower(fold -> 'requester' ->> 'telephone'), 'x', 1), '\D', '', 'g')) between 7 and 15
    then right(regexp_replace(split_part(lower(fold -> 'requester' ->> 'telephone'), 'x', 1), '\D', '', 'g'), 10) end
 where fold -> 'turn' ->> 'channel' = 'phone' or fold -> 'requester' ->> 'telephone' is not null;
create index ticket_call_due on plazo.ticket (desk_id, call_due, number) where call_due is not null;
create index ticket_telephone on plazo.ticket (desk_id, telephone_ending) where telephone_ending is not null and closed_at is null;

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.call from plazo_app;
  end if;
end
$$;
