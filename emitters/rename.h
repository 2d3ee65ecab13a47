#pragma once
#include <string>
#include <utility>
#include <vector>

#include "ir/object.h"

namespace schemac::emitters {

// ALTER … RENAME and SET SCHEMA that give `now` the name and schema of `wanted`, without guards; its parts keep theirs. Labels: new and old.
std::string renameStatements(const ir::Object& now, const ir::Object& wanted, const std::vector<std::pair<ir::Text, ir::Text>>& labels);

}  // namespace schemac::emitters
