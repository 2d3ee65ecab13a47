#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

// What is in supabase_realtime is the user's, though the publication is not; the other one is filled by the platform.
ir::Origin memberOrigin(const ir::Object& publication) {
  return publication.name == "supabase_realtime_messages_publication" ? publication.origin : ir::Origin::User;
}

void readTables(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const ir::Object* const publication = Reader::look(reader.publications, row.oid());
    const Oid table = row.oid();
    const ir::Object* const relation = reader.relation(table);
    if (!publication || !relation) continue;
    ir::PublicationMember member;
    member.table = relation;
    member.columns = reader.columnRefs(table, row.numbers());
    member.filter = reader.maybeExpression(row.maybe());
    reader.make(publication, relation->parent->name.str() + "." + relation->name.str(), std::move(member)).origin = memberOrigin(*publication);
  }
}

void readSchemas(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const ir::Object* const publication = Reader::look(reader.publications, row.oid());
    const ir::Object* const schema = reader.home(row.oid());
    if (!publication || !schema) continue;
    ir::PublicationMember member;
    member.schema = schema;
    reader.make(publication, schema->name.view(), std::move(member)).origin = memberOrigin(*publication);
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::PublicationMember>(int version) {
  if (version < 15) return {{Stage::Rules, "select prpubid, prrelid, null, null from pg_publication_rel order by oid", readTables}};
  return {{Stage::Rules, "select prpubid, prrelid, prattrs, pg_get_expr(prqual, prrelid) from pg_publication_rel order by oid", readTables},
          {Stage::Rules, "select pnpubid, pnnspid from pg_publication_namespace order by oid", readSchemas}};
}

}  // namespace schemac::parser::catalog
