create type public.mood as enum ('low', 'fair', 'high');
create table public.days (day date primary key, mood public.mood not null default 'fair');
