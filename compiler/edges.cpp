#include "compiler/edges.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "ir/references.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;

const Object& rootOf(const Object& object) {
  const Object* at = &object;
  while (true) {
    const auto* sequence = at->get<ir::Sequence>();
    if (sequence && at->derivedFrom) at = at->derivedFrom;
    else if (at->parent && at->parent->kind != Kind::Schema && at->kind != Kind::DefaultPrivilege) at = at->parent;
    else if (at->parent && (at->kind == Kind::Owner || at->kind == Kind::Grant || at->kind == Kind::Comment || at->kind == Kind::SecurityLabel)) at = at->parent;
    else return *at;
  }
}

namespace {

// References that a Create leaves to a later Alter (ir/plan.h).
bool isLate(const Object& object, std::string_view field) {
  switch (object.kind) {
    case Kind::Sequence: return field == "owned by";
    case Kind::Table: return field == "replica identity index" || field == "cluster index";
    case Kind::MaterializedView: return field == "cluster index";
    default: return false;
  }
}

class Finder {
 public:
  Finder(const std::vector<Operation>& operations, const Matching& matching, const Fates& fates, const PartitionIndexes& copies)
      : operations_(operations), matching_(matching), fates_(fates), copies_(copies), fromSlots_(matching.from().objects().size()),
        toSlots_(matching.to().objects().size()) {}

  std::vector<ir::Edge> run() {
    for (std::size_t i = 0; i != operations_.size(); ++i) enter(i);
    for (std::size_t i = 0; i != operations_.size(); ++i) {
      seen_.clear();
      const Operation& op = operations_[i];
      if (op.grant || isFact(op)) factEdges(i);
      else switch (op.verb) {
        case Verb::Create: createEdges(i, *op.after); break;
        case Verb::Drop: dropEdges(i, *op.before); break;
        case Verb::Alter: alterEdges(i, op); break;
        case Verb::Rename: renameEdges(i, op); break;
      }
    }
    sameOrderAsWhole();
    for (const Object& object : matching_.to().objects()) {
      if (object.dropped || !object.derivedFrom) continue;
      if (object.kind != Kind::Index && object.kind != Kind::Sequence) continue;
      if (matching_.before(object) && !fates_.isBorn(object)) continue;
      for (std::size_t maker : makers(object)) freeName(maker, object, object.name, ir::Space::Relation);
    }
    return std::move(edges_);
  }

 private:
  struct Slots { int create = -1, drop = -1, alter = -1, rename = -1, attach = -1; };

  static bool isFact(const Operation& op) {
    const Object& end = op.after ? *op.after : *op.before;
    return end.kind == Kind::Owner || end.kind == Kind::Grant || end.kind == Kind::Comment || end.kind == Kind::SecurityLabel;
  }

  // The late Alter of a partition that is made as a table of its own.
  static bool attachesNew(const Operation& op) {
    return op.verb == Verb::Alter && op.before == op.after && !op.changes.empty() && op.changes.front().field == "partition bound";
  }

  void enter(std::size_t i) {
    const Operation& op = operations_[i];
    if (isFact(op)) return;
    const int at = static_cast<int>(i);
    // The late Alter of a new object has the same object at both ends: it provides nothing.
    const bool late = op.verb == Verb::Alter && op.before == op.after;
    if (attachesNew(op)) toSlots_[op.after->serial].attach = at;
    if (late) return;
    if (op.before) {
      Slots& slots = fromSlots_[op.before->serial];
      (op.verb == Verb::Drop ? slots.drop : op.verb == Verb::Alter ? slots.alter : slots.rename) = at;
    }
    if (op.after) {
      Slots& slots = toSlots_[op.after->serial];
      (op.verb == Verb::Create ? slots.create : op.verb == Verb::Alter ? slots.alter : slots.rename) = at;
    }
    if (op.verb == Verb::Alter && !op.grant && op.before && op.after && swapsType(*op.before, *op.after, op.changes)) {
      enterSwap(*op.before, matching_.from(), fromSlots_, at);
      enterSwap(*op.after, matching_.to(), toSlots_, at);
    }
    if (op.after && op.after->kind == Kind::Role && op.verb == Verb::Create) roles_.emplace(op.after->name, i);
    if (op.before && op.before->kind == Kind::Role && op.verb == Verb::Drop) goneRoles_.emplace(op.before->name, i);
  }

