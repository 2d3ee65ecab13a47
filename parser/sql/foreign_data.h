#pragma once
// OPTIONS (…) of foreign data, shared by all that has them. Include it after every standard header (see pg_nodes.h).
#include "parser/sql/lookup.h"

namespace schemac::parser {

// OPTIONS (a 'x', …) of CREATE, OPTIONS ([ADD] a 'x', SET b 'y', DROP c) of ALTER (transformGenericOptions). Throws as the server does.
void applyForeignOptions(Replay& replay, ir::Options& options, const List* definitions);
const ir::Object& serverNamed(Replay& replay, const char* name);

}  // namespace schemac::parser
