#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace schemac::tool {

// The command line as a function: arguments without the program's name, streams in place of the terminal. Returns the exit code of DESIGN.md, 7:
// 0 done, 1 error, 2 differences (check, diff --exit-code), 3 refused for a hazard.
int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace schemac::tool
