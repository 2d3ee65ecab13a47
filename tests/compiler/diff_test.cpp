#include "tests/compiler/hand_made.h"
#include "tests/support/catch.h"

using namespace schemac;
using test::expr;
using test::Hand;
using Lines = std::vector<std::string>;

TEST_CASE("a policy is altered in place unless its command changes or an expression goes", "[compiler]") {
  Hand a, b, c;
  a.policy(a.table("t"), "p", expr("id > 1"));
  b.policy(b.table("t"), "p", expr("id > 2"), {"anon"});
  ir::Object& p = c.policy(c.table("t"), "p", expr("id > 1"));
  c.schema->edit<ir::Policy>(p).command = "select";
  CHECK(test::plan(a, b)->steps == Lines{"alter policy \"p\" of public.t: roles, using"});
  CHECK(test::plan(a, b)->hazard("policy-changed"));
  CHECK(test::plan(a, c)->steps == Lines{"drop policy \"p\" of public.t", "create policy \"p\" of public.t"});
  CHECK(test::plan(b, a)->hazard("weakens-security"));  // public instead of anon
}

TEST_CASE("a view is replaced where its columns allow it, else made anew with what stands on it", "[compiler]") {
  Hand a, b, c;
  const auto make = [](Hand& h, const char* query, std::vector<const char*> columns) {
    ir::Object& v = h.view("v", expr(query), columns);
    h.add(&v, "", ir::Comment{"about v"});
    h.grant(v, "reader", ir::Select, ir::Select);
    h.view("w", expr("select id from {}", {&v}));
  };
  make(a, "select 1 as id", {"id"});
  make(b, "select 1 as id, 2 as more", {"id", "more"});
  make(c, "select 2 as more, 1 as id", {"more", "id"});
  CHECK(test::plan(a, b)->steps == Lines{"alter view public.v: query"});
  CHECK(test::plan(a, c)->steps == Lines{"drop view public.w", "drop view public.v", "create view public.v", "alter privileges on view public.v to reader",
                                         "create comment on view public.v", "create view public.w"});
  const auto result = test::plan(a, c);
  for (const ir::Operation& op : result->plan->operations)
    if (op.verb == ir::Verb::Drop && op.before->name == "w") CHECK(op.because == "view public.v is made anew");
}

TEST_CASE("a column's new type takes views, policies and its default out of the way", "[compiler]") {
  Hand a, b;
  for (Hand* h : {&a, &b}) {
    ir::Object& t = h->table("t");
    ir::Object& c = h->column(t, "c", h->type(h == &a ? "int4" : "int8"));
    h->add(&c, "", ir::Default{expr("0")});
    h->policy(t, "p", expr("{} > 0", {&c}));
    h->index(t, "t_c_idx", "c");
    h->view("v", expr("select {} from {}", {&c, &t}), {"c"});
    h->view("unrelated", expr("select 1 as id"));
  }
  CHECK(test::plan(a, b)->steps == Lines{"drop view public.v", "drop policy \"p\" of public.t",
                                         "alter column public.t.c: type", "create policy \"p\" of public.t",
                                         "create view public.v"});
}

TEST_CASE("names that PostgreSQL made up are renamed, not made again", "[compiler]") {
  Hand a, b, c;
  a.index(a.table("t"), "an_old_name", "id");
  b.index(b.table("t"), "t_id_idx", "id", false);
  c.index(c.table("t"), "t_id_idx", "id", true);
  CHECK(test::plan(a, b)->steps == Lines{"rename index public.t_id_idx"});
  CHECK(test::plan(a, c)->steps == Lines{"alter index public.t_id_idx: failed build", "--", "create index public.t_id_idx", "--",
                                         "alter index public.t_id_idx: build", "--", "drop index public.an_old_name"});
  // A renamed key takes its index with it.
  Hand d, e;
  d.key(d.table("t"), "old_pkey", {"id"});
  ir::Object& key = e.key(e.table("t"), "t_pkey", {"id"});
  e.schema->edit<ir::Key>(key).named = false;
  CHECK(test::plan(d, e)->steps == Lines{"rename constraint \"t_pkey\" of public.t"});
}

