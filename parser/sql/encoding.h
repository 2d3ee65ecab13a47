#pragma once
#include <cstddef>
#include <memory>
#include <string_view>

#include "ir/source.h"

namespace schemac::parser {

// The file as the server reads it: what follows SET client_encoding = 'latin1' becomes UTF-8. The same source where nothing is to do.
std::shared_ptr<const ir::Source> inUtf8(const std::shared_ptr<const ir::Source>& source);

// Where the character with the number `position` begins (1-based, as servers and the parser count them); the end of the text if there is none.
std::size_t byteOffset(std::string_view text, std::size_t position);

// Where a byte stands that no server with UTF-8 would take (pg_utf8_islegal; NUL too), from `at` on; npos if there is none.
std::size_t findInvalidUtf8(std::string_view text, std::size_t at = 0);

}  // namespace schemac::parser
