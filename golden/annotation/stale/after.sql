-- schemac: renamed from s
create table public.t (
  id integer primary key,
  -- schemac: renamed from title
  name text,
  -- schemac: renamed from name
  other text,
  -- schemac: renamd from x
  further text
);
