#include "compiler/rebuild.h"

#include <algorithm>

#include "compiler/partition_indexes.h"
#include "ir/identity.h"
#include "ir/references.h"

namespace schemac::compiler {

using ir::Change;
using ir::Kind;
using ir::Object;

Dependents::Dependents(const ir::Schema& schema) {
  for (const Object& object : schema.objects()) {
    if (object.dropped) continue;
    if (object.derivedFrom) derived_[object.derivedFrom].push_back(&object);
    ir::forEachReference(object, [&](const ir::Reference& reference) {
      if (reference.soft) return;
      if (reference.field == "owned by" && !object.derivedFrom) derived_[reference.target].push_back(&object);
      auto& uses = uses_[reference.target];
      if (uses.empty() || uses.back().user != &object || uses.back().field != reference.field) uses.push_back({&object, reference.field});
    });
  }
}

const std::vector<Dependents::Use>& Dependents::of(const Object& object) const {
  static const std::vector<Use> none;
  const auto found = uses_.find(&object);
  return found == uses_.end() ? none : found->second;
}

const std::vector<const Object*>& Dependents::derivedFrom(const Object& object) const {
  static const std::vector<const Object*> none;
  const auto found = derived_.find(&object);
  return found == derived_.end() ? none : found->second;
}

bool swapsLabels(const ir::Enum& before, const ir::Enum& after) {
  auto at = after.labels.begin();
  for (const ir::Text& label : before.labels) {
    at = std::find(at, after.labels.end(), label);
    if (at == after.labels.end()) return true;
    ++at;
  }
  return false;
}

bool swapsType(const Object& before, const Object& after, const std::vector<ir::FieldChange>& fields) {
  const auto changes = [&](std::string_view name) {
    return std::any_of(fields.begin(), fields.end(), [&](const ir::FieldChange& f) { return f.field == name; });
  };
  switch (before.kind) {
    case Kind::Enum: return changes("labels") && swapsLabels(before.as<ir::Enum>(), after.as<ir::Enum>());
    case Kind::Domain: return changes("base type") || changes("collation");
    default: return false;
  }
}

namespace {

bool changesField(const std::vector<ir::FieldChange>& fields, std::string_view name) {
  return std::any_of(fields.begin(), fields.end(), [&](const ir::FieldChange& f) { return f.field == name; });
}

// An expression of the object names it (not merely its type or its list of columns).
bool inExpression(const Object& user, std::string_view field) {
  switch (user.kind) {
    case Kind::Check: return true;
    case Kind::Index: return field == "predicate" || (field == "elements" && [&] {
      const auto& elements = user.as<ir::Index>().elements;
      return std::any_of(elements.begin(), elements.end(), [](const auto& e) { return e.expression.has_value(); });
    }());
    case Kind::Exclusion: return field == "predicate" || field == "elements";
    default: return false;
  }
}

}  // namespace

Blocked blocks(const Object& changed, const std::vector<ir::FieldChange>& fields, const Object& user, std::string_view field) {
  const bool swap = (changed.kind == Kind::Enum && changesField(fields, "labels")) || changed.kind == Kind::Domain || changed.kind == Kind::Composite;
  const bool type = changed.kind == Kind::Column && (changesField(fields, "type") || changesField(fields, "collation"));
  if (!swap && !type) return Blocked::No;
  switch (user.kind) {
    // ALTER COLUMN TYPE: "cannot alter type of a column used by a view or rule", "… in a policy definition", "… in a trigger definition",
    // "… by a generated column", "… by a publication WHERE clause", "… by a function or procedure" (tablecmds.c).
    case Kind::View: case Kind::MaterializedView: case Kind::Rule: case Kind::Policy: case Kind::Trigger: case Kind::Function: return Blocked::Drop;
    case Kind::Column: return field == "generation expression" ? Blocked::Drop : Blocked::No;
    case Kind::PublicationMember: return field == "where" ? Blocked::Drop : Blocked::No;
    // The statement that changes the type takes the column's default away and sets it again.
    // PostgreSQL makes these again by itself, but with the old type's operators and constants where it swaps one type for another.
    case Kind::Check: case Kind::Index: case Kind::Exclusion: return swap && inExpression(user, field) ? Blocked::Drop : Blocked::No;
    default: return Blocked::No;
  }
}

namespace {

class Decider {
 public:
  Decider(Comparison& comparison, int serverVersion, ir::Diagnostics& diagnostics)
      : comparison_(comparison), matching_(comparison.matching), serverVersion_(serverVersion), diagnostics_(diagnostics) {
    fates_.doomed.resize(matching_.from().objects().size());
    fates_.born.resize(matching_.to().objects().size());
  }

