#pragma once
// The differences of two Schemas with what the later steps need of them: compiler/compile.h has the public diff().
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compiler/compile.h"
#include "compiler/match.h"
#include "compiler/privileges.h"

namespace schemac::compiler {

struct Comparison {
  Matching matching;
  std::vector<ir::Change> changes;                       // sorted by id
  std::vector<PrivilegeChange> privileges;               // of the Grants among `changes`
  std::vector<std::shared_ptr<const ir::Object>> made;   // Grants among them that no Schema holds
  std::set<std::string> notCompared;
};

Comparison compareSchemas(const ir::Schema& from, const ir::Schema& to, const Options& options, const ir::Equality& equality,
                          ir::Diagnostics& diagnostics);

// The objects by what they are called, for all that is printed or ordered.
const ir::Object& eitherEnd(const ir::Change& change);

// The Owner or Comment of an object, or null.
const ir::Object* factOf(const ir::Object& object, ir::Kind kind);
// Who owns it if nobody says otherwise, and who is said to.
ir::Name ownerOf(const ir::Object& object, ir::Name otherwise);
// Does it have an owner that can be set on it alone?
bool hasOwnOwner(const ir::Object& object);

}  // namespace schemac::compiler
