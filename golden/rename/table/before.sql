create table public.clients (id int primary key, name text);
create index clients_name_idx on public.clients (name);
