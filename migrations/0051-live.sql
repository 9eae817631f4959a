-- Open screens are told that something changed when it is committed: which ticket and version, never what. Chats first: nobody waits at the others yet.

create function plazo.tell_ticket() returns trigger language plpgsql as $$
declare
  was text := case when tg_op = 'UPDATE' then old.assignee_id end;
begin
  perform pg_notify('plazo_live', json_build_object(
    'desk', new.desk_id, 'of', 'ticket', 'number', new.number, 'folio', new.folio, 'seq', new.seq,
    'assignees', array_remove(array[new.assignee_id, was], null))::text);
  return null;
end
$$;
create trigger tell_ticket after insert or update of seq on plazo.ticket
  for each row when (new.channel = 'chat') execute function plazo.tell_ticket();

create function plazo.tell_agents() returns trigger language plpgsql as $$
begin
  perform pg_notify('plazo_live', json_build_object('desk', coalesce(new.desk_id, old.desk_id), 'of', 'agents')::text);
  return null;
end
$$;
create trigger tell_agents after insert or delete or update of capacity on plazo.chat_agent
  for each row execute function plazo.tell_agents();
