#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

TEST_CASE("a function keeps its arguments, attributes and body as written") {
  const Replayed r(
      "create function area(w numeric, h numeric default 1 + 1, out total numeric, variadic rest int[]) language plpgsql stable strict "
      "security definer parallel safe cost 5 set search_path = '' set work_mem = '1MB' as $$begin total := w * h; end$$;");
  CHECK(r.errors().empty());
  CHECK(r.lines("function") ==
        "function public.area(numeric, numeric, integer[]) | arguments=[{name=w, type=numeric}, {name=h, type=numeric, default=1 + 1}, "
        "{mode=out, name=total, type=numeric}, {mode=variadic, name=rest, type=integer[]}] | returns=numeric | language=plpgsql | "
        "volatility=stable | parallel=safe | strict=true | security definer=true | cost=5 | settings=[search_path=\"\", work_mem=1MB] | "
        "body=begin total := w * h; end\n");
}

TEST_CASE("RETURNS TABLE, SETOF and OUT arguments say what a function returns") {
  const Replayed r(
      "create function a() returns table (x int, y text) language sql rows 10 as 'select 1, ''a''';"
      "create function b() returns setof int language sql rows 1000 as 'select 1';"
      "create function c(out x int, inout y int) language sql as 'select 1, 1'; create procedure d(inout x int) language sql as 'select 1';");
  CHECK(r.errors().empty());
  CHECK(r.lines("function public.a") ==
        "function public.a() | arguments=[{mode=table, name=x, type=integer}, {mode=table, name=y, type=text}] | returns=setof record | "
        "language=sql | rows=10 | body=select 1, 'a'\n");
  CHECK(r.lines("function public.b") == "function public.b() | returns=setof integer | language=sql | body=select 1\n");
  CHECK(r.lines("function public.c") ==
        "function public.c(integer) | arguments=[{mode=out, name=x, type=integer}, {mode=inout, name=y, type=integer}] | returns=record | "
        "language=sql | body=select 1, 1\n");
  CHECK(r.lines("procedure") ==
        "procedure public.d(integer) | routine=1 | arguments=[{mode=inout, name=x, type=integer}] | language=sql | body=select 1\n");
}

TEST_CASE("CREATE OR REPLACE keeps identity and refuses what the server refuses") {
  const Replayed r(
      "create function f(a int) returns int language sql as 'select 1'; comment on function f(int) is 'kept';"
      "create or replace function f(a int default 2) returns int language sql as 'select 2';"
      "create function f(a int) returns int language sql as 'select 3'; create or replace function f(a int) returns int language sql as 'select 4';"
      "create or replace function f(b int default 1) returns int language sql as 'select 5';"
      "create or replace function f(a int default 1) returns text language sql as 'select 6'; create or replace procedure f(a int) language sql as '';");
  CHECK(r.errors() ==
        "function \"f\" already exists with same argument types\ncannot remove parameter defaults from existing function\n"
        "cannot change name of input parameter \"a\"\ncannot change return type of existing function\ncannot change routine kind\n");
  CHECK(r.lines("comment") == "comment on function public.f(integer) | text=kept\n");
  CHECK(r.lines("function").find("body=select 2") != std::string::npos);
}

TEST_CASE("ALTER FUNCTION changes attributes and settings") {
  const Replayed r(
      "create function f() returns int language sql cost 7 set work_mem = '1MB' as 'select 1';"
      "alter function f() immutable leakproof cost 100 set search_path from current; alter function f reset work_mem;");
  CHECK(r.errors().empty());
  CHECK(r.lines("function") ==
        "function public.f() | returns=integer | language=sql | volatility=immutable | leakproof=true | "
        "settings=[search_path=\"$user\", public] | body=select 1\n");
}

TEST_CASE("settings are named as the server names them") {
  const Replayed r("create function f() returns int language sql set timezone = utc set \"DATESTYLE\" = iso set \"My.Own\" = 'x' as 'select 1';");
  CHECK(r.lines("function") ==
        "function public.f() | returns=integer | language=sql | settings=[TimeZone=utc, DateStyle=iso, My.Own=x] | body=select 1\n");
}

TEST_CASE("SQL bodies are slices") {
  const Replayed r(
      "create function one(a int) returns int immutable return a + 1;"
      "create function two(a int) returns int begin atomic select a; select case when a > 1 then a else 2 end; end;");
  CHECK(r.errors().empty());
  CHECK(r.lines("function public.one").find("sql body=return a + 1") != std::string::npos);
  CHECK(r.lines("function public.two").find("sql body=begin atomic select a; select case when a > 1 then a else 2 end; end\n") != std::string::npos);
}

TEST_CASE("a view has the columns of its query, and CREATE OR REPLACE may add some") {
  const Replayed r(
      "create view v (a, b) with (security_invoker = on) as select 1, 'x'::text where true with local check option;"
      "create or replace view v as select 2 as a, 'y'::text as b, 3 as c; create or replace view v as select 2 as a;"
      "create or replace view v as select 2 as z, 'y'::text as b, 3 as c;");
  CHECK(r.errors() == "cannot drop columns from view\ncannot change name of view column \"a\" to \"z\"\n");
  CHECK(r.lines("view") == "view public.v | query=select 2 as a, 'y'::text as b, 3 as c\n");
  CHECK(r.lines("column") ==
        "column public.v.a #1 <- view public.v | type=integer\ncolumn public.v.b #2 <- view public.v | type=text\n"
        "column public.v.c #3 <- view public.v | type=integer\n");
}

