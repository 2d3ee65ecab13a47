create table public.t (id int primary key);
create rule r as on insert to public.t do instead nothing;
