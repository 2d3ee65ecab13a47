// Table inheritance (manual, 5.11): what a child has because its parent has it. Partitions have more, see partitions.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "ir/references.h"
#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Check;
using ir::Column;
using ir::Kind;
using ir::Name;
using ir::Object;

namespace {

const Object* twin(const Object* target, const Object& from, const Object& to) {
  if (target == &from) return &to;
  if (target && target->kind == Kind::Column && target->parent == &from)
    if (const Object* column = ir::columnOf(to, target->name)) return column;
  return target;
}

void see(Replay& replay, const Object& child) {
  for (const ir::Ref& parent : child.as<ir::Table>().parents) {
    auto& children = replay.inheritanceChildren[parent.object];
    if (std::find(children.begin(), children.end(), &child) == children.end()) children.push_back(&child);
  }
}

}  // namespace

std::vector<const Object*> childTables(Replay& replay, const Object& table) {
  const auto& objects = replay.schema.objects();
  for (; replay.inheritanceSeen < objects.size(); ++replay.inheritanceSeen) {
    const Object& object = objects[replay.inheritanceSeen];
    if (object.kind == Kind::Table && !object.dropped) see(replay, object);
  }
  std::vector<const Object*> result;
  const auto found = replay.inheritanceChildren.find(&table);
  if (found == replay.inheritanceChildren.end()) return result;
  for (const Object* child : found->second) {
    if (child->dropped) continue;
    const auto& parents = child->as<ir::Table>().parents;
    if (std::any_of(parents.begin(), parents.end(), [&](const ir::Ref& parent) { return parent.object == &table; })) result.push_back(child);
  }
  std::sort(result.begin(), result.end(), [](auto* a, auto* b) { return a->serial < b->serial; });
  return result;
}

std::vector<const Object*> descendants(Replay& replay, const Object& table) {
  std::vector<const Object*> result = childTables(replay, table);
  for (std::size_t i = 0; i != result.size(); ++i)
    for (const Object* child : childTables(replay, *result[i]))
      if (std::find(result.begin(), result.end(), child) == result.end()) result.push_back(child);
  return result;
}

ir::Expression remapped(const ir::Expression& expression, const Object& from, const Object& to) {
  ir::Expression result = expression;
  for (ir::Binding& binding : result.bindings) {
    binding.target = twin(binding.target.object, from, to);
    for (ir::Ref& column : binding.columns) column = twin(column.object, from, to);
  }
  return result;
}

void remapColumns(Object& object, const Object& from, const Object& to) {
  ir::remapReferences(object, [&](const Object* target) { return twin(target, from, to); });
}

// --- columns

namespace {

// The parent's default, as long as the child says nothing else.
void inheritDefault(Replay& replay, const Object& column, const Object& inherited) {
  const Object* value = ir::childOf(column, Kind::Default, {});
  if (!value || ir::childOf(inherited, Kind::Default, {})) return;
  Object& made = replay.make(&inherited, {}, ir::Default{value->as<ir::Default>().value});
  made.derivedFrom = value;
  made.leadingComment = {};
}

Column declarationOf(Replay& replay, const Object& column) {
  const Column& original = column.as<Column>();
  Column copy = copyOfColumn(original);
  copy.notNull = handsNotNullDown(replay, column);
  copy.storage = original.storage;
  copy.compression = original.compression;
  copy.generated = original.generated;
  copy.generation = original.generation;
  copy.local = false;
  copy.inherited = 1;
  // From 17 on partitions take values from the parent's identity sequence.
  if (replay.schema.serverVersion >= 17 && column.parent->as<ir::Table>().partitioned()) copy.identity = original.identity;
  return copy;
}

}  // namespace

void inheritColumn(Replay& replay, const Object& column, const Object& child) {
  const Object* existing = ir::columnOf(child, column.name);
  if (existing) {
    const Column& declared = column.as<Column>();
    if (existing->as<Column>().type != declared.type)
      throwInvalid(replay, -1, fmt::format("child table \"{}\" has different type for column \"{}\"", child.name.str(), column.name.str()));
    Column& merged = replay.schema.edit<Column>(*existing);
    ++merged.inherited;
    merged.notNull = merged.notNull || handsNotNullDown(replay, column);
  } else {
    Object& made = replay.make(&child, column.name, declarationOf(replay, column));
    made.derivedFrom = &column;
    made.leadingComment = {};
    Column& copy = std::get<Column>(made.data);
    if (copy.generation) copy.generation = remapped(*copy.generation, *column.parent, child);
    existing = &made;
  }
  inheritDefault(replay, column, *existing);
}

void inheritColumns(Replay& replay, const Object& parent, const Object& child) {
  const auto columns = ir::columnsOf(parent);
  for (const Object* column : columns) inheritColumn(replay, *column, child);
  // A generated column may name one that came after it.
  for (const Object* column : columns) {
    if (!column->as<Column>().generation) continue;
    const Object* inherited = ir::columnOf(child, column->name);
    if (inherited->derivedFrom == column)
      replay.schema.edit<Column>(*inherited).generation = remapped(*column->as<Column>().generation, parent, child);
  }
}

// --- checks

