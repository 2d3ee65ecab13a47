#include "parser/analyze/equality.h"
#include "parser/analyze/literal_values.h"
#include "parser/analyze/literals.h"
#include "tests/parser/analyze/fixture.h"

#include "tests/support/catch.h"

using namespace schemac;
using schemac::tests::Fixture;

namespace {

// Two databases of one shape, an expression in each.
struct Pair {
  Fixture a, b;

  static const ir::Object& check(Fixture& f, const ir::Object* table, std::string_view text) {
    ir::Check check;
    check.expression = f.expression(text, table).expression;
    return f.schema.make(table, "c", check);
  }
  std::string verdict(const ir::Object& x, const ir::Expression& left, const ir::Object& y, const ir::Expression& right, std::string_view field) {
    const ir::Verdict verdict = parser::makeEquality(a.schema, b.schema)->compare(left, {&x, field}, right, {&y, field});
    return verdict.answer == ir::Answer::Equal ? "equal" : verdict.answer == ir::Answer::Different ? "different" : "unknown: " + verdict.reason;
  }
  std::string checks(std::string_view left, std::string_view right) {
    const ir::Object &x = check(a, a.orders, left), &y = check(b, b.orders, right);
    return verdict(x, x.as<ir::Check>().expression, y, y.as<ir::Check>().expression, "expression");
  }
  std::string users(std::string_view left, std::string_view right) {
    const ir::Object &x = check(a, a.users, left), &y = check(b, b.users, right);
    return verdict(x, x.as<ir::Check>().expression, y, y.as<ir::Check>().expression, "expression");
  }
  static const ir::Object& defaultOf(Fixture& f, const char* column, std::string_view text) {
    ir::Default value;
    value.value = f.expression(text, nullptr).expression;
    return f.schema.make(ir::columnOf(*f.orders, column), "", value);
  }
  std::string defaults(const char* column, std::string_view left, std::string_view right) {
    const ir::Object &x = defaultOf(a, column, left), &y = defaultOf(b, column, right);
    return verdict(x, x.as<ir::Default>().value, y, y.as<ir::Default>().value, "value");
  }
  std::string views(std::string_view left, std::string_view right) {
    ir::View first, second;
    first.query = a.query(left).expression;
    second.query = b.query(right).expression;
    const ir::Object &x = a.schema.make(a.app, "v", first), &y = b.schema.make(b.app, "v", second);
    return verdict(x, first.query, y, second.query, "query");
  }
};

}  // namespace

TEST_CASE("what PostgreSQL prints equals what was written", "[equality]") {
  CHECK(Pair().checks("total > 0", "(total > (0)::numeric)") == "equal");
  CHECK(Pair().checks("total between 1 and 10.5", "((total >= (1)::numeric) AND (total <= 10.5))") == "equal");
  CHECK(Pair().checks("id in (1, 2)", "(id = ANY (ARRAY[(1)::bigint, (2)::bigint]))") == "equal");
  CHECK(Pair().checks("not (id is not distinct from 3)", "(NOT (NOT (id IS DISTINCT FROM 3)))") == "equal");
  CHECK(Pair().users("name in ('a', 'b')", "((name)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))") == "equal");
  CHECK(Pair().users("name = 'a'", "((name)::text = 'a'::text)") == "equal");
  CHECK(Pair().users("email like '%@%' and (id is not null and mood = 'sad')", "((email ~~ '%@%'::text) AND ((id IS NOT NULL) AND (mood = 'sad'::app.mood)))") == "equal");
  CHECK(Pair().users("coalesce(name, '') <> ''", "((COALESCE(name, ''::character varying))::text <> ''::text)") == "equal");
  CHECK(Pair().users("id = uid()", "(id = app.uid())") == "equal");
  CHECK(Pair().users("exists (select 1 from orders where user_id = users.id)", "(EXISTS ( SELECT 1\n   FROM public.orders\n  WHERE (orders.user_id = users.id)))") == "equal");
  CHECK(Pair().users("id in (select user_id from orders)", "(id IN ( SELECT orders.user_id\n   FROM public.orders))") == "equal");
  CHECK(Pair().users("trim(email) <> ''", "(TRIM(BOTH FROM email) <> ''::text)") == "equal");
  CHECK(Pair().defaults("total", "0", "0") == "equal");
  CHECK(Pair().defaults("total", "0", "'0'::numeric") == "equal");
  CHECK(Pair().defaults("id", "-1", "'-1'::integer") == "equal");
  CHECK(Pair().defaults("tags", "array[]::text[]", "ARRAY[]::text[]") == "equal");
}