TEST_CASE("functions: replaced where PostgreSQL can, else with what calls them", "[compiler]") {
  Hand a, b, c;
  for (Hand* h : {&a, &b, &c}) {
    ir::Object& f = h->function("f", {}, h == &b ? "select 2" : "select 1");
    if (h == &c) h->schema->edit<ir::Function>(f).result = h->type("text");
    ir::Object& t = h->table("t");
    h->policy(t, "p", expr("{}()", {&f}));
    ir::Trigger trigger;
    trigger.timing = "before";
    trigger.events = {"insert"};
    trigger.function = &f;
    h->add(&t, "tr", std::move(trigger));
  }
  CHECK(test::plan(a, b)->steps == Lines{"alter function public.f(): body"});
  CHECK(test::plan(a, c)->steps == Lines{"drop policy \"p\" of public.t", "drop trigger \"tr\" of public.t", "drop function public.f()",
                                         "create function public.f()", "create trigger \"tr\" of public.t", "create policy \"p\" of public.t"});
}

TEST_CASE("a foreign key follows the key it needs", "[compiler]") {
  Hand a, b;
  for (Hand* h : {&a, &b}) {
    ir::Object& parent = h->table("parent", {"id", "code"});
    ir::Object& key = h->key(parent, "parent_pkey", {"id"});
    if (h == &b) h->schema->edit<ir::Key>(key).include = {ir::columnOf(parent, "code")};
    h->foreignKey(h->table("child", {"id"}), "child_fkey", "id", parent, "id");
  }
  CHECK(test::plan(a, b)->steps == Lines{"drop constraint \"child_fkey\" of public.child", "drop constraint \"parent_pkey\" of public.parent",
                                         "create constraint \"parent_pkey\" of public.parent", "create constraint \"child_fkey\" of public.child"});
}

TEST_CASE("only the user's own objects are made and dropped", "[compiler]") {
  Hand a, b;
  for (Hand* h : {&a, &b}) {
    ir::Object& storage = h->add(nullptr, "storage", ir::Namespace{});
    storage.origin = ir::Origin::Platform;
    ir::Object& objects = h->add(&storage, "objects", ir::Table{});
    objects.origin = ir::Origin::Platform;
    if (h == &b) {
      h->schema->edit<ir::Table>(objects).rowSecurity = true;
      h->policy(objects, "mine", expr("true"));
      h->add(&storage, "newer", ir::Table{}).origin = ir::Origin::Platform;
    }
  }
  CHECK(test::plan(a, b)->steps == Lines{"create policy \"mine\" of storage.objects"});
  CHECK(test::plan(b, a)->steps == Lines{"drop policy \"mine\" of storage.objects"});
}

TEST_CASE("what is left out of the comparison is said", "[compiler]") {
  Hand a, b;
  a.table("_prisma_migrations");
  ir::Object& t = a.table("t");
  a.add(&t, "", ir::Owner{"somebody"});
  b.table("t");
  a.table("tmp_x");
  compiler::Options options;
  options.ignore = {{"table", "public.tmp_*"}};
  const auto result = test::plan(a, b, options);
  REQUIRE(result->plan);
  CHECK(result->plan->empty());
  CHECK(result->plan->notCompared == std::vector<std::string>{"ignored objects", "other tools' own tables", "owners"});
  // Defined by the desired side, it is compared.
  b.table("_prisma_migrations", {"id", "more"});
  CHECK(test::plan(a, b, options)->steps == Lines{"create column public._prisma_migrations.more"});
}

