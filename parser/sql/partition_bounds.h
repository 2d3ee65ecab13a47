#pragma once
#include <string>
#include <string_view>

#include "ir/schema.h"

struct Node;

namespace schemac::parser {

// A value of a partition bound as pg_get_expr prints it after coercion to the key's type: 1 for integer, '1' for bigint, '2024-01-01 00:00:00' for
// timestamp, MINVALUE. Of time zones only offsets count, and the result is in UTC. `written` is its text, kept where the value is not a plain literal.
std::string boundValue(const ir::Schema& schema, const Node* value, const ir::TypeRef& type, std::string_view written);
// The same for the literal's text alone.
std::string boundLiteral(std::string_view type, const std::string& text);

}  // namespace schemac::parser
