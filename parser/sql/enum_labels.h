#pragma once
#include <string_view>

#include "ir/schema.h"

namespace schemac::parser {

// ALTER TYPE … RENAME VALUE, after the type itself: PostgreSQL keeps a label in an expression as the OID of its row of pg_enum, so that defaults,
// checks, views, policies, … follow. Texts that are cast when they are evaluated, and bodies that are strings, do not.
void renameLabel(ir::Schema& schema, const ir::Object& type, std::string_view before, std::string_view after);

}  // namespace schemac::parser
