create table public.t (a int, b text);
security label for selinux on table public.t is 'new';
