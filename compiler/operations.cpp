#include "compiler/operations.h"

#include <algorithm>

#include "compiler/edges.h"
#include "compiler/partition_indexes.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;

namespace {

// CREATE TABLE makes one key of two over the same columns (transformIndexConstraints): all but the first are added afterwards.
bool mergesWithAnother(const Object& key) {
  const auto& data = key.as<ir::Key>();
  for (const Object* other : key.parent->children) {
    if (other == &key || other->kind != Kind::Key || other->dropped) continue;
    const auto& first = other->as<ir::Key>();
    if (first.columns == data.columns && (first.primary || (!data.primary && other->serial < key.serial))) return true;
  }
  return false;
}

class Builder {
 public:
  Builder(Comparison& comparison, const Fates& fates, const Options& options)
      : comparison_(comparison), matching_(comparison.matching), fates_(fates), options_(options),
        copies_(partitionIndexes(comparison.matching, fates)) {}

  Operations run() {
    drops();
    creates();
    alters();
    facts();
    for (const Operation& operation : out_.list) out_.part.push_back(partOf(operation));
    out_.edges = findEdges(out_.list, matching_, fates_, copies_);
    return std::move(out_);
  }

 private:
  std::size_t add(Operation operation) {
    out_.list.push_back(std::move(operation));
    return out_.list.size() - 1;
  }

  static bool isFact(Kind kind) { return kind == Kind::Owner || kind == Kind::Grant; }

  std::string because(const Object* before) const {
    const auto found = before ? fates_.because.find(before) : fates_.because.end();
    return found == fates_.because.end() ? std::string() : found->second;
  }

  void drops() {
    dropOf_.assign(matching_.from().objects().size(), -1);
    std::unordered_set<const Object*> left;
    for (const ir::Change& change : comparison_.changes)
      if (change.before && !change.after) left.insert(change.before);
    for (const Object& object : matching_.from().objects()) {
      if (!fates_.doomed[object.serial] || (object.derivedFrom && !left.contains(&object)) || isFact(object.kind)) continue;
      // A comment goes with what it is on; a comment of its own (set to null) is a change.
      const bool said = object.kind == Kind::Comment || object.kind == Kind::SecurityLabel;
      if (said && fates_.isDoomed(*object.parent)) continue;
      const Object* after = matching_.after(object);
      if (said && after) continue;
      dropOf_[object.serial] = static_cast<int>(add({Verb::Drop, &object, nullptr, {}, false, after != nullptr, because(&object), {}}));
    }
  }

  void creates() {
    createOf_.assign(matching_.to().objects().size(), -1);
    for (const Object& object : matching_.to().objects()) {
      const bool made = object.derivedFrom ? copies_.makes(object) : fates_.isBorn(object);
      if (!made || isFact(object.kind)) continue;
      const Object* before = matching_.before(object);
      createOf_[object.serial] = static_cast<int>(add({Verb::Create, nullptr, &object, {}, false, before != nullptr, because(before), {}}));
      if (copies_.byHand.contains(&object)) out_.list.back().changes.push_back({"partition of", {ir::Answer::Different, {}}});
    }
    for (const Object* carrier : copies_.before)
      if (const int create = createOf_[carrier->parent->serial]; create >= 0 && !isThereFirst(*carrier)) out_.list[static_cast<std::size_t>(create)].attachedLater = true;
    for (const Object& object : matching_.to().objects()) {
      if (createOf_[object.serial] < 0) continue;
      std::vector<ir::FieldChange> late;
      if (out_.list[static_cast<std::size_t>(createOf_[object.serial])].attachedLater)
        add({Verb::Alter, &object, &object, {{"partition bound", {ir::Answer::Different, {}}}}, false, false, {}, {}});
      if (const auto* sequence = object.get<ir::Sequence>(); sequence && sequence->ownedBy) late.push_back({"owned by", {ir::Answer::Different, {}}});
      if (const auto* table = object.get<ir::Table>()) {
        if (table->replicaIdentityIndex) late.push_back({"replica identity", {ir::Answer::Different, {}}});
        if (table->clusterIndex) late.push_back({"cluster index", {ir::Answer::Different, {}}});
      }
      if (const auto* view = object.get<ir::MaterializedView>(); view && view->clusterIndex)
        late.push_back({"cluster index", {ir::Answer::Different, {}}});
      // A column's definition has no NOT VALID.
      const Object* constraint = object.kind == Kind::Column ? ir::notNullOf(object) : nullptr;
      if (constraint && !constraint->as<ir::NotNull>().validated)
        add({Verb::Alter, constraint, constraint, {{"validated", {ir::Answer::Different, {}}}}, false, false, {}, {}});
      if (!late.empty()) add({Verb::Alter, &object, &object, std::move(late), false, false, {}, {}});
    }
  }

