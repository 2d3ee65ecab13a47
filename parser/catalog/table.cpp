#include "parser/catalog/index_elements.h"
#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readTables(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* home = reader.home(row.oid());
    const Oid owner = row.oid();
    const auto acl = row.maybe();
    if (!home) continue;
    ir::Table table;
    table.persistence = row.letter() == 'u' ? ir::Persistence::Unlogged : ir::Persistence::Permanent;
    table.rowSecurity = row.flag();
    table.forceRowSecurity = row.flag();
    const char identity = row.letter();
    table.replicaIdentity = identity == 'n' ? "nothing" : identity == 'f' ? "full" : identity == 'i' ? "index" : "default";
    table.bound = reader.maybeExpression(row.maybe());
    table.options = parseOptions(row.texts());
    table.toastOptions = parseOptions(row.texts());
    table.tablespace = row.text();
    const std::string_view method = row.text();
    table.accessMethod = method == "heap" ? "" : method;
    table.server = Reader::look(reader.servers, row.oid());
    table.foreignOptions = parseOptions(row.texts());
    if (table.foreign()) table.replicaIdentity = "default";  // the catalog says nothing, and nobody can say anything else
    ir::Object& object = reader.make(home, name, std::move(table));
    reader.relations[oid] = &object;
    reader.markMember(object, kPgClass, oid);
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, acl);
  }
}

// Of tables and of indexes: INHERITS, PARTITION OF, ATTACH PARTITION.
void readParents(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid child = row.oid(), parent = row.oid();
    reader.parents[child].push_back(parent);
    ir::Object* const object = reader.relation(child);
    const ir::Object* const of = reader.relation(parent);
    if (object && of && object->kind == ir::Kind::Table) std::get<ir::Table>(object->data).parents.emplace_back(of);
  }
}

void readTypes(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const table = reader.relation(row.oid());
    const ir::Object* const type = reader.relation(row.oid());
    if (table && type) std::get<ir::Table>(table->data).ofType = type;
  }
}

void readPartitionKeys(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    ir::Object* const object = reader.relation(oid);
    if (!object) continue;
    auto& table = std::get<ir::Table>(object->data);
    const char strategy = row.letter();
    table.partitionStrategy = strategy == 'l' ? "list" : strategy == 'h' ? "hash" : "range";
    const auto numbers = row.numbers(), classes = row.numbers(), collations = row.numbers();
    const auto expressions = splitList(row.text());
    std::size_t nextExpression = 0;
    for (std::size_t k = 0; k < numbers.size(); ++k) {
      ir::PartitionElement element;
      Oid type = 0;
      bool ownCollation = false;
      if (numbers[k]) {
        element.column = reader.column(oid, numbers[k]);
        type = reader.columnType(oid, numbers[k]);
        if (element.column) ownCollation = reader.collation(static_cast<Oid>(collations[k])) == columnCollation(reader, *element.column);
      } else if (nextExpression < expressions.size()) {
        element.expression = reader.expression(expressions[nextExpression++]);
      }
      element.opclass = reader.opclass(static_cast<Oid>(classes[k]), type);
      constexpr std::int64_t defaultCollation = 100;
      if (collations[k] && collations[k] != defaultCollation && !ownCollation) element.collation = reader.collation(static_cast<Oid>(collations[k]));
      table.partitionKey.push_back(std::move(element));
    }
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::Table>(int) {
  return {
      {Stage::Relations, R"(
select c.oid, c.relname, c.relnamespace, c.relowner, c.relacl, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident,
  pg_get_expr(c.relpartbound, c.oid), c.reloptions, t.reloptions, s.spcname, am.amname, ft.ftserver, ft.ftoptions
from pg_class c left join pg_class t on t.oid = c.reltoastrelid left join pg_tablespace s on s.oid = c.reltablespace
  left join pg_am am on am.oid = c.relam
  left join pg_foreign_table ft on ft.ftrelid = c.oid
where c.relkind in ('r', 'p', 'f') and c.relnamespace in )" + kUserSchemas + " order by c.oid", readTables},
      {Stage::Relations, "select inhrelid, inhparent from pg_inherits order by inhrelid, inhseqno", readParents},
      {Stage::Types, "select c.oid, t.typrelid from pg_class c join pg_type t on t.oid = c.reloftype where c.reloftype <> 0", readTypes},
      {Stage::Parts, R"(
select partrelid, partstrat, partattrs, partclass, partcollation, pg_get_expr(partexprs, partrelid) from pg_partitioned_table)", readPartitionKeys}};
}

}  // namespace schemac::parser::catalog
