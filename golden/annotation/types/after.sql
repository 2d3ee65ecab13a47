-- schemac: renamed from mood
create type public.feeling as enum (
  'sad',
  -- schemac: renamed from happy
  'glad',
  'wild'
);
-- schemac: renamed from code
create domain public.short_code as text
  -- schemac: renamed from short
  constraint is_short check (length(value) < 9);
-- schemac: renamed from place
create type public.address as (
  street text,
  -- schemac: renamed from town
  city text
);
create table public.t (id integer primary key, m public.feeling default 'sad', c public.short_code, p public.address);
