create table public.t (
  id integer primary key,
  -- schemac: renamed from title
  name text not null,
  -- what it may cost
  -- @renamed from=budget
  cost bigint check (cost > 0),
  constraint titled check (name <> '')
);
create index t_title on public.t (name);
create view public.v as select id, name as title from public.t;
