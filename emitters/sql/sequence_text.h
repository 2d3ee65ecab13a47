#pragma once
#include <string>

#include "emitters/sql/text.h"

namespace schemac::emitters {

// The clauses that are not PostgreSQL's defaults: " increment by 2 start with 10".
std::string sequenceClauses(const ir::Sequence& sequence);
// What a sequence of the type has where nobody says anything, in the direction of its increment.
ir::Sequence usualSequence(ir::Name type, std::int64_t increment);

// CREATE SEQUENCE under a name of one's own.
std::string createSequence(const std::string& qualified, const ir::Sequence& sequence, std::string_view ifNotExists = {});
// A name that nobody has, within PostgreSQL's 63 bytes: what stands aside for a moment.
std::string asideName(ir::Name name);

}  // namespace schemac::emitters
