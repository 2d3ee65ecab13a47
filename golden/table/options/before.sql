create table public.t (id int) with (fillfactor = 70, autovacuum_enabled = false);
