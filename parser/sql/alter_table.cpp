// ALTER TABLE, and what arrives as one: ALTER INDEX, SEQUENCE, VIEW, MATERIALIZED VIEW, TYPE … ATTRIBUTE.
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Kind;
using ir::Object;

namespace {

// A subcommand that alter_table.def does not list fails the build.
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"

int passOf(const AlterTableCmd& command) {
  if (command.subtype == AT_ColumnDefault && !command.def) return 0;
  if (command.subtype == AT_AddConstraint) {
    const auto& node = *reinterpret_cast<const ::Constraint*>(command.def);
    if (node.contype == CONSTR_FOREIGN) return 7;
    if (node.contype == CONSTR_CHECK || node.contype == CONSTR_NOTNULL) return 4;
  }
  switch (command.subtype) {
#define SCHEMAC_SUBCOMMAND(Type, handler, pass) \
  case Type: return pass;
#define SCHEMAC_NO_SUBCOMMAND(Type, why) case Type:
#include "parser/sql/alter_table.def"
#undef SCHEMAC_SUBCOMMAND
#undef SCHEMAC_NO_SUBCOMMAND
    break;
  }
  return 8;
}

void run(Replay& replay, const Object& relation, const Command& command) {
  if (relation.dropped) return;
  switch (command.command.subtype) {
#define SCHEMAC_SUBCOMMAND(Type, handler, pass) \
  case Type: return handler(replay, relation, command);
#define SCHEMAC_NO_SUBCOMMAND(Type, why) case Type:
#include "parser/sql/alter_table.def"
#undef SCHEMAC_SUBCOMMAND
#undef SCHEMAC_NO_SUBCOMMAND
    throw std::logic_error("the grammar made a subcommand of ALTER TABLE that is tablecmds.c's own");
  }
}

#pragma GCC diagnostic pop

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
