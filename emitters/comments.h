#pragma once
#include <string>
#include <string_view>

namespace schemac::emitters {

// SQL behind "-- rollback: ", a line of comment for each of its lines, whatever ends them.
std::string rollbackComment(std::string_view sql);

}  // namespace schemac::emitters
