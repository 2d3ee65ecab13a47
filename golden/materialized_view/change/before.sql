create table public.t (id int primary key, a int, b text);
create materialized view public.m as select a from public.t;
create index m_a_idx on public.m (a);
grant select on public.m to reader;
