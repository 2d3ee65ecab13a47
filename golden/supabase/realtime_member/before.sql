create table public.messages (id bigint primary key, body text);
alter table public.messages enable row level security;
