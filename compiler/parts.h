#pragma once
// What a plan is made of when operations are taken apart.
#include <memory>
#include <string_view>
#include <vector>

#include "ir/plan.h"

namespace schemac::compiler {

// The one change of an operation, by the name of its field.
inline std::vector<ir::FieldChange> changeOf(std::string_view field) { return {{field, {ir::Answer::Different, {}}}}; }
inline bool isChangeOf(const ir::Operation& operation, std::string_view field) { return operation.changes.size() == 1 && operation.changes[0].field == field; }

// A copy of an object, without its parts, that no Schema holds: the plan keeps it.
inline ir::Object& copyFor(ir::Plan& plan, const ir::Object& object) {
  auto copy = std::make_shared<ir::Object>();
  copy->kind = object.kind;
  copy->origin = object.origin;
  copy->serial = object.serial;
  copy->ordinal = object.ordinal;
  copy->name = object.name;
  copy->parent = object.parent;
  copy->location = object.location;
  copy->data = object.data;
  plan.made.push_back(copy);
  return *copy;
}

}  // namespace schemac::compiler
