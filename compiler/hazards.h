#pragma once
// What a plan risks. Codes are stable:
//   data-loss         rows or values are gone: a table, column or sequence position dropped, a column or table made anew, an enum label taken away
//   weakens-security  row level security disabled or unforced, a policy given to more roles or commands, its USING or CHECK made a literal true,
//                     a restrictive policy dropped, a new privilege for anon or PUBLIC on an object that exists, SECURITY DEFINER without
//                     search_path, security_invoker taken off
//   policy-changed    any other change of a policy
//   may-fail          what existing rows may contradict: NOT NULL, a constraint or unique index on a table that exists, a narrower type
//   rewrite           the table is rewritten under its lock
//   breaks-clients    what running clients use has another name, type or signature, or is gone
//   irreversible      cannot be taken back exactly
// `data-loss` and `weakens-security` are refused unless allowed; the others are shown.
#include <vector>

#include "compiler/compile.h"

namespace schemac::compiler {

std::vector<ir::Hazard> findHazards(const std::vector<ir::Operation>& operations, const Options& options);

}  // namespace schemac::compiler
