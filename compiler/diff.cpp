#include "compiler/diff.h"

#include <algorithm>

#include "compiler/compare.h"
#include "compiler/rules/rules.h"
#include "compiler/scope.h"

namespace schemac::compiler {

using ir::Change;
using ir::FieldChange;
using ir::Kind;
using ir::Object;
using ir::Origin;

const Object& eitherEnd(const Change& change) { return change.after ? *change.after : *change.before; }

const Object* factOf(const Object& object, Kind kind) {
  for (const Object* child : object.children)
    if (child->kind == kind) return child;
  return nullptr;
}

ir::Name ownerOf(const Object& object, ir::Name otherwise) {
  const Object* owner = factOf(object, Kind::Owner);
  return owner ? owner->as<ir::Owner>().role : otherwise;
}

bool hasOwnOwner(const Object& object) {
  if (object.derivedFrom || object.kind == Kind::Index) return false;
  const auto* sequence = object.get<ir::Sequence>();
  return !sequence || !sequence->ownedBy;  // an owned one follows its table
}

namespace {

bool isFact(Kind kind) { return kind == Kind::Owner || kind == Kind::Grant; }

// UPDATE OF means the same in any order; a new trigger keeps the written one.
bool sameColumns(const ir::Trigger& before, const ir::Trigger& after) {
  const auto named = [](const ir::Trigger& trigger) {
    std::vector<ir::Name> names;
    for (const ir::Ref& column : trigger.updateOf) names.push_back(column->name);
    std::sort(names.begin(), names.end());
    return names;
  };
  return named(before) == named(after);
}

// A user's SQL took everything back that the platform's default privileges give in a schema: nothing, as where no entry is.
bool isEmptyDefault(const Object& object) {
  const auto* entry = object.get<ir::DefaultPrivilege>();
  return entry && object.parent && !entry->privileges;
}

// Is the NOT NULL that one of the two columns has what its parents say, and nothing of its own? Then it comes and goes with theirs.
bool saidByParents(const Object& before, const Object& after) {
  const Object* constraint = ir::notNullOf(after.as<ir::Column>().notNull ? after : before);
  if (!constraint || constraint->as<ir::NotNull>().local) return false;
  // A parent that keeps it to itself (NO INHERIT) leaves it to the tables below.
  if (!after.as<ir::Column>().notNull)
    for (const ir::Ref& parent : after.parent->as<ir::Table>().parents)
      if (const Object* above = ir::columnOf(*parent, after.name); above && above->as<ir::Column>().notNull) return false;
  return true;
}

// A NOT NULL of its own that the table leaves to its parents is another one then, with their name.
bool leftToParents(const Object& before, const Object& after) {
  const auto* constraint = after.get<ir::NotNull>();
  return constraint && !constraint->local && before.as<ir::NotNull>().local;
}

class Differ {
 public:
  Differ(const ir::Schema& from, const ir::Schema& to, const Options& options, const ir::Equality& equality, ir::Diagnostics& diagnostics)
      : result_{Matching(from, to, equality), {}, {}, {}, {}}, options_(options), equality_(equality), diagnostics_(diagnostics), scope_(options),
        defaults_(defaultPrivilegesOf(from, options.role)) {}

  Comparison run() {
    for (const Object& object : from().objects())
      if (!object.dropped && !object.parent) topLevel(&object, result_.matching.after(object));
    for (const Object& object : to().objects())
      if (!object.dropped && !object.parent && !result_.matching.before(object)) topLevel(nullptr, &object);
    std::vector<std::pair<ir::ObjectId, std::size_t>> order;
    for (const Change& change : result_.changes) order.emplace_back(ir::idOf(eitherEnd(change)), order.size());
    std::sort(order.begin(), order.end());
    std::vector<Change> sorted;
    for (const auto& [id, at] : order) sorted.push_back(std::move(result_.changes[at]));
    result_.changes = std::move(sorted);
    return std::move(result_);
  }

