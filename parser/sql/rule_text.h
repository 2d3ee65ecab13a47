#pragma once
#include "parser/analyze/bind.h"
#include "parser/sql/slices.h"

namespace schemac::parser {

// Where the parts of a CREATE RULE stand: the same for a user's statement and for what pg_get_ruledef prints.
struct RuleText {
  Span condition;             // empty: none
  std::vector<Span> actions;  // none: NOTHING
};
// `relation` is the first token of the relation's name; behind it come [WHERE …] DO [ALSO | INSTEAD] and NOTHING, one action or ( actions ).
RuleText ruleText(const Slices& slices, std::size_t relation);

// NEW and OLD, as far as the event has them.
// `condition`: of WHERE, where columns of the one that there is need no OLD or NEW in front.
BindScope ruleScope(const ir::Object& relation, ir::Name event, bool condition = false);

}  // namespace schemac::parser
