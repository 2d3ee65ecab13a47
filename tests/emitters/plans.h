#pragma once
// Plans made by hand: operations in the order in which they are given, one transactional segment.
#include <memory>

#include "emitters/migration.h"

namespace schemac::testing {

struct Hand {
  std::shared_ptr<ir::Schema> from = std::make_shared<ir::Schema>(17), to = std::make_shared<ir::Schema>(17);
  ir::Plan plan;

  Hand() {
    for (ir::Schema* side : {from.get(), to.get()}) side->make(nullptr, "public", ir::Namespace{});
    plan.from = from;
    plan.to = to;
    plan.segments.push_back({});
  }
  static const ir::Object& in(const ir::Schema& side) { return *side.schema("public"); }
  static ir::Column column(ir::Schema& side, const char* type, bool notNull = false) {
    ir::Column column;
    column.type.type = side.builtinType(type);
    column.notNull = notNull;
    return column;
  }
  static ir::Expression text(const char* sql) {
    ir::Expression expression;
    expression.text = sql;
    return expression;
  }
  // An expression in which `name` (its first occurrence) is bound to the column.
  static ir::Expression naming(const char* sql, const ir::Object& column) {
    ir::Expression expression = text(sql);
    const auto at = expression.text.view().find(column.name.view());
    expression.bindings.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(column.name.view().size()), &column,
                                   ir::BindingRole::Column, {}, {}});
    return expression;
  }

  std::size_t add(ir::Operation operation) {
    plan.operations.push_back(std::move(operation));
    return plan.operations.size() - 1;
  }
  // A step of its own.
  void create(const ir::Object& object, std::vector<const ir::Object*> folded = {}, bool rebuild = false) {
    ir::Step step;
    step.operation = add({ir::Verb::Create, nullptr, &object, {}, false, rebuild, {}, {}});
    for (const ir::Object* part : folded) step.folded.push_back(add({ir::Verb::Create, nullptr, part, {}, false, false, {}, {}}));
    plan.segments.back().steps.push_back(step);
  }
  void drop(const ir::Object& object, bool rebuild = false) {
    plan.segments.back().steps.push_back({add({ir::Verb::Drop, &object, nullptr, {}, false, rebuild, {}, {}}), {}});
  }
  void rename(const ir::Object& before, const ir::Object& after) {
    plan.segments.back().steps.push_back({add({ir::Verb::Rename, &before, &after, {}, false, false, {}, {}}), {}});
  }
  void alter(const ir::Object& before, const ir::Object& after, std::vector<std::string_view> fields) {
    ir::Operation operation{ir::Verb::Alter, &before, &after, {}, false, false, {}, {}};
    for (const std::string_view field : fields) operation.changes.push_back({field, {ir::Answer::Different, {}}});
    plan.segments.back().steps.push_back({add(std::move(operation)), {}});
  }
  // The statements behind the settings at the top.
  std::string sql() const {
    const std::string all = emitters::emitStatements(plan);
    const std::size_t start = all.find("\n\n");
    return start == std::string::npos ? all : all.substr(start + 2);
  }
};

}  // namespace schemac::testing
