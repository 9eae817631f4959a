-- What nothing in the program takes away or writes again, the application may not: canned replies and their versions, incidents, invoices' UUIDs, answers of clients, what figures count.

do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.board_reader, plazo.canned_reply, plazo.canned_reply_version, plazo.incident, plazo.invoice,
      plazo.measured_ticket, plazo.measured_week, plazo.measuring, plazo.satisfaction, plazo.satisfaction_setting
      from plazo_app;
    revoke update on plazo.canned_reply_version, plazo.incident, plazo.incident_part,
      plazo.measured_promise, plazo.measured_stay from plazo_app;
  end if;
end
$$;
