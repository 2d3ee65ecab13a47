#pragma once
#include <string>
#include <vector>

#include "ir/equality.h"
#include "parser/analyze/typed.h"
#include "parser/sql/parse.h"

namespace schemac::parser {

// An expression's typed form: two of one form mean the same.
struct Analysed {
  Typed* tree = nullptr;             // null: it cannot be parsed
  std::vector<ir::Name> columnNames; // of a view
  std::string columnTypes;
  std::string trouble;               // not "": something in it could not be followed, and why
};

// Of all but partition bounds and SQL bodies. The tree lives as long as the arena.
Analysed analysed(const ir::Expression& expression, const ir::ExpressionSite& where, const ir::Schema& schema, Arena& arena, ParseMemory& memory);
// Equal where both trees and columns are, and nothing troubles either.
ir::Verdict compareAnalysed(const Analysed& a, const Analysed& b);

}  // namespace schemac::parser
