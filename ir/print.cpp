#include "ir/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>

#include "ir/identity.h"
#include "ir/privileges.h"
#include "ir/secrets.h"

namespace schemac::ir {
namespace {

std::string oneLine(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else out += c;
  }
  return out;
}

std::string value(bool v) { return v ? "true" : "false"; }
std::string value(Text text) { return oneLine(text); }
std::string value(const Option& option) { return option.name.str() + "=" + oneLine(option.value); }
std::string value(const TypeRef& type) { return !type ? "" : (type.setOf ? "setof " : "") + formatType(type); }
std::string value(const Expression& expression) { return oneLine(render(expression)) + (expression.resolved ? "" : " (not resolved)"); }
std::string value(const NamedRef& ref) { return ref.object ? displayName(*ref.object) : ref.str(); }
std::string value(const Ref& ref) { return ref ? displayName(*ref) : ""; }
std::string value(ArgumentMode mode) {
  constexpr std::string_view words[]{"in", "out", "inout", "variadic", "table"};
  return std::string(words[static_cast<int>(mode)]);
}
template <class T>
  requires(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
std::string value(T number) { return fmt::format("{}", number); }
template <class T>
  requires std::is_enum_v<T>
std::string value(T v) { return fmt::format("{}", static_cast<int>(v)); }
template <class T>
std::string value(const std::vector<T>& values);
template <Described T>
std::string value(const T& v);
template <class T>
std::string value(const std::optional<T>& v) { return v ? value(*v) : ""; }

template <class T>
std::string value(const std::vector<T>& values) {
  std::string out = "[";
  for (const T& v : values) {
    if (out.size() > 1) out += ", ";
    out += value(v);
  }
  return out + "]";
}

// Fields at their default are left out: a line then shows what is said.
template <Described T>
std::string fieldsOf(const T& v, std::string_view before, std::string_view between) {
  [[maybe_unused]] static const T defaults{};
  std::string out;
  forEachField<T>([&](const auto& f) {
    const std::string text = value(v.*(f.member));
    if (text == value(defaults.*(f.member))) return;
    out += out.empty() ? before : between;
    out += fmt::format("{}={}", f.name, text);
  });
  return out;
}

template <Described T>
std::string value(const T& v) { return "{" + fieldsOf(v, "", ", ") + "}"; }

std::string fieldsOf(const Grant& grant) {
  std::string out;
  forEachField<Grant>([&](const auto& f) {
    if (const Privileges held = grant.*(f.member)) out += fmt::format(" | {}={}", f.name, privilegeWords(held));
  });
  return out;
}

std::string originOf(const Object& object) {
  switch (object.origin) {
    case Origin::User: return "";
    case Origin::Platform: return " [platform]";
    case Origin::Extension: return " [extension]";
    case Origin::BuiltIn: return " [built in]";
  }
  return "";
}

}  // namespace

std::string print(const Object& object) {
  std::string out = describe(object) + originOf(object);
  if (object.kind == Kind::Column) out += fmt::format(" #{}", object.ordinal);
  if (object.derivedFrom) out += " <- " + describe(*object.derivedFrom);
  std::visit(
      [&](const auto& payload) {
        using T = std::decay_t<decltype(payload)>;
        if constexpr (std::is_same_v<T, Grant>) out += fieldsOf(payload);
        else if constexpr (!std::is_same_v<T, std::monostate>) out += fieldsOf(payload, " | ", " | ");
      },
      object.data);
  return out;
}

namespace {

std::string shown(const Options& options) {
  std::string out;
  for (const Option& option : options) out += (out.empty() ? "" : ", ") + option.name.str() + "=" + (isSecret(option.name) ? std::string(kSecret) : oneLine(option.value));
  return out;
}
template <class T>
std::string shown(const T& other) { return value(other); }

}  // namespace

std::string printField(const Object& object, std::string_view field) {
  std::string out;
  std::visit(
      [&](const auto& payload) {
        using T = std::decay_t<decltype(payload)>;
        if constexpr (!std::is_same_v<T, std::monostate>)
          forEachField<T>([&](const auto& f) {
            using Member = std::decay_t<decltype(payload.*(f.member))>;
            if (f.name != field) return;
            if constexpr (std::is_same_v<Member, Privileges>) out = privilegeWords(payload.*(f.member));
            else if constexpr (std::is_same_v<Member, Text>) out = field == "connection" ? maskConnection(payload.*(f.member)) : value(payload.*(f.member));
            else out = shown(payload.*(f.member));
          });
      },
      object.data);
  return out;
}

std::string print(const Schema& schema) {
  std::vector<std::pair<ObjectId, std::string>> lines;
  for (const Object& object : schema.objects()) {
    if (object.dropped || object.origin == Origin::BuiltIn) continue;
    lines.emplace_back(idOf(object), print(object));
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const auto& line : lines) out += line.second + "\n";
  return out;
}

}  // namespace schemac::ir
