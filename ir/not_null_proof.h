#pragma once
// The CHECK that stands in for NOT NULL while the rows of a table are read through: SET NOT NULL reads none where a valid one proves it.
#include <string>
#include <string_view>

#include "ir/object.h"

namespace schemac::ir {

// What an Alter of a Column does instead of "not null", each in a step of its own.
inline constexpr std::string_view kAddsProof = "not null check", kValidatesProof = "not null check validated", kProved = "not null proved",
                                  kDropsProof = "not null check dropped";

// TABLE_COLUMN_is_set, within 63 bytes: PostgreSQL makes up no such name.
std::string proofName(const Object& column);

}  // namespace schemac::ir
