#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readPublications(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::Publication publication;
    publication.allTables = row.flag();
    publication.viaRoot = row.flag();
    for (const char* action : {"insert", "update", "delete", "truncate"})
      if (row.flag()) publication.publish.emplace_back(action);
    ir::Object& object = reader.make(nullptr, name, std::move(publication));
    const bool platform = reader.supabase() && (name == "supabase_realtime" || name == "supabase_realtime_messages_publication");
    if (platform) object.origin = ir::Origin::Platform;
    reader.publications[oid] = &object;
    reader.addOwner(object, owner);
    if (row.flag()) reader.notModelled("publish_generated_columns of publication", name);
  }
}

template <>
std::vector<Query> queries<ir::Kind::Publication>(int version) {
  return {{Stage::Rules, R"(
select oid, pubname, pubowner, puballtables, pubviaroot, pubinsert, pubupdate, pubdelete, pubtruncate, )" +
           std::string(version >= 18 ? "pubgencols <> 'n'" : "false") + " from pg_publication order by oid", readPublications}};
}

}  // namespace schemac::parser::catalog
