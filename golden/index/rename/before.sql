create table public.t (id int primary key, a int, b text, c timestamptz, d jsonb);
create index old_name on public.t (a) where a > 0;
