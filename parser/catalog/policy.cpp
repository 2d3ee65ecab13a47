#include <algorithm>

#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

ir::Name commandOf(char letter) {
  switch (letter) {
    case 'r': return "select";
    case 'a': return "insert";
    case 'w': return "update";
    case 'd': return "delete";
    default: return "all";
  }
}

void readPolicies(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* const relation = reader.relation(row.oid());
    if (!relation) continue;
    ir::Policy policy;
    policy.command = commandOf(row.letter());
    policy.permissive = row.flag();
    for (const std::int64_t role : row.numbers()) policy.roles.push_back(reader.role(static_cast<Oid>(role)));
    std::sort(policy.roles.begin(), policy.roles.end());
    policy.usingExpression = reader.maybeExpression(row.maybe());
    policy.checkExpression = reader.maybeExpression(row.maybe());
    ir::Object& object = reader.make(relation, name, std::move(policy));
    reader.policies[oid] = &object;
    // The platform makes none on its own tables: those on storage.objects, realtime.messages and auth's are the user's.
    const ir::Name home = relation->parent->name;
    if (object.origin == ir::Origin::Platform && (home == "storage" || home == "realtime" || home == "auth")) object.origin = ir::Origin::User;
    if (relation->origin == ir::Origin::Extension) object.derivedFrom = relation;
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::Policy>(int) {
  return {{Stage::Rules, R"(
select oid, polname, polrelid, polcmd, polpermissive, polroles, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)
from pg_policy order by oid)", readPolicies}};
}

}  // namespace schemac::parser::catalog
