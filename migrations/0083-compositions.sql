-- What people write to tickets is kept by the server from the first word: as a draft of its author's, and for some seconds as words on their way out, which can still be called back.

create table plazo.composition (
  desk_id     text        not null,
  -- Becomes the id of the message, so that it is said once.
  id          uuid        not null,
  ticket      bigint      not null,
  folio       text        not null,
  -- Whose it is: nobody else sees a draft.
  author      text        not null,
  author_name text        not null,
  mode        text        not null check (mode in ('reply', 'ask', 'note', 'solve', 'hand-back', 'none')),
  content     jsonb       not null,
  -- The newest event that its author had seen.
  seen        integer     not null,
  -- 'stopped': it did not leave, for something had changed or did not let it.
  state       text        not null check (state in ('draft', 'departing', 'stopped')),
  updated     timestamptz not null,
  leaves_at   timestamptz,
  stopped     jsonb,
  primary key (desk_id, id),
  check ((state = 'departing') = (leaves_at is not null)),
  check ((state = 'stopped') = (stopped is not null))
);
create index composition_author  on plazo.composition (desk_id, author, updated desc, id);
create index composition_ticket  on plazo.composition (desk_id, ticket, updated, id);
create index composition_leaves  on plazo.composition (leaves_at, desk_id, id) where state = 'departing';
create index composition_age     on plazo.composition (desk_id, updated) where state <> 'departing';
call plazo.guard_desk_table('plazo.composition');
