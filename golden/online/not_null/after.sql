create table public.t (id integer primary key, a text not null check (a <> ''), b bigint not null, "Odd Name" text not null);
