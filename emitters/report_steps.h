#pragma once
// What the reports have in common.
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "ir/plan.h"

namespace schemac::emitters {

inline const ir::Object& endOf(const ir::Operation& operation) { return operation.after ? *operation.after : *operation.before; }
inline const ir::Object& endOf(const ir::Change& change) { return change.after ? *change.after : *change.before; }

std::string verbWord(const ir::Operation& operation);   // "create", "grant", …
std::string titleOf(const ir::Operation& operation);    // "create table public.t"
std::string signOf(const ir::Change& change);           // "+", "-", "~"

// Lines and columns of many places: a file's lines are counted once.
class Places {
 public:
  struct Place {
    std::string file;
    int line = 0, column = 0;  // 0: not known
  };
  Place of(const ir::Location& location);
  // "file.sql:3:1", "" where no place is known.
  std::string text(const ir::Location& location);

 private:
  std::unordered_map<const ir::Source*, std::vector<std::size_t>> starts_;
};

// A field of an object that is on both sides: "integer → bigint"; shortened where it is long.
struct FieldText {
  std::string field, before, after;
};
FieldText fieldText(const ir::Object* before, const ir::Object* after, const ir::FieldChange& change);
// What a privilege operation takes and gives: "revoke INSERT, grant SELECT".
std::string privilegeText(const ir::GrantChange& change);

// "access exclusive", as PostgreSQL's manual calls it.
std::string lockText(ir::LockMode mode);

// The plan's statements as a graph: steps in their order, each with the operations that have no statement of their own.
struct StepNode {
  const ir::Step* step;
  std::size_t segment;
  std::vector<std::size_t> implied;  // operations that happen with it
};
struct StepEdge {
  std::size_t first, second;  // nodes
  std::string reason;
  bool soft;
  bool operator==(const StepEdge&) const = default;
};
struct StepGraph {
  std::vector<StepNode> nodes;
  std::vector<StepEdge> edges;  // by `second`, then `first`
};
StepGraph stepGraph(const ir::Plan& plan);

// Changes worth a line: what comes or goes with its whole is left out.
std::vector<const ir::Change*> changesAlone(const std::vector<ir::Change>& changes);

}  // namespace schemac::emitters
