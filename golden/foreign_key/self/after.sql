create table public.nodes (id int primary key, parent_id int references public.nodes on delete cascade);
