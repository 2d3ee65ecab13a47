#include "parser/catalog/index_elements.h"

namespace schemac::parser::catalog {

static void readExclusions(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid table = row.oid(), index = row.oid();
    ir::Object* const relation = reader.relation(table);
    if (!relation) continue;
    ir::Exclusion exclusion;
    exclusion.deferrable = row.flag();
    exclusion.initiallyDeferred = row.flag();
    const Oid parent = row.oid();
    const std::vector<std::string> operators = row.texts();
    IndexParts parts = readIndexParts(reader, table, row);
    exclusion.method = parts.method;
    exclusion.elements = std::move(parts.elements);
    exclusion.include = std::move(parts.include);
    exclusion.predicate = std::move(parts.predicate);
    exclusion.options = std::move(parts.options);
    exclusion.tablespace = parts.tablespace;
    for (std::size_t k = 0; k < exclusion.elements.size() && k < operators.size(); ++k) {
      const Oid op = static_cast<Oid>(std::stoul(operators[k]));  // the oid in front of the name
      exclusion.elements[k].with = reader.named(kPgOperator, op, std::string_view(operators[k]).substr(operators[k].find(' ') + 1));
    }
    ir::Object& object = reader.make(relation, name, std::move(exclusion));
    reader.constraints[oid] = reader.indexConstraints[index] = &object;
    object.derivedFrom = relation->origin == ir::Origin::Extension ? relation : Reader::look(reader.constraints, parent);
  }
}

template <>
std::vector<Query> queries<ir::Kind::Exclusion>(int) {
  return {{Stage::Parts, R"(
select k.oid, k.conname, k.conrelid, k.conindid, k.condeferrable, k.condeferred, k.conparentid,
  array(select o.oid || ' ' || case when n.nspname = 'pg_catalog' then o.oprname else quote_ident(n.nspname) || '.' || o.oprname end
    from unnest(k.conexclop) with ordinality e (oid, place) join pg_operator o on o.oid = e.oid join pg_namespace n on n.oid = o.oprnamespace
    order by e.place), )" + kIndexColumns + " from pg_constraint k join pg_index i on i.indexrelid = k.conindid" + kIndexJoins +
           "where k.contype = 'x' and k.connamespace in " + kUserSchemas + " order by k.oid", readExclusions}};
}

}  // namespace schemac::parser::catalog
