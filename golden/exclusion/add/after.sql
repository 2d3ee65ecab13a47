create table public.bookings (room int, during tsrange,
  constraint no_overlap exclude using gist (during with &&) where (room > 0));
