#pragma once
#include <string>

#include "emitters/sql/text.h"

namespace schemac::emitters {

// The clauses that are not PostgreSQL's defaults: " increment by 2 start with 10".
std::string sequenceClauses(const ir::Sequence& sequence);
// What a sequence of the type has where nobody says anything, in the direction of its increment.
ir::Sequence usualSequence(ir::Name type, std::int64_t increment);

}  // namespace schemac::emitters
