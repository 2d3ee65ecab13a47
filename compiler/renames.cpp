#include "compiler/renames.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "compiler/annotations.h"
#include "compiler/compare.h"
#include "ir/identity.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Name;
using ir::Object;

namespace {

int depthOf(const Object& object) {
  int depth = 0;
  for (const Object* at = object.parent; at; at = at->parent) ++depth;
  return depth;
}

bool mayBeRenamed(const Object& object) {
  switch (object.kind) {
    case Kind::Owner: case Kind::Grant: case Kind::Comment: case Kind::Default: case Kind::DefaultPrivilege: case Kind::PublicationMember:
    case Kind::Role: case Kind::Extension:
      return false;
    default: return true;
  }
}

// Labels of an enum that the annotations rename: those that one side alone has.
std::vector<std::pair<ir::Text, ir::Text>> renamedLabels(const ir::Enum& before, const ir::Enum& after, const Annotations& said) {
  const auto has = [](const ir::Enum& type, ir::Text label) { return std::find(type.labels.begin(), type.labels.end(), label) != type.labels.end(); };
  std::vector<std::pair<ir::Text, ir::Text>> result;
  for (const auto& [label, old] : said.labels)
    if (has(before, old) && !has(before, label) && has(after, label) && !has(after, old)) result.emplace_back(label, old);
  return result;
}

class Finder {
 public:
  Finder(const ir::Schema& from, const ir::Schema& to, ir::Diagnostics& diagnostics) : from_(from), to_(to), diagnostics_(diagnostics) {}

  Renames run() {
    std::vector<const Object*> annotated;
    for (const Object& object : to_.objects())
      if (!object.dropped && !object.derivedFrom && object.origin == ir::Origin::User && !object.leadingComment.empty() && mayBeRenamed(object))
        annotated.push_back(&object);
    // Wholes before their parts.
    std::stable_sort(annotated.begin(), annotated.end(), [](auto* a, auto* b) { return depthOf(*a) < depthOf(*b); });
    for (const Object* object : annotated) one(*object);
    return std::move(renames_);
  }

 private:
  void stale(const Object& object, const std::string& what, const std::string& reason) {
    diagnostics_.add(ir::Code::StaleAnnotation, object.location, "the annotation \"" + what + "\" of " + ir::describe(object) + " does not apply: " + reason,
                     "Take it away once every database has the rename.");
  }

  void one(const Object& object) {
    const Annotations said = annotationsOf(object);
    for (const std::string& line : said.unknown)
      diagnostics_.add(ir::Code::StaleAnnotation, object.location, "the annotation \"" + line + "\" of " + ir::describe(object) + " is not understood",
                       "Known are \"schemac: renamed from NAME\" and \"schemac: allow CODE\".");
    // A serial column's sequence has the comment of its table's statement.
    if (const auto* sequence = object.get<ir::Sequence>(); sequence && sequence->ownedBy && sequence->ownedBy->parent->leadingComment == object.leadingComment) return;
    bool renamed = false;
    if (said.renamedFrom) {
      const std::string what = "renamed from " + (said.renamedFrom->schema.empty() ? "" : said.renamedFrom->schema.str() + ".") + said.renamedFrom->name.str();
      std::string reason;
      if (const Object* old = oldOf(object, *said.renamedFrom, reason)) add(*old, object), renamed = true;
      else stale(object, what, reason);
    }
    if (const auto* type = object.get<ir::Enum>(); type && !said.labels.empty()) {
      const Object* before = partner(object);
      const auto labels = before && before->kind == Kind::Enum ? renamedLabels(before->as<ir::Enum>(), *type, said) : decltype(said.labels){};
      for (const auto& label : said.labels)
        if (std::find(labels.begin(), labels.end(), label) == labels.end())
          stale(object, "label '" + label.first.str() + "' renamed from " + label.second.str(), "one side must have the old label alone, the other the new one");
      if (!labels.empty() && !renamed) renames_.emplace_back(before, &object);
    }
  }

