#include "emitters/sql/emission.h"

#include <algorithm>

#include "emitters/sql/headings.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;

namespace {

const Object* counterpart(const ir::Schema& schema, const Object& object) {
  const Object* scope = ir::scopeOf(object);
  const Object* found = nullptr;
  if (scope) {
    const Object* there = counterpart(schema, *scope);
    if (!there) return nullptr;
    found = schema.find(ir::spaceOf(object.kind), there, object.name);
  } else {
    found = schema.find(ir::spaceOf(object.kind), nullptr, object.name);
  }
  for (; found; found = found->nextSameName)
    if (ir::sameIdentity(found, &object)) return found;
  return nullptr;
}

// Functions and procedures share their names but not their statements.
int routineOf(const Object& object) {
  return object.kind == Kind::Function && object.as<ir::Function>().routine == ir::Routine::Procedure;
}

}  // namespace

Emission::Emission(const ir::Plan& plan, bool rollback) : plan_(plan), rollback_(rollback) {
  for (const Operation& op : plan.operations) {
    if (op.verb == Verb::Create) created_.insert(op.after);
    else if (op.verb == Verb::Alter) {
      if (op.after) alters_.emplace(op.after, &op);
      if (op.before && op.before != op.after) alters_.emplace(op.before, &op);
    }
  }
  for (const ir::Schema* schema : {plan.from.get(), plan.to.get()}) {
    if (!schema) continue;
    for (const Object& object : schema->objects()) {
      const auto* sequence = object.dropped ? nullptr : object.get<ir::Sequence>();
      if (sequence && sequence->identity && sequence->ownedBy) sequences_[sequence->ownedBy.object] = &object;
      if (object.dropped || !ir::isConstraint(object.kind) || !ir::namespaceOf(object)) continue;
      // What tables inherit has its parents' name, and is not there before them.
      if (const auto* notNull = object.get<ir::NotNull>(); notNull ? !notNull->local : object.derivedFrom != nullptr) continue;
      const auto [named, fresh] = constraintNames_.emplace(std::pair(ir::namespaceOf(object)->name, object.name), &object);
      if (!fresh && named->second && !ir::sameIdentity(named->second, &object)) named->second = nullptr;
    }
  }
}

void Emission::begin(const ir::Segment& segment) {
  transactional_ = segment.transactional;
  droppedHere_.clear();
}

void Emission::segment(const ir::Segment& segment) {
  begin(segment);
  for (const ir::Step& s : segment.steps) step(s);
}

void Emission::step(const ir::Step& s) {
  const Operation& op = plan_.operations[s.operation];
  if (op.implied) return;
  step_ = &s;
  out.creating(op.verb == Verb::Create);
  const Object& object = op.after ? *op.after : *op.before;
  // A fact about what the group is about belongs to it.
  const bool fact = object.kind == Kind::Comment || object.kind == Kind::SecurityLabel || object.kind == Kind::Grant;
  if (!fact || !out.isAbout(headingOf(*object.parent))) out.group(headingOf(object));
  switch (object.kind) {
#define SCHEMAC_KIND(kind, type, label)                                                                 \
  case Kind::kind:                                                                                      \
    emit(*this, op, op.before ? op.before->get<ir::type>() : nullptr, op.after ? op.after->get<ir::type>() : nullptr); \
    break;
#include "ir/kinds.def"
#undef SCHEMAC_KIND
  }
  if (op.verb == Verb::Drop) droppedHere_.insert(ir::idOf(*op.before));
  step_ = nullptr;
}

std::vector<const Object*> Emission::folded(Kind kind) const {
  std::vector<const Object*> result;
  for (const std::size_t index : step_->folded) {
    const Object* after = plan_.operations[index].after;
    if (after && after->kind == kind) result.push_back(after);
  }
  std::stable_sort(result.begin(), result.end(), [](auto* a, auto* b) { return a->ordinal < b->ordinal; });
  return result;
}

const Object* Emission::foldedChild(const Object& parent, Kind kind) const {
  for (const Object* object : folded(kind))
    if (object->parent == &parent) return object;
  return nullptr;
}

bool Emission::alters(const Object& object, std::string_view field) const {
  const auto [first, last] = alters_.equal_range(&object);
  return std::any_of(first, last, [&](const auto& entry) {
    const auto& changes = entry.second->changes;
    return std::any_of(changes.begin(), changes.end(), [&](const ir::FieldChange& change) { return change.field == field; });
  });
}

const Object* Emission::identitySequence(const Object& column) const {
  const auto found = sequences_.find(&column);
  return found == sequences_.end() ? nullptr : found->second;
}

