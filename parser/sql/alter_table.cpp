// ALTER TABLE, and what arrives as one: ALTER INDEX, SEQUENCE, VIEW, MATERIALIZED VIEW, TYPE … ATTRIBUTE.
#include <fmt/format.h>

#include <algorithm>

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Kind;
using ir::Object;

namespace {

// The server's order: it drops first, then changes types, adds columns, constraints, foreign keys (AT_PASS_… in tablecmds.c).
int passOf(const AlterTableCmd& command) {
  switch (command.subtype) {
    case AT_DropColumn: case AT_DropConstraint: case AT_DropNotNull: case AT_DropExpression: case AT_DropIdentity: return 0;
    case AT_ColumnDefault: return command.def ? 7 : 0;
    case AT_AlterColumnType: return 1;
    case AT_AddColumn: return 2;
    case AT_SetExpression: return 3;
    case AT_AddConstraint: {
      const auto& node = *reinterpret_cast<const ::Constraint*>(command.def);
      if (node.contype == CONSTR_FOREIGN) return 7;
      return node.contype == CONSTR_CHECK || node.contype == CONSTR_NOTNULL ? 4 : 6;
    }
    case AT_SetNotNull: return 5;
    case AT_AddIdentity: return 7;
    default: return 8;
  }
}

bool isColumnCommand(AlterTableType type) {
  switch (type) {
    case AT_AddColumn: case AT_ColumnDefault: case AT_DropNotNull: case AT_SetNotNull: case AT_SetExpression: case AT_DropExpression:
    case AT_SetStatistics: case AT_SetOptions: case AT_ResetOptions: case AT_SetStorage: case AT_SetCompression: case AT_DropColumn:
    case AT_AlterColumnType: case AT_AlterColumnGenericOptions: case AT_AddIdentity: case AT_SetIdentity: case AT_DropIdentity:
      return true;
    default: return false;
  }
}

bool isConstraintCommand(AlterTableType type) {
  return type == AT_AddConstraint || type == AT_AlterConstraint || type == AT_ValidateConstraint || type == AT_DropConstraint;
}

void run(Replay& replay, const Object& relation, const Command& command) {
  if (relation.dropped) return;
  if (isColumnCommand(command.command.subtype)) alterColumn(replay, relation, command);
  else if (isConstraintCommand(command.command.subtype)) alterConstraint(replay, relation, command);
  else alterRelation(replay, relation, command);
}

// The subcommands stand between commas; the first begins behind the name (and the parenthesis that ONLY may put around it).
std::vector<Span> spansOf(const Slices& slices, const AlterTableStmt& statement) {
  std::vector<Span> spans;
  std::size_t first = slices.at(static_cast<std::uint32_t>(statement.relation->location));
  std::size_t last = slices.size();
  while (last > first && slices.is(last - 1, ";")) --last;
  ++first;
  while (slices.is(first, ".")) first += 2;
  if (slices.is(first, ")")) ++first;
  for (const auto& [from, to] : slices.split(first, last)) spans.push_back(slices.span(from, to));
  return spans;
}

bool fits(const Object& relation, ObjectType type) {
  switch (type) {
    case OBJECT_INDEX: return relation.kind == Kind::Index;
    case OBJECT_SEQUENCE: return relation.kind == Kind::Sequence;
    case OBJECT_VIEW: return relation.kind == Kind::View;
    case OBJECT_MATVIEW: return relation.kind == Kind::MaterializedView;
    case OBJECT_TYPE: return relation.kind == Kind::Composite;
    case OBJECT_TABLE: return relation.kind != Kind::Composite;  // ALTER TABLE takes any relation
    default: return true;
  }
}

}  // namespace

void replay(Replay& replay, const AlterTableStmt& statement) {
  const Object* found = replay.findRelation(*statement.relation);
  if (!found && statement.missing_ok) return;
  const Object& relation = found ? *found : replay.relation(*statement.relation, statement.objtype == OBJECT_TYPE ? "type" : "relation");
  if (!fits(relation, statement.objtype))
    throwWrongKind(replay, statement.relation->location, fmt::format("\"{}\" is not a {}", relation.name.str(), wordOf(statement.objtype)));
  const std::vector<Span> spans = spansOf(slicesOf(replay), statement);
  std::vector<Command> commands;
  std::size_t i = 0;
  for (const AlterTableCmd* command : each<AlterTableCmd>(statement.cmds)) {
    commands.push_back({statement, *command, i < spans.size() ? spans[i] : Span{}, statement.relation->inh});
    ++i;
  }
  std::vector<std::size_t> order(commands.size());
  for (std::size_t k = 0; k != order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return passOf(commands[a].command) < passOf(commands[b].command); });
  for (const std::size_t k : order) {
    const Command command = commands[k];
    replay.attempt([&relation, command](Replay& now) { run(now, relation, command); });
  }
}

}  // namespace schemac::parser
