create table public.log (at timestamptz, what text);
