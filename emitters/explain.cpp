#include "emitters/report.h"
#include "emitters/report_steps.h"
#include "emitters/sql/text.h"

namespace schemac::emitters {
namespace {

using ir::Operation;

constexpr std::size_t kLong = 100;

std::string shortened(const std::string& text) {
  const std::string line = oneLine(text);
  if (line.size() <= kLong) return line;
  return std::string(clipped(line, kLong)) + "…";
}

class Lines {
 public:
  void add(std::string_view label, const std::string& text) {
    std::string head(label == last_ ? "" : label);
    last_ = label;
    head.resize(9, ' ');
    text_ += "     " + head + text + "\n";
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_, last_;
};

// What differs, or what else made it necessary.
void why(const Operation& operation, Lines& lines) {
  if (!operation.because.empty()) lines.add("because", oneLine(operation.because));
  if (operation.grant) return lines.add("differs", privilegeText(*operation.grant));
  for (const ir::FieldChange& change : operation.changes) {
    const FieldText text = fieldText(operation.before, operation.after, change);
    if (operation.before == operation.after) lines.add("says", text.field + ": " + shortened(text.after));  // the rest of a CREATE
    else lines.add("differs", text.field + ": " + shortened(text.before) + " → " + shortened(text.after) +
                                  (change.verdict.answer == ir::Answer::Unknown ? " (not decided)" : "") +
                                  (change.verdict.reason.empty() ? "" : " [" + oneLine(change.verdict.reason) + "]"));
  }
  if (!operation.because.empty() || !operation.changes.empty()) return;
  if (!operation.before) lines.add("because", "the desired side alone has it");
  else if (!operation.after) lines.add("because", "the desired side does not have it");
  else if (operation.verb == ir::Verb::Rename) lines.add("because", "both are the same, under two names");
}

}  // namespace

std::string explain(const ir::Plan& plan) {
  const StepGraph graph = stepGraph(plan);
  Places places;
  std::string out;
  std::size_t edge = 0, segment = plan.segments.size();
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const StepNode& node = graph.nodes[i];
    if (node.segment != segment) {
      segment = node.segment;
      if (!out.empty()) out += "\n";
      out += "file " + std::to_string(segment + 1) + " of " + std::to_string(plan.segments.size()) +
             (plan.segments[segment].transactional ? ", one transaction" : ", outside of a transaction") + "\n";
    }
    const Operation& operation = plan.operations[node.step->operation];
    std::string number = std::to_string(i + 1);
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, ' ');
    out += number + ". " + oneLine(titleOf(operation));
    if (const std::string place = places.text(endOf(operation).location); !place.empty()) out += "  (" + oneLine(place) + ")";
    out += "\n";
    Lines lines;
    why(operation, lines);
    for (const std::size_t folded : node.step->folded) lines.add("with", oneLine(ir::describe(endOf(plan.operations[folded]))));
    for (const std::size_t implied : node.implied) lines.add("takes", oneLine(titleOf(plan.operations[implied])));
    for (; edge < graph.edges.size() && graph.edges[edge].second == i; ++edge) {
      const StepEdge& e = graph.edges[edge];
      lines.add("after", std::to_string(e.first + 1) + ", for " + oneLine(e.reason) + (e.soft ? " (where it can)" : ""));
    }
    for (const ir::Lock& lock : operation.locks)
      lines.add("locks", oneLine(ir::displayName(*lock.table)) + ": " + lockText(lock.mode) + (lock.rewrites ? ", rewritten" : lock.scans ? ", all rows read" : ""));
    for (const ir::Hazard& hazard : plan.hazards)
      if (hazard.operation == node.step->operation) lines.add("hazard", oneLine(hazard.message) + " [" + hazard.code + "]");
    out += lines.text();
  }
  return out;
}

std::string planDot(const ir::Plan& plan) {
  const StepGraph graph = stepGraph(plan);
  const auto quoted = [](const std::string& text) {
    std::string out = "\"";
    for (const char c : oneLine(text)) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    return out + "\"";
  };
  std::string out = "digraph plan {\n  rankdir = LR;\n  node [shape = box];\n";
  std::size_t node = 0;
  for (std::size_t s = 0; s < plan.segments.size(); ++s) {
    out += "  subgraph cluster_" + std::to_string(s + 1) + " {\n    label = " +
           quoted("file " + std::to_string(s + 1) + (plan.segments[s].transactional ? "" : ", outside of a transaction")) + ";\n";
    for (; node < graph.nodes.size() && graph.nodes[node].segment == s; ++node)
      out += "    n" + std::to_string(node + 1) + " [label = " +
             quoted(std::to_string(node + 1) + ". " + titleOf(plan.operations[graph.nodes[node].step->operation])) + "];\n";
    out += "  }\n";
  }
  for (const StepEdge& edge : graph.edges)
    out += "  n" + std::to_string(edge.first + 1) + " -> n" + std::to_string(edge.second + 1) + " [label = " + quoted(edge.reason) +
           (edge.soft ? ", style = dashed" : "") + "];\n";
  return out + "}\n";
}

}  // namespace schemac::emitters
