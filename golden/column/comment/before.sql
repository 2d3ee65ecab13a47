create table public.t (id int, a int, b int);
comment on column public.t.a is 'old';
comment on column public.t.b is 'gone';
