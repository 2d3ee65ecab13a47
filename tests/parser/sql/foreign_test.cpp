#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

namespace {

const std::string kServer = "create foreign data wrapper w; create server s foreign data wrapper w; ";

}  // namespace

TEST_CASE("wrappers, servers and user mappings keep what was said, and OPTIONS change it") {
  const Replayed r(
      "create function check_options(text[], oid) returns void language plpgsql as 'begin end';"
      "create foreign data wrapper w validator check_options options (a '1', b '2'); alter foreign data wrapper w no validator options (set a '3', drop b, c '4');"
      "create server s type 't' version '1' foreign data wrapper w options (host 'h'); alter server s version null options (add port '1');"
      "create server if not exists s foreign data wrapper nosuch;"
      "create user mapping for current_user server s options (\"user\" 'u'); create user mapping if not exists for public server s;"
      "create user mapping for staff server s; alter user mapping for staff server s options (password 'x'); drop user mapping for public server s;"
      "drop user mapping if exists for anon server nosuch; alter server s rename to s2; alter foreign data wrapper w rename to w2;");
  CHECK(r.errors().empty());
  CHECK(r.lines("foreign-data wrapper") == "foreign-data wrapper w2 | options=[a=3, c=4]\n");
  CHECK(r.lines("server") == "server s2 | foreign-data wrapper=w2 | type=t | options=[host=h, port=1]\n");
  CHECK(r.lines("user mapping") ==
        "user mapping of postgres on server s2 | options=[user=u]\nuser mapping of staff on server s2 | options=[password=x]\n");
}

TEST_CASE("what foreign data refuses") {
  const Replayed r(kServer +
                   "create foreign data wrapper w; create server s foreign data wrapper w; create server t foreign data wrapper nosuch;"
                   "alter server s options (drop host); alter server s options (set host 'x'); alter server s options (add a '1', add a '2');"
                   "create user mapping for anon server nosuch; drop user mapping for anon server s; create user mapping for anon server s;"
                   "create user mapping for anon server s; drop server s; drop foreign data wrapper w;"
                   "create foreign table t (a int primary key) server s; create foreign table t (a int) server nosuch;"
                   "create table u (a int options (x 'y')); create foreign data wrapper v handler nosuch;");
  CHECK(r.errors() ==
        "foreign-data wrapper \"w\" already exists\nserver \"s\" already exists\nforeign-data wrapper \"nosuch\" does not exist\n"
        "option \"host\" not found\noption \"host\" not found\noption \"a\" provided more than once\nserver \"nosuch\" does not exist\n"
        "user mapping for \"anon\" does not exist for server \"s\"\nuser mapping for \"anon\" already exists for server \"s\"\n"
        "cannot drop server s because other objects depend on it: user mapping of anon on server s\n"
        "cannot drop foreign-data wrapper w because other objects depend on it: server s\n"
        "primary key constraints are not supported on foreign tables\nserver \"nosuch\" does not exist\n\"u\" is not a foreign table\n"
        "function nosuch() does not exist\n");
}

TEST_CASE("a foreign table is a table with a server") {
  const Replayed r(kServer +
                   "create foreign table t (a int options (column_name 'x') not null default 1, b text check (b > '')) server s options (o 'p');"
                   "alter foreign table t options (set o 'q', n 'm'); alter foreign table t alter column a options (drop column_name, add y 'z');"
                   "alter foreign table t add column c int options (k 'v'); alter foreign table t rename column b to d; alter table t rename to u;"
                   "alter foreign table u owner to staff; comment on foreign table u is 'x'; grant select on u to anon;");
  CHECK(r.errors().empty());
  CHECK(r.lines("table") == "table public.u | replica identity=default | server=s | foreign options=[o=q, n=m]\n");
  CHECK(r.lines("column") ==
        "column public.u.a #1 | type=integer | not null=true | foreign options=[y=z]\ncolumn public.u.c #3 | type=integer | foreign options=[k=v]\n"
        "column public.u.d #2 | type=text\n");
  CHECK(r.lines("owner") == "owner of table public.u | role=staff\n");
}

TEST_CASE("DROP SERVER CASCADE takes mappings and foreign tables along, DROP FOREIGN TABLE a foreign one alone") {
  const Replayed r(kServer +
                   "create foreign table t (a int) server s; create view v as select a from t; create user mapping for anon server s; create table u (a int);"
                   "drop table t; drop foreign table u; drop server s cascade;");
  CHECK(r.says("\"t\" is not a table"));
  CHECK(r.says("\"u\" is not a foreign table"));
  CHECK(r.lines("table") == "table public.u | replica identity=default\n");
  CHECK(r.lines("view").empty());
  CHECK(r.lines("user mapping").empty());
}

TEST_CASE("foreign partitions have no indexes of their own") {
  const Replayed r(kServer +
                   "create table t (a int, b int) partition by list (a); create index t_b on t (b);"
                   "create foreign table t1 partition of t for values in (1) server s options (o 'p');"
                   "create unique index t_u on t (a); create foreign table t2 partition of t for values in (2) server s;");
  CHECK(r.says("cannot create foreign partition of partitioned table \"t\""));
  CHECK(r.lines("index public.t_b") == "index public.t_b | elements=[{column=public.t.b}]\n");
  CHECK(r.lines("index public.t1").empty());
}

TEST_CASE("an extension brings its wrapper; what a server holds is not guessed") {
  const Replayed r(
      "create extension postgres_fdw; create server s foreign data wrapper postgres_fdw; import foreign schema x from server s into public;"
      "drop foreign data wrapper postgres_fdw;");
  CHECK(r.lines("server") == "server s | foreign-data wrapper=postgres_fdw\n");
  CHECK(r.says("IMPORT FOREIGN SCHEMA is not followed: what the server \"s\" holds is not known"));
  CHECK(r.says("cannot drop foreign-data wrapper postgres_fdw because extension postgres_fdw requires it"));
}

TEST_CASE("subscriptions: what connect implies, and what ALTER changes") {
  const Replayed r(
      "create subscription a connection 'host=h' publication p with (connect = false);"
      "create subscription b connection 'host=h' publication q, p with (connect = false, slot_name = none, streaming = on, binary, origin = none);"
      "create subscription c connection 'host=h' publication p with (create_slot = false);"
      "alter subscription b add publication r; alter subscription b drop publication q; alter subscription b set (binary = false, synchronous_commit = 'local');"
      "alter subscription a connection 'host=i'; alter subscription a set (slot_name = 's'); alter subscription a enable; alter subscription b enable;"
      "alter subscription c rename to d; alter subscription c refresh publication; create subscription d connection '' publication x;"
      "alter subscription a skip (lsn = '0/12345'); drop subscription if exists nosuch;");
  CHECK(r.errors() ==
        "cannot enable subscription that does not have a slot name\nsubscription \"c\" does not exist\nsubscription \"d\" already exists\n");
  CHECK(r.lines("subscription") ==
        "subscription a | connection=host=i | publications=[p] | enabled=true | slot name=s\n"
        "subscription b | connection=host=h | publications=[p, r] | options=[origin=none, streaming=on, synchronous_commit=local]\n"
        "subscription d | connection=host=h | publications=[p] | enabled=true | slot name=c\n");
}
