create type public.float_range as range (subtype = float8, subtype_diff = float8mi);
create table public.bands (id int primary key, band public.float_range not null);
