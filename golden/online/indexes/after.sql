create table public.people (id integer primary key, name text not null, mail text);
-- read while it is built; the column it is on becomes NOT NULL meanwhile
create index people_name_idx on public.people (name);
alter table public.people cluster on people_name_idx;
create table public.pets (id integer primary key, owner integer, name text, chip text, born date);
-- unique, and what follows from it comes behind it
create unique index "Pets' 100% chip" on public.pets (chip) where chip is not null;
comment on index public."Pets' 100% chip" is 'one each';
create materialized view public.names as select name from public.people;
create index names_name_idx on public.names (name);
-- has no rows yet
create table public.toys (id integer primary key, pet integer, name text);
create index toys_pet_idx on public.toys (pet);
