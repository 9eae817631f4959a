-- What the application never does it may not do: what was filed, written, sent or granted is not deleted by it, and what is only written once is not changed.

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.desk, plazo.ticket, plazo.message, plazo.file, plazo.submission, plazo.capability,
      plazo.outbox, plazo.portal_owner, plazo.contact, plazo.membership from plazo_app;
    revoke update on plazo.message, plazo.file, plazo.submission, plazo.upload from plazo_app;
  end if;
end
$$;
