-- schemac: renamed from clients
create table public.customers (id int primary key, name text);
create index clients_name_idx on public.customers (name);