  // A swapped type alters the columns that have it.
  static void enterSwap(const Object& type, const ir::Schema& schema, std::vector<Slots>& slots, int at) {
    for (const Object& object : schema.objects()) {
      const auto* column = object.dropped ? nullptr : object.get<ir::Column>();
      if (column && column->type.type.object == &type && object.parent->kind == Kind::Table && slots[object.serial].alter < 0) slots[object.serial].alter = at;
    }
  }

  void add(std::size_t first, std::size_t second, std::string reason, bool soft = false) {
    if (first == second || !seen_.insert({first, second, soft}).second) return;
    edges_.push_back({first, second, std::move(reason), soft});
  }

  // The operations after which an object of `to` is there; empty if it is there all the time.
  std::vector<std::size_t> makers(const Object& object) const {
    std::vector<std::size_t> found;
    addMakers(object, found, 0);
    return found;
  }
  void addMakers(const Object& object, std::vector<std::size_t>& found, int depth) const {
    const int create = toSlots_[object.serial].create;
    if (create >= 0) return found.push_back(static_cast<std::size_t>(create));
    if (!object.derivedFrom || depth > 8) return;
    if (matching_.before(object) && !fates_.isBorn(object)) return;
    // A column that becomes an identity makes its sequence, one that becomes NOT NULL its constraint (and those of the columns below);
    // a table that is attached gets what its parent has.
    const int alter = toSlots_[object.derivedFrom->serial].alter;
    if (alter >= 0 && (object.kind == Kind::Sequence || object.kind == Kind::NotNull)) found.push_back(static_cast<std::size_t>(alter));
    if (object.kind == Kind::NotNull)
      forNotNullsAbove(object, [&](const Object& above) { addMakers(above, found, depth + 1); });
    addMakers(*object.derivedFrom, found, depth + 1);
    if (!object.parent || object.parent->kind == Kind::Schema) return;
    addMakers(*object.parent, found, depth + 1);
    if (const int attach = toSlots_[object.parent->serial].attach; attach >= 0 && object.kind != Kind::Column) found.push_back(static_cast<std::size_t>(attach));
  }

  // The constraints of its parents' columns.
  template <class Visit>
  static void forNotNullsAbove(const Object& constraint, Visit visit) {
    if (constraint.parent->kind != Kind::Table) return;
    for (const ir::Ref& parent : constraint.parent->as<ir::Table>().parents)
      if (const Object* column = ir::columnOf(*parent, constraint.derivedFrom->name))
        if (const Object* above = ir::notNullOf(*column)) visit(*above);
  }

  // The operations that take an object of `from` away.
  std::vector<std::size_t> removers(const Object& object) const {
    std::vector<std::size_t> found;
    addRemovers(object, found, 0);
    return found;
  }
  void addRemovers(const Object& object, std::vector<std::size_t>& found, int depth) const {
    const int drop = fromSlots_[object.serial].drop;
    if (drop >= 0) return found.push_back(static_cast<std::size_t>(drop));
    if (!object.derivedFrom || depth > 8) return;
    if (matching_.after(object) && !fates_.isDoomed(object)) return;
    const int alter = fromSlots_[object.derivedFrom->serial].alter;
    if (alter >= 0 && object.kind == Kind::Sequence) found.push_back(static_cast<std::size_t>(alter));
    addRemovers(*object.derivedFrom, found, depth + 1);
    if (object.parent && object.parent->kind != Kind::Schema) addRemovers(*object.parent, found, depth + 1);
  }

  static std::string uses(const Object& user, const Object& target) { return ir::describe(user) + " uses " + ir::describe(target); }

  // An Alter of a table or function changes nothing that others need: it orders where it can.
  static bool softly(const Object& target) {
    return target.kind == Kind::Table || ir::isRoutine(target.kind) || target.kind == Kind::Sequence;
  }

  // `user` of `to` needs `target` at operation i.
  void need(std::size_t i, const Object& user, const Object& target, bool soft) {
    for (std::size_t maker : makers(target)) add(maker, i, uses(user, target), soft);
    const Slots& slots = toSlots_[target.serial];
    if (slots.rename >= 0) add(static_cast<std::size_t>(slots.rename), i, ir::describe(target) + " has its name by then", soft);
    if (slots.alter >= 0 && slots.create < 0)
      add(static_cast<std::size_t>(slots.alter), i, uses(user, target) + " as it is afterwards", soft || softly(target));
  }

