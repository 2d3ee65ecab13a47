create table public.t (id int default 1, a int default -1, b text default 'it''s', c timestamptz default now());
