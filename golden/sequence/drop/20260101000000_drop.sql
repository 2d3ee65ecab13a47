-- drop: -1 sequence
--   hazards   data-loss  sequence public.ticket_numbers is dropped with its position
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- sequence public.ticket_numbers
drop sequence if exists public.ticket_numbers;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- sequence public.ticket_numbers
-- rollback: create sequence if not exists public.ticket_numbers;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
