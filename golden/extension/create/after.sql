create schema extensions;
create extension pg_trgm with schema extensions;
create table public.people (id int primary key, name text);
create index people_name_idx on public.people using gin (name extensions.gin_trgm_ops);
