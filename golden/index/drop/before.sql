create table public.t (id int primary key, a int, b text, c timestamptz, d jsonb);
create index t_a_idx on public.t (a);
