-- add_value_and_use, file 2 of 2: ~1 table
--   locks     public.days  access exclusive, short
set lock_timeout = '5s';

-- table public.days
alter table public.days alter column mood set default 'fair';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.days
-- rollback: alter table public.days alter column mood set default 'low';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000001
