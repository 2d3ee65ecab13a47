create table public.t (id integer primary key, a text, b integer, "Odd Name" text);
insert into public.t values (1, 'x', 2, 'y');
