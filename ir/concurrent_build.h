#pragma once
// How an index is made while its table is read and written: CREATE INDEX CONCURRENTLY, in a file of its own, between two others.
#include <string_view>

namespace schemac::ir {

// What an Alter of an Index with before == after == the new one does, before and after the file that builds it: drops what a failed build left
// behind (IF NOT EXISTS takes it for a good one); ends the run where it has not been built.
inline constexpr std::string_view kClearsBuild = "failed build", kProvesBuild = "build";
// Of the Create of a Key: a unique index of its name was built for it.
inline constexpr std::string_view kUsingIndex = "using index";

}  // namespace schemac::ir
