#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

namespace {

const std::string kTables = "create table t (id int, name text); create table log (msg text, n int); ";

}  // namespace

TEST_CASE("rules: conditions and actions are bound when they are made") {
  const Replayed r(kTables +
                   "create function label(text) returns text language sql as 'select $1';"
                   "create rule r as on insert to t where (new.id > 0) do also insert into log (msg) values (label(new.name));"
                   "create rule n as on delete to t do instead nothing;"
                   "create rule m as on update to t do instead (update log set n = new.id where msg = old.name; delete from log where n is null;);"
                   "alter table t rename column name to title; alter table log rename to journal; alter rule n on t rename to none;"
                   "alter table t disable rule r; alter table t enable always rule m; comment on rule none on t is 'x';");
  CHECK(r.errors().empty());
  CHECK(r.lines("rule") ==
        "rule \"m\" of public.t | event=update | instead=true | actions=[update public.journal set n = new.id where msg = old.title, "
        "delete from public.journal where n is null] | enabled=always\n"
        "rule \"none\" of public.t | event=delete | instead=true\n"
        "rule \"r\" of public.t | event=insert | condition=new.id > 0 | actions=[insert into public.journal (msg) values (public.label(new.title))] | "
        "enabled=disabled\n");
}

TEST_CASE("OR REPLACE keeps a rule's state; ON SELECT belongs to views") {
  const Replayed r(kTables +
                   "create rule r as on insert to t do instead nothing; alter table t enable replica rule r;"
                   "create or replace rule r as on update to t do also insert into log values (old.name);"
                   "create view v as select 1 as a; create or replace rule \"_RETURN\" as on select to v do instead select id as a from t;"
                   "create rule \"_RETURN\" as on select to t do instead select 1; create rule r as on insert to t do instead nothing;"
                   "create rule x as on insert to t where old.id > 1 do nothing; drop rule if exists nosuch on t;");
  CHECK(r.says("relation \"t\" cannot have ON SELECT rules"));
  CHECK(r.says("rule \"r\" for relation \"t\" already exists"));
  CHECK(r.lines("rule") ==
        "rule \"r\" of public.t | event=update | actions=[insert into public.log values (old.name)] | enabled=replica\n");
  CHECK(r.lines("view public.v") == "view public.v | query=select id as a from public.t\n");
}

TEST_CASE("what a rule names is held by it, its own relation is not") {
  const Replayed r(kTables +
                   "create rule r as on insert to t do also insert into log (msg) values (new.name);"
                   "drop table log; alter table t alter column name type varchar(9); drop table t;");
  CHECK(r.errors() ==
        "cannot drop table public.log because other objects depend on it: rule \"r\" of public.t\n"
        "cannot alter type of a column used by a view or rule: rule \"r\" of public.t depends on column \"name\"\n");
  CHECK(r.lines("rule").empty());
}

TEST_CASE("event triggers") {
  const Replayed r(
      "create function f() returns event_trigger language plpgsql as 'begin end';"
      "create event trigger a on ddl_command_end when tag in ('create table', 'DROP VIEW') execute function f(); alter event trigger a enable always;"
      "create event trigger b on sql_drop execute procedure f(); alter event trigger b rename to c; alter event trigger c owner to staff;"
      "create event trigger d on nosuch execute function f(); comment on event trigger a is 'x'; drop function f();");
  CHECK(r.errors() ==
        "unrecognized event name \"nosuch\"\ncannot drop function public.f() because other objects depend on it: event trigger a\n");
  CHECK(r.lines("event trigger") ==
        "event trigger a | event=ddl_command_end | tags=[CREATE TABLE, DROP VIEW] | function=public.f() | enabled=always\n"
        "event trigger c | event=sql_drop | function=public.f()\n");
  CHECK(r.lines("owner of event trigger") == "owner of event trigger c | role=staff\n");
}

TEST_CASE("extended statistics: names that PostgreSQL makes up, columns in their order") {
  const Replayed r(
      "create schema s; create table s.t (a int, b int, c text); create statistics on b, a from s.t; create statistics on a, (b + 1) from s.t;"
      "create statistics st (mcv, dependencies) on (c), a, lower(c) from s.t; create statistics s.one on (a * b) from s.t;"
      "alter statistics st set statistics 99999; alter statistics s.one rename to two; alter statistics s.two set schema public;"
      "create statistics bad on a from s.t; create statistics if not exists st on a, b from s.t; alter table s.t drop column b;"
      "alter statistics if exists nosuch set statistics 1;");
  CHECK(r.errors() == "extended statistics require at least 2 columns\n");
  CHECK(r.lines("statistics") ==
        "statistics object public.st | table=s.t | elements=[{column=s.t.a}, {column=s.t.c}, {expression=lower(c)}] | kinds=[dependencies, mcv] | "
        "target=10000\n");
}

TEST_CASE("security labels need their provider") {
  const Replayed r(
      "create table t (a int); security label for p on table t is 'one'; security label for p on column t.a is 'x'; security label for q on table t is 'q';"
      "security label for p on table t is 'two'; security label for p on column t.a is null; security label on table t is 'z';");
  CHECK(r.lines("security label") ==
        "security label for p on table public.t | label=two\nsecurity label for q on table public.t | label=q\n");
  CHECK(r.says("SECURITY LABEL is not followed"));
}
