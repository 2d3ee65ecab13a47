#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

// A check that only comes from parents is theirs.
static void deriveInherited(Reader& reader, Oid table, ir::Object& check) {
  const auto parents = reader.parents.find(table);
  if (check.as<ir::Check>().local || parents == reader.parents.end()) return;
  for (const Oid parent : parents->second) {
    const ir::Object* of = reader.relation(parent);
    if (of && !check.derivedFrom) check.derivedFrom = ir::childOf(*of, ir::Kind::Check, check.name);
  }
}

static void readChecks(Reader& reader, const Rows& rows) {
  std::vector<std::pair<Oid, ir::Object*>> made;
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid table = row.oid(), type = row.oid();
    ir::Object* const whole = table ? reader.relation(table) : Reader::look(reader.typeObjects, type);
    if (!whole) continue;
    ir::Check check;
    check.expression = reader.expression(row.text());
    check.noInherit = row.flag();
    check.validated = row.flag();
    check.enforced = row.flag();
    check.local = row.flag();
    check.inherited = static_cast<int>(row.number());
    ir::Object& object = reader.make(whole, name, std::move(check));
    reader.constraints[oid] = &object;
    if (whole->origin == ir::Origin::Extension) object.derivedFrom = whole;
    else made.emplace_back(table, &object);
  }
  for (const auto& [table, object] : made) deriveInherited(reader, table, *object);
}

template <>
std::vector<Query> queries<ir::Kind::Check>(int version) {
  return {{Stage::Parts, std::string(R"(
select oid, conname, conrelid, contypid, pg_get_expr(conbin, conrelid), connoinherit, convalidated, )") +
           (version >= 18 ? "conenforced" : "true") + R"(, conislocal, coninhcount
from pg_constraint where contype = 'c' and connamespace in )" + kUserSchemas + " order by oid", readChecks}};
}

}  // namespace schemac::parser::catalog
