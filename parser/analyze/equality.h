#pragma once
#include <memory>

#include "ir/equality.h"
#include "ir/schema.h"

namespace schemac::parser {

// The equality of DESIGN.md, 5: same text and names, same raw tree after rendering, then the typed analysis. Each side is analysed
// in its own Schema. Thread-safe as long as neither Schema changes.
std::unique_ptr<ir::Equality> makeEquality(const ir::Schema& from, const ir::Schema& to);

}  // namespace schemac::parser
