// DO blocks: PL/pgSQL over the schema in memory.
#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using schemac::test::Replayed;

namespace {
bool has(const Replayed& r, const char* table, const char* column) {
  const auto* relation = r.relation(table);
  return relation && schemac::ir::columnOf(*relation, column);
}
}  // namespace

TEST_CASE("blocks: what only moves rows is passed by, whatever its conditions are") {
  const Replayed r(R"(
    create table t (id int, n int);
    do $$
    declare
      amount int; r record;
    begin
      select count(*) into amount from t;
      if amount > 3 then
        with q as (select id from t) update t set n = 1 where id in (select id from q);
      end if;
      for r in select * from t loop
        insert into t values (r.id, 2);
        exit when r.n > 5;
      end loop;
      loop
        update t set n = 2 where n is null;
        get diagnostics amount = row_count;
        exit when amount = 0;
      end loop;
      if amount > 0 then raise notice 'left over'; end if;
      alter table t add column done bool;
    end $$;
  )");
  CHECK(r.errors() == "");
  CHECK(has(r, "t", "done"));
}

TEST_CASE("blocks: an exception that rows decide over is unknown, handled or not") {
  const Replayed r(R"(
    create table t (id int);
    do $$ begin if exists (select from t) then raise exception 'left over'; end if; alter table t add column a int; end $$;
    do $$ begin assert (select count(*) from t) = 0; alter table t add column b int; end $$;
    do $$ begin begin if exists (select from t) then raise exception 'x'; end if; exception when others then null; end; alter table t add column c int; end $$;
    do $$ begin if not exists (select from pg_class where relname = 't') then raise exception 'no t'; end if; alter table t add column d int; end $$;
    do $$ begin assert 1 = 1; alter table t add column e int; end $$;
  )");
  CHECK(!has(r, "t", "a"));
  CHECK(!has(r, "t", "b"));
  CHECK(!has(r, "t", "c"));
  CHECK(has(r, "t", "d"));
  CHECK(has(r, "t", "e"));
  CHECK(r.schema->unfollowed.size() == 3);
}

TEST_CASE("blocks: what depends on rows is not followed") {
  const Replayed r(R"(
    create table t (id int);
    do $$ begin if exists (select from t) then alter table t add column a int; end if; end $$;
    do $$ declare n int; begin select count(*) into n from t; if n = 0 then alter table t add column b int; end if; end $$;
    do $$ declare n text; begin select id::text into n from t; execute format('alter table t add column %I int', 'c' || n); end $$;
    do $$ begin insert into t values (1); exception when unique_violation then alter table t add column d int; end $$;
  )");
  CHECK(!has(r, "t", "a"));
  CHECK(!has(r, "t", "b"));
  CHECK(!has(r, "t", "d"));
  CHECK(r.schema->unfollowed.size() == 4);
}

TEST_CASE("blocks: functions of the folder are called for their DDL") {
  const Replayed r(R"(
    create table t (id int);
    create function add(name text, kind text default 'int') returns void language plpgsql as $$
      begin execute format('alter table t add column %I %s', name, kind); end $$;
    create function audit(tab regclass) returns int language plpgsql set search_path = '' as $$
      declare c text;
      begin
        foreach c in array array['created', 'updated'] loop
          execute format('alter table %s add column %I timestamptz', tab, c);
        end loop;
        return 2;
      end $$;
    select add('a');
    select audit('t');
    do $$ begin perform add('b', 'int'); end $$;
  )");
  CHECK(r.errors() == "");
  CHECK(has(r, "t", "a"));
  CHECK(has(r, "t", "b"));
  CHECK(has(r, "t", "created"));
  CHECK(has(r, "t", "updated"));
}

