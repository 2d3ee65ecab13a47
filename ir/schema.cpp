#include "ir/schema.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "ir/references.h"

namespace schemac::ir {

std::size_t Schema::KeyHash::operator()(const Key& key) const {
  return key.name.hash() * 31 + std::hash<const void*>{}(key.scope) * 7 + static_cast<std::size_t>(key.space);
}

const Object* scopeOf(const Object& object) {
  // An index, and the sequence of a column, lives beside its table in the schema's name space.
  if (object.kind == Kind::Index) return object.parent ? object.parent->parent : nullptr;
  return object.parent;
}

Schema::Schema(int version) : serverVersion(version) {
  pgCatalog_ = &make(nullptr, "pg_catalog", Namespace{});
  pgCatalog_->origin = Origin::BuiltIn;
  make(nullptr, "information_schema", Namespace{}).origin = Origin::BuiltIn;
  journal_.clear();
}

Schema::~Schema() = default;

const Object* Schema::find(Space space, const Object* scope, Name name) const {
  const auto found = names_.find(Key{space, scope, name});
  return found == names_.end() ? nullptr : found->second;
}

std::vector<const Object*> Schema::functions(const Object& schema, Name name) const {
  std::vector<const Object*> result = all(Space::Function, &schema, name);
  std::erase_if(result, [](const Object* routine) { return routine->kind != Kind::Function; });
  return result;
}

std::vector<const Object*> Schema::routines(const Object& schema, Name name) const { return all(Space::Function, &schema, name); }

std::vector<const Object*> Schema::all(Space space, const Object* scope, Name name) const {
  std::vector<const Object*> result;
  for (const Object* o = find(space, scope, name); o; o = isOverloaded(space) ? o->nextSameName : nullptr)
    if (o->origin != Origin::BuiltIn || (o->parent && o->parent->name == "pg_temp")) result.push_back(o);
  std::sort(result.begin(), result.end(), [](auto* a, auto* b) { return a->serial < b->serial; });
  return result;
}

bool Schema::hasConstraint(const Object& schema, Name name) const {
  if (!constraintNames_.contains(name)) return false;  // nearly always, and a look at every table is saved
  return std::any_of(schema.children.begin(), schema.children.end(),
                     [&](const Object* whole) { return find(Space::Constraint, whole, name) != nullptr; });
}

namespace {

std::vector<const Object*> alive(const std::vector<const Object*>& objects) {
  std::vector<const Object*> result;
  std::copy_if(objects.begin(), objects.end(), std::back_inserter(result), [](const Object* object) { return !object->dropped; });
  return result;
}

}  // namespace

std::vector<const Object*> Schema::globalDefaultPrivileges() const { return alive(globalDefaults_); }

std::vector<const Object*> Schema::extensions() const { return alive(extensions_); }

const Object& Schema::builtinType(Name name) {
  if (const Object* known = find(Space::Type, pgCatalog_, name)) return *known;
  const std::size_t before = mark();
  Object& type = make(pgCatalog_, name, BaseType{});
  type.origin = Origin::BuiltIn;
  journal_.resize(before);  // a built-in type stays, whatever becomes of the statement that named it first
  return type;
}

const Object& Schema::builtinFunction(Name name) {
  if (const Object* known = find(Space::Function, pgCatalog_, name)) return *known;
  const std::size_t before = mark();
  Object& function = make(pgCatalog_, name, Function{});
  function.origin = Origin::BuiltIn;
  journal_.resize(before);
  return function;
}

void Schema::enter(Object& object) {
  const auto put = [&](Space space) {
    Object*& slot = names_[Key{space, scopeOf(object), object.name}];
    if (isOverloaded(space) || !slot) {
      object.nextSameName = isOverloaded(space) ? slot : object.nextSameName;
      slot = &object;
    }
  };
  put(spaceOf(object.kind));
  if (isConstraint(object.kind)) constraintNames_.insert(object.name);
  if (object.kind == Kind::Composite) put(Space::Type);  // a relation and a type at once
}

void Schema::leave(Object& object) {
  const auto take = [&](Space space) {
    const auto found = names_.find(Key{space, scopeOf(object), object.name});
    if (found == names_.end()) return;
    Object** link = &found->second;
    while (*link && *link != &object) link = &(*link)->nextSameName;
    if (*link) *link = isOverloaded(space) ? object.nextSameName : nullptr;
    if (!found->second) names_.erase(found);
  };
  take(spaceOf(object.kind));
  if (object.kind == Kind::Composite) take(Space::Type);
  object.nextSameName = nullptr;
}

void Schema::detach(Object& object) {
  if (object.parent) std::erase(mutableObject(*object.parent).children, &object);
}

Object& Schema::create(Kind kind, const Object* parent, Name name, Payload data, Location where) {
  if (data.index() != static_cast<std::size_t>(kind)) throw std::logic_error("Schema::create: the payload is of another kind");
  Object& object = objects_.emplace_back();
  object.kind = kind;
  object.serial = static_cast<std::uint32_t>(objects_.size() - 1);
  object.name = name;
  object.parent = parent;
  object.location = where;
  object.data = std::move(data);
  if (parent) {
    auto& siblings = mutableObject(*parent).children;
    // The last of the kind: a schema has thousands of children, mostly in long runs of one kind.
    const auto last = std::find_if(siblings.rbegin(), siblings.rend(), [&](const Object* sibling) { return sibling->kind == kind; });
    if (last != siblings.rend()) object.ordinal = (*last)->ordinal;
    siblings.push_back(&object);
  }
  ++object.ordinal;
  if (kind == Kind::DefaultPrivilege && !parent) globalDefaults_.push_back(&object);
  if (kind == Kind::Extension) extensions_.push_back(&object);
  enter(object);
  journal_.push_back(Undo{Undo::Create, &object, nullptr});
  return object;
}

namespace {

// Can dropping it take along objects that are not its parts? Saves a look at every object for policies, comments, grants, ….
bool mayImply(const Object& object) {
  switch (object.kind) {
    case Kind::Table: case Kind::Column: case Kind::Key: case Kind::Exclusion: case Kind::Extension: case Kind::Range:
    case Kind::View: case Kind::MaterializedView: case Kind::Composite: case Kind::Schema:
      return true;
    case Kind::Index: case Kind::Check: case Kind::ForeignKey: case Kind::Trigger:  // copies on partitions and children
      return object.parent && object.parent->kind == Kind::Table;
    default: return false;
  }
}

}  // namespace

void Schema::drop(const Object& whole) {
  if (whole.dropped) return;
  std::unordered_set<const Object*> doomed;
  std::vector<Object*> order;
  bool implies = false;
  const auto add = [&](const auto& self, const Object& object) -> void {
    if (object.dropped || !doomed.insert(&object).second) return;
    implies = implies || mayImply(object);
    order.push_back(&mutableObject(object));
    for (const Object* child : object.children) self(self, *child);
  };
  add(add, whole);
  // What is derived from it and lives elsewhere: an identity or owned sequence, a constraint's index, an extension's objects, copies on partitions.
  for (std::size_t known = 0; implies && known != order.size();) {
    known = order.size();
    for (const Object& other : objects_) {
      if (other.dropped) continue;
      const auto* sequence = other.get<Sequence>();
      if ((other.derivedFrom && doomed.contains(other.derivedFrom)) ||
          (sequence && sequence->ownedBy && doomed.contains(sequence->ownedBy.object)))
        add(add, other);
    }
  }
  for (auto object = order.rbegin(); object != order.rend(); ++object) {
    leave(**object);
    detach(**object);
    (*object)->dropped = true;
    journal_.push_back(Undo{Undo::Drop, *object, nullptr});
  }
}

void Schema::rename(const Object& constObject, Name name) {
  Object& object = mutableObject(constObject);
  auto before = std::make_unique<Object>();
  before->name = object.name;
  leave(object);
  object.name = name;
  enter(object);
  journal_.push_back(Undo{Undo::Rename, &object, std::move(before)});
}

void Schema::move(const Object& constObject, const Object& newParent) {
  Object& object = mutableObject(constObject);
  auto before = std::make_unique<Object>();
  before->parent = object.parent;
  std::vector<Object*> indexes;  // their names live in the schema that the table leaves
  for (Object* child : object.children)
    if (child->kind == Kind::Index) indexes.push_back(child);
  leave(object);
  for (Object* index : indexes) leave(*index);
  detach(object);
  object.parent = &newParent;
  mutableObject(newParent).children.push_back(&object);
  enter(object);
  for (Object* index : indexes) enter(*index);
  journal_.push_back(Undo{Undo::Move, &object, std::move(before)});
}

Object& Schema::edit(const Object& constObject) {
  Object& object = mutableObject(constObject);
  auto before = std::make_unique<Object>();
  before->origin = object.origin;
  before->ordinal = object.ordinal;
  before->derivedFrom = object.derivedFrom;
  before->location = object.location;
  before->leadingComment = object.leadingComment;
  before->data = object.data;
  journal_.push_back(Undo{Undo::Edit, &object, std::move(before)});
  changed_.push_back(&object);
  return object;
}

void Schema::rollback(std::size_t mark) {
  while (journal_.size() > mark) {
    Undo undo = std::move(journal_.back());
    journal_.pop_back();
    Object& object = *undo.object;
    const std::size_t depth = journal_.size();
    switch (undo.action) {
      case Undo::Create:
        leave(object);
        detach(object);
        object.dropped = true;
        break;
      case Undo::Drop:
        object.dropped = false;
        if (object.parent) {
          auto& siblings = mutableObject(*object.parent).children;
          siblings.insert(std::upper_bound(siblings.begin(), siblings.end(), &object,
                                           [](auto* a, auto* b) { return a->serial < b->serial; }), &object);
        }
        enter(object);
        changed_.push_back(&object);
        break;
      case Undo::Edit:
        object.origin = undo.before->origin;
        object.ordinal = undo.before->ordinal;
        object.derivedFrom = undo.before->derivedFrom;
        object.location = undo.before->location;
        object.leadingComment = undo.before->leadingComment;
        object.data = std::move(undo.before->data);
        changed_.push_back(&object);
        break;
      case Undo::Rename: rename(object, undo.before->name); break;
      case Undo::Move: move(object, *undo.before->parent); break;
    }
    journal_.resize(depth);  // what rename() and move() noted while taking back
  }
}

void Schema::indexReferences() const {
  const auto add = [&](const Object& object) {
    if (object.dropped) return;
    forEachReference(object, [&](const Reference& reference) {
      if (!reference.soft) referrers_[reference.target].push_back(&object);
    });
  };
  for (; indexed_ < objects_.size(); ++indexed_) add(objects_[indexed_]);
  for (const Object* object : changed_) add(*object);
  changed_.clear();
}

std::vector<const Object*> Schema::dependents(const Object& object) const {
  return dependents(std::vector<const Object*>{&object});
}

std::vector<const Object*> Schema::dependents(const std::vector<const Object*>& whole) const {
  indexReferences();
  std::unordered_set<const Object*> parts;
  std::vector<const Object*> order;
  const auto add = [&](const auto& self, const Object& object) -> void {
    if (!parts.insert(&object).second) return;
    order.push_back(&object);
    for (const Object* child : object.children) self(self, *child);
  };
  for (const Object* object : whole) add(add, *object);
  std::vector<const Object*> result;
  for (const Object* part : order) {
    const auto found = referrers_.find(part);
    if (found == referrers_.end()) continue;
    for (const Object* referrer : found->second) {
      if (referrer->dropped || parts.contains(referrer)) continue;
      bool refers = false;
      forEachReference(*referrer, [&](const Reference& r) { refers = refers || (!r.soft && r.target == part); });
      if (refers) result.push_back(referrer);
    }
  }
  std::sort(result.begin(), result.end(), [](auto* a, auto* b) { return a->serial < b->serial; });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::unique_ptr<Schema> Schema::clone(const std::function<bool(const Object&)>& keep) const {
  auto copy = std::make_unique<Schema>(serverVersion);
  copy->objects_.clear();
  copy->names_.clear();
  copy->sources = sources;
  copy->unfollowed = unfollowed;
  copy->partlyKnown = partlyKnown;
  copy->live = live;
  std::vector<Object*> twins(objects_.size());
  // A parent is mostly older than its parts, but a moved object's need not be.
  const auto kept = [&](const auto& self, const Object& object) -> bool {
    return (!object.parent || self(self, *object.parent)) && (object.origin == Origin::BuiltIn || !keep || (!object.dropped && keep(object)));
  };
  for (const Object& object : objects_) {
    if (!kept(kept, object)) continue;
    Object& made = copy->objects_.emplace_back(object);
    made.serial = static_cast<std::uint32_t>(copy->objects_.size() - 1);
    made.children.clear();
    made.nextSameName = nullptr;
    twins[object.serial] = &made;
  }
  const auto twin = [&](const Object* o) { return o ? twins[o->serial] : nullptr; };
  copy->pgCatalog_ = twin(pgCatalog_);
  for (const Object& object : objects_) {
    Object* made = twin(&object);
    if (!made) continue;
    made->parent = twin(object.parent);
    made->derivedFrom = twin(object.derivedFrom);
    remapReferences(*made, [&](const Object* target) -> const Object* { return twin(target); });
    for (const Object* child : object.children)
      if (Object* part = twin(child)) made->children.push_back(part);
    if (!made->dropped) copy->enter(*made);
  }
  for (const Object* entry : globalDefaults_)
    if (Object* made = twin(entry)) copy->globalDefaults_.push_back(made);
  for (const Object* extension : extensions_)
    if (Object* made = twin(extension)) copy->extensions_.push_back(made);
  copy->journal_.clear();
  return copy;
}

}  // namespace schemac::ir
