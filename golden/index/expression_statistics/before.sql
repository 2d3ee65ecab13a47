create table public.t (id int primary key, a int, b text, c timestamptz, d jsonb);
create index t_e_idx on public.t ((a + 1));
