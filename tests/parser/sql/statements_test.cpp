// Every statement of the grammar has a handler or a reason.
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "ir/identity.h"
#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using namespace schemac;
using schemac::test::Replayed;

namespace {

std::string contentsOf(const std::string& header) {
  std::ifstream file(std::string(SCHEMAC_PG_QUERY_DIR) + "/src/postgres/include/nodes/" + header);
  REQUIRE(file);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::set<std::string> namesIn(const std::string& text, const std::regex& pattern) {
  std::set<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) names.insert((*it)[1]);
  return names;
}

// Nodes that end in Stmt and are no statements of their own.
const std::map<std::string, std::string> kParts{
    {"RawStmt", "what every statement stands in"},
    {"PlannedStmt", "the planner's"},
    {"SetOperationStmt", "the analyser's, of a SelectStmt"},
    {"PLAssignStmt", "of PL/pgSQL expressions"},
    {"ReturnStmt", "of a function's SQL body"},
    {"ReplicaIdentityStmt", "of ALTER TABLE … REPLICA IDENTITY"},
};

// node -> why it has no handler; "" where it has one.
std::map<std::string, std::string> listed() {
  std::map<std::string, std::string> all;
  const auto add = [&](const char* node, std::string why) {
    INFO(node << " is listed twice");
    CHECK(all.emplace(node, std::move(why)).second);
  };
#define SCHEMAC_STATEMENT(Node) add(#Node, "");
#include "parser/sql/statements.def"
#undef SCHEMAC_STATEMENT
#define SCHEMAC_IGNORED(Node, why) add(#Node, why);
#include "parser/sql/ignored.def"
#undef SCHEMAC_IGNORED
#define SCHEMAC_REFUSED(Node, what, why) add(#Node, why);
#define SCHEMAC_NOT_COMPARED(Node, what, why) add(#Node, why);
#include "parser/sql/refused.def"
#undef SCHEMAC_REFUSED
#undef SCHEMAC_NOT_COMPARED
  return all;
}

}  // namespace

TEST_CASE("every statement node of the grammar has a handler or a reason", "[statements]") {
  const auto grammar = namesIn(contentsOf("nodetags.h"), std::regex(R"(\bT_([A-Za-z]+Stmt)\b)"));
  REQUIRE(grammar.size() > 110);
  const auto ours = listed();
  for (const std::string& node : grammar) {
    INFO(node);
    CHECK(ours.contains(node) != kParts.contains(node));
  }
  for (const auto& [node, why] : ours) {
    INFO(node);
    CHECK(grammar.contains(node));
  }
}

TEST_CASE("every subcommand of ALTER TABLE has a handler or a reason", "[statements]") {
  const std::string header = contentsOf("parsenodes.h");
  const std::size_t begin = header.find("typedef enum AlterTableType"), end = header.find("} AlterTableType;");
  REQUIRE(begin != std::string::npos);
  const auto grammar = namesIn(header.substr(begin, end - begin), std::regex(R"(\b(AT_[A-Za-z]+)\b)"));
  REQUIRE(grammar.size() > 60);
  std::set<std::string> ours;
#define SCHEMAC_SUBCOMMAND(Type, handler, pass) CHECK(ours.insert(#Type).second);
#define SCHEMAC_NO_SUBCOMMAND(Type, why) CHECK(ours.insert(#Type).second);
#include "parser/sql/alter_table.def"
#undef SCHEMAC_SUBCOMMAND
#undef SCHEMAC_NO_SUBCOMMAND
  CHECK(ours == grammar);
}

