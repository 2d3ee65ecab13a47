#include "parser/analyze/equality.h"
#include "parser/analyze/literal_values.h"
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
  CHECK(parser::jsonpathValue("lax $ . a [ 0 ]") == "$.\"a\"[0]");
  CHECK(parser::jsonpathValue("strict $.a.*") == "strict $.\"a\".*");
  CHECK(parser::jsonpathValue("$.a") != parser::jsonpathValue("$.A"));
  for (const char* path : {"$x.a", "$.a ? (@.b == 1)", "$.size()", "$.**", "$.\"a\\u0062\"", "$[0 to 1]", "$.a + 1", ""}) CHECK(!parser::jsonpathValue(path));
}
