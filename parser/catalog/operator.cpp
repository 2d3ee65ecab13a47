#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

// First the names: exclusion constraints and aggregates name operators, which have functions.
void readOperators(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), schema = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::Operator data;
    data.hashes = row.flag();
    data.merges = row.flag();
    data.commutator = row.text();
    data.negator = row.text();
    reader.makeOther(kPgOperator, oid, schema, name, owner, std::move(data));
  }
}

void readDetails(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const object = reader.other(kPgOperator, row.oid());
    if (!object) continue;
    auto& data = std::get<ir::Operator>(object->data);
    data.left = reader.type(row.oid());
    data.right = reader.type(row.oid());
    data.result = reader.type(row.oid());
    data.function = reader.function(row);
    data.restrict = reader.function(row);
    data.join = reader.function(row);
  }
}

}  // namespace

// Without shells: what another operator has named as its commutator and nobody has made.
template <>
std::vector<Query> queries<ir::Kind::Operator>(int) {
  return {{Stage::Names, R"(
select o.oid, o.oprnamespace, o.oprname, o.oprowner, o.oprcanhash, o.oprcanmerge,
  case when cn.nspname = 'pg_catalog' then c.oprname else cn.nspname || '.' || c.oprname end,
  case when gn.nspname = 'pg_catalog' then g.oprname else gn.nspname || '.' || g.oprname end
from pg_operator o left join pg_operator c on c.oid = o.oprcom left join pg_namespace cn on cn.oid = c.oprnamespace
  left join pg_operator g on g.oid = o.oprnegate left join pg_namespace gn on gn.oid = g.oprnamespace
where o.oprcode <> 0 and o.oprnamespace in )" + kUserSchemas + " order by o.oid", readOperators},
          {Stage::Parts, R"(
select o.oid, o.oprleft, o.oprright, o.oprresult, o.oprcode::oid, f.proname, o.oprrest::oid, r.proname, o.oprjoin::oid, j.proname
from pg_operator o join pg_proc f on f.oid = o.oprcode left join pg_proc r on r.oid = o.oprrest left join pg_proc j on j.oid = o.oprjoin
where o.oprnamespace in )" + kUserSchemas, readDetails}};
}

}  // namespace schemac::parser::catalog