TEST_CASE("what is refused is named with its place", "[statements]") {
  const Replayed r(
      "create function f() returns int language sql as 'select 1'; alter function f() depends on extension plpgsql;\n"
      "create conversion c for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;\n"
      "create access method m type table handler heap_tableam_handler;\n"
      "create transform for int language sql (from sql with function f(internal));\n"
      "alter type int4 set (storage = plain);\n");
  CHECK(r.schema->unfollowed.size() == 5);
  std::vector<std::size_t> lines;
  for (const ir::Diagnostic* d : r.diagnostics.sorted()) {
    const std::string text = ir::format(*d);
    CHECK(text.find("test.sql:") != std::string::npos);
  }
  CHECK(r.says("ALTER … DEPENDS ON EXTENSION is not followed"));
  CHECK(r.says("CREATE CONVERSION is not followed"));
  CHECK(r.says("CREATE ACCESS METHOD is not followed"));
  CHECK(r.says("CREATE TRANSFORM is not followed"));
  CHECK(r.says("ALTER TYPE … SET is not followed"));
}

TEST_CASE("the cluster's own statements are named and change nothing", "[statements]") {
  const Replayed r("create database d; alter database d connection limit 3; drop database d; create tablespace t location '/x'; drop tablespace t;");
  CHECK(r.schema->unfollowed.empty());
  CHECK(r.says("CREATE DATABASE is not compared: it is the cluster's"));
  CHECK(r.says("DROP TABLESPACE is not compared: it is the cluster's"));
}

TEST_CASE("RESET ROLE goes back to the session's user", "[statements]") {
  const Replayed r(
      "set session authorization staff; create table a (i int); set role anon; create table b (i int); reset role; create table c (i int);"
      "alter table b owner to session_user; reset session authorization; create table d (i int);"
      "set role anon; set session authorization default; create table e (i int);");
  CHECK(r.errors().empty());
  CHECK(r.lines("owner of table") ==
        "owner of table public.a | role=staff\nowner of table public.b | role=staff\nowner of table public.c | role=staff\n");
}

TEST_CASE("set_config is evaluated, or named", "[statements]") {
  const Replayed r(
      "create schema app; select set_config('search_' || 'path', 'app', false); create table a (i int);"
      "select set_config('request.jwt', (select 'x' from pg_class limit 1), false); select set_config('search_path', null, false); create table b (i int);");
  CHECK(r.errors().empty());
  CHECK(r.lines("table") == "table app.a | replica identity=default\ntable public.b | replica identity=default\n");
  const Replayed unknown("select set_config('search_path', current_setting('my.path'), false);");
  CHECK(unknown.says("a call of set_config is not followed"));
  const Replayed often("create table t (i int); select set_config('search_path', 'app', false) from t;");
  CHECK(often.says("a call of set_config is not followed"));
}

TEST_CASE("DML is looked through for calls that may change the schema", "[statements]") {
  const char* function = "create table t (i int); create function f(n text) returns int language plpgsql as $$ begin execute 'create table ' || n || '(i int)'; return 1; end $$;";
  for (const char* dml : {"insert into t select f('x');", "update t set i = f('x');", "delete from t where i = f('x');", "prepare p as select f('x');",
                          "copy (select f('x')) to stdout;", "merge into t using t s on t.i = s.i when matched then update set i = f('x');"}) {
    const Replayed r(std::string(function) + dml);
    INFO(dml);
    CHECK(r.says("a call of public.f is not followed"));
  }
  CHECK(Replayed(std::string(function) + "insert into t values (1);").errors().empty());
}

TEST_CASE("EXPLAIN ANALYZE runs what it explains", "[statements]") {
  const Replayed r("explain create table a as select 1 as x; explain (analyze off) create table b as select 1 as x; explain analyze create table c as select 1 as x;");
  CHECK(r.errors().empty());
  CHECK(r.lines("table") == "table public.c | replica identity=default\n");
}

TEST_CASE("transactions chain, and temporary tables go with DISCARD", "[statements]") {
  const Replayed r(
      "begin; create type a as enum (); commit and chain; create type b as enum (); rollback; create type c as enum ();"
      "create table t (i int); create temp table t (j int); discard temp; alter table t add k int;");
  CHECK(r.errors().empty());
  CHECK(r.lines("type") == "type public.a\ntype public.c\n");
  CHECK(r.lines("column public.t.k").size() > 0);
}

