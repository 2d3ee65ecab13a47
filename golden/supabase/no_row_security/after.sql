create table public.open_book (id int primary key);
