#include "parser/sql/enum_labels.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "ir/identity.h"
#include "ir/references.h"
#include "parser/sql/parse.h"
#include "parser/sql/pg_nodes.h"

namespace schemac::parser {
namespace {

std::optional<std::string> valueOf(std::string_view literal) {
  ParseMemory memory;
  const ParsedText parsed = parseExpression(literal, memory);
  auto* constant = parsed.node ? as<A_Const>(parsed.node, T_A_Const) : nullptr;
  if (!constant || constant->isnull || nodeTag(&constant->val.node) != T_String) return std::nullopt;
  return constant->val.sval.sval;
}

// An element that is not quoted and reads null, in any case, is none.
bool isNull(std::string_view value) {
  constexpr std::string_view word = "null";
  return std::equal(value.begin(), value.end(), word.begin(), word.end(), [](char a, char b) { return (a | 32) == b; });
}

// An element between `begin` and `end` of an array's text, unescaped.
std::string elementOf(std::string_view text, bool& quoted) {
  std::string value;
  std::size_t kept = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      inside = !inside;
      quoted = true;
      kept = value.size();
    } else if (c == '\\' && i + 1 < text.size()) {
      value += text[++i];
      kept = value.size();
    } else if (inside || !value.empty() || !std::isspace(static_cast<unsigned char>(c))) {
      value += c;
      if (inside || !std::isspace(static_cast<unsigned char>(c))) kept = value.size();
    }
  }
  value.resize(kept);
  return value;
}

std::string quotedElement(std::string_view label) {
  std::string out = "\"";
  for (const char c : label) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// '{a,"b c",NULL}' with one label for another.
std::string arrayWith(std::string_view text, std::string_view before, std::string_view after) {
  std::string out;
  std::size_t begin = 0;
  bool inside = false;
  const auto element = [&](std::size_t end) {
    const std::string_view written = text.substr(begin, end - begin);
    bool quoted = false;
    const std::string value = elementOf(written, quoted);
    out += value == before && (quoted || !isNull(value)) ? quotedElement(after) : std::string(written);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\') ++i;
    else if (c == '"') inside = !inside;
    else if (!inside && (c == '{' || c == '}' || c == ',')) {
      element(i);
      out += c;
      begin = i + 1;
    }
  }
  return out + std::string(text.substr(std::min(begin, text.size())));
}

// The literal that stands for `written` now; none where nothing changes.
std::optional<std::string> renamed(std::string_view written, bool array, std::string_view before, std::string_view after) {
  const auto value = valueOf(written);
  if (!value) return std::nullopt;
  const std::string now = array ? arrayWith(*value, before, after) : *value == before ? std::string(after) : *value;
  return now == *value ? std::nullopt : std::optional(ir::quoteLiteral(now));
}

bool rewrite(ir::Expression& expression, const ir::Object& type, std::string_view before, std::string_view after) {
  std::string text;
  std::vector<ir::Binding> bindings = expression.bindings;
  const std::string_view old = expression.text;
  std::size_t at = 0;
  bool changed = false;
  for (ir::Binding& binding : bindings) {
    const std::size_t offset = binding.offset;
    text += old.substr(at, offset - at);
    std::string_view slice = old.substr(offset, binding.length);
    const bool label = binding.role == ir::BindingRole::Literal && binding.target.object == &type;
    const auto now = label ? renamed(slice, binding.spelled == "enum[]", before, after) : std::nullopt;
    at = offset + binding.length;
    binding.offset = static_cast<std::uint32_t>(text.size());
    if (now) {
      changed = true;
      binding.length = static_cast<std::uint32_t>(now->size());
      text += *now;
    } else {
      text += slice;
    }
  }
  if (!changed) return false;
  text += old.substr(at);
  expression.text = text;
  expression.bindings = std::move(bindings);
  return true;
}

}  // namespace

void renameLabel(ir::Schema& schema, const ir::Object& type, std::string_view before, std::string_view after) {
  for (const ir::Object* user : schema.dependents(type)) {
    bool any = false;
    ir::forEachReference(*user, [&](const ir::Reference& reference) { any = any || reference.target == &type; });
    if (!any) continue;
    ir::forEachExpression(schema.edit(*user), [&](ir::Expression& expression) { rewrite(expression, type, before, after); });
  }
}

}  // namespace schemac::parser