void inheritCheck(Replay& replay, const Object& check, const Object& child, bool creating) {
  const Check& declared = check.as<Check>();
  if (declared.noInherit) return;
  const Object* existing = replay.schema.find(ir::Space::Constraint, &child, check.name);
  if (existing) {
    if (existing->kind != Kind::Check)
      throwInvalid(replay, -1, fmt::format("constraint \"{}\" for relation \"{}\" already exists", check.name.str(), child.name.str()));
    // A partition's own becomes the table's (MergeWithExistingConstraint).
    Object& changed = replay.schema.edit(*existing);
    Check& data = std::get<Check>(changed.data);
    ++data.inherited;
    if (child.as<ir::Table>().partition() || check.parent->as<ir::Table>().partitioned()) {
      data.local = false;
      changed.derivedFrom = &check;
    }
    return;
  }
  Check copy = declared;
  copy.expression = remapped(declared.expression, *check.parent, child);
  copy.local = false;
  copy.inherited = 1;
  if (creating) copy.validated = copy.enforced;
  Object& made = replay.make(&child, check.name, std::move(copy));
  made.derivedFrom = &check;
  made.leadingComment = {};
}

void spreadCheck(Replay& replay, const Object& check) {
  for (const Object* child : childTables(replay, *check.parent)) {
    const bool merged = replay.schema.find(ir::Space::Constraint, child, check.name);
    inheritCheck(replay, check, *child);
    if (const Object* own = merged ? nullptr : replay.schema.find(ir::Space::Constraint, child, check.name)) spreadCheck(replay, *own);
  }
}

void inheritChecks(Replay& replay, const Object& parent, const Object& child) {
  for (const Object* check : ir::childrenOf(parent, Kind::Check)) inheritCheck(replay, *check, child, true);
}

// --- INHERIT, NO INHERIT, ATTACH and DETACH PARTITION

namespace {

void attachColumn(Replay& replay, const Object& column, const Object& child, bool partition, int location) {
  const Object* own = ir::columnOf(child, column.name);
  if (!own) throwInvalid(replay, location, fmt::format("child table is missing column \"{}\"", column.name.str()));
  if (own->as<Column>().type != column.as<Column>().type)
    throwInvalid(replay, location, fmt::format("child table \"{}\" has different type for column \"{}\"", child.name.str(), column.name.str()));
  attachNotNull(replay, column, *own, partition, location);
  Object& changed = replay.schema.edit(*own);
  Column& data = std::get<Column>(changed.data);
  ++data.inherited;
  if (!partition) return;
  data.local = false;
  changed.derivedFrom = &column;
  if (replay.schema.serverVersion >= 17) data.identity = column.as<Column>().identity;
}

void attachCheck(Replay& replay, const Object& check, const Object& child, bool partition, int location) {
  if (check.as<Check>().noInherit) return;
  const Object* own = replay.schema.find(ir::Space::Constraint, &child, check.name);
  if (!own || own->kind != Kind::Check)
    throwInvalid(replay, location, fmt::format("child table is missing constraint \"{}\"", check.name.str()));
  Object& changed = replay.schema.edit(*own);
  Check& data = std::get<Check>(changed.data);
  ++data.inherited;
  if (!partition) return;
  data.local = false;
  changed.derivedFrom = &check;
}

// One parent less; what no parent has any more is the child's own.
template <class T>
void release(Replay& replay, const Object& own, const Object& inheritedFrom) {
  if (own.as<T>().inherited == 0) return;
  Object& changed = replay.schema.edit(own);
  T& data = std::get<T>(changed.data);
  if (--data.inherited == 0) data.local = true;
  if (data.local || changed.derivedFrom == &inheritedFrom) changed.derivedFrom = nullptr;
}

}  // namespace

void attachParent(Replay& replay, const Object& parent, const Object& child, int location) {
  const bool partition = parent.as<ir::Table>().partitioned();
  for (const Object* column : ir::columnsOf(parent)) attachColumn(replay, *column, child, partition, location);
  for (const Object* check : ir::childrenOf(parent, Kind::Check)) attachCheck(replay, *check, child, partition, location);
  replay.schema.edit<ir::Table>(child).parents.emplace_back(parent);
  childTables(replay, parent);  // all that came before is seen
  see(replay, child);
}

void detachParent(Replay& replay, const Object& parent, const Object& child) {
  for (const Object* column : ir::columnsOf(parent)) {
    const Object* own = ir::columnOf(child, column->name);
    if (!own) continue;
    release<Column>(replay, *own, *column);
    detachNotNull(replay, *column, *own);
    if (const Object* value = ir::childOf(*own, Kind::Default, {}); value && value->derivedFrom) replay.schema.edit(*value).derivedFrom = nullptr;
  }
  for (const Object* check : ir::childrenOf(parent, Kind::Check))
    if (const Object* own = replay.schema.find(ir::Space::Constraint, &child, check->name); own && own->kind == Kind::Check)
      release<Check>(replay, *own, *check);
  auto& parents = replay.schema.edit<ir::Table>(child).parents;
  std::erase_if(parents, [&](const ir::Ref& ref) { return ref.object == &parent; });
}

}  // namespace schemac::parser
