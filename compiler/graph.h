#pragma once
// One graph, one order. Boost.Graph stays in graph.cpp.
#include <optional>
#include <vector>

#include "compiler/operations.h"
#include "ir/diagnostic.h"

namespace schemac::compiler {

// Puts operations into steps: parts into their whole's as far as no edge crosses (foreign keys leave first where tables need each other),
// then in an order that depends on names alone, never on the order of the input. Soft edges that stand in the way of hard ones are taken out
// of `operations.edges`; parts dropped with their whole become `implied`. Nothing if hard edges form a cycle, which is reported.
std::optional<std::vector<ir::Step>> orderSteps(Operations& operations, ir::Diagnostics& diagnostics);

}  // namespace schemac::compiler
