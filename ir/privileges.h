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
// What a grantee (a role, kPublic, kOwner) has on a new object where no default privileges say otherwise. This is what an absent Grant means.
Privileges builtinPrivileges(Kind kind, Name grantee, int serverVersion);

// What `grantee` may do with `object` as it stands: its Grant child, else the built-in default.
struct Holding {
  Privileges privileges = 0, grantable = 0;
  const Object* grant = nullptr;  // the Grant, if there is one
};
Holding holding(const Object& object, Name grantee, int serverVersion);

// What ALTER DEFAULT PRIVILEGES calls objects of the kind: "tables" for tables and views, …; "" where there are none.
std::string_view defaultPrivilegeObjects(Kind kind);

}  // namespace schemac::ir
