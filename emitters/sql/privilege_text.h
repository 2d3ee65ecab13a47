#pragma once
#include <string>

#include "ir/objects/facts.h"
#include "ir/kind.h"

namespace schemac::emitters {

// "select, insert", or "all" where it is everything that `all` has.
std::string privilegeList(ir::Privileges privileges, ir::Privileges all);

}  // namespace schemac::emitters
