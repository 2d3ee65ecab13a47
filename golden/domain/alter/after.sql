create domain public.code as text not null constraint short check (length(value) < 20) constraint upper_case check (value = upper(value));
