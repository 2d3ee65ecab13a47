#include "tools/schemac/renames.h"

#include "emitters/rename.h"
#include "parser/sql/replay.h"

namespace schemac::tool {

std::shared_ptr<const ir::Schema> applyRenames(const ir::Schema& schema, const compiler::Renames& renames, const Ends& ends, ir::Diagnostics& diagnostics) {
  std::shared_ptr<ir::Schema> copy = schema.clone();
  parser::ReplayOptions options;
  options.serverVersion = ends.serverVersion;
  options.profile = ends.profile;
  ir::Diagnostics own;
  // One after the other: the next one's whole may have its new name by then.
  for (const auto& [before, after] : renames) {
    const ir::Object& now = copy->objects()[before->serial];
    const std::string sql = emitters::renameStatements(now, *after, compiler::labelRenames(*before, *after));
    if (!sql.empty()) parser::replayInto(*copy, {std::make_shared<const ir::Source>(ir::Source{"rename", sql})}, options, own);
  }
  diagnostics.append(own);
  return own.hasErrors() ? nullptr : copy;
}

}  // namespace schemac::tool
