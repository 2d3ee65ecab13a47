#include "parser/analyze/literals.h"

namespace schemac::parser {

Literal canonicalLiteral(std::string_view text, Type, ir::Text, const Types&, const Names&) {
  return {true, std::string(text), {}, nullptr};
}

}  // namespace schemac::parser
