-- The schema as the migrations make it. Written by the test beside schema-text.ts; not run by anything.

table account (
  desk_id text not null,
  ticket bigint not null,
  folio text not null,
  state text not null,
  organisation text not null,
  rfc text not null,
  tax_regime text not null,
  postal_code text,
  contact text not null,
  address text not null,
  telephone text,
  asked timestamp with time zone not null,
  decided timestamp with time zone,
  decided_by text,
  tax_address text,
  user_name text,
  language text not null default 'es'::text,
  constraint account_pkey PRIMARY KEY (desk_id, ticket),
  constraint account_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text]))),
  constraint account_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text, 'refused'::text])))
);
CREATE INDEX account_address ON plazo.account USING btree (desk_id, address) WHERE (state = 'pending'::text);
CREATE INDEX account_rfc ON plazo.account USING btree (desk_id, rfc) WHERE (state = 'pending'::text);
CREATE INDEX account_state ON plazo.account USING btree (desk_id, state, ticket);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table acknowledgement_count (
  desk_id text not null,
  counted bytea not null,
  hour integer not null,
  n integer not null,
  constraint acknowledgement_count_pkey PRIMARY KEY (desk_id, hour, counted)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table announcement (
  desk_id text not null,
  id uuid not null,
  process text not null,
  type text,
  starts timestamp with time zone not null,
  ends timestamp with time zone not null,
  address text,
  announced timestamp with time zone not null,
  by_kind text not null,
  by_name text not null,
  token bytea,
  cancelled timestamp with time zone,
  cancelled_by text,
  constraint announcement_token_key UNIQUE (token),
  constraint announcement_pkey PRIMARY KEY (desk_id, id),
  constraint announcement_by_kind_check CHECK ((by_kind = ANY (ARRAY['client'::text, 'agent'::text]))),
  constraint announcement_check CHECK ((ends > starts))
);
CREATE INDEX announcement_by_end ON plazo.announcement USING btree (desk_id, ends, id) WHERE (cancelled IS NULL);
CREATE UNIQUE INDEX announcement_token_key ON plazo.announcement USING btree (token);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table api_token (
  desk_id text not null,
  id uuid not null,
  name text not null,
  hash bytea not null,
  scopes text[] not null,
  made timestamp with time zone not null,
  made_by text not null,
  expires timestamp with time zone not null,
  last_used timestamp with time zone,
  revoked timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (desk_id, id),
  constraint api_token_check CHECK ((expires > made)),
  constraint api_token_hash_check CHECK ((octet_length(hash) = 32)),
  constraint api_token_name_check CHECK ((name <> ''::text)),
  constraint api_token_scopes_check CHECK ((cardinality(scopes) > 0))
);
CREATE UNIQUE INDEX api_token_hash ON plazo.api_token USING btree (hash);
CREATE INDEX api_token_list ON plazo.api_token USING btree (desk_id, made DESC, id DESC);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table api_token_record (
  desk_id text not null,
  token uuid not null,
  at timestamp with time zone not null,
  did text not null,
  by_id text not null,
  by_name text not null,
  facts jsonb not null,
  constraint api_token_record_pkey PRIMARY KEY (desk_id, token, did),
  constraint api_token_record_did_check CHECK ((did = ANY (ARRAY['made'::text, 'revoked'::text])))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plazo.api_token_record FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select to plazo_app;
grant select to plazo_worker;

table article (
  desk_id text not null,
  id text not null,
  state text not null,
  latest integer not null,
  published integer,
  published_at timestamp with time zone,
  pack_hash bytea,
  made timestamp with time zone not null,
  changed timestamp with time zone not null,
  reviewed timestamp with time zone,
  reviewed_by text,
  constraint article_pkey PRIMARY KEY (desk_id, id),
  constraint article_check CHECK (((published >= 1) AND (published <= latest))),
  constraint article_check1 CHECK (((state <> 'published'::text) OR (published IS NOT NULL))),
  constraint article_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{0,79}$'::text)),
  constraint article_latest_check CHECK ((latest > 0)),
  constraint article_pack_hash_check CHECK ((octet_length(pack_hash) = 32)),
  constraint article_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table article_answer (
  desk_id text not null,
  id uuid not null,
  article text not null,
  version integer not null,
  language text not null,
  helpful boolean not null,
  words text,
  at timestamp with time zone not null,
  visitor bytea,
  constraint article_answer_desk_id_article_visitor_key UNIQUE (desk_id, article, visitor),
  constraint article_answer_pkey PRIMARY KEY (desk_id, id),
  constraint article_answer_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text]))),
  constraint article_answer_visitor_check CHECK ((octet_length(visitor) = 16)),
  constraint article_answer_words_check CHECK ((words <> ''::text))
);
CREATE INDEX article_answer_at ON plazo.article_answer USING btree (desk_id, article, at DESC, id DESC);
CREATE UNIQUE INDEX article_answer_desk_id_article_visitor_key ON plazo.article_answer USING btree (desk_id, article, visitor);
CREATE INDEX article_answer_visitor ON plazo.article_answer USING btree (desk_id, at) WHERE (visitor IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table article_file (
  desk_id text not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  kind text not null,
  size bigint not null,
  sha256 text not null,
  made timestamp with time zone not null,
  by_name text not null,
  constraint article_file_pkey PRIMARY KEY (desk_id, id)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table article_offer (
  desk_id text not null,
  visit bytea not null,
  article text not null,
  visitor bytea,
  form text not null,
  seen timestamp with time zone not null,
  opened timestamp with time zone,
  solved timestamp with time zone,
  filed timestamp with time zone,
  constraint article_offer_pkey PRIMARY KEY (desk_id, visit, article),
  constraint article_offer_visit_check CHECK ((octet_length(visit) = 16)),
  constraint article_offer_visitor_check CHECK ((octet_length(visitor) = 16))
);
CREATE INDEX article_offer_seen ON plazo.article_offer USING btree (desk_id, seen);
CREATE INDEX article_offer_visitor ON plazo.article_offer USING btree (desk_id, visitor) WHERE (visitor IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table article_use (
  desk_id text not null,
  ticket bigint not null,
  message uuid not null,
  article text not null,
  version integer not null,
  at timestamp with time zone not null,
  by_name text not null,
  constraint article_use_pkey PRIMARY KEY (desk_id, ticket, message, article)
);
CREATE INDEX article_use_article ON plazo.article_use USING btree (desk_id, article, at DESC);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table article_version (
  desk_id text not null,
  article text not null,
  number integer not null,
  made timestamp with time zone not null,
  by_id text not null,
  by_name text not null,
  note text not null,
  source text not null,
  restores integer,
  content jsonb not null,
  constraint article_version_pkey PRIMARY KEY (desk_id, article, number),
  constraint article_version_source_check CHECK ((source = ANY (ARRAY['desk'::text, 'pack'::text, 'restored'::text])))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table audit (
  desk_id text not null,
  at timestamp with time zone not null,
  id uuid not null,
  who text not null,
  who_name text not null,
  on_behalf text,
  way text not null,
  source text,
  action text not null,
  subject text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  constraint audit_pkey PRIMARY KEY (desk_id, at, id)
);
CREATE INDEX audit_subject ON plazo.audit USING btree (desk_id, subject, subject_id, at, id);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plazo.audit FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select to plazo_app;
grant select to plazo_worker;

table board_reader (
  desk_id text not null,
  staff text not null,
  language text not null,
  since timestamp with time zone not null,
  told date,
  wakes_at timestamp with time zone,
  ended timestamp with time zone,
  troubled integer not null default 0,
  retry_at timestamp with time zone,
  last_error text,
  constraint board_reader_pkey PRIMARY KEY (desk_id, staff),
  constraint board_reader_check CHECK (((ended IS NULL) OR (wakes_at IS NULL))),
  constraint board_reader_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])))
);
CREATE INDEX board_reader_wakes ON plazo.board_reader USING btree (wakes_at, desk_id, staff) WHERE (wakes_at IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table bulk (
  desk_id text not null,
  id uuid not null,
  by_id text not null,
  by_name text not null,
  by_level text,
  act jsonb not null,
  state text not null,
  starts_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  made timestamp with time zone not null,
  finished timestamp with time zone,
  undoes uuid,
  undone_by uuid,
  constraint bulk_pkey PRIMARY KEY (desk_id, id),
  constraint bulk_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text])))
);
CREATE INDEX bulk_of ON plazo.bulk USING btree (desk_id, by_id, made DESC, id DESC);
CREATE INDEX bulk_running ON plazo.bulk USING btree (starts_at, desk_id, id) WHERE (state = 'running'::text);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table bulk_item (
  desk_id text not null,
  bulk uuid not null,
  place integer not null,
  folio text not null,
  state text not null,
  act jsonb,
  before jsonb,
  seq integer,
  refusal jsonb,
  tries integer not null default 0,
  constraint bulk_item_pkey PRIMARY KEY (desk_id, bulk, place),
  constraint bulk_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX bulk_item_waiting ON plazo.bulk_item USING btree (desk_id, bulk, place) WHERE (state = 'waiting'::text);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table calendar_exception (
  desk_id text not null,
  number integer not null,
  calendar text not null,
  date date not null,
  open jsonb not null,
  why jsonb,
  published timestamp with time zone not null,
  author text not null,
  constraint calendar_exception_pkey PRIMARY KEY (desk_id, number),
  constraint calendar_exception_number_check CHECK ((number > 0))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plazo.calendar_exception FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select to plazo_app;
grant select to plazo_worker;

table calendar_feed (
  desk_id text not null,
  id uuid not null,
  hash bytea not null,
  owner text not null,
  reach text not null,
  subjects boolean not null,
  language text not null,
  made timestamp with time zone not null,
  last_read timestamp with time zone,
  ended timestamp with time zone,
  constraint calendar_feed_pkey PRIMARY KEY (desk_id, id),
  constraint calendar_feed_hash_check CHECK ((octet_length(hash) = 32)),
  constraint calendar_feed_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text]))),
  constraint calendar_feed_reach_check CHECK ((reach = ANY (ARRAY['own'::text, 'desk'::text])))
);
CREATE UNIQUE INDEX calendar_feed_hash ON plazo.calendar_feed USING btree (hash);
CREATE INDEX calendar_feed_owner ON plazo.calendar_feed USING btree (desk_id, owner, made DESC, id DESC) WHERE (ended IS NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table call (
  desk_id text not null,
  id uuid not null,
  source text not null,
  external text,
  direction text not null,
  state text not null,
  number text,
  ending text,
  own text,
  extension text,
  member text,
  member_name text,
  began timestamp with time zone not null,
  answered timestamp with time zone,
  ended timestamp with time zone,
  recording text,
  outcome text,
  who text,
  contact uuid,
  ticket bigint,
  owed timestamp with time zone,
  attempts smallint not null default 0,
  settled text,
  settled_at timestamp with time zone,
  closed_by text[],
  constraint call_pkey PRIMARY KEY (desk_id, id),
  constraint call_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint call_outcome_check CHECK ((outcome = ANY (ARRAY['spoke'::text, 'no-answer'::text, 'left-message'::text]))),
  constraint call_settled_check CHECK ((settled = ANY (ARRAY['reached'::text, 'not-reached'::text, 'dismissed'::text]))),
  constraint call_state_check CHECK ((state = ANY (ARRAY['ringing'::text, 'answered'::text, 'ended'::text, 'missed'::text, 'voicemail'::text])))
);
CREATE UNIQUE INDEX call_external ON plazo.call USING btree (desk_id, source, external) WHERE (external IS NOT NULL);
CREATE INDEX call_list ON plazo.call USING btree (desk_id, began DESC, id DESC);
CREATE INDEX call_of_member ON plazo.call USING btree (desk_id, member, began DESC) WHERE (state = 'answered'::text);
CREATE INDEX call_owed ON plazo.call USING btree (desk_id, owed, id) WHERE ((owed IS NOT NULL) AND (settled IS NULL));
CREATE INDEX call_owed_number ON plazo.call USING btree (desk_id, ending) WHERE ((owed IS NOT NULL) AND (settled IS NULL));
CREATE INDEX call_ticket ON plazo.call USING btree (desk_id, ticket, began DESC) WHERE (ticket IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER tell_call AFTER INSERT OR UPDATE OF state ON plazo.call FOR EACH ROW WHEN (((new.member IS NOT NULL) AND (new.source <> new.member))) EXECUTE FUNCTION tell_call();
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table canned_reply (
  desk_id text not null,
  id uuid not null,
  owner text,
  name text not null,
  content jsonb not null,
  version integer not null,
  changed timestamp with time zone not null,
  changed_by text not null,
  uses integer not null default 0,
  used timestamp with time zone,
  removed timestamp with time zone,
  constraint canned_reply_pkey PRIMARY KEY (desk_id, id),
  constraint canned_reply_name_check CHECK ((name <> ''::text)),
  constraint canned_reply_version_check CHECK ((version > 0))
);
CREATE INDEX canned_reply_list ON plazo.canned_reply USING btree (desk_id, name, id) WHERE (removed IS NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table canned_reply_version (
  desk_id text not null,
  reply uuid not null,
  version integer not null,
  content jsonb not null,
  changed timestamp with time zone not null,
  changed_by text not null,
  constraint canned_reply_version_pkey PRIMARY KEY (desk_id, reply, version)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table capability (
  desk_id text not null,
  hash bytea not null,
  ticket bigint not null,
  recipient text,
  purpose text not null,
  made timestamp with time zone not null,
  expires timestamp with time zone not null,
  revoked timestamp with time zone,
  constraint capability_pkey PRIMARY KEY (desk_id, hash),
  constraint capability_hash_check CHECK ((octet_length(hash) = 32)),
  constraint capability_purpose_check CHECK ((purpose = 'follow'::text))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table chat (
  desk_id text not null,
  ticket bigint not null,
  seen timestamp with time zone,
  vouched jsonb,
  constraint chat_pkey PRIMARY KEY (desk_id, ticket)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table chat_agent (
  desk_id text not null,
  agent text not null,
  name text not null,
  capacity smallint not null,
  since timestamp with time zone not null,
  seen timestamp with time zone not null,
  constraint chat_agent_pkey PRIMARY KEY (desk_id, agent),
  constraint chat_agent_capacity_check CHECK (((capacity >= 1) AND (capacity <= 12)))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER tell_agents AFTER INSERT OR DELETE OR UPDATE OF capacity ON plazo.chat_agent FOR EACH ROW EXECUTE FUNCTION tell_agents();
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table chat_host (
  desk_id text not null,
  origin text not null,
  added timestamp with time zone not null,
  added_by text not null,
  constraint chat_host_pkey PRIMARY KEY (desk_id, origin)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select to plazo_app;
grant select to plazo_worker;

table chat_key (
  desk_id text not null,
  id text not null,
  sealed bytea not null,
  made timestamp with time zone not null,
  made_by text not null,
  ends timestamp with time zone,
  constraint chat_key_pkey PRIMARY KEY (desk_id, id)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table chat_voucher (
  desk_id text not null,
  jti bytea not null,
  submission bytea not null,
  claims jsonb not null,
  at timestamp with time zone not null,
  constraint chat_voucher_desk_id_submission_key UNIQUE (desk_id, submission),
  constraint chat_voucher_pkey PRIMARY KEY (desk_id, jti)
);
CREATE INDEX chat_voucher_by_age ON plazo.chat_voucher USING btree (desk_id, at);
CREATE UNIQUE INDEX chat_voucher_desk_id_submission_key ON plazo.chat_voucher USING btree (desk_id, submission);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select to plazo_app;
grant select to plazo_worker;

table client_code (
  desk_id text not null,
  browser bytea not null,
  id uuid not null,
  address text not null,
  person uuid,
  made timestamp with time zone not null,
  expires timestamp with time zone not null,
  tries smallint not null default 0,
  constraint client_code_pkey PRIMARY KEY (desk_id, browser),
  constraint client_code_browser_check CHECK ((octet_length(browser) = 32)),
  constraint client_code_check CHECK ((expires > made)),
  constraint client_code_tries_check CHECK ((tries >= 0))
);
CREATE INDEX client_code_age ON plazo.client_code USING btree (desk_id, expires);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table client_draft (
  desk_id text not null,
  browser bytea not null,
  sealed bytea not null,
  made timestamp with time zone not null,
  constraint client_draft_pkey PRIMARY KEY (desk_id, browser),
  constraint client_draft_browser_check CHECK ((octet_length(browser) = 32))
);
CREATE INDEX client_draft_age ON plazo.client_draft USING btree (desk_id, made);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table client_session (
  desk_id text not null,
  hash bytea not null,
  person uuid not null,
  address text not null,
  made timestamp with time zone not null,
  proved timestamp with time zone not null,
  seen timestamp with time zone not null,
  expires timestamp with time zone not null,
  source text,
  constraint client_session_pkey PRIMARY KEY (desk_id, hash),
  constraint client_session_check CHECK ((expires > made)),
  constraint client_session_hash_check CHECK ((octet_length(hash) = 32))
);
CREATE INDEX client_session_age ON plazo.client_session USING btree (desk_id, expires);
CREATE INDEX client_session_person ON plazo.client_session USING btree (desk_id, person);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table composition (
  desk_id text not null,
  id uuid not null,
  ticket bigint not null,
  folio text not null,
  author text not null,
  author_name text not null,
  mode text not null,
  content jsonb not null,
  seen integer not null,
  state text not null,
  updated timestamp with time zone not null,
  leaves_at timestamp with time zone,
  stopped jsonb,
  constraint composition_pkey PRIMARY KEY (desk_id, id),
  constraint composition_check CHECK (((state = 'departing'::text) = (leaves_at IS NOT NULL))),
  constraint composition_check1 CHECK (((state = 'stopped'::text) = (stopped IS NOT NULL))),
  constraint composition_mode_check CHECK ((mode = ANY (ARRAY['reply'::text, 'ask'::text, 'note'::text, 'solve'::text, 'hand-back'::text, 'none'::text]))),
  constraint composition_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'departing'::text, 'stopped'::text])))
);
CREATE INDEX composition_age ON plazo.composition USING btree (desk_id, updated) WHERE (state <> 'departing'::text);
CREATE INDEX composition_author ON plazo.composition USING btree (desk_id, author, updated DESC, id);
CREATE INDEX composition_leaves ON plazo.composition USING btree (leaves_at, desk_id, id) WHERE (state = 'departing'::text);
CREATE INDEX composition_ticket ON plazo.composition USING btree (desk_id, ticket, updated, id);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table consent (
  desk_id text not null,
  ticket bigint not null,
  field text not null,
  article text not null,
  policy integer not null,
  language text not null,
  hash bytea not null,
  at timestamp with time zone not null,
  address text,
  source text,
  constraint consent_pkey PRIMARY KEY (desk_id, ticket, field),
  constraint consent_hash_check CHECK ((octet_length(hash) = 32)),
  constraint consent_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])))
);
CREATE INDEX consent_address ON plazo.consent USING btree (desk_id, address, at) WHERE (address IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plazo.consent FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select to plazo_app;
grant select to plazo_worker;

table contact (
  desk_id text not null,
  address text not null,
  id uuid not null,
  name text not null,
  organisation text,
  role text,
  trained boolean,
  active boolean not null default true,
  place smallint not null default 0,
  folded text not null,
  constraint contact_pkey PRIMARY KEY (desk_id, address)
);
CREATE INDEX contact_person_addresses ON plazo.contact USING btree (desk_id, id, place);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table contact_person (
  desk_id text not null,
  id uuid not null,
  organisation uuid,
  name text not null,
  name_folded text not null,
  role text,
  trained boolean,
  sees_organisation boolean not null default false,
  language text not null default 'es'::text,
  active boolean not null default true,
  version integer not null default 1,
  created timestamp with time zone not null,
  updated timestamp with time zone not null,
  constraint contact_person_pkey PRIMARY KEY (desk_id, id),
  constraint contact_person_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text]))),
  constraint contact_person_name_check CHECK ((name <> ''::text)),
  constraint contact_person_version_check CHECK ((version > 0))
);
CREATE INDEX contact_person_name ON plazo.contact_person USING btree (desk_id, name_folded, id);
CREATE INDEX contact_person_organisation ON plazo.contact_person USING btree (desk_id, organisation, name_folded, id) WHERE (organisation IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table contact_telephone (
  desk_id text not null,
  person uuid not null,
  place smallint not null,
  telephone text not null,
  ending text not null,
  constraint contact_telephone_pkey PRIMARY KEY (desk_id, person, telephone)
);
CREATE INDEX contact_telephone_ending ON plazo.contact_telephone USING btree (desk_id, ending);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select to plazo_app;
grant select to plazo_worker;

table desk (
  id text not null,
  name text not null,
  created timestamp(3) with time zone not null,
  second_factor text not null default 'roles'::text,
  constraint desk_pkey PRIMARY KEY (id),
  constraint desk_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
  constraint desk_name_check CHECK ((name <> ''::text)),
  constraint desk_second_factor_check CHECK ((second_factor = ANY (ARRAY['roles'::text, 'everybody'::text])))
);
policy desk_wall for all to plazo_app using ((id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table desk_host (
  desk_id text not null,
  host text not null,
  portal text,
  created timestamp(3) with time zone not null,
  constraint desk_host_pkey PRIMARY KEY (desk_id, host),
  constraint desk_host_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desk(id),
  constraint desk_host_host_check CHECK ((host ~ '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$'::text)),
  constraint desk_host_portal_check CHECK ((portal ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);
CREATE UNIQUE INDEX desk_host_once ON plazo.desk_host USING btree (host);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table error_code (
  desk_id text not null,
  code text not null,
  content jsonb not null,
  version integer not null,
  changed timestamp with time zone not null,
  changed_by text not null,
  constraint error_code_pkey PRIMARY KEY (desk_id, code),
  constraint error_code_code_check CHECK ((code <> ''::text)),
  constraint error_code_version_check CHECK ((version > 0))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table extension (
  desk_id text not null,
  extension text not null,
  member text not null,
  since timestamp with time zone not null,
  constraint extension_pkey PRIMARY KEY (desk_id, extension),
  constraint extension_extension_check CHECK ((extension <> ''::text))
);
CREATE INDEX extension_of_member ON plazo.extension USING btree (desk_id, member);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table external_reference (
  desk_id text not null,
  reference text not null,
  ticket bigint not null,
  constraint external_reference_pkey PRIMARY KEY (desk_id, reference, ticket),
  constraint external_reference_reference_check CHECK ((reference <> ''::text))
);
CREATE INDEX external_reference_ticket ON plazo.external_reference USING btree (desk_id, ticket);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table file (
  desk_id text not null,
  ticket bigint not null,
  id uuid not null,
  message uuid not null,
  field text not null,
  name text not null,
  media_type text not null,
  kind text not null,
  size bigint not null,
  sha256 bytea not null,
  constraint file_pkey PRIMARY KEY (desk_id, ticket, id),
  constraint file_size_check CHECK ((size > 0))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table guard_skip (
  desk_id text not null,
  member text not null,
  ticket bigint not null,
  seq integer not null,
  reason text not null,
  at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint guard_skip_pkey PRIMARY KEY (desk_id, member, ticket)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table guard_turn (
  desk_id text not null,
  ticket bigint not null,
  member text not null,
  taken timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint guard_turn_pkey PRIMARY KEY (desk_id, ticket)
);
CREATE INDEX guard_turn_member ON plazo.guard_turn USING btree (desk_id, member);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table incident (
  desk_id text not null,
  ticket bigint not null,
  folio text not null,
  opened timestamp with time zone not null,
  opened_by text not null,
  opened_name text not null,
  constraint incident_pkey PRIMARY KEY (desk_id, ticket)
);
CREATE INDEX incident_newest ON plazo.incident USING btree (desk_id, opened DESC, ticket);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table incident_part (
  desk_id text not null,
  ticket bigint not null,
  incident bigint not null,
  joined timestamp with time zone not null,
  by_name text not null,
  constraint incident_part_pkey PRIMARY KEY (desk_id, ticket)
);
CREATE INDEX incident_part_of ON plazo.incident_part USING btree (desk_id, incident, ticket);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select to plazo_app;
grant select to plazo_worker;

table invoice (
  desk_id text not null,
  ticket bigint not null,
  file uuid not null,
  sha256 bytea not null,
  uuid uuid,
  noted timestamp with time zone not null,
  sat jsonb,
  constraint invoice_pkey PRIMARY KEY (desk_id, ticket, file)
);
CREATE INDEX invoice_uuid ON plazo.invoice USING btree (desk_id, uuid, ticket) WHERE (uuid IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table mailbox (
  desk_id text not null,
  id uuid not null,
  address text not null,
  form text,
  host text,
  port integer,
  tls text,
  username text,
  auth text,
  folder text,
  after text,
  move_to text,
  client_id text,
  token_url text,
  secret bytea,
  since timestamp with time zone,
  created timestamp with time zone not null,
  created_by text not null,
  version integer not null default 1,
  uid_validity text,
  last_uid bigint not null default 0,
  watched_since timestamp with time zone not null,
  last_success timestamp with time zone,
  failing_since timestamp with time zone,
  last_error text,
  error_detail text,
  alarmed timestamp with time zone,
  lease_holder text,
  lease_until timestamp with time zone,
  constraint mailbox_pkey PRIMARY KEY (desk_id, id),
  constraint mailbox_address_check CHECK ((address = lower(address))),
  constraint mailbox_after_check CHECK ((after = ANY (ARRAY['seen'::text, 'move'::text]))),
  constraint mailbox_auth_check CHECK ((auth = ANY (ARRAY['password'::text, 'xoauth2'::text]))),
  constraint mailbox_check CHECK (((host IS NULL) OR ((port IS NOT NULL) AND (tls IS NOT NULL) AND (username IS NOT NULL) AND (auth IS NOT NULL) AND (folder IS NOT NULL) AND (after IS NOT NULL) AND (secret IS NOT NULL)))),
  constraint mailbox_check1 CHECK (((after IS DISTINCT FROM 'move'::text) OR (move_to IS NOT NULL))),
  constraint mailbox_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint mailbox_tls_check CHECK ((tls = ANY (ARRAY['implicit'::text, 'starttls'::text, 'none'::text])))
);
CREATE UNIQUE INDEX mailbox_address ON plazo.mailbox USING btree (desk_id, address);
CREATE INDEX mailbox_anywhere ON plazo.mailbox USING btree (address);
CREATE INDEX mailbox_silent ON plazo.mailbox USING btree (COALESCE(last_success, watched_since)) WHERE ((host IS NOT NULL) AND (alarmed IS NULL));
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table mailbox_message (
  desk_id text not null,
  mailbox uuid not null,
  uid_validity text not null,
  uid bigint not null,
  state text not null,
  tries integer not null default 0,
  due timestamp with time zone,
  error text,
  constraint mailbox_message_pkey PRIMARY KEY (desk_id, mailbox, uid_validity, uid),
  constraint mailbox_message_state_check CHECK ((state = ANY (ARRAY['taken'::text, 'passed-over'::text, 'failing'::text, 'aside'::text])))
);
CREATE INDEX mailbox_message_waiting ON plazo.mailbox_message USING btree (desk_id, mailbox, uid_validity, uid) WHERE (state = ANY (ARRAY['failing'::text, 'aside'::text]));
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table measured_arrival (
  desk_id text not null,
  week date not null,
  weekday smallint not null,
  hour smallint not null,
  severity text not null,
  level text not null,
  n integer not null,
  constraint measured_arrival_pkey PRIMARY KEY (desk_id, week, weekday, hour, severity, level)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table measured_promise (
  desk_id text not null,
  ticket bigint not null,
  clock text not null,
  round integer not null,
  severity text not null,
  level text not null,
  outcome text not null,
  deadline timestamp with time zone not null,
  due_on date not null,
  due_week date not null,
  stopped_on date,
  constraint measured_promise_pkey PRIMARY KEY (desk_id, ticket, clock, round),
  constraint measured_promise_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'missed'::text, 'running'::text])))
);
CREATE INDEX measured_due ON plazo.measured_promise USING btree (desk_id, due_week, clock, severity, level, outcome, ticket);
CREATE INDEX measured_kept ON plazo.measured_promise USING btree (desk_id, stopped_on, severity, level) WHERE (outcome = 'kept'::text);
CREATE INDEX measured_running ON plazo.measured_promise USING btree (desk_id, deadline, severity, level, ticket) WHERE (outcome = 'running'::text);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select to plazo_app;
grant select to plazo_worker;

table measured_solution (
  desk_id text not null,
  week date not null,
  severity text not null,
  level text not null,
  solved integer not null,
  reopened integer not null,
  constraint measured_solution_pkey PRIMARY KEY (desk_id, week, severity, level)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table measured_stay (
  desk_id text not null,
  ticket bigint not null,
  level text not null,
  severity text not null,
  closed_on date not null,
  minutes integer not null,
  constraint measured_stay_pkey PRIMARY KEY (desk_id, ticket, level)
);
CREATE INDEX measured_stay_closed ON plazo.measured_stay USING btree (desk_id, closed_on, level, severity, minutes);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select to plazo_app;
grant select to plazo_worker;

table measured_ticket (
  desk_id text not null,
  number bigint not null,
  seq integer not null,
  counted boolean not null,
  severity text not null,
  level text not null,
  arrived_on date not null,
  arrived_hour smallint not null,
  received_at timestamp with time zone,
  turn text,
  contacted_on date,
  contact_minutes integer,
  solved_on date,
  reopened boolean not null,
  closed_on date,
  constraint measured_ticket_pkey PRIMARY KEY (desk_id, number),
  constraint measured_ticket_arrived_hour_check CHECK (((arrived_hour >= 0) AND (arrived_hour <= 23))),
  constraint measured_ticket_check CHECK (((contacted_on IS NULL) = (contact_minutes IS NULL))),
  constraint measured_ticket_turn_check CHECK ((turn = ANY (ARRAY['desk'::text, 'waiting'::text, 'solved'::text])))
);
CREATE INDEX measured_arrived ON plazo.measured_ticket USING btree (desk_id, arrived_on, arrived_hour, severity, level) WHERE counted;
CREATE INDEX measured_contacted ON plazo.measured_ticket USING btree (desk_id, contacted_on, severity, level, contact_minutes) WHERE (counted AND (contacted_on IS NOT NULL));
CREATE INDEX measured_open ON plazo.measured_ticket USING btree (desk_id, received_at, turn, severity, level) WHERE (counted AND (turn IS NOT NULL) AND (received_at IS NOT NULL));
CREATE INDEX measured_solved ON plazo.measured_ticket USING btree (desk_id, solved_on, severity, level, reopened) WHERE (counted AND (solved_on IS NOT NULL));
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table measured_week (
  desk_id text not null,
  week date not null,
  clock text not null,
  severity text not null,
  level text not null,
  kept integer not null,
  missed integer not null,
  constraint measured_week_pkey PRIMARY KEY (desk_id, week, clock, severity, level)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table measuring (
  desk_id text not null,
  upto timestamp with time zone not null,
  constraint measuring_pkey PRIMARY KEY (desk_id)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table membership (
  desk_id text not null,
  user_id text not null,
  name text not null,
  email text not null,
  role text not null,
  level text,
  since timestamp(3) with time zone not null,
  party text,
  also text[] not null default '{}'::text[],
  constraint membership_pkey PRIMARY KEY (desk_id, user_id),
  constraint membership_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desk(id),
  constraint membership_also_check CHECK ((also <@ ARRAY['agent'::text, 'supervisor'::text, 'owner'::text, 'security-officer'::text, 'head-of-it'::text, 'auditor'::text, 'administrator'::text])),
  constraint membership_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'supervisor'::text, 'owner'::text, 'security-officer'::text, 'head-of-it'::text, 'auditor'::text, 'administrator'::text])))
);
CREATE INDEX membership_by_user ON plazo.membership USING btree (user_id);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table message (
  desk_id text not null,
  ticket bigint not null,
  id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  author json not null,
  public boolean not null,
  channel text not null,
  language text not null,
  text text not null,
  html text,
  constraint message_pkey PRIMARY KEY (desk_id, ticket, id),
  constraint message_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied timestamp(3) with time zone not null,
  constraint migration_pkey PRIMARY KEY (number)
);
grant select to plazo_app;
grant select to plazo_worker;

table organisation (
  desk_id text not null,
  id uuid not null,
  name text not null,
  name_folded text not null,
  rfc text,
  tax_regime text,
  postal_code text,
  tax_address text,
  plan text,
  paid_until timestamp with time zone,
  notes text,
  version integer not null default 1,
  created timestamp with time zone not null,
  updated timestamp with time zone not null,
  constraint organisation_pkey PRIMARY KEY (desk_id, id),
  constraint organisation_name_check CHECK ((name <> ''::text)),
  constraint organisation_version_check CHECK ((version > 0))
);
CREATE INDEX organisation_name ON plazo.organisation USING btree (desk_id, name_folded, id);
CREATE INDEX organisation_rfc ON plazo.organisation USING btree (desk_id, rfc, id) WHERE (rfc IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table outbox (
  desk_id text not null,
  id bigint not null generated by default as identity,
  kind text not null,
  ticket bigint,
  folio text,
  key text not null,
  moment text not null,
  state text not null,
  recipient text not null,
  subject text not null,
  payload json not null,
  message_id text not null,
  at timestamp with time zone not null,
  due timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  sent_at timestamp with time zone,
  last_error text,
  told_back timestamp with time zone,
  again_of bigint,
  asked_by text,
  constraint outbox_pkey PRIMARY KEY (desk_id, id),
  constraint outbox_kind_check CHECK ((kind = 'mail'::text)),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text, 'cancelled'::text, 'kept'::text, 'bounced'::text])))
);
CREATE INDEX outbox_acknowledged ON plazo.outbox USING btree (sent_at) WHERE ((sent_at IS NOT NULL) AND (moment = 'received'::text));
CREATE UNIQUE INDEX outbox_again ON plazo.outbox USING btree (desk_id, again_of) WHERE (again_of IS NOT NULL);
CREATE INDEX outbox_due ON plazo.outbox USING btree (due, desk_id, id) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX outbox_key ON plazo.outbox USING btree (desk_id, ticket, key) NULLS NOT DISTINCT;
CREATE INDEX outbox_left ON plazo.outbox USING btree (desk_id, moment, sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX outbox_message_id ON plazo.outbox USING btree (desk_id, message_id) WHERE (sent_at IS NOT NULL);
CREATE INDEX outbox_recipient ON plazo.outbox USING btree (desk_id, recipient, sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX outbox_state ON plazo.outbox USING btree (desk_id, state, id) WHERE (state <> 'sent'::text);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table plazo_auth."user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp(3) with time zone not null,
  "updatedAt" timestamp(3) with time zone not null,
  constraint user_email_key UNIQUE (email),
  constraint user_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX user_email_key ON plazo_auth."user" USING btree (email);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table plazo_auth.account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp(3) with time zone,
  "refreshTokenExpiresAt" timestamp(3) with time zone,
  scope text,
  password text,
  "createdAt" timestamp(3) with time zone not null,
  "updatedAt" timestamp(3) with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES plazo_auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX account_by_user ON plazo_auth.account USING btree ("userId");
grant delete, insert, select, update to plazo_app;

table plazo_auth.authenticator (
  user_id text not null,
  secret bytea not null,
  created timestamp(3) with time zone not null,
  confirmed timestamp(3) with time zone,
  last_step bigint not null default 0,
  constraint authenticator_pkey PRIMARY KEY (user_id),
  constraint authenticator_user_id_fkey FOREIGN KEY (user_id) REFERENCES plazo_auth."user"(id) ON DELETE CASCADE
);
grant delete, insert, select, update to plazo_worker;

table plazo_auth.challenge (
  hash bytea not null,
  purpose text not null,
  user_id text,
  facts jsonb not null,
  expires timestamp(3) with time zone not null,
  constraint challenge_pkey PRIMARY KEY (hash),
  constraint challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add-passkey'::text, 'use-passkey'::text, 'sign-on'::text])))
);
CREATE INDEX challenge_by_expiry ON plazo_auth.challenge USING btree (expires);
grant delete, insert, select, update to plazo_worker;

table plazo_auth.entry_link (
  hash bytea not null,
  purpose text not null,
  user_id text,
  name text,
  email text,
  grants jsonb not null,
  created timestamp(3) with time zone not null,
  expires timestamp(3) with time zone not null,
  spent timestamp(3) with time zone,
  constraint entry_link_pkey PRIMARY KEY (hash),
  constraint entry_link_purpose_check CHECK ((purpose = ANY (ARRAY['set-up'::text, 'invitation'::text, 'sign-in'::text])))
);
grant insert, select, update to plazo_worker;

table plazo_auth.passkey (
  id text not null,
  user_id text not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  created timestamp(3) with time zone not null,
  used timestamp(3) with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES plazo_auth."user"(id) ON DELETE CASCADE,
  constraint passkey_name_check CHECK ((name <> ''::text))
);
CREATE INDEX passkey_by_user ON plazo_auth.passkey USING btree (user_id, created);
grant delete, insert, select, update to plazo_worker;

table plazo_auth.preference (
  user_id text not null,
  theme text not null,
  density text not null,
  after text not null,
  shortcuts boolean not null,
  undo_seconds smallint not null,
  language text,
  constraint preference_pkey PRIMARY KEY (user_id),
  constraint preference_user_id_fkey FOREIGN KEY (user_id) REFERENCES plazo_auth."user"(id) ON DELETE CASCADE,
  constraint preference_after_check CHECK ((after = ANY (ARRAY['next'::text, 'back'::text, 'stay'::text]))),
  constraint preference_density_check CHECK ((density = ANY (ARRAY['comfortable'::text, 'compact'::text]))),
  constraint preference_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text]))),
  constraint preference_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text]))),
  constraint preference_undo_seconds_check CHECK ((undo_seconds = ANY (ARRAY[0, 5, 12, 30])))
);
grant insert, select, update to plazo_app;
grant delete, insert, select, update to plazo_worker;

