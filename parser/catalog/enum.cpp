#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readLabels(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    if (ir::Object* const type = Reader::look(reader.typeObjects, row.oid())) std::get<ir::Enum>(type->data).labels.emplace_back(row.text());
  }
}

template <>
std::vector<Query> queries<ir::Kind::Enum>(int) {
  return {{Stage::Programs, "select enumtypid, enumlabel from pg_enum order by enumtypid, enumsortorder", readLabels}};
}

}  // namespace schemac::parser::catalog
