// NOT NULL: a flag of its column and, from PostgreSQL 18 on, a constraint beside it with a name (manual, 5.5.2); domains' have one from 17 on.
#include <fmt/format.h>

#include <algorithm>

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Column;
using ir::Kind;
using ir::Name;
using ir::NotNull;
using ir::Object;

namespace {

bool hasName(const Replay& replay, const Object& whole) {
  return replay.schema.serverVersion >= (whole.kind == Kind::Domain ? 17 : 18) && (whole.kind == Kind::Table || whole.kind == Kind::Domain);
}

// A partition's or child's column of the name; null where it has none, as a table that waits for it.
const Object* columnBelow(const Object& child, const Object& column) { return ir::columnOf(child, column.name); }

const Object& make(Replay& replay, const Object& column, Name name, NotNull data, int location) {
  const Object& table = *column.parent;
  data.column = column;
  if (name.empty()) name = chooseConstraintName(replay, table, column.name.str(), "not_null");
  else requireFreeConstraint(replay, table, name, location);
  Object& made = replay.make(&table, name, data, location);
  made.derivedFrom = &column;
  made.leadingComment = {};
  replay.schema.edit<Column>(column).notNull = true;
  return made;
}

// AdjustNotNullInheritance: said once more, by the column itself or by one more parent.
void sayAgain(Replay& replay, const Object& constraint, const SaidNotNull& said, bool inherited) {
  const std::string table = constraint.parent->name.str();
  NotNull& data = replay.schema.edit<NotNull>(constraint);
  if (said.noInherit != data.noInherit)
    throwInvalid(replay, said.location, fmt::format("cannot change NO INHERIT status of NOT NULL constraint \"{}\" on relation \"{}\"", constraint.name.view(), table));
  if (inherited) {
    ++data.inherited;
    return;
  }
  if (said.validated && !data.validated)
    throwInvalid(replay, said.location, fmt::format("incompatible NOT VALID constraint \"{}\" on relation \"{}\"", constraint.name.view(), table));
  if (!said.name.empty() && said.name != constraint.name)
    throwInvalid(replay, said.location,
                 fmt::format("cannot create not-null constraint \"{}\" on column \"{}\" of table \"{}\"", said.name.view(), data.column->name.view(), table),
                 fmt::format("A not-null constraint named \"{}\" already exists for this column.", constraint.name.view()));
  data.local = true;
}

// With the tables below, which take the name along.
void say(Replay& replay, const SaidNotNull& said, bool inherited) {
  const Object& column = *said.column;
  if (const Object* there = ir::notNullOf(column)) return sayAgain(replay, *there, said, inherited);
  const Object& made = make(replay, column, said.name, {{}, said.noInherit, said.validated, !inherited, inherited ? 1 : 0}, said.location);
  if (said.noInherit) return;
  for (const Object* child : childTables(replay, *column.parent))
    if (const Object* below = columnBelow(*child, column)) say(replay, {below, made.name, false, said.validated, said.location}, true);
}

// The constraints of the parents that a column has, too.
std::vector<const Object*> above(const Object& column) {
  std::vector<const Object*> found;
  for (const ir::Ref& parent : column.parent->as<ir::Table>().parents) {
    const Object* inherited = ir::columnOf(*parent, column.name);
    const Object* constraint = inherited ? ir::notNullOf(*inherited) : nullptr;
    if (constraint && !constraint->as<NotNull>().noInherit) found.push_back(constraint);
  }
  return found;
}

// AddRelationNotNullConstraints: what the table says itself, then what it inherits, under the first parent's name where it is free.
void makeOfNewTable(Replay& replay, const Object& table, std::vector<SaidNotNull> said, const Pending& pending) {
  for (const Pending::Part& part : pending.keys) {
    if (part.node->contype != CONSTR_PRIMARY) continue;
    if (part.column) said.push_back({part.column});
    for (const Node* name : each<Node>(part.node->keys))
      if (const Object* column = ir::columnOf(table, stringOf(name))) said.push_back({column});
  }
  const auto columns = ir::columnsOf(table);
  for (const Object* column : columns)  // a composite type's of an extension, …
    if (column->as<Column>().notNull && column->as<Column>().inherited == 0) said.push_back({column});
  for (const SaidNotNull& one : said) {
    Name name;
    for (const SaidNotNull& other : said) {
      if (other.column != one.column || other.name.empty()) continue;
      if (!name.empty() && name != other.name)
        throwInvalid(replay, other.location, fmt::format("conflicting not-null constraint names \"{}\" and \"{}\"", name.view(), other.name.view()));
      name = other.name;
    }
    if (ir::notNullOf(*one.column)) continue;
    make(replay, *one.column, name, {{}, one.noInherit, true, true, static_cast<int>(above(*one.column).size())}, one.location);
  }
  for (const Object* column : columns) {
    const auto parents = above(*column);
    if (parents.empty() || ir::notNullOf(*column)) continue;
    const Name name = replay.schema.find(ir::Space::Constraint, &table, parents.front()->name) ? Name() : parents.front()->name;
    make(replay, *column, name, {{}, false, true, false, static_cast<int>(parents.size())}, -1);
  }
}

}  // namespace

