#include <algorithm>

#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Role;
using ir::Verb;

struct Attribute {
  bool Role::*member;
  std::string_view on, off;
  bool usual;
};
constexpr Attribute attributes[] = {
    {&Role::login, "login", "nologin", false},
    {&Role::inherit, "inherit", "noinherit", true},
    {&Role::superuser, "superuser", "nosuperuser", false},
    {&Role::createDb, "createdb", "nocreatedb", false},
    {&Role::createRole, "createrole", "nocreaterole", false},
    {&Role::replication, "replication", "noreplication", false},
    {&Role::bypassRls, "bypassrls", "nobypassrls", false},
};

std::string attributeList(const Role& before, const Role& after) {
  std::string out;
  for (const Attribute& a : attributes)
    if (before.*a.member != after.*a.member) out += " " + std::string(after.*a.member ? a.on : a.off);
  return out;
}

void memberships(Emission& e, const std::string& name, const Role& before, const Role& after) {
  const auto has = [](const Role& role, ir::Name group) {
    return std::find(role.memberOf.begin(), role.memberOf.end(), group) != role.memberOf.end();
  };
  for (const ir::Name& group : after.memberOf)
    if (!has(before, group)) e.out.statement("grant " + ir::quoteIdentifier(group) + " to " + name);
  for (const ir::Name& group : before.memberOf)
    if (!has(after, group)) e.out.statement("revoke " + ir::quoteIdentifier(group) + " from " + name);
}

void settings(Emission& e, const std::string& name, const Role& before, const Role& after) {
  const OptionChange change = optionChange(before.settings, after.settings);
  for (const ir::Option& option : change.set) e.out.statement("alter role " + name + " " + settingClause(option));
  for (const std::string& option : change.reset) e.out.statement("alter role " + name + " reset " + option);
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Role* before, const Role* after) {
  const std::string name = ir::quoteIdentifier(op.after ? op.after->name : op.before->name);
  if (op.verb == Verb::Drop) return e.out.statement("drop role if exists " + name);
  if (op.verb == Verb::Rename) return emitRename(e, op, "alter role");
  const Role usual;
  if (op.verb == Verb::Create) {
    e.out.guarded(missing(*op.after), "create role " + name + attributeList(usual, *after));
    before = &usual;
  } else if (const std::string changed = attributeList(*before, *after); !changed.empty()) {
    e.out.statement("alter role " + name + " with" + changed);
  }
  memberships(e, name, *before, *after);
  settings(e, name, *before, *after);
}

}  // namespace schemac::emitters
