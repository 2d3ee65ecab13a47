#pragma once
#include <functional>
#include <span>
#include <vector>

#include "parser/analyze/types.h"

namespace schemac::parser {

// Which of several lists of parameter types fits the arguments best: func_match_argtypes and func_select_candidate. -1: none; -2: several.
// An argument whose type is not known fits everywhere.
int selectCandidate(const std::vector<std::vector<Type>>& candidates, std::span<const Type> arguments, const Types& types,
                    const std::function<bool(std::span<const Type>, std::span<const Type>)>& canCoerce);

}  // namespace schemac::parser
