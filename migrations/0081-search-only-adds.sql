-- What is found changes with its ticket and is never taken away; only what identified a ticket and does so no more is.

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.search_ticket, plazo.search_progress from plazo_app;
    revoke update on plazo.search_key from plazo_app;
  end if;
end
$$;