TEST_CASE("ALL IN TABLESPACE moves what is there", "[statements]") {
  const Replayed r(
      "create table a (i int) tablespace x; create table b (i int); create index i on a (i) tablespace x; create table c (i int) tablespace x;"
      "alter table c owner to staff; alter table all in tablespace x owned by staff set tablespace y; alter index all in tablespace x set tablespace pg_default;");
  CHECK(r.errors().empty());
  CHECK(r.lines("table public.a").find("tablespace=x") != std::string::npos);
  CHECK(r.lines("table public.c").find("tablespace=y") != std::string::npos);
  CHECK(r.lines("index").find("tablespace") == std::string::npos);
}

TEST_CASE("DROP OWNED and REASSIGN OWNED see what nobody said the owner of", "[statements]") {
  const Replayed r("create table a (i int); reassign owned by postgres to staff;");
  CHECK(r.says("cannot reassign ownership of objects owned by role \"postgres\""));
  CHECK(Replayed("drop owned by postgres;").says("cannot drop objects owned by role \"postgres\""));
}

TEST_CASE("SET STATISTICS of an index is of an expression, by number", "[statements]") {
  const Replayed r(
      "create table t (a int, b int); create index i on t (a, (a + b)); alter index i alter column 2 set statistics 300;"
      "alter index i alter column 1 set statistics 300; alter table t alter column 1 set statistics 300;");
  CHECK(r.relation("i")->as<ir::Index>().statistics == std::vector<ir::Option>{{"2", "300"}});
  CHECK(r.says("cannot alter statistics on non-expression column 1 of index \"i\""));
  CHECK(r.says("cannot refer to non-index column by number"));
}

TEST_CASE("ALTER TYPE … CASCADE reaches typed tables", "[statements]") {
  const Replayed r(
      "create type p as (a int); create table t of p; alter type p add attribute b text cascade; alter type p alter attribute a type bigint cascade;"
      "alter type p rename attribute b to c cascade;");
  CHECK(r.errors().empty());
  REQUIRE(r.relation("t"));
  const auto type = [&](const char* name) {
    const ir::Object* column = ir::columnOf(*r.relation("t"), name);
    return column ? ir::formatType(column->as<ir::Column>().type) : std::string();
  };
  CHECK(type("a") == "bigint");
  CHECK(type("b").empty());
  CHECK(type("c") == "text");
  CHECK(Replayed("create type p as (a int); create table t of p; alter type p add attribute b text;").says("it is the type of a typed table"));
}

TEST_CASE("SET … FROM CURRENT takes what the session set", "[statements]") {
  const Replayed r(
      "set search_path = public, \"My\"; set work_mem = '64MB'; create function f() returns int language sql set search_path from current"
      " set work_mem from current as 'select 1'; reset search_path; create function g() returns int language sql set search_path from current as 'select 1';"
      "set search_path = ''; create function public.h() returns int language sql set search_path from current as 'select 1';");
  CHECK(r.errors().empty());
  const auto settings = [&](const char* name) { return r.schema->functions(*r.schema->schema("public"), name).at(0)->as<ir::Function>().settings; };
  CHECK(settings("f") == ir::Options{{"search_path", "public, \"My\""}, {"work_mem", "64MB"}});
  CHECK(settings("g") == ir::Options{{"search_path", "\"$user\", public"}});
  CHECK(settings("h") == ir::Options{{"search_path", "\"\""}});
  const Replayed unknown("create function f() returns int language sql set work_mem from current as 'select 1';");
  CHECK(unknown.says("SET work_mem FROM CURRENT is not followed"));
  CHECK(unknown.schema->unfollowed.size() == 1);
}

TEST_CASE("a foreign table takes no keys and no indexes, later either", "[statements]") {
  const std::string table = "create foreign data wrapper w; create server s foreign data wrapper w; create foreign table f (a int) server s;";
  CHECK(Replayed(table + "alter table f add primary key (a);").says("primary key constraints are not supported on foreign tables"));
  CHECK(Replayed(table + "alter foreign table f add unique (a);").says("unique constraints are not supported on foreign tables"));
  CHECK(Replayed(table + "create table t (a int primary key); alter table f add foreign key (a) references t;")
            .says("foreign key constraints are not supported on foreign tables"));
  CHECK(Replayed(table + "alter foreign table f add b int unique;").says("unique constraints are not supported on foreign tables"));
  CHECK(Replayed(table + "create index on f (a);").says("cannot create index on relation \"f\""));
  CHECK(Replayed(table + "alter foreign table f add check (a > 0);").errors().empty());
}

