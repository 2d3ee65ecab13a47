create operator class public.my_int_ops for type integer using hash as operator 1 =, function 1 hashint4(integer);
create table public.numbers (n integer);
create index numbers_n on public.numbers using hash (n public.my_int_ops);