  void add(const Object& old, const Object& object) {
    renames_.emplace_back(&old, &object);
    partners_.emplace(&object, &old);
    if (object.kind == Kind::Table || object.kind == Kind::Column) followSequences(old, object);
  }

  // The sequence of a serial column is called after both: PostgreSQL leaves its name alone, the desired side has the new one.
  void followSequences(const Object& old, const Object& object) {
    const auto owned = [](const ir::Schema& schema, const Object& owner) {
      std::vector<const Object*> found;
      for (const Object& other : schema.objects()) {
        const auto* sequence = other.dropped || other.derivedFrom ? nullptr : other.get<ir::Sequence>();
        if (sequence && !sequence->identity && sequence->ownedBy && (sequence->ownedBy.object == &owner || sequence->ownedBy->parent == &owner)) found.push_back(&other);
      }
      return found;
    };
    const auto before = owned(from_, old), after = owned(to_, object);
    for (const Object* sequence : after) {
      if (partners_.contains(sequence) || from_.find(ir::Space::Relation, partner(*sequence->parent), sequence->name)) continue;
      const Object* column = sequence->as<ir::Sequence>().ownedBy.object;
      const Object* source = column == &object ? &old : partner(*column);
      for (const Object* candidate : before) {
        if (candidate->as<ir::Sequence>().ownedBy.object != source) continue;
        if (to_.find(ir::Space::Relation, sequence->parent, candidate->name)) continue;
        renames_.emplace_back(candidate, sequence);
        partners_.emplace(sequence, candidate);
        break;
      }
    }
  }

  // What `object` is in `from`, by the renames so far and by name; null if it is new.
  const Object* partner(const Object& object) const {
    if (const auto known = partners_.find(&object); known != partners_.end()) return known->second;
    const Object* scope = ir::scopeOf(object);
    const Object* there = scope ? partner(*scope) : nullptr;
    if (scope && !there) return nullptr;
    return named(from_, object, there, object.name, nullptr);
  }

  // The object of the kind and name in a scope; of functions the one with the arguments of `like` (or those that are written).
  static const Object* named(const ir::Schema& schema, const Object& like, const Object* scope, Name name, const std::string* arguments) {
    const Object* found = schema.find(ir::spaceOf(like.kind), scope, name);
    if (like.kind != Kind::Function) return found && found->kind == like.kind ? found : nullptr;
    const auto bare = [](const Object& function) {
      std::string text;
      for (const char c : ir::signature(function.as<ir::Function>()))
        if (c != ' ' && c != '(' && c != ')') text += c;
      return text;
    };
    const Object* only = nullptr;
    int count = 0;
    for (; found; found = found->nextSameName) {
      ++count;
      only = found;
      if (ir::signature(found->as<ir::Function>()) == ir::signature(like.as<ir::Function>()) || (arguments && bare(*found) == *arguments)) return found;
    }
    return count == 1 && arguments ? only : nullptr;
  }

