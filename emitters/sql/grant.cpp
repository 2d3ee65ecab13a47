#include "emitters/sql/privilege_text.h"
#include "emitters/sql/statements.h"
#include "ir/privileges.h"

namespace schemac::emitters {

std::string privilegeList(ir::Privileges privileges, ir::Privileges all) {
  return privileges == all ? "all" : lower(ir::privilegeWords(privileges));
}

namespace {

using ir::Kind;
using ir::Object;
using ir::Privileges;

// "on table public.t", as GRANT names it: views and materialized views are tables to it.
std::string onClause(const Object& object) {
  switch (object.kind) {
    case Kind::Table: case Kind::View: case Kind::MaterializedView: return ir::qualifiedName(object);
    case Kind::Column: return ir::qualifiedName(*object.parent);
    case Kind::Enum: case Kind::Range: case Kind::Composite: case Kind::BaseType: case Kind::Domain: return "type " + ir::qualifiedName(object);
    case Kind::Aggregate: return "function " + ir::displayName(object);  // GRANT knows no aggregates
    case Kind::ForeignServer: return "foreign server " + ir::quoteIdentifier(object.name);
    default: return objectClause(object);
  }
}

std::string columnList(Privileges bits, const Object& column) {
  // Each word needs the column behind it.
  std::string out;
  const std::string words = lower(ir::privilegeWords(bits));
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(", ", at), words.size());
    out += (out.empty() ? "" : ", ") + words.substr(at, end - at) + " (" + ir::quoteIdentifier(column.name) + ")";
    at = end + 2;
  }
  return out;
}

// REVOKE on a table takes the same privileges on its columns away (REVOKE, Notes): those that stay are given again.
void giveColumnsAgain(Emission& e, const Object& relation, ir::Name name, const std::string& grantee, Privileges revoked) {
  const Object* now = e.inTo(relation);
  if (!now) return;
  for (const Object* column : ir::childrenOf(*now, Kind::Column))
    for (const Object* child : ir::childrenOf(*column, Kind::Grant)) {
      const auto& grant = child->as<ir::Grant>();
      const Privileges lost = grant.privileges & revoked;
      if (child->name != name || !lost) continue;
      const auto give = [&](Privileges bits, const char* with) {
        if (bits) e.out.privilege("grant " + columnList(bits, *column) + " on " + ir::qualifiedName(*now) + " to", grantee, with);
      };
      give(lost & ~grant.grantable, "");
      give(lost & grant.grantable, " with grant option");
    }
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const ir::Grant*, const ir::Grant*) {
  const Object& grant = op.after ? *op.after : *op.before;
  const Object& object = *grant.parent;
  const ir::GrantChange change = op.grant.value_or(ir::GrantChange{});
  const Privileges all = ir::allPrivileges(object.kind, e.version());
  std::string grantee = roleName(grant.name);
  if (grant.name == ir::kOwner)
    for (const Object* child : object.children)
      if (child->kind == Kind::Owner) grantee = ir::quoteIdentifier(child->as<ir::Owner>().role);
  const auto list = [&](Privileges bits) {
    return object.kind == Kind::Column ? columnList(bits, object) : privilegeList(bits, all);
  };
  const std::string on = " on " + onClause(object);
  const Privileges revoke = (change.held | change.spelled) & ~change.wanted;
  const Privileges give = (change.wanted & ~change.held) | (change.spelled & change.wanted) | (change.wantedGrantable & ~change.heldGrantable);
  const Privileges keep = change.heldGrantable & change.wanted & ~change.wantedGrantable;
  if (revoke) e.out.privilege("revoke " + list(revoke) + on + " from", grantee);
  if (revoke && object.kind != Kind::Column && ir::isRelation(object.kind)) giveColumnsAgain(e, object, grant.name, grantee, revoke);
  if (keep) e.out.privilege("revoke grant option for " + list(keep) + on + " from", grantee);
  if (const Privileges plain = give & ~change.wantedGrantable) e.out.privilege("grant " + list(plain) + on + " to", grantee);
  if (const Privileges passed = give & change.wantedGrantable) e.out.privilege("grant " + list(passed) + on + " to", grantee, " with grant option");
}

}  // namespace schemac::emitters
