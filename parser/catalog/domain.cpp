#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readDomains(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), base = row.oid();
    reader.baseTypes[oid] = base;
    ir::Object* const type = Reader::look(reader.typeObjects, oid);
    if (!type) continue;
    auto& domain = std::get<ir::Domain>(type->data);
    domain.base = reader.type(base, row.text());
    domain.notNull = row.flag();
    domain.collation = reader.collation(row.oid());
    domain.defaultValue = reader.maybeExpression(row.maybe());
  }
}

template <>
std::vector<Query> queries<ir::Kind::Domain>(int) {
  return {{Stage::Types, R"(
select t.oid, t.typbasetype, case when t.typtypmod >= 0 then format_type(t.typbasetype, t.typtypmod) end, t.typnotnull,
  case when t.typcollation <> b.typcollation then t.typcollation end, pg_get_expr(t.typdefaultbin, 0)
from pg_type t join pg_type b on b.oid = t.typbasetype where t.typtype = 'd' order by t.oid)", readDomains}};
}

}  // namespace schemac::parser::catalog
