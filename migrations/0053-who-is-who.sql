-- Who is who: organisations with their tax data and support, their contacts with several addresses and telephones, and the record of who changed what of them.

create table plazo.organisation (
  desk_id     text        not null,
  id          uuid        not null,
  -- As the tax authority writes it.
  name        text        not null check (name <> ''),
  -- Folded (lower case, no accents), as lists sort it and searches compare it.
  name_folded text collate "C" not null,
  -- Not unique: the branches of a company share its RFC.
  rfc         text collate "C",
  -- A code of the SAT's catalogue c_RegimenFiscal.
  tax_regime  text,
  postal_code text,
  tax_address text,
  plan        text,
  -- Null: without end.
  paid_until  timestamptz,
  notes       text,
  -- The version that a writer must have seen.
  version     integer     not null default 1 check (version > 0),
  created     timestamptz not null,
  updated     timestamptz not null,
  primary key (desk_id, id)
);
create index organisation_name on plazo.organisation (desk_id, name_folded, id);
create index organisation_rfc  on plazo.organisation (desk_id, rfc, id) where rfc is not null;
call plazo.guard_desk_table('plazo.organisation');

-- A contact as a person, whatever address they write from.
create table plazo.contact_person (
  desk_id           text        not null,
  id                uuid        not null,
  organisation      uuid,
  name              text        not null check (name <> ''),
  name_folded       text collate "C" not null,
  -- A role of the manual's people; null: a contact like any other.
  role              text,
  -- Trained in the product; null: not known (RD-10).
  trained           boolean,
  -- Whether they read all the tickets of their organisation, and not only their own.
  sees_organisation boolean     not null default false,
  language          text        not null default 'es' check (language in ('es', 'en')),
  -- Nobody is heard as a contact who is one no more.
  active            boolean     not null default true,
  version           integer     not null default 1 check (version > 0),
  created           timestamptz not null,
  updated           timestamptz not null,
  primary key (desk_id, id)
);
create index contact_person_name on plazo.contact_person (desk_id, name_folded, id);
create index contact_person_organisation on plazo.contact_person (desk_id, organisation, name_folded, id) where organisation is not null;
call plazo.guard_desk_table('plazo.contact_person');

create table plazo.contact_telephone (
  desk_id   text     not null,
  person    uuid     not null,
  place     smallint not null,
  -- With the country's code: +525555550100 (ITU-T E.164).
  telephone text collate "C" not null,
  -- Its last ten digits, as an exchange shows the caller.
  ending    text collate "C" not null,
  primary key (desk_id, person, telephone)
);
create index contact_telephone_ending on plazo.contact_telephone (desk_id, ending);
call plazo.guard_desk_table('plazo.contact_telephone');

-- A row of contact is a registered address, with what is asked of whoever writes from it copied from
-- the person: filing reads that one row. Its id is the person's.
alter table plazo.contact
  add column active boolean not null default true,
  add column place smallint not null default 0,
  -- As tickets keep the address of whoever asks for them.
  add column folded text collate "C";
create index contact_person_addresses on plazo.contact (desk_id, id, place);

-- A row of portal_owner is a portal; the organisation's name, RFC and support are copied to it.
alter table plazo.portal_owner add column organisation_id uuid;
create index portal_owner_organisation on plazo.portal_owner (desk_id, organisation_id, portal);
create index ticket_portal on plazo.ticket (desk_id, portal, number) where portal is not null;

-- Who did what to something that people keep or read, for whom and from where. It is only added to.
create table plazo.audit (
  desk_id    text        not null,
  at         timestamptz not null,
  id         uuid        not null,
  -- An account's id, or what acted by itself.
  who        text        not null,
  who_name   text        not null,
  on_behalf  text,
  -- The way in, and the address at its other end where there is one.
  way        text        not null,
  source     text,
  action     text        not null,
  subject    text        not null,
  subject_id text        not null,
  before     jsonb,
  after      jsonb,
  primary key (desk_id, at, id)
);
create index audit_subject on plazo.audit (desk_id, subject, subject_id, at, id);
call plazo.guard_desk_table('plazo.audit');
call plazo.keep_append_only('plazo.audit');

-- What is registered already comes along: an organisation for each owner of portals, and for each name that contacts give.
create function plazo.fold_name(name text) returns text language sql immutable as $$
  select left(trim(regexp_replace(lower(regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g')), '\s+', ' ', 'g')), 200)
$$;

insert into plazo.organisation (desk_id, id, name, name_folded, rfc, plan, paid_until, created, updated)
select desk_id, gen_random_uuid(), organisation, plazo.fold_name(organisation), rfc, plan, paid_until, moment, moment
  from (select distinct desk_id, organisation, rfc, plan, paid_until from plazo.portal_owner where organisation <> '') as owner,
       (select date_trunc('milliseconds', clock_timestamp()) as moment) as written;

update plazo.portal_owner p set organisation_id = o.id
  from plazo.organisation o
 where o.desk_id = p.desk_id and o.name = p.organisation and o.rfc is not distinct from p.rfc
   and o.plan is not distinct from p.plan and o.paid_until is not distinct from p.paid_until;

insert into plazo.organisation (desk_id, id, name, name_folded, created, updated)
select desk_id, gen_random_uuid(), name, folded, moment, moment
  from (select desk_id, min(organisation) as name, plazo.fold_name(organisation) as folded from plazo.contact
         where organisation <> '' group by desk_id, plazo.fold_name(organisation)) as named,
       (select date_trunc('milliseconds', clock_timestamp()) as moment) as written
 where folded <> '' and not exists (select from plazo.organisation o where o.desk_id = named.desk_id and o.name_folded = named.folded);

insert into plazo.contact_person (desk_id, id, organisation, name, name_folded, role, trained, created, updated)
select c.desk_id, c.id,
       (select o.id from plazo.organisation o where o.desk_id = c.desk_id and o.name_folded = plazo.fold_name(c.organisation) order by o.id limit 1),
       case when c.name = '' then c.address else c.name end,
       plazo.fold_name(case when c.name = '' then c.address else c.name end), c.role, c.trained, moment, moment
  from plazo.contact c, (select date_trunc('milliseconds', clock_timestamp()) as moment) as written;

update plazo.contact set folded = plazo.fold_name(address);
alter table plazo.contact alter column folded set not null;

drop function plazo.fold_name(text);

-- Organisations and people stay; what they are found by changes with them.
do $$
begin
  if plazo.walls_by_role() then
    revoke delete on plazo.organisation, plazo.contact_person from plazo_app;
    revoke update on plazo.contact_telephone from plazo_app;
    grant delete on plazo.contact, plazo.portal_owner to plazo_app;
  end if;
end
$$;