const Object* Emission::inFrom(const Object& after) const { return plan_.from ? counterpart(*plan_.from, after) : nullptr; }
const Object* Emission::inTo(const Object& before) const { return plan_.to ? counterpart(*plan_.to, before) : nullptr; }

std::vector<const Object*> Emission::columnsOfType(const Object& before, const Object& after) const {
  std::vector<const Object*> result;
  for (const Object& object : plan_.to->objects()) {
    const auto* column = object.dropped ? nullptr : object.get<ir::Column>();
    if (!column || column->type.type.object != &after || column->inherited > 0 || object.derivedFrom || created_.contains(&object)) continue;
    if (object.parent->kind != Kind::Table && object.parent->kind != Kind::Composite) continue;
    const Object* old = inFrom(object);
    if (old && old->as<ir::Column>().type.type.object == &before) result.push_back(&object);
  }
  std::stable_sort(result.begin(), result.end(), [](auto* a, auto* b) {
    if (a->parent == b->parent) return a->ordinal < b->ordinal;
    return ir::idOf(*a->parent) < ir::idOf(*b->parent);
  });
  return result;
}

bool Emission::sharesName(const Object& constraint) const {
  const auto found = constraintNames_.find({ir::namespaceOf(constraint)->name, constraint.name});
  return found != constraintNames_.end() && !found->second;
}

std::vector<std::pair<const Object*, const Object*>> Emission::domainsOver(const Object& before, const Object& after) const {
  std::vector<std::pair<const Object*, const Object*>> result;
  for (const Object& object : plan_.to->objects()) {
    const auto* domain = object.dropped ? nullptr : object.get<ir::Domain>();
    if (!domain || domain->base.type.object != &after || created_.contains(&object)) continue;
    const Object* old = inFrom(object);
    if (old && old->as<ir::Domain>().base.type.object == &before) result.emplace_back(old, &object);
  }
  return result;
}

bool Emission::hasAttachedKeys(const ir::Object& index) const {
  const auto& objects = plan_.from->objects();
  return std::any_of(objects.begin(), objects.end(), [&](const ir::Object& other) {
    const auto* own = other.dropped ? nullptr : other.get<ir::Index>();
    if (!own || own->partitionOf.object != &index || droppedHere(*other.parent)) return false;
    return own->constraint ? !own->constraint->derivedFrom : hasAttachedKeys(other);
  });
}

bool Emission::isReferenced(const Object& table) const {
  for (const Object& object : plan_.from->objects())
    if (const auto* foreign = object.dropped ? nullptr : object.get<ir::ForeignKey>(); foreign && foreign->table.object == &table)
      if (!object.derivedFrom && !droppedHere(object) && !droppedHere(*object.parent)) return true;
  const auto& data = table.as<ir::Table>();
  return data.partition() && isReferenced(*data.parents.front());
}

bool Emission::hadDefault(const Object& after) const {
  const Object* old = inFrom(after);
  return old && !ir::childrenOf(*old, Kind::Default).empty();
}

std::string Emission::versionOf(const Object& after) const {
  for (std::size_t i = 0; i < versions_.size() && i < plan_.segments.size(); ++i) {
    const ir::Segment& segment = plan_.segments[i];
    if (!segment.transactional && plan_.operations[segment.steps.front().operation].after == &after) return versions_[i];
  }
  return {};
}

const Object* Emission::renamedOnto(const Object& before) const {
  for (const Operation& op : plan_.operations)
    if (op.verb == Verb::Rename && ir::spaceOf(op.after->kind) == ir::spaceOf(before.kind) && op.after->name == before.name &&
        ir::sameIdentity(ir::scopeOf(*op.after), ir::scopeOf(before)) && op.before != &before)
      return op.before;
  return nullptr;
}

const Object* Emission::successor(const Object& before) const {
  const Object* scope = ir::scopeOf(before);
  const Object* there = scope && plan_.to ? counterpart(*plan_.to, *scope) : nullptr;
  if (!there) return nullptr;
  if (ir::isOverloaded(ir::spaceOf(before.kind))) {
    for (const Object* other : plan_.to->all(ir::spaceOf(before.kind), there, before.name))
      if (ir::takesItsPlace(*other, before)) return other;
    return nullptr;
  }
  // Tables and views have a type of their name, composite types a relation.
  if (const Object* found = plan_.to->find(ir::spaceOf(before.kind), there, before.name)) return found;
  if (ir::isRelation(before.kind) && before.kind != Kind::Index && before.kind != Kind::Sequence) return plan_.to->find(ir::Space::Type, there, before.name);
  return ir::isType(before.kind) ? plan_.to->find(ir::Space::Relation, there, before.name) : nullptr;
}

