#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readMaterializedViews(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* home = reader.home(row.oid());
    const Oid owner = row.oid();
    const auto acl = row.maybe();
    if (!home) continue;
    ir::MaterializedView view;
    view.options = parseOptions(row.texts());
    view.query = reader.query(row.text());
    view.tablespace = row.text();
    const std::string_view method = row.text();
    view.accessMethod = method == "heap" ? "" : method;
    view.populated = row.flag();
    ir::Object& object = reader.make(home, name, std::move(view));
    reader.relations[oid] = &object;
    reader.markMember(object, kPgClass, oid);
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, acl);
  }
}

template <>
std::vector<Query> queries<ir::Kind::MaterializedView>(int) {
  return {{Stage::Relations, R"(
select c.oid, c.relname, c.relnamespace, c.relowner, c.relacl, c.reloptions, pg_get_viewdef(c.oid), s.spcname, am.amname, c.relispopulated
from pg_class c left join pg_tablespace s on s.oid = c.reltablespace left join pg_am am on am.oid = c.relam
where c.relkind = 'm' and c.relnamespace in )" + kUserSchemas + " order by c.oid", readMaterializedViews}};
}

}  // namespace schemac::parser::catalog
