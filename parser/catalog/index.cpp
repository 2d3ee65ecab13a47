#include "parser/catalog/index_elements.h"

namespace schemac::parser::catalog {
namespace {

void readOpclasses(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    OperatorClass opclass;
    opclass.name = row.text();
    opclass.method = row.oid();
    opclass.inputType = row.oid();
    opclass.isDefault = row.flag();
    if (opclass.isDefault) reader.defaultOpclasses[{opclass.method, opclass.inputType}] = oid;
    reader.opclasses[oid] = std::move(opclass);
  }
}

// A primary key's or EXCLUDE's index is the constraint's; that of a partition hangs on its parent's.
void derive(Reader& reader, const std::vector<std::pair<Oid, ir::Object*>>& made) {
  for (const auto& [oid, object] : made) {
    auto& index = std::get<ir::Index>(object->data);
    if (const auto parents = reader.parents.find(oid); parents != reader.parents.end()) index.partitionOf = reader.relation(parents->second.front());
    if (const ir::Object* constraint = Reader::look(reader.indexConstraints, oid)) {
      index.constraint = constraint;
      object->derivedFrom = constraint;
    } else if (index.partitionOf && !object->derivedFrom) {
      object->derivedFrom = index.partitionOf.object;
    }
  }
}

void readIndexes(Reader& reader, const Rows& rows) {
  std::vector<std::pair<Oid, ir::Object*>> made;
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), table = row.oid();
    ir::Object* const relation = reader.relation(table);
    if (!relation) continue;
    const std::string_view name = row.text();
    IndexParts parts = readIndexParts(reader, table, row);
    ir::Index index;
    index.method = parts.method;
    index.elements = std::move(parts.elements);
    index.include = std::move(parts.include);
    index.predicate = std::move(parts.predicate);
    index.options = std::move(parts.options);
    index.tablespace = parts.tablespace;
    index.unique = row.flag();
    index.valid = row.flag();
    const bool clustered = row.flag(), identity = row.flag();
    index.nullsNotDistinct = row.flag();
    ir::Object& object = reader.make(relation, name, std::move(index));
    reader.relations[oid] = &object;
    made.emplace_back(oid, &object);
    if (relation->origin == ir::Origin::Extension) object.derivedFrom = relation;
    if (relation->kind == ir::Kind::MaterializedView) {
      if (clustered) std::get<ir::MaterializedView>(relation->data).clusterIndex = &object;
    } else {
      auto& data = std::get<ir::Table>(relation->data);
      if (clustered) data.clusterIndex = &object;
      if (identity) data.replicaIdentityIndex = &object;
    }
  }
  derive(reader, made);
}

// Operator class options and statistics targets stand with the index's own columns.
void readSettings(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const object = reader.relation(row.oid());
    const std::size_t number = static_cast<std::size_t>(row.number());
    if (!object || object->kind != ir::Kind::Index) continue;
    auto& index = std::get<ir::Index>(object->data);
    const auto options = parseOptions(row.texts());
    const Oid opclassOid = row.oid();
    const auto opclass = reader.opclasses.find(opclassOid);
    if (!options.empty() && number >= 1 && number <= index.elements.size() && opclass != reader.opclasses.end()) {
      index.elements[number - 1].opclassOptions = options;
      index.elements[number - 1].opclass = reader.named(kPgOpclass, opclassOid, opclass->second.name);  // options can only be written behind a name
    }
    if (const auto target = row.maybe()) index.statistics.push_back({std::to_string(number), *target});
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::Index>(int version) {
  return {
      {Stage::Names, R"(
select o.oid, case when n.nspname = 'pg_catalog' then o.opcname else quote_ident(n.nspname) || '.' || quote_ident(o.opcname) end,
  o.opcmethod, o.opcintype, o.opcdefault
from pg_opclass o join pg_namespace n on n.oid = o.opcnamespace)", readOpclasses},
      {Stage::Indexes, "select i.indexrelid, i.indrelid, c.relname, " + kIndexColumns +
           ", i.indisunique, i.indisvalid, i.indisclustered, i.indisreplident, " + (version >= 15 ? "i.indnullsnotdistinct" : "false") +
           " from pg_index i" + kIndexJoins + "where c.relnamespace in " + kUserSchemas + " order by i.indexrelid", readIndexes},
      {Stage::Indexes, R"(
select a.attrelid, a.attnum, a.attoptions, i.indclass[a.attnum - 1], case when a.attstattarget >= 0 then a.attstattarget end
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_index i on i.indexrelid = c.oid
where c.relkind in ('i', 'I') and (a.attoptions is not null or a.attstattarget >= 0) order by a.attrelid, a.attnum)", readSettings}};
}

}  // namespace schemac::parser::catalog
