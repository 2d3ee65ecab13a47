create type public.mood as enum ('high', 'low');
comment on type public.mood is 'how it is';
create domain public.good as public.mood check (value <> 'low');
create table public.days (day date, mood public.mood default 'low', moods public.mood[], best public.good, primary key (day, mood));
create table public.notes (day date, mood public.mood, note text, foreign key (day, mood) references public.days);
create function public.up(m public.mood) returns public.mood language sql as $$ select m $$;
create view public.lows as select day from public.days where mood = 'low';
