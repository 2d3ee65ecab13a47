create type public.mood as enum ('none', 'low', 'middle', 'high', 'max');
