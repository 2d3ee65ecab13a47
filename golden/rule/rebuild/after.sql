create table public.events (id int, name varchar(20));
create table public.log (msg text, n int);
create function public.label(text) returns varchar language sql immutable as $$ select 'label ' || $1 $$;
create rule log_insert as on insert to public.events do also insert into public.log (msg) values (public.label(new.name));
comment on rule log_insert on public.events is 'every new one';
alter table public.events enable always rule log_insert;
