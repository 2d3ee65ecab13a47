#include "compiler/compile.h"

#include <algorithm>
#include <set>
#include <utility>

#include "compiler/concurrently.h"
#include "compiler/diff.h"
#include "compiler/graph.h"
#include "compiler/hazards.h"
#include "compiler/locks.h"
#include "compiler/online.h"
#include "compiler/rebuild.h"
#include "compiler/renames.h"
#include "compiler/segments.h"

namespace schemac::compiler {

using ir::Object;
using ir::Plan;

namespace {

using Ids = std::set<ir::ObjectId>;

// Is the object, or what it is part of, among those?
bool among(const Ids& ids, const Object& object) {
  for (const Object* at = &object; at; at = at->parent) {
    if (ids.contains(ir::idOf(*at))) return true;
    // An identity's sequence comes and goes with its column.
    const auto* sequence = at->get<ir::Sequence>();
    if (sequence && sequence->identity && sequence->ownedBy) return among(ids, *sequence->ownedBy);
  }
  return false;
}

// A rollback must not undo what its plan did not do: nothing but these may change. What is there between two files of the plan alone goes with
// the file that made it.
struct Limits {
  Ids touched, passing;
  Ids validated;  // by a later file: NOT VALID is no state to go back to

  bool keeps(const ir::Change& change) const {
    return change.before && change.after && change.fields.size() == 1 && change.fields[0].field == "validated" && validated.contains(ir::idOf(*change.after));
  }
  bool leaves(const Object* before, const Object* after) const {
    const bool goes = before && (among(touched, *before) || passing.contains(ir::idOf(*before)));
    const bool comes = after && among(touched, *after) && !passing.contains(ir::idOf(*after));
    return !goes && !comes;
  }
};

std::optional<Plan> makePlan(std::shared_ptr<const ir::Schema> from, std::shared_ptr<const ir::Schema> to, const Options& options,
                             const ir::Equality& equality, ir::Diagnostics& diagnostics, const Limits* limits, const RenamedFrom& renamed) {
  Comparison comparison = compareSchemas(*from, *to, options, equality, diagnostics);
  if (limits) {
    std::erase_if(comparison.changes, [&](const ir::Change& change) { return limits->leaves(change.before, change.after) || limits->keeps(change); });
    std::erase_if(comparison.privileges, [&](const PrivilegeChange& change) { return limits->leaves(change.before, change.after); });
  }
  ir::Diagnostics problems;
  if (!options.restoring) proposeRenames(comparison.changes, equality, diagnostics);
  const Fates fates = decideFates(comparison, to->serverVersion, problems);
  Operations operations = buildOperations(comparison, fates, options);
  // An index that a key has been made of went with it.
  if (limits)
    for (ir::Operation& op : operations.list) op.implied = op.implied || (op.verb == ir::Verb::Create && limits->passing.contains(ir::idOf(*op.after)));
  std::optional<std::vector<ir::Step>> steps = orderSteps(operations, problems);
  diagnostics.append(problems);
  if (!steps || problems.hasErrors()) return std::nullopt;
  Plan plan;
  plan.from = std::move(from);
  plan.to = std::move(to);
  for (ir::Change& change : comparison.changes)
    if (change.before || change.after) plan.changes.push_back(std::move(change));
  plan.operations = std::move(operations.list);
  plan.edges = std::move(operations.edges);
  plan.made = std::move(comparison.made);
  plan.segments = cutSegments(plan.operations, plan.edges, std::move(*steps));
  plan.original = renamed.original ? renamed.original : plan.from;
  plan.renamed = renamed.renames;
  addRenames(plan, renamed.renames);
  if (options.online && !limits) makeOnline(plan);
  findLocks(plan);
  plan.hazards = findHazards(plan, options);
  plan.notCompared.assign(comparison.notCompared.begin(), comparison.notCompared.end());
  return plan;
}

// What a plan touches, by both names.
Ids touchedBy(const Plan& plan) {
  Ids ids;
  for (const ir::Operation& operation : plan.operations) {
    if (operation.before) ids.insert(ir::idOf(*operation.before));
    if (operation.after) ids.insert(ir::idOf(*operation.after));
  }
  return ids;
}

// `from` with the enum labels that a first segment adds.
std::shared_ptr<const ir::Schema> withLabels(const Plan& plan, const ir::Segment& segment) {
  std::shared_ptr<ir::Schema> schema = plan.from->clone();
  for (const ir::Step& step : segment.steps) {
    const ir::Operation& operation = plan.operations[step.operation];
    if (addedLabels(operation).empty()) continue;
    const Object& type = schema->objects()[operation.before->serial];
    schema->edit<ir::Enum>(type).labels = operation.after->as<ir::Enum>().labels;
  }
  return schema;
}

}  // namespace

std::optional<Plan> compile(std::shared_ptr<const ir::Schema> from, std::shared_ptr<const ir::Schema> to, const Options& options,
                            const ir::Equality& equality, ir::Diagnostics& diagnostics, const RenamedFrom& renamed) {
  return makePlan(std::move(from), std::move(to), options, equality, diagnostics, nullptr, renamed);
}

namespace {

// What takes back segment i, which led from `state` to `after`.
std::optional<Plan> undoSegment(const Plan& plan, std::size_t i, std::shared_ptr<const ir::Schema> state, std::shared_ptr<const ir::Schema> after,
                                const Options& options, const ir::Equality* equality, ir::Diagnostics& diagnostics, const Renaming& renaming,
                                const Limits& limits) {
  if (i == 0 && !plan.renamed.empty()) {
    RenamedFrom reversed{after, {}};
    for (const auto& [before, now] : plan.renamed) reversed.renames.emplace_back(after == plan.to ? now : &after->objects()[before->serial], before);
    const std::shared_ptr<const ir::Schema> renamed = renaming.apply(*after, reversed.renames);
    const auto judge = renaming.equality(*renamed, *state);
    return makePlan(renamed, state, options, *judge, diagnostics, &limits, reversed);
  }
  if (equality) return makePlan(after, state, options, *equality, diagnostics, &limits, {});
  const auto judge = renaming.equality(*after, *state);
  return makePlan(after, state, options, *judge, diagnostics, &limits, {});
}

std::vector<Plan> undo(const Plan& plan, const std::vector<std::shared_ptr<const ir::Schema>>& states, const Options& options,
                       const ir::Equality* equality, ir::Diagnostics& diagnostics, const Renaming& renaming, const Limits& limits) {
  std::vector<Plan> back;
  Options allowing = options;
  allowing.allow = {"all"};
  allowing.restoring = true;
  std::shared_ptr<const ir::Schema> state = plan.original;  // before the segment
  const auto nothing = std::make_shared<const ir::Schema>(plan.to->serverVersion);
  for (std::size_t i = 0; i != plan.segments.size(); ++i) {
    const std::shared_ptr<const ir::Schema> after = i < states.size() ? states[i] : plan.to;
    // Notes on what is left alone have been given for the plan itself.
    ir::Diagnostics own;
    std::optional<Plan> undone = plan.segments[i].transactional ? undoSegment(plan, i, state, after, allowing, equality, own, renaming, limits)
                                                                 : std::optional(undoIndex(plan, plan.segments[i], nothing));
    if (!undone) {
      diagnostics.append(own);
      undone.emplace();
      undone->from = after;
      undone->to = state;
    }
    back.push_back(std::move(*undone));
    state = after;
  }
  return back;
}

}  // namespace

std::vector<Plan> rollbackOf(const Plan& plan, const Options& options, const ir::Equality& equality, ir::Diagnostics& diagnostics,
                             const Renaming& renaming) {
  std::vector<std::shared_ptr<const ir::Schema>> states;
  for (std::size_t i = 0; i + 1 < plan.segments.size(); ++i) states.push_back(withLabels(plan, plan.segments[i]));
  return undo(plan, states, options, &equality, diagnostics, renaming, {touchedBy(plan), {}, {}});
}

std::vector<Plan> rollbackThrough(const Plan& plan, const std::vector<std::shared_ptr<const ir::Schema>>& states, const Options& options,
                                  ir::Diagnostics& diagnostics, const Renaming& renaming) {
  const auto checks = [](const ir::Schema& schema) {
    Ids ids;
    for (const Object& object : schema.objects())
      if (!object.dropped && object.kind == ir::Kind::Check) ids.insert(ir::idOf(object));
    return ids;
  };
  Limits limits{touchedBy(plan), {}, {}};
  for (const ir::Operation& op : plan.operations) {
    if (isFirstHalf(plan, op)) limits.validated.insert(ir::idOf(*op.after));
    // The index that a later file makes a key of goes with this.
    if (op.verb == ir::Verb::Create && op.after->kind == ir::Kind::Index && op.after != &plan.to->objects()[op.after->serial]) limits.passing.insert(ir::idOf(*op.after));
  }
  Ids lasting = checks(*plan.original);
  lasting.merge(checks(*plan.to));
  const ir::Schema* seen = plan.to.get();
  for (const auto& state : states) {
    if (std::exchange(seen, state.get()) == state.get()) continue;
    for (const ir::ObjectId& id : checks(*state))
      if (!lasting.contains(id)) limits.passing.insert(id);
  }
  return undo(plan, states, options, nullptr, diagnostics, renaming, limits);
}

}  // namespace schemac::compiler
