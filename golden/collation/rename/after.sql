create schema app;
create collation app.simple (locale = 'C');
create table public.people (name text collate app.simple, check (name > '' collate app.simple));
