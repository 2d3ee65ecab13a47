#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using schemac::test::Replayed;
namespace ir = schemac::ir;

namespace {

const ir::Index& index(const Replayed& r, const char* name) {
  REQUIRE(r.relation(name));
  return r.relation(name)->as<ir::Index>();
}

}  // namespace

TEST_CASE("create index: made-up names follow the columns") {
  const Replayed r(R"(
    create table t (a int, b text, c jsonb);
    create index on t (a);
    create index on t (a);
    create index on t (lower(b), (a + 1), (b || 'x'));
    create index on t ((c ->> 'k'), (c -> 'k'));
    create index on t ((a::text), (case when a > 0 then b end), coalesce(b, ''));
    create unique index on t (a) include (b);
    create index if not exists t_a_idx on t (b);
  )");
  CHECK(r.errors() == "");
  for (const char* name : {"t_a_idx", "t_a_idx1", "t_lower_expr_expr1_idx", "t_expr_expr1_idx", "t_a_case_coalesce_idx", "t_a_b_idx"}) {
    INFO(name);
    CHECK(r.relation(name) != nullptr);
  }
}

TEST_CASE("create index: elements, predicate and options") {
  const Replayed r(R"(
    create table t (a int, b text collate "C", c jsonb);
    create index i on only t using btree (a desc, b collate "POSIX" text_pattern_ops nulls first, ((a + (2))) asc)
      include (c) with (fillfactor = 70) where (a > 0) and b <> ')';
    create index g on t using gin (c jsonb_path_ops);
    create index d on t using gin (c jsonb_ops);
    create unique index u on t (a) nulls not distinct;
  )");
  CHECK(r.errors() == "");
  const ir::Index& i = index(r, "i");
  CHECK(i.elements[0].descending);
  CHECK(i.elements[0].nullsFirst);
  CHECK(i.elements[1].collation == "POSIX");
  CHECK(i.elements[1].opclass == "text_pattern_ops");
  CHECK(i.elements[1].nullsFirst);
  CHECK(i.elements[2].expression->text == "a + (2)");
  CHECK(i.include.size() == 1);
  CHECK(i.options == ir::Options{{"fillfactor", "70"}});
  CHECK(i.predicate->text == "(a > 0) and b <> ')'");
  CHECK(index(r, "g").elements[0].opclass == "jsonb_path_ops");
  CHECK(index(r, "d").elements[0].opclass == "");
  CHECK(index(r, "u").nullsNotDistinct);
}

TEST_CASE("create index on only a partitioned table is valid when all partitions have theirs") {
  const char* sql = R"(
    create table p (a int, b int) partition by hash (a);
    create table p0 partition of p for values with (modulus 2, remainder 0);
    create table p1 partition of p for values with (modulus 2, remainder 1);
    create index pi on only p (b);
    create index i0 on p0 (b);
    create index i1 on p1 (b);
    alter index pi attach partition i0;
  )";
  CHECK_FALSE(index(Replayed(sql), "pi").valid);
  const Replayed r(sql + std::string("alter index pi attach partition i1;"));
  CHECK(r.errors() == "");
  CHECK(index(r, "pi").valid);
  CHECK(index(r, "i0").partitionOf->name == "pi");
}

TEST_CASE("alter index") {
  const Replayed r(R"(
    create table t (a int, b int, constraint k primary key (a) with (fillfactor = 50));
    create index i on t ((a + b));
    alter index i set (fillfactor = 60), alter column 1 set statistics 300;
    alter index k set (fillfactor = 90);
  )");
  CHECK(r.errors() == "");
  CHECK(index(r, "i").statistics == std::vector<ir::Option>{{"1", "300"}});
  CHECK(index(r, "i").options == ir::Options{{"fillfactor", "60"}});
  CHECK(ir::childOf(*r.relation("t"), ir::Kind::Key, "k")->as<ir::Key>().options == ir::Options{{"fillfactor", "90"}});
}