  const Object* oldOf(const Object& object, const WrittenName& old, std::string& reason) const {
    const Object* scopeTo = ir::scopeOf(object);
    const Object* scopeFrom = scopeTo ? partner(*scopeTo) : nullptr;
    const Object* oldScopeFrom = scopeFrom;
    const Object* oldScopeTo = scopeTo;
    const bool inSchema = scopeTo && scopeTo->kind == Kind::Schema;
    if (!old.schema.empty() && inSchema) {
      oldScopeFrom = from_.schema(old.schema);
      oldScopeTo = to_.schema(old.schema);
    }
    if (scopeTo && !scopeFrom) return reason = "its " + std::string(ir::label(scopeTo->kind)) + " is new", nullptr;
    if (scopeTo && !oldScopeFrom) return reason = "there is no schema " + old.schema.str(), nullptr;
    const std::string* arguments = old.arguments ? &*old.arguments : nullptr;
    const Object* found = named(from_, object, oldScopeFrom, old.name, arguments);
    const Object* taken = object.kind == Kind::Function ? named(from_, object, scopeFrom, object.name, nullptr)
                                                        : from_.find(ir::spaceOf(object.kind), scopeFrom, object.name);
    const std::string name = old.name.str();
    if (object.kind == Kind::Range) return reason = "PostgreSQL leaves a range type's constructors under their old name", nullptr;
    if (taken && taken == found) return reason = "that is its name", nullptr;
    if (taken && !found) return reason = "it has its new name already", nullptr;
    if (!found) return reason = "there is no " + std::string(ir::label(object.kind)) + " " + name, nullptr;
    if (taken) return reason = "both names are there", nullptr;
    if (oldScopeTo && named(to_, object, oldScopeTo, old.name, arguments)) return reason = name + " is wanted as well", nullptr;
    if (!scopeTo && named(to_, object, nullptr, old.name, nullptr)) return reason = name + " is wanted as well", nullptr;
    if (found->origin != ir::Origin::User || found->derivedFrom) return reason = name + " is not the user's own", nullptr;
    if (object.kind == Kind::Index && found->parent != partner(*object.parent)) return reason = name + " is an index of another table", nullptr;
    return found;
  }

  const ir::Schema& from_;
  const ir::Schema& to_;
  ir::Diagnostics& diagnostics_;
  Renames renames_;
  std::unordered_map<const Object*, const Object*> partners_;  // of `to`: in `from`
};

std::shared_ptr<Object> standIn(const Object& like, const Object* parent, Name name) {
  auto object = std::make_shared<Object>();
  object->kind = like.kind;
  object->origin = like.origin;
  object->serial = like.serial;
  object->ordinal = like.ordinal;
  object->name = name;
  object->parent = parent;
  object->location = like.location;
  object->data = like.data;
  return object;
}

}  // namespace

Renames findRenames(const ir::Schema& from, const ir::Schema& to, ir::Diagnostics& diagnostics) { return Finder(from, to, diagnostics).run(); }

std::vector<std::pair<ir::Text, ir::Text>> labelRenames(const Object& before, const Object& after) {
  const auto* old = before.get<ir::Enum>();
  const auto* now = after.get<ir::Enum>();
  if (!old || !now) return {};
  auto labels = renamedLabels(*old, *now, annotationsOf(after));
  // The way back: the annotation stands at the other end.
  for (const auto& [label, earlier] : renamedLabels(*now, *old, annotationsOf(before))) labels.emplace_back(earlier, label);
  return labels;
}

void addRenames(ir::Plan& plan, const Renames& renames) {
  std::vector<ir::Step> steps;
  const auto rename = [&](std::shared_ptr<const Object> before, const Object& after) {
    plan.changes.push_back({before.get(), &after, {{"name", {ir::Answer::Different, {}}}}});
    plan.operations.push_back({ir::Verb::Rename, before.get(), &after, {}, false, false, {}, {}});
    steps.push_back({plan.operations.size() - 1, {}});
    plan.made.push_back(std::move(before));
  };
  for (const auto& [before, after] : renames) {
    const Object& now = plan.from->objects()[before->serial];  // renamed
    const Object* oldParent = before->parent ? &plan.from->objects()[before->parent->serial] : nullptr;
    if (before->name != now.name || oldParent != now.parent) rename(standIn(*before, oldParent, before->name), *after);
    if (labelRenames(*before, *after).empty()) continue;
    auto done = standIn(now, now.parent, now.name);
    rename(standIn(*before, now.parent, now.name), *done);
    plan.made.push_back(std::move(done));
  }
  if (steps.empty()) return;
  if (plan.segments.empty() || !plan.segments.front().transactional) plan.segments.insert(plan.segments.begin(), ir::Segment{});
  auto& first = plan.segments.front().steps;
  first.insert(first.begin(), steps.begin(), steps.end());
}

