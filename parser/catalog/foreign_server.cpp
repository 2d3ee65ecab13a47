#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readServers(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    const auto acl = row.maybe();
    ir::ForeignServer server;
    server.wrapper = Reader::look(reader.wrappers, row.oid());
    server.type = row.text();
    server.version = row.text();
    server.options = parseOptions(row.texts());
    ir::Object& object = reader.make(nullptr, name, std::move(server));
    reader.servers[oid] = &object;
    if (reader.markMember(object, kPgForeignServer, oid)) continue;
    reader.setPlatform(object, owner);
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, acl);
  }
}

// After the wrappers, which come first in kinds.def; before the relations, of which some are foreign tables.
template <>
std::vector<Query> queries<ir::Kind::ForeignServer>(int) {
  return {{Stage::Names, "select oid, srvname, srvowner, srvacl, srvfdw, srvtype, srvversion, srvoptions from pg_foreign_server order by oid", readServers}};
}

}  // namespace schemac::parser::catalog
