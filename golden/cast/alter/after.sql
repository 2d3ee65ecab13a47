create type public.mood as enum ('sad', 'ok', 'happy');
create function public.mood_rank(public.mood) returns integer language sql immutable return case $1 when 'sad' then 0 when 'ok' then 1 else 2 end;
create cast (public.mood as integer) with function public.mood_rank(public.mood) as implicit;
