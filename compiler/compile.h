#pragma once
#include <functional>
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

// Objects of `from` (as it was) with what they become: see findRenames().
using Renames = std::vector<std::pair<const ir::Object*, const ir::Object*>>;

// What the annotations "renamed from OLD" of `to` rename: where `from` has the old name alone and `to` the new one alone, wholes before their parts.
// An annotation that does not apply is a warning (W3006). An enum with labels that are renamed is among them, under whatever name.
Renames findRenames(const ir::Schema& from, const ir::Schema& to, ir::Diagnostics& diagnostics);
// The labels of an enum that such a pair renames: new and old.
std::vector<std::pair<ir::Text, ir::Text>> labelRenames(const ir::Object& before, const ir::Object& after);

// A schema before its renames and what they are; `from` of compile() is then the schema after them, its objects at their old places.
struct RenamedFrom {
  std::shared_ptr<const ir::Schema> original;
  Renames renames;
};

// From two schemas to the plan that leads from one to the other. Pure: no files, no server, no clock.
// Nothing if an error was reported (a cycle of hard edges, a change PostgreSQL cannot make). A refused hazard is no error here: the plan is
// complete, Hazard::refused says which.
std::optional<ir::Plan> compile(std::shared_ptr<const ir::Schema> from, std::shared_ptr<const ir::Schema> to, const Options& options,
                                const ir::Equality& equality, ir::Diagnostics& diagnostics, const RenamedFrom& renamed = {});

// What rollbackOf() needs to take renames back: replays them on a copy of a schema, and compares with it.
struct Renaming {
  std::function<std::shared_ptr<const ir::Schema>(const ir::Schema& schema, const Renames& renames)> apply;
  std::function<std::unique_ptr<ir::Equality>(const ir::Schema& from, const ir::Schema& to)> equality;
};

// For each segment of the plan, the plan that takes back what that segment does: run last first they lead from `to` to `from`.
std::vector<ir::Plan> rollbackOf(const ir::Plan& plan, const Options& options, const ir::Equality& equality, ir::Diagnostics& diagnostics,
                                 const Renaming& renaming = {});

}  // namespace schemac::compiler
