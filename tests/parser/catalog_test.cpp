// The catalog reader on rows as a server gives them: what becomes of values, and of rows that belong together.
#include <map>

#include "ir/print.h"
#include "parser/catalog/postgres.h"
#include "parser/catalog/read_catalog.h"
#include "parser/catalog/reader.h"
#include "parser/catalog/values.h"

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include "tests/support/catch.h"
#endif

using namespace schemac;
using namespace schemac::parser::catalog;
using Cells = std::vector<std::vector<Rows::Cell>>;

namespace {

constexpr auto null = std::nullopt;

struct Fixture {
  explicit Fixture(int version = 17) : schema(version), reader(schema, diagnostics, {}) {}
  ir::Schema schema;
  ir::Diagnostics diagnostics;
  Reader reader;

  // Rows for the n-th query of a kind.
  template <ir::Kind kind>
  void feed(std::size_t n, Cells rows) { queries<kind>(schema.serverVersion).at(n).read(reader, Rows(std::move(rows))); }

  // Roles and schemas that most cases stand on.
  void base() {
    feed<ir::Kind::Role>(0, {{"10", "postgres", "t", "t", "t", "t", "t", "t", "t", null, "{}"},
                             {"20", "Odd=Role", "f", "t", "f", "f", "f", "f", "f", "{search_path=app}", "{}"},
                             {"6171", "pg_database_owner", "f", "t", "f", "f", "f", "f", "f", null, "{}"}});
    feed<ir::Kind::Schema>(1, {{"2200", "public", "6171", "{pg_database_owner=UC/pg_database_owner,=U/pg_database_owner}"}, {"100", "app", "10", null}});
    feed<ir::Kind::BaseType>(0, {{"23", "int4", "11", "b", null, "0", "10", null, "t", "f"},
                                 {"25", "text", "11", "b", null, "0", "10", null, "t", "f"},
                                 {"1043", "varchar", "11", "b", null, "0", "10", null, "t", "f"},
                                 {"1015", "_varchar", "11", "b", "1043", "0", "10", null, "t", "f"}});
  }
  void table(const char* oid, const char* name, const char* acl = nullptr, const char* bound = nullptr) {
    feed<ir::Kind::Table>(0, {{oid, name, "100", "10", acl ? Rows::Cell(acl) : null, "p", "f", "f", "d", bound ? Rows::Cell(bound) : null, null, null, null,
                               "heap", "0", null}});
  }
  static std::vector<Rows::Cell> column(const char* table, const char* number, const char* name, const char* type, Rows::Cell formatted = null,
                                        Rows::Cell value = null, const char* local = "t", const char* inherited = "0") {
    return {table, number, name, null, value, type, formatted, "f", null, "", "", null, "", null, null, null, local, inherited, "10"};
  }
  std::string line(const std::string& start) const {
    const std::string all = ir::print(schema);
    const std::size_t at = all.rfind("\n" + start);
    return at == std::string::npos ? "" : all.substr(at + 1, all.find('\n', at + 1) - at - 1);
  }
};

}  // namespace

TEST_CASE("array literals come apart at their commas, not at quoted ones") {
  CHECK(parseArray("{}").empty());
  CHECK(parseArray("{a,\"b, \\\"c\\\\\",NULL,\"NULL\"}") == std::vector<std::string>{"a", "b, \"c\\", "", "NULL"});
}

TEST_CASE("parentheses around all of an expression go, others stay") {
  CHECK(stripParentheses("((a > 0))") == "a > 0");
  CHECK(stripParentheses("(a > 0) AND (b > 0)") == "(a > 0) AND (b > 0)");
  CHECK(stripParentheses("(x = ')')") == "x = ')'");
  CHECK(stripParentheses("(\"odd)\" = 'it''s (')") == "\"odd)\" = 'it''s ('");
}

TEST_CASE("lists of expressions come apart at their top-level commas") {
  CHECK(splitList("").empty());
  CHECK(splitList("1, f(2, 3), 'a, b', ARRAY[4, 5]") == std::vector<std::string_view>{"1", "f(2, 3)", "'a, b'", "ARRAY[4, 5]"});
}

TEST_CASE("a trigger's condition is found behind whatever its names are") {
  CHECK(triggerCondition("CREATE TRIGGER \" FOR EACH ROW WHEN (x)\" BEFORE INSERT ON public.t FOR EACH ROW WHEN ((new.a = ')'::text)) EXECUTE FUNCTION f()") ==
        "new.a = ')'::text");
  CHECK(triggerCondition("CREATE TRIGGER a BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION f('WHEN (x)')").empty());
}

TEST_CASE("what format_type prints in parentheses") {
  CHECK(typeModifiers("character varying(20)[]") == "20");
  CHECK(typeModifiers("numeric(10,2)") == "10,2");
  CHECK(typeModifiers("timestamp(3) with time zone") == "3");
  CHECK(typeModifiers("interval day to second(3)") == "day to second(3)");
  CHECK(typeModifiers("interval(3)") == "3");
  CHECK(typeModifiers("public.geometry(Point,4326)") == "Point,4326");
  CHECK(typeModifiers("text").empty());
}

