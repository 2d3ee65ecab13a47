create table public.t (id int primary key, name text not null default '', added_at timestamptz default now(), score real);
