#include "ir/object.h"

#include <algorithm>
#include <tuple>

namespace schemac::ir {
namespace {

// Converts to anything: for counting the members of an aggregate.
struct Anything {
  template <class T>
  operator T() const;
};
template <class T, class... Members>
constexpr std::size_t memberCount() {
  if constexpr (requires { T{Members{}..., Anything{}}; }) return memberCount<T, Members..., Anything>();
  else return sizeof...(Members);
}
template <class T>
constexpr bool fieldsComplete = memberCount<T>() == std::tuple_size_v<decltype(T::fields())>;

#define SCHEMAC_KIND(kind, type, label) \
  static_assert(fieldsComplete<type>, "a member of " #type " is missing in its fields()");
#include "ir/kinds.def"
#undef SCHEMAC_KIND
static_assert(fieldsComplete<PartitionElement> && fieldsComplete<IndexElement> && fieldsComplete<Argument> && fieldsComplete<StatisticsElement> &&
              fieldsComplete<Accumulation> && fieldsComplete<FamilyOperator> && fieldsComplete<FamilyFunction> && fieldsComplete<TokenMapping>);

}  // namespace

std::vector<const Object*> childrenOf(const Object& object, Kind kind) {
  std::vector<const Object*> result;
  for (const Object* child : object.children)
    if (child->kind == kind) result.push_back(child);
  const auto byOrdinal = [](auto* a, auto* b) { return a->ordinal < b->ordinal; };
  if (!std::is_sorted(result.begin(), result.end(), byOrdinal)) std::stable_sort(result.begin(), result.end(), byOrdinal);
  return result;
}

const Object* childOf(const Object& object, Kind kind, Name name) {
  for (const Object* child : object.children)
    if (child->kind == kind && child->name == name) return child;
  return nullptr;
}

const Object* notNullOf(const Object& columnOrDomain) {
  const bool domain = columnOrDomain.kind == Kind::Domain;
  const Object* whole = domain ? &columnOrDomain : columnOrDomain.parent;
  if (!whole || (!domain && whole->kind != Kind::Table)) return nullptr;
  for (const Object* child : whole->children)
    if (const auto* constraint = child->get<NotNull>(); constraint && (domain || constraint->column.object == &columnOrDomain)) return child;
  return nullptr;
}

const Object* namespaceOf(const Object& object) {
  const Object* at = &object;
  while (at && at->kind != Kind::Schema) at = at->parent;
  return at;
}

}  // namespace schemac::ir
