-- alter: ~1 text search dictionary, ~1 text search configuration
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- text search dictionary public.stops
alter text search dictionary public.stops (stopwords = 'german', accept = 'false');

-- text search configuration public.notes
alter text search configuration public.notes drop mapping if exists for email, asciiword, word;
alter text search configuration public.notes add mapping for asciiword with public.stops;
alter text search configuration public.notes add mapping for word with english_stem;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- text search dictionary public.stops
-- rollback: alter text search dictionary public.stops (accept, stopwords = 'english');
-- rollback:
-- rollback: -- text search configuration public.notes
-- rollback: alter text search configuration public.notes drop mapping if exists for asciiword, email, word;
-- rollback: alter text search configuration public.notes add mapping for asciiword with english_stem;
-- rollback: alter text search configuration public.notes add mapping for email with simple;
-- rollback: alter text search configuration public.notes add mapping for word with public.stops, english_stem;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
