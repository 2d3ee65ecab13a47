#pragma once
// OPERATOR 1 …, FUNCTION 1 …: what CREATE OPERATOR CLASS and ALTER OPERATOR FAMILY list.
#include <string>

#include "ir/object.h"

namespace schemac::emitters {

std::string memberText(const ir::FamilyOperator& member);
std::string memberText(const ir::FamilyFunction& member);
// As DROP names them: "operator 1 (integer, integer)".
std::string memberKey(const ir::FamilyOperator& member);
std::string memberKey(const ir::FamilyFunction& member);

}  // namespace schemac::emitters
