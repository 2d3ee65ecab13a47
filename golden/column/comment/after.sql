create table public.t (id int, a int, b int);
comment on column public.t.a is 'it''s new';
