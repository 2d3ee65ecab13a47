create table public.notes (isbn text);