TEST_CASE("what means something else is never equal", "[equality]") {
  CHECK(Pair().checks("id / 2 > 1", "((id)::numeric / (2)::numeric) > (1)::numeric") == "different");
  CHECK(Pair().checks("id in (1, 2)", "(id = ANY (ARRAY[(1)::bigint, (3)::bigint]))") == "different");
  CHECK(Pair().checks("total > 0", "(total >= (0)::numeric)") == "different");
  CHECK(Pair().users("mood = 'sad'", "((mood)::text = 'sad'::text)") == "different");
  CHECK(Pair().users("f(1) = 1", "(app.f('1'::text) = '1'::text)") == "different");
  CHECK(Pair().users("email = 'a' or id is null", "((email = 'a'::text) AND (id IS NULL))") == "different");
  CHECK(Pair().defaults("total", "0", "1") == "different");
  CHECK(Pair().defaults("tags", "'{}'", "ARRAY[]::text[]") == "different");
  // Of one name, in two schemas.
  CHECK(Pair().users("email collate \"C\" > 'a'", "email collate \"POSIX\" > 'a'") == "different");
}

TEST_CASE("a collation goes with a cast to a type that has none", "[equality]") {
  CHECK(Pair().users("(email collate \"C\")::jsonb is null", "((email)::jsonb IS NULL)") == "equal");
  CHECK(Pair().users("(email collate \"C\")::varchar is null", "((email)::character varying IS NULL)") == "different");
}

TEST_CASE("views are compared with their columns' names", "[equality]") {
  CHECK(Pair().views("select id, email as mail from users", " SELECT users.id,\n    users.email AS mail\n   FROM app.users;") == "equal");
  CHECK(Pair().views("select id, email as mail from users", " SELECT users.id,\n    users.email\n   FROM app.users;") == "different");
  CHECK(Pair().views("select * from users u left join orders o on o.user_id = u.id order by 2 limit 3",
                     " SELECT u.id, u.email, u.name, u.mood, o.id, o.user_id, o.total, o.tags FROM (app.users u LEFT JOIN public.orders o ON ((o.user_id = u.id))) ORDER BY u.email LIMIT 3;") == "equal");
  CHECK(Pair().views("select u.id, count(*), sum(total) from users u join orders o on user_id = u.id group by 1 having count(*) > 1",
                     " SELECT u.id, count(*) AS count, sum(o.total) AS sum FROM (app.users u JOIN public.orders o ON ((o.user_id = u.id))) GROUP BY u.id HAVING (count(*) > 1);") == "equal");
  CHECK(Pair().views("select id, email from users group by (id, email)", " SELECT users.id, users.email FROM app.users GROUP BY users.id, users.email;") == "equal");
  CHECK(Pair().views("select 'x' as a union all select email from users", " SELECT 'x'::text AS a UNION ALL SELECT users.email AS a FROM app.users;") == "equal");
}

