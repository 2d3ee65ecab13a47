#pragma once
// A whole schema as text, for tests and for looking at what a front end made: not a format that anything reads.
#include <string>

#include "ir/schema.h"

namespace schemac::ir {

// One line: describe(), its origin where it is not the user's, what it is derived from, and every field that is not at its default.
// Expressions are rendered with their bound names; line ends inside values are written \n.
std::string print(const Object& object);

// Every object but built-in ones, a line each, in the order of their ids: the same schema gives the same text, whatever read it.
std::string print(const Schema& schema);

}  // namespace schemac::ir
