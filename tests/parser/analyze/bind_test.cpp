#include "tests/parser/analyze/fixture.h"

#include "tests/support/catch.h"

using schemac::tests::Fixture;
namespace ir = schemac::ir;
using schemac::parser::UnresolvedName;

TEST_CASE("names in a query are bound to what they mean", "[bind]") {
  Fixture f;
  CHECK(f.rendered("select id, email from users") == "select id, email from app.users");
  CHECK(f.rendered("select users.id from users where users.email = 'x'") == "select users.id from app.users where users.email = 'x'");
  CHECK(f.rendered("select u.id from users u") == "select u.id from app.users u");
  CHECK(f.rendered("select * from users") == "select id, email, name, mood from app.users");
  CHECK(f.rendered("select u.* from users u, orders") == "select u.id, u.email, u.name, u.mood from app.users u, public.orders");
  CHECK(f.rendered("select * from users u, orders o") ==
        "select u.id, u.email, u.name, u.mood, o.id, o.user_id, o.total, o.tags from app.users u, public.orders o");
  CHECK(f.rendered("select * from users, (select 1 as x) s") == "select users.id, users.email, users.name, users.mood, s.x from app.users, (select 1 as x) s");
  CHECK(f.rendered("with users as (select 1 as id) select id from users") == "with users as (select 1 as id) select id from users");
  CHECK(f.rendered("select f(1), f('a'::text), 'sad'::mood from orders o where exists (select from users where id = o.user_id)") ==
        "select app.f(1), app.f('a'::text), 'sad'::app.mood from public.orders o where exists (select from app.users where id = o.user_id)");
  CHECK(f.rendered("select id from app.users where app.users.id is null") == "select id from app.users where app.users.id is null");
  CHECK(f.rendered("select 'users'::regclass, nextval('orders')") == "select 'app.users'::regclass, nextval('public.orders')");
  CHECK(f.rendered("insert into users (id, email) values (uid(), 'a') on conflict (id) do update set email = excluded.email returning id") ==
        "insert into app.users (id, email) values (app.uid(), 'a') on conflict (id) do update set email = excluded.email returning id");
}

TEST_CASE("a renamed object is spelled by its new name", "[bind]") {
  Fixture f;
  const auto bound = f.query("select users.email, *, f(1) from users join orders on users.id = user_id order by users.email");
  f.schema.rename(*f.users, "people");
  f.schema.rename(*ir::columnOf(*f.users, "email"), "mail");
  f.schema.rename(*f.f1, "g");
  CHECK(ir::render(bound.expression) ==
        "select people.mail, people.id, people.mail, people.name, people.mood, orders.id, orders.user_id, orders.total, orders.tags, app.g(1) "
        "from app.people join public.orders on people.id = user_id order by people.mail");
}

TEST_CASE("a USING list and ON CONFLICT columns follow a rename", "[bind]") {
  Fixture f;
  const auto bound = f.query("select id from users join (select id as \"id\" from users) o using (id)");
  const auto conflict = f.query("insert into users values (uid()) on conflict (id) do nothing");
  f.schema.rename(*ir::columnOf(*f.users, "id"), "uid");
  CHECK(ir::render(bound.expression) == "select uid from app.users join (select uid as \"id\" from app.users) o using (uid)");
  CHECK(ir::render(conflict.expression) == "insert into app.users values (app.uid()) on conflict (uid) do nothing");
}

TEST_CASE("columns of a result have PostgreSQL's names and types", "[bind]") {
  Fixture f;
  CHECK(f.columns("select id, name, 1, 'x', count(*), u.email as e, name::text, f(1), f(name) from users u group by 1, 2, 6") ==
        "id uuid, name character varying(50), ?column? integer, ?column? text, count bigint, e text, name text, f integer, f text");
  CHECK(f.columns("select sum(total), max(id), array_agg(user_id), tags[1], coalesce(total, 0), id + 1, total > 1 from orders group by tags, id, total") ==
        "sum numeric, max bigint, array_agg uuid[], tags text, coalesce numeric, ?column? bigint, ?column? boolean");
  CHECK(f.columns("select 1 as a union all select 2.5") == "a numeric");
  CHECK(f.columns("select * from generate_series(1, 3) g, unnest(array['a']) with ordinality as t(x, n)") == "g integer, x text, n bigint");
  CHECK(f.columns("select now() - interval '1 day', current_date, (select email from users limit 1), array(select id from users), case when true then 1 else 2.0 end") ==
        "?column? timestamp with time zone, current_date date, email text, array uuid[], case numeric");
  CHECK(f.columns("with recursive r as (select 1 as n union all select n + 1 from r) select * from r") == "n integer");
  CHECK(f.columns("select * from users natural join (select id, 5 as five from users) s") ==
        "id uuid, email text, name character varying(50), mood app.mood, five integer");
  CHECK(f.columns("select u from users u") == "u app.users");
  CHECK(f.columns("select (u).email, u.name from users u") == "email text, name character varying(50)");
}

TEST_CASE("a name that does not exist is an error with a near match", "[bind]") {
  Fixture f;
  const auto only = [&](std::string_view text) {
    const auto bound = f.query(text);
    REQUIRE(bound.unresolved.size() == 1);
    CHECK_FALSE(bound.expression.resolved);
    return bound.unresolved[0];
  };
  auto name = only("select emial from users");
  CHECK(name.what == UnresolvedName::Column);
  CHECK(name.message == "column \"emial\" does not exist in app.users");
  CHECK(name.hint == "Did you mean \"email\"?");
  CHECK(name.certain);
  name = only("select * from usres");
  CHECK(name.what == UnresolvedName::Relation);
  CHECK(name.certain);
  CHECK(only("select nope(1)").what == UnresolvedName::Function);
  CHECK(only("select 1::nope").what == UnresolvedName::Type);
  CHECK(only("select x.id from users").message == "missing FROM-clause entry for table \"x\"");
  // Nothing is certain once something could not be followed.
  f.schema.unfollowed.push_back({{}, "DO block", ""});
  CHECK_FALSE(only("select * from usres").certain);
}

TEST_CASE("expressions over a table", "[bind]") {
  Fixture f;
  const auto text = [&](std::string_view expression) {
    const auto bound = f.expression(expression, f.orders);
    return ir::render(bound.expression) + " : " + (bound.type ? ir::formatType(bound.type) : "?");
  };
  CHECK(text("total > 0") == "total > 0 : boolean");
  CHECK(text("orders.total * 2") == "orders.total * 2 : numeric");
  CHECK(text("(total)::int") == "(total)::int : integer");
  CHECK(text("tags[1] || 'x'") == "tags[1] || 'x' : text");
  CHECK(text("lower(tags[1]) = any (array['a', 'b'])") == "lower(tags[1]) = any (array['a', 'b']) : boolean");
  CHECK(text("'{}'") == "'{}' : ?");
  CHECK(text("now()") == "now() : timestamp with time zone");
}
