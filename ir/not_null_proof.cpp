#include "ir/not_null_proof.h"

namespace schemac::ir {

namespace {

std::string clipped(const std::string& text, std::size_t length) {
  while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return text.substr(0, length);
}

}  // namespace

std::string proofName(const Object& column) {
  constexpr std::string_view label = "_is_set";
  std::size_t a = column.parent->name.str().size(), b = column.name.str().size();
  while (a + b + 1 + label.size() > 63) (a > b ? a : b) -= 1;
  return clipped(column.parent->name.str(), a) + "_" + clipped(column.name.str(), b) + std::string(label);
}

}  // namespace schemac::ir
