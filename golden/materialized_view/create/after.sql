create table public.t (id int primary key, a int, b text);
create materialized view public.m as select a, count(*) as n from public.t group by a;
create unique index m_a_idx on public.m (a);
