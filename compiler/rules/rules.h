#pragma once
// What PostgreSQL can alter in place, one rule a kind: compiler/rules/KIND.cpp defines rule<Kind>(). A kind of ir/kinds.def without its rule
// does not link, and the linker names it.
#include <initializer_list>
#include <string>

#include "ir/plan.h"

namespace schemac::compiler {

// An object that is on both sides, and what differs.
struct RuleInput {
  const ir::Object& before;
  const ir::Object& after;
  const std::vector<ir::FieldChange>& fields;  // not empty, names left out
  int serverVersion;                           // of the target

  bool changes(std::string_view field) const;
  bool changesOnly(std::initializer_list<std::string_view> fields) const;
};

enum class Decision {
  InPlace,     // one Alter with all the fields
  Recreate,    // Drop and Create
  Leave,       // nothing to be done; `reason` is reported (W3003)
  Impossible,  // PostgreSQL cannot and schemac must not; `reason` is an error (E3005)
};

struct Ruling {
  Decision decision;
  std::string reason;  // why not in place: "the command of a policy cannot be altered"
};

// In place if nothing but `fields` differs; else recreated, with the first other field as the reason.
Ruling inPlace(const RuleInput& input, std::initializer_list<std::string_view> fields);

#define SCHEMAC_KIND(kind, type, label) Ruling rule##kind(const RuleInput& input);
#include "ir/kinds.def"
#undef SCHEMAC_KIND

Ruling ruleOf(const RuleInput& input);  // by the kind

// The fields of a derived object that can be set on it alone: the rest follows what it is derived from.
bool ownField(const ir::Object& derived, std::string_view field);
// Can a derived object have another name than PostgreSQL gave it?
bool ownName(const ir::Object& before, const ir::Object& derived);

}  // namespace schemac::compiler
