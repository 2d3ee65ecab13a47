#include "parser/sql/triggers.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"
#include "ir/references.h"
#include "parser/sql/lookup.h"
#include "parser/sql/slices.h"
#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;

// A trigger function takes no arguments and is known by its name alone.
const Object& triggerFunction(Replay& replay, const List* list) {
  const auto [schema, name] = replay.split(list);
  const Names names = replay.names();
  for (const Object* function : names.functions(schema, name)) {
    const auto& arguments = function->as<ir::Function>().arguments;
    const bool none = std::none_of(arguments.begin(), arguments.end(), ir::isInput);
    if (none) return *function;
  }
  if ((schema.empty() || schema == "pg_catalog") && names.builtinFunction(name)) return replay.schema.builtinFunction(name);
  const std::string near = names.nearFunction(name);
  throwUndefined(replay, -1, fmt::format("function {}() does not exist", nameText(list)),
                 near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near));
}

namespace {

BindScope scopeOf(const Object& table, int events) {
  BindScope scope;
  if (!(events & TRIGGER_TYPE_DELETE) || (events & (TRIGGER_TYPE_INSERT | TRIGGER_TYPE_UPDATE))) scope.relations.push_back({&table, "new", false});
  scope.relations.push_back({&table, "old", false});
  return scope;
}

Name timingOf(int timing) {
  if (timing & TRIGGER_TYPE_BEFORE) return "before";
  if (timing & TRIGGER_TYPE_INSTEAD) return "instead of";
  return "after";
}

ir::Trigger triggerOf(Replay& replay, const CreateTrigStmt& statement, const Object& table) {
  ir::Trigger trigger;
  trigger.timing = timingOf(statement.timing);
  if (statement.events & TRIGGER_TYPE_INSERT) trigger.events.push_back("insert");
  if (statement.events & TRIGGER_TYPE_DELETE) trigger.events.push_back("delete");
  if (statement.events & TRIGGER_TYPE_UPDATE) trigger.events.push_back("update");
  if (statement.events & TRIGGER_TYPE_TRUNCATE) trigger.events.push_back("truncate");
  for (const Node* column : each<Node>(statement.columns)) trigger.updateOf.push_back(replay.column(table, stringOf(column)));
  trigger.forEachRow = statement.row;
  if (statement.whenClause) {
    const Slices slices(replay.text, replay.tokens());
    const std::size_t after = slices.at(static_cast<std::uint32_t>(statement.relation->location));
    const Span span = slices.inside(slices.next("when", after) + 1);
    trigger.when = replay.expression(statement.whenClause, span.begin, span.end, scopeOf(table, statement.events));
  }
  trigger.function = triggerFunction(replay, statement.funcname);
  for (const Node* argument : each<Node>(statement.args)) trigger.arguments.emplace_back(stringOf(argument));
  trigger.constraint = statement.isconstraint;
  trigger.deferrable = statement.deferrable;
  trigger.initiallyDeferred = statement.initdeferred;
  if (statement.constrrel) trigger.fromTable = replay.relation(*statement.constrrel);
  for (const TriggerTransition* transition : each<TriggerTransition>(statement.transitionRels))
    (transition->isNew ? trigger.newTable : trigger.oldTable) = transition->name;
  return trigger;
}

// The same trigger with the columns of another table: the server maps them by name.
ir::Trigger onPartition(const Object& trigger, const Object& partition) {
  Object copy;
  copy.kind = Kind::Trigger;
  copy.data = trigger.data;
  const Object* from = trigger.parent;
  ir::remapReferences(copy, [&](const Object* target) -> const Object* {
    if (target == from) return &partition;
    if (!target || target->kind != Kind::Column || target->parent != from) return target;
    const Object* column = ir::columnOf(partition, target->name);
    return column ? column : target;
  });
  return std::get<ir::Trigger>(copy.data);
}

std::vector<const Object*> partitionsOf(Replay& replay, const Object& table) {
  std::vector<const Object*> partitions = childTables(replay, table);
  std::erase_if(partitions, [](const Object* child) { return !child->as<ir::Table>().partition(); });
  return partitions;
}

// `replace`: OR REPLACE takes a partition's own trigger of the name, too.
void cloneTrigger(Replay& replay, const Object& trigger, const Object& partition, bool replace) {
  const Object* old = ir::childOf(partition, Kind::Trigger, trigger.name);
  if (old && old->derivedFrom != &trigger && !replace)
    throwDuplicate(replay, -1, fmt::format("trigger \"{}\" for relation \"{}\" already exists", trigger.name.view(), partition.name.view()));
  const Object* clone = old;
  if (old) {
    Object& replaced = replay.schema.edit(*old);
    replaced.data = onPartition(trigger, partition);
    replaced.derivedFrom = &trigger;
  } else {
    Object& made = replay.make(&partition, trigger.name, onPartition(trigger, partition));
    made.origin = trigger.origin;
    made.derivedFrom = &trigger;
    clone = &made;
  }
  for (const Object* inner : partitionsOf(replay, partition)) cloneTrigger(replay, *clone, *inner, replace);
}

}  // namespace

void cloneTriggers(Replay& replay, const Object& partitioned, const Object& partition) {
  for (const Object* trigger : ir::childrenOf(partitioned, Kind::Trigger))
    if (trigger->as<ir::Trigger>().forEachRow) cloneTrigger(replay, *trigger, partition, false);
}

void replay(Replay& replay, const CreateTrigStmt& statement) {
  const Object& table = replay.relation(*statement.relation);
  if (table.kind != Kind::Table && table.kind != Kind::View)
    throwWrongKind(replay, statement.relation->location, fmt::format("relation \"{}\" cannot have triggers", table.name.view()));
  const Name name = statement.trigname;
  ir::Trigger data = triggerOf(replay, statement, table);
  const Object* trigger = ir::childOf(table, Kind::Trigger, name);
  if (trigger) {
    if (!statement.replace)
      throwDuplicate(replay, -1, fmt::format("trigger \"{}\" for relation \"{}\" already exists", name.view(), table.name.view()));
    if (trigger->as<ir::Trigger>().constraint || data.constraint)
      throwInvalid(replay, -1, fmt::format("trigger \"{}\" for relation \"{}\" is a constraint trigger", name.view(), table.name.view()));
    data.enabled = trigger->as<ir::Trigger>().enabled;
    Object& old = replay.schema.edit(*trigger);
    old.data = std::move(data);
    old.location = replay.at(-1);
    old.leadingComment = replay.statement.leadingComment;
  } else {
    trigger = &replay.make(&table, name, std::move(data));
  }
  const auto* partitioned = table.get<ir::Table>();
  if (partitioned && partitioned->partitioned() && statement.row)
    for (const Object* partition : partitionsOf(replay, table)) cloneTrigger(replay, *trigger, *partition, statement.replace);
}

}  // namespace schemac::parser
