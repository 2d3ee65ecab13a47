-- create: +1 table, +1 index, +1 schema, +1 text search parser, +1 text search template, +2 text search dictionaries, +2 text search configurations
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema app
create schema if not exists app;

-- text search parser app.words
do $$ begin
  if not exists (select from pg_ts_parser where prsname = 'words' and prsnamespace = to_regnamespace('app')) then
    create text search parser app.words (
      start = prsd_start,
      gettoken = prsd_nexttoken,
      end = prsd_end,
      headline = prsd_headline,
      lextypes = prsd_lextype
    );
  end if;
end $$;
comment on text search parser app.words is 'the default one';

-- text search template app.plain
do $$ begin
  if not exists (select from pg_ts_template where tmplname = 'plain' and tmplnamespace = to_regnamespace('app')) then
    create text search template app.plain (init = dsimple_init, lexize = dsimple_lexize);
  end if;
end $$;
comment on text search template app.plain is 'simple';

-- text search dictionary app.numbers
do $$ begin
  if not exists (select from pg_ts_dict where dictname = 'numbers' and dictnamespace = to_regnamespace('app')) then
    create text search dictionary app.numbers (template = app.plain);
  end if;
end $$;

-- text search dictionary app.stops
do $$ begin
  if not exists (select from pg_ts_dict where dictname = 'stops' and dictnamespace = to_regnamespace('app')) then
    create text search dictionary app.stops (template = simple, stopwords = 'english', accept = 'false');
  end if;
end $$;
comment on text search dictionary app.stops is 'stop words alone';

-- text search configuration app.german
do $$ begin
  if not exists (select from pg_ts_config where cfgname = 'german' and cfgnamespace = to_regnamespace('app')) then
    create text search configuration app.german (parser = pg_catalog."default");
  end if;
end $$;
alter text search configuration app.german drop mapping if exists for asciihword, asciiword, email, file, "float", host, hword, hword_asciipart, hword_numpart, hword_part, "int", numhword, numword, sfloat, uint, version, word;
alter text search configuration app.german add mapping for asciihword, hword, hword_asciipart, hword_part, word with german_stem;
alter text search configuration app.german add mapping for asciiword with app.stops, german_stem;
alter text search configuration app.german add mapping for email, file, "float", host, hword_numpart, "int", numhword, numword, sfloat, uint, version with app.numbers;

-- text search configuration app.notes
do $$ begin
  if not exists (select from pg_ts_config where cfgname = 'notes' and cfgnamespace = to_regnamespace('app')) then
    create text search configuration app.notes (parser = app.words);
  end if;
end $$;
alter text search configuration app.notes drop mapping if exists for asciiword, "int", uint, word;
alter text search configuration app.notes add mapping for asciiword, word with app.stops, english_stem;
alter text search configuration app.notes add mapping for "int", uint with app.numbers;
comment on text search configuration app.notes is 'for notes';

-- table app.pages
create table if not exists app.pages (
  body   text,
  search tsvector generated always as (to_tsvector('app.notes'::regconfig, body)) stored
);

-- index app.pages_search
create index if not exists pages_search on app.pages using gin (to_tsvector('app.german', body));

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table app.pages
-- rollback: -- LOST: the rows of app.pages
-- rollback: drop table if exists app.pages;
-- rollback:
-- rollback: -- text search configuration app.german
-- rollback: drop text search configuration if exists app.german;
-- rollback:
-- rollback: -- text search configuration app.notes
-- rollback: drop text search configuration if exists app.notes;
-- rollback:
-- rollback: -- text search dictionary app.numbers
-- rollback: drop text search dictionary if exists app.numbers;
-- rollback:
-- rollback: -- text search dictionary app.stops
-- rollback: drop text search dictionary if exists app.stops;
-- rollback:
-- rollback: -- text search template app.plain
-- rollback: drop text search template if exists app.plain;
-- rollback:
-- rollback: -- text search parser app.words
-- rollback: drop text search parser if exists app.words;
-- rollback:
-- rollback: -- schema app
-- rollback: drop schema if exists app;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
