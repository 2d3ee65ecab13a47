#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

// Tables' from 18 on, domains' from 17 on. Made after the columns: what they say of themselves is read there.
static void readNotNulls(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid table = row.oid(), type = row.oid();
    ir::Object* const whole = table ? reader.relation(table) : Reader::look(reader.typeObjects, type);
    const std::int64_t number = row.number();
    const ir::Object* const column = table ? reader.column(table, number) : whole;
    if (!whole || !column || whole->origin == ir::Origin::Extension) continue;
    ir::NotNull constraint;
    if (table) constraint.column = *column;
    constraint.noInherit = row.flag();
    constraint.validated = row.flag();
    constraint.local = row.flag();
    constraint.inherited = static_cast<int>(row.number());
    ir::Object& object = reader.make(whole, name, std::move(constraint));
    object.derivedFrom = column;
    reader.constraints[oid] = &object;
  }
}

template <>
std::vector<Query> queries<ir::Kind::NotNull>(int version) {
  if (version < 17) return {};
  return {{Stage::Parts, std::string(R"(
select oid, conname, conrelid, contypid, coalesce(conkey[1], 0), connoinherit, convalidated, conislocal, coninhcount
from pg_constraint where contype = 'n' and connamespace in )") + kUserSchemas + " order by oid", readNotNulls}};
}

}  // namespace schemac::parser::catalog