table plazo_auth.recovery_code (
  user_id text not null,
  hash bytea not null,
  spent timestamp(3) with time zone,
  constraint recovery_code_pkey PRIMARY KEY (user_id, hash),
  constraint recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES plazo_auth."user"(id) ON DELETE CASCADE
);
grant delete, insert, select, update to plazo_worker;

table plazo_auth.session (
  id text not null,
  "expiresAt" timestamp(3) with time zone not null,
  token text not null,
  "createdAt" timestamp(3) with time zone not null,
  "updatedAt" timestamp(3) with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  assurance text not null default 'one'::text,
  "confirmedAt" timestamp(3) with time zone,
  method text not null default 'password'::text,
  constraint session_token_key UNIQUE (token),
  constraint session_pkey PRIMARY KEY (id),
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES plazo_auth."user"(id) ON DELETE CASCADE,
  constraint session_assurance_check CHECK ((assurance = ANY (ARRAY['one'::text, 'two'::text]))),
  constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'link'::text, 'passkey'::text, 'sign-on'::text])))
);
CREATE INDEX session_by_user ON plazo_auth.session USING btree ("userId");
CREATE UNIQUE INDEX session_token_key ON plazo_auth.session USING btree (token);
grant delete, insert, select, update to plazo_app;
grant delete, select to plazo_worker;

