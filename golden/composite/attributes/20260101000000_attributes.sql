-- attributes: ~1 composite type
--   hazards   data-loss  attribute public.pair.c is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- composite type public.pair
alter type public.pair drop attribute if exists c cascade;
alter type public.pair alter attribute a type bigint cascade;
do $$ begin
  if not exists (select from pg_attribute where attrelid = 'public.pair'::regclass and attname = 'd' and not attisdropped) then
    alter type public.pair add attribute d boolean cascade;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- composite type public.pair
-- rollback: alter type public.pair drop attribute if exists d cascade;
-- rollback: alter type public.pair alter attribute a type integer cascade;
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_attribute where attrelid = 'public.pair'::regclass and attname = 'c' and not attisdropped) then
-- rollback:     alter type public.pair add attribute c date cascade;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
