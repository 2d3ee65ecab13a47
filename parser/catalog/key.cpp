#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readKeys(Reader& reader, const Rows& rows) {
  std::vector<std::pair<ir::Object*, Oid>> copies;
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid table = row.oid();
    ir::Object* const relation = reader.relation(table);
    if (!relation) continue;
    ir::Key key;
    key.primary = row.letter() == 'p';
    key.columns = reader.columnRefs(table, row.numbers());
    key.include = reader.columnRefs(table, row.numbers());
    key.deferrable = row.flag();
    key.initiallyDeferred = row.flag();
    key.local = row.flag();
    key.inherited = static_cast<int>(row.number());
    key.named = row.flag();  // a partition's copy of its table's key has connoinherit = false
    const Oid parent = row.oid(), index = row.oid();
    key.options = parseOptions(row.texts());
    key.tablespace = row.text();
    key.nullsNotDistinct = row.flag();
    key.withoutOverlaps = row.flag();
    ir::Object& object = reader.make(relation, name, std::move(key));
    reader.constraints[oid] = reader.indexConstraints[index] = &object;
    if (relation->origin == ir::Origin::Extension) object.derivedFrom = relation;
    else if (parent) copies.emplace_back(&object, parent);
  }
  for (const auto& [copy, parent] : copies) copy->derivedFrom = Reader::look(reader.constraints, parent);
}

template <>
std::vector<Query> queries<ir::Kind::Key>(int version) {
  return {{Stage::Parts, R"(
select k.oid, k.conname, k.conrelid, k.contype, k.conkey, i.indkey[i.indnkeyatts : i.indnatts - 1], k.condeferrable, k.condeferred, k.conislocal,
  k.coninhcount, k.connoinherit, k.conparentid, k.conindid, c.reloptions, s.spcname, )" + std::string(version >= 15 ? "i.indnullsnotdistinct" : "false") + ", " +
           (version >= 18 ? "k.conperiod" : "false") + R"(
from pg_constraint k join pg_index i on i.indexrelid = k.conindid join pg_class c on c.oid = k.conindid
  left join pg_tablespace s on s.oid = c.reltablespace
where k.contype in ('p', 'u') and k.connamespace in )" + kUserSchemas + " order by k.oid", readKeys}};
}

}  // namespace schemac::parser::catalog
