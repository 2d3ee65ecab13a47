#include "compiler/rules/rules.h"

namespace schemac::compiler {

Ruling ruleRole(const RuleInput& input) {
  return inPlace(input, {"login", "inherit", "superuser", "createdb", "createrole", "replication", "bypassrls", "member of", "settings"});
}

}  // namespace schemac::compiler
