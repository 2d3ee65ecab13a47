#include "tests/support/json_schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace schemac::testing {
namespace {

using nlohmann::json;

class Validator {
 public:
  explicit Validator(const json& root) : root_(root) {}

  void check(const json& schema, const json& value, const std::string& at) {
    static const std::set<std::string> known{"$schema", "$id", "$defs", "title", "description", "type", "required", "additionalProperties", "properties",
                                             "items", "const", "enum", "minimum", "$ref", "anyOf"};
    for (const auto& word : schema.items())
      if (!known.contains(word.key())) throw std::runtime_error("the JSON Schema uses \"" + word.key() + "\", which the test does not know");
    if (schema.contains("$ref")) check(root_.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, at);
    if (schema.contains("type") && !hasType(schema["type"], value)) return problem(at, "is of another type: " + value.dump().substr(0, 60));
    if (schema.contains("const") && schema["const"] != value) problem(at, "is " + value.dump());
    if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end()) problem(at, "is " + value.dump());
    if (schema.contains("minimum") && value < schema["minimum"]) problem(at, "is too small");
    if (schema.contains("anyOf")) anyOf(schema["anyOf"], value, at);
    if (value.is_object()) object(schema, value, at);
    if (value.is_array() && schema.contains("items"))
      for (std::size_t i = 0; i < value.size(); ++i) check(schema["items"], value[i], at + "/" + std::to_string(i));
  }
  const std::string& problems() const { return problems_; }

 private:
  static bool hasType(const json& type, const json& value) {
    if (type.is_array()) return std::any_of(type.begin(), type.end(), [&](const json& one) { return hasType(one, value); });
    const std::string name = type.get<std::string>();
    return name == "object" ? value.is_object() : name == "array" ? value.is_array() : name == "string" ? value.is_string()
           : name == "integer" ? value.is_number_integer() : name == "number" ? value.is_number() : name == "boolean" ? value.is_boolean() : value.is_null();
  }

  void anyOf(const json& choices, const json& value, const std::string& at) {
    for (const json& choice : choices) {
      Validator one(root_);
      one.check(choice, value, at);
      if (one.problems_.empty()) return;
    }
    problem(at, "is none of what it may be: " + value.dump().substr(0, 60));
  }

  void object(const json& schema, const json& value, const std::string& at) {
    if (schema.contains("required"))
      for (const json& name : schema["required"])
        if (!value.contains(name.get<std::string>())) problem(at, "has no " + name.dump());
    for (const auto& entry : value.items()) {
      if (schema.contains("properties") && schema["properties"].contains(entry.key())) {
        check(schema["properties"][entry.key()], entry.value(), at + "/" + entry.key());
      } else if (schema.contains("additionalProperties")) {
        const json& others = schema["additionalProperties"];
        if (others.is_object()) check(others, entry.value(), at + "/" + entry.key());
        else if (!others.get<bool>()) problem(at, "has \"" + entry.key() + "\"");
      }
    }
  }

  void problem(const std::string& at, const std::string& what) { problems_ += (at.empty() ? "/" : at) + " " + what + "\n"; }

  const json& root_;
  std::string problems_;
};

}  // namespace

std::string schemaProblems(const std::string& schema, const std::string& text) {
  const json root = json::parse(schema);
  Validator validator(root);
  validator.check(root, json::parse(text), "");
  return validator.problems();
}

}  // namespace schemac::testing
