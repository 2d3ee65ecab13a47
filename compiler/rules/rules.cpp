#include "compiler/rules/rules.h"

#include <algorithm>

#include "ir/identity.h"

namespace schemac::compiler {

using ir::Kind;

bool RuleInput::changes(std::string_view field) const {
  return std::any_of(fields.begin(), fields.end(), [&](const ir::FieldChange& change) { return change.field == field; });
}

bool RuleInput::changesOnly(std::initializer_list<std::string_view> allowed) const {
  return std::all_of(fields.begin(), fields.end(), [&](const ir::FieldChange& change) {
    return std::find(allowed.begin(), allowed.end(), change.field) != allowed.end();
  });
}

Ruling inPlace(const RuleInput& input, std::initializer_list<std::string_view> allowed) {
  for (const ir::FieldChange& change : input.fields) {
    if (std::find(allowed.begin(), allowed.end(), change.field) != allowed.end()) continue;
    return {Decision::Recreate, "PostgreSQL cannot alter the " + std::string(change.field) + " of " + ir::describe(input.after) + " in place"};
  }
  return {Decision::InPlace, {}};
}

Ruling ruleOf(const RuleInput& input) {
  switch (input.after.kind) {
#define SCHEMAC_KIND(kind, type, label) \
  case Kind::kind: return rule##kind(input);
#include "ir/kinds.def"
#undef SCHEMAC_KIND
  }
  return {Decision::Recreate, {}};
}

bool ownField(const ir::Object& derived, std::string_view field) {
  switch (derived.kind) {
    case Kind::Column:
      // Of an inherited column; a view's has nothing of its own but its default, which is an object.
      return derived.parent->kind == Kind::Table && (field == "not null" || field == "storage" || field == "compression" ||
                                                     field == "statistics" || field == "options" || field == "foreign options");
    case Kind::Index: return field == "statistics" || (!derived.as<ir::Index>().constraint && (field == "options" || field == "tablespace"));
    case Kind::Sequence: return field != "owned by" && field != "identity";
    case Kind::Trigger: return field == "enabled";
    case Kind::NotNull: return field == "local" || (field != "column" && derived.as<ir::NotNull>().local);
    default: return false;
  }
}

bool ownName(const ir::Object& before, const ir::Object& derived) {
  switch (derived.kind) {
    case Kind::Index: return !derived.as<ir::Index>().constraint;
    // One that parents have as well is renamed with theirs, never alone.
    case Kind::NotNull: return before.as<ir::NotNull>().inherited == 0 || derived.as<ir::NotNull>().inherited == 0;
    case Kind::Key: case Kind::ForeignKey: case Kind::Sequence: return true;
    default: return false;
  }
}

}  // namespace schemac::compiler
