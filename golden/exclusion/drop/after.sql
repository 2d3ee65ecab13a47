create table public.bookings (room int, during tsrange);