TEST_CASE("what an expression uses without naming it keeps it", "[statements]") {
  const std::string cast =
      "create type p as (a int); create function pf(p) returns text language sql immutable as $$ select 'x'::text $$;"
      "create cast (p as text) with function pf(p);";
  CHECK(Replayed(cast + "create table t (a p); create view v as select a::text as b from t; drop function pf(p);").says("depend"));
  CHECK(Replayed(cast + "create table t (a p, b text generated always as (a::text) stored); drop cast (p as text); drop function pf(p);").says("depend"));
  const std::string tables = "create table a (x int, y int); create table b (x int, z int);";
  CHECK(Replayed(tables + "create view v as select 1 as one from a join b using (x); alter table b drop column x;").says("depend"));
  CHECK(Replayed(tables + "create view v as select 1 as one from a natural join b; alter table a drop column x;").says("depend"));
  CHECK(Replayed(tables + "create view v as select 1 as one from a natural join b; alter table b drop column x;").says("depend"));
  CHECK(Replayed(tables + "create rule r as on insert to a do also insert into b values (new.x); alter table b drop column x;").says("depend"));
  CHECK(Replayed(tables + "create rule r as on insert to a do also insert into b values (new.x); alter table b drop column z;").errors().empty());
}

TEST_CASE("triggers whose functions may change the schema are named where they can fire", "[statements]") {
  const std::string function =
      "create table t (i int); create function f() returns trigger language plpgsql as $$ begin execute 'create schema s' || new.i; return new; end $$;"
      "create trigger g before insert on t for each row execute function f();";
  CHECK(Replayed(function + "insert into t values (1);").says("what public.t fires is not followed"));
  CHECK(Replayed(function + "copy t from stdin;\n1\n\\.\n").says("what public.t fires is not followed"));
  CHECK(Replayed(function + "delete from t; update t set i = 2;").errors().empty());
  const std::string event =
      "create function e() returns event_trigger language plpgsql as $$ begin execute 'alter table t enable row level security'; end $$;";
  CHECK(Replayed(event + "create event trigger x on ddl_command_end execute function e();").says("what event trigger \"x\" does is not followed"));
}

TEST_CASE("a row type has a comment of its own", "[statements]") {
  const Replayed r(
      "create table t (i int); comment on table t is 'table'; comment on type t is 'type'; create view v as select 1 as x; comment on type v is 'gone';"
      "comment on type v is null;");
  CHECK(r.errors().empty());
  CHECK(r.lines("comment") == "comment on row type of table public.t | text=type\ncomment on table public.t | text=table\n");
}

TEST_CASE("what is temporary goes with its transaction or session, and takes along what came to depend on it", "[statements]") {
  const Replayed r(
      "create table t (i int); begin; create temp table t (j int) on commit drop; alter table t add l int; commit; alter table t add k int;"
      "create temp table compos (a int); create function f(compos) returns int language sql as 'select 1'; create domain pg_temp.d as int;"
      "create function pg_temp.g() returns int language sql as 'select 1';");
  CHECK(r.errors().empty());
  CHECK(r.lines("column public.t.k").size() > 0);
  CHECK(r.lines("column public.t.l").empty());
  CHECK(r.lines("function").empty());
  CHECK(r.lines("domain").empty());
}

TEST_CASE("CREATE TABLE AS EXECUTE makes what was prepared", "[statements]") {
  const Replayed r("create table t (i int, s varchar(9)); prepare p(numeric(5,2)) as select i, s, $1 as n from t where i > 0; create table c as execute p(1);");
  CHECK(r.errors().empty());
  CHECK(r.lines("column public.c.i").find("type=integer") != std::string::npos);
  CHECK(r.lines("column public.c.s").find("type=character varying(9)") != std::string::npos);
  CHECK(r.lines("column public.c.n").find("type=numeric") != std::string::npos);
  CHECK(Replayed("create table c as execute nosuch(1);").says("CREATE TABLE AS EXECUTE is not followed"));
}