std::string alterTarget(const Object& relation) { return "alter " + objectClause(relation); }

std::string alterIfExists(const Emission& e, const Object& relation) {
  if (e.inTo(relation) || !ir::isRelation(relation.kind) || relation.kind == Kind::Composite) return alterTarget(relation);
  const std::string clause = objectClause(relation);
  const std::string name = ir::qualifiedName(relation);
  return "alter " + clause.substr(0, clause.size() - name.size()) + "if exists " + name;
}

bool isFromServer(const Object& object) { return object.location.source && object.location.source->name.starts_with("db:"); }

std::string objectClause(const Object& object) {
  const std::string name = ir::qualifiedName(object);
  switch (object.kind) {
    case Kind::Table: return (object.as<ir::Table>().foreign() ? "foreign table " : "table ") + name;
    case Kind::Function:
      return (object.as<ir::Function>().routine == ir::Routine::Procedure ? "procedure " : "function ") + name + ir::signature(object.as<ir::Function>());
    case Kind::Aggregate: return "aggregate " + name + (object.as<ir::Aggregate>().arguments.empty() ? "(*)" : ir::signature(object));
    case Kind::Operator: case Kind::OperatorClass: case Kind::OperatorFamily: return std::string(ir::label(object.kind)) + " " + ir::displayName(object);
    case Kind::Column: return "column " + ir::qualifiedName(*object.parent) + "." + ir::quoteIdentifier(object.name);
    case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::ForeignKey: case Kind::NotNull:
      return "constraint " + ir::quoteIdentifier(object.name) + " on " + (object.parent->kind == Kind::Domain ? "domain " : "") +
             ir::qualifiedName(*object.parent);
    case Kind::ForeignDataWrapper: return "foreign data wrapper " + name;
    case Kind::Statistics: return "statistics " + name;
    case Kind::Trigger: case Kind::Policy: case Kind::Rule:
      return std::string(ir::label(object.kind)) + " " + ir::quoteIdentifier(object.name) + " on " + ir::qualifiedName(*object.parent);
    default: return std::string(ir::label(object.kind)) + " " + name;
  }
}

void emitRename(Emission& e, const Operation& op, std::string_view alter) {
  const Object& before = *op.before;
  const Object& after = *op.after;
  // What stands behind the name: arguments, operands, the access method.
  const std::string clause = objectClause(before), bare = ir::qualifiedName(before);
  const bool overloaded = ir::isOverloaded(ir::spaceOf(before.kind));
  const std::string arguments = overloaded ? clause.substr(clause.find(bare) + bare.size()) : std::string();
  std::string name = ir::qualifiedName(before) + arguments;
  const Condition when = both(exists(before), missing(after));
  std::string statements;
  const Object* oldScope = ir::scopeOf(before);
  const Object* newScope = ir::scopeOf(after);
  if (oldScope && newScope && oldScope->name != newScope->name) {
    statements = std::string(alter) + " " + name + " set schema " + ir::quoteIdentifier(newScope->name);
    name = ir::quoteIdentifier(newScope->name) + "." + (before.kind == Kind::Operator ? before.name.str() : ir::quoteIdentifier(before.name)) + arguments;
  }
  if (before.name != after.name) {
    if (!statements.empty()) statements += ";\n";
    statements += std::string(alter) + " " + name + " rename to " + ir::quoteIdentifier(after.name);
  }
  if (!statements.empty()) e.out.guarded(when, statements);
}

void emitRenamePart(Emission& e, const Operation& op, std::string_view head) {
  const Object& whole = *op.after->parent;
  if (op.before->name == op.after->name) return;
  e.out.guarded(both(existsIn(*op.before, whole), missingIn(*op.after, whole)),
                std::string(head) + " " + ir::quoteIdentifier(op.before->name) + " to " + ir::quoteIdentifier(op.after->name));
}

void emitDrop(Emission& e, const Object& before, std::string statement) {
  // A native guard would drop, or stumble over, what has this name in the end: something renamed to it, or of another kind.
  if (const Object* other = e.renamedOnto(before)) return e.out.guarded(exists(*other), std::move(statement));
  if (const Object* other = e.successor(before)) {
    const auto* index = other->get<ir::Index>();
    if (index && index->constraint && other->kind == before.kind)
      return e.out.guarded(both(exists(before), missing(*index->constraint)), std::move(statement));
    if (other->kind != before.kind || routineOf(*other) != routineOf(before)) return e.out.guarded(existsAsKind(before), std::move(statement));
  }
  e.out.statement(std::move(statement));
}

}  // namespace schemac::emitters
