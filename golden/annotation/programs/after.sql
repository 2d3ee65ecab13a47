create table public.t (
  id integer primary key,
  a text,
  -- schemac: renamed from a_set
  constraint a_there check (a <> ''),
  -- schemac: renamed from a_key
  constraint a_once unique (a)
);
-- schemac: renamed from t_a
create index t_a_id on public.t (a, id);
-- schemac: renamed from numbers
create sequence public.counter;
-- schemac: renamed from touch
create function public.stamp() returns trigger language plpgsql as $$ begin return new; end $$;
-- schemac: renamed from twice(integer)
create function public.double_of(i integer) returns integer language sql immutable as $$ select i * 2 $$;
-- schemac: renamed from touched
create trigger stamped before update on public.t for each row execute function public.stamp();
-- schemac: renamed from mine
create policy "own rows" on public.t using (a = current_user);
-- schemac: renamed from v
create view public.doubles as select id, public.double_of(id) as double from public.t;
-- schemac: renamed from m
create materialized view public.texts as select a from public.t;
