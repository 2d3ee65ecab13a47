create table public.t (id integer primary key, a text, constraint a_set check (a <> ''), constraint a_key unique (a));
create index t_a on public.t (a, id);
create sequence public.numbers;
create function public.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create function public.twice(i integer) returns integer language sql immutable as $$ select i * 2 $$;
create trigger touched before update on public.t for each row execute function public.touch();
create policy "mine" on public.t using (a = current_user);
create view public.v as select id, public.twice(id) as double from public.t;
create materialized view public.m as select a from public.t;
