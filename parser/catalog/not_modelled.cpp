#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readNotModelled(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const std::string_view kind = row.text(), name = row.text();
    const Oid schemaOid = row.oid(), owner = row.oid(), catalog = row.oid(), oid = row.oid();
    if (reader.members.contains({catalog, oid})) continue;
    const ir::Object* const home = reader.home(schemaOid);
    if (schemaOid && (!home || home->origin == ir::Origin::Extension || reader.schemaOrigin(*home) != ir::Origin::User)) continue;
    const ir::Name role = reader.role(owner);
    if (owner && role != "postgres" && reader.platformRole(role)) continue;
    reader.notModelled(kind, name);
  }
}

struct Part {
  const char* kind;
  const char* rest;  // name, schema, owner, catalog, oid and FROM
};
// oid >= 16384: PostgreSQL's own objects are below.
constexpr Part kParts[]{
    {"conversion", "format('%s.%I', connamespace::regnamespace, conname), connamespace, conowner, tableoid, oid from pg_conversion where oid >= 16384"},
    {"transform", "format_type(trftype, null) || ' for ' || l.lanname, 0::oid, 0::oid, t.tableoid, t.oid "
                  "from pg_transform t join pg_language l on l.oid = t.trflang where true"},
    {"access method", "quote_ident(amname), 0::oid, 0::oid, tableoid, oid from pg_am where oid >= 16384"},
    {"base type", "oid::regtype::text, typnamespace, typowner, tableoid, oid from pg_type t where oid >= 16384 and typtype in ('b', 'p') "
                  "and not exists (select 1 from pg_type e where e.typarray = t.oid)"},
};

}  // namespace

std::vector<Query> notModelledQueries(int) {
  std::string all;
  for (const Part& part : kParts) all += std::string(all.empty() ? "" : " union all ") + "select '" + part.kind + "', " + part.rest;
  return {{Stage::Facts, "select * from (" + all + ") x (kind, name, schema, owner, catalog, oid) order by kind, name", readNotModelled}};
}

}  // namespace schemac::parser::catalog
