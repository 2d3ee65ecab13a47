create table public.messages (id bigint primary key, body text);
alter table public.messages enable row level security;
alter publication supabase_realtime add table public.messages;