  void partOf(std::size_t i, const Object& part, const Object& whole) {
    for (std::size_t maker : makers(whole)) add(maker, i, ir::describe(part) + " is part of " + ir::describe(whole));
    const Slots& slots = toSlots_[whole.serial];
    if (slots.rename >= 0) add(static_cast<std::size_t>(slots.rename), i, ir::describe(whole) + " has its name by then");
    if (slots.alter >= 0) add(static_cast<std::size_t>(slots.alter), i, ir::describe(whole) + " is altered first", whole.kind != Kind::Column);
  }

  void createEdges(std::size_t i, const Object& object) {
    if (object.parent) partOf(i, object, *object.parent);
    ir::forEachReference(object, [&](const ir::Reference& reference) {
      if (reference.target == &object || isLate(object, reference.field)) return;
      if (reference.field == "partition of" && copies_.before.contains(&object)) return beforeWhole(i, object, *reference.target);
      need(i, object, *reference.target, reference.soft);
    });
    if (object.kind == Kind::Key || object.kind == Kind::Index) partitionEdges(i, object);
    if (const auto* check = object.get<ir::Check>(); check && !check->validated) copiedChecks(i, object);
    referencedKeys(i, object);
    if (const auto* foreign = object.get<ir::ForeignKey>(); foreign && foreign->table) referencedPartitions(i, object, *foreign->table);
    roleEdges(i, object);
    freeName(i, object, object.name, ir::spaceOf(object.kind));
    if (object.kind == Kind::Key || object.kind == Kind::Exclusion)
      if (const Object* schema = ir::namespaceOf(object)) freeNameIn(i, schema, object.name, ir::Space::Relation);
    // Relations have a row type; types share its names.
    if (const Object* schema = object.parent; schema && schema->kind == Kind::Schema) {
      if (ir::isRelation(object.kind) && object.kind != Kind::Sequence) freeNameIn(i, schema, object.name, ir::Space::Type);
      if (ir::isType(object.kind)) freeNameIn(i, schema, object.name, ir::Space::Relation);
    }
    if (ir::isRoutine(object.kind)) overloads(i, object);
    if (const auto* op = object.get<ir::Operator>()) {
      beforeNamed(i, object, *op, &ir::Operator::commutator);
      beforeNamed(i, object, *op, &ir::Operator::negator);
    }
  }

  // Of a new key or index on a partitioned table or on a partition.
  void partitionEdges(std::size_t i, const Object& carrier) {
    const Object* index = ir::indexOf(carrier);
    if (const auto* table = carrier.parent->get<ir::Table>(); !index || !table) return;
    else if (table->partitioned() && !index->as<ir::Index>().valid) afterPartitions(i, carrier);
    const Object* whole = index->as<ir::Index>().partitionOf.object;
    if (!whole) return afterTwins(i, carrier, *index);
    if (carrier.kind != Kind::Key) return;
    if (copies_.before.contains(&carrier)) beforeWhole(i, carrier, *whole);
    else need(i, carrier, *whole, false);
  }

  // ON ONLY: a partition that comes later would get its part.
  void afterPartitions(std::size_t i, const Object& carrier) {
    for (const Object* part : partitionsOf(*carrier.parent, matching_.to(), toPartitions_)) {
      const std::string reason = ir::describe(carrier) + " is made without one of " + ir::describe(*part);
      for (const std::size_t maker : makers(*part)) add(maker, i, reason);
      if (const int attach = attachOf(*part, carrier); attach >= 0) add(static_cast<std::size_t>(attach), i, reason);
    }
  }

  // The operation that attaches a table to the one that `whole` is on, if one does.
  int attachOf(const Object& table, const Object& whole) const {
    const Slots& slots = toSlots_[table.serial];
    if (slots.attach >= 0) return slots.attach;
    return slots.create < 0 && slots.alter >= 0 && joins(matching_, fates_, table, whole) ? slots.alter : -1;
  }

