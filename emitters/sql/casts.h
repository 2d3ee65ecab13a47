#pragma once
#include <string>

#include "ir/ref.h"

namespace schemac::emitters {

// How a column gets from one type to another.
enum class Assignment {
  Known,    // PostgreSQL has a cast in assignment: no USING, and defaults are converted
  Unknown,  // a cast that must be written, or one that is not known here: USING col::type
  ByText,   // no cast at all, as between two enums: USING col::text::type
};
Assignment assignment(const ir::TypeRef& from, const ir::TypeRef& to, int serverVersion);

// The storage a column of the type has where nobody says anything.
std::string usualStorage(const ir::TypeRef& type, int serverVersion);

}  // namespace schemac::emitters
