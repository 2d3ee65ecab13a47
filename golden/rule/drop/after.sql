create table public.events (id int, name text);
create table public.log (msg text, n int);
create function public.label(text) returns text language sql immutable as $$ select 'label ' || $1 $$;
create view public.names as select id, name from public.events;
