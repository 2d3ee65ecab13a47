#pragma once
#include <cstddef>
#include <memory>
#include <optional>
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

// Of an operation on a Grant: what the grantee holds when the statement runs and what it must hold after it, in bits of Privilege. For an object
// that the plan makes, `held` is what PostgreSQL and the target's default privileges give it at that moment. The statements:
// REVOKE (held & ~wanted) | (spelled & ~wanted), REVOKE GRANT OPTION FOR (heldGrantable & wanted & ~wantedGrantable),
// GRANT (wanted & ~held) | (spelled & wanted), WITH GRANT OPTION for those in wantedGrantable (also (wantedGrantable & ~heldGrantable)).
struct GrantChange {
  Privileges held = 0, heldGrantable = 0;
  Privileges wanted = 0, wantedGrantable = 0;
  Privileges spelled = 0;  // written by the user: said again even where it changes nothing
};

// PostgreSQL's table locks, weakest first (manual, 13.3.1).
enum class LockMode : std::uint8_t { None, AccessShare, RowShare, RowExclusive, ShareUpdateExclusive, Share, ShareRowExclusive, Exclusive, AccessExclusive };

// What one operation does to a table that is there before it: how it locks it, and whether it reads all rows or writes them anew meanwhile.
struct Lock {
  const Object* table = nullptr;
  LockMode mode = LockMode::None;
  bool rewrites = false, scans = false;
};

// One thing to do, carrying both ends whole: its inverse is the same operation with the ends swapped.
//
// What statements of a Create leave out, because what it names comes later; an Alter with before == after == the new object and these `changes`
// follows: "owned by" of a Sequence, "replica identity" (index) and "cluster index" of a Table, "cluster index" of a MaterializedView,
// "partition bound" of a Table that is attached later.
// A Create of a Table says its ROW LEVEL SECURITY, all other fields, and what its Step folds; a folded column says NOT NULL, identity, generation
// and, where folded, its default. A Create of a Column in a table that exists folds its Default. Domain folds its Checks, Composite its Columns.
// A derived object has no Create and no Drop, but for what PostgreSQL would not make as it is: an index of a partition, or what stays with a partition
// that leaves. A Create of a partition's index or key with "partition of" among its changes attaches it to the one of its table. Rename: only the name differs; it runs before an Alter of the same object, which uses the new name.
// Grant: verb Alter whatever the ends (either may be null, `after` may be an object that no Schema holds), `grant` says what to do.
// A Drop with a Create of the same object (`rebuild`) are two operations. An Enum's "labels": if every old label is in the new list, in order,
// add; else swap the type. A View's "query": CREATE OR REPLACE. A Function's fields: CREATE OR REPLACE of the whole.
struct Operation {
  Verb verb{};
  const Object* before = nullptr;    // null for Create
  const Object* after = nullptr;     // null for Drop
  std::vector<FieldChange> changes;  // Alter: the fields to set, in place
  bool implied = false;              // happens with another operation (a part dropped with its whole, a derived object): no statement
  bool rebuild = false;              // half of a drop and create of an object that is on both sides
  std::string because;               // why an unchanged object is in the plan: "column public.t.a changes type"
  std::optional<GrantChange> grant;  // of a Grant
  std::vector<Lock> locks = {};      // of tables that the plan does not make, one for each
  bool attachedLater = false;        // Create of a partition: as a table of its own, whose indexes are there before a later Alter attaches it
};

struct Edge {
  std::size_t first, second;  // indexes into Plan::operations: `first` must run before `second`
  std::string reason;         // "view public.v reads public.t"
  bool soft = false;          // out of a function body: gives way in a cycle
};

// One statement's worth: an operation, and creations spelled inside its CREATE TABLE.
// `operation` comes first, then `folded` in the order to write them (columns in theirs, then constraints).
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
  std::size_t operation = 0;  // which of the plan's it comes with: an object may be altered in several files
};

struct Plan {
  std::shared_ptr<const Schema> from, to;  // what operations point into
  // Annotated renames (DESIGN.md, 3) run before all else: `from` is as they leave it. `original` is what was there (the same as `from` where
  // nothing is renamed), `renamed` pairs its objects with those of `to`; an enum's own pair says that labels are renamed.
  std::shared_ptr<const Schema> original;
  std::vector<std::pair<const Object*, const Object*>> renamed;
  std::vector<Change> changes;             // sorted by id
  std::vector<Operation> operations;
  std::vector<Edge> edges;
  std::vector<Segment> segments;           // in order; empty: nothing to do
  std::vector<Hazard> hazards;
  std::vector<std::string> notCompared;    // said in the header: "owners", "extension versions", …
  std::vector<std::shared_ptr<const Object>> made;  // grants that neither Schema holds: what default privileges give and nobody wants
  bool empty() const { return segments.empty(); }
};

}  // namespace schemac::ir