TEST_CASE("an identity takes the place of a serial's sequence", "[compiler]") {
  Hand a, b;
  ir::Object& old = a.table("t", {"id"});
  ir::Sequence serial;
  serial.ownedBy = ir::columnOf(old, "id");
  ir::Object& seq = a.add(a.space, "t_id_seq", std::move(serial));
  ir::Expression next = expr("nextval('t_id_seq')");
  next.bindings.push_back({8, 10, &seq, ir::BindingRole::Literal, {}, {}});
  a.add(ir::columnOf(old, "id"), "", ir::Default{next});
  ir::Object& now = b.table("t", {"id"});
  b.schema->edit<ir::Column>(*ir::columnOf(now, "id")).identity = ir::Identity::Always;
  ir::Sequence identity;
  identity.ownedBy = ir::columnOf(now, "id");
  identity.identity = true;
  b.add(b.space, "t_id_seq", std::move(identity)).derivedFrom = ir::columnOf(now, "id");
  CHECK(test::plan(a, b)->steps == Lines{"drop default of column public.t.id", "drop sequence public.t_id_seq", "alter column public.t.id: identity"});
  CHECK(test::plan(b, a)->steps == Lines{"alter column public.t.id: identity", "create sequence public.t_id_seq", "alter sequence public.t_id_seq: owned by",
                                         "create default of column public.t.id"});
}

TEST_CASE("partitions are attached and detached, not made again", "[compiler]") {
  Hand a, b;
  for (Hand* h : {&a, &b}) {
    ir::Object& parent = h->table("m", {"id"});
    auto& p = h->schema->edit<ir::Table>(parent);
    p.partitionStrategy = "list";
    p.partitionKey.push_back({ir::columnOf(parent, "id"), {}, {}, {}});
    ir::Object& part = h->table("m1", {"id"});
    if (h == &a) continue;
    auto& t = h->schema->edit<ir::Table>(part);
    t.parents = {&parent};
    t.bound = expr("FOR VALUES IN (1)");
    h->schema->edit(*ir::columnOf(part, "id")).derivedFrom = ir::columnOf(parent, "id");
    h->schema->edit<ir::Column>(*ir::columnOf(part, "id")).local = false;
  }
  CHECK(test::plan(a, b)->steps == Lines{"alter table public.m1: parents, partition bound"});
  CHECK(test::plan(b, a)->steps == Lines{"alter table public.m1: parents, partition bound"});
  // The parent goes: the partition stays with its rows.
  Hand c;
  c.table("m1", {"id"});
  CHECK(test::plan(b, c)->steps == Lines{"alter table public.m1: parents, partition bound", "drop table public.m"});
}

TEST_CASE("before 17 a generated column is made again, from 17 on its expression is set", "[compiler]") {
  for (int version : {16, 17}) {
    Hand a(version), b(version);
    for (Hand* h : {&a, &b}) {
      ir::Object& t = h->table("t");
      ir::Object& c = h->column(t, "c");
      auto& column = h->schema->edit<ir::Column>(c);
      column.generated = ir::Generated::Stored;
      column.generation = expr(h == &a ? "{} + 1" : "{} + 2", {ir::columnOf(t, "id")});
    }
    const auto result = test::plan(a, b);
    if (version == 17) CHECK(result->steps == Lines{"alter column public.t.c: generation expression"});
    else CHECK(result->steps == Lines{"drop column public.t.c", "create column public.t.c"});
    CHECK_FALSE(result->hazard("data-loss"));
  }
}

TEST_CASE("an enum that loses a label is swapped, with what is written in its terms", "[compiler]") {
  Hand a, b;
  for (Hand* h : {&a, &b}) {
    ir::Object& mood = h->add(h->space, "mood", ir::Enum{h == &a ? std::vector<ir::Text>{"sad", "so-so", "happy"} : std::vector<ir::Text>{"sad", "happy"}});
    ir::Object& t = h->table("t");
    ir::Object& c = h->column(t, "m", {&mood, {}});
    h->add(&c, "", ir::Default{expr("'sad'")});
    h->add(&t, "t_check", ir::Check{expr("{} <> 'sad'", {&c})});
    h->view("v", expr("select {} from {}", {&c, &t}), {"m"});
  }
  const auto result = test::plan(a, b);
  CHECK(result->steps == Lines{"drop view public.v", "drop constraint \"t_check\" of public.t",
                               "alter type public.mood: labels", "create constraint \"t_check\" of public.t",
                               "create view public.v"});
  CHECK(result->hazard("data-loss"));
  REQUIRE(!result->plan->hazards.empty());
}
