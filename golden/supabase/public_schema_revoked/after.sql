create table public.notes (id bigint primary key);
alter table public.notes enable row level security;
grant usage on schema public to anon, authenticated;
revoke usage on schema public from anon;
