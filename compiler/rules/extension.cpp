#include "compiler/rules/rules.h"
#include "ir/builtins.h"

namespace schemac::compiler {

// ALTER EXTENSION … UPDATE TO, SET SCHEMA. Recreated only where its control file forbids another schema (relocatable = false): everything
// that uses its types would go with it.
Ruling ruleExtension(const RuleInput& input) {
  const auto* facts = ir::builtins::extension(input.after.name.str(), input.serverVersion);
  if (input.changes("schema") && facts && !facts->relocatable) return {Decision::Recreate, "the extension is not relocatable"};
  return inPlace(input, {"schema", "version"});
}

}  // namespace schemac::compiler
