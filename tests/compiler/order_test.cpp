#include "tests/compiler/hand_made.h"
#include "tests/support/catch.h"

using namespace schemac;
using test::expr;
using test::Hand;
using Lines = std::vector<std::string>;

TEST_CASE("nothing to do is an empty plan", "[compiler]") {
  Hand a, b;
  for (Hand* h : {&a, &b}) {
    ir::Object& t = h->table("t", {"id", "name"});
    h->key(t, "t_pkey", {"id"});
    h->view("v", expr("select {} from {}", {ir::columnOf(t, "id"), &t}));
    h->function("f", {&t});
  }
  const auto result = test::plan(a, b);
  REQUIRE(result->plan);
  CHECK(result->plan->empty());
  CHECK(result->plan->changes.empty());
}

TEST_CASE("a new table takes its columns, defaults and constraints into its statement, columns in their order", "[compiler]") {
  Hand a, b;
  ir::Object& t = b.table("t", {"zeta", "alpha"});
  b.add(ir::columnOf(t, "alpha"), "", ir::Default{expr("0")});
  b.key(t, "t_pkey", {"zeta"});
  b.add(&t, "t_check", ir::Check{expr("{} > 0", {ir::columnOf(t, "zeta")})});
  b.index(t, "t_alpha_idx", "alpha");
  b.policy(t, "p", expr("true"));
  b.add(&t, "", ir::Comment{"hello"});
  const auto result = test::plan(a, b);
  CHECK(result->steps == Lines{"create table public.t (zeta, alpha, default, t_pkey, t_check)", "create index public.t_alpha_idx",
                               "create policy \"p\" of public.t", "create comment on table public.t"});
}

TEST_CASE("foreign keys leave CREATE TABLE only where tables need each other", "[compiler]") {
  Hand a, b;
  ir::Object& x = b.table("x", {"id", "y_id", "z_id"});
  ir::Object& y = b.table("y", {"id", "x_id"});
  ir::Object& z = b.table("z", {"id"});
  for (ir::Object* t : {&x, &y, &z}) b.key(*t, (t->name.str() + "_pkey").c_str(), {"id"});
  b.foreignKey(x, "x_y_fkey", "y_id", y, "id");
  b.foreignKey(x, "x_z_fkey", "z_id", z, "id");
  b.foreignKey(y, "y_x_fkey", "x_id", x, "id");
  const auto result = test::plan(a, b);
  CHECK(result->steps == Lines{"create table public.z (id, z_pkey)", "create table public.x (id, y_id, z_id, x_pkey, x_z_fkey)",
                               "create table public.y (id, x_id, y_pkey, y_x_fkey)", "create constraint \"x_y_fkey\" of public.x"});
  const auto back = test::plan(b, a);
  // Two tables that need each other cannot both go first: one foreign key goes on its own.
  CHECK(back->steps == Lines{"drop constraint \"x_y_fkey\" of public.x", "drop table public.y", "drop table public.x", "drop table public.z"});
}

TEST_CASE("a foreign key waits for the key it references", "[compiler]") {
  Hand a, b;
  for (Hand* h : {&a, &b}) {
    h->table("parent", {"id", "code"});
    h->table("child", {"id", "code"});
  }
  ir::Object& parent = const_cast<ir::Object&>(*b.schema->relation(*b.space, "parent"));
  ir::Object& child = const_cast<ir::Object&>(*b.schema->relation(*b.space, "child"));
  b.foreignKey(child, "child_code_fkey", "code", parent, "code");
  b.key(parent, "parent_code_key", {"code"}, false);
  CHECK(test::plan(a, b)->steps == Lines{"alter index public.parent_code_key: failed build", "--", "create index public.parent_code_key", "--",
                                         "alter index public.parent_code_key: build", "create constraint \"parent_code_key\" of public.parent: using index",
                                         "create constraint \"child_code_fkey\" of public.child", "--", "alter constraint \"child_code_fkey\" of public.child: validated"});
  CHECK(test::plan(b, a)->steps == Lines{"drop constraint \"child_code_fkey\" of public.child", "drop constraint \"parent_code_key\" of public.parent"});
}

TEST_CASE("views come after what they read, and the order does not depend on the input's", "[compiler]") {
  std::string texts[2];
  for (int turn : {0, 1}) {
    Hand a, b;
    ir::Object* t = nullptr;
    const auto tables = [&] { t = &b.table("t"), b.table("u"); };
    const auto functions = [&] { b.function("g"), b.function("f"); };
    if (turn) functions(), tables();
    else tables(), functions();
    ir::Object& z = b.view("z", expr("select {} from {}", {ir::columnOf(*t, "id"), t}));
    b.view("a", expr("select id from {}", {&z}));
    texts[turn] = test::plan(a, b)->text();
  }
  CHECK(texts[0] == texts[1]);
  CHECK(texts[0] == "create function public.f()\ncreate function public.g()\ncreate table public.t (id)\ncreate table public.u (id)\n"
                    "create view public.z\ncreate view public.a\n");
}

