create table public.events (id int, name text);
create table public.log (msg text, n int);
create function public.label(text) returns text language sql immutable as $$ select 'label ' || $1 $$;
create rule r as on insert to public.events do also insert into public.log values (new.name, 1);
create rule s as on update to public.events where old.id > 1 do also delete from public.log where n = old.id;
create rule e as on delete to public.events do instead nothing;
