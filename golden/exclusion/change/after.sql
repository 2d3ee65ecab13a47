create table public.b (during tsrange, constraint no_overlap exclude using gist (during with &&) deferrable);
