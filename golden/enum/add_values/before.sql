create type public.mood as enum ('low', 'high');
