create collation public.plain (locale = 'C');
create collation public.mixed (lc_collate = 'C', lc_ctype = 'POSIX');
create collation public.any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create collation public.copied from "C";
comment on collation public.any_case is 'letters without their case';
create domain public.label as text collate public.any_case;
create type public.pair as (a text collate public.plain, b text);
create type public.words as range (subtype = text, collation = public.plain);
create table public.people (
  name text collate public.any_case not null,
  code text collate public.plain primary key,
  check (name < 'z' collate public.plain)
);
create index people_name on public.people (name collate public.plain, lower(code) collate public.plain);
create view public.sorted as select name from public.people order by name collate public.plain;
