-- Every version of a desk's manual is kept: a ticket stays bound to the one that it was filed under, for that is what it was promised.

create table plazo.policy_version (
  desk_id   text        not null,
  number    integer     not null check (number > 0),
  effective timestamptz not null,
  reason    text        not null,
  author    text        not null,
  source    text        not null,
  compiled  jsonb       not null,
  hash      text        not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (desk_id, number)
);
call plazo.guard_desk_table('plazo.policy_version');
call plazo.keep_append_only('plazo.policy_version');

-- Dated exceptions published after the policy (a new holiday, a short day): they hold from their publication on.
create table plazo.calendar_exception (
  desk_id   text        not null,
  number    integer     not null check (number > 0),
  calendar  text        not null,
  date      date        not null,
  open      jsonb       not null,
  why       jsonb,
  published timestamptz not null,
  author    text        not null,
  primary key (desk_id, number)
);
call plazo.guard_desk_table('plazo.calendar_exception');
call plazo.keep_append_only('plazo.calendar_exception');
