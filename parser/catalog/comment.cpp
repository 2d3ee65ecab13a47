#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readComments(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid catalog = row.oid(), oid = row.oid();
    const std::int64_t column = row.number();
    if (const auto type = catalog == kPgType && !reader.objectOf(catalog, oid) ? reader.types.find(oid) : reader.types.end();
        type != reader.types.end() && !type->second.array && type->second.type && type->second.type->origin == ir::Origin::User) {
      reader.make(type->second.type.object, "row type", ir::Comment{row.text()});
      continue;
    }
    ir::Object* const about = column ? reader.column(oid, column) : reader.objectOf(catalog, oid);
    const std::string_view text = row.text();
    const bool extensions = row.flag();
    // The objects of other catalogs are named for themselves.
    if (!about || about->origin == ir::Origin::Extension) continue;
    ir::Object& comment = reader.make(about, "", ir::Comment{text});
    if (extensions) comment.origin = ir::Origin::Extension;
    if (about->origin != ir::Origin::Platform || about->kind != ir::Kind::Schema || about->name != "public") continue;
    comment.origin = text == "standard public schema" ? ir::Origin::Platform : ir::Origin::User;
  }
}

void readRoleComments(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const auto role = reader.roles.find(row.oid());
    if (role == reader.roles.end()) continue;
    const ir::Object* object = reader.schema.find(ir::Space::Role, nullptr, role->second);
    if (object) reader.make(object, "", ir::Comment{row.text()});
  }
}

}  // namespace

// initdb's own comments, but for what a user may comment on, are left out. What CREATE EXTENSION takes from the control file is the extension's.
// Those of subscriptions stand with all others, though subscriptions are shared objects (CommentObject).
template <>
std::vector<Query> queries<ir::Kind::Comment>(int) {
  return {{Stage::Facts, R"(
select d.classoid, d.objoid, d.objsubid, d.description,
  d.classoid = 'pg_extension'::regclass and exists (select 1 from pg_available_extensions() a join pg_extension e on e.extname = a.name
    where e.oid = d.objoid and a.comment = d.description)
from pg_description d
where d.objoid >= 16384 or d.classoid in ('pg_namespace'::regclass, 'pg_extension'::regclass)
order by d.classoid, d.objoid, d.objsubid)", readComments},
          {Stage::Facts, "select objoid, description from pg_shdescription where classoid = 'pg_authid'::regclass order by objoid", readRoleComments}};
}

}  // namespace schemac::parser::catalog
