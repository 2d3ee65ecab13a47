#pragma once
// Online shapes (DESIGN.md, 6): what would read a table through under a lock that keeps others out is done in two steps instead.
#include <functional>
#include <memory>
#include <vector>

#include "compiler/compile.h"

namespace schemac::compiler {

// Builds and drops indexes concurrently (compiler/concurrently.h). Takes apart, in a plan that is in order, and puts the second halves behind the
// first in a segment that comes later (the one behind the indexes, else one of their own):
// - a new FOREIGN KEY or CHECK of a table that was there: NOT VALID, then VALIDATE CONSTRAINT;
// - a column's SET NOT NULL: a CHECK NOT VALID, then VALIDATE CONSTRAINT and SET NOT NULL, which reads nothing where a valid check proves it.
//   The fields of these Alters are kAddsProof, kValidatesProof, kProved and kDropsProof.
// Left as they are: tables that the plan makes, partitioned ones and those with children, constraints that are made anew under their name, and
// whatever something else of the plan waits for.
void makeOnline(ir::Plan& plan);
// Is it the Create of a constraint that is validated later?
bool isFirstHalf(const ir::Plan& plan, const ir::Operation& operation);
// Has makeOnline taken something apart?
bool isOnline(const ir::Plan& plan);

// As rollbackOf(), of a plan that is online: states[i] is the schema behind segment i, without the last (that is plan.to);
// behind several that are no transactions it may be the same.
std::vector<ir::Plan> rollbackThrough(const ir::Plan& plan, const std::vector<std::shared_ptr<const ir::Schema>>& states, const Options& options,
                                      ir::Diagnostics& diagnostics, const Renaming& renaming);

}  // namespace schemac::compiler
