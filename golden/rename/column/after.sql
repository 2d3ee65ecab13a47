create table public.t (
  id int primary key,
  -- schemac: renamed from title
  name text not null check (name <> '')
);
create view public.v as select id, name as title from public.t;
