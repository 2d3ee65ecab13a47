create type public.mood as enum ('low', 'high');
create table public.days (day date primary key, mood public.mood default 'low');