TEST_CASE("blocks: names are printed as the search path sees them") {
  const Replayed r(R"(
    create schema s;
    create table t (id int primary key);
    create table s.u (id int primary key);
    do $$
    declare r record;
    begin
      for r in select conrelid::regclass::text as tab, conname from pg_constraint where contype = 'p' order by conname loop
        if r.tab = 't' then execute 'alter table t add column bare int'; end if;
        if r.tab = 's.u' then alter table s.u add column qualified int; end if;
        if r.tab = 'public.t' then alter table t add column wrong int; end if;
      end loop;
    end $$;
  )");
  CHECK(r.errors() == "");
  CHECK(has(r, "t", "bare"));
  CHECK(!has(r, "t", "wrong"));
  CHECK(r.lines("column s.u.qualified") != "");
}

TEST_CASE("blocks: fields, regular expressions, aggregates, WITH and GROUP BY") {
  const Replayed r(R"(
    create table t (a int, b int, constraint odd unique (b, a));
    create table u (a int unique);
    do $$
    declare c record; n int;
    begin
      for c in select pc.conname as old, pgc.relname as tab, (select string_agg(attname, '_') from (select pa.attname from pg_attribute pa
                 where pa.attrelid = pc.conrelid and pa.attnum = any(pc.conkey) order by pa.attname) as attname) || '_uq' as new
               from pg_constraint pc join pg_class pgc on pc.conrelid = pgc.oid where contype = 'u' order by 1 loop
        c.new := regexp_replace(c.tab, '^', 'x_') || '_' || c.new;
        execute format('alter table %I rename constraint %I to %I', c.tab, c.old, c.new);
      end loop;
      with q as (select c.conrelid as tab, count(*) as n from pg_constraint c group by c.conrelid having count(*) > 0)
        select count(*) into n from q;
      if n = 2 then alter table u add column two int; end if;
    end $$;
  )");
  CHECK(r.errors() == "");
  CHECK(r.lines("constraint \"odd\"") == "");
  CHECK(r.schema->find(schemac::ir::Space::Relation, r.schema->schema("public"), "x_t_a_b_uq"));
  CHECK(has(r, "u", "two"));
}

TEST_CASE("blocks: the name of the database decides nothing") {
  const Replayed r(R"(
    create table t (id int);
    do $$ begin execute format('alter database %I set app.x = %L', current_database(), '1'); end $$;
    do $$ begin if current_database() = 'prod' then alter table t add column a int; end if; end $$;
    do $$ begin if not exists (select from information_schema.tables where table_catalog = current_database() and table_name = 't') then drop table t; end if; end $$;
  )");
  CHECK(r.relation("t"));
  CHECK(!has(r, "t", "a"));
  CHECK(r.schema->unfollowed.size() == 1);
}

TEST_CASE("blocks: foreign data is asked for in the information schema") {
  const Replayed r(R"(
    do $$ begin
      if not exists (select 1 from information_schema.foreign_data_wrappers where foreign_data_wrapper_name = 'w') then create foreign data wrapper w; end if;
      if not exists (select 1 from information_schema.foreign_servers where foreign_server_name = 's' and foreign_data_wrapper_name = 'w') then create server s foreign data wrapper w; end if;
      if not exists (select 1 from information_schema.user_mappings where foreign_server_name = 's') then create user mapping for public server s; end if;
      if exists (select 1 from information_schema.foreign_servers where foreign_server_name = 's') then create table made (id int); end if;
    end $$;
  )");
  CHECK(r.errors() == "");
  CHECK(r.schema->unfollowed.empty());
  CHECK(r.relation("made"));
  CHECK(r.lines("user mapping") != "");
}

TEST_CASE("blocks: functions of pg_temp go with the session") {
  const Replayed r(R"(
    create table t (id int);
    create function pg_temp.run(sql text) returns void language plpgsql as $$ begin execute sql; end $$;
    select pg_temp.run('alter table t add column a int');
  )");
  CHECK(r.errors() == "");
  CHECK(has(r, "t", "a"));
  CHECK(r.lines("function") == "");
}

