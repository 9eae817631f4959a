-- A mail is kept as its words, and laid out as text and as a page when it leaves. Those that were laid
-- out already keep their text as the body. The owner sees every desk only while its wall is not forced.

alter table plazo.outbox no force row level security;
update plazo.outbox
   set payload = (payload - 'text' - 'html') || jsonb_build_object('link', null, 'content', jsonb_build_object(
         'body', payload ->> 'text', 'open', subject, 'facts', '[]'::jsonb, 'desk', '', 'footer', ''))
 where payload ? 'html';
alter table plazo.outbox force row level security;
