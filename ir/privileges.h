#pragma once
// Privilege bits of ir/objects/facts.h: their SQL words, and what PostgreSQL grants where nobody said anything.
#include <string>
#include <string_view>

#include "ir/object.h"

namespace schemac::ir {

// "SELECT" → Select, any case; 0 where PostgreSQL has no such privilege ("ALL" is not one).
Privileges privilegeOf(std::string_view word);
// The words in PostgreSQL's order: "SELECT, INSERT"; "" for none.
std::string privilegeWords(Privileges privileges);

// What GRANT ALL gives on an object of the kind (tables for views and foreign tables, too); 0 for kinds without privileges.
Privileges allPrivileges(Kind kind, int serverVersion);
// What PUBLIC holds on a new object where no default privileges say otherwise.
Privileges publicPrivileges(Kind kind);

}  // namespace schemac::ir
