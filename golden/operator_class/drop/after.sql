create table public.numbers (n integer);
