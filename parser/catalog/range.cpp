#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readRanges(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const type = Reader::look(reader.typeObjects, row.oid());
    if (!type) continue;
    auto& range = std::get<ir::Range>(type->data);
    const Oid subtype = row.oid();
    range.subtype = reader.type(subtype);
    range.subtypeOpclass = reader.opclass(row.oid(), subtype);
    range.collation = reader.collation(row.oid());
    range.canonical = reader.function(row.oid(), {});
    range.subtypeDiff = reader.function(row);
    const Oid multirange = row.oid();
    range.multirange = row.text();
    ir::Object* const made = Reader::look(reader.typeObjects, multirange);
    if (made && !made->derivedFrom) made->derivedFrom = type;
  }
}

template <>
std::vector<Query> queries<ir::Kind::Range>(int) {
  return {{Stage::Programs, R"(
select r.rngtypid, r.rngsubtype, r.rngsubopc, case when r.rngcollation <> s.typcollation then r.rngcollation end, r.rngcanonical::oid,
  r.rngsubdiff::oid, p.proname, r.rngmultitypid, m.typname
from pg_range r join pg_type s on s.oid = r.rngsubtype left join pg_type m on m.oid = r.rngmultitypid left join pg_proc p on p.oid = r.rngsubdiff)",
           readRanges}};
}

}  // namespace schemac::parser::catalog
