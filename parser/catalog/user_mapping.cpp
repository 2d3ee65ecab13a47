#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readMappings(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const ir::Object* const server = Reader::look(reader.servers, row.oid());
    const Oid user = row.oid();
    if (!server || server->origin == ir::Origin::Extension) continue;
    ir::UserMapping mapping;
    mapping.options = parseOptions(row.texts());
    mapping.readable = row.flag();
    const bool readable = mapping.readable;
    const ir::Object& object = reader.make(server, reader.role(user), std::move(mapping));
    if (!readable) reader.notReadable(object, "its options");
  }
}

// pg_user_mapping is for superusers. The view hides a mapping's options from who may not see them, and shows NULL where there are none: its
// own conditions (system_views.sql) tell the two apart. In it the mapping for PUBLIC has user 0.
template <>
std::vector<Query> queries<ir::Kind::UserMapping>(int) {
  return {{Stage::Rules, R"(
select m.srvid, m.umuser, m.umoptions, m.umoptions is not null or r.rolsuper
  or (m.umuser <> 0 and m.usename = current_user and (pg_has_role(s.srvowner, 'usage') or has_server_privilege(s.oid, 'usage')))
  or (m.umuser = 0 and pg_has_role(s.srvowner, 'usage'))
from pg_user_mappings m join pg_foreign_server s on s.oid = m.srvid, pg_roles r where r.rolname = current_user order by m.umid)", readMappings}};
}

}  // namespace schemac::parser::catalog
