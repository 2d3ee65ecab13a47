#include "ir/print.h"
#include "ir/privileges.h"

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include "tests/support/catch.h"
#endif

using namespace schemac::ir;

TEST_CASE("a printed schema says every field that is not at its default, once an object") {
  Schema schema;
  const Object& app = schema.make(nullptr, "app", Namespace{});
  const Object& table = schema.make(&app, "Odd", Table{});
  schema.edit<Table>(table).rowSecurity = true;
  Column column;
  column.type = {&schema.builtinType("varchar"), "20", true};
  column.notNull = true;
  const Object& name = schema.make(&table, "name", column);
  schema.make(&name, "", Default{Expression{"'a\nb'", {}, {}, true}});
  Grant grant;
  grant.privileges = Select | Maintain;
  schema.make(&table, kPublic, grant);
  CHECK(print(schema) ==
        "schema app\n"
        "table app.\"Odd\" | row security=true\n"
        "column app.\"Odd\".name #1 | type=character varying(20)[] | not null=true\n"
        "default of column app.\"Odd\".name | value='a\\nb'\n"
        "privileges on table app.\"Odd\" to PUBLIC | privileges=SELECT, MAINTAIN\n");
}

TEST_CASE("privilege words and defaults follow the server") {
  CHECK(privilegeOf("select") == Select);
  CHECK(privilegeOf("nothing") == 0);
  CHECK(privilegeWords(allPrivileges(Kind::View, 16)) == "SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER");
  CHECK((allPrivileges(Kind::Table, 17) & Maintain) != 0);
  CHECK(publicPrivileges(Kind::Function) == Execute);
  CHECK(allPrivileges(Kind::Policy, 17) == 0);
}
