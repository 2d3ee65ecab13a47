#include "tests/compiler/hand_made.h"

namespace schemac::test {

ir::Expression expr(const std::string& text, const std::vector<const ir::Object*>& names) {
  ir::Expression result;
  std::string out;
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "{}") != 0) {
      out += text[i];
      continue;
    }
    const ir::Object* target = names.at(next++);
    ir::BindingRole role = ir::BindingRole::Relation;
    if (target->kind == ir::Kind::Column) role = ir::BindingRole::Column;
    if (target->kind == ir::Kind::Function) role = ir::BindingRole::Function;
    if (ir::isType(target->kind)) role = ir::BindingRole::Type;
    result.bindings.push_back({static_cast<std::uint32_t>(out.size()), static_cast<std::uint32_t>(target->name.view().size()), target, role, {}, {}});
    out += target->name.view();
    ++i;
  }
  result.text = out;
  return result;
}

std::vector<std::string> stepsOf(const ir::Plan& plan) {
  static const char* kVerbs[] = {"create", "alter", "rename", "drop"};
  std::vector<std::string> lines;
  for (const ir::Segment& segment : plan.segments) {
    if (&segment != &plan.segments.front()) lines.push_back("--");
    for (const ir::Step& step : segment.steps) {
      const ir::Operation& op = plan.operations[step.operation];
      std::string line = std::string(kVerbs[static_cast<int>(op.verb)]) + " " + ir::describe(op.after ? *op.after : *op.before);
      if (op.implied) line += " (implied)";
      if (!op.changes.empty()) {
        line += ":";
        for (const auto& change : op.changes) line += " " + std::string(change.field) + (&change == &op.changes.back() ? "" : ",");
      }
      if (!step.folded.empty()) {
        line += " (";
        for (std::size_t i : step.folded) {
          const ir::Object& part = *plan.operations[i].after;
          line += (i == step.folded.front() ? "" : ", ") + std::string(part.kind == ir::Kind::Default ? "default" : part.name.str());
        }
        line += ")";
      }
      lines.push_back(line);
    }
  }
  return lines;
}

std::string Result::text() const {
  std::string all;
  for (const std::string& line : steps) all += line + "\n";
  return all;
}

bool Result::hazard(const std::string& code) const {
  if (plan)
    for (const ir::Hazard& hazard : plan->hazards)
      if (hazard.code == code) return true;
  return false;
}

std::unique_ptr<Result> plan(const Hand& from, const Hand& to, compiler::Options options) {
  auto result = std::make_unique<Result>();
  result->plan = compiler::compile(from.schema, to.schema, options, ByText(), result->diagnostics);
  if (result->plan) result->steps = stepsOf(*result->plan);
  return result;
}

}  // namespace schemac::test