TEST_CASE("literals are read as their types do", "[equality]") {
  using namespace schemac::parser;
  CHECK(numericValue("1e3") == "1000");
  CHECK(numericValue("-.50") == "-0.50");
  CHECK(numericValue("1.5e-3") == "0.0015");
  CHECK(intervalValue("90 minutes", "") == intervalValue("01:30:00", ""));
  CHECK(intervalValue("1 week", "") == intervalValue("7 days", ""));
  CHECK(intervalValue("1.5 days", "") == intervalValue("1 day 12:00:00", ""));
  CHECK(intervalValue("24 hours", "") != intervalValue("1 day", ""));
  CHECK(intervalValue("P1Y2M3DT4H", "") == intervalValue("1 year 2 mons 3 days 04:00:00", ""));
  CHECK(dateValue("January 5, 2020") == dateValue("2020-01-05"));
  CHECK(dateValue("20200105") == dateValue("2020-01-05"));
  CHECK_FALSE(dateValue("2020-02-30").has_value());
  CHECK(timestampValue("2020-01-01 02:00:00+02", true) == timestampValue("2020-01-01", true));
  CHECK(timeValue("10:00 PM", false) == timeValue("22:00:00", false));
  CHECK(jsonbValue(R"({"b": 2, "a": [1, "x"]})") == jsonbValue(R"({"a":[1,"x"],"b":2})"));
  CHECK(jsonbValue("1.0") != jsonbValue("1"));
  CHECK(byteaValue("abc") == byteaValue("\\x616263"));
  CHECK(uuidValue("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11") == uuidValue("a0eebc999c0b4ef8bb6d6bb9bd380a11"));
  CHECK(booleanValue(" T ") == "true");
}

TEST_CASE("text search, shapes and extensions' literals", "[equality]") {
  using namespace schemac::parser;
  CHECK(tsqueryValue("a & b | !c:*A") == tsqueryValue("'a' & 'b' | !'c':*A"));
  CHECK(tsqueryValue("a & (b & c)") == tsqueryValue("'a' & 'b' & 'c'"));
  CHECK(tsqueryValue("a & (b | c)") != tsqueryValue("a & b | c"));
  CHECK(tsqueryValue("a <-> b <2> c") == tsqueryValue("'a' <-> 'b' <2> 'c'"));
  CHECK(tsqueryValue("a <-> (b <-> c)") != tsqueryValue("a <-> b <-> c"));
  CHECK(tsqueryValue("a:AB") == tsqueryValue("'a':BA"));
  CHECK(tsqueryValue("a:A") != tsqueryValue("a"));
  CHECK_FALSE(tsqueryValue("a &").has_value());
  CHECK(tsvectorValue("b a:3,1A a") == tsvectorValue("'a':1A,3 'b'"));
  CHECK(tsvectorValue("a:1") != tsvectorValue("a:2"));
  CHECK(shapeValue("box", "((0,0),(1,1))") == shapeValue("box", "(1,1),(0,0)"));
  CHECK(shapeValue("box", "0,1,1,0") == shapeValue("box", "(1,1),(0,0)"));
  CHECK(shapeValue("path", "[(0,0),(1,1)]") != shapeValue("path", "((0,0),(1,1))"));
  CHECK(shapeValue("circle", "0,0,5") == shapeValue("circle", "<(0,0),5>"));
  CHECK(hstoreValue("a=>1, b=>NULL") == hstoreValue("\"b\"=>NULL, \"a\"=>\"1\""));
  CHECK(hstoreValue("a=>\"NULL\"") != hstoreValue("a=>NULL"));
  CHECK(vectorValue("[1, 2.50]") == vectorValue("[1,2.5]"));
  CHECK(lsnValue("0/00ab") == lsnValue("0/AB"));
  CHECK(mac8Value("08:00:2b:01:02:03") == mac8Value("08002b:fffe010203"));
  CHECK(intervalValue("1.5 seconds", "(0)") == intervalValue("2 seconds", "(0)"));
  CHECK(intervalValue("1.44", "second(1)") == intervalValue("1.4", "second(1)"));
  CHECK(intervalValue("1.44", "second(1)") != intervalValue("1.5", "second(1)"));
}

