-- What a filing writes is kept as it was sent: documents stay JSON texts that nothing asks inside, and are packed only where a row outgrows half a page.

alter table plazo.ticket alter column fold type json using fold::json;
alter table plazo.ticket set (toast_tuple_target = 4080);
alter table plazo.ticket_event alter column by type json using by::json, alter column fact type json using fact::json;
alter table plazo.message alter column author type json using author::json;
alter table plazo.outbox alter column payload type json using payload::json;

-- The hour first: those of one hour are found and forgotten by the key itself.
drop index plazo.acknowledgement_count_hour;
alter table plazo.acknowledgement_count drop constraint acknowledgement_count_pkey;
alter table plazo.acknowledgement_count add primary key (desk_id, hour, counted);

-- Whoever calls it may use the sequence: then it is no call at all, but a part of the statement.
create or replace function plazo.next_folio(desk text) returns bigint
  language sql volatile security invoker as $$
  select nextval(('plazo.' || quote_ident(plazo.folio_sequence(desk)))::regclass)
$$;
call plazo.grant_to('plazo_app', 'usage on all sequences in schema plazo');
