create table public.t (a int, b text);
security label for selinux on table public.t is 'system_u:object_r:sepgsql_table_t:s0';
security label for selinux on column public.t.b is 'secret';