  // A partition that is attached later finds the index of its table there, or leaves its own for it to find.
  void beforeWhole(std::size_t i, const Object& carrier, const Object& whole) {
    if (const int attach = attachOf(*carrier.parent, whole); attach >= 0)
      return add(i, static_cast<std::size_t>(attach), ir::describe(*carrier.parent) + " is attached with its indexes");
    for (const std::size_t maker : makers(whole)) add(i, maker, ir::describe(whole) + " takes " + ir::describe(carrier) + " in");
  }

  // What is the partition's alone must not be there for an index of its table to find.
  void afterTwins(std::size_t i, const Object& carrier, const Object& index) {
    const auto& table = carrier.parent->as<ir::Table>();
    if (!table.partition() || carrier.derivedFrom) return;
    if (const int attach = toSlots_[carrier.parent->serial].attach; attach >= 0)
      add(static_cast<std::size_t>(attach), i, ir::describe(*carrier.parent) + " is attached without " + ir::describe(carrier));
    for (const Object* whole : table.parents.front()->children) {
      if (whole->kind != Kind::Index || !mayStandIn(index, *whole)) continue;
      const std::string reason = ir::describe(*whole) + " does without " + ir::describe(carrier);
      for (const std::size_t maker : makers(*whole)) add(maker, i, reason);
      if (const int attach = attachOf(*carrier.parent, *whole); attach >= 0) add(static_cast<std::size_t>(attach), i, reason);
    }
  }

  // In a child that comes later it would be valid: there are no rows.
  void copiedChecks(std::size_t i, const Object& check) {
    for (const Object& copy : matching_.to().objects())
      if (const int create = copy.derivedFrom == &check && copy.kind == Kind::Check && !copy.dropped ? toSlots_[copy.parent->serial].create : -1; create >= 0)
        add(static_cast<std::size_t>(create), i, ir::describe(copy) + " comes with " + ir::describe(check), copy.as<ir::Check>().validated);
  }

  // Where two indexes of a table are alike, PostgreSQL attaches the first it finds to the first: they are made in one order here and there.
  void sameOrderAsWhole() {
    std::map<std::uint32_t, std::map<std::uint32_t, const Object*>> partitions;  // by serial, theirs and that of the whole's index
    for (const Object* own : copies_.before)
      if (const Object* index = ir::indexOf(*own)) partitions[own->parent->serial].emplace(index->as<ir::Index>().partitionOf->serial, index);
    for (const auto& [partition, indexes] : partitions) {
      const Object* last = nullptr;
      for (const auto& [serial, index] : indexes) {
        if (last) inOrder(*last, *index);
        if (last) inOrder(*last->as<ir::Index>().partitionOf, *index->as<ir::Index>().partitionOf);
        last = index;
      }
    }
  }
  void inOrder(const Object& first, const Object& second) {
    for (const std::size_t a : makers(first))
      for (const std::size_t b : makers(second)) add(a, b, ir::describe(first) + " comes first on its table", true);
  }

  // A foreign key needs the unique index of the columns it references.
  void referencedKeys(std::size_t i, const Object& object) {
    const auto* foreign = object.get<ir::ForeignKey>();
    if (!foreign || !foreign->table) return;
    forUniques(*foreign, [&](const Object& unique) {
      for (std::size_t maker : makers(unique)) add(maker, i, ir::describe(object) + " references " + ir::describe(unique));
    });
  }

  // The copies of a foreign key on the partitions it references are named as they come: those that were there before it stay before it.
  void referencedPartitions(std::size_t i, const Object& object, const Object& table) {
    for (const Object* part : partitionsOf(table, matching_.to(), toPartitions_)) {
      if (const int create = toSlots_[part->serial].create; create >= 0) {
        const auto made = static_cast<std::size_t>(create);
        const std::string reason = ir::describe(object) + " references the partitions there are";
        if (part->serial < object.serial) add(made, i, reason, true);
        else add(i, made, reason, true);
      }
      referencedPartitions(i, object, *part);
    }
  }

  using Partitions = std::optional<std::map<const Object*, std::vector<const Object*>>>;
  static const std::vector<const Object*>& partitionsOf(const Object& table, const ir::Schema& schema, Partitions& known) {
    if (!known) {
      known.emplace();
      for (const Object& object : schema.objects())
        if (const auto* part = object.dropped ? nullptr : object.get<ir::Table>(); part && part->partition())
          for (const ir::Ref& parent : part->parents) (*known)[parent.object].push_back(&object);
    }
    static const std::vector<const Object*> none;
    const auto found = known->find(&table);
    return found == known->end() ? none : found->second;
  }

