create type public.mood as enum ('sad', 'ok', 'happy');
create function public.mood_rank(public.mood) returns integer language sql immutable return case $1 when 'sad' then 0 when 'ok' then 1 else 2 end;
create cast (public.mood as integer) with function public.mood_rank(public.mood) as assignment;
create cast (varchar as public.mood) with inout as implicit;
create type public.pair as (a integer, b integer);
create cast (bigint as public.mood) with inout;
comment on cast (public.mood as integer) is 'how good it is';
create table public.days (day date, felt public.mood);
create view public.ranks as select day, felt::integer as rank from public.days;
