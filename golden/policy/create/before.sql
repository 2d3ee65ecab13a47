create table public.t (id int primary key, owner text, open boolean);
alter table public.t enable row level security;
