-- Processes with different secrets make links that the others cannot open: the first to start on a database leaves a mark of its own, by which the rest are known.

create table plazo.secret_mark (
  one boolean primary key default true check (one),
  mark bytea not null check (octet_length(mark) = 32)
);
do $$
begin
  if plazo.walls_by_role() then
    revoke all on plazo.secret_mark from plazo_app;
  end if;
end
$$;
