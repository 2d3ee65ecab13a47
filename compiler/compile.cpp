#include "compiler/compile.h"

#include <algorithm>
#include <set>

#include "compiler/diff.h"
#include "compiler/graph.h"
#include "compiler/hazards.h"
#include "compiler/locks.h"
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
  for (const Object* at = &object; at; at = at->parent)
    if (ids.contains(ir::idOf(*at))) return true;
  return false;
}

// `only`: nothing else may change (a rollback must not undo what its plan did not do).
std::optional<Plan> makePlan(std::shared_ptr<const ir::Schema> from, std::shared_ptr<const ir::Schema> to, const Options& options,
                             const ir::Equality& equality, ir::Diagnostics& diagnostics, const Ids* only, const RenamedFrom& renamed) {
  Comparison comparison = compareSchemas(*from, *to, options, equality, diagnostics);
  if (only) {
    const auto foreign = [&](const Object* before, const Object* after) {
      return !(before && among(*only, *before)) && !(after && among(*only, *after));
    };
    std::erase_if(comparison.changes, [&](const ir::Change& change) { return foreign(change.before, change.after); });
    std::erase_if(comparison.privileges, [&](const PrivilegeChange& change) { return foreign(change.before, change.after); });
  }
  ir::Diagnostics problems;
  if (!options.restoring) proposeRenames(comparison.changes, equality, diagnostics);
  const Fates fates = decideFates(comparison, to->serverVersion, problems);
  Operations operations = buildOperations(comparison, fates, options);
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

std::vector<Plan> rollbackOf(const Plan& plan, const Options& options, const ir::Equality& equality, ir::Diagnostics& diagnostics,
                             const Renaming& renaming) {
  std::vector<Plan> back;
  Options allowing = options;
  allowing.allow = {"all"};
  allowing.restoring = true;
  const Ids touched = touchedBy(plan);
  std::shared_ptr<const ir::Schema> state = plan.original;  // before the segment
  for (std::size_t i = 0; i != plan.segments.size(); ++i) {
    const bool last = i + 1 == plan.segments.size();
    std::shared_ptr<const ir::Schema> after = last ? plan.to : withLabels(plan, plan.segments[i]);
    // Notes on what is left alone have been given for the plan itself.
    ir::Diagnostics own;
    std::optional<Plan> undo;
    if (i == 0 && !plan.renamed.empty()) {
      RenamedFrom reversed{after, {}};
      for (const auto& [before, now] : plan.renamed) reversed.renames.emplace_back(last ? now : &after->objects()[before->serial], before);
      const std::shared_ptr<const ir::Schema> renamed = renaming.apply(*after, reversed.renames);
      const auto judge = renaming.equality(*renamed, *state);
      undo = makePlan(renamed, state, allowing, *judge, own, &touched, reversed);
    } else {
      undo = makePlan(after, state, allowing, equality, own, &touched, {});
    }
    if (!undo) {
      diagnostics.append(own);
      undo.emplace();
      undo->from = after;
      undo->to = state;
    }
    back.push_back(std::move(*undo));
    state = after;
  }
  return back;
}

}  // namespace schemac::compiler