TEST_CASE("bodies order where they can and give way in a cycle", "[compiler]") {
  Hand a, b;
  ir::Object& t = b.table("t", {"id"});
  ir::Object& reads = b.function("reads", {&t});
  ir::Object& other = b.function("other", {&reads});
  b.schema->edit<ir::Function>(reads).uses.push_back(&other);  // they call each other
  b.policy(t, "p", expr("{}()", {&reads}));
  const auto result = test::plan(a, b);
  REQUIRE(result->plan);
  CHECK(result->steps == Lines{"create function public.other()", "create table public.t (id)", "create function public.reads()",
                               "create policy \"p\" of public.t"});

  // A default calls a function whose body reads the table: the body gives way, the table stays whole.
  Hand c, d;
  ir::Object& u = d.table("u", {"id"});
  ir::Object& next = d.function("next", {&u});
  d.add(ir::columnOf(u, "id"), "", ir::Default{expr("{}()", {&next})});
  CHECK(test::plan(c, d)->steps == Lines{"create function public.next()", "create table public.u (id, default)"});
}

TEST_CASE("hard cycles are broken by defaults and checks, else reported", "[compiler]") {
  Hand a, b;
  ir::Object& t = b.table("t", {"id"});
  ir::Object& f = b.function("f");
  b.schema->edit<ir::Function>(f).arguments.push_back({ir::ArgumentMode::In, "row", ir::TypeRef{&t, {}}, {}});  // takes the table's row
  b.add(&t, "t_check", ir::Check{expr("{}({}.*)", {&f, &t})});
  CHECK(test::plan(a, b)->steps ==
        Lines{"create table public.t (id)", "create function public.f(public.t)", "create constraint \"t_check\" of public.t"});

  Hand c, d;
  ir::Object& v = d.view("v", expr("select 1 as id"));
  ir::Object& w = d.view("w", expr("select id from {}", {&v}));
  d.schema->edit<ir::View>(v).query = expr("select id from {}", {&w});
  const auto knot = test::plan(c, d);
  CHECK_FALSE(knot->plan);
  REQUIRE(knot->diagnostics.sorted().size() == 1);
  CHECK(knot->diagnostics.sorted()[0]->code == ir::Code::Cycle);
  CHECK(knot->diagnostics.sorted()[0]->notes.size() == 2);
}

TEST_CASE("what goes frees its name first, a view in place of a table too", "[compiler]") {
  Hand a, b;
  a.table("thing");
  b.view("thing", expr("select 1 as id"));
  CHECK(test::plan(a, b)->steps == Lines{"drop table public.thing", "create view public.thing"});

  // A key's index has its name among the relations.
  Hand c, d;
  ir::Object& old = c.table("t", {"id", "a"});
  c.index(old, "t_a_key", "a");
  ir::Object& now = d.table("t", {"id", "a"});
  d.key(now, "t_a_key", {"a"}, false);
  CHECK(test::plan(c, d)->steps == Lines{"drop index public.t_a_key", "create constraint \"t_a_key\" of public.t"});
  CHECK(test::plan(d, c)->steps == Lines{"drop constraint \"t_a_key\" of public.t", "create index public.t_a_key"});
}

TEST_CASE("an owned sequence is made without its owner, which is said when the column is there", "[compiler]") {
  Hand a, b;
  ir::Object& seq = b.add(b.space, "t_id_seq", ir::Sequence{});
  ir::Object& t = b.table("t", {"id"});
  b.add(ir::columnOf(t, "id"), "", ir::Default{expr("nextval('t_id_seq')", {})});
  b.schema->edit<ir::Default>(*ir::childOf(*ir::columnOf(t, "id"), ir::Kind::Default, "")).value.bindings.push_back(
      {8, 10, &seq, ir::BindingRole::Literal, {}, {}});
  b.schema->edit<ir::Sequence>(seq).ownedBy = ir::columnOf(t, "id");
  CHECK(test::plan(a, b)->steps == Lines{"create sequence public.t_id_seq", "create table public.t (id, default)", "alter sequence public.t_id_seq: owned by"});
  CHECK(test::plan(b, a)->steps == Lines{"drop table public.t"});
}

TEST_CASE("a new enum label is added in a transaction of its own where the plan uses it", "[compiler]") {
  Hand a, b, c;
  ir::Object& before = a.add(a.space, "mood", ir::Enum{{"sad", "happy"}});
  a.column(a.table("t"), "m", {&before, {}});
  ir::Object& after = b.add(b.space, "mood", ir::Enum{{"sad", "so-so", "happy"}});
  ir::Object& t = b.table("t");
  ir::Object& m = b.column(t, "m", {&after, {}});
  b.view("v", expr("select id from {} where {} = 'so-so'", {&t, &m}));
  CHECK(test::plan(a, b)->steps == Lines{"alter type public.mood: labels", "--", "create view public.v"});
  const auto result = test::plan(a, b);
  const auto back = compiler::rollbackOf(*result->plan, {}, test::ByText(), result->diagnostics);
  REQUIRE(back.size() == 2);
  CHECK(test::stepsOf(back[0]) == Lines{"alter type public.mood: labels"});
  CHECK(test::stepsOf(back[1]) == Lines{"drop view public.v"});

  // Nothing else uses it: one file.
  ir::Object& alone = c.add(c.space, "mood", ir::Enum{{"sad", "so-so", "happy"}});
  c.column(c.table("t"), "m", {&alone, {}});
  c.table("unrelated");
  CHECK(test::plan(a, c)->steps == Lines{"alter type public.mood: labels", "create table public.unrelated (id)"});
}