namespace {

// What would make one believe that it is the same thing.
std::string sameShape(const Object& gone, const Object& fresh, const ir::Equality& equality) {
  const auto columns = [](const Object& relation) {
    std::vector<std::string> result;
    for (const Object* column : ir::columnsOf(relation)) result.push_back(column->name.str() + " " + ir::formatType(column->as<ir::Column>().type));
    std::sort(result.begin(), result.end());
    return result;
  };
  switch (gone.kind) {
    case Kind::Table: case Kind::Composite: {
      const auto old = columns(gone);
      return !old.empty() && old == columns(fresh) ? "they have the same columns" : "";
    }
    case Kind::Column: {
      const auto& a = gone.as<ir::Column>();
      const auto& b = fresh.as<ir::Column>();
      return a.type == b.type && a.notNull == b.notNull && a.generated == b.generated ? "they have the same type" : "";
    }
    case Kind::Schema: {
      std::vector<std::string> old, now;
      for (const Object* child : gone.children) old.push_back(child->name.str());
      for (const Object* child : fresh.children) now.push_back(child->name.str());
      std::sort(old.begin(), old.end());
      std::sort(now.begin(), now.end());
      return !old.empty() && old == now ? "they hold the same" : "";
    }
    case Kind::Function:
      if (ir::signature(gone.as<ir::Function>()) != ir::signature(fresh.as<ir::Function>())) return "";
      [[fallthrough]];
    case Kind::Enum: case Kind::Domain: case Kind::Range: case Kind::Sequence: case Kind::View: case Kind::MaterializedView: case Kind::Index:
    case Kind::Trigger: case Kind::Policy: case Kind::Check: case Kind::Key: case Kind::ForeignKey: case Kind::Exclusion:
      return sameDefinition(gone, fresh, equality) ? "they have the same definition" : "";
    default: return "";
  }
}

}  // namespace

void proposeRenames(const std::vector<ir::Change>& changes, const ir::Equality& equality, ir::Diagnostics& diagnostics) {
  struct Scope { std::vector<const Object*> gone, fresh; };
  std::map<std::pair<Kind, ir::ObjectId>, Scope> scopes;
  for (const ir::Change& change : changes) {
    if (change.before && change.after) continue;
    const Object& object = change.after ? *change.after : *change.before;
    const ir::ObjectId scope = object.parent ? ir::idOf(*object.parent) : ir::ObjectId{};
    (change.after ? scopes[{object.kind, scope}].fresh : scopes[{object.kind, scope}].gone).push_back(&object);
  }
  for (const auto& [key, scope] : scopes) {
    constexpr std::size_t kMany = 100;  // that many are no rename
    if (scope.gone.empty() || scope.fresh.empty() || scope.gone.size() > kMany || scope.fresh.size() > kMany) continue;
    std::map<const Object*, std::vector<std::pair<const Object*, std::string>>> candidates;  // of what is gone
    std::map<const Object*, int> wanted;
    for (const Object* gone : scope.gone)
      for (const Object* fresh : scope.fresh)
        if (std::string why = sameShape(*gone, *fresh, equality); !why.empty()) candidates[gone].emplace_back(fresh, std::move(why)), ++wanted[fresh];
    for (const Object* gone : scope.gone) {
      const auto found = candidates.find(gone);
      if (found == candidates.end() || found->second.size() != 1 || wanted[found->second.front().first] != 1) continue;
      const auto& [fresh, why] = found->second.front();
      diagnostics.add(ir::Code::ProbableRename, fresh->location,
                      ir::describe(*gone) + " is dropped and " + ir::describe(*fresh) + " made: " + why,
                      "If it is a rename, write \"-- schemac: renamed from " + ir::quoteIdentifier(gone->name) + "\" in the line above it.");
    }
  }
}

}  // namespace schemac::compiler
