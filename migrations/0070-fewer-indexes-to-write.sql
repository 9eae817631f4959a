-- Each index of a ticket is written when it is filed: what two can do one does, and what nobody reads is gone.

-- ticket_updated (0013) is the same.
drop index plazo.ticket_changed;
-- Open tickets are gone through in the order of their numbers; which are behind, and by which version, is told by the index itself.
drop index plazo.ticket_open;
drop index plazo.ticket_policy;
drop index plazo.ticket_exceptions;
create index ticket_open on plazo.ticket (desk_id, number, policy, exceptions) where closed_at is null;
-- Those of an address, and which of them are open.
drop index plazo.ticket_open_of;
drop index plazo.ticket_address;
create index ticket_address on plazo.ticket (desk_id, address_folded, number, closed_at);
-- A link is found by its hash; nobody asks for those of a ticket.
drop index plazo.capability_ticket;
