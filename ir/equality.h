#pragma once
#include <string>

#include "ir/object.h"

namespace schemac::ir {

enum class Answer { Equal, Different, Unknown };

struct Verdict {
  Answer answer = Answer::Unknown;
  std::string reason;  // why, for -v: "text 'a' against varchar 'a'"; "" where there is nothing to say
};

// Where an expression stands: decides what it may name and what it is coerced to.
struct ExpressionSite {
  const Object* owner = nullptr;  // the object that holds it (a Default, Check, Policy, View, Index, …)
  std::string_view field;         // its field: "value", "using", "query", …
};

// Are two expressions the same to PostgreSQL? `a` belongs to `from`, `b` to `to`; never Equal unless they mean the same. parser/analyze implements it.
class Equality {
 public:
  virtual ~Equality() = default;
  virtual Verdict compare(const Expression& a, const ExpressionSite& siteA, const Expression& b, const ExpressionSite& siteB) const = 0;
};

}  // namespace schemac::ir
