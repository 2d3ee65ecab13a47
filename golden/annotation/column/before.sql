create table public.t (id integer primary key, title text, budget integer check (budget > 0), constraint titled check (title <> ''));
create index t_title on public.t (title);
create view public.v as select id, title from public.t;
