-- The queue shows who is on line (RD-2, RD-12) and what is claimed to be urgent (RD-15), without reading each ticket's fold.

alter table plazo.ticket
  add column present boolean,
  add column urgency text check (urgency in ('claimed', 'confirmed', 'refused'));
