create type public.float_range as range (subtype = float8);
