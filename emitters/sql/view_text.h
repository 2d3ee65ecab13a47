#pragma once
#include <string>

#include "ir/object.h"

namespace schemac::emitters {

// " (a, b)": the names of a view's columns, for one that was made with them.
std::string viewColumns(const ir::Object& view);

}  // namespace schemac::emitters
