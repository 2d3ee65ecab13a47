// What a DROP takes along (dependency.c): parts go silently, what depends on them only with CASCADE.
#include <algorithm>
#include <unordered_set>

#include "fmt/format.h"
#include "ir/identity.h"
#include "ir/partitions.h"
#include "ir/references.h"
#include "parser/sql/alter.h"
#include "parser/sql/definitions.h"

namespace schemac::parser {

using ir::Kind;
using ir::Object;

namespace {

const Object* tableOf(const Object& object) {
  const Object* at = &object;
  while (at && at->kind != Kind::Table) at = at->parent;
  return at;
}

// Does a dependent go away without being asked (DEPENDENCY_AUTO), because `dropped` is what it is about?
bool goesAlong(const Object& dependent, const Object& dropped) {
  switch (dependent.kind) {
    case Kind::PublicationMember: case Kind::Default: return dropped.kind != Kind::Function && !ir::isType(dropped.kind) && dropped.kind != Kind::Sequence;
    case Kind::Sequence: return true;  // OWNED BY
    case Kind::OperatorClass: return dropped.kind == Kind::OperatorFamily;
    case Kind::Statistics: return dropped.kind == Kind::Column || dropped.kind == Kind::Table || dropped.kind == Kind::MaterializedView;
    case Kind::Index: case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::NotNull:
      // A partition's index goes with the whole table, as the partition does.
      if (const auto* index = dependent.get<ir::Index>(); index && dropped.kind == Kind::Table && index->partitionOf)
        return index->partitionOf->parent == &dropped;
      // Table constraints and indexes that involve a dropped column of their own table.
      return dropped.kind == Kind::Column && tableOf(dependent) == dropped.parent;
    case Kind::ForeignKey: return dropped.kind == Kind::Column && dependent.parent == dropped.parent;
    case Kind::Table: {
      // Partitions go with their parent; other children need CASCADE.
      const auto& table = dependent.as<ir::Table>();
      return dropped.kind == Kind::Table && table.partition() && !table.parents.empty() && table.parents[0].object == &dropped;
    }
    default: return false;
  }
}

// References that PostgreSQL just forgets: the index a table is clustered on, its replica identity.
bool forgets(const Object& dependent, const Object& dropped) {
  // Members that ALTER OPERATOR FAMILY added go with their operator, function or type.
  if (dependent.kind == Kind::OperatorFamily) return true;
  if (dropped.kind != Kind::Index) return false;
  if (const auto* table = dependent.get<ir::Table>())
    return table->replicaIdentityIndex.object == &dropped || table->clusterIndex.object == &dropped;
  if (const auto* view = dependent.get<ir::MaterializedView>()) return view->clusterIndex.object == &dropped;
  return false;
}

void forget(ir::Schema& schema, const Object& dependent, const Object& dropped) {
  if (dependent.kind == Kind::OperatorFamily) {
    const auto names = [&](const ir::TypeRef& type) { return type.type.object == &dropped; };
    auto& family = schema.edit<ir::OperatorFamily>(dependent);
    std::erase_if(family.operators, [&](const ir::FamilyOperator& m) {
      return m.op.object.object == &dropped || m.sortFamily.object.object == &dropped || names(m.left) || names(m.right);
    });
    std::erase_if(family.functions, [&](const ir::FamilyFunction& m) { return m.function.object == &dropped || names(m.left) || names(m.right); });
    return;
  }
  if (dependent.kind == Kind::Table) {
    auto& table = schema.edit<ir::Table>(dependent);
    if (table.clusterIndex.object == &dropped) table.clusterIndex = {};
    if (table.replicaIdentityIndex.object == &dropped) table.replicaIdentityIndex = {};  // relreplident stays 'i': identity is lost
  } else {
    schema.edit<ir::MaterializedView>(dependent).clusterIndex = {};
  }
}

// Foreign keys hold the columns they reference; what they depend on is the key over them.
std::vector<const Object*> foreignKeysOn(const ir::Schema& schema, const Object& key) {
  std::vector<const Object*> result;
  const auto* k = key.get<ir::Key>();
  if (!k) return result;
  for (const Object* dependent : schema.dependents(*key.parent)) {
    const auto* fk = dependent->get<ir::ForeignKey>();
    if (!fk || fk->table.object != key.parent || fk->references.size() != k->columns.size()) continue;
    const bool same = std::all_of(fk->references.begin(), fk->references.end(), [&](const ir::Ref& r) {
      return std::any_of(k->columns.begin(), k->columns.end(), [&](const ir::Ref& c) { return c.object == r.object; });
    });
    // Another key over the same columns would do as well.
    const bool other = std::any_of(key.parent->children.begin(), key.parent->children.end(), [&](const Object* sibling) {
      const auto* s = sibling->get<ir::Key>();
      return s && sibling != &key && s->columns == k->columns;
    });
    if (same && !other) result.push_back(dependent);
  }
  for (const Object* child : key.parent->children) {  // a table that references itself
    const auto* fk = child->get<ir::ForeignKey>();
    if (fk && fk->table.object == key.parent && fk->references == k->columns) result.push_back(child);
  }
  return result;
}

bool impliesOthers(Kind kind) {
  return kind == Kind::Extension || kind == Kind::Key || kind == Kind::Exclusion || kind == Kind::Index || kind == Kind::Column;
}

// What is derived from an object, and from that, and so on: a key's index, the copies on partitions and theirs.
std::vector<const Object*> impliedBy(const ir::Schema& schema, const Object& object) {
  std::vector<const Object*> implied;
  std::unordered_set<const Object*> known{&object};
  for (std::size_t before = 0; before != known.size();) {
    before = known.size();
    for (const Object& other : schema.objects())
      if (!other.dropped && other.derivedFrom && known.contains(other.derivedFrom) && known.insert(&other).second) implied.push_back(&other);
  }
  return implied;
}

// What no other object can depend on.
bool isLeaf(Kind kind) {
  return kind == Kind::Policy || kind == Kind::Trigger || kind == Kind::Default || kind == Kind::Check || kind == Kind::ForeignKey || kind == Kind::NotNull ||
         kind == Kind::Grant || kind == Kind::Owner || kind == Kind::Comment || kind == Kind::PublicationMember ||
         kind == Kind::Publication || kind == Kind::DefaultPrivilege || kind == Kind::Role || kind == Kind::Rule ||
         kind == Kind::Statistics || kind == Kind::UserMapping || kind == Kind::EventTrigger || kind == Kind::Subscription ||
         kind == Kind::SecurityLabel || kind == Kind::Cast;
}

}  // namespace

const Object* partThatHolds(const Object& object) {
  const auto holds = [&](const Object* child) {
    if (object.kind == Kind::ForeignServer) return child->kind == Kind::UserMapping;
    return object.kind == Kind::Schema && !child->derivedFrom && child->kind != Kind::Owner && child->kind != Kind::Grant &&
           child->kind != Kind::Comment && child->kind != Kind::DefaultPrivilege && child->kind != Kind::SecurityLabel;
  };
  const auto held = std::find_if(object.children.begin(), object.children.end(), holds);
  return held == object.children.end() ? nullptr : *held;
}

void Replay::drop(const Object& object, bool cascade, int location) {
  if (isLeaf(object.kind)) return schema.drop(object);
  std::vector<const Object*> doomed{&object};
  std::unordered_set<const Object*> known{&object};
  const auto within = [&](const Object* o) {
    for (; o; o = o->parent)
      if (known.contains(o)) return true;
    return false;
  };
  if (const Object* held = cascade ? nullptr : partThatHolds(object))
    throw ReplayError(ir::Code::Dependents, at(location),
                      fmt::format("cannot drop {} because other objects depend on it: {}", ir::describe(object), ir::describe(*held)),
                      "Use DROP ... CASCADE to drop the dependent objects too.");
  // DEPENDENCY_PARTITION_PRI: CASCADE does not help.
  if (const Object* index = ir::indexOf(object); index && index->as<ir::Index>().partitionOf) {
    const Object& whole = *index->as<ir::Index>().partitionOf;
    throw ReplayError(ir::Code::Dependents, at(location), fmt::format("cannot drop {} because {} requires it", ir::describe(*index), ir::describe(whole)),
                      fmt::format("You can drop {} instead.", ir::describe(whole)));
  }
  for (std::size_t next = 0; next < doomed.size(); ++next) {
    const Object& current = *doomed[next];
    // Parts and what they imply count as dropped with it: dependents are asked of each.
    std::vector<const Object*> implied;
    if (impliesOthers(current.kind)) implied = impliedBy(schema, current);
    std::vector<const Object*> whole = implied;
    whole.push_back(&current);
    std::vector<const Object*> dependents = schema.dependents(whole);
    const auto onKey = foreignKeysOn(schema, current);
    dependents.insert(dependents.end(), onKey.begin(), onKey.end());
    for (const Object* dependent : dependents) {
      if (within(dependent)) continue;
      const Object* about = nullptr;  // what of `current` it refers to
      bool forgotten = false;
      ir::forEachReference(*dependent, [&](const ir::Reference& r) {
        for (const Object* o = r.target; o; o = o->parent)
          if (o == &current || std::find(implied.begin(), implied.end(), o) != implied.end()) { if (!about) about = r.target == &current ? &current : r.target; }
      });
      if (about && forgets(*dependent, *about)) forgotten = true;
      if (!about) about = &current;
      if (forgotten) {
        forget(schema, *dependent, *about);
        continue;
      }
      if (!cascade && !goesAlong(*dependent, *about) && !goesAlong(*dependent, current))
        throw ReplayError(ir::Code::Dependents, at(location),
                          fmt::format("cannot drop {} because other objects depend on it: {}", ir::describe(object), ir::describe(*dependent)),
                          "Use DROP ... CASCADE to drop the dependent objects too.");
      if (known.insert(dependent).second) doomed.push_back(dependent);
      // A partition's own key whose index was attached goes with it.
      if (const auto* index = dependent->get<ir::Index>(); index && index->partitionOf && index->constraint && known.insert(index->constraint.object).second)
        doomed.push_back(index->constraint.object);
    }
  }
  for (const Object* victim : doomed)
    if (victim->kind == Kind::Operator) forgetOperator(*this, *victim);
  for (auto victim = doomed.rbegin(); victim != doomed.rend(); ++victim) schema.drop(**victim);
}

}  // namespace schemac::parser