 private:
  const ir::Schema& from() const { return result_.matching.from(); }
  const ir::Schema& to() const { return result_.matching.to(); }

  void topLevel(const Object* before, const Object* after) {
    if (before && after) both(*before, *after, false);
    else if (before) gone(*before);
    else fresh(*after);
  }

  bool included(const Object& object) {
    if (scope_.includes(object)) return true;
    if (object.kind == Kind::Role) result_.notCompared.insert("roles and memberships");
    else if (object.origin == Origin::User)
      result_.notCompared.insert(object.kind == Kind::Schema ? "schemas left out" : "ignored objects");
    return false;
  }

  // The platform's default privileges and functions are the user's as soon as the user's SQL changes them; so is a comment that an extension's
  // control file or the platform brought.
  static bool isUsers(const Object& before, const Object& after) {
    if (after.origin != Origin::User) return before.origin == Origin::User && after.kind == Kind::Comment;
    return before.origin == Origin::User || after.kind == Kind::DefaultPrivilege || after.kind == Kind::Comment ||
           (after.kind == Kind::Function && before.origin == Origin::Platform);
  }

  void both(const Object& before, const Object& after, bool reattached) {
    if (!included(after) || isFact(after.kind)) return;
    const bool users = isUsers(before, after);
    bool reattaches = false;
    if (users) reattaches = compareFields(before, after, reattached);
    // Schema public is the platform's, and may be given away.
    const Object* owner = factOf(options_.restoring ? before : after, Kind::Owner);
    if (hasOwnOwner(after) && (users || (owner && owner->origin == Origin::User))) compareOwners(before, after);
    if (hasPrivileges(after.kind) && before.origin != Origin::BuiltIn) comparePrivileges(before, after);
    for (const Object* child : before.children) {
      if (const Object* other = result_.matching.after(*child)) both(*child, *other, reattaches);
      else gone(*child, reattaches);
    }
    for (const Object* child : after.children)
      if (!result_.matching.before(*child)) fresh(*child);
  }

  // Tells whether the object is a table that gets other parents: what its parts inherit changes with it.
  bool compareFields(const Object& before, const Object& after, bool reattached) {
    std::vector<FieldChange> fields = differences(before, after, equality_);
    bool reattaches = false;
    for (const FieldChange& change : fields) reattaches = reattaches || (after.kind == Kind::Table && change.field == "parents");
    std::erase_if(fields, [&](const FieldChange& change) { return !counts(change.field, before, after, reattached); });
    if (before.name != after.name && (!after.derivedFrom || ownName(before, after)) &&
        (reattached || !leftToParents(before, after)) && mayBeRenamed(before))
      fields.insert(fields.begin(), {"name", {ir::Answer::Different, {}}});
    if (!fields.empty()) result_.changes.push_back({&before, &after, std::move(fields)});
    return reattaches;
  }

  // PostgreSQL renames the constraints of the tables below with it, and looks for them by its name.
  bool mayBeRenamed(const Object& object) {
    const auto* constraint = object.get<ir::NotNull>();
    if (!constraint || object.parent->kind != Kind::Table) return true;
    for (const Object& other : from().objects()) {
      const auto* table = other.dropped ? nullptr : other.get<ir::Table>();
      if (!table || std::find(table->parents.begin(), table->parents.end(), ir::Ref(*object.parent)) == table->parents.end()) continue;
      const Object* column = ir::columnOf(other, constraint->column->name);
      const Object* below = column ? ir::notNullOf(*column) : nullptr;
      if (!below || below->as<ir::NotNull>().inherited == 0 || below->name == object.name) continue;
      diagnostics_.add(ir::Code::NotComparable, object.location,
                       ir::describe(object) + " keeps its name: PostgreSQL cannot rename it while " + ir::describe(*below) + " is another one");
      return false;
    }
    return true;
  }

