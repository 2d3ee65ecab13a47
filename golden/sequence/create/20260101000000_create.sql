-- create: +1 sequence
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- sequence public.ticket_numbers
create sequence if not exists public.ticket_numbers as integer increment by 10 minvalue 1000 maxvalue 100000 cache 5 cycle;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- sequence public.ticket_numbers
-- rollback: -- LOST: the position of public.ticket_numbers
-- rollback: drop sequence if exists public.ticket_numbers;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
