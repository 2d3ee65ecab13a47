#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readCollations(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), schema = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::Collation collation;
    const char provider = row.letter();
    collation.provider = provider == 'i' ? "icu" : provider == 'b' ? "builtin" : "libc";
    collation.deterministic = row.flag();
    const std::string_view collate = row.text(), ctype = row.text(), locale = row.text();
    if (provider == 'c') collation.collate = collate, collation.ctype = ctype;
    else collation.locale = locale;
    collation.rules = row.text();
    reader.makeOther(kPgCollation, oid, schema, name, owner, std::move(collation));
  }
}

// Where a provider other than libc keeps its locale: 14 in collcollate, 15 and 16 in colliculocale, then in colllocale.
template <>
std::vector<Query> queries<ir::Kind::Collation>(int version) {
  const std::string locale = version >= 17 ? "colllocale" : version >= 15 ? "colliculocale" : "collcollate";
  return {{Stage::Names, "select oid, collnamespace, collname, collowner, collprovider, collisdeterministic, collcollate, collctype, " + locale + ", " +
               (version >= 16 ? "collicurules" : "null") + " from pg_collation where collnamespace in " + kUserSchemas + " order by oid", readCollations}};
}

}  // namespace schemac::parser::catalog
