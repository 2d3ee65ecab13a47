create type public.time_span as range (subtype = time, multirange_type_name = public.time_spans);
create table public.shifts (id int primary key, when_open public.time_spans);
