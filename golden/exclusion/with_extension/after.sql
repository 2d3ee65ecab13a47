create extension btree_gist;
create table public.bookings (room int not null, during tstzrange not null, exclude using gist (room with =, during with &&));