void makeNotNulls(Replay& replay, const Object& table, const Pending& pending, bool creating) {
  if (hasName(replay, table)) {
    if (creating) return makeOfNewTable(replay, table, pending.notNulls, pending);
    for (const SaidNotNull& said : pending.notNulls) {
      if (pending.only && !said.noInherit && !childTables(replay, table).empty())
        throwInvalid(replay, said.location, "constraint must be added to child tables too");
      say(replay, said, false);
    }
    return;
  }
  for (const SaidNotNull& said : pending.notNulls) {
    const std::string column = said.column->name.str();
    if (!said.validated) notCompared(replay, fmt::format("NOT VALID of NOT NULL on column \"{}\"", column));
    if (said.noInherit) notCompared(replay, fmt::format("NO INHERIT of NOT NULL on column \"{}\"", column));
    if (!said.column->as<Column>().notNull) setNotNull(replay, *said.column);
  }
}

bool handsNotNullDown(const Replay& replay, const Object& column) {
  if (!hasName(replay, *column.parent) || column.parent->origin == ir::Origin::Extension) return column.as<Column>().notNull;
  const Object* constraint = ir::notNullOf(column);
  return constraint && !constraint->as<NotNull>().noInherit;
}

void setNotNull(Replay& replay, const Object& column, bool recurse) {
  const Object& table = *column.parent;
  if (!hasName(replay, table)) {
    replay.schema.edit<Column>(column).notNull = true;
    if (!recurse || table.kind != Kind::Table) return;
    for (const Object* child : childTables(replay, table))
      if (const Object* inherited = columnBelow(*child, column)) setNotNull(replay, *inherited);
    return;
  }
  const Object* there = ir::notNullOf(column);
  const bool alone = !recurse && !childTables(replay, table).empty();
  if (!there && alone && table.as<ir::Table>().partitioned()) throwInvalid(replay, -1, "constraint must be added to child tables too");
  if (!there) return say(replay, {&column, {}, alone}, false);
  if (there->as<NotNull>().noInherit && recurse)
    throwInvalid(replay, -1, fmt::format("cannot change NO INHERIT status of NOT NULL constraint \"{}\" on relation \"{}\"", there->name.view(), table.name.view()));
  if (!there->as<NotNull>().local) replay.schema.edit<NotNull>(*there).local = true;
  else if (!there->as<NotNull>().validated) validateNotNull(replay, *there);
}

void setNotNullOfKey(Replay& replay, const Object& column, int location) {
  const Object* there = ir::notNullOf(column);
  if (!there) return setNotNull(replay, column);
  const NotNull& data = there->as<NotNull>();
  if (data.noInherit || !data.validated)
    throwInvalid(replay, location, fmt::format("cannot create primary key on column \"{}\"", column.name.view()),
                 fmt::format("The constraint \"{}\" is marked {}.", there->name.view(), data.noInherit ? "NO INHERIT" : "NOT VALID"));
}

void validateNotNull(Replay& replay, const Object& constraint) {
  NotNull& data = replay.schema.edit<NotNull>(constraint);
  data.validated = true;
  if (data.noInherit) return;
  for (const Object* child : childTables(replay, *constraint.parent)) {
    const Object* below = columnBelow(*child, *data.column);
    if (const Object* own = below ? ir::notNullOf(*below) : nullptr; own && !own->as<NotNull>().validated) validateNotNull(replay, *own);
  }
}

