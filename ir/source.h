#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::ir {

// One input text and the name it is shown by: a path, "-" for standard input, "db:NAME" for a live catalog (no text).
struct Source {
  std::string name;
  std::string text;
};

// A range of bytes in a source. Line and column are computed when printed (ir/diagnostic.h), nowhere else.
// A default one means "no place known".
struct Location {
  const Source* source = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  explicit operator bool() const { return source != nullptr; }
};

struct LineColumn {
  int line = 0;         // 1-based
  int column = 0;       // 1-based, in characters of UTF-8
  std::string_view text;  // the line, without its end
};
LineColumn lineColumn(const Location& location);

}  // namespace schemac::ir
