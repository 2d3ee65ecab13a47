#pragma once
#include <string>
#include <vector>

#include "parser/analyze/types.h"
#include "parser/names.h"

namespace schemac::parser {

// A literal as its type's input function reads it, in one spelling for each value.
struct Literal {
  bool known = true;      // false: what it means cannot be told here
  bool raw = false;       // as written: another spelling may be the same value
  std::string text;
  std::string reason;
  const ir::Object* object = nullptr;  // of regclass and the like: what it names
};

// `type` is no domain. Modifiers count for interval alone, as in PostgreSQL.
Literal canonicalLiteral(std::string_view text, Type type, ir::Text modifiers, const Types& types, const Names& names);

// The parts of a name as in 'a."B"'::regclass, folded; what follows a bracket is not looked at.
std::vector<std::string> nameParts(std::string_view text);
// What a literal of regclass, regtype, regproc, … names, of the user's own; null: built in, or nothing that is known.
const ir::Object* objectNamed(std::string_view kind, std::string_view text, const Names& names);

}  // namespace schemac::parser
