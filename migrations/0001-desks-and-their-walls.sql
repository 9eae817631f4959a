-- A desk is a tenant: this lays its table, the roles, and the wall that every later table of a desk stands behind.

do $$
declare
  may_create boolean;
  may_sign_in text := case when current_user = 'plazo_owner' then 'login' else 'nologin' end;
  wanted text;
begin
  select rolsuper or rolcreaterole into may_create from pg_roles where rolname = current_user;
  foreach wanted in array array['plazo_app', 'plazo_worker'] loop
    if may_create and not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I %s', wanted, may_sign_in);
        execute format('grant %I to current_user', wanted);
      exception when duplicate_object or unique_violation then
        null; -- another database of the same server was migrated at this moment
      end;
    end if;
  end loop;
end
$$;

-- Whether the wall is built for the roles. Where the server's user may not make roles it is built for
-- that user, who is bound by it because row-level security is forced on owners too.
create function plazo.walls_by_role() returns boolean language sql stable as $$
  select count(*) = 2 from pg_roles
   where rolname in ('plazo_app', 'plazo_worker') and pg_has_role(current_user, oid, 'MEMBER')
$$;

-- Puts a table of a desk behind the wall. The application sees the rows of the desk it named for its
-- transaction and no others; the worker may look across desks; the owner migrates, exports, imports.
create procedure plazo.guard_desk_table(guarded regclass, desk_column name default 'desk_id') language plpgsql as $$
declare
  own_desk text := format('%I = nullif(current_setting(''app.desk'', true), '''')', desk_column);
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  if plazo.walls_by_role() then
    execute format('create policy desk_wall on %s for all to plazo_app using (%s) with check (%2$s)', guarded, own_desk);
    execute format('create policy worker_look on %s for select to plazo_worker using (true)', guarded);
    execute format('create policy owner_all on %s for all to current_user using (true) with check (true)', guarded);
    execute format('grant select, insert, update, delete on %s to plazo_app', guarded);
    execute format('grant select on %s to plazo_worker', guarded);
  else
    own_desk := own_desk || ' or current_setting(''app.across'', true) = ''on''';
    execute format('create policy desk_wall on %s for all using (%s) with check (%2$s)', guarded, own_desk);
  end if;
end
$$;

-- Lets the worker lock rows of a guarded table across desks and write the columns named (a lease, a
-- wake-up), and nothing else of it.
create procedure plazo.open_to_worker(opened regclass, columns name[]) language plpgsql as $$
begin
  if plazo.walls_by_role() then
    execute format('create policy worker_take on %s for update to plazo_worker using (true) with check (true)', opened);
    execute format('grant update (%s) on %s to plazo_worker',
      (select string_agg(quote_ident(each), ', ') from unnest(columns) as each), opened);
  end if;
end
$$;

-- Grants to a role of ours where the roles exist: grant_to('plazo_app', 'usage on schema plazo_auth').
create procedure plazo.grant_to(granted name, what text) language plpgsql as $$
begin
  if plazo.walls_by_role() then
    execute format('grant %s to %I', what, granted);
  end if;
end
$$;

create function plazo.forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is forbidden: what happened is only added to', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

-- Makes a table one that is only added to, by grants and by a trigger that stops the owner as well.
create procedure plazo.keep_append_only(kept regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete or truncate on %s
                  for each statement execute function plazo.forbid_change()', kept);
  if plazo.walls_by_role() then
    execute format('revoke update, delete, truncate on %s from plazo_app, plazo_worker', kept);
  end if;
end
$$;

do $$
begin
  if plazo.walls_by_role() then
    grant usage on schema plazo to plazo_app, plazo_worker;
    grant select on plazo.migration to plazo_app, plazo_worker;
    alter default privileges in schema plazo grant select, insert, update, delete on tables to plazo_app;
    alter default privileges in schema plazo grant usage, select on sequences to plazo_app, plazo_worker;
  end if;
end
$$;

create table plazo.desk (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (name <> ''),
  created timestamptz(3) not null
);
call plazo.guard_desk_table('plazo.desk', 'id');