TEST_CASE("queues of pgmq are their tables") {
  const Replayed r(R"(
    create extension pgmq;
    select pgmq.create('Jobs');
    do $$ begin perform pgmq.create('mail'); end $$;
    alter table pgmq.q_jobs enable row level security;
    select pgmq.create('gone');
    select pgmq.drop_queue('gone');
  )");
  CHECK(r.errors() == "");
  CHECK(r.lines("table pgmq.q_jobs").find("row security=true") != std::string::npos);
  CHECK(r.lines("table pgmq.a_jobs").find("<- table pgmq.q_jobs") != std::string::npos);
  CHECK(r.lines("column pgmq.q_mail.message").find("<- table pgmq.q_mail") != std::string::npos);
  CHECK(r.lines("table pgmq.q_gone") == "");
  CHECK(r.lines("table pgmq.a_gone") == "");
}

TEST_CASE("what follows SET client_encoding is read in that encoding") {
  const Replayed r("create table t (id int);\nset client_encoding = 'LATIN1';\ncomment on table t is 'R\xE9sum\xE9';\nset client_encoding to utf8;\ncomment on column t.id is '\xC3\xA9';\n");
  CHECK(r.errors() == "");
  CHECK(r.lines("comment on table").find("R\xC3\xA9sum\xC3\xA9") != std::string::npos);
  CHECK(r.lines("comment on column").find("text=\xC3\xA9") != std::string::npos);
}

TEST_CASE("handlers catch what the server would raise, whatever the names in its message are") {
  const auto caught = [](const std::string& statement, const std::string& condition) {
    const Replayed r("create schema function_schema; create table relation_schema (id int, column_a int); create publication p for table relation_schema;"
                     "create type schema_function as enum ('a'); create view v as select 1 as n;"
                     "create function trigger_f() returns trigger language plpgsql as 'begin return new; end';"
                     "create trigger relation_t before insert on relation_schema for each row execute function trigger_f();"
                     "create policy function_p on relation_schema; alter table relation_schema add constraint column_c check (id > 0);"
                     "do $$ begin " + statement + "; exception when " + condition + " then create table caught (); end $$;");
    return r.errors().empty() && r.relation("caught");
  };
  CHECK(caught("alter publication p add table relation_schema", "duplicate_object"));
  CHECK_FALSE(caught("alter publication p add table relation_schema", "duplicate_table"));
  CHECK(caught("create trigger relation_t before insert on relation_schema for each row execute function trigger_f()", "duplicate_object"));
  CHECK(caught("create policy function_p on relation_schema", "duplicate_object"));
  CHECK(caught("create type schema_function as enum ('b')", "duplicate_object"));
  CHECK(caught("alter table relation_schema add constraint column_c check (id > 1)", "duplicate_object"));
  CHECK(caught("create schema function_schema", "duplicate_schema"));
  CHECK(caught("create table relation_schema ()", "duplicate_table"));
  CHECK(caught("create view v as select 2 as n", "duplicate_table"));
  CHECK(caught("alter table relation_schema add column column_a int", "duplicate_column"));
  CHECK(caught("create function trigger_f() returns trigger language plpgsql as 'begin return new; end'", "duplicate_function"));
  CHECK(caught("drop table missing", "undefined_table"));
  CHECK(caught("drop index missing", "undefined_object"));
  CHECK(caught("drop function missing()", "undefined_function"));
  CHECK(caught("alter table missing add column a int", "undefined_table"));
  CHECK(caught("alter table relation_schema drop column missing", "undefined_column"));
  CHECK(caught("alter table relation_schema drop constraint missing", "undefined_object"));
  CHECK(caught("create or replace function trigger_f() returns int language sql as 'select 1'", "invalid_function_definition"));
  CHECK(caught("drop table relation_schema, missing", "sqlstate '42P01'"));
  CHECK(caught("drop table missing", "syntax_error_or_access_rule_violation"));  // its class
}
