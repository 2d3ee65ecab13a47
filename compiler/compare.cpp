#include "compiler/compare.h"

#include <algorithm>
#include <optional>
#include <type_traits>

#include "ir/secrets.h"

namespace schemac::compiler {
namespace {

using ir::Answer;
using ir::Verdict;

// Lists of names whose order PostgreSQL does not keep.
bool isSet(std::string_view field) { return field == "roles" || field == "member of" || field == "publish"; }

// Both print the same once every bound name is spelled out, and the names are bound to the same things.
bool sameRendered(const ir::Expression& a, const ir::Expression& b) {
  const auto sameTarget = [](const ir::Binding& x, const ir::Binding& y) {
    return x.role == y.role && x.target == y.target && x.columns == y.columns && x.spelled == y.spelled;
  };
  return a.bindings.size() == b.bindings.size() &&
         std::equal(a.bindings.begin(), a.bindings.end(), b.bindings.begin(), sameTarget) && ir::render(a) == ir::render(b);
}

// Compares any field type; nothing = no difference.
struct Comparer {
  const ir::Object& before;
  const ir::Object& after;
  const ir::Equality& equality;
  std::string_view field;

  using Result = std::optional<Verdict>;
  static Result different() { return Verdict{Answer::Different, {}}; }
  // Different wins over Unknown.
  static void join(Result& all, Result one) {
    if (one && (!all || (all->answer == Answer::Unknown && one->answer == Answer::Different))) all = std::move(one);
  }

  Result compare(const ir::Expression& a, const ir::Expression& b) const {
    if (a == b || sameRendered(a, b)) return {};
    Verdict verdict = equality.compare(a, {&before, field}, b, {&after, field});
    if (verdict.answer == Answer::Equal) return {};
    return verdict;
  }
  template <class T>
  Result compare(const std::optional<T>& a, const std::optional<T>& b) const {
    if (a && b) return compare(*a, *b);
    return a.has_value() == b.has_value() ? Result{} : different();
  }
  Result compare(const ir::Options& a, const ir::Options& b) const {
    if (a == b) return {};
    ir::Options x = a, y = b;
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    return x == y || sameButSecrets(x, y) ? Result{} : different();
  }
  // <secret> stands for a value that was not told.
  static bool sameButSecrets(const ir::Options& a, const ir::Options& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ir::Option& x, const ir::Option& y) {
      return x == y || (x.name == y.name && ir::isSecret(x.name) && (x.value == ir::kSecret || y.value == ir::kSecret));
    });
  }
  Result compare(const ir::Text& a, const ir::Text& b) const {
    if (a == b) return {};
    const bool connection = field == "connection" && (a.view().find(ir::kSecret) != a.view().npos || b.view().find(ir::kSecret) != b.view().npos);
    return connection && ir::maskConnection(a) == ir::maskConnection(b) ? Result{} : different();
  }
  Result compare(const std::vector<ir::Text>& a, const std::vector<ir::Text>& b) const {
    if (a == b) return {};
    if (!isSet(field)) return different();
    std::vector<ir::Text> x = a, y = b;
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    return x == y ? Result{} : different();
  }
  template <class T>
  Result compare(const std::vector<T>& a, const std::vector<T>& b) const {
    if (a.size() != b.size()) return different();
    Result all;
    for (std::size_t i = 0; i != a.size(); ++i) join(all, compare(a[i], b[i]));
    return all;
  }
  template <ir::Described T>
  Result compare(const T& a, const T& b) const {
    Result all;
    ir::forEachField<T>([&](const auto& f) {
      if (f.compared) join(all, compare(a.*(f.member), b.*(f.member)));
    });
    return all;
  }
  template <class T>
  Result compare(const T& a, const T& b) const {
    return a == b ? Result{} : different();
  }
};

}  // namespace

std::vector<ir::FieldChange> differences(const ir::Object& before, const ir::Object& after, const ir::Equality& equality) {
  std::vector<ir::FieldChange> changes;
  std::visit(
      [&](const auto& a) {
        using T = std::decay_t<decltype(a)>;
        if constexpr (!std::is_same_v<T, std::monostate>) {
          const T& b = std::get<T>(after.data);
          ir::forEachField<T>([&](const auto& f) {
            if (!f.compared) return;
            const Comparer comparer{before, after, equality, f.name};
            if (auto verdict = comparer.compare(a.*(f.member), b.*(f.member))) changes.push_back({f.name, std::move(*verdict)});
          });
        }
      },
      before.data);
  return changes;
}

}  // namespace schemac::compiler
