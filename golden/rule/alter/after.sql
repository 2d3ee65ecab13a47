create table public.events (id int, name text);
create table public.log (msg text, n int);
create function public.label(text) returns text language sql immutable as $$ select 'label ' || $1 $$;
create rule r as on update to public.events do instead insert into public.log values (new.name, 2);
create rule s as on update to public.events where old.id > 2 do also delete from public.log where n = old.id;
alter table public.events disable rule s;
create rule e as on delete to public.events do instead nothing;
alter table public.events enable replica rule e;