  Fates run() {
    std::vector<const Change*> inPlace;
    std::vector<bool> left(comparison_.changes.size());
    for (std::size_t i = 0; i != comparison_.changes.size(); ++i) left[i] = !rule(comparison_.changes[i], inPlace);
    for (const Change* change : inPlace) block(*change);
    leftIndexes();
    follow();
    while (standInWay()) follow();
    // Pointers into comparison_.changes stay good: what is left alone is emptied, not erased, and erased by the caller at the end.
    for (const Change* change : inPlace)
      if (!fates_.isDoomed(*change->before)) fates_.alters.push_back(change);
    for (std::size_t i = 0; i != left.size(); ++i)
      if (left[i]) comparison_.changes[i] = {};
    return std::move(fates_);
  }

 private:
  void follow() {
    while (!work_.empty()) {
      const Object* object = work_.back();
      work_.pop_back();
      spread(*object);
    }
  }

  // False: the difference stays.
  bool rule(const Change& change, std::vector<const Change*>& inPlace) {
    const Object& object = eitherEnd(change);
    if (object.kind == Kind::Grant || object.kind == Kind::Owner) return true;
    if (!change.after) return doom(*change.before, {}), true;
    if (!change.before) return fates_.born[change.after->serial] = true, true;
    std::vector<ir::FieldChange> fields = change.fields;
    std::erase_if(fields, [](const ir::FieldChange& field) { return field.field == "name"; });
    Ruling ruling{Decision::InPlace, {}};
    if (!fields.empty()) ruling = ruleOf({*change.before, *change.after, fields, serverVersion_});
    if (ruling.decision == Decision::InPlace && inPartitionKey(change)) ruling = {Decision::Impossible, "it is part of the partition key"};
    switch (ruling.decision) {
      case Decision::InPlace: inPlace.push_back(&change); return true;
      case Decision::Recreate: doom(*change.before, {}); return true;
      case Decision::Leave:
        diagnostics_.add(ir::Code::NotComparable, object.location, ir::describe(object) + " is left as it is: " + ruling.reason);
        return false;
      case Decision::Impossible:
        diagnostics_.add(ir::Code::CannotAlter, object.location, "cannot alter " + ir::describe(object) + ": " + ruling.reason,
                         "Make a new table and move the rows yourself.");
        return false;
    }
    return true;
  }

  // PostgreSQL refuses a new type for a column that rows are distributed by.
  static bool inPartitionKey(const Change& change) {
    if (change.before->kind != Kind::Column || !change.before->parent || change.before->parent->kind != Kind::Table) return false;
    if (!changesField(change.fields, "type") && !changesField(change.fields, "collation")) return false;
    const auto& key = change.before->parent->as<ir::Table>().partitionKey;
    return std::any_of(key.begin(), key.end(), [&](const ir::PartitionElement& e) { return e.column.object == change.before; });
  }

  const Dependents& dependents() {
    if (!dependents_) dependents_ = std::make_unique<Dependents>(matching_.from());
    return *dependents_;
  }

