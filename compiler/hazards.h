#pragma once
// What a plan risks, each operation graded. Codes are stable; docs/hazards.md explains them.
//   data-loss         rows or values are gone: a table, column or sequence position dropped, a column or table made anew, an enum label taken away,
//                     a type that cannot hold what the old one held
//   weakens-security  row level security disabled or unforced, a policy given to more roles or commands, its USING or CHECK made a literal true,
//                     a restrictive policy dropped, a new privilege for anon or PUBLIC on an object that exists, SECURITY DEFINER without
//                     search_path, security_invoker taken off
//   policy-changed    any other change of a policy on a table that exists
//   may-fail          what existing rows may contradict: NOT NULL, a constraint or unique index on a table that exists, a narrower type
//   rewrite           the table is written anew; neither read nor written meanwhile
//   locks-reads       the table is read through under a lock that keeps others from reading and writing
//   locks-writes      the table is read through under a lock that keeps others from writing
//   scan              the table is read through, while others read and write
//   breaks-clients    what running clients use has another name, type or signature, or is gone
//   irreversible      cannot be taken back exactly
// `data-loss` and `weakens-security` are refused unless allowed, by --allow or by "-- schemac: allow CODE" above the object; the others are shown.
#include <vector>

#include "compiler/compile.h"

namespace schemac::compiler {

// Operation::locks must be known (compiler/locks.h).
std::vector<ir::Hazard> findHazards(const ir::Plan& plan, const Options& options);

}  // namespace schemac::compiler
