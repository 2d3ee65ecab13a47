-- composite_match_full: +2 tables
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.a
create table if not exists public.a (
  x integer not null,
  y integer not null,
  primary key (x, y)
);

-- table public.b
create table if not exists public.b (
  x integer,
  y integer,
  foreign key (x, y) references public.a (x, y) match full on delete restrict
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.b
-- rollback: -- LOST: the rows of public.b
-- rollback: drop table if exists public.b;
-- rollback:
-- rollback: -- table public.a
-- rollback: -- LOST: the rows of public.a
-- rollback: drop table if exists public.a;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
