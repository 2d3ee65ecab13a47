#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

ir::Name actionOf(char action) {
  switch (action) {
    case 'r': return "restrict";
    case 'c': return "cascade";
    case 'n': return "set null";
    case 'd': return "set default";
    default: return "no action";
  }
}

struct Raw {
  Oid table = 0, parent = 0, referenced = 0;
  ir::Object* object = nullptr;
};

// A key that references a partitioned table has a row for each of that table's partitions, too, on the same referencing table: those are how
// PostgreSQL does it, not something that can be named in DDL. A partition's copy of its parent's key hangs on that one.
bool isShadow(const std::unordered_map<Oid, Raw>& all, const Raw& key) {
  for (const Raw* at = &key; at->parent;) {
    const auto parent = all.find(at->parent);
    if (parent == all.end()) return false;
    if (parent->second.table == at->table || parent->second.referenced != at->referenced) return true;
    at = &parent->second;
  }
  return false;
}

ir::ForeignKey foreignKeyOf(Reader& reader, const Raw& key, Row& row) {
  ir::ForeignKey data;
  data.table = reader.relation(key.referenced);
  data.columns = reader.columnRefs(key.table, row.numbers());
  data.references = reader.columnRefs(key.referenced, row.numbers());
  data.match = row.letter() == 'f' ? "full" : "simple";
  data.onUpdate = actionOf(row.letter());
  data.onDelete = actionOf(row.letter());
  data.deferrable = row.flag();
  data.initiallyDeferred = row.flag();
  data.validated = row.flag();
  data.local = row.flag();
  data.inherited = static_cast<int>(row.number());
  data.setColumns = reader.columnRefs(key.table, row.numbers());
  data.enforced = row.flag();
  data.period = row.flag();
  return data;
}

void readForeignKeys(Reader& reader, const Rows& rows) {
  std::unordered_map<Oid, Raw> all;
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    Raw& key = all[oid];
    key.table = row.oid();
    key.referenced = row.oid();
    key.parent = row.oid();
  }
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    Raw& key = all[oid];
    row.oid(), row.oid(), row.oid();
    ir::Object* const relation = reader.relation(key.table);
    if (!relation || isShadow(all, key)) continue;
    const std::string_view name = row.text();
    key.object = &reader.make(relation, name, foreignKeyOf(reader, key, row));
    reader.constraints[oid] = key.object;
    if (relation->origin == ir::Origin::Extension) key.object->derivedFrom = relation;
  }
  for (auto& [oid, key] : all) {
    if (!key.object || !key.parent || key.object->derivedFrom) continue;
    const auto parent = all.find(key.parent);
    if (parent != all.end()) key.object->derivedFrom = parent->second.object;
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::ForeignKey>(int version) {
  return {{Stage::Parts, R"(
select oid, conrelid, confrelid, conparentid, conname, conkey, confkey, confmatchtype, confupdtype, confdeltype, condeferrable, condeferred,
  convalidated, conislocal, coninhcount, )" + std::string(version >= 15 ? "confdelsetcols" : "null") + ", " +
           (version >= 18 ? "conenforced, conperiod" : "true, false") + R"(
from pg_constraint where contype = 'f' and connamespace in )" + kUserSchemas + " order by oid", readForeignKeys}};
}

}  // namespace schemac::parser::catalog
