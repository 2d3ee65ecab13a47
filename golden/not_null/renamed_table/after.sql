-- schemac: renamed from clients
create table public.customers (
  id int primary key,
  -- schemac: renamed from mail
  email text not null,
  note text constraint noted not null
);
