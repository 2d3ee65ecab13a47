create type public.person as (name text, born date);
create table public.people of public.person (name not null, primary key (name));
