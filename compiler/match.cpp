#include "compiler/match.h"

#include <unordered_map>

#include "compiler/compare.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;

bool isNamed(const Object& object) {
  switch (object.kind) {
    case Kind::Check: return object.as<ir::Check>().named;
    case Kind::Key: return object.as<ir::Key>().named;
    case Kind::ForeignKey: return object.as<ir::ForeignKey>().named;
    case Kind::Exclusion: return object.as<ir::Exclusion>().named;
    case Kind::Index: return object.as<ir::Index>().named;
    default: return true;
  }
}

Matching::Matching(const ir::Schema& from, const ir::Schema& to, const ir::Equality& equality)
    : from_(from), to_(to), after_(from.objects().size()), before_(to.objects().size()) {
  for (const Object& object : from.objects()) {
    if (object.dropped || object.parent) continue;
    if (const Object* other = counterpart(object, nullptr)) descend(object, *other);
  }
  for (const Object& object : from.objects()) {
    const Object* other = object.dropped ? nullptr : after_[object.serial];
    if (other && (object.kind == Kind::Table || object.kind == Kind::MaterializedView || object.kind == Kind::Domain))
      pairByDefinition(object, *other, equality);
  }
  pairDerived();
}

void Matching::link(const Object& before, const Object& after) {
  after_[before.serial] = &after;
  before_[after.serial] = &before;
}

void Matching::descend(const Object& before, const Object& after) {
  link(before, after);
  for (const Object* child : before.children)
    if (const Object* other = counterpart(*child, &after)) descend(*child, *other);
}

const Object* Matching::counterpart(const Object& before, const Object* parentAfter) const {
  if (before.kind == Kind::NotNull) return nullptr;  // with that of its column, whatever the name (pairDerived)
  if (const ir::Space space = ir::spaceOf(before.kind); ir::isOverloaded(space)) {
    for (const Object* other = to_.find(space, parentAfter, before.name); other; other = other->nextSameName)
      if (ir::sameIdentity(&before, other)) return other;
    return nullptr;
  }
  // An index has its name in the schema; it pairs only with an index of the same table.
  const Object* scope = before.kind == Kind::Index && parentAfter ? parentAfter->parent : parentAfter;
  const Object* found = to_.find(ir::spaceOf(before.kind), scope, before.name);
  return found && found->kind == before.kind && found->parent == parentAfter ? found : nullptr;
}

namespace {

bool mayPairByDefinition(const Object& object) {
  return (ir::isConstraint(object.kind) || object.kind == Kind::Index) && !object.derivedFrom;
}

}  // namespace

void Matching::pairByDefinition(const Object& before, const Object& after, const ir::Equality& equality) {
  std::vector<const Object*> gone, fresh;
  for (const Object* child : before.children)
    if (mayPairByDefinition(*child) && !after_[child->serial]) gone.push_back(child);
  if (gone.empty()) return;
  for (const Object* child : after.children)
    if (mayPairByDefinition(*child) && !before_[child->serial]) fresh.push_back(child);
  for (const Object* old : gone) {
    for (const Object*& candidate : fresh) {
      if (!candidate || candidate->kind != old->kind || (isNamed(*old) && isNamed(*candidate))) continue;
      if (!sameDefinition(*old, *candidate, equality)) continue;
      // A name that another object holds is freed by that object's own drop or rename, which the graph puts first; two objects that
      // swap names are made anew instead.
      descend(*old, *candidate);
      candidate = nullptr;
      break;
    }
  }
}

// What is derived pairs with what is derived from the same, whatever PostgreSQL called it: a partition's index, an identity sequence.
void Matching::pairDerived() {
  std::unordered_multimap<const Object*, const Object*> derived;
  bool known = false;
  for (const Object& object : from_.objects()) {
    if (object.dropped || !object.derivedFrom || after_[object.serial] || !object.parent) continue;
    const Object* source = after_[object.derivedFrom->serial];
    const Object* parent = after_[object.parent->serial];
    if (!source || !parent) continue;
    if (!known) {
      for (const Object& other : to_.objects())
        if (!other.dropped && other.derivedFrom && !before_[other.serial]) derived.emplace(other.derivedFrom, &other);
      known = true;
    }
    for (auto [at, end] = derived.equal_range(source); at != end; ++at) {
      const Object& other = *at->second;
      if (before_[other.serial] || other.kind != object.kind || other.parent != parent) continue;
      descend(object, other);
      break;
    }
  }
}

}  // namespace schemac::compiler
