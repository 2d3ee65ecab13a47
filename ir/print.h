#pragma once
// A whole schema as text, for tests and for looking at what a front end made: not a format that anything reads.
#include <string>
#include <string_view>

#include "ir/schema.h"

namespace schemac::ir {

// One line: describe(), its origin where it is not the user's, what it is derived from, and every field that is not at its default.
// Expressions are rendered with their bound names; line ends inside values are written \n.
std::string print(const Object& object);

// One field's value, as in the line, without secrets; of a Grant's the privileges' words. "" where it has no such field.
std::string printField(const Object& object, std::string_view field);

// Every object but built-in ones, a line each, in the order of their ids: the same schema gives the same text, whatever read it.
std::string print(const Schema& schema);

}  // namespace schemac::ir
