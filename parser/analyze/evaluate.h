#pragma once
#include "parser/analyze/typed.h"

namespace schemac::parser {

// The value of an expression over constants, as far as it is simple arithmetic on whole numbers, dates and times: what PostgreSQL folds in a partition
// bound. Else the tree as it is.
Typed* evaluated(Typed* tree, Arena& arena, const KnownTypes& known);

}  // namespace schemac::parser
