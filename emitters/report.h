#pragma once
// A plan for readers that are no server: programs (JSON), reviewers (Markdown), graphs (DOT), and whoever asks why (explain).
// Text of the input never leaves its place: it is quoted for each form. Values of options that hold secrets are not shown.
#include <string>
#include <vector>

#include "emitters/migration.h"
#include "ir/plan.h"

namespace schemac::emitters {

inline constexpr int kPlanFormat = 1;   // of planJson: schemas/json/plan.schema.json
inline constexpr int kCheckFormat = 1;  // of checkJson: schemas/json/check.schema.json

// Changes, operations, what orders them, hazards, and the files with their statements.
std::string planJson(const ir::Plan& plan, const std::vector<File>& files, const MigrationOptions& options);
// For a pull request: a summary, the hazards, a table of changes, the SQL folded away.
std::string planMarkdown(const ir::Plan& plan, const std::vector<File>& files, const MigrationOptions& options);
// The graph of statements for Graphviz: an arrow from what must be first, with its reason; dashed where it gives way in a cycle.
std::string planDot(const ir::Plan& plan);
// Each statement in its order: what it is for and what it had to wait for.
std::string explain(const ir::Plan& plan);

// What differs, without a plan: `schemac check --format json`.
struct Differences {
  int serverVersion = 17;
  std::string fromLabel, toLabel, version;
  std::vector<ir::Change> changes;
  std::vector<std::string> notCompared;
  std::vector<ir::Unfollowed> unfollowed;  // of both sides, without those that are ignored
};
std::string checkJson(const Differences& differences);

}  // namespace schemac::emitters
