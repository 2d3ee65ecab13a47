create table public.t (id int primary key, a int, b text, c timestamptz, d jsonb);
create index t_a_idx on public.t (a);
create unique index t_ab_idx on public.t (a, lower(b) desc nulls last) where c is not null;