  // A key of the partition's own stands in its CREATE TABLE where the index of its table can wait for it.
  bool isThereFirst(const Object& carrier) const {
    return !carrier.derivedFrom && createOf_[carrierOf(*attachedTo(carrier)).serial] >= 0;
  }

  void alters() {
    std::vector<std::pair<const Object*, std::string_view>> again = fates_.again;
    for (const ir::Change* change : fates_.alters) {
      std::vector<ir::FieldChange> fields;
      bool renamed = false;
      for (const ir::FieldChange& field : change->fields)
        if (field.field == "name") renamed = true;
        else if (field.field != "partition of" || !isTakenIn(*change->after)) fields.push_back(field);
      if (renamed) add({Verb::Rename, change->before, change->after, {}, false, false, {}, {}});
      for (auto& [object, field] : again) {
        if (object != change->before) continue;
        if (std::none_of(fields.begin(), fields.end(), [&](const auto& f) { return f.field == field; })) fields.push_back({field, {ir::Answer::Different, {}}});
        object = nullptr;
      }
      if (!fields.empty()) add({Verb::Alter, change->before, change->after, std::move(fields), false, false, {}, {}});
    }
    for (const auto& [object, field] : again)
      if (object && !fates_.isDoomed(*object))
        add({Verb::Alter, object, matching_.after(*object), {{field, {ir::Answer::Different, {}}}}, false, false, "its index is made anew", {}});
    validations();
  }

  // PostgreSQL attaches it to the new index of its table that it finds it for.
  bool isTakenIn(const Object& index) const {
    const ir::Ref whole = index.as<ir::Index>().partitionOf;
    return whole && whole->as<ir::Index>().valid && !isThere(matching_, fates_, carrierOf(*whole));
  }

  // A new check that is not valid comes down to the children as it is; of one that came later it may be valid.
  void validations() {
    for (const Object& object : matching_.to().objects()) {
      const auto* check = object.dropped ? nullptr : object.get<ir::Check>();
      if (!check || !check->validated || !object.derivedFrom || object.derivedFrom->kind != Kind::Check || object.derivedFrom->as<ir::Check>().validated) continue;
      if (!isThere(matching_, fates_, *object.derivedFrom)) add({Verb::Alter, &object, &object, {{"validated", {ir::Answer::Different, {}}}}, false, false, {}, {}});
    }
  }

  void addGrant(const PrivilegeChange& change, std::string why) {
    add({Verb::Alter, change.before, change.after, {}, false, false, std::move(why), change.grant});
  }

  // Owners and grants: of surviving objects as compared; of what is made anew all there were.
  void facts() {
    for (const ir::Change& change : comparison_.changes) {
      if (!change.before && !change.after) continue;
      const Object& end = eitherEnd(change);
      if (end.kind != Kind::Owner || (change.after && fates_.isBorn(*change.after->parent))) continue;
      add({change.before ? Verb::Alter : Verb::Create, change.before, change.after, change.fields, false, false, {}, {}});
    }
    for (const PrivilegeChange& change : comparison_.privileges) {
      const Object& whole = change.after ? *change.after->parent : *change.before->parent;
      const bool remade = change.after ? matching_.before(whole) && fates_.isBorn(whole) : fates_.isDoomed(whole);
      if (!remade) addGrant(change, {});
    }
    const std::vector<const Object*> defaults = defaultPrivilegesOf(matching_.from(), options_.role);
    for (const Object& object : matching_.to().objects()) {
      if (!fates_.born[object.serial] || object.origin != ir::Origin::User) continue;
      const Object* before = matching_.before(object);
      if (hasOwnOwner(object)) ownerOfNew(before, object);
      if (!before || !hasPrivileges(object.kind)) continue;
      bool onPlatform = false;
      for (const PrivilegeChange& change :
           privilegesOfNew(before, object, matching_.from(), options_.role, defaults, comparison_.made, onPlatform))
        addGrant(change, because(before).empty() ? std::string() : ir::describe(object) + " is made anew");
    }
  }

