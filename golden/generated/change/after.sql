create table public.t (a int, b int, total int generated always as (a * b) stored);
