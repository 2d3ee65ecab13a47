create table public.t (a int default 6, b text default 'y', c jsonb default '{"k": 1}');
