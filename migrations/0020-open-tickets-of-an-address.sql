-- What is probably the same case is looked for among the open tickets of one address, newest first (FI-9).

create index ticket_open_of on plazo.ticket (desk_id, address_folded, number desc) where closed_at is null;