TEST_CASE("LIKE repeats inherited columns and checks", "[statements]") {
  const Replayed r("create table p (a int check (a > 0), b text); create table c (like p including all, d int) inherits (p);");
  CHECK(r.errors().empty());
  CHECK(r.lines("column public.c.a").find("inherited=1") != std::string::npos);
  CHECK(Replayed("create table p (a int); create table c (a int, like p);").says("column \"a\" specified more than once"));
}

TEST_CASE("rules see the columns of what they are on, and stars in VALUES are columns", "[statements]") {
  const Replayed r(
      "create table t (a int, b int); create table l (a int, b int, c text); create rule r1 as on insert to t where a < 10 do also insert into l values (new.*, 'x');"
      "create rule r2 as on delete to t where a < 10 do also delete from l;");
  CHECK(r.errors().empty());
  CHECK(r.schema->unfollowed.empty());
}

TEST_CASE("a star over a join stands for every column of both sides", "[statements]") {
  const Replayed r(
      "create table a (id int, n text, t text); create table b (id int, x text, y text); create view v as select * from a natural join b;"
      "create view w as select * from a l join b r using (id);");
  CHECK(r.errors().empty());
  const std::string lines = r.lines("view");
  CHECK(lines.find("select id, a.n, a.t, b.x, b.y from") != std::string::npos);
  CHECK(lines.find("select id, l.n, l.t, r.x, r.y from") != std::string::npos);
}

TEST_CASE("LIKE INCLUDING STATISTICS copies statistics", "[statements]") {
  const Replayed r("create table a (x int, y int); create statistics s on x, y from a; create statistics e on (x + y) from a; create table b (like a including statistics);");
  CHECK(r.errors().empty());
  CHECK(r.lines("statistics object public.b_x_y_stat").size() > 0);
  CHECK(r.lines("statistics object public.b_expr_stat").size() > 0);
}

TEST_CASE("a partition's own check becomes its table's", "[statements]") {
  const Replayed r(
      "create table p (a int, constraint one check (a > 0)) partition by list (a);"
      "create table q partition of p (constraint one check (a > 0), constraint two check (a > 1)) for values in (3);"
      "alter table p add constraint two check (a > 1); alter table p drop constraint one, drop constraint two;");
  CHECK(r.errors().empty());
  CHECK(r.lines("constraint").empty());
  CHECK(Replayed("create table w (a int, b int) partition by list ((w)); create table w1 partition of w for values in ('(1,2)');").errors().empty());
}

TEST_CASE("an index is no more valid than those of partitions that it takes", "[statements]") {
  const Replayed r(
      "create table p (a int) partition by range (a); create table q partition of p for values from (0) to (9) partition by range (a);"
      "create table q1 partition of q for values from (0) to (3); create table q2 partition of q for values from (3) to (9);"
      "create index on q1 (a); create index on only q (a); alter index q_a_idx attach partition q1_a_idx; create index on p (a);");
  CHECK(r.errors().empty());
  CHECK_FALSE(r.relation("p_a_idx")->as<ir::Index>().valid);
}

TEST_CASE("constants that keep the type they had beside a column are named where the column's changes", "[statements]") {
  CHECK(Replayed("create table t (a float8 check (a > 10.2)); alter table t alter a type numeric;").says("constraint \"t_a_check\" of public.t under the new type"));
  CHECK(Replayed("create table t (a timestamp); create index on t (a) where a > '2020-01-01'; alter table t alter a type timestamptz;")
            .says("index public.t_a_idx under the new type"));
  CHECK(Replayed("create table t (a int check (a > 10), b varchar(3) check (b <> 'x')); alter table t alter a type bigint, alter b type text;").errors().empty());
  CHECK(Replayed("create table t (a float8 check (a is not null)); alter table t alter a type numeric;").errors().empty());
}
