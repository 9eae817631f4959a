-- Chat: who is on line on both sides, who may frame it, who vouches for its users; and what open screens are told of (IF-3, RD-2, RD-12).

-- The live side of a ticket that came by chat: its words are the ticket's own.
create table plazo.chat (
  desk_id text        not null,
  ticket  bigint      not null,
  -- When its page last answered that it is there; null: never.
  seen    timestamptz,
  -- What the host page vouched for: { sub, email, name, rfc }; null: nothing.
  vouched jsonb,
  primary key (desk_id, ticket)
);
call plazo.guard_desk_table('plazo.chat');

-- Agents who take chats: so many at once, while their page answers.
create table plazo.chat_agent (
  desk_id  text        not null,
  agent    text        not null,
  name     text        not null,
  capacity smallint    not null check (capacity between 1 and 12),
  since    timestamptz not null,
  seen     timestamptz not null,
  primary key (desk_id, agent)
);
call plazo.guard_desk_table('plazo.chat_agent');

-- The line, first come first served, and what each agent has open.
create index ticket_chat on plazo.ticket (desk_id, filed_at, number) where channel = 'chat' and closed_at is null;

-- Origins of the pages that may frame a desk's chat, besides those of its portal.
create table plazo.chat_host (
  desk_id  text        not null,
  origin   text        not null,
  added    timestamptz not null,
  added_by text        not null,
  primary key (desk_id, origin)
);
call plazo.guard_desk_table('plazo.chat_host');

-- The secrets with which a host page vouches, sealed with a key that is not in the database.
create table plazo.chat_key (
  desk_id text        not null,
  id      text        not null,
  sealed  bytea       not null,
  made    timestamptz not null,
  made_by text        not null,
  -- Until when one that was rotated away is still taken; null: it is the newest.
  ends    timestamptz,
  primary key (desk_id, id)
);
call plazo.guard_desk_table('plazo.chat_key');

-- Tokens that were taken, each for one chat alone.
create table plazo.chat_voucher (
  desk_id    text        not null,
  -- SHA-256 of the token's id, and of the page's own token of the chat that it was taken for.
  jti        bytea       not null,
  submission bytea       not null,
  claims     jsonb       not null,
  at         timestamptz not null,
  primary key (desk_id, jti),
  unique (desk_id, submission)
);
create index chat_voucher_by_age on plazo.chat_voucher (desk_id, at);
call plazo.guard_desk_table('plazo.chat_voucher');

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.chat, plazo.chat_key from plazo_app;
    revoke update on plazo.chat_host, plazo.chat_voucher from plazo_app;
  end if;
end
$$;
