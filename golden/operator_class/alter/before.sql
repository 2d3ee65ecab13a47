create operator family public.number_ops using btree;
alter operator family public.number_ops using btree add operator 1 < (integer, bigint), function 1 (integer, bigint) btint48cmp(integer, bigint);
create operator class public.my_int_ops for type integer using hash as operator 1 =, function 1 hashint4(integer);
