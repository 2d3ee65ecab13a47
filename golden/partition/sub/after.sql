create table public.m (region text, k int, v text) partition by list (region);
create table public.m_eu partition of public.m for values in ('de', 'fr') partition by hash (k);
create table public.m_eu_0 partition of public.m_eu for values with (modulus 2, remainder 0);
create table public.m_eu_1 partition of public.m_eu for values with (modulus 2, remainder 1);