TEST_CASE("access privileges: PUBLIC, quoted roles, grant options, several grantors") {
  const auto items = parseAcl("{=r/o,\"\\\"a\\\"\\\"=b\\\"=r*w/o\",o=arw/o,=w/x}");
  REQUIRE(items.size() == 3);
  CHECK(items[0].grantee.empty());
  CHECK(items[0].privileges == (ir::Select | ir::Update));
  CHECK(items[1].grantee == "a\"=b");
  CHECK(items[1].grantable == ir::Select);
  CHECK(items[2].privileges == (ir::Insert | ir::Select | ir::Update));
}

TEST_CASE("passwords never show") {
  CHECK(maskPassword("no route to postgres://joe:pw@h/db", "postgres://joe:pw@h/db") == "no route to postgres://joe:***@h/db");
  CHECK(maskPassword("bad: host=h password='a b' user=x", "host=h password='a b' user=x") == "bad: host=h password=*** user=x");
  CHECK(maskPassword("role said s3cret", "host=h password=s3cret") == "role said ***");
}

TEST_CASE("no connection says host and reason, not the password") {
  ir::Diagnostics diagnostics;
  parser::CatalogOptions options;
  CHECK(parser::readCatalog("postgresql://joe:s3cret@/db?host=/nonexistent/socket/folder&port=5999", options, diagnostics) == nullptr);
  REQUIRE(diagnostics.sorted().size() == 1);
  const ir::Diagnostic& said = *diagnostics.sorted().front();
  CHECK(said.code == ir::Code::NoConnection);
  CHECK(said.message.find("/nonexistent/socket/folder") != std::string::npos);
  CHECK(said.message.find("s3cret") == std::string::npos);
}

TEST_CASE("a database without anything of the user's has only the platform's") {
  Fixture f;
  f.base();
  CHECK(f.reader.profile == "postgres");
  CHECK(f.line("owner of schema public") == "owner of schema public [platform] | role=pg_database_owner");
  CHECK(f.line("privileges on schema public to PUBLIC") ==
        "privileges on schema public to PUBLIC [platform] | privileges=USAGE | platform=USAGE");
  CHECK(f.line("owner of schema app") == "owner of schema app | role=postgres");
}

TEST_CASE("what was revoked on schema public is the user's") {
  Fixture f;
  f.feed<ir::Kind::Role>(0, {{"10", "postgres", "t", "t", "t", "t", "t", "t", "t", null, "{}"}});
  f.feed<ir::Kind::Schema>(1, {{"2200", "public", "10", "{postgres=UC/postgres}"}});
  CHECK(f.line("privileges on schema public to PUBLIC") == "privileges on schema public to PUBLIC | written=USAGE");
  CHECK(f.line("owner of schema public") == "owner of schema public | role=postgres");
}

TEST_CASE("columns: types, defaults, inheritance") {
  Fixture f;
  f.base();
  f.table("1000", "parent", "{postgres=arwdDxtm/postgres,\"\\\"Odd=Role\\\"=r*/postgres\"}");
  f.table("1001", "child");
  f.feed<ir::Kind::Table>(1, {{"1001", "1000"}});
  f.feed<ir::Kind::Column>(1, {Fixture::column("1000", "1", "id", "23", null, "nextval('app.s'::regclass)"),
                               Fixture::column("1000", "3", "names", "1015", "character varying(20)[]"),
                               Fixture::column("1001", "1", "id", "23", null, null, "f", "1")});
  CHECK(f.line("column app.parent.names") == "column app.parent.names #3 | type=character varying(20)[]");
  CHECK(f.line("default of column app.parent.id") == "default of column app.parent.id | value=nextval('app.s'::regclass)");
  CHECK(f.line("column app.child.id") == "column app.child.id #1 <- column app.parent.id | type=integer | local=false | inherited=1");
  CHECK(f.line("table app.child").find("parents=[app.parent]") != std::string::npos);
  CHECK(f.line("privileges on table app.parent") ==
        "privileges on table app.parent to \"Odd=Role\" | privileges=SELECT | grant option=SELECT | written=SELECT");
}

TEST_CASE("policies: roles sorted, nothing stands for everybody's command") {
  Fixture f;
  f.base();
  f.table("1000", "t");
  f.feed<ir::Kind::Policy>(0, {{"1", "read", "1000", "r", "t", "{10,0,20}", "(id > 0)", null}});
  CHECK(f.line("policy \"read\"") == "policy \"read\" of app.t | command=select | roles=[Odd=Role, postgres, public] | using=id > 0");
}

