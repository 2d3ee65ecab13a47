#include "compiler/concurrently.h"

#include <algorithm>
#include <set>
#include <string>

#include "compiler/parts.h"
#include "ir/concurrent_build.h"
#include "ir/references.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;

namespace {

bool contains(const ir::Step& step, const Late& operations) {
  return operations.contains(step.operation) || std::any_of(step.folded.begin(), step.folded.end(), [&](std::size_t i) { return operations.contains(i); });
}

class Builder {
 public:
  explicit Builder(ir::Plan& plan) : plan_(plan) {
    for (const Operation& op : plan.operations)
      if (op.verb == Verb::Create && op.after) made_.insert(op.after);
  }

  Late run() {
    Late builds;
    for (const ir::Step& step : plan_.segments.back().steps)
      if (step.folded.empty() && isBuilt(plan_.operations[step.operation])) builds.insert(step.operation);
    Late late = behind(builds);
    std::erase_if(builds, [&](std::size_t i) { return late.contains(i); });
    late = behind(builds);
    if (!builds.empty()) arrange(builds, late);
    return late;
  }

 private:
  // Of a relation with rows, and of a name that is free.
  bool isBuilt(const Operation& op) const {
    if (op.verb != Verb::Create || op.rebuild || op.implied || !op.after || op.after->derivedFrom) return false;
    const Object& object = *op.after;
    const Object* relation = object.parent;
    const auto* index = object.get<ir::Index>();
    const auto* key = object.get<ir::Key>();
    if ((!index && !key) || made_.contains(relation)) return false;
    if (const auto* table = relation->get<ir::Table>(); !(table ? !table->foreign() && !table->partitioned() : relation->kind == Kind::MaterializedView)) return false;
    const Object* schema = plan_.from->schema(ir::namespaceOf(object)->name);
    if (!schema || plan_.from->relation(*schema, object.name) || !plan_.from->relation(*schema, relation->name)) return false;
    if (index) return index->valid && !index->only && !index->partitionOf;
    return !key->withoutOverlaps && indexOf(object) && !indexOf(object)->as<ir::Index>().partitionOf && !(key->primary && hasPrimaryKey(*schema, relation->name));
  }

  // A table must not be without a primary key meanwhile: what is published is not updated then.
  bool hasPrimaryKey(const Object& schema, ir::Name table) const {
    const auto keys = ir::childrenOf(*plan_.from->relation(schema, table), Kind::Key);
    return std::any_of(keys.begin(), keys.end(), [](const Object* key) { return key->as<ir::Key>().primary; });
  }

  static const Object* indexOf(const Object& key) {
    for (const Object* index : ir::childrenOf(*key.parent, Kind::Index))
      if (index->as<ir::Index>().constraint.object == &key) return index;
    return nullptr;
  }

  // What comes after them, and what comes after that. Keys are made of an index that is built: they wait for it themselves.
  Late behind(const Late& builds) const {
    Late late;
    for (bool grown = true; grown;) {
      grown = false;
      for (const ir::Edge& edge : plan_.edges)
        if (!edge.soft && (builds.contains(edge.first) || late.contains(edge.first)) && late.insert(edge.second).second) grown = true;
      for (const ir::Step& step : plan_.segments.back().steps) {
        if (!contains(step, late)) continue;
        grown = late.insert(step.operation).second || grown;
        for (const std::size_t i : step.folded) grown = late.insert(i).second || grown;
      }
    }
    return late;
  }

  void arrange(const Late& builds, Late& late) {
    ir::Segment before, after;
    std::vector<ir::Segment> files;
    for (ir::Step& step : plan_.segments.back().steps) {
      if (!builds.contains(step.operation)) {
        (contains(step, late) ? after : before).steps.push_back(std::move(step));
        continue;
      }
      const std::size_t build = plan_.operations[step.operation].after->kind == Kind::Key ? indexOfKey(step.operation) : step.operation;
      before_.push_back(add(build, ir::kClearsBuild, "what a failed build left behind goes before the next one"));
      after_.push_back(add(build, ir::kProvesBuild, "an index is built before it is looked at"));
      files.push_back({false, {{build, {}}}});
      if (build == step.operation) continue;
      late.insert(step.operation);
      after.steps.push_back(std::move(step));
    }
    put(before, before_);
    put(after, after_);
    late.insert(after_.begin(), after_.end());
    plan_.segments.back() = std::move(before);
    for (ir::Segment& file : files) plan_.segments.push_back(std::move(file));
    plan_.segments.push_back(std::move(after));
  }

  static void put(ir::Segment& segment, const std::vector<std::size_t>& first) {
    std::vector<ir::Step> steps;
    for (const std::size_t index : first) steps.push_back({index, {}});
    segment.steps.insert(segment.steps.begin(), steps.begin(), steps.end());
  }

