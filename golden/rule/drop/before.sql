create table public.events (id int, name text);
create table public.log (msg text, n int);
create function public.label(text) returns text language sql immutable as $$ select 'label ' || $1 $$;
create view public.names as select id, name from public.events;
create rule log_insert as on insert to public.events where new.id > 0 do also insert into public.log (msg) values (public.label(new.name));
create rule "No Delete" as on delete to public.events do instead nothing;
create rule change as on update to public.names do instead (
  update public.events set name = new.name where id = old.id;
  insert into public.log values (old.name, 1);
);
create rule silent as on update to public.events do also notify events_changed;
alter table public.events disable rule silent;
alter table public.events enable always rule log_insert;
comment on rule log_insert on public.events is 'every new one';
