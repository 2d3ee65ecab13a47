#pragma once
// Every expression of an object, with the field that holds it.
#include <optional>
#include <string_view>
#include <vector>

#include "ir/schema.h"

namespace schemac::testing {

struct FoundExpression {
  const ir::Object* owner;
  std::string_view field;
  const ir::Expression* expression;
};

class ExpressionsOf {
 public:
  explicit ExpressionsOf(const ir::Object& owner) : owner_(owner) {
    std::visit(
        [&](const auto& data) {
          using Data = std::decay_t<decltype(data)>;
          if constexpr (ir::Described<Data>) ir::forEachField<Data>([&](const auto& field) { take(field.name, data.*(field.member)); });
        },
        owner.data);
  }
  std::vector<FoundExpression> found;

 private:
  void take(std::string_view field, const ir::Expression& value) {
    if (!value.empty()) found.push_back({&owner_, field, &value});
  }
  template <class T>
  void take(std::string_view field, const std::optional<T>& value) {
    if (value) take(field, *value);
  }
  template <class T>
  void take(std::string_view field, const std::vector<T>& values) {
    for (const T& value : values) take(field, value);
  }
  void take(std::string_view field, const ir::IndexElement& element) { take(field, element.expression); }
  void take(std::string_view field, const ir::PartitionElement& element) { take(field, element.expression); }
  void take(std::string_view field, const ir::StatisticsElement& element) { take(field, element.expression); }
  void take(std::string_view field, const ir::Argument& argument) { take(field, argument.defaultValue); }
  template <class T>
  void take(std::string_view, const T&) {}

  const ir::Object& owner_;
};

}  // namespace schemac::testing