void alterNotNull(Replay& replay, const Object& constraint, bool noInherit) {
  NotNull& data = replay.schema.edit<NotNull>(constraint);
  if (data.noInherit == noInherit) return;
  data.noInherit = noInherit;
  for (const Object* child : childTables(replay, *constraint.parent)) {
    const Object* below = columnBelow(*child, *data.column);
    const Object* own = below ? ir::notNullOf(*below) : nullptr;
    if (below && !noInherit) say(replay, {below, constraint.name}, true);
    if (!own || !noInherit) continue;
    NotNull& left = replay.schema.edit<NotNull>(*own);
    if (left.inherited > 0) --left.inherited;
    left.local = true;
  }
}

void dropNotNull(Replay& replay, const Object& column, bool recurse) {
  for (const Object* key : ir::childrenOf(*column.parent, Kind::Key)) {
    const auto& data = key->as<ir::Key>();
    if (data.primary && std::find(data.columns.begin(), data.columns.end(), ir::Ref(column)) != data.columns.end())
      throwInvalid(replay, -1, fmt::format("column \"{}\" is in a primary key", column.name.str()));
  }
  if (column.as<Column>().identity != ir::Identity::None)
    throwInvalid(replay, -1, fmt::format("column \"{}\" of relation \"{}\" is an identity column", column.name.str(), column.parent->name.str()));
  replay.schema.edit<Column>(column).notNull = false;
  const Object* constraint = ir::notNullOf(column);
  if (!constraint) return;
  if (constraint->as<NotNull>().inherited > 0)
    throwInvalid(replay, -1, fmt::format("cannot drop inherited constraint \"{}\" of relation \"{}\"", constraint->name.view(), column.parent->name.view()));
  const bool noInherit = constraint->as<NotNull>().noInherit;
  replay.schema.drop(*constraint);
  if (noInherit) return;
  for (const Object* child : childTables(replay, *column.parent)) {
    const Object* below = columnBelow(*child, column);
    const Object* own = below ? ir::notNullOf(*below) : nullptr;
    if (!own || own->as<NotNull>().inherited == 0) continue;
    NotNull& data = replay.schema.edit<NotNull>(*own);
    --data.inherited;
    if (!recurse) data.local = true;
    if (data.inherited == 0 && !data.local) dropNotNull(replay, *below, true);
  }
}

// --- INHERIT, NO INHERIT, ATTACH and DETACH PARTITION

void attachNotNull(Replay& replay, const Object& column, const Object& own, bool partition, int location) {
  if (!handsNotNullDown(replay, column)) return;
  if (!own.as<Column>().notNull)
    throwInvalid(replay, location, fmt::format("column \"{}\" in child table must be marked NOT NULL", column.name.str()));
  const Object* constraint = ir::notNullOf(own);
  if (!constraint || !ir::notNullOf(column)) return;
  NotNull& data = replay.schema.edit<NotNull>(*constraint);
  if (data.noInherit)
    throwInvalid(replay, location, fmt::format("constraint \"{}\" conflicts with non-inherited constraint on child table \"{}\"", constraint->name.view(), own.parent->name.view()));
  if (!data.validated && ir::notNullOf(column)->as<NotNull>().validated)
    throwInvalid(replay, location, fmt::format("constraint \"{}\" conflicts with NOT VALID constraint on child table \"{}\"", constraint->name.view(), own.parent->name.view()));
  ++data.inherited;
  if (partition) data.local = false;
}

void detachNotNull(Replay& replay, const Object& column, const Object& own) {
  const Object* above = ir::notNullOf(column);
  const Object* constraint = ir::notNullOf(own);
  if (!above || !constraint || above->as<NotNull>().noInherit || constraint->as<NotNull>().inherited == 0) return;
  NotNull& data = replay.schema.edit<NotNull>(*constraint);
  if (--data.inherited == 0) data.local = true;
}

// --- domains

void setNotNullOfDomain(Replay& replay, const Object& domain, const char* name, int location) {
  replay.schema.edit<ir::Domain>(domain).notNull = true;
  if (!hasName(replay, domain) || ir::notNullOf(domain)) return;
  if (name) requireFreeConstraint(replay, domain, name, location);
  Object& made = replay.make(&domain, name ? Name(name) : chooseConstraintName(replay, domain, "", "not_null"), NotNull{}, location);
  made.derivedFrom = &domain;
  made.leadingComment = {};
}

void dropNotNullOfDomain(Replay& replay, const Object& domain) {
  replay.schema.edit<ir::Domain>(domain).notNull = false;
  if (const Object* constraint = ir::notNullOf(domain)) replay.schema.drop(*constraint);
}

}  // namespace schemac::parser