table plazo_auth.tries (
  key text not null,
  count integer not null,
  since timestamp(3) with time zone not null,
  constraint tries_pkey PRIMARY KEY (key)
);
CREATE INDEX tries_by_age ON plazo_auth.tries USING btree (since);
grant delete, insert, select, update to plazo_worker;

table plazo_auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp(3) with time zone not null,
  "createdAt" timestamp(3) with time zone not null,
  "updatedAt" timestamp(3) with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_by_identifier ON plazo_auth.verification USING btree (identifier);
grant delete, insert, select, update to plazo_app;

table policy_draft (
  desk_id text not null,
  revision integer not null,
  base integer not null,
  source text not null,
  author text not null,
  changed timestamp with time zone not null,
  constraint policy_draft_pkey PRIMARY KEY (desk_id),
  constraint policy_draft_revision_check CHECK ((revision > 0))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table policy_set_aside (
  desk_id text not null,
  file text not null,
  source text not null,
  hash text not null,
  seen timestamp with time zone not null,
  constraint policy_set_aside_pkey PRIMARY KEY (desk_id),
  constraint policy_set_aside_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table policy_version (
  desk_id text not null,
  number integer not null,
  effective timestamp with time zone not null,
  reason text not null,
  author text not null,
  source text not null,
  compiled jsonb not null,
  hash text not null,
  published timestamp with time zone,
  origin text not null default 'file'::text,
  constraint policy_version_pkey PRIMARY KEY (desk_id, number),
  constraint policy_version_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_version_number_check CHECK ((number > 0)),
  constraint policy_version_origin_check CHECK ((origin = ANY (ARRAY['file'::text, 'command'::text, 'workspace'::text])))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plazo.policy_version FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select to plazo_app;
grant select to plazo_worker;

table policy_withdrawal (
  desk_id text not null,
  number integer not null,
  withdrawn timestamp with time zone not null,
  author text not null,
  reason text not null,
  constraint policy_withdrawal_pkey PRIMARY KEY (desk_id, number)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plazo.policy_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select to plazo_app;
grant select to plazo_worker;

table portal_owner (
  desk_id text not null,
  portal text not null,
  organisation text not null,
  rfc text,
  plan text,
  paid_until timestamp with time zone,
  organisation_id uuid,
  constraint portal_owner_pkey PRIMARY KEY (desk_id, portal)
);
CREATE INDEX portal_owner_organisation ON plazo.portal_owner USING btree (desk_id, organisation_id, portal);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table received_mail (
  desk_id text not null,
  id uuid not null,
  at timestamp with time zone not null,
  mailbox text not null,
  mailbox_address text not null,
  mailbox_form text,
  folder text,
  uid_validity text,
  uid bigint,
  sha256 bytea not null,
  bytes bigint not null,
  file uuid not null,
  classification text not null,
  state text not null,
  why json not null,
  sender text,
  sender_name text not null,
  verdict text not null,
  subject text not null,
  message_id text,
  claimed text,
  copied json not null,
  left_out json not null,
  ticket bigint,
  folio text,
  message uuid,
  decided_at timestamp with time zone,
  decided_by text,
  decided_name text,
  decided_reason text,
  received timestamp with time zone,
  constraint received_mail_pkey PRIMARY KEY (desk_id, id),
  constraint received_mail_state_check CHECK ((state = ANY (ARRAY['quarantined'::text, 'filed'::text, 'joined'::text, 'bounced'::text, 'kept'::text, 'returned'::text, 'discarded'::text])))
);
CREATE UNIQUE INDEX received_mail_bytes ON plazo.received_mail USING btree (desk_id, sha256);
CREATE INDEX received_mail_list ON plazo.received_mail USING btree (desk_id, state, at, id);
CREATE UNIQUE INDEX received_mail_place ON plazo.received_mail USING btree (desk_id, mailbox, folder, uid_validity, uid) WHERE (uid IS NOT NULL);
CREATE INDEX received_mail_returned ON plazo.received_mail USING btree (desk_id, sender, at) WHERE (state = 'returned'::text);
CREATE INDEX received_mail_sender ON plazo.received_mail USING btree (desk_id, sender, at) WHERE (state = ANY (ARRAY['filed'::text, 'joined'::text]));
CREATE INDEX received_mail_ticket ON plazo.received_mail USING btree (desk_id, ticket, at) WHERE (ticket IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table recount (
  desk_id text not null,
  exceptions integer not null,
  published timestamp with time zone not null,
  constraint recount_pkey PRIMARY KEY (desk_id),
  constraint recount_exceptions_check CHECK ((exceptions > 0))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table reply_draft (
  desk_id text not null,
  id uuid not null,
  ticket bigint not null,
  text text not null,
  made timestamp with time zone not null,
  by_id text not null,
  by_name text not null,
  ended timestamp with time zone,
  ended_by text,
  constraint reply_draft_pkey PRIMARY KEY (desk_id, id),
  constraint reply_draft_text_check CHECK ((text <> ''::text))
);
CREATE INDEX reply_draft_ticket ON plazo.reply_draft USING btree (desk_id, ticket, made, id) WHERE (ended IS NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table request_once (
  desk_id text not null,
  key bytea not null,
  fingerprint bytea not null,
  claim uuid not null,
  claimed timestamp with time zone not null,
  wrote boolean not null default false,
  came_to jsonb,
  status integer,
  answer bytea,
  constraint request_once_pkey PRIMARY KEY (desk_id, key),
  constraint request_once_fingerprint_check CHECK ((octet_length(fingerprint) = 32)),
  constraint request_once_key_check CHECK ((octet_length(key) = 32))
);
CREATE INDEX request_once_age ON plazo.request_once USING btree (desk_id, claimed);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table satisfaction (
  desk_id text not null,
  ticket bigint not null,
  solution timestamp with time zone not null,
  severity text not null,
  level text not null,
  asked timestamp with time zone not null,
  asked_on date not null,
  score text,
  words text,
  answered timestamp with time zone,
  changed timestamp with time zone,
  seen timestamp with time zone,
  seen_by text,
  constraint satisfaction_pkey PRIMARY KEY (desk_id, ticket, solution),
  constraint satisfaction_check CHECK (((score IS NULL) = (answered IS NULL))),
  constraint satisfaction_check1 CHECK (((words IS NULL) OR (score IS NOT NULL))),
  constraint satisfaction_check2 CHECK (((seen IS NULL) OR (score IS NOT NULL))),
  constraint satisfaction_score_check CHECK ((score = ANY (ARRAY['good'::text, 'bad'::text]))),
  constraint satisfaction_words_check CHECK ((char_length(words) <= 2000))
);
CREATE INDEX satisfaction_asked ON plazo.satisfaction USING btree (desk_id, asked_on, severity, level, score);
CREATE INDEX satisfaction_bad ON plazo.satisfaction USING btree (desk_id, answered DESC, ticket DESC) WHERE (score = 'bad'::text);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table satisfaction_setting (
  desk_id text not null,
  since timestamp with time zone,
  changed timestamp with time zone not null,
  changed_by text not null,
  constraint satisfaction_setting_pkey PRIMARY KEY (desk_id)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table saved_view (
  desk_id text not null,
  id uuid not null,
  owner text not null,
  owner_name text not null,
  shared boolean not null,
  name text not null,
  filter jsonb not null,
  place integer not null,
  made timestamp with time zone not null,
  constraint saved_view_pkey PRIMARY KEY (desk_id, id),
  constraint saved_view_name_check CHECK ((name <> ''::text))
);
CREATE INDEX saved_view_own ON plazo.saved_view USING btree (desk_id, owner, place, made, id) WHERE (NOT shared);
CREATE INDEX saved_view_shared ON plazo.saved_view USING btree (desk_id, place, made, id) WHERE shared;
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table search_key (
  desk_id text not null,
  key text not null,
  ticket bigint not null,
  constraint search_key_pkey PRIMARY KEY (desk_id, key, ticket)
);
CREATE INDEX search_key_ticket ON plazo.search_key USING btree (desk_id, ticket);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select to plazo_app;
grant select to plazo_worker;

table search_open (
  desk_id text not null,
  number bigint not null,
  seq integer not null,
  severity text not null,
  level text not null,
  state text not null,
  progress text not null,
  assignee_id text,
  breached boolean not null,
  category text,
  urgency text,
  sorts_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  subject_folded text not null,
  constraint search_open_pkey PRIMARY KEY (desk_id, number)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table search_progress (
  desk_id text not null,
  upto timestamp with time zone not null,
  since bigint not null,
  constraint search_progress_pkey PRIMARY KEY (desk_id)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table search_ticket (
  desk_id text not null,
  number bigint not null,
  seq integer not null,
  open boolean not null,
  filed timestamp with time zone not null,
  changed timestamp with time zone not null,
  parts json not null,
  places integer[] not null,
  words tsvector not null,
  constraint search_ticket_pkey PRIMARY KEY (desk_id, number)
);
CREATE INDEX search_ticket_filed ON plazo.search_ticket USING btree (desk_id, filed, number);
CREATE INDEX search_ticket_newest ON plazo.search_ticket USING btree (desk_id, open, changed, number);
CREATE INDEX search_ticket_words ON plazo.search_ticket USING gin (words) WITH (fastupdate=off);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table secret_mark (
  one boolean not null default true,
  mark bytea not null,
  constraint secret_mark_pkey PRIMARY KEY (one),
  constraint secret_mark_mark_check CHECK ((octet_length(mark) = 32)),
  constraint secret_mark_one_check CHECK (one)
);

table staff_change (
  desk_id text not null,
  number bigint not null generated always as identity,
  at timestamp(3) with time zone not null,
  by_id text not null,
  by_name text not null,
  act text not null,
  subject text,
  subject_name text not null,
  before jsonb,
  after jsonb,
  constraint staff_change_pkey PRIMARY KEY (desk_id, number),
  constraint staff_change_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES desk(id),
  constraint staff_change_act_check CHECK ((act = ANY (ARRAY['invited'::text, 'changed'::text, 'removed'::text, 'sessions-ended'::text, 'second-factor-reset'::text, 'second-factor-asked'::text])))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plazo.staff_change FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
grant insert, select to plazo_app;
grant select to plazo_worker;

table submission (
  desk_id text not null,
  key bytea not null,
  fingerprint bytea not null,
  ticket bigint not null,
  at timestamp with time zone not null,
  constraint submission_pkey PRIMARY KEY (desk_id, key)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select to plazo_app;
grant select to plazo_worker;

table ticket (
  desk_id text not null,
  number bigint not null,
  folio text not null,
  seq integer not null,
  policy integer not null,
  subject text not null,
  severity text not null,
  severity_rank smallint not null,
  provisional boolean not null,
  level text not null,
  state text not null,
  progress text not null,
  assignee_id text,
  assignee_name text,
  requester_name text,
  requester_address text,
  channel text not null,
  portal text,
  held text,
  filed_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  due_clock text,
  due_at timestamp with time zone,
  due_kind text,
  breached boolean not null,
  sorts_at timestamp with time zone not null,
  subject_folded text not null,
  address_folded text,
  folio_folded text not null,
  wakes_at timestamp with time zone,
  troubled integer not null default 0,
  retry_at timestamp with time zone,
  last_error text,
  fold json not null,
  head bytea not null,
  category text,
  exceptions integer not null default 0,
  present boolean,
  urgency text,
  call_due timestamp with time zone,
  telephone_ending text,
  constraint ticket_pkey PRIMARY KEY (desk_id, number),
  constraint ticket_check CHECK (((due_at IS NULL) = (due_kind IS DISTINCT FROM 'limit'::text))),
  constraint ticket_due_kind_check CHECK ((due_kind = ANY (ARRAY['limit'::text, 'paused'::text]))),
  constraint ticket_number_check CHECK ((number > 0)),
  constraint ticket_seq_check CHECK ((seq > 0)),
  constraint ticket_urgency_check CHECK ((urgency = ANY (ARRAY['claimed'::text, 'confirmed'::text, 'refused'::text])))
);
CREATE INDEX ticket_address ON plazo.ticket USING btree (desk_id, address_folded, number, closed_at);
CREATE INDEX ticket_assignee ON plazo.ticket USING btree (desk_id, assignee_id, sorts_at, number) WHERE (closed_at IS NULL);
CREATE INDEX ticket_breached ON plazo.ticket USING btree (desk_id, sorts_at, number) WHERE ((closed_at IS NULL) AND breached);
CREATE INDEX ticket_by_category ON plazo.ticket USING btree (desk_id, category, filed_at DESC, number DESC);
CREATE INDEX ticket_by_portal ON plazo.ticket USING btree (desk_id, portal, filed_at DESC, number DESC) WHERE (portal IS NOT NULL);
CREATE INDEX ticket_call_due ON plazo.ticket USING btree (desk_id, call_due, number) WHERE (call_due IS NOT NULL);
CREATE INDEX ticket_chat ON plazo.ticket USING btree (desk_id, filed_at, number) WHERE ((channel = 'chat'::text) AND (closed_at IS NULL));
CREATE INDEX ticket_closed ON plazo.ticket USING btree (desk_id, closed_at DESC, number DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX ticket_closed_assignee ON plazo.ticket USING btree (desk_id, assignee_id, closed_at DESC, number DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX ticket_closed_breached ON plazo.ticket USING btree (desk_id, closed_at DESC, number DESC) WHERE ((closed_at IS NOT NULL) AND breached);
CREATE INDEX ticket_closed_category ON plazo.ticket USING btree (desk_id, category, closed_at DESC, number DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX ticket_closed_level ON plazo.ticket USING btree (desk_id, level, closed_at DESC, number DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX ticket_closed_severity ON plazo.ticket USING btree (desk_id, severity, closed_at DESC, number DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX ticket_closed_state ON plazo.ticket USING btree (desk_id, state, closed_at DESC, number DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX ticket_closed_urgency ON plazo.ticket USING btree (desk_id, urgency, closed_at DESC, number DESC) WHERE ((closed_at IS NOT NULL) AND (urgency IS NOT NULL));
CREATE INDEX ticket_filed ON plazo.ticket USING btree (desk_id, filed_at DESC, number DESC);
CREATE UNIQUE INDEX ticket_folio ON plazo.ticket USING btree (desk_id, folio_folded);
CREATE INDEX ticket_held ON plazo.ticket USING btree (desk_id, portal, number) WHERE ((held IS NOT NULL) AND (closed_at IS NULL));
CREATE INDEX ticket_level ON plazo.ticket USING btree (desk_id, level, sorts_at, number) WHERE (closed_at IS NULL);
CREATE INDEX ticket_open ON plazo.ticket USING btree (desk_id, number, policy, exceptions) WHERE (closed_at IS NULL);
CREATE INDEX ticket_portal ON plazo.ticket USING btree (desk_id, portal, number) WHERE (portal IS NOT NULL);
CREATE INDEX ticket_progress ON plazo.ticket USING btree (desk_id, progress, sorts_at, number) WHERE (closed_at IS NULL);
CREATE INDEX ticket_queue ON plazo.ticket USING btree (desk_id, sorts_at, number) WHERE (closed_at IS NULL);
CREATE INDEX ticket_severity ON plazo.ticket USING btree (desk_id, severity, sorts_at, number) WHERE (closed_at IS NULL);
CREATE INDEX ticket_telephone ON plazo.ticket USING btree (desk_id, telephone_ending) WHERE ((telephone_ending IS NOT NULL) AND (closed_at IS NULL));
CREATE INDEX ticket_troubled ON plazo.ticket USING btree (desk_id, number) WHERE (troubled > 0);
CREATE INDEX ticket_uncategorised ON plazo.ticket USING btree (desk_id, number) WHERE (category IS NULL);
CREATE INDEX ticket_updated ON plazo.ticket USING btree (desk_id, updated_at, number);
CREATE INDEX ticket_wakes ON plazo.ticket USING btree (wakes_at, desk_id, number) WHERE (wakes_at IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER tell_ticket AFTER INSERT OR UPDATE OF seq ON plazo.ticket FOR EACH ROW WHEN ((new.channel = 'chat'::text)) EXECUTE FUNCTION tell_ticket();
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table ticket_event (
  desk_id text not null,
  ticket bigint not null,
  seq integer not null,
  at timestamp with time zone not null,
  recorded timestamp with time zone not null,
  type text not null,
  by json not null,
  fact json not null,
  hash bytea not null,
  constraint ticket_event_pkey PRIMARY KEY (desk_id, ticket, seq),
  constraint ticket_event_hash_check CHECK ((octet_length(hash) = 32)),
  constraint ticket_event_seq_check CHECK ((seq > 0))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON plazo.ticket_event FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER tell_webhooks AFTER INSERT ON plazo.ticket_event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_webhooks();
grant insert, select to plazo_app;
grant select to plazo_worker;

table tracker_follower (
  desk_id text not null,
  id uuid not null,
  recipient text not null,
  name text not null,
  language text not null,
  portal text,
  since timestamp with time zone not null,
  told timestamp with time zone not null,
  wakes_at timestamp with time zone,
  ended timestamp with time zone,
  ended_by text,
  troubled integer not null default 0,
  retry_at timestamp with time zone,
  last_error text,
  constraint tracker_follower_pkey PRIMARY KEY (desk_id, id),
  constraint tracker_follower_check CHECK (((ended IS NULL) = (ended_by IS NULL))),
  constraint tracker_follower_check1 CHECK (((ended IS NULL) OR (wakes_at IS NULL))),
  constraint tracker_follower_ended_by_check CHECK ((ended_by = ANY (ARRAY['follower'::text, 'desk'::text]))),
  constraint tracker_follower_language_check CHECK ((language = ANY (ARRAY['es'::text, 'en'::text])))
);
CREATE INDEX tracker_follower_list ON plazo.tracker_follower USING btree (desk_id, name, id) WHERE (ended IS NULL);
CREATE UNIQUE INDEX tracker_follower_once ON plazo.tracker_follower USING btree (desk_id, recipient, portal) NULLS NOT DISTINCT;
CREATE INDEX tracker_follower_wakes ON plazo.tracker_follower USING btree (wakes_at, desk_id, id) WHERE (wakes_at IS NOT NULL);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

table unreachable_address (
  desk_id text not null,
  address text not null,
  since timestamp with time zone not null,
  why text not null,
  message bigint not null,
  constraint unreachable_address_pkey PRIMARY KEY (desk_id, address)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table upload (
  desk_id text not null,
  session bytea not null,
  id uuid not null,
  field text not null,
  name text not null,
  media_type text not null,
  kind text not null,
  size bigint not null,
  sha256 bytea not null,
  at timestamp with time zone not null,
  expires timestamp with time zone not null,
  constraint upload_pkey PRIMARY KEY (desk_id, session, id),
  constraint upload_size_check CHECK ((size >= 0))
);
CREATE INDEX upload_expires ON plazo.upload USING btree (expires);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select to plazo_app;
grant select to plazo_worker;

table viewer (
  desk_id text not null,
  member text not null,
  screen uuid not null,
  name text not null,
  folio text not null,
  writing boolean not null,
  since timestamp with time zone not null,
  seen timestamp with time zone not null,
  constraint viewer_pkey PRIMARY KEY (desk_id, member, screen)
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table webhook_delivery (
  desk_id text not null,
  id bigint not null generated by default as identity,
  endpoint uuid not null,
  ticket bigint,
  seq integer,
  fact text not null,
  state text not null,
  at timestamp with time zone not null,
  due timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  tried timestamp with time zone,
  took integer,
  status integer,
  answer text,
  error text,
  again_of bigint,
  asked_by text,
  constraint webhook_delivery_pkey PRIMARY KEY (desk_id, id),
  constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text, 'missed'::text])))
);
CREATE INDEX webhook_delivery_age ON plazo.webhook_delivery USING btree (desk_id, at) WHERE (state <> 'pending'::text);
CREATE INDEX webhook_delivery_due ON plazo.webhook_delivery USING btree (desk_id, endpoint, due, id) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX webhook_delivery_event ON plazo.webhook_delivery USING btree (desk_id, endpoint, ticket, seq) WHERE (again_of IS NULL);
CREATE INDEX webhook_delivery_list ON plazo.webhook_delivery USING btree (desk_id, endpoint, id);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant delete, insert, select, update to plazo_app;
grant select to plazo_worker;

table webhook_endpoint (
  desk_id text not null,
  id uuid not null,
  url text not null,
  note text not null,
  types text[] not null,
  facts text[] not null,
  secret bytea not null,
  secret_before bytea,
  before_until timestamp with time zone,
  state text not null,
  state_since timestamp with time zone not null,
  failing_since timestamp with time zone,
  made timestamp with time zone not null,
  made_by text not null,
  constraint webhook_endpoint_pkey PRIMARY KEY (desk_id, id),
  constraint webhook_endpoint_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'gone'::text, 'failing'::text, 'removed'::text]))),
  constraint webhook_endpoint_types_check CHECK ((cardinality(types) > 0)),
  constraint webhook_endpoint_url_check CHECK ((url <> ''::text))
);
policy desk_wall for all to plazo_app using ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text))) with check ((desk_id = NULLIF(current_setting('app.desk'::text, true), ''::text)));
policy owner_all for all to plazo_owner using (true) with check (true);
policy worker_look for select to plazo_worker using (true);
grant insert, select, update to plazo_app;
grant select to plazo_worker;

CREATE OR REPLACE FUNCTION plazo.accented_text(written text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select regexp_replace(written, '([cs])ion\M', '\1ión', 'gi')
$function$;

CREATE OR REPLACE FUNCTION plazo.bare_text(written text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select translate(lower(case when written is nfc normalized then written else normalize(written, nfc) end),
                   'áéíóúüñàèìòùâêîôûäëïöçãõ', 'aeiouunaeiouaeiouaeioocao')
$function$;

CREATE OR REPLACE FUNCTION plazo.folio_sequence(desk text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select 'folio_' || case when length(desk) <= 50 then desk else left(desk, 30) || '_' || left(md5(desk), 16) end
$function$;

CREATE OR REPLACE FUNCTION plazo.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% of % is forbidden: what happened is only added to', tg_op, tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$function$;

CREATE OR REPLACE PROCEDURE plazo.grant_to(IN granted name, IN what text)
 LANGUAGE plpgsql
AS $procedure$
begin
  if plazo.walls_by_role() then
    execute format('grant %s to %I', what, granted);
  end if;
end
$procedure$;

CREATE OR REPLACE PROCEDURE plazo.guard_desk_table(IN guarded regclass, IN desk_column name DEFAULT 'desk_id'::name)
 LANGUAGE plpgsql
AS $procedure$
declare
  own_desk text := format('%I = nullif(current_setting(''app.desk'', true), '''')', desk_column);
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  if plazo.walls_by_role() then
    execute format('create policy desk_wall on %s for all to plazo_app using (%s) with check (%2$s)', guarded, own_desk);
    execute format('create policy worker_look on %s for select to plazo_worker using (true)', guarded);
    execute format('create policy owner_all on %s for all to current_user using (true) with check (true)', guarded);
    execute format('grant select, insert, update, delete on %s to plazo_app', guarded);
    execute format('grant select on %s to plazo_worker', guarded);
  else
    own_desk := own_desk || ' or current_setting(''app.across'', true) = ''on''';
    execute format('create policy desk_wall on %s for all using (%s) with check (%2$s)', guarded, own_desk);
  end if;
end
$procedure$;

CREATE OR REPLACE PROCEDURE plazo.keep_append_only(IN kept regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger append_only before update or delete or truncate on %s
                  for each statement execute function plazo.forbid_change()', kept);
  if plazo.walls_by_role() then
    execute format('revoke update, delete, truncate on %s from plazo_app, plazo_worker', kept);
  end if;
end
$procedure$;

CREATE OR REPLACE FUNCTION plazo.next_folio(desk text)
 RETURNS bigint
 LANGUAGE sql
AS $function$
  select nextval(('plazo.' || quote_ident(plazo.folio_sequence(desk)))::regclass)
$function$;

CREATE OR REPLACE FUNCTION plazo.open_folios(desk text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if desk !~ '^[a-z0-9][a-z0-9-]{0,62}$' then
    raise exception 'a desk cannot be called %', desk;
  end if;
  execute format('create sequence if not exists plazo.%I', plazo.folio_sequence(desk));
end $function$;

CREATE OR REPLACE PROCEDURE plazo.open_to_worker(IN opened regclass, IN columns name[])
 LANGUAGE plpgsql
AS $procedure$
begin
  if plazo.walls_by_role() then
    execute format('create policy worker_take on %s for update to plazo_worker using (true) with check (true)', opened);
    execute format('grant update (%s) on %s to plazo_worker',
      (select string_agg(quote_ident(each), ', ') from unnest(columns) as each), opened);
  end if;
end
$procedure$;

CREATE OR REPLACE FUNCTION plazo.search_by_index(lead tsquery, wanted tsquery, known bigint[], standing boolean, since timestamp with time zone, until timestamp with time zone, most integer)
 RETURNS bigint[]
 LANGUAGE sql
 STABLE
AS $function$
  select array_agg(f.number) from (
    select n.number from (
      select i.number, i.open, i.changed, i.filed from (
        select t.number, t.open, t.changed, t.filed, t.words from plazo.search_ticket t
         where t.desk_id = nullif(current_setting('app.desk', true), '') and t.words @@ lead limit 10000) i
       where i.words @@ wanted and (standing is null or i.open = standing)
         and (since is null or i.filed >= since) and (until is null or i.filed < until) and i.number <> all (known)
       union all
      select t.number, t.open, t.changed, t.filed from plazo.search_ticket t
       where t.desk_id = nullif(current_setting('app.desk', true), '') and t.number = any (known)) n
     order by until is null and n.open desc, case when until is null then n.changed else n.filed end desc, n.number desc
     limit most) f
$function$;

CREATE OR REPLACE FUNCTION plazo.search_document(parts json, marks text[], OUT words tsvector, OUT places integer[])
 RETURNS record
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  part json;
  n integer := 0;
begin
  words := ''::tsvector;
  for part in select value from json_array_elements(parts) loop
    words := words || (quote_literal('#' || n) || ':1')::tsvector || plazo.words_of(part ->> 'text', (part ->> 'weight')::"char");
    n := n + 1;
  end loop;
  select coalesce(array_agg(positions[1]::integer order by substr(lexeme, 2)::integer), '{}') into places
    from unnest(words) where lexeme like '#%';
  words := ts_delete(words, array(select '#' || i from generate_series(0, n - 1) i)) || array_to_tsvector(marks);
end
$function$;

CREATE OR REPLACE FUNCTION plazo.search_lead(terms json, marks tsquery, standing boolean)
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  here constant text := nullif(current_setting('app.desk', true), '');
  mine constant tsquery := (quote_literal('@d/' || here))::tsquery;
  stands constant boolean := coalesce(standing, true);
  term record;
  stem tsquery;
  bare tsquery;
  finished tsquery := marks;
  sampled integer := 500;
  lead tsquery;
begin
  for term in select * from json_to_recordset(terms) as t(text text, "not" boolean, unfinished boolean) loop
    continue when term."not" or term.unfinished;
    stem := phraseto_tsquery('pg_catalog.spanish', plazo.accented_text(term.text));
    bare := phraseto_tsquery('pg_catalog.spanish', plazo.bare_text(term.text));
    finished := finished && case when stem::text = bare::text then bare else stem || bare end;
  end loop;
  if numnode(finished) > 0 then
    select count(*) into sampled from (
      select t.words from plazo.search_ticket t where t.desk_id = here and t.open = stands
       order by t.changed desc, t.number desc limit 500) n where n.words @@ finished;
  end if;
  lead := finished;
  if sampled >= 10 then
    for term in select * from json_to_recordset(terms) as t(text text, "not" boolean, unfinished boolean) loop
      continue when not term.unfinished or (length(term.text) < 3 and numnode(finished) > 0);
      lead := lead && plazo.sought_words(term.text, true);
    end loop;
  end if;
  if numnode(lead) = 0 or querytree(lead) = 'T' then
    return mine;
  end if;
  lead := regexp_replace(querytree(lead), '<(-|[0-9]+)>', '&', 'g')::tsquery;
  return case when (select count(*) > 1 from plazo.search_progress) then lead && mine else lead end;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.search_newest(wanted tsquery, standing boolean, since timestamp with time zone, until timestamp with time zone, reach integer, most integer, OUT numbers bigint[], OUT ended boolean)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  here constant text := nullif(current_setting('app.desk', true), '');
  first constant timestamptz := coalesce(since, '-infinity');
  more bigint[];
  stands boolean;
begin
  numbers := '{}';
  ended := true;
  if until is not null then
    select coalesce(array_agg(w.number), '{}') into numbers from (
      select n.number from (
        select t.number, t.open, t.words from plazo.search_ticket t
         where t.desk_id = here and t.filed >= first and t.filed < until
         order by t.filed desc, t.number desc limit reach) n
       where n.words @@ wanted and (standing is null or n.open = standing) limit most) w;
    ended := cardinality(numbers) < most and not exists (
      select from plazo.search_ticket t where t.desk_id = here and t.filed >= first and t.filed < until
       order by t.filed desc, t.number desc offset reach);
    return;
  end if;
  foreach stands in array array[true, false] loop
    continue when standing <> stands;
    select array_agg(w.number) into more from (
      select n.number from (
        -- What was filed since then changed since then.
        select t.number, t.filed, t.words from plazo.search_ticket t
         where t.desk_id = here and t.open = stands and t.changed >= first
         order by t.changed desc, t.number desc limit reach) n
       where n.words @@ wanted and n.filed >= first limit most - cardinality(numbers)) w;
    numbers := numbers || more;
    ended := cardinality(numbers) < most and not exists (
      select from plazo.search_ticket t where t.desk_id = here and t.open = stands and t.changed >= first
       order by t.changed desc, t.number desc offset reach);
    exit when not ended;
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.search_tickets(terms json, marks tsquery, standing boolean, since timestamp with time zone, until timestamp with time zone, moment timestamp with time zone, most integer)
 RETURNS TABLE(number bigint, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'plazo', 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET work_mem TO '16MB'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  here constant text := nullif(current_setting('app.desk', true), '');
  sought constant tsquery := plazo.sought(terms);
  wanted tsquery := sought && marks;
  found bigint[];
  ended boolean;
  -- How many are ranked before the sixties begin, and how many whole sixties reach as far as is asked.
  best integer;
  whole integer;
begin
  if numnode(wanted) = 0 then
    if since is null and until is null then
      return;
    end if;
    wanted := (quote_literal('@d/' || here))::tsquery;
  end if;
  select n.numbers, n.ended into found, ended from search_newest(wanted, standing, since, until, 2000, 60) n;
  if not ended and cardinality(found) between 3 and 19 then
    select n.numbers, n.ended into found, ended from search_newest(wanted, standing, since, until, 12000, 30) n;
  end if;
  best := cardinality(found);
  whole := best + (most - best + 59) / 60 * 60;
  if not ended and best >= 20 and best < most then
    select n.numbers, n.ended into found, ended from search_newest(wanted, standing, since, until, 40000, whole) n;
  end if;
  if not ended and (best < 20 or cardinality(found) < whole) then
    found := search_by_index(
      search_lead(terms, marks, standing), wanted, found, standing, since, until, greatest(whole, 400));
    best := case when best < 20 then 400 else best end;
  end if;
  return query
    select t.number,
           (ts_rank('{0.1, 0.3, 0.6, 1}', t.words, sought) * case when t.open then 2 else 1 end
             / (1 + ln(1 + greatest(0, extract(epoch from moment - t.changed)) / 864000)))::real as score
      from unnest(found) with ordinality f(number, place), search_ticket t
     where t.desk_id = here and t.number = f.number
     order by greatest(0, (f.place - best + 59) / 60), score desc, t.open desc, t.changed desc, t.number desc limit most;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.sought(terms json)
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  term record;
  several constant boolean := (select count(*) > 1 from json_array_elements(terms) e where not (e ->> 'not')::boolean);
  word tsquery;
  whole tsquery := ''::tsquery;
begin
  for term in select * from json_to_recordset(terms) as t(text text, "not" boolean, unfinished boolean) loop
    continue when several and term.unfinished and length(term.text) < 3;
    word := plazo.sought_words(term.text, term.unfinished);
    whole := whole && case when term."not" and numnode(word) > 0 then !! word else word end;
  end loop;
  return whole;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.sought_words(sought text, unfinished boolean)
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  bare constant text := plazo.bare_text(sought);
  whole tsquery := phraseto_tsquery('pg_catalog.spanish', plazo.accented_text(sought));
  stem constant tsquery := phraseto_tsquery('pg_catalog.spanish', bare);
  written tsquery := phraseto_tsquery('plazo.as_written', bare);
  ending text;
begin
  if unfinished then
    if numnode(written) = 0 then
      written := phraseto_tsquery('pg_catalog.simple', bare);
    end if;
    -- Of a word with a hyphen ("post-ven") the whole is one word and its last part another: both go on.
    ending := substring(written::text from '''((?:[^'']|'''')+)''$');
    if ending is not null then
      written := replace(written::text || ' ', ending || ''' ', ending || ''':* ')::tsquery;
    end if;
  end if;
  if stem::text <> whole::text then
    whole := whole || stem;
  end if;
  -- As texts: as queries a word and its beginning are equal.
  return case when written::text = whole::text then whole else whole || written end;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.tell_agents()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('plazo_live', json_build_object('desk', coalesce(new.desk_id, old.desk_id), 'of', 'agents')::text);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.tell_call()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('plazo_live', json_build_object('desk', new.desk_id, 'of', 'call', 'member', new.member)::text);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.tell_ticket()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  was text := case when tg_op = 'UPDATE' then old.assignee_id end;
begin
  perform pg_notify('plazo_live', json_build_object(
    'desk', new.desk_id, 'of', 'ticket', 'number', new.number, 'folio', new.folio, 'seq', new.seq,
    'assignees', array_remove(array[new.assignee_id, was], null))::text);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.tell_webhooks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  here text := nullif(current_setting('app.desk', true), '');
begin
  if exists (select from plazo.webhook_endpoint where desk_id = here) then
    insert into plazo.webhook_delivery (desk_id, endpoint, ticket, seq, fact, state, at, due)
    select e.desk_id, h.id, e.ticket, e.seq, e.type,
           case when h.state = 'on' then 'pending' else 'missed' end, e.recorded, e.recorded
      from added e join plazo.webhook_endpoint h on h.desk_id = e.desk_id and e.type = any (h.facts)
     where e.desk_id = here and h.state <> 'removed'
     order by e.ticket, e.seq
    on conflict do nothing;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION plazo.walls_by_role()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select count(*) = 2 from pg_roles
   where rolname in ('plazo_app', 'plazo_worker') and pg_has_role(current_user, oid, 'MEMBER')
$function$;

CREATE OR REPLACE FUNCTION plazo.words_of(written text, weight "char")
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  bare constant text := plazo.bare_text(written);
  accented constant text := plazo.accented_text(written);
begin
  return setweight(concat_ws(' ',
      case when lower(accented) <> bare then to_tsvector('pg_catalog.spanish', accented)::text end,
      to_tsvector('pg_catalog.spanish', bare)::text, to_tsvector('plazo.as_written', bare)::text)::tsvector, weight);
end
$function$;
