#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readCollations(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    reader.collations[oid] = row.text();
  }
}

ir::Column columnOf(Reader& reader, Oid type, Row& row) {
  ir::Column column;
  column.type = reader.type(type, row.text());
  column.notNull = row.flag();
  column.collation = reader.collation(row.oid());
  const char identity = row.letter(), generated = row.letter();
  column.identity = identity == 'a' ? ir::Identity::Always : identity == 'd' ? ir::Identity::ByDefault : ir::Identity::None;
  column.generated = generated == 's' ? ir::Generated::Stored : generated == 'v' ? ir::Generated::Virtual : ir::Generated::None;
  const char storage = row.letter(), compression = row.letter();
  column.storage = storage == 'p' ? "plain" : storage == 'e' ? "external" : storage == 'm' ? "main" : storage == 'x' ? "extended" : "";
  column.compression = compression == 'p' ? "pglz" : compression == 'l' ? "lz4" : "";
  if (const auto statistics = row.maybe()) column.statistics = std::stoi(std::string(*statistics));
  column.options = parseOptions(row.texts());
  column.foreignOptions = parseOptions(row.texts());
  column.local = row.flag();
  column.inherited = static_cast<int>(row.number());
  return column;
}

// A child's default hangs on the parent's as long as it says the same: the catalog does not know where it came from.
void deriveDefault(ir::Object& column, const ir::Object& inherited) {
  const ir::Object* const from = ir::childOf(inherited, ir::Kind::Default, "");
  if (!from || column.as<ir::Column>().inherited == 0) return;
  for (ir::Object* child : column.children)
    if (child->kind == ir::Kind::Default && !child->derivedFrom && child->as<ir::Default>().value.text == from->as<ir::Default>().value.text)
      child->derivedFrom = from;
}

// What a column that only comes from parents hangs on: the first parent's column of the name.
void deriveInherited(Reader& reader) {
  for (const auto& [oid, columns] : reader.columns) {
    const auto parents = reader.parents.find(oid);
    if (parents == reader.parents.end()) continue;
    for (const Oid parent : parents->second) {
      const ir::Object* const of = reader.relation(parent);
      if (!of) continue;
      const auto candidates = ir::columnsOf(*of);
      for (std::size_t i = 0; i < columns.size(); ++i) {
        ir::Object* const column = columns[i];
        if (!column) continue;
        // Nearly always at the same place.
        const ir::Object* from = i < candidates.size() && candidates[i]->name == column->name ? candidates[i] : ir::columnOf(*of, column->name);
        if (!from) continue;
        if (!column->derivedFrom && !column->as<ir::Column>().local) column->derivedFrom = from;
        deriveDefault(*column, *from);
      }
    }
  }
}

// The columns of CREATE TABLE … OF hang on the type's.
void deriveTyped(ir::Object& table) {
  const ir::Ref type = table.as<ir::Table>().ofType;
  if (!type) return;
  for (ir::Object* child : table.children)
    if (child->kind == ir::Kind::Column && !child->derivedFrom) child->derivedFrom = ir::columnOf(*type, child->name);
}

void readColumns(Reader& reader, const Rows& rows) {
  Oid last = 0;
  ir::Object* relation = nullptr;
  std::vector<ir::Object*>* columns = nullptr;
  std::vector<Oid>* types = nullptr;
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    if (oid != last || !columns) {
      last = oid;
      relation = reader.relation(oid);
      columns = &reader.columns[oid];
      types = &reader.columnTypes[oid];
    }
    if (!relation) continue;
    const std::size_t number = static_cast<std::size_t>(row.number());
    const std::string_view name = row.text();
    const auto acl = row.maybe(), value = row.maybe();
    const Oid type = row.oid();
    ir::Column data = columnOf(reader, type, row);
    const bool generated = data.generated != ir::Generated::None;
    if (generated) data.generation = reader.maybeExpression(value);
    ir::Object& column = reader.make(relation, name, std::move(data));
    column.ordinal = static_cast<int>(number);
    columns->resize(number);
    types->resize(number);
    columns->back() = &column;
    types->back() = type;
    const bool ofView = relation->kind == ir::Kind::View || relation->kind == ir::Kind::MaterializedView;
    if (ofView || relation->origin == ir::Origin::Extension) column.derivedFrom = relation;
    if (!generated && value) reader.make(&column, "", ir::Default{reader.expression(*value)});
    reader.addGrants(column, row.oid(), acl);
  }
  deriveInherited(reader);
  for (const auto& [oid, object] : reader.relations)
    if (object->kind == ir::Kind::Table) deriveTyped(*object);
}

}  // namespace

// pg_get_expr looks at all of a table's columns before it prints; a default names none of them, so it need not be told the table.
template <>
std::vector<Query> queries<ir::Kind::Column>(int) {
  // -1 until 16, NULL from 17 on: no target of its own.
  return {
      {Stage::Names, R"(
select c.oid, case when n.nspname = 'pg_catalog' then c.collname else quote_ident(n.nspname) || '.' || quote_ident(c.collname) end
from pg_collation c join pg_namespace n on n.oid = c.collnamespace)", readCollations},
      {Stage::Columns, R"(
select a.attrelid, a.attnum, a.attname, a.attacl, pg_get_expr(d.adbin, case when a.attgenerated = '' then 0 else d.adrelid end), a.atttypid,
  case when a.atttypmod >= 0 then format_type(a.atttypid, a.atttypmod) end, a.attnotnull,
  case when a.attcollation <> t.typcollation then a.attcollation end, a.attidentity, a.attgenerated,
  case when a.attstorage <> t.typstorage then a.attstorage end, a.attcompression,
  case when a.attstattarget >= 0 then a.attstattarget end, a.attoptions, a.attfdwoptions, a.attislocal, a.attinhcount, c.relowner
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where c.relkind in ('r', 'p', 'f', 'v', 'm', 'c') and c.relnamespace in )" + kUserSchemas + " order by a.attrelid, a.attnum", readColumns}};
}

// A column brings its default along.
template <>
std::vector<Query> queries<ir::Kind::Default>(int) { return {}; }

}  // namespace schemac::parser::catalog
