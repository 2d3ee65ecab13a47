#pragma once
// Which object of one Schema is which of the other.
#include <vector>

#include "ir/equality.h"
#include "ir/schema.h"

namespace schemac::compiler {

// Pairs objects by walking down both trees: a part has a counterpart only where its whole has one. Objects of different kinds never pair,
// even where they share a name. What PostgreSQL named pairs by definition where the name finds nothing.
class Matching {
 public:
  Matching(const ir::Schema& from, const ir::Schema& to, const ir::Equality& equality);

  const ir::Object* after(const ir::Object& before) const { return after_[before.serial]; }
  const ir::Object* before(const ir::Object& after) const { return before_[after.serial]; }
  const ir::Schema& from() const { return from_; }
  const ir::Schema& to() const { return to_; }

 private:
  void descend(const ir::Object& before, const ir::Object& after);
  void pairByDefinition(const ir::Object& before, const ir::Object& after, const ir::Equality& equality);
  void pairDerived();
  void link(const ir::Object& before, const ir::Object& after);
  const ir::Object* counterpart(const ir::Object& before, const ir::Object* parentAfter) const;

  const ir::Schema& from_;
  const ir::Schema& to_;
  std::vector<const ir::Object*> after_, before_;  // by serial
};

// Did PostgreSQL make up the name? Constraints and indexes alone know.
bool isNamed(const ir::Object& object);

}  // namespace schemac::compiler