  template <class Visit>
  static void forUniques(const ir::ForeignKey& foreign, Visit visit) {
    const auto covers = [&](const std::vector<ir::Ref>& columns) {
      return columns.size() == foreign.references.size() &&
             std::is_permutation(columns.begin(), columns.end(), foreign.references.begin(),
                                 [](const ir::Ref& a, const ir::Ref& b) { return a.object == b.object; });
    };
    for (const Object* child : foreign.table->children) {
      if (const auto* key = child->get<ir::Key>()) {
        if (covers(key->columns)) visit(*child);
      } else if (const auto* index = child->get<ir::Index>(); index && index->unique && !index->constraint) {
        std::vector<ir::Ref> columns;
        for (const auto& element : index->elements) columns.push_back(element.column);
        if (covers(columns)) visit(*child);
      }
    }
  }

  // Names of `from` that are in the way of a new object.
  void freeName(std::size_t i, const Object& object, ir::Name name, ir::Space space) {
    if (ir::isOverloaded(space)) {
      const Object* schema = object.parent ? matching_.before(*object.parent) : nullptr;
      if (object.parent && !schema) return;
      for (const Object* other = matching_.from().find(space, schema, name); other; other = other->nextSameName)
        if (ir::takesItsPlace(*other, object)) free(i, *other, name);
      return;
    }
    const Object* scope = ir::scopeOf(object);
    if (!scope) {
      if (const Object* other = matching_.from().find(space, nullptr, name)) free(i, *other, name);
      return;
    }
    freeNameIn(i, scope, name, space);
  }
  void freeNameIn(std::size_t i, const Object* scope, ir::Name name, ir::Space space) {
    const Object* before = matching_.before(*scope);
    if (!before) return;
    if (const Object* other = matching_.from().find(space, before, name)) free(i, *other, name);
  }
  void free(std::size_t i, const Object& occupant, ir::Name name) {
    for (std::size_t remover : removers(occupant)) add(remover, i, ir::describe(occupant) + " has the name until then");
    const int rename = fromSlots_[occupant.serial].rename;
    if (rename >= 0 && matching_.after(occupant)->name != name) add(static_cast<std::size_t>(rename), i, ir::describe(occupant) + " gives its name up");
  }

  // An operator that is named before it is made stays without a link back, one that is there gets it: which of the two comes first decides.
  void beforeNamed(std::size_t i, const Object& object, const ir::Operator& op, ir::Name ir::Operator::*link) {
    if ((op.*link).empty()) return;
    const bool swapped = link == &ir::Operator::commutator;
    for (const Object& other : matching_.to().objects()) {
      const auto* named = other.dropped || &other == &object ? nullptr : other.get<ir::Operator>();
      if (!named || !(named->*link).empty() || !(ir::NamedRef(&other) == op.*link)) continue;
      if (!(named->left == (swapped ? op.right : op.left)) || !(named->right == (swapped ? op.left : op.right))) continue;
      if (const int create = toSlots_[other.serial].create; create >= 0)
        add(i, static_cast<std::size_t>(create), ir::describe(object) + " names " + ir::describe(other));
    }
  }

  // An old function of the same name would make calls ambiguous while both are there.
  void overloads(std::size_t i, const Object& object) {
    const Object* schema = object.parent ? matching_.before(*object.parent) : nullptr;
    if (!schema) return;
    for (const Object* other = matching_.from().find(ir::Space::Function, schema, object.name); other; other = other->nextSameName)
      if (const int drop = fromSlots_[other->serial].drop; drop >= 0)
        add(static_cast<std::size_t>(drop), i, "both would be called " + object.name.str(), true);
  }