TEST_CASE("ranges and their many are read as their bounds", "[equality]") {
  Fixture f;
  parser::Names names = f.names();
  const parser::Types types(f.schema);
  const auto read = [&](const char* type, const char* text) { return parser::canonicalLiteral(text, types.builtin(type), {}, types, names); };
  const auto same = [&](const char* type, const char* a, const char* b) {
    const auto x = read(type, a), y = read(type, b);
    return !x.raw && !y.raw && x.text == y.text;
  };
  CHECK(same("int4range", "[1,5]", "[1,6)"));
  CHECK(same("int4range", "(1,2)", "empty"));
  CHECK(same("int4range", "[,5]", "(,6)"));
  CHECK(same("tstzrange", "[2020-01-01,2021-01-01)", R"(["2020-01-01 00:00:00+00","2021-01-01 00:00:00+00"))"));
  CHECK(same("daterange", "(2020-01-01,infinity)", "[2020-01-02,infinity)"));
  CHECK_FALSE(same("daterange", "[2020-01-01,infinity]", "[2020-01-01,infinity)"));
  CHECK_FALSE(same("numrange", "[1,5]", "[1,6)"));
  CHECK(same("int4multirange", "{[7,9],[1,3),[3,5)}", "{[1,5),[7,10)}"));
  CHECK(same("int4multirange", "{}", "{empty}"));
  CHECK_FALSE(same("int4multirange", "{[1,3)}", "{[1,4)}"));
}

TEST_CASE("SQL-standard bodies are compared by what they mean", "[equality]") {
  const auto body = [](Pair& p, std::string_view left, std::string_view right) {
    const auto function = [](Fixture& f, std::string_view text) -> const ir::Object& {
      ir::Function data;
      data.arguments.push_back({});
      data.arguments[0].name = "n";
      data.arguments[0].type = {f.schema.builtinType("int4"), {}};
      data.result = {f.schema.builtinType("int8"), {}};
      data.language = "sql";
      data.sqlBody = ir::Expression{text, {}, {}, true};
      return f.schema.make(f.app, "f", data);
    };
    const ir::Object &x = function(p.a, left), &y = function(p.b, right);
    return p.verdict(x, *x.as<ir::Function>().sqlBody, y, *y.as<ir::Function>().sqlBody, "sql body");
  };
  const auto judge = [&](std::string_view left, std::string_view right) {
    Pair p;
    return body(p, left, right);
  };
  CHECK(judge("return trunc(random() * 65536 - n)", "RETURN trunc(((random() * (65536)::double precision) - (n)::double precision))") == "equal");
  CHECK(judge("return n + 1", "RETURN (n + 2)") == "different");
  CHECK(judge("return $1 + 1", "RETURN (n + 1)") == "equal");
  CHECK(judge("begin atomic select id from public.orders where id = n; end", "BEGIN ATOMIC\n SELECT orders.id\n FROM public.orders\n WHERE (orders.id = f.n);\nEND") == "equal");
  CHECK(judge("begin atomic select 1; select 2; end", "BEGIN ATOMIC\n SELECT 1;\nEND") == "different");
}

TEST_CASE("paths of jsonpath in two spellings", "[equality]") {
  CHECK(parser::jsonpathValue("$[*].email") == parser::jsonpathValue("$[*].\"email\""));
  CHECK(parser::jsonpathValue("lax $ . a [ 0 ]") == parser::jsonpathValue("$.\"a\"[0]"));
  CHECK(parser::jsonpathValue("strict $.a.*") != parser::jsonpathValue("$.a.*"));
  CHECK(parser::jsonpathValue("$.a ? (@.b == 1 && !(@.c > -2.50))") == parser::jsonpathValue(R"($."a"?(@."b" == 1 && !(@."c" > -2.50)))"));
  CHECK(parser::jsonpathValue("$.a > 1") == parser::jsonpathValue(R"(($."a" > 1))"));
  CHECK(parser::jsonpathValue("$.a + 2 * 3") == parser::jsonpathValue(R"(($."a" + 2 * 3))"));
  CHECK(parser::jsonpathValue("($.a + 2) * 3") != parser::jsonpathValue("$.a + 2 * 3"));
  CHECK(parser::jsonpathValue("$.a like_regex \"^b\" flag \"xi\"") == parser::jsonpathValue(R"(($."a" like_regex "^b" flag "ix"))"));
  CHECK(parser::jsonpathValue("$.**{2 to last}.size() ? (exists(@.x) || @ starts with \"a\")").has_value());
  CHECK(parser::jsonpathValue("$.a") != parser::jsonpathValue("$.A"));
  for (const char* path : {"$.a ? (@.b == 1", "$.0a", "$[0 to ]", "$.a +", "", "$ /* x */", "$.a like_regex \"b\" flag \"w\""}) CHECK(!parser::jsonpathValue(path));
}
