-- Where the wall is built for the server's one user, 0098 saw no desk, and lists that are read from the narrow rows lacked what was open before: those tickets are written now.

alter table plazo.ticket no force row level security;
alter table plazo.search_open no force row level security;
insert into plazo.search_open (desk_id, number, seq, severity, level, state, progress, assignee_id, breached, category, urgency, sorts_at, updated_at, subject_folded)
select desk_id, number, seq, severity, level, state, progress, assignee_id, breached, category, urgency, sorts_at, updated_at, subject_folded
  from plazo.ticket where closed_at is null
on conflict (desk_id, number) do nothing;
alter table plazo.search_open force row level security;
alter table plazo.ticket force row level security;