  void dropEdges(std::size_t i, const Object& object) {
    if (const Object* whole = object.parent) {
      for (std::size_t remover : removers(*whole)) add(i, remover, ir::describe(object) + " is part of " + ir::describe(*whole));
      const int alter = fromSlots_[whole->serial].alter;
      if (alter >= 0 && object.derivedFrom) add(static_cast<std::size_t>(alter), i, ir::describe(*whole) + " leaves with " + ir::describe(object));
      else if (alter >= 0) add(i, static_cast<std::size_t>(alter), ir::describe(*whole) + " is altered without it", whole->kind != Kind::Column);
    }
    ir::forEachReference(object, [&](const ir::Reference& reference) {
      if (reference.target == &object || isLate(object, reference.field)) return;
      giveUp(i, object, *reference.target, reference.soft);
      const int alter = fromSlots_[reference.target->serial].alter;
      if (alter >= 0)
        add(i, static_cast<std::size_t>(alter), uses(object, *reference.target) + " as it was", reference.soft || reference.target->kind != Kind::Column);
    });
    if (object.kind == Kind::Key) dropAttached(i, object);
    if (object.kind == Kind::Key || object.kind == Kind::Index) outOfTheWay(i, object);
    if (const auto* foreign = object.get<ir::ForeignKey>(); foreign && foreign->table) {
      forUniques(*foreign, [&](const Object& unique) { giveUp(i, object, unique, false); });
      givePartitionsUp(i, object, *foreign->table);
    }
    for (const ir::Name& role : rolesOf(object))
      if (const auto gone = goneRoles_.find(role); gone != goneRoles_.end()) add(i, gone->second, ir::describe(object) + " names the role");
  }

  // A partition's own key whose index is attached to one of its table goes with that one, or with the partition, never alone.
  void dropAttached(std::size_t i, const Object& key) {
    const Object* whole = attachedTo(key);
    if (!whole) return;
    if (fates_.isDoomed(*key.parent)) return giveUp(i, key, *whole, false);
    for (const std::size_t remover : removers(*whole)) add(remover, i, ir::describe(*whole) + " requires " + ir::describe(key));
  }

  // A new index of the table would take an old one of the partition in.
  void outOfTheWay(std::size_t i, const Object& carrier) {
    const Object* table = carrier.parent->get<ir::Table>() ? matching_.after(*carrier.parent) : nullptr;
    if (!table || !table->as<ir::Table>().partition() || !ir::indexOf(carrier)) return;
    for (const Object* whole : table->as<ir::Table>().parents.front()->children)
      if (const int create = toSlots_[whole->serial].create; create >= 0 && (whole->kind == Kind::Key || whole->kind == Kind::Index))
        add(i, static_cast<std::size_t>(create), ir::describe(*whole) + " does without " + ir::describe(carrier), true);
  }

  // A foreign key on a partitioned table has a copy on each of its partitions, which none of them can be dropped with.
  void givePartitionsUp(std::size_t i, const Object& foreign, const Object& table) {
    for (const Object* part : partitionsOf(table, matching_.from(), fromPartitions_)) {
      giveUp(i, foreign, *part, false);
      givePartitionsUp(i, foreign, *part);
    }
  }

  void giveUp(std::size_t i, const Object& user, const Object& target, bool soft) {
    for (std::size_t remover : removers(target)) add(i, remover, uses(user, target), soft);
  }

  void alterEdges(std::size_t i, const Operation& op) {
    const bool late = op.before == op.after;
    if (late)
      for (std::size_t maker : makers(*op.after)) add(maker, i, ir::describe(*op.after) + " is there");
    ir::forEachReference(*op.after, [&](const ir::Reference& reference) {
      if (reference.target == op.after) return;
      // "owned by" and the like say what they touch; other fields that stay need nothing.
      need(i, *op.after, *reference.target, reference.soft);
    });
    if (late) return linkEdges(i, *op.after);
    const Slots& slots = toSlots_[op.after->serial];
    if (slots.rename >= 0) add(static_cast<std::size_t>(slots.rename), i, "renamed first");
    ir::forEachReference(*op.before, [&](const ir::Reference& reference) {
      // PostgreSQL drops an index that is a table's replica identity, or what it is clustered on; the field is set again afterwards.
      if (reference.target->kind == Kind::Index && isLate(*op.before, reference.field)) return;
      if (reference.target != op.before) giveUp(i, *op.before, *reference.target, reference.soft);
    });
    if (op.after->parent && op.after->kind != Kind::DefaultPrivilege) {
      const Slots& whole = toSlots_[op.after->parent->serial];
      if (whole.rename >= 0) add(static_cast<std::size_t>(whole.rename), i, ir::describe(*op.after->parent) + " has its name by then");
      if (whole.alter >= 0 && op.after->kind == Kind::Default) add(static_cast<std::size_t>(whole.alter), i, ir::describe(*op.after->parent) + " has its type by then");
    }
    if (op.after->kind == Kind::Table) attachEdges(i, op);
    if (op.after->kind == Kind::NotNull) notNullEdges(i, *op.before, *op.after, false);
    if (op.after->kind == Kind::Column) {
      const Object* before = ir::notNullOf(*op.before);
      const Object* after = ir::notNullOf(*op.after);
      if (!before != !after) ownNotNull(i, before, after);
    }
    roleEdges(i, *op.after);
  }

