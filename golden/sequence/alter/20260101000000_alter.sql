-- alter: ~1 sequence
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- sequence public.ticket_numbers
alter sequence public.ticket_numbers as integer increment by 2 maxvalue 2147483647 cache 20;
comment on sequence public.ticket_numbers is 'Even';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- sequence public.ticket_numbers
-- rollback: alter sequence public.ticket_numbers as bigint increment by 1 maxvalue 9223372036854775807 cache 1;
-- rollback: comment on sequence public.ticket_numbers is null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
