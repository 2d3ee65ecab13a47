#pragma once
#include <string>
#include <string_view>

#include "parser/sql/replay.h"

namespace schemac::parser::plpgsql {

// The SQLSTATE of a condition name ("duplicate_object" → "42710"), "" for none.
std::string_view sqlStateOf(std::string_view condition);
// The SQLSTATE the server would raise for a failed statement.
std::string sqlStateOf(const ReplayError& error);
// Does WHEN `condition` catch `state`? A class ("42000") catches what begins alike; "others" all but query_canceled and assert_failure.
bool catches(std::string_view condition, std::string_view state);

}  // namespace schemac::parser::plpgsql
