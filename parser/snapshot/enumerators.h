#pragma once
// The names of an enum's values, without a list of them to keep: "ByDefault" of ir::Identity::ByDefault.
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace schemac::parser {

// What the compiler calls V: its text ends in "V = schemac::ir::Identity::ByDefault" and something behind it, or in "V = (schemac::ir::Identity)9".
template <auto V>
constexpr std::string_view enumeratorName() {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.rfind("V = ") + 4);
  text = text.substr(0, text.find_first_of(";]"));
  return text.starts_with('(') ? std::string_view() : text.substr(text.rfind(':') + 1);
}

template <class Enum>
constexpr auto enumerators() {
  constexpr std::size_t most = 32;
  return []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<std::string_view, most>{enumeratorName<static_cast<Enum>(I)>()...};
  }(std::make_index_sequence<most>());
}

template <class Enum>
constexpr std::string_view nameOf(Enum value) { return enumerators<Enum>()[static_cast<std::size_t>(value)]; }

template <class Enum>
constexpr std::optional<Enum> enumeratorNamed(std::string_view name) {
  const auto names = enumerators<Enum>();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!name.empty() && names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace schemac::parser
