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
    default: return objectClause(object);
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
    if (object.kind != Kind::Column) return privilegeList(bits, all);
    // Each word needs the column behind it.
    std::string out;
    const std::string words = lower(ir::privilegeWords(bits));
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(", ", at), words.size());
      out += (out.empty() ? "" : ", ") + words.substr(at, end - at) + " (" + ir::quoteIdentifier(object.name) + ")";
      at = end + 2;
    }
    return out;
  };
  const std::string on = " on " + onClause(object);
  const Privileges revoke = (change.held | change.spelled) & ~change.wanted;
  const Privileges give = (change.wanted & ~change.held) | (change.spelled & change.wanted) | (change.wantedGrantable & ~change.heldGrantable);
  const Privileges keep = change.heldGrantable & change.wanted & ~change.wantedGrantable;
  if (revoke) e.out.privilege("revoke " + list(revoke) + on + " from", grantee);
  if (keep) e.out.privilege("revoke grant option for " + list(keep) + on + " from", grantee);
  if (const Privileges plain = give & ~change.wantedGrantable) e.out.privilege("grant " + list(plain) + on + " to", grantee);
  if (const Privileges passed = give & change.wantedGrantable) e.out.privilege("grant " + list(passed) + on + " to", grantee, " with grant option");
}

}  // namespace schemac::emitters
