#pragma once
#include <string>
#include <string_view>

namespace schemac::parser {

// A profile's text as one server version has it: what stands between "-- schemac: server_version < 15" (or >=, >, <=, =) and "-- schemac: end"
// is blanked where the condition does not hold. Offsets stay.
std::string platformFor(std::string_view text, int serverVersion);

}  // namespace schemac::parser
