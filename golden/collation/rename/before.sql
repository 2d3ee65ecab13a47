create schema app;
create collation public.plain (locale = 'C');
create table public.people (name text collate public.plain, check (name > '' collate public.plain));
alter collation public.plain rename to simple;
alter collation public.simple set schema app;