  void doom(const Object& object, std::string because) {
    if (fates_.doomed[object.serial]) return;
    fates_.doomed[object.serial] = true;
    if (!because.empty()) fates_.because.emplace(&object, std::move(because));
    if (const Object* after = matching_.after(object)) fates_.born[after->serial] = true;
    work_.push_back(&object);
  }

  // A derived object has no drop of its own: what it comes from goes.
  void doomUser(const Object& user, const std::string& because) {
    if (user.origin != ir::Origin::User) return;
    if (user.derivedFrom && user.kind == Kind::Column && user.parent->kind != Kind::Table) return doomUser(*user.parent, because);
    if (user.derivedFrom) return doomUser(*user.derivedFrom, because);
    if (!matching_.after(user)) return;  // goes anyway, or is left out of the comparison
    doom(user, because);
  }

  void block(const Change& change) {
    const Object& object = *change.before;
    if (swapsType(object, *change.after, change.fields))
      return blockUsers(object, change.fields, ir::describe(object) + (object.kind == Kind::Enum ? " loses or moves a label" : " is swapped for another"), true);
    // An attribute's type changes in place only where no table has a column of the composite type.
    if (object.kind == Kind::Column && object.parent->kind == Kind::Composite && changesField(change.fields, "type") && isColumnType(*object.parent))
      return blockUsers(*object.parent, change.fields, ir::describe(object) + " changes its type", true);
    if (object.kind != Kind::Column || (!changesField(change.fields, "type") && !changesField(change.fields, "collation"))) return;
    blockColumn(object, change.fields, ir::describe(object) + (changesField(change.fields, "type") ? " changes its type" : " changes its collation"));
  }

  bool isColumnType(const Object& type) {
    const auto& uses = dependents().of(type);
    return std::any_of(uses.begin(), uses.end(), [](const auto& use) { return use.user->kind == Kind::Column && use.user->parent->kind == Kind::Table; });
  }

  void blockColumn(const Object& column, const std::vector<ir::FieldChange>& fields, const std::string& because) {
    blockUsers(column, fields, because, false);
    for (const Object* copy : dependents().derivedFrom(column))
      if (copy->kind == Kind::Column) blockColumn(*copy, fields, because);
  }

  void blockUsers(const Object& changed, const std::vector<ir::FieldChange>& fields, const std::string& because, bool throughColumns) {
    for (const auto& [user, field] : dependents().of(changed)) {
      if (blocks(changed, fields, *user, field) == Blocked::Drop) doomUser(*user, because);
      // A domain over it is swapped along.
      if (throughColumns && user->kind == Kind::Domain && field == "base type") blockUsers(*user, fields, because, true);
      if (!throughColumns || user->kind != Kind::Column || field != "type") continue;
      if (user->parent->kind == Kind::Table) {
        const auto& key = user->parent->as<ir::Table>().partitionKey;
        if (std::any_of(key.begin(), key.end(), [&](const ir::PartitionElement& e) { return e.column.object == user; }))
          diagnostics_.add(ir::Code::CannotAlter, changed.location, "cannot swap " + ir::describe(changed) + ": " + ir::describe(*user) + " is part of a partition key",
                           "Make a new table and move the rows yourself.");
      }
      // The columns of a swapped type change their type; a foreign key cannot compare the old with the new one meanwhile.
      const std::vector<ir::FieldChange> asType{{"type", {}}};
      for (const auto& [inner, innerField] : dependents().of(*user))
        if (blocks(*user, asType, *inner, innerField) == Blocked::Drop || inExpression(*inner, innerField) || inner->kind == Kind::ForeignKey)
          doomUser(*inner, because);
      if (user->derivedFrom && user->parent->kind != Kind::Table) doomUser(*user, because);
    }
  }

  // Does a partition of `from` stay one of the same table?
  bool stays(const Object& table) const {
    const Object* after = matching_.after(table);
    return after && !fates_.isDoomed(table) && table.as<ir::Table>().parents == after->as<ir::Table>().parents;
  }

