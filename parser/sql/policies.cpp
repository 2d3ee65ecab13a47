// CREATE POLICY and ALTER POLICY.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "parser/sql/lookup.h"
#include "parser/sql/slices.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;

const Object& policyTable(Replay& replay, const RangeVar& name) {
  const Object& table = replay.relation(name);
  if (table.kind != Kind::Table) throwWrongKind(replay, name.location, fmt::format("\"{}\" is not a table", table.name.view()));
  return table;
}

// PUBLIC makes every other role idle (policy_role_list_to_array).
std::vector<Name> rolesOf(Replay& replay, const List* list) {
  std::vector<Name> roles;
  for (const RoleSpec* spec : each<RoleSpec>(list)) roles.push_back(replay.role(*spec));
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  for (const RoleSpec* spec : each<RoleSpec>(list))
    if (spec->roletype == ROLESPEC_PUBLIC) return {ir::kPublic};
  return roles;
}

// USING ( … ) and WITH CHECK ( … ) stand after the table's name, outside parentheses.
ir::Expression clause(Replay& replay, const RangeVar& name, const Object& table, Node* node, bool check) {
  const Slices slices(replay.text, replay.tokens());
  const std::size_t after = slices.at(static_cast<std::uint32_t>(name.location));
  std::size_t opening = slices.end(after, {check ? "check" : "using"}) + 1;
  const Span span = slices.inside(opening);
  BindScope scope;
  scope.relations.push_back({&table, table.name, true});
  return replay.expression(node, span.begin, span.end, scope);
}

void applyClauses(Replay& replay, ir::Policy& policy, const RangeVar& name, const Object& table, Node* qual, Node* check) {
  if (qual) policy.usingExpression = clause(replay, name, table, qual, false);
  if (check) policy.checkExpression = clause(replay, name, table, check, true);
}

}  // namespace

void replay(Replay& replay, const CreatePolicyStmt& statement) {
  const Object& table = policyTable(replay, *statement.table);
  const Name name = statement.policy_name;
  if (ir::childOf(table, Kind::Policy, name))
    throwDuplicate(replay, -1, fmt::format("policy \"{}\" for table \"{}\" already exists", name.view(), table.name.view()));
  ir::Policy policy;
  policy.command = statement.cmd_name;
  policy.permissive = statement.permissive;
  policy.roles = rolesOf(replay, statement.roles);
  if (statement.with_check && (policy.command == "select" || policy.command == "delete"))
    throwInvalid(replay, -1, "WITH CHECK cannot be applied to SELECT or DELETE");
  if (statement.qual && policy.command == "insert") throwInvalid(replay, -1, "only WITH CHECK expression allowed for INSERT");
  applyClauses(replay, policy, *statement.table, table, statement.qual, statement.with_check);
  replay.make(&table, name, std::move(policy));
}

void replay(Replay& replay, const AlterPolicyStmt& statement) {
  const Object& table = policyTable(replay, *statement.table);
  const Object* policy = ir::childOf(table, Kind::Policy, statement.policy_name);
  if (!policy) throwUndefined(replay, -1, fmt::format("policy \"{}\" for table \"{}\" does not exist", statement.policy_name, table.name.view()));
  ir::Policy changed = policy->as<ir::Policy>();
  if (statement.roles) changed.roles = rolesOf(replay, statement.roles);
  applyClauses(replay, changed, *statement.table, table, statement.qual, statement.with_check);
  replay.schema.edit<ir::Policy>(*policy) = std::move(changed);
}

}  // namespace schemac::parser
