#pragma once
#include <string>

#include "ir/equality.h"
#include "parser/analyze/typed.h"

namespace schemac::parser {

// Do two typed trees mean the same (CANON.md, 2)? By names and signatures, so the two may be of different Schemas. Different says where.
ir::Verdict compareTyped(const Typed& a, const Typed& b);

// One line for a node: "text 'a'", "app.f(integer)", "column email".
std::string describe(const Typed& node);

}  // namespace schemac::parser