  // A table's own NOT NULL is there before its parents' joins it, and goes after theirs has left it.
  void ownNotNull(std::size_t i, const Object* before, const Object* after) {
    forNotNullsAbove(after ? *after : *before, [&](const Object& above) {
      for (const Object* altered : {&above, above.derivedFrom}) {
        const int alter = (after ? toSlots_ : fromSlots_)[altered->serial].alter;
        if (alter < 0) continue;
        const auto parents = static_cast<std::size_t>(alter);
        if (after) add(i, parents, ir::describe(*after) + " is its table's own", true);
        else add(parents, i, ir::describe(*before) + " is inherited until then", true);
      }
    });
  }

  // One that parents have as well can be neither renamed nor, when they give it up, kept as it is.
  void notNullEdges(std::size_t i, const Object& before, const Object& after, bool renames) {
    const bool joins = after.as<ir::NotNull>().inherited > 0;
    const std::string reason = joins || !renames ? "it is still its table's own" : ir::describe(before) + " is inherited until then";
    const auto order = [&](int parents) {
      if (parents < 0) return;
      if (joins || !renames) add(i, static_cast<std::size_t>(parents), reason, true);
      else add(static_cast<std::size_t>(parents), i, reason, true);
    };
    if (!renames)
      for (const Object* key : ir::childrenOf(*before.parent, Kind::Key))
        if (const int drop = fromSlots_[key->serial].drop; drop >= 0) add(static_cast<std::size_t>(drop), i, "a primary key holds it", true);
    forNotNullsAbove(joins ? after : before, [&](const Object& above) {
      for (const Object* altered : {&above, above.derivedFrom}) order((joins ? toSlots_ : fromSlots_)[altered->serial].alter);
    });
  }

  // OWNED BY wants one owner for the sequence and its table. A linked sequence goes with its table, and cannot go alone.
  void linkEdges(std::size_t i, const Object& object) {
    const auto* sequence = object.get<ir::Sequence>();
    if (!sequence || !sequence->ownedBy) return;
    const auto ownerOperation = [&](const Object& of) {
      for (std::size_t at = 0; at < operations_.size(); ++at) {
        const Object* owner = operations_[at].after;
        if (owner && owner->kind == Kind::Owner && owner->parent == &of && !operations_[at].implied) return static_cast<int>(at);
      }
      return -1;
    };
    const int own = ownerOperation(object), tables = ownerOperation(*sequence->ownedBy->parent);
    if (own >= 0) add(static_cast<std::size_t>(own), i, ir::describe(object) + " has its owner by then");
    if (tables < 0) return;
    if (own >= 0) add(static_cast<std::size_t>(tables), i, "its table has its owner by then");
    else add(i, static_cast<std::size_t>(tables), ir::describe(object) + " goes to the new owner with its table");
  }

  // A table is attached when its columns are as the parent's; it is detached before they change, here or there.
  void attachEdges(std::size_t i, const Operation& op) {
    const auto& before = op.before->as<ir::Table>();
    const auto& after = op.after->as<ir::Table>();
    const bool parents = std::any_of(op.changes.begin(), op.changes.end(), [](const auto& c) { return c.field == "parents"; });
    if (!parents) return;
    const bool attaches = after.parents.size() >= before.parents.size() && !after.parents.empty();
    columnsFirst(i, attaches ? *op.after : *op.before, attaches);
    for (const ir::Ref& parent : attaches ? after.parents : before.parents) {
      if (!parent) continue;
      columnsFirst(i, *parent, attaches);
      if (!attaches) leavesFirst(i, *parent);
      // A new column of the old parent must not come down to a table that leaves it.
      const Object* kept = attaches ? nullptr : matching_.after(*parent);
      if (!kept) continue;
      for (const Object* child : kept->children)
        if (const int create = child->kind == Kind::Column ? toSlots_[child->serial].create : -1; create >= 0)
          add(i, static_cast<std::size_t>(create), "the table leaves before " + ir::describe(*child) + " comes", true);
    }
  }

