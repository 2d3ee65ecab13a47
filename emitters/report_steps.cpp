#include "emitters/report_steps.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "emitters/sql/text.h"
#include "ir/print.h"
#include "ir/privileges.h"

namespace schemac::emitters {

using ir::Object;
using ir::Operation;
using ir::Verb;

std::string verbWord(const Operation& operation) {
  if (operation.grant) {
    const bool gives = operation.grant->wanted & ~operation.grant->held, takes = operation.grant->held & ~operation.grant->wanted;
    return takes && !gives ? "revoke" : "grant";
  }
  switch (operation.verb) {
    case Verb::Create: return "create";
    case Verb::Alter: return "alter";
    case Verb::Rename: return "rename";
    case Verb::Drop: return "drop";
  }
  return "";
}

std::string titleOf(const Operation& operation) {
  const std::string what = ir::describe(endOf(operation));
  if (operation.grant) return verbWord(operation) + " " + what;
  if (operation.verb == Verb::Rename) return "rename " + ir::describe(*operation.before) + " to " + ir::displayName(*operation.after);
  // A comment or an owner is not created: it is said.
  const ir::Kind kind = endOf(operation).kind;
  const bool fact = kind == ir::Kind::Owner || kind == ir::Kind::Comment || kind == ir::Kind::SecurityLabel;
  return (fact ? operation.after ? "set" : "unset" : verbWord(operation)) + " " + what;
}

std::string signOf(const ir::Change& change) { return !change.before ? "+" : !change.after ? "-" : "~"; }

Places::Place Places::of(const ir::Location& location) {
  if (!location) return {};
  const std::string& text = location.source->text;
  if (text.empty()) return {location.source->name};
  auto [found, fresh] = starts_.try_emplace(location.source);
  std::vector<std::size_t>& starts = found->second;
  if (fresh) {
    starts.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) starts.push_back(at + 1);
  }
  const std::size_t at = std::min<std::size_t>(location.begin, text.size());
  const auto line = std::upper_bound(starts.begin(), starts.end(), at) - 1;
  const auto characters = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(*line), text.begin() + static_cast<std::ptrdiff_t>(at),
                                        [](char c) { return (c & 0xC0) != 0x80; });
  return {location.source->name, static_cast<int>(line - starts.begin()) + 1, static_cast<int>(characters) + 1};
}

std::string Places::text(const ir::Location& location) {
  const Place place = of(location);
  return place.line ? place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) : place.file;
}

FieldText fieldText(const Object* before, const Object* after, const ir::FieldChange& change) {
  const auto value = [&](const Object* object) { return object ? ir::printField(*object, change.field) : std::string(); };
  return {std::string(change.field), value(before), value(after)};
}

std::string privilegeText(const ir::GrantChange& change) {
  std::vector<std::string> parts;
  if (const auto taken = (change.held | change.spelled) & ~change.wanted) parts.push_back("revoke " + ir::privilegeWords(taken));
  if (const auto given = (change.wanted & ~change.held) | (change.spelled & change.wanted)) parts.push_back("grant " + ir::privilegeWords(given));
  if (const auto passed = change.wantedGrantable & ~change.heldGrantable) parts.push_back("with grant option: " + ir::privilegeWords(passed));
  if (const auto kept = change.heldGrantable & ~change.wantedGrantable) parts.push_back("no more grant option: " + ir::privilegeWords(kept));
  return join(parts, ", ");
}

std::string lockText(ir::LockMode mode) {
  constexpr std::string_view words[]{"none", "access share", "row share", "row exclusive", "share update exclusive", "share", "share row exclusive",
                                     "exclusive", "access exclusive"};
  return std::string(words[static_cast<std::size_t>(mode)]);
}

StepGraph stepGraph(const ir::Plan& plan) {
  StepGraph graph;
  std::vector<int> nodeOf(plan.operations.size(), -1);
  for (std::size_t s = 0; s < plan.segments.size(); ++s) {
    for (const ir::Step& step : plan.segments[s].steps) {
      const int node = static_cast<int>(graph.nodes.size());
      // A step that is nothing but an implied operation has no statement.
      if (!plan.operations[step.operation].implied) graph.nodes.push_back({&step, s, {}});
      const int mine = plan.operations[step.operation].implied ? -1 : node;
      nodeOf[step.operation] = mine;
      for (const std::size_t folded : step.folded) nodeOf[folded] = mine;
    }
  }
  // An implied operation happens with its whole's, or with that of what implies it.
  std::map<std::pair<const Object*, Verb>, std::size_t> byObject;
  for (std::size_t i = 0; i < plan.operations.size(); ++i)
    if (nodeOf[i] >= 0) byObject[{&endOf(plan.operations[i]), plan.operations[i].verb}] = i;
  for (std::size_t i = 0; i < plan.operations.size(); ++i) {
    const Operation& operation = plan.operations[i];
    if (!operation.implied) continue;
    const std::function<bool(const Object*)> belongs = [&](const Object* whole) {
      for (const Object* at = whole; at; at = at->parent) {
        if (const auto found = byObject.find({at, operation.verb}); found != byObject.end()) {
          graph.nodes[static_cast<std::size_t>(nodeOf[found->second])].implied.push_back(i);
          return true;
        }
        if (at->derivedFrom && belongs(at->derivedFrom)) return true;
      }
      return false;
    };
    belongs(&endOf(operation));
  }
  // Edges between statements, also by way of operations that have none.
  std::vector<std::vector<const ir::Edge*>> into(plan.operations.size());
  for (const ir::Edge& edge : plan.edges) into[edge.second].push_back(&edge);
  std::set<std::tuple<std::size_t, std::size_t, std::string, bool>> found;
  for (std::size_t i = 0; i < plan.operations.size(); ++i) {
    if (nodeOf[i] < 0) continue;
    std::set<std::size_t> seen;
    const std::function<void(std::size_t, bool)> walk = [&](std::size_t at, bool soft) {
      for (const ir::Edge* edge : into[at]) {
        if (nodeOf[edge->first] < 0) {
          if (seen.insert(edge->first).second) walk(edge->first, soft || edge->soft);
        } else if (nodeOf[edge->first] != nodeOf[i]) {
          found.emplace(static_cast<std::size_t>(nodeOf[i]), static_cast<std::size_t>(nodeOf[edge->first]), edge->reason, soft || edge->soft);
        }
      }
    };
    walk(i, false);
  }
  for (const auto& [second, first, reason, soft] : found) graph.edges.push_back({first, second, reason, soft});
  return graph;
}

std::vector<const ir::Change*> changesAlone(const std::vector<ir::Change>& changes) {
  std::set<const Object*> alone;
  for (const ir::Change& change : changes)
    if (!change.before || !change.after) alone.insert(&endOf(change));
  const auto withItsWhole = [&](const Object& object) {
    for (const Object* whole = object.parent; whole; whole = whole->parent)
      if (whole->kind != ir::Kind::Schema && alone.contains(whole)) return true;
    return false;
  };
  std::vector<const ir::Change*> result;
  for (const ir::Change& change : changes)
    if ((change.before && change.after) || !withItsWhole(endOf(change))) result.push_back(&change);
  return result;
}

}  // namespace schemac::emitters
