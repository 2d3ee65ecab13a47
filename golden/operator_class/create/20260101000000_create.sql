-- create: +1 table, +6 functions, +1 index, +5 operators, +2 operator families, +1 operator class
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.as_long(text, text)
create or replace function public.as_long(a text, b text) returns boolean
  language sql immutable
  return length(a) = length(b);

-- function public.by_length(text, text)
create or replace function public.by_length(a text, b text) returns integer
  language sql immutable
  return sign(length(a) - length(b))::integer;

-- function public.longer(text, text)
create or replace function public.longer(a text, b text) returns boolean
  language sql immutable
  return length(a) > length(b);

-- function public.not_longer(text, text)
create or replace function public.not_longer(a text, b text) returns boolean
  language sql immutable
  return length(a) <= length(b);

-- function public.not_shorter(text, text)
create or replace function public.not_shorter(a text, b text) returns boolean
  language sql immutable
  return length(a) >= length(b);

-- function public.shorter(text, text)
create or replace function public.shorter(a text, b text) returns boolean
  language sql immutable
  return length(a) < length(b);

-- operator public.#<(text, text)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('public.#<(text, text)') and oprcode <> 0) then
    create operator public.#< (
      function = public.shorter,
      leftarg = text,
      rightarg = text,
      commutator = operator(public.#>)
    );
  end if;
end $$;

-- operator public.#<=(text, text)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('public.#<=(text, text)') and oprcode <> 0) then
    create operator public.#<= (
      function = public.not_longer,
      leftarg = text,
      rightarg = text
    );
  end if;
end $$;

-- operator public.#=(text, text)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('public.#=(text, text)') and oprcode <> 0) then
    create operator public.#= (
      function = public.as_long,
      leftarg = text,
      rightarg = text,
      commutator = operator(public.#=)
    );
  end if;
end $$;

-- operator public.#>(text, text)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('public.#>(text, text)') and oprcode <> 0) then
    create operator public.#> (
      function = public.longer,
      leftarg = text,
      rightarg = text
    );
  end if;
end $$;

-- operator public.#>=(text, text)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('public.#>=(text, text)') and oprcode <> 0) then
    create operator public.#>= (
      function = public.not_shorter,
      leftarg = text,
      rightarg = text
    );
  end if;
end $$;

-- operator family public.length_ops using btree
do $$ begin
  if not exists (select from pg_opfamily where opfname = 'length_ops' and opfnamespace = to_regnamespace('public') and opfmethod = (select oid from pg_am where amname = 'btree')) then
    create operator family public.length_ops using btree;
  end if;
end $$;

-- operator family public.number_ops using btree
do $$ begin
  if not exists (select from pg_opfamily where opfname = 'number_ops' and opfnamespace = to_regnamespace('public') and opfmethod = (select oid from pg_am where amname = 'btree')) then
    create operator family public.number_ops using btree;
  end if;
end $$;
do $$ begin
  alter operator family public.number_ops using btree add operator 1 < (integer, bigint);
exception when duplicate_object then null;
end $$;
do $$ begin
  alter operator family public.number_ops using btree add operator 3 = (integer, bigint);
exception when duplicate_object then null;
end $$;
comment on operator family public.number_ops using btree is 'numbers of two sizes';

-- operator class public.length_ops using btree
do $$ begin
  if not exists (select from pg_opclass where opcname = 'length_ops' and opcnamespace = to_regnamespace('public') and opcmethod = (select oid from pg_am where amname = 'btree')) then
    create operator class public.length_ops for type text using btree family public.length_ops as
      operator 1 public.#< (text, text),
      operator 2 public.#<= (text, text),
      operator 3 public.#= (text, text),
      operator 4 public.#>= (text, text),
      operator 5 public.#> (text, text),
      function 1 (text, text) public.by_length(text, text);
  end if;
end $$;
comment on operator class public.length_ops using btree is 'by length';

-- table public.words
create table if not exists public.words (
  word text,
  constraint words_word_excl exclude using btree (word public.length_ops with operator(public.#=))
);

-- index public.words_length
create index if not exists words_length on public.words (word public.length_ops);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.words
-- rollback: -- LOST: the rows of public.words
-- rollback: drop table if exists public.words;
-- rollback:
-- rollback: -- operator class public.length_ops using btree
-- rollback: drop operator class if exists public.length_ops using btree;
-- rollback:
-- rollback: -- operator family public.length_ops using btree
-- rollback: drop operator family if exists public.length_ops using btree;
-- rollback:
-- rollback: -- operator family public.number_ops using btree
-- rollback: drop operator family if exists public.number_ops using btree;
-- rollback:
-- rollback: -- operator public.#<(text, text)
-- rollback: drop operator if exists public.#<(text, text);
-- rollback:
-- rollback: -- operator public.#<=(text, text)
-- rollback: drop operator if exists public.#<=(text, text);
-- rollback:
-- rollback: -- operator public.#=(text, text)
-- rollback: drop operator if exists public.#=(text, text);
-- rollback:
-- rollback: -- operator public.#>(text, text)
-- rollback: drop operator if exists public.#>(text, text);
-- rollback:
-- rollback: -- operator public.#>=(text, text)
-- rollback: drop operator if exists public.#>=(text, text);
-- rollback:
-- rollback: -- function public.as_long(text, text)
-- rollback: drop function if exists public.as_long(text, text);
-- rollback:
-- rollback: -- function public.by_length(text, text)
-- rollback: drop function if exists public.by_length(text, text);
-- rollback:
-- rollback: -- function public.longer(text, text)
-- rollback: drop function if exists public.longer(text, text);
-- rollback:
-- rollback: -- function public.not_longer(text, text)
-- rollback: drop function if exists public.not_longer(text, text);
-- rollback:
-- rollback: -- function public.not_shorter(text, text)
-- rollback: drop function if exists public.not_shorter(text, text);
-- rollback:
-- rollback: -- function public.shorter(text, text)
-- rollback: drop function if exists public.shorter(text, text);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