  void ownerOfNew(const Object* before, const Object& object) {
    const Object* owner = factOf(object, Kind::Owner);
    // The desired side says nothing: what is made anew keeps the owner it had.
    if (!owner && before) {
      const Object* old = factOf(*before, Kind::Owner);
      if (!old || old->as<ir::Owner>().role == options_.role) return;
      auto kept = std::make_shared<Object>();
      kept->kind = Kind::Owner;
      kept->parent = &object;
      kept->data = old->data;
      owner = comparison_.made.emplace_back(std::move(kept)).get();
    }
    if (owner && owner->as<ir::Owner>().role != options_.role) add({Verb::Create, nullptr, owner, {}, false, before != nullptr, {}, {}});
  }

  int partOf(const Operation& operation) const {
    if (operation.verb == Verb::Create) return wholeOfCreate(*operation.after);
    if (operation.verb == Verb::Drop) return wholeOfDrop(*operation.before);
    return -1;
  }

  int wholeOfCreate(const Object& object) const {
    if (!object.parent) return -1;
    const int whole = createOf_[object.parent->serial];
    switch (object.kind) {
      case Kind::Column: case Kind::Exclusion: return whole;
      // NOT VALID has no meaning in CREATE TABLE: there it is taken for valid.
      case Kind::ForeignKey: return object.as<ir::ForeignKey>().validated || !object.as<ir::ForeignKey>().enforced ? whole : -1;
      // What is the partition's alone must not be there for its table's keys to find.
      case Kind::Key: {
        const bool later = whole >= 0 && out_.list[static_cast<std::size_t>(whole)].attachedLater && !copies_.before.contains(&object);
        // ALTER TABLE ONLY … ADD: not all partitions have it.
        const Object* index = ir::indexOf(object);
        const bool only = index && !index->as<ir::Index>().valid;
        return later || only || copies_.byHand.contains(&object) || mergesWithAnother(object) ? -1 : whole;
      }
      case Kind::Check: {
        // NOT VALID cannot stand in CREATE TABLE (there it is taken for valid), nor in CREATE DOMAIN.
        return object.as<ir::Check>().validated ? whole : -1;
      }
      case Kind::Default: return object.parent->parent->kind == Kind::Table ? whole : -1;
      default: return -1;
    }
  }

  int wholeOfDrop(const Object& object) const {
    if (const auto* sequence = object.get<ir::Sequence>(); sequence && sequence->ownedBy) {
      const int column = dropOf_[sequence->ownedBy->serial];
      if (column >= 0) return column;
      if (fates_.isDoomed(*sequence->ownedBy.object) && sequence->ownedBy->parent) return dropOf_[sequence->ownedBy->parent->serial];
    }
    if (!object.parent || !fates_.isDoomed(*object.parent)) return -1;
    if (object.kind == Kind::UserMapping) return -1;  // DROP SERVER does not take it along
    if (object.parent->kind == Kind::Schema && object.kind != Kind::DefaultPrivilege) return -1;
    for (const Object* at = object.parent; at; at = at->derivedFrom ? at->derivedFrom : nullptr)
      if (dropOf_[at->serial] >= 0) return dropOf_[at->serial];
    // A part of a derived column: it goes with the table.
    return object.parent->parent ? dropOf_[object.parent->parent->serial] : -1;
  }

  Comparison& comparison_;
  const Matching& matching_;
  const Fates& fates_;
  const Options& options_;
  const PartitionIndexes copies_;
  Operations out_;
  std::vector<int> dropOf_, createOf_;
};

}  // namespace

Operations buildOperations(Comparison& comparison, const Fates& fates, const Options& options) {
  return Builder(comparison, fates, options).run();
}

}  // namespace schemac::compiler