  bool counts(std::string_view field, const Object& before, const Object& after, bool reattached) {
    if (reattached && (field == "local" || field == "partition of")) return false;
    if (!reattached && field == "not null" && after.kind == Kind::Column && saidByParents(before, after)) return false;
    if (before.derivedFrom && after.derivedFrom && !ownField(after, field) && !attachesKeys(field, before, after) && !validates(field, before, after)) return false;
    if (field == "local" && isAttachedByIndex(before, after)) return false;
    if (after.kind == Kind::Trigger && field == "update of" && sameColumns(before.as<ir::Trigger>(), after.as<ir::Trigger>())) return false;
    if (after.kind == Kind::UserMapping && (!before.as<ir::UserMapping>().readable || !after.as<ir::UserMapping>().readable))
      return result_.notCompared.insert("options of user mappings that may not be read"), false;
    if (after.kind == Kind::Subscription && field == "connection" &&
        (!before.as<ir::Subscription>().readable || !after.as<ir::Subscription>().readable))
      return result_.notCompared.insert("connections of subscriptions that may not be read"), false;
    if (after.kind == Kind::Extension) {
      const auto& extension = after.as<ir::Extension>();
      // A server has always a version, so one that the other side does not name is nobody's wish.
      const bool said = !extension.version.empty() && (!to().live || !before.as<ir::Extension>().version.empty());
      if (field == "version" && !said) return result_.notCompared.insert("extension versions"), false;
      if (field == "schema" && !extension.schemaSaid && !options_.restoring) return false;
    }
    return true;
  }

  // The index of a partition's own key that is attached to one that is there.
  bool attachesKeys(std::string_view field, const Object& before, const Object& after) const {
    if (field != "partition of" || after.kind != Kind::Index || before.as<ir::Index>().partitionOf) return false;
    const ir::Ref whole = after.as<ir::Index>().partitionOf;
    return whole && result_.matching.before(*whole);
  }

  // The key becomes a part of its table's with it.
  bool isAttachedByIndex(const Object& before, const Object& after) const {
    return after.kind == Kind::Key && !before.derivedFrom && after.derivedFrom && after.derivedFrom->kind == Kind::Key &&
           result_.matching.before(*after.derivedFrom);
  }

  // NOT VALID above, valid below: a child that came later has no rows that nobody looked at. There is no way back, and none is needed.
  static bool validates(std::string_view field, const Object& before, const Object& after) {
    return field == "validated" && after.kind == Kind::Check && after.as<ir::Check>().validated && !before.as<ir::Check>().validated;
  }

  void compareOwners(const Object& before, const Object& after) {
    const Object* old = factOf(before, Kind::Owner);
    const Object* wanted = factOf(after, Kind::Owner);
    if (!wanted && old && options_.restoring && old->as<ir::Owner>().role != options_.role) {
      auto restored = std::make_shared<Object>();
      restored->kind = Kind::Owner;
      restored->parent = &after;
      restored->location = after.location;
      restored->data = ir::Owner{options_.role};
      wanted = result_.made.emplace_back(std::move(restored)).get();
    }
    if (!wanted) {
      if (old) result_.notCompared.insert("owners");
      return;
    }
    if (ownerOf(before, options_.role) == wanted->as<ir::Owner>().role) return;
    result_.changes.push_back({old, wanted, {{"role", {ir::Answer::Different, {}}}}});
  }

  void addPrivileges(std::vector<PrivilegeChange> changes, const Object& object, bool onPlatform, bool isNew) {
    for (PrivilegeChange& change : changes) {
      std::vector<FieldChange> fields;
      if (change.before && change.after) {
        if (change.grant.held != change.grant.wanted) fields.push_back({"privileges", {ir::Answer::Different, {}}});
        if (change.grant.heldGrantable != change.grant.wantedGrantable) fields.push_back({"grant option", {ir::Answer::Different, {}}});
      }
      result_.changes.push_back({change.before, change.after, std::move(fields)});
      result_.privileges.push_back(std::move(change));
    }
    if (!onPlatform) return;
    const char* why = isNew ? "the platform gives privileges on it that the target's defaults do not: not granted"
                            : "its privileges differ by what the platform's default privileges give: left as they are";
    diagnostics_.add(ir::Code::PlatformPrivileges, object.location, ir::describe(object) + ": " + why,
                     "Write the GRANT or REVOKE that you want into the schema.");
  }

