create table public.books (isbn text primary key);
create table public.notes (isbn text references public.books);
