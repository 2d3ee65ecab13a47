create table public.t (a int default 5, b text default 'x', c jsonb default '{}');
