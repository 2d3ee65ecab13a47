create table public.t (id int primary key, title text not null check (title <> ''));
create view public.v as select id, title from public.t;
