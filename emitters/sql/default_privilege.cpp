#include "emitters/sql/privilege_text.h"
#include "emitters/sql/statements.h"
#include "ir/privileges.h"

namespace schemac::emitters {
namespace {

using ir::DefaultPrivilege;
using ir::Kind;
using ir::Privileges;

Kind kindOfObjects(ir::Name objects) {
  if (objects == "sequences") return Kind::Sequence;
  if (objects == "functions") return Kind::Function;
  if (objects == "types") return Kind::Enum;
  if (objects == "schemas") return Kind::Schema;
  return Kind::Table;
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const DefaultPrivilege* before, const DefaultPrivilege* after) {
  const DefaultPrivilege& any = after ? *after : *before;
  const ir::Object& object = op.after ? *op.after : *op.before;
  const Kind kind = kindOfObjects(any.objects);
  const Privileges all = ir::allPrivileges(kind, e.version());
  // Those for all schemas start from the built-in default, those of a schema add to it.
  Privileges usual = 0;
  if (!object.parent) usual = any.grantee == ir::kPublic ? ir::publicPrivileges(kind) : any.grantee == any.role || any.grantee == ir::kOwner ? all : 0;
  const Privileges held = before ? before->privileges : usual, heldGrantable = before ? before->grantable : 0;
  const Privileges wanted = after ? after->privileges : usual, wantedGrantable = after ? after->grantable : 0;
  std::string head = "alter default privileges for role " + ir::quoteIdentifier(any.role);
  if (object.parent) head += " in schema " + ir::quoteIdentifier(object.parent->name);
  const std::string on = " on " + any.objects.str();
  const std::string grantee = any.grantee == ir::kOwner ? ir::quoteIdentifier(any.role) : roleName(any.grantee);
  const Privileges give = (wanted & ~held) | (wantedGrantable & ~heldGrantable);
  if (const Privileges gone = held & ~wanted) e.out.privilege(head + " revoke " + privilegeList(gone, all) + on + " from", grantee);
  if (const Privileges keep = heldGrantable & wanted & ~wantedGrantable)
    e.out.privilege(head + " revoke grant option for " + privilegeList(keep, all) + on + " from", grantee);
  if (const Privileges plain = give & ~wantedGrantable) e.out.privilege(head + " grant " + privilegeList(plain, all) + on + " to", grantee);
  if (const Privileges passed = give & wantedGrantable)
    e.out.privilege(head + " grant " + privilegeList(passed, all) + on + " to", grantee, " with grant option");
}

}  // namespace schemac::emitters
