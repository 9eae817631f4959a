-- A message of no bytes at all is kept like any other until it is stored.

alter table plazo.upload drop constraint upload_size_check;
alter table plazo.upload add constraint upload_size_check check (size >= 0);
