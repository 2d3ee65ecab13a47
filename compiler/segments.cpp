#include "compiler/segments.h"

#include <algorithm>
#include <type_traits>
#include <unordered_set>

#include "compiler/rebuild.h"
#include "ir/references.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;
using ir::Operation;

std::vector<ir::Text> addedLabels(const Operation& operation) {
  std::vector<ir::Text> added;
  if (operation.verb != ir::Verb::Alter || !operation.before || !operation.after || operation.after->kind != Kind::Enum) return added;
  const auto& before = operation.before->as<ir::Enum>();
  const auto& after = operation.after->as<ir::Enum>();
  if (swapsLabels(before, after)) return added;
  for (const ir::Text& label : after.labels)
    if (std::find(before.labels.begin(), before.labels.end(), label) == before.labels.end()) added.push_back(label);
  return added;
}

namespace {

// Visits every expression of an object: what PostgreSQL parses, and folds constants in, when the statement runs. Bodies in quotes are not.
template <class Visit>
struct Expressions {
  Visit visit;
  void walk(const ir::Expression& expression) { visit(expression); }
  template <class T>
  void walk(const std::optional<T>& value) { if (value) walk(*value); }
  template <class T>
  void walk(const std::vector<T>& values) {
    if constexpr (ir::Described<T>) for (const T& value : values) walk(value);
  }
  template <ir::Described T>
  void walk(const T& value) {
    ir::forEachField<T>([&](const auto& f) { walk(value.*(f.member)); });
  }
  template <class T>
  void walk(const T&) {}
};

template <class Visit>
void forEachExpression(const Object& object, Visit visit) {
  std::visit(
      [&](const auto& payload) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(payload)>, std::monostate>) Expressions<Visit>{visit}.walk(payload);
      },
      object.data);
}

bool mayUse(const Operation& operation, const Object& type, const std::vector<ir::Text>& labels) {
  if (!operation.after || operation.after->kind == Kind::Comment || operation.after->kind == Kind::Grant) return false;
  bool uses = false;
  forEachExpression(*operation.after, [&](const ir::Expression& expression) {
    for (const ir::Text& label : labels) uses = uses || expression.text.view().find(label.view()) != std::string_view::npos;
    // enum_last(null::mood), 'm' || 'ad' …: whatever names the type may come to a new label.
    for (const ir::Binding& binding : expression.bindings) uses = uses || binding.target.object == &type;
  });
  return uses;
}

}  // namespace

std::vector<ir::Segment> cutSegments(const std::vector<Operation>& operations, const std::vector<ir::Edge>& edges, std::vector<ir::Step> steps) {
  std::vector<ir::Segment> segments;
  if (steps.empty()) return segments;
  std::unordered_set<std::size_t> first;  // operations of the first segment
  for (std::size_t i = 0; i != operations.size(); ++i) {
    const std::vector<ir::Text> labels = addedLabels(operations[i]);
    if (labels.empty()) continue;
    for (std::size_t j = 0; j != operations.size() && !first.contains(i); ++j)
      if (j != i && mayUse(operations[j], *operations[i].after, labels)) first.insert(i);
  }
  // With what must come before them.
  for (bool grown = !first.empty(); grown;) {
    grown = false;
    for (const ir::Edge& edge : edges)
      if (first.contains(edge.second) && first.insert(edge.first).second) grown = true;
    for (const ir::Step& step : steps) {
      const bool any = first.contains(step.operation) || std::any_of(step.folded.begin(), step.folded.end(), [&](std::size_t i) { return first.contains(i); });
      if (!any) continue;
      grown = first.insert(step.operation).second || grown;
      for (std::size_t i : step.folded) grown = first.insert(i).second || grown;
    }
  }
  ir::Segment early, rest;
  for (ir::Step& step : steps) (first.contains(step.operation) ? early : rest).steps.push_back(std::move(step));
  if (!early.steps.empty()) segments.push_back(std::move(early));
  if (!rest.steps.empty()) segments.push_back(std::move(rest));
  return segments;
}

}  // namespace schemac::compiler