TEST_CASE("a check option is an option, a recursive view a WITH RECURSIVE") {
  const Replayed r(
      "create view v as select 1 as a with cascaded check option; create recursive view r (n) as values (1) union all select n + 1 from r where n < 9;"
      "create materialized view m tablespace fast as select 1 as a with no data;");
  CHECK(r.lines("view public.v") == "view public.v | query=select 1 as a | options=[check_option=cascaded]\n");
  CHECK(r.lines("view public.r") ==
        "view public.r | query=WITH RECURSIVE r (n) AS (values (1) union all select n + 1 from r where n < 9) SELECT n FROM r | columns named=true\n");
  CHECK(r.lines("materialized view") == "materialized view public.m | query=select 1 as a | tablespace=fast | populated=false\n");
}

TEST_CASE("triggers on partitioned tables are copied to partitions") {
  const Replayed r(
      "create table t (a int, b int) partition by list (a); create table t1 partition of t for values in (1);"
      "create function f() returns trigger language plpgsql as 'begin return new; end';"
      "create trigger tg after insert or update of b on t for each row when (new.b > 0) execute function f('x', 'y');"
      "create constraint trigger ct after delete on t1 deferrable initially deferred for each row execute function f();"
      "alter trigger tg on t rename to tgr;");
  CHECK(r.errors().empty());
  CHECK(r.lines("trigger") ==
        "trigger \"tgr\" of public.t | timing=after | events=[insert, update] | update of=[public.t.b] | for each row=true | when=new.b > 0 | "
        "function=public.f() | arguments=[x, y]\n"
        "trigger \"ct\" of public.t1 | timing=after | events=[delete] | for each row=true | function=public.f() | constraint=true | "
        "deferrable=true | initially deferred=true\n"
        "trigger \"tgr\" of public.t1 <- trigger \"tgr\" of public.t | timing=after | events=[insert, update] | update of=[public.t1.b] | "
        "for each row=true | when=new.b > 0 | function=public.f() | arguments=[x, y]\n");
}

TEST_CASE("policies: roles sorted, PUBLIC alone, clauses replaced") {
  const Replayed r(
      "create table t (a int, owner text); create policy p on t as restrictive for update to staff, anon using (a > 0) with check ((a < 9));"
      "create policy q on t using (true); alter policy p on t to public with check (owner = current_user); alter policy q on t rename to q2;"
      "create policy q2 on t; create policy i on t for insert using (true);");
  CHECK(r.errors() == "policy \"q2\" for table \"t\" already exists\nonly WITH CHECK expression allowed for INSERT\n");
  CHECK(r.lines("policy") ==
        "policy \"p\" of public.t | command=update | permissive=false | roles=[public] | using=a > 0 | with check=owner = current_user\n"
        "policy \"q2\" of public.t | roles=[public] | using=true\n");
}

TEST_CASE("an extension brings its members, in the schema that it goes to") {
  const Replayed r(
      "create schema ext; create extension citext with schema ext; create extension nosuch_thing; create extension citext;"
      "create function f(ext.citext) returns int language sql as 'select 1'; drop type ext.citext;");
  CHECK(r.says("extension \"citext\" already exists"));
  CHECK(r.says("cannot drop type ext.citext because extension citext requires it"));
  CHECK(r.lines("type ext.citext") == "type ext.citext [extension] <- extension citext\n");
  CHECK(r.schema->partlyKnown.size() == 1);
}

TEST_CASE("publications have members with columns and filters") {
  const Replayed r(
      "create table t (a int primary key, b int); create table u (a int); create schema s;"
      "create publication p for table t (b, a) where (a > 0), tables in schema s with (publish = 'insert, delete');"
      "alter publication p add table u; alter publication p drop table t; alter table u rename to w; alter publication p set (publish = 'update');"
      "create publication q for all tables;");
  CHECK(r.errors().empty());
  CHECK(r.lines("publication") ==
        "publication p | publish=[update]\npublication q | all tables=true | publish=[insert, update, delete, truncate]\n"
        "publication table public.w of p | table=public.w\npublication table s of p | schema=s\n");
}

TEST_CASE("a DO block sees the whole search path") {
  const Replayed r(
      "create schema s; set search_path = s, public;"
      "do $$ begin if 's' = any (current_schemas(false)) and not 'pg_catalog' = any (current_schemas(false)) then create table found (); end if; end $$;"
      "do $$ declare n name; begin foreach n in array current_schemas(false) loop execute format('create table %I.each ()', n); end loop; end $$;");
  CHECK(r.errors().empty());
  const std::string tables = r.lines("table");
  for (const char* table : {"table public.each ", "table s.each ", "table s.found "}) CHECK(tables.find(table) != std::string::npos);
}
