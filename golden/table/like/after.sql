create table public.template (id int not null default 7, note text check (note <> ''));
create table public.copy (like public.template including all, more int);
