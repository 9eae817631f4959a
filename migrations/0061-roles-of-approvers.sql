-- Roles of those who approve (FI-16) beside those who attend; several for one person where they do not exclude each other; what was changed about the desk's people is kept.

alter table plazo.membership drop constraint membership_role_check;
alter table plazo.membership
  add column also text[] not null default '{}',
  add constraint membership_role_check check (role in
    ('agent', 'supervisor', 'owner', 'security-officer', 'head-of-it', 'auditor', 'administrator')),
  add constraint membership_also_check check (also <@ array
    ['agent', 'supervisor', 'owner', 'security-officer', 'head-of-it', 'auditor', 'administrator']);

-- Whether the desk asks everybody for a second factor, or only the roles that always must.
alter table plazo.desk add column second_factor text not null default 'roles' check (second_factor in ('roles', 'everybody'));

-- Who changed what about whom: added to, never altered.
create table plazo.staff_change (
  desk_id text not null references plazo.desk (id),
  number bigint generated always as identity,
  at timestamptz(3) not null,
  by_id text not null,
  by_name text not null,
  act text not null check (act in ('invited', 'changed', 'removed', 'sessions-ended', 'second-factor-reset', 'second-factor-asked')),
  subject text,
  subject_name text not null,
  before jsonb,
  after jsonb,
  primary key (desk_id, number)
);
call plazo.guard_desk_table('plazo.staff_change');
call plazo.keep_append_only('plazo.staff_change');
call plazo.grant_to('plazo_app', 'delete on plazo.membership');
