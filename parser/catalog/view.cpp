#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readViews(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* home = reader.home(row.oid());
    const Oid owner = row.oid();
    const auto acl = row.maybe();
    if (!home) continue;
    ir::View view;
    view.options = parseOptions(row.texts());
    view.query = reader.query(row.text());
    ir::Object& object = reader.make(home, name, std::move(view));
    reader.relations[oid] = &object;
    reader.markMember(object, kPgClass, oid);
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, acl);
  }
}

template <>
std::vector<Query> queries<ir::Kind::View>(int) {
  return {{Stage::Relations, R"(
select oid, relname, relnamespace, relowner, relacl, reloptions, pg_get_viewdef(oid) from pg_class
where relkind = 'v' and relnamespace in )" + kUserSchemas + " order by oid", readViews}};
}

}  // namespace schemac::parser::catalog
