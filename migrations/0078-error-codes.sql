-- Error codes as a desk says them: its own of its portal or PAC, and its words for those of the SAT.

create table plazo.error_code (
  desk_id    text        not null,
  -- As it is shown; compared in capitals.
  code       text        not null check (code <> ''),
  content    jsonb       not null,
  version    integer     not null check (version > 0),
  changed    timestamptz not null,
  changed_by text        not null,
  primary key (desk_id, code)
);
call plazo.guard_desk_table('plazo.error_code');

do $$
begin
  if plazo.walls_by_role() then
    grant delete on plazo.error_code to plazo_app;
  end if;
end
$$;
