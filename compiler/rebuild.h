#pragma once
// What must be made anew along with a change, because PostgreSQL refuses the change while it is there.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/diff.h"
#include "compiler/rules/rules.h"

namespace schemac::compiler {

// Hard references, backwards, over a whole Schema.
class Dependents {
 public:
  struct Use {
    const ir::Object* user;
    std::string_view field;
  };
  explicit Dependents(const ir::Schema& schema);
  const std::vector<Use>& of(const ir::Object& object) const;
  // What is derived from it, and sequences that a column owns.
  const std::vector<const ir::Object*>& derivedFrom(const ir::Object& object) const;

 private:
  std::unordered_map<const ir::Object*, std::vector<Use>> uses_;
  std::unordered_map<const ir::Object*, std::vector<const ir::Object*>> derived_;
};

// Must an object be dropped while something it uses changes in place?
enum class Blocked { No, Drop };
// `change` of an object that `user` refers to in `field`. The table of DESIGN.md, 3.
Blocked blocks(const ir::Object& changed, const std::vector<ir::FieldChange>& change, const ir::Object& user, std::string_view field);

// Are labels taken away or moved, so that the type must be swapped?
bool swapsLabels(const ir::Enum& before, const ir::Enum& after);
// Is the type swapped for a new one under its columns (emitters/sql/type_swap.h), for PostgreSQL cannot alter it so?
bool swapsType(const ir::Object& before, const ir::Object& after, const std::vector<ir::FieldChange>& fields);

// What becomes of each object.
struct Fates {
  std::vector<bool> doomed;  // by serial of `from`: dropped, or dropped and made anew
  std::vector<bool> born;    // by serial of `to`
  std::unordered_map<const ir::Object*, std::string> because;    // of doomed objects that did not change themselves
  std::vector<const ir::Change*> alters;                         // in place
  std::vector<std::pair<const ir::Object*, std::string_view>> again;  // fields of surviving tables (of `from`) to set again
  bool isDoomed(const ir::Object& object) const { return doomed[object.serial]; }
  bool isBorn(const ir::Object& object) const { return born[object.serial]; }
};

// Rules on every change and follows what they pull in. Changes that cannot be made are reported and taken out of the comparison.
Fates decideFates(Comparison& comparison, int serverVersion, ir::Diagnostics& diagnostics);

}  // namespace schemac::compiler
