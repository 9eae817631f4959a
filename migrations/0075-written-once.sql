-- What nothing in the program takes away, the application may not: names that other systems gave to tickets, feeds that were made, replies that were drafted.

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.external_reference, plazo.calendar_feed, plazo.reply_draft from plazo_app;
    revoke update on plazo.external_reference from plazo_app;
  end if;
end
$$;
