create table public.people (name text);
