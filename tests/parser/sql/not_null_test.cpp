#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using schemac::test::Replayed;
namespace ir = schemac::ir;

namespace {

// "name (column)" of each NOT NULL of a table in the order of its columns, with what is not usual of it.
std::string notNulls(const Replayed& replayed, const char* table) {
  std::string out;
  for (const ir::Object* column : ir::columnsOf(*replayed.relation(table))) {
    const ir::Object* constraint = ir::notNullOf(*column);
    if (!constraint) continue;
    const auto& data = constraint->as<ir::NotNull>();
    CHECK(column->as<ir::Column>().notNull);
    CHECK(constraint->derivedFrom == column);
    out += (out.empty() ? "" : ", ") + constraint->name.str() + " (" + column->name.str() + ")" + (data.local ? "" : " inherited") +
           (data.inherited ? " x" + std::to_string(data.inherited) : "") + (data.noInherit ? " no inherit" : "") + (data.validated ? "" : " not valid");
  }
  return out;
}

}  // namespace

TEST_CASE("not null: names of new tables") {
  const Replayed r(R"(
    create table t (id int primary key, b int constraint bb not null no inherit, c serial, d int, constraint dd not null d not valid);
    create table taken (b int not null constraint taken_b_not_null check (b > 0));
    alter table taken add constraint taken_d not null d, add column c int not null, add column d int;
    create table copy (like t, e int not null);
    create table p (a int constraint foo not null, b int not null, c int not null no inherit);
    create table q (a int not null);
    create table k (b int not null) inherits (q, p);
    create table part (a int not null, b int constraint bb not null) partition by list (a);
    create table part1 partition of part (b constraint own not null) for values in (1);)", 18);
  CHECK(r.errors() == "");
  CHECK(notNulls(r, "t") == "t_id_not_null (id), bb (b) no inherit, t_c_not_null (c), dd (d)");
  CHECK(notNulls(r, "taken") == "taken_b_not_null1 (b), taken_c_not_null (c), taken_d (d)");
  CHECK(notNulls(r, "copy") == "t_id_not_null (id), bb (b) no inherit, t_c_not_null (c), dd (d), copy_e_not_null (e)");
  CHECK(notNulls(r, "k") == "q_a_not_null (a) inherited x2, k_b_not_null (b) x1");
  CHECK(notNulls(r, "part1") == "part_a_not_null (a) inherited x1, own (b) x1");
}

TEST_CASE("not null: what ALTER TABLE does to it") {
  const Replayed r(R"(
    create table p (a int, b int, c int not null, d int not null no inherit);
    create table k (a int constraint own not null) inherits (p);
    alter table p add constraint na not null a not valid;
    alter table p alter b set not null;
    alter table p rename constraint p_b_not_null to nb;
    alter table k alter b set not null;
    alter table p alter c drop not null;
    alter table p alter constraint p_d_not_null inherit;
    create table later (a int not null, b int not null, c int, d int not null);
    alter table later inherit p;
    create table left_again (a int not null, b int not null, c int, d int not null);
    alter table left_again inherit p;
    alter table left_again no inherit p;)", 18);
  CHECK(r.errors() == "");
  CHECK(notNulls(r, "p") == "na (a) not valid, nb (b), p_d_not_null (d)");
  CHECK(notNulls(r, "k") == "own (a) x1, nb (b) x1, p_d_not_null (d) inherited x1");
  CHECK(notNulls(r, "later") == "later_a_not_null (a) x1, later_b_not_null (b) x1, later_d_not_null (d) x1");
  CHECK(notNulls(r, "left_again") == "left_again_a_not_null (a), left_again_b_not_null (b), left_again_d_not_null (d)");
}

TEST_CASE("not null: what PostgreSQL refuses") {
  const std::string tables = "create table p (a int not null, b int primary key); create table k () inherits (p); ";
  const auto errors = [&](const std::string& statement) { return Replayed(tables + statement, 18).errors(); };
  CHECK(errors("alter table k alter a drop not null;") == "cannot drop inherited constraint \"p_a_not_null\" of relation \"k\"\n");
  CHECK(errors("alter table k rename constraint p_a_not_null to x;") == "cannot rename inherited constraint \"p_a_not_null\"\n");
  CHECK(errors("alter table p drop constraint p_b_not_null;") == "column \"b\" is in a primary key\n");
  CHECK(errors("alter table p add constraint x not null a;") == "cannot create not-null constraint \"x\" on column \"a\" of table \"p\"\n");
  CHECK(errors("create table own (a int not null); alter table own inherit p;") == "child table is missing column \"b\"\n");
  CHECK(errors("create table own (a int constraint own not null, b int not null); alter table own inherit p; alter table p rename constraint p_a_not_null to x;") ==
        "constraint \"p_a_not_null\" for table \"own\" does not exist\n");
}

TEST_CASE("not null: before 18 it is a flag, of a domain before 17") {
  for (const int version : {16, 17}) {
    const Replayed r("create table t (a int constraint n not null, b serial primary key); create domain d as int constraint n not null;", version);
    CHECK(r.errors() == "");
    CHECK(notNulls(r, "t").empty());
    const ir::Object* domain = r.schema->find(ir::Space::Type, r.schema->schema("public"), "d");
    CHECK(domain->as<ir::Domain>().notNull);
    CHECK((ir::notNullOf(*domain) != nullptr) == (version == 17));
  }
}