  // Nothing detaches an index but its table's leaving: the whole goes where one of its parts does.
  void leftIndexes() {
    for (const Object& object : matching_.from().objects()) {
      const auto* index = object.dropped ? nullptr : object.get<ir::Index>();
      if (!index || !index->partitionOf || !stays(*object.parent)) continue;
      const Object& whole = *index->partitionOf;
      const Object *after = matching_.after(object), *wholeAfter = matching_.after(whole);
      if (wholeAfter && !(after && after->as<ir::Index>().partitionOf.object == wholeAfter)) doomUser(whole, ir::describe(object) + " leaves it");
    }
  }

  // A partition's key whose index is attached goes with the index of its table, and takes it along.
  void attachedKeys(const Object& object) {
    if (object.kind == Kind::Index)
      for (const auto& [user, field] : dependents().of(object))
        if (const auto* index = field == "partition of" ? user->get<ir::Index>() : nullptr; index && index->constraint && stays(*user->parent))
          doom(*index->constraint, ir::describe(object) + " goes");
    if (const Object* whole = object.kind == Kind::Key ? attachedTo(object) : nullptr; whole && stays(*object.parent))
      doomUser(*whole, ir::describe(object) + " goes");
  }

  // Old indexes of partitions that PostgreSQL would attach in place of those that are to be: they are made anew, afterwards.
  bool standInWay() {
    for (const Object& object : matching_.to().objects()) {
      const auto* index = object.dropped ? nullptr : object.get<ir::Index>();
      if (!index || !index->partitionOf || !isThere(matching_, fates_, *object.parent)) continue;
      const Object& whole = *index->partitionOf;
      if (isThere(matching_, fates_, carrierOf(whole)) ? !joins(matching_, fates_, *object.parent, whole) : !whole.as<ir::Index>().valid) continue;
      const Object* own = isThere(matching_, fates_, object) ? matching_.before(object) : nullptr;
      for (const Object* other : object.parent->children) {
        if (other->kind != Kind::Index || !isThere(matching_, fates_, carrierOf(*other)) || !mayStandIn(*other, whole)) continue;
        const Object& before = *matching_.before(*other);
        if (!own || before.serial < own->serial) doom(carrierOf(before), ir::describe(whole) + " would take it in");
      }
    }
    return !work_.empty();
  }

  // What goes with a doomed object, and what cannot stay while it is made anew.
  void spread(const Object& object) {
    for (const Object* child : object.children) {
      if (object.kind == Kind::Schema) break;
      doom(*child, {});
    }
    for (const Object* part : dependents().derivedFrom(object))
      if (!keeps(*part, object)) doom(*part, {});
    const Object* after = matching_.after(object);
    if (after && !object.derivedFrom) {
      const std::string because = ir::describe(object) + " is made anew";
      for (const auto& [user, field] : dependents().of(object)) follow(*user, field, *after, because);
    } else if (after) {
      const std::string because = ir::describe(object) + " is made anew";
      for (const auto& [user, field] : dependents().of(object))
        if (field != "constraint" && field != "partition of") follow(*user, field, *after, because);
    }
    attachedKeys(object);
    foreignKeysOn(object);
    if (object.kind == Kind::Function && !after) ambiguousCalls(object);
  }

  // While an old function and a new one are both there, a call that fits both is refused ("is not unique"): its caller goes with
  // the old one and comes with the new one.
  void ambiguousCalls(const Object& gone) {
    for (const auto& [user, field] : dependents().of(gone)) {
      const Object* userAfter = matching_.after(*user);
      if (!userAfter || user->kind == Kind::Function) continue;
      bool ambiguous = false;
      ir::forEachReference(*userAfter, [&](const ir::Reference& reference) {
        const Object& called = *reference.target;
        ambiguous = ambiguous || (called.kind == Kind::Function && fates_.isBorn(called) && called.name == gone.name && fitsBoth(gone, called));
      });
      if (ambiguous) doomUser(*user, ir::describe(gone) + " would be called as well");
    }
  }

