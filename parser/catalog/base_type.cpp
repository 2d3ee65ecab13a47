#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

ir::Object* makeType(Reader& reader, const ir::Object& home, char type, std::string_view name) {
  switch (type) {
    case 'e': return &reader.make(&home, name, ir::Enum{});
    case 'd': return &reader.make(&home, name, ir::Domain{});
    case 'r': return &reader.make(&home, name, ir::Range{});
    default: return &reader.make(&home, name, ir::BaseType{});
  }
}

// Every type there is: objects for those of the user's schemas (what is inside them comes with their own queries), names for the built-in ones.
void readTypes(Reader& reader, const Rows& rows) {
  std::vector<std::pair<Oid, Oid>> arrays;
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid schemaOid = row.oid();
    const char type = row.letter();
    const Oid element = row.oid(), relation = row.oid(), owner = row.oid();
    const auto acl = row.maybe();
    const bool catalogs = row.flag(), informationSchema = row.flag();
    if (element) {
      arrays.emplace_back(oid, element);
    } else if (catalogs || informationSchema) {
      reader.builtinTypes[oid] = {std::string(name), informationSchema, false};
    } else if (type == 'c') {
      ir::Object* const object = reader.relation(relation);
      if (object) reader.types[oid] = {object, {}, false, false};
      if (object && object->kind == ir::Kind::Composite) reader.typeObjects[oid] = object;
    } else if (const ir::Object* home = reader.home(schemaOid)) {
      ir::Object* const object = makeType(reader, *home, type, name);
      reader.typeObjects[oid] = object;
      reader.types[oid] = {object, {}, false, false};
      reader.markMember(*object, kPgType, oid);
      if (type == 'm') continue;  // a multirange is its range's
      reader.addOwner(*object, owner);
      reader.addGrants(*object, owner, acl);
    }
  }
  for (const auto& [array, element] : arrays) {
    if (const auto own = reader.types.find(element); own != reader.types.end()) {
      ir::TypeRef ref = own->second;
      ref.array = true;
      reader.types[array] = ref;
    } else if (const auto builtin = reader.builtinTypes.find(element); builtin != reader.builtinTypes.end()) {
      Reader::BuiltinType ref = builtin->second;
      ref.array = true;
      reader.builtinTypes[array] = ref;
    }
  }
}

}  // namespace

// A true array type is one that array subscripting works on and that is not of fixed length (format_type_extended).
template <>
std::vector<Query> queries<ir::Kind::BaseType>(int) {
  return {{Stage::Types, R"(
select t.oid, t.typname, t.typnamespace, t.typtype,
  case when t.typelem <> 0 and t.typsubscript = 'array_subscript_handler'::regproc and t.typstorage <> 'p' then t.typelem end,
  t.typrelid, t.typowner, t.typacl, n.nspname = 'pg_catalog', n.nspname = 'information_schema'
from pg_type t join pg_namespace n on n.oid = t.typnamespace
where n.nspname !~ '^pg_(toast|temp)' order by t.oid)", readTypes}};
}

}  // namespace schemac::parser::catalog
