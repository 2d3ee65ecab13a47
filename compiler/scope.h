#pragma once
// What the user keeps out of the comparison.
#include <string>
#include <string_view>

#include "compiler/compile.h"

namespace schemac::compiler {

// Shell globs: *, ? and [a-z]; everything else is itself.
bool globMatches(std::string_view pattern, std::string_view text);

// Decides for single objects; a part goes with its whole.
class Scope {
 public:
  explicit Scope(const Options& options) : options_(options) {}
  // By schema globs, the ignore list and the kind (roles).
  bool includes(const ir::Object& object) const;

 private:
  bool schemaIncluded(const ir::Object& schema) const;
  bool ignored(const ir::Object& object) const;
  const Options& options_;
};

// A table (or schema) in which another migration tool keeps its books: left alone unless the desired side defines it.
bool isToolsOwn(const ir::Object& object);

}  // namespace schemac::compiler