  // The Create of the index of a key, without the key.
  std::size_t indexOfKey(std::size_t of) {
    const Object& key = *plan_.operations[of].after;
    Object& index = copyFor(plan_, *indexOf(key));
    index.name = key.name;
    index.location = key.location;
    auto& data = std::get<ir::Index>(index.data);
    data.constraint = {};
    data.options = key.as<ir::Key>().options;
    data.tablespace = key.as<ir::Key>().tablespace;
    plan_.operations.push_back({Verb::Create, nullptr, &index, {}, false, false, ir::describe(key) + " is made of it", {}});
    plan_.operations[of].changes = changeOf(ir::kUsingIndex);
    const std::size_t build = plan_.operations.size() - 1;
    plan_.edges.push_back({build, of, "a key is made of its index"});
    return build;
  }

  std::size_t add(std::size_t build, std::string_view what, const char* reason) {
    const Object* index = plan_.operations[build].after;
    plan_.operations.push_back({Verb::Alter, index, index, changeOf(what), false, false, "the index is built concurrently", {}});
    const std::size_t made = plan_.operations.size() - 1;
    const bool first = what == ir::kClearsBuild;
    plan_.edges.push_back({first ? made : build, first ? build : made, reason});
    return made;
  }

  ir::Plan& plan_;
  std::unordered_set<const Object*> made_;
  std::vector<std::size_t> before_, after_;  // Alters around the builds
};

// Tables that a transaction of the plan keeps others out of anyway, by name: what renames, drops and makes them knows them as different objects.
// Not those that get another index concurrently: the old one serves until that is there.
std::set<std::string> lockedAnyway(const ir::Plan& plan, const std::vector<std::size_t>& drops) {
  std::set<std::string> tables;
  for (const ir::Segment& segment : plan.segments) {
    const auto note = [&](std::size_t index) {
      if (!segment.transactional || std::find(drops.begin(), drops.end(), index) != drops.end()) return;
      for (const ir::Lock& lock : plan.operations[index].locks)
        if (lock.mode == ir::LockMode::AccessExclusive) tables.insert(ir::displayName(*lock.table));
    };
    for (const ir::Step& step : segment.steps) {
      note(step.operation);
      for (const std::size_t folded : step.folded) note(folded);
    }
  }
  for (const ir::Segment& segment : plan.segments)
    if (!segment.transactional) tables.erase(ir::displayName(*plan.operations[segment.steps[0].operation].after->parent));
  return tables;
}

}  // namespace

Late buildConcurrently(ir::Plan& plan) { return Builder(plan).run(); }

ir::Plan undoIndex(const ir::Plan& plan, const ir::Segment& segment, const std::shared_ptr<const ir::Schema>& nothing) {
  const Operation& op = plan.operations[segment.steps.front().operation];
  ir::Plan back;
  back.from = back.to = nothing;
  back.made = plan.made;  // among it what becomes a key later
  const auto add = [&](const Object* before, const Object* after) {
    back.operations.push_back({before ? Verb::Drop : Verb::Create, before, after, {}, false, false, {}, {}});
    if (back.segments.empty()) back.segments.push_back({false, {}});
    back.segments.front().steps.push_back({back.operations.size() - 1, {}});
  };
  add(op.after, op.before);
  if (op.before)
    for (const Object* comment : ir::childrenOf(*op.before, Kind::Comment)) add(nullptr, comment);
  return back;
}

void dropConcurrently(ir::Plan& plan) {
  std::unordered_set<std::size_t> waitedFor;
  for (const ir::Edge& edge : plan.edges)
    if (!edge.soft && !plan.operations[edge.second].implied) waitedFor.insert(edge.first);
  const auto isAlone = [&](std::size_t at) {
    const Operation& op = plan.operations[at];
    if (op.verb != Verb::Drop || op.rebuild || op.implied || op.before->kind != Kind::Index || waitedFor.contains(at)) return false;
    const auto& index = op.before->as<ir::Index>();
    const Object& relation = *op.before->parent;
    const auto* table = relation.get<ir::Table>();
    if (op.before->derivedFrom || index.constraint || index.partitionOf || index.only || (table && table->partitioned())) return false;
    const Object* schema = plan.to->schema(ir::namespaceOf(relation)->name);
    return schema && plan.to->relation(*schema, relation.name) && !plan.to->relation(*schema, op.before->name);
  };
  std::vector<std::size_t> drops;
  for (const ir::Segment& segment : plan.segments)
    for (const ir::Step& step : segment.steps)
      if (isAlone(step.operation)) drops.push_back(step.operation);
  const std::set<std::string> locked = lockedAnyway(plan, drops);
  std::erase_if(drops, [&](std::size_t drop) { return locked.contains(ir::displayName(*plan.operations[drop].before->parent)); });
  for (ir::Segment& segment : plan.segments)
    std::erase_if(segment.steps, [&](const ir::Step& step) { return std::find(drops.begin(), drops.end(), step.operation) != drops.end(); });
  std::erase_if(plan.segments, [](const ir::Segment& segment) { return segment.steps.empty(); });
  for (const std::size_t drop : drops) plan.segments.push_back({false, {{drop, {}}}});
}

}  // namespace schemac::compiler
