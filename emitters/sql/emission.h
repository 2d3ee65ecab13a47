#pragma once
// What the statements of a kind know while they are written: the plan, and what stands in the file so far.
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "emitters/sql/guards.h"
#include "emitters/sql/text.h"
#include "emitters/sql/writer.h"
#include "ir/plan.h"

namespace schemac::emitters {

class Emission {
 public:
  // rollback: statements that lose data are marked.
  Emission(const ir::Plan& plan, bool rollback);

  // Writes the statements of a segment; or of one step after the other, in their order, behind begin().
  void segment(const ir::Segment& segment);
  void begin(const ir::Segment& segment);
  void step(const ir::Step& step);
  Writer out;

  // --- for the files of the kinds
  int version() const { return plan_.to->serverVersion; }
  bool rollback() const { return rollback_; }
  bool transactional() const { return transactional_; }
  // Objects that the current step spells inside its own statement, ascending by ordinal.
  std::vector<const ir::Object*> folded(ir::Kind kind) const;
  const ir::Object* foldedChild(const ir::Object& parent, ir::Kind kind) const;  // the first of that parent
  bool createdByPlan(const ir::Object& after) const { return created_.contains(&after); }
  // Does the plan alter this field of an object of either side in place?
  bool alters(const ir::Object& object, std::string_view field) const;
  // The sequence of an identity column, on the side the column belongs to.
  const ir::Object* identitySequence(const ir::Object& column) const;
  // The counterpart on the other side, or null.
  const ir::Object* inFrom(const ir::Object& after) const;
  const ir::Object* inTo(const ir::Object& before) const;
  // What has the name of a dropped relation, type or function in the end, of whatever kind, or null.
  const ir::Object* successor(const ir::Object& before) const;
  // The columns (and attributes) that have the type on both sides and do not get it from a parent; by table.
  std::vector<const ir::Object*> columnsOfType(const ir::Object& before, const ir::Object& after) const;
  // Has another constraint of the schema its name, on either side? PostgreSQL would then make up another one.
  bool sharesName(const ir::Object& constraint) const;
  // The domains that have the type as their base on both sides, or an array of it.
  std::vector<std::pair<const ir::Object*, const ir::Object*>> domainsOver(const ir::Object& before, const ir::Object& after) const;
  // Of an index of `from`: is that of a partition's own key attached to it, or to one that is?
  bool hasAttachedKeys(const ir::Object& index) const;
  // Of a table of `from`: does a foreign key that stays reference it, or what it is a partition of? It then references all partitions.
  bool isReferenced(const ir::Object& table) const;
  bool hadDefault(const ir::Object& after) const;
  // Has this file dropped an object of that identity already (so that its creation needs no guard)?
  bool droppedHere(const ir::Object& object) const { return droppedHere_.contains(ir::idOf(object)); }
  // The versions of the files, one a segment.
  void files(std::vector<std::string> versions) { versions_ = std::move(versions); }
  // The version of the file of one statement that makes the object; empty where the files have none.
  std::string versionOf(const ir::Object& after) const;
  // The object that takes the name of a dropped one by a rename in this plan, or null.
  const ir::Object* renamedOnto(const ir::Object& before) const;

 private:
  const ir::Plan& plan_;
  bool rollback_;
  bool transactional_ = true;
  const ir::Step* step_ = nullptr;
  std::unordered_set<const ir::Object*> created_;
  std::unordered_multimap<const ir::Object*, const ir::Operation*> alters_;  // by both ends
  std::unordered_map<const ir::Object*, const ir::Object*> sequences_;  // identity column → its sequence
  std::vector<std::string> versions_;
  std::set<ir::ObjectId> droppedHere_;
  // The constraints of a schema by their name: the one that has it, null where several have.
  std::map<std::pair<ir::Name, ir::Name>, const ir::Object*> constraintNames_;
};

// ALTER TABLE's target: "alter table public.t", "alter materialized view …", "alter foreign table …".
std::string alterTarget(const ir::Object& relation);
// The same for what may be gone when the file runs again: "alter table if exists …".
std::string alterIfExists(const Emission& e, const ir::Object& relation);

// RENAME and SET SCHEMA of what has a name of its own; `alter` is "alter table", the name comes behind it.
void emitRename(Emission& e, const ir::Operation& op, std::string_view alter);
// Of a part: "alter table public.t rename column" … to ….
void emitRenamePart(Emission& e, const ir::Operation& op, std::string_view head);

// Was it read from a server (and not from SQL that somebody wrote)?
bool isFromServer(const ir::Object& object);

// "table public.t" as COMMENT ON, ALTER … OWNER TO and DROP name it.
std::string objectClause(const ir::Object& object);

// DROP of what is on both sides of the plan's names: guarded where a rename takes the name.
void emitDrop(Emission& e, const ir::Object& before, std::string statement);

}  // namespace schemac::emitters
