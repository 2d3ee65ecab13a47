#pragma once
#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace schemac::ir {

// An immutable string, kept once for the life of the process: copying is a pointer, equality is identity.
// Everything textual in a Schema is one (identifiers, expression slices, bodies, comments), so that objects are small,
// outlive the file they came from, and "same text" costs nothing. Thread-safe.
class Text {
 public:
  Text();
  Text(std::string_view text);
  Text(const char* text) : Text(std::string_view(text)) {}
  Text(const std::string& text) : Text(std::string_view(text)) {}

  std::string_view view() const { return *text_; }
  const std::string& str() const { return *text_; }
  bool empty() const { return text_->empty(); }
  operator std::string_view() const { return *text_; }

  friend bool operator==(Text a, Text b) { return a.text_ == b.text_; }
  friend bool operator==(Text a, std::string_view b) { return *a.text_ == b; }
  friend bool operator==(Text a, const char* b) { return *a.text_ == b; }
  // By content, bytewise: the order of everything schemac prints.
  friend std::strong_ordering operator<=>(Text a, Text b) {
    return a.text_ == b.text_ ? std::strong_ordering::equal : a.text_->compare(*b.text_) <=> 0;
  }
  std::size_t hash() const { return std::hash<const void*>{}(text_); }

 private:
  const std::string* text_;
};

// An identifier as PostgreSQL stores it: unquoted, at most 63 bytes.
using Name = Text;

}  // namespace schemac::ir

template <>
struct std::hash<schemac::ir::Text> {
  std::size_t operator()(schemac::ir::Text text) const { return text.hash(); }
};