  // The inputs of one begin those of the other, whose others have defaults.
  static bool fitsBoth(const Object& a, const Object& b) {
    const auto inputs = [](const Object& object) {
      std::vector<const ir::Argument*> found;
      for (const ir::Argument& argument : object.as<ir::Function>().arguments)
        if (ir::isInput(argument)) found.push_back(&argument);
      return found;
    };
    const auto first = inputs(a), second = inputs(b);
    const auto& longer = first.size() > second.size() ? first : second;
    const std::size_t shared = std::min(first.size(), second.size());
    for (std::size_t i = 0; i < shared; ++i)
      if (ir::formatType(first[i]->type) != ir::formatType(second[i]->type)) return false;
    return std::all_of(longer.begin() + static_cast<std::ptrdiff_t>(shared), longer.end(),
                       [](const ir::Argument* argument) { return argument->defaultValue || argument->mode == ir::ArgumentMode::Variadic; });
  }

  // A part in another table (an inherited column, a partition's index) or an owned sequence that no longer hangs on it in the end.
  bool keeps(const Object& part, const Object& whole) const {
    const Object* after = matching_.after(part);
    if (!after) return false;
    const Object* wholeAfter = matching_.after(whole);
    if (const auto* sequence = part.get<ir::Sequence>(); sequence && !part.derivedFrom) {
      const Object* owner = after->as<ir::Sequence>().ownedBy.object;
      return owner != wholeAfter || !wholeAfter;
    }
    if (!part.parent || part.parent->kind != Kind::Table || part.parent == whole.parent) return false;
    const Object* table = matching_.after(*part.parent);
    return table && !fates_.isDoomed(*part.parent) && (!after->derivedFrom || after->derivedFrom != wholeAfter) && !(part.parent->as<ir::Table>().parents == table->as<ir::Table>().parents);
  }

  void follow(const Object& user, std::string_view field, const Object& after, const std::string& because) {
    if (fates_.isDoomed(user)) return;
    const Object* userAfter = matching_.after(user);
    if (!userAfter) return;
    bool still = false;  // does it use it in the end?
    ir::forEachReference(*userAfter, [&](const ir::Reference& reference) { still = still || reference.target == &after; });
    if (!still) return;
    if (field == "owned by") return;
    if (field == "replica identity index" || field == "cluster index") {
      fates_.again.emplace_back(&user, field == "replica identity index" ? "replica identity" : "cluster index");
      return;
    }
    doomUser(user, because);
  }

  // A foreign key needs the unique index of the columns it references, which it does not name.
  void foreignKeysOn(const Object& object) {
    std::vector<ir::Ref> columns;
    if (const auto* key = object.get<ir::Key>()) columns = key->columns;
    else if (const auto* index = object.get<ir::Index>(); index && index->unique && !index->constraint && !index->predicate)
      for (const auto& element : index->elements) columns.push_back(element.column);
    if (columns.empty() || !columns.front()) return;
    for (const auto& [user, field] : dependents().of(*columns.front())) {
      if (user->kind != Kind::ForeignKey || field != "referenced columns" || user->derivedFrom) continue;
      const auto& references = user->as<ir::ForeignKey>().references;
      if (std::is_permutation(references.begin(), references.end(), columns.begin(), columns.end(),
                              [](const ir::Ref& a, const ir::Ref& b) { return a.object == b.object; }))
        doomUser(*user, ir::describe(object) + (matching_.after(object) ? " is made anew" : " is dropped"));
    }
  }

  Comparison& comparison_;
  const Matching& matching_;
  int serverVersion_;
  ir::Diagnostics& diagnostics_;
  Fates fates_;
  std::vector<const Object*> work_;
  std::unique_ptr<Dependents> dependents_;
};

}  // namespace

Fates decideFates(Comparison& comparison, int serverVersion, ir::Diagnostics& diagnostics) {
  return Decider(comparison, serverVersion, diagnostics).run();
}

}  // namespace schemac::compiler
