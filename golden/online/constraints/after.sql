create table public.people (id integer primary key);
create table public.toys (id integer primary key, pet integer);
create table public.pets (
  id integer primary key,
  owner integer constraint pets_owner references public.people on delete cascade,
  name text check (name <> ''),
  parent integer references public.pets,
  toy integer references public.toys
);
comment on constraint pets_owner on public.pets is 'whose it is';
-- all of a new table is there from its first row on
create table public.visits (pet integer references public.pets, day date check (day > '2000-01-01'));
