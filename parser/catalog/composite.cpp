#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readComposites(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* home = reader.home(row.oid());
    if (!home) continue;
    ir::Object& object = reader.make(home, name, ir::Composite{});
    reader.relations[oid] = &object;
    // CREATE EXTENSION notes the type, not its relation.
    const Oid type = row.oid();
    reader.markMember(object, kPgType, type);
    const Oid owner = row.oid();
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, row.maybe());
  }
}

// A type's owner and privileges are the type's; the columns come with all other columns.
template <>
std::vector<Query> queries<ir::Kind::Composite>(int) {
  return {{Stage::Relations, R"(
select c.oid, c.relname, c.relnamespace, t.oid, t.typowner, t.typacl from pg_class c join pg_type t on t.oid = c.reltype
where c.relkind = 'c' and c.relnamespace in )" + kUserSchemas + " order by c.oid", readComposites}};
}

}  // namespace schemac::parser::catalog
