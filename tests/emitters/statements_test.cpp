#include "tests/emitters/plans.h"
#include "tests/support/catch.h"

using namespace schemac::ir;
using schemac::testing::Hand;

TEST_CASE("a table is written as a person writes it: columns aligned, keys and references behind their column") {
  Hand h;
  const Object& orgs = h.to->make(&h.in(*h.to), "organizations", Table{});
  const Object& orgId = h.to->make(&orgs, "id", Hand::column(*h.to, "uuid", true));
  Table data;
  data.rowSecurity = true;
  const Object& table = h.to->make(&h.in(*h.to), "memberships", data);
  const Object& org = h.to->make(&table, "org_id", Hand::column(*h.to, "uuid", true));
  const Object& user = h.to->make(&table, "user_id", Hand::column(*h.to, "uuid", true));
  const Object& role = h.to->make(&table, "role", Hand::column(*h.to, "text", true));
  const Object& value = h.to->make(&role, "", Default{Hand::text("'member'")});
  Check check;
  check.expression = Hand::naming("role in ('owner', 'member')", role);
  const Object& checked = h.to->make(&table, "memberships_role_check", check);
  Key key;
  key.primary = true;
  key.columns = {org, user};
  const Object& primary = h.to->make(&table, "memberships_pkey", key);
  ForeignKey foreign;
  foreign.columns = {org};
  foreign.table = orgs;
  foreign.references = {orgId};
  foreign.onDelete = "cascade";
  const Object& reference = h.to->make(&table, "memberships_org_id_fkey", foreign);
  h.create(table, {&org, &user, &role, &value, &checked, &primary, &reference});
  CHECK(h.sql() ==
        "-- table public.memberships\n"
        "create table if not exists public.memberships (\n"
        "  org_id  uuid not null references public.organizations (id) on delete cascade,\n"
        "  user_id uuid not null,\n"
        "  role    text not null default 'member' check (role in ('owner', 'member')),\n"
        "  primary key (org_id, user_id)\n"
        ");\n"
        "alter table public.memberships enable row level security;\n");
}

TEST_CASE("a constraint that PostgreSQL would call otherwise says its name") {
  Hand h;
  const Object& table = h.to->make(&h.in(*h.to), "t", Table{});
  const Object& a = h.to->make(&table, "a", Hand::column(*h.to, "int4"));
  Check check;
  check.expression = Hand::naming("a > 0", a);
  const Object& first = h.to->make(&table, "t_a_check", check);
  const Object& second = h.to->make(&table, "t_a_check1", check);
  Key key;
  key.columns = {a};
  const Object& unique = h.to->make(&table, "only once", key);
  h.create(table, {&a, &first, &second, &unique});
  CHECK(h.sql() ==
        "-- table public.t\n"
        "create table if not exists public.t (\n"
        "  a integer check (a > 0),\n"
        "  constraint \"only once\" unique (a),\n"
        "  constraint t_a_check1 check (a > 0)\n"
        ");\n");
}

TEST_CASE("actions on one table are one statement; a new type is guarded by the old one") {
  Hand h;
  const Object& old = h.from->make(&h.in(*h.from), "projects", Table{});
  const Object& now = h.to->make(&h.in(*h.to), "projects", Table{});
  const Object& gone = h.from->make(&old, "owner_email", Hand::column(*h.from, "text"));
  const Object& due = h.to->make(&now, "due_on", Hand::column(*h.to, "date"));
  const Object& small = h.from->make(&old, "budget", Hand::column(*h.from, "int4"));
  const Object& big = h.to->make(&now, "budget", Hand::column(*h.to, "int8"));
  h.drop(gone);
  h.create(due);
  h.alter(small, big, {"type"});
  CHECK(h.sql() ==
        "-- table public.projects\n"
        "alter table public.projects\n"
        "  drop column if exists owner_email,\n"
        "  add column if not exists due_on date;\n"
        "do $$ begin\n"
        "  if exists (select from pg_attribute where attrelid = 'public.projects'::regclass and attname = 'budget' and atttypid <> 'bigint'::regtype) then\n"
        "    alter table public.projects alter column budget type bigint;\n"
        "  end if;\n"
        "end $$;\n");
}

TEST_CASE("a type without a cast in assignment is converted with USING, its default taken off and put back") {
  Hand h;
  const Object& old = h.from->make(&h.in(*h.from), "t", Table{});
  const Object& now = h.to->make(&h.in(*h.to), "t", Table{});
  const Object& text = h.from->make(&old, "n", Hand::column(*h.from, "text"));
  h.from->make(&text, "", Default{Hand::text("'1'")});
  const Object& number = h.to->make(&now, "n", Hand::column(*h.to, "int4"));
  h.to->make(&number, "", Default{Hand::text("1")});
  h.alter(text, number, {"type"});
  CHECK(h.sql() ==
        "-- table public.t\n"
        "do $$ begin\n"
        "  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'n' and atttypid <> 'integer'::regtype) then\n"
        "    alter table public.t\n"
        "      alter column n drop default,\n"
        "      alter column n type integer using n::integer,\n"
        "      alter column n set default 1;\n"
        "  end if;\n"
        "end $$;\n");
}