  void comparePrivileges(const Object& before, const Object& after) {
    bool onPlatform = false;
    auto changes = privilegeChanges(before, after, to().serverVersion, onPlatform);
    addPrivileges(std::move(changes), after, onPlatform, false);
  }

  // One that a new project has and the user's SQL drops. What two servers' platforms have is not compared.
  bool isPlatformExtension(const Object& object) const {
    return object.kind == Kind::Extension && object.origin == Origin::Platform && !to().live && !from().live;
  }

  // What a table keeps that leaves the one it had it from: it is its own then (ATExecDetachPartition).
  static bool staysBehind(const Object& object) {
    const bool kept = object.kind == Kind::Index || object.kind == Kind::Key || object.kind == Kind::ForeignKey || object.kind == Kind::Check;
    return kept && object.derivedFrom->parent != object.parent;
  }

  // `left`: of a table that gets other parents.
  void gone(const Object& object, bool left = false) {
    if (isFact(object.kind) || isEmptyDefault(object) || !included(object)) return;
    if ((object.derivedFrom && !(left && staysBehind(object))) || !(object.origin == Origin::User || isPlatformExtension(object))) return;  // goes with what it comes from, or is nobody's to drop
    if (!options_.restoring && isToolsOwn(object)) {
      result_.notCompared.insert("other tools' own tables");
      return;
    }
    result_.changes.push_back({&object, nullptr, {}});
    for (const Object* child : object.children)
      if (child->kind != Kind::Comment && child->kind != Kind::SecurityLabel) gone(*child);
  }

  void fresh(const Object& object) {
    if (isFact(object.kind) || isEmptyDefault(object) || !included(object)) return;
    if ((object.origin == Origin::User || (options_.restoring && isPlatformExtension(object))) && !object.derivedFrom) {
      result_.changes.push_back({nullptr, &object, {}});
      if (hasOwnOwner(object)) {
        const Object* owner = factOf(object, Kind::Owner);
        if (owner && owner->as<ir::Owner>().role != options_.role) result_.changes.push_back({nullptr, owner, {}});
      }
    }
    if (object.origin == Origin::User && hasPrivileges(object.kind)) {
      bool onPlatform = false;
      auto changes = privilegesOfNew(nullptr, object, from(), options_.role, defaults_, result_.made, onPlatform);
      addPrivileges(std::move(changes), object, onPlatform, true);
    }
    for (const Object* child : object.children) fresh(*child);
  }

  Comparison result_;
  const Options& options_;
  const ir::Equality& equality_;
  ir::Diagnostics& diagnostics_;
  Scope scope_;
  std::vector<const Object*> defaults_;
};

}  // namespace

Comparison compareSchemas(const ir::Schema& from, const ir::Schema& to, const Options& options, const ir::Equality& equality,
                          ir::Diagnostics& diagnostics) {
  return Differ(from, to, options, equality, diagnostics).run();
}

std::vector<Change> diff(const ir::Schema& from, const ir::Schema& to, const Options& options, const ir::Equality& equality,
                         ir::Diagnostics& diagnostics, std::vector<std::string>& notCompared) {
  Comparison comparison = compareSchemas(from, to, options, equality, diagnostics);
  notCompared.assign(comparison.notCompared.begin(), comparison.notCompared.end());
  // Grants that no Schema holds die with the comparison.
  std::erase_if(comparison.changes, [&](const Change& change) {
    return std::any_of(comparison.made.begin(), comparison.made.end(), [&](const auto& made) { return made.get() == change.after; });
  });
  return std::move(comparison.changes);
}

}  // namespace schemac::compiler
