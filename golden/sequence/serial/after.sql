create table public.t (id serial primary key, big bigserial, small smallserial);
