-- drop: -1 text search dictionary, -1 text search configuration
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with nothing, PostgreSQL 17
set lock_timeout = '5s';

-- text search configuration public.notes
drop text search configuration if exists public.notes;

-- text search dictionary public.stops
drop text search dictionary if exists public.stops;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- text search dictionary public.stops
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_ts_dict where dictname = 'stops' and dictnamespace = to_regnamespace('public')) then
-- rollback:     create text search dictionary public.stops (template = simple, stopwords = 'english');
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- text search configuration public.notes
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_ts_config where cfgname = 'notes' and cfgnamespace = to_regnamespace('public')) then
-- rollback:     create text search configuration public.notes (parser = pg_catalog."default");
-- rollback:   end if;
-- rollback: end $$;
-- rollback: alter text search configuration public.notes drop mapping if exists for asciihword, asciiword, email, file, "float", host, hword, hword_asciipart, hword_numpart, hword_part, "int", numhword, numword, sfloat, uint, url, url_path, version, word;
-- rollback: alter text search configuration public.notes add mapping for asciihword, asciiword, hword, hword_asciipart, hword_part with english_stem;
-- rollback: alter text search configuration public.notes add mapping for email, file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, url, url_path, version with simple;
-- rollback: alter text search configuration public.notes add mapping for word with public.stops;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
