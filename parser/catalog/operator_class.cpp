#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

// First the names: indexes and ranges name classes, whose members are functions.
void readClasses(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), schema = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::OperatorClass opclass;
    opclass.method = row.text();
    opclass.isDefault = row.flag();
    const Oid family = row.oid();
    opclass.family = reader.named(kPgOpfamily, family, row.text());
    reader.makeOther(kPgOpclass, oid, schema, name, owner, std::move(opclass));
  }
}

void readTypes(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const object = reader.other(kPgOpclass, row.oid());
    if (!object) continue;
    auto& opclass = std::get<ir::OperatorClass>(object->data);
    opclass.type = reader.type(row.oid());
    if (const Oid storage = row.oid()) opclass.storage = reader.type(storage);
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::OperatorClass>(int) {
  return {{Stage::Names, R"(
select c.oid, c.opcnamespace, c.opcname, c.opcowner, a.amname, c.opcdefault, c.opcfamily,
  case when n.nspname = 'pg_catalog' then f.opfname else n.nspname || '.' || f.opfname end
from pg_opclass c join pg_am a on a.oid = c.opcmethod join pg_opfamily f on f.oid = c.opcfamily join pg_namespace n on n.oid = f.opfnamespace
where c.opcnamespace in )" + kUserSchemas + " order by c.oid", readClasses},
          {Stage::Columns, "select oid, opcintype, opckeytype from pg_opclass where opcnamespace in " + kUserSchemas, readTypes}};
}

}  // namespace schemac::parser::catalog
