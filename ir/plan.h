#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "ir/equality.h"
#include "ir/identity.h"
#include "ir/schema.h"

namespace schemac::ir {

// What differs in one field of an object that is on both sides.
struct FieldChange {
  std::string_view field;  // as in fields(): "type", "using"
  Verdict verdict;         // of expressions; else Different without a reason
};

// A difference: `before` is null for what is new, `after` for what is gone.
struct Change {
  const Object* before = nullptr;
  const Object* after = nullptr;
  std::vector<FieldChange> fields;
};

enum class Verb : std::uint8_t { Create, Alter, Rename, Drop };

// One thing to do, carrying both ends whole: its inverse is the same operation with the ends swapped.
struct Operation {
  Verb verb{};
  const Object* before = nullptr;    // null for Create
  const Object* after = nullptr;     // null for Drop
  std::vector<FieldChange> changes;  // Alter: the fields to set, in place
  bool implied = false;              // happens with another operation (a part dropped with its whole, a derived object): no statement
  bool rebuild = false;              // half of a drop and create of an object that is on both sides
  std::string because;               // why an unchanged object is in the plan: "column public.t.a changes type"
};

struct Edge {
  std::size_t first, second;  // indexes into Plan::operations: `first` must run before `second`
  std::string reason;         // "view public.v reads public.t"
  bool soft = false;          // out of a function body: gives way in a cycle
};

// One statement's worth: an operation, and creations spelled inside its CREATE TABLE.
struct Step {
  std::size_t operation;
  std::vector<std::size_t> folded;
};

// What may share a transaction: one migration file.
struct Segment {
  bool transactional = true;  // false: one statement, marked `-- pg-delta: transaction=false`
  std::vector<Step> steps;
};

struct Hazard {
  std::string code;     // "data-loss", "weakens-security", … (compiler/hazards.h lists them)
  std::string message;
  const Object* object = nullptr;
  bool refused = false;  // needs --allow CODE
};

struct Plan {
  std::shared_ptr<const Schema> from, to;  // what operations point into
  std::vector<Change> changes;             // sorted by id
  std::vector<Operation> operations;
  std::vector<Edge> edges;
  std::vector<Segment> segments;           // in order; empty: nothing to do
  std::vector<Hazard> hazards;
  std::vector<std::string> notCompared;    // said in the header: "owners", "extension versions", …
  bool empty() const { return segments.empty(); }
};

}  // namespace schemac::ir