TEST_CASE("of a foreign key to a partitioned table only what DDL can name is read") {
  Fixture f;
  f.base();
  for (const auto& [oid, name] : std::map<const char*, const char*>{{"1", "orders"}, {"2", "orders_1"}, {"3", "users"}, {"4", "users_1"}}) f.table(oid, name);
  f.feed<ir::Kind::Column>(1, {Fixture::column("1", "1", "u", "23"), Fixture::column("2", "1", "u", "23"), Fixture::column("3", "1", "id", "23"),
                               Fixture::column("4", "1", "id", "23")});
  const auto key = [](const char* oid, const char* table, const char* references, const char* parent, const char* name) {
    return std::vector<Rows::Cell>{oid, table, references, parent, name, "{1}", "{1}", "s", "a", "c", "f", "f", "t", *parent == '0' ? "t" : "f",
                                   *parent == '0' ? "0" : "1", null, "t", "f"};
  };
  f.feed<ir::Kind::ForeignKey>(0, {key("50", "1", "3", "0", "fk"), key("51", "1", "4", "50", "fk_1"), key("52", "2", "3", "50", "fk"),
                                   key("53", "2", "4", "52", "fk_2")});
  CHECK(f.reader.constraints.size() == 2);
  CHECK(f.line("constraint \"fk\" of app.orders_1").find("<- constraint \"fk\" of app.orders |") != std::string::npos);
  CHECK(f.line("constraint \"fk\" of app.orders ").find("on delete=cascade") != std::string::npos);
}

TEST_CASE("functions: modes, defaults of the last inputs, what differs from CREATE FUNCTION's own choice") {
  Fixture f;
  f.base();
  f.feed<ir::Kind::Function>(0, {{"1", "f", "100", "f", "10", "{postgres=X/postgres}", "14", "sql", "100", "5", "0", null, "t", "f", "f", "t", "s", "u", "23 25",
                                  "{23,25,23}", "{i,i,t}", "{a,b,out}", "'x, y'::text", "23", "select 1", null, "{search_path=app}", null, "f"}});
  CHECK(f.line("function app.f") ==
        "function app.f(integer, text) | arguments=[{name=a, type=integer}, {name=b, type=text, default='x, y'::text}, {mode=table, name=out, type=integer}] | "
        "returns=setof integer | language=sql | volatility=stable | security definer=true | rows=5 | settings=[search_path=app] | body=select 1");
  CHECK(f.line("privileges on function app.f") == "privileges on function app.f(integer, text) to PUBLIC | written=EXECUTE");
}

TEST_CASE("on Supabase default privileges tell the platform's grants from the user's") {
  Fixture f;
  const auto role = [](const char* oid, const char* name) { return std::vector<Rows::Cell>{oid, name, "t", "t", "f", "f", "f", "f", "f", null, "{}"}; };
  f.feed<ir::Kind::Role>(0, {role("10", "supabase_admin"), role("11", "postgres"), role("12", "anon"), role("13", "joe")});
  f.feed<ir::Kind::Schema>(1, {{"2200", "public", "11", null}, {"300", "auth", "10", null}});
  CHECK(f.reader.profile == "supabase");
  f.feed<ir::Kind::DefaultPrivilege>(0, {{"11", "2200", "r", "{anon=arwdDxtm/postgres}"}, {"11", "2200", "r", "{joe=r/postgres}"}});
  f.feed<ir::Kind::Table>(0, {{"1", "t", "2200", "11", "{postgres=arwdDxtm/postgres,anon=rm/postgres,joe=r/postgres}", "p", "t", "f", "d", null, null, null, null,
                               "heap", "0", null},
                              {"2", "users", "300", "10", null, "p", "f", "f", "d", null, null, null, null, "heap", "0", null}});
  CHECK(f.line("privileges on table public.t to anon") ==
        "privileges on table public.t to anon | privileges=SELECT, MAINTAIN | written=INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER | "
        "platform=SELECT, MAINTAIN");
  CHECK(f.line("privileges on table public.t to joe") == "privileges on table public.t to joe | privileges=SELECT | written=SELECT");
  CHECK(f.line("default privileges for role postgres in schema public on tables to anon").find("[platform]") != std::string::npos);
  CHECK(f.line("default privileges for role postgres in schema public on tables to joe").find("[platform]") == std::string::npos);
  f.feed<ir::Kind::Policy>(0, {{"1", "own", "2", "*", "t", "{0}", "true", null}});
  CHECK(f.line("table auth.users").find("[platform]") != std::string::npos);
  CHECK(f.line("policy \"own\" of auth.users") == "policy \"own\" of auth.users | roles=[public] | using=true");
}

TEST_CASE("what is not modelled is named, but for the members of extensions") {
  Fixture f;
  f.base();
  f.reader.members[{2617, 7}] = 1;
  notModelledQueries(17)[0].read(f.reader, Rows(Cells{{"operator", "app.===(integer,integer)", "100", "10", "2617", "8"},
                                                      {"operator", "app.@@@(integer,integer)", "100", "10", "2617", "7"}}));
  REQUIRE(f.diagnostics.sorted().size() == 1);
  CHECK(f.diagnostics.sorted().front()->message.find("operator app.===(integer,integer)") == 0);
  REQUIRE(f.schema.unfollowed.size() == 1);
}
