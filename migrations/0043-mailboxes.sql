-- Mailboxes: where a desk's mail is fetched or received, how far each was read, and since when it has been silent.

create table plazo.mailbox (
  desk_id       text        not null,
  id            uuid        not null,
  -- Lower case: what clients write to, and what the SMTP receiver accepts mail for.
  address       text collate "C" not null check (address = lower(address)),
  -- Which form of the policy its mail is taken by; null: the desk's own for mail.
  form          text,
  -- The connection by IMAP; null: nothing is fetched, its mail comes by SMTP alone.
  host          text,
  port          integer     check (port between 1 and 65535),
  tls           text        check (tls in ('implicit', 'starttls', 'none')),
  username      text,
  auth          text        check (auth in ('password', 'xoauth2')),
  folder        text,
  -- What is done on the server with a message that was taken in; it is never deleted.
  after         text        check (after in ('seen', 'move')),
  move_to       text,
  -- Of XOAUTH2; what is secret of it is in `secret`.
  client_id     text,
  token_url     text,
  -- AES-256-GCM under a key made from the installation's secret, which is not in the database.
  secret        bytea,
  -- Messages that arrived earlier are not taken in; null: all are.
  since         timestamptz,
  created       timestamptz not null,
  created_by    text        not null,
  -- Rises with each change of the settings: a worker that holds an older one lets go.
  version       integer     not null default 1,
  -- How far it was read (RFC 9051 §2.3.1.1): UIDs of another validity mean nothing.
  uid_validity  text,
  last_uid      bigint      not null default 0,
  -- Since when silence is counted while nothing succeeded: when it was added or changed.
  watched_since timestamptz not null,
  last_success  timestamptz,
  failing_since timestamptz,
  -- A code that words say, and what the server said.
  last_error    text,
  error_detail  text,
  -- When its silence was told; null: it is not silent, or not for long.
  alarmed       timestamptz,
  lease_holder  text,
  lease_until   timestamptz,
  primary key (desk_id, id),
  check (host is null or (port is not null and tls is not null and username is not null and auth is not null
         and folder is not null and after is not null and secret is not null)),
  check (after is distinct from 'move' or move_to is not null)
);
create unique index mailbox_address on plazo.mailbox (desk_id, address);
create index mailbox_anywhere on plazo.mailbox (address);
create index mailbox_silent on plazo.mailbox (coalesce(last_success, watched_since)) where host is not null and alarmed is null;
call plazo.guard_desk_table('plazo.mailbox');

-- What became of the newest messages of a mailbox, by UID: those below its last UID that are not here were taken in long ago.
create table plazo.mailbox_message (
  desk_id      text        not null,
  mailbox      uuid        not null,
  uid_validity text        not null,
  uid          bigint      not null,
  -- `aside`: taking it in failed as often as it is tried; it waits on the server for a person.
  state        text        not null check (state in ('taken', 'passed-over', 'failing', 'aside')),
  tries        integer     not null default 0,
  due          timestamptz,
  error        text,
  primary key (desk_id, mailbox, uid_validity, uid)
);
create index mailbox_message_waiting on plazo.mailbox_message (desk_id, mailbox, uid_validity, uid) where state in ('failing', 'aside');
call plazo.guard_desk_table('plazo.mailbox_message');
