create extension citext;
create table public.people (id int, mail citext);
