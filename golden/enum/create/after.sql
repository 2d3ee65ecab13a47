create type public.mood as enum ('low', 'high');
comment on type public.mood is 'How it goes';
