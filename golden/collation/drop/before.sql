create collation public.plain (locale = 'C');
create table public.people (name text collate public.plain);
