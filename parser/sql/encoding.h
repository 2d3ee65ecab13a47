#pragma once
#include <memory>

#include "ir/source.h"

namespace schemac::parser {

// The file as the server reads it: what follows SET client_encoding = 'latin1' becomes UTF-8. The same source where nothing is to do.
std::shared_ptr<const ir::Source> inUtf8(const std::shared_ptr<const ir::Source>& source);

}  // namespace schemac::parser
