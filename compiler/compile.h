#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ir/diagnostic.h"
#include "ir/plan.h"

namespace schemac::compiler {

// What to leave out: globs over names, per kind ("table" = "public.tmp_*"); "*" as kind is every kind.
struct Ignore {
  std::string kind;     // as ir::label() or "*"
  std::string pattern;  // glob over displayName()
};

struct Options {
  std::vector<std::string> allow;            // hazard codes, or "all"
  std::vector<std::string> schemas, exclude; // globs over schema names; `schemas` empty = all
  std::vector<Ignore> ignore;
  bool roles = false;                        // compare roles and memberships too
  bool online = true;
  bool restoring = false;                    // the desired side is what was there: an owner that it does not name is `role`
  ir::Name role = "postgres";                // runs the migration: owns what nobody else is said to own, and its default privileges apply
};

// The differences between two schemas: what is on one side alone, and what is on both with other fields. Sorted by id.
// Only the user's own objects, and what the user's SQL says of others; exceptions of DESIGN.md, 2 go into `notCompared`.
std::vector<ir::Change> diff(const ir::Schema& from, const ir::Schema& to, const Options& options, const ir::Equality& equality,
                             ir::Diagnostics& diagnostics, std::vector<std::string>& notCompared);

// From two schemas to the plan that leads from one to the other. Pure: no files, no server, no clock.
// Nothing if an error was reported (a cycle of hard edges, a change PostgreSQL cannot make). A refused hazard is no error here: the plan is
// complete, Hazard::refused says which.
std::optional<ir::Plan> compile(std::shared_ptr<const ir::Schema> from, std::shared_ptr<const ir::Schema> to, const Options& options,
                                const ir::Equality& equality, ir::Diagnostics& diagnostics);

// For each segment of the plan, the plan that takes back what that segment does: run last first they lead from `to` to `from`.
std::vector<ir::Plan> rollbackOf(const ir::Plan& plan, const Options& options, const ir::Equality& equality, ir::Diagnostics& diagnostics);

}  // namespace schemac::compiler