  // The indexes of the old parent would take what is attached to them along.
  void leavesFirst(std::size_t i, const Object& parent) {
    for (const Object* child : parent.children)
      if (const int drop = fromSlots_[child->serial].drop; drop >= 0 && (child->kind == Kind::Index || child->kind == Kind::Key))
        add(i, static_cast<std::size_t>(drop), "the table leaves before " + ir::describe(*child) + " goes", true);
  }

  void columnsFirst(std::size_t i, const Object& table, bool attaches) {
    for (const Object* child : table.children) {
      if (child->kind != Kind::Column && child->kind != Kind::Check && child->kind != Kind::NotNull) continue;
      const Slots& slots = (attaches ? toSlots_ : fromSlots_)[child->serial];
      // What is inherited cannot be renamed alone, nor with that of a child under another name.
      const int at = child->kind == Kind::NotNull ? slots.rename : slots.alter >= 0 ? slots.alter : attaches ? slots.create : slots.drop;
      if (at < 0) continue;
      if (attaches) add(static_cast<std::size_t>(at), i, "it is attached with its columns as they should be", true);
      else add(i, static_cast<std::size_t>(at), "it is detached before its columns change", true);
    }
  }

  void renameEdges(std::size_t i, const Operation& op) {
    if (op.after->kind == Kind::NotNull) notNullEdges(i, *op.before, *op.after, true);
    freeName(i, *op.after, op.after->name, ir::spaceOf(op.after->kind));
    if (op.after->kind == Kind::Key || op.after->kind == Kind::Exclusion)
      if (const Object* schema = ir::namespaceOf(*op.after)) freeNameIn(i, schema, op.after->name, ir::Space::Relation);
    if (op.after->parent)
      if (const int rename = toSlots_[op.after->parent->serial].rename; rename >= 0) add(static_cast<std::size_t>(rename), i, "its whole is renamed first");
  }

  void factEdges(std::size_t i) {
    const Operation& op = operations_[i];
    const Object& fact = op.after ? *op.after : *op.before;
    const Object* whole = fact.parent;
    if (!op.after && whole) whole = matching_.after(*whole);
    if (whole) partOf(i, fact, *whole);
    for (const ir::Name& role : rolesOf(fact))
      if (const auto made = roles_.find(role); made != roles_.end()) add(made->second, i, ir::describe(fact) + " names the role");
    if (!op.before) return;
    for (const ir::Name& role : rolesOf(*op.before))
      if (const auto gone = goneRoles_.find(role); gone != goneRoles_.end()) add(i, gone->second, ir::describe(fact) + " names the role");
  }

  static std::vector<ir::Name> rolesOf(const Object& object) {
    switch (object.kind) {
      case Kind::Grant: case Kind::UserMapping: return {object.name};
      case Kind::Owner: return {object.as<ir::Owner>().role};
      case Kind::Policy: return object.as<ir::Policy>().roles;
      case Kind::DefaultPrivilege: return {object.as<ir::DefaultPrivilege>().role, object.as<ir::DefaultPrivilege>().grantee};
      case Kind::Role: return object.as<ir::Role>().memberOf;
      default: return {};
    }
  }
  void roleEdges(std::size_t i, const Object& object) {
    for (const ir::Name& role : rolesOf(object))
      if (const auto made = roles_.find(role); made != roles_.end()) add(made->second, i, ir::describe(object) + " names the role");
  }

  const std::vector<Operation>& operations_;
  const Matching& matching_;
  const Fates& fates_;
  const PartitionIndexes& copies_;
  std::vector<Slots> fromSlots_, toSlots_;
  std::vector<ir::Edge> edges_;
  struct Pair {
    std::size_t first, second;
    bool soft;
    auto operator<=>(const Pair&) const = default;
  };
  Partitions fromPartitions_, toPartitions_;
  std::set<Pair> seen_;  // of the operation at hand
  std::map<ir::Name, std::size_t> roles_, goneRoles_;
};

}  // namespace

std::vector<ir::Edge> findEdges(const std::vector<Operation>& operations, const Matching& matching, const Fates& fates,
                                const PartitionIndexes& copies) {
  return Finder(operations, matching, fates, copies).run();
}

}  // namespace schemac::compiler
