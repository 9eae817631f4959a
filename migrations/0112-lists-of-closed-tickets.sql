-- Closed tickets as lists narrow them, last closed first. Whoever files writes none of these: a ticket
-- has its place in them from its closing on.
create index ticket_closed_assignee on plazo.ticket (desk_id, assignee_id, closed_at desc, number desc) where closed_at is not null;
create index ticket_closed_severity on plazo.ticket (desk_id, severity, closed_at desc, number desc) where closed_at is not null;
create index ticket_closed_level    on plazo.ticket (desk_id, level, closed_at desc, number desc) where closed_at is not null;
create index ticket_closed_state    on plazo.ticket (desk_id, state, closed_at desc, number desc) where closed_at is not null;
create index ticket_closed_category on plazo.ticket (desk_id, category, closed_at desc, number desc) where closed_at is not null;
create index ticket_closed_breached on plazo.ticket (desk_id, closed_at desc, number desc) where closed_at is not null and breached;
create index ticket_closed_urgency  on plazo.ticket (desk_id, urgency, closed_at desc, number desc) where closed_at is not null and urgency is not null;
