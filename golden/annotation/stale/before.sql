create table public.t (id integer primary key, name text, other text);
