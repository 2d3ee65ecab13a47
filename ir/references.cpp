#include "ir/references.h"

#include <type_traits>

namespace schemac::ir {
namespace {

// Walks any field type down to its Refs: the one place that knows how references nest.
template <class Visit>
struct Walker {
  Visit visit;

  void walk(Ref& ref) { if (ref.object) visit(ref); }
  void walk(NamedRef& named) { walk(named.object); }
  void walk(TypeRef& type) { walk(type.type); }
  void walk(Expression& expression) {
    for (Binding& binding : expression.bindings) {
      walk(binding.target);
      for (Ref& column : binding.columns) walk(column);
    }
  }
  template <class T>
  void walk(std::optional<T>& value) { if (value) walk(*value); }
  template <class T>
  void walk(std::vector<T>& values) { for (T& value : values) walk(value); }
  template <Described T>
  void walk(T& value) { forEachField<T>([&](const auto& f) { walk(value.*(f.member)); }); }
  void walk(Text&) {}
  void walk(Option&) {}
  template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void walk(T&) {}
};

template <class Visit>
void walkFields(Payload& data, Visit&& visit) {
  std::visit(
      [&](auto& payload) {
        using T = std::decay_t<decltype(payload)>;
        if constexpr (!std::is_same_v<T, std::monostate>) {
          forEachField<T>([&](const auto& f) {
            auto onRef = [&](Ref& ref) { visit(ref, f.name); };
            Walker<decltype(onRef)>{onRef}.walk(payload.*(f.member));
          });
        }
      },
      data);
}

// The same down to the expressions.
struct ExpressionWalker {
  const std::function<void(Expression&)>& visit;

  void walk(Expression& expression) const { visit(expression); }
  template <class T>
  void walk(std::optional<T>& value) const { if (value) walk(*value); }
  template <class T>
  void walk(std::vector<T>& values) const { for (auto&& value : values) walk(value); }
  template <Described T>
  void walk(T& value) const { forEachField<T>([&](const auto& f) { walk(value.*(f.member)); }); }
  template <class T>
  void walk(T&&) const {}
};

}  // namespace

void forEachReference(const Object& object, const std::function<void(const Reference&)>& visit) {
  walkFields(const_cast<Payload&>(object.data), [&](Ref& ref, std::string_view field) {
    visit(Reference{ref.object, field, field == "uses"});
  });
}

void remapReferences(Object& object, const std::function<const Object*(const Object*)>& map) {
  walkFields(object.data, [&](Ref& ref, std::string_view) { ref.object = map(ref.object); });
}

void forEachExpression(Object& object, const std::function<void(Expression&)>& visit) {
  const ExpressionWalker walker{visit};
  std::visit([&](auto& payload) { walker.walk(payload); }, object.data);
}

}  // namespace schemac::ir