TEST_CASE("enum labels are added where they belong; without one the type is swapped under its columns") {
  Hand h;
  const Object& from = h.from->make(&h.in(*h.from), "plan", Enum{{"free", "pro", "old"}});
  const Object& to = h.to->make(&h.in(*h.to), "plan", Enum{{"free", "team", "pro", "old", "last"}});
  h.alter(from, to, {"labels"});
  CHECK(h.sql() ==
        "-- enum public.plan\n"
        "alter type public.plan add value if not exists 'team' before 'pro';\n"
        "alter type public.plan add value if not exists 'last';\n");

  Hand s;
  const Object& before = s.from->make(&s.in(*s.from), "plan", Enum{{"free", "pro", "old"}});
  const Object& after = s.to->make(&s.in(*s.to), "plan", Enum{{"free", "pro"}});
  const Object* column = nullptr;
  for (auto [side, type] : {std::pair{s.from.get(), &before}, std::pair{s.to.get(), &after}}) {
    const Object& table = side->make(&s.in(*side), "orgs", Table{});
    Column data;
    data.type.type = *type;
    column = &side->make(&table, "plan", data);
    side->make(column, "", Default{Hand::text("'free'")});
  }
  s.alter(before, after, {"labels"});
  CHECK(s.sql() ==
        "-- enum public.plan\n"
        "-- the type is swapped, for PostgreSQL cannot drop a label: fails if a row holds 'old'\n"
        "do $$ begin\n"
        "  if exists (select from pg_enum where enumtypid = 'public.plan'::regtype and enumlabel = 'old') then\n"
        "    alter type public.plan rename to plan__old;\n"
        "    create type public.plan as enum ('free', 'pro');\n"
        "    alter table public.orgs\n"
        "      alter column plan drop default,\n"
        "      alter column plan type public.plan using plan::text::public.plan,\n"
        "      alter column plan set default 'free';\n"
        "    drop type public.plan__old;\n"
        "  end if;\n"
        "end $$;\n");
}

TEST_CASE("grants say what is held, what is wanted and what was written; grantees with the same privileges share one") {
  Hand h;
  const Object& table = h.to->make(&h.in(*h.to), "t", Table{});
  const auto grant = [&](const char* grantee, GrantChange change) {
    const Object& object = h.to->make(&table, grantee, Grant{});
    Operation operation{Verb::Alter, nullptr, &object, {}, false, false, {}, change};
    h.plan.segments.back().steps.push_back({h.add(operation), {}});
  };
  grant("anon", {0, 0, Select, 0, 0});
  grant("authenticated", {0, 0, Select, 0, 0});
  grant("service_role", {Select | Insert, Insert, Select | Update, Select, 0});
  grant(kPublic, {0, 0, 0, 0, Select});
  CHECK(h.sql() ==
        "-- privileges on public.t\n"
        "grant select on public.t to anon, authenticated;\n"
        "revoke insert on public.t from service_role;\n"
        "grant update on public.t to service_role;\n"
        "grant select on public.t to service_role with grant option;\n"
        "revoke select on public.t from public;\n");
}

TEST_CASE("a function body is quoted with a tag that it does not contain") {
  Hand h;
  Function f;
  f.language = "sql";
  f.result.type = h.to->builtinType("text");
  f.body = "select '$$ $function$'";
  f.settings = {{"search_path", "\"\""}, {"work_mem", "4MB"}};
  const Object& object = h.to->make(&h.in(*h.to), "f", f);
  h.create(object);
  CHECK(h.sql() ==
        "-- function public.f()\n"
        "create or replace function public.f() returns text\n"
        "  language sql set search_path = '' set work_mem = '4MB'\n"
        "  as $function1$select '$$ $function$'$function1$;\n");
}

TEST_CASE("names and comments keep their quoting; none of them ends a comment line") {
  Hand h;
  const Object& table = h.to->make(&h.in(*h.to), "a\nb\"c", Table{});
  h.create(h.to->make(&table, "", Comment{"it's\r--"}));
  CHECK(h.sql() ==
        "-- comments on table public.\"a\\nb\"\"c\"\n"
        "comment on table public.\"a\nb\"\"c\" is E'it''s\\r--';\n");
}

TEST_CASE("a table that is made anew is dropped once, not again with its new rows") {
  Hand h;
  const Object& old = h.from->make(&h.in(*h.from), "events", Table{});
  Table data;
  data.partitionStrategy = "range";
  const Object& now = h.to->make(&h.in(*h.to), "events", data);
  const Object& at = h.to->make(&now, "at", Hand::column(*h.to, "timestamptz", true));
  h.to->edit<Table>(now).partitionKey = {PartitionElement{at, {}, {}, {}}};
  h.drop(old, true);
  h.create(now, {&at}, true);
  CHECK(h.sql() ==
        "-- table public.events\n"
        "do $$ begin\n"
        "  if exists (select from pg_class where oid = to_regclass('public.events') and relkind = 'r') then\n"
        "    drop table if exists public.events;\n"
        "  end if;\n"
        "end $$;\n"
        "create table if not exists public.events (\n"
        "  at timestamptz not null\n"
        ") partition by range (at);\n");
}
