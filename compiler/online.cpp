#include "compiler/online.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "compiler/concurrently.h"
#include "compiler/locks.h"
#include "compiler/parts.h"
#include "ir/concurrent_build.h"
#include "ir/not_null_proof.h"
#include "ir/references.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;

namespace {

class Splitter {
 public:
  Splitter(ir::Plan& plan, const Late& late) : plan_(plan), late_(late) {
    for (const Operation& op : plan.operations) {
      if (op.verb != Verb::Create || !op.after) continue;
      made_.insert(op.after);
      if (isChangeOf(op, ir::kUsingIndex)) ofIndex_.insert(op.after);
    }
    for (const ir::Schema* schema : {plan.from.get(), plan.to.get()})
      for (const Object& object : schema->objects())
        if (!object.dropped && object.derivedFrom) derived_.insert(object.derivedFrom);
    Late afterwards = late;  // in, or behind, a file that comes before the second halves of the first file
    for (const ir::Segment& segment : plan.segments)
      if (!segment.transactional) afterwards.insert(segment.steps[0].operation);
    for (const ir::Edge& edge : plan.edges) {
      // A comment is put on a constraint that is not valid yet as well.
      const Operation& second = plan.operations[edge.second];
      if (second.after && second.after->kind == Kind::Comment) continue;
      if (!late.contains(edge.first) && afterwards.contains(edge.second)) continue;
      waitedFor_.insert(edge.first);
      if (second.after && needsNotNull(second)) neededNow_.insert(edge.first);
    }
  }

  void run() {
    Halves early, late;
    const std::size_t count = plan_.operations.size();
    for (ir::Segment& segment : plan_.segments) {
      if (!segment.transactional) continue;
      Halves& halves = !late_.empty() && &segment != &plan_.segments.back() ? early : late;
      for (std::size_t at = 0; at < segment.steps.size(); ++at) {
        const std::size_t index = segment.steps[at].operation;
        if (index >= count || !segment.steps[at].folded.empty()) continue;
        if (!waitedFor_.contains(index) && isConstraint(plan_.operations[index])) halves.validated.push_back(splitConstraint(index));
        else if (!neededNow_.contains(index) && isNotNull(plan_.operations[index])) splitNotNull(segment, at, halves);
      }
    }
    if (!late_.empty()) {
      // Behind the proof that the indexes are built, before what is made of them.
      ir::Segment& behind = plan_.segments.back();
      const auto place = std::find_if(behind.steps.begin(), behind.steps.end(), [&](const ir::Step& step) { return !isChangeOf(plan_.operations[step.operation], ir::kProvesBuild); });
      const std::vector<ir::Step> steps = early.steps();
      behind.steps.insert(place, steps.begin(), steps.end());
    }
    if (ir::Segment last{true, late.steps()}; !last.steps.empty()) plan_.segments.push_back(std::move(last));
  }

 private:
  // The second halves of what one transaction begins.
  struct Halves {
    std::vector<std::size_t> validated, proofs, proved, dropped;

    // All that reads comes before the first lock that stops readers.
    std::vector<ir::Step> steps() const {
      std::vector<ir::Step> all;
      for (const auto* list : {&validated, &proofs, &proved, &dropped})
        for (const std::size_t index : *list) all.push_back({index, {}});
      return all;
    }
  };

  // Of a column: by a primary key, an identity, the index of a replica identity, a table that is attached or inherits. Others only name it.
  static bool needsNotNull(const Operation& op) {
    switch (op.after->kind) {
      case Kind::Key: return op.after->as<ir::Key>().primary;
      case Kind::Table: case Kind::Column: return true;
      default: return false;
    }
  }

  // A table with rows, of which nobody inherits.
  bool isOld(const Object& table) const {
    if (table.kind != Kind::Table || made_.contains(&table)) return false;
    const auto& data = table.as<ir::Table>();
    return !data.foreign() && !data.partitioned();
  }

  bool isConstraint(const Operation& op) const {
    if (op.verb != Verb::Create || op.rebuild || op.implied || !op.after || !ir::isConstraint(op.after->kind)) return false;
    if (derived_.contains(op.after) || !isOld(*op.after->parent)) return false;
    if (const auto* check = op.after->get<ir::Check>()) return check->validated && check->enforced;
    const auto* key = op.after->get<ir::ForeignKey>();
    if (!key || !key->validated || !key->enforced) return false;
    const auto* other = key->table->get<ir::Table>();
    return other && !other->partitioned();
  }

  bool isNotNull(const Operation& op) const {
    if (op.verb != Verb::Alter || op.implied || !op.before || !op.after || op.before == op.after || op.after->kind != Kind::Column) return false;
    const auto changes = [&](std::string_view name) {
      return std::any_of(op.changes.begin(), op.changes.end(), [&](const ir::FieldChange& change) { return change.field == name; });
    };
    if (!changes("not null") || !op.after->as<ir::Column>().notNull || changes("identity") || changes("generated")) return false;
    if (!isOld(*op.after->parent) || derived_.contains(op.after) || op.after->derivedFrom || op.after->as<ir::Column>().inherited > 0) return false;
    const ir::Name name(ir::proofName(*op.after));
    for (const Object* table : {op.before->parent, op.after->parent})
      for (const Object* other : table->children) {
        if (ir::isConstraint(other->kind) && other->name == name) return false;
        // A primary key sets it itself; one that is made of an index must find it set, or it reads the table.
        const auto* key = other->get<ir::Key>();
        if (key && key->primary && made_.contains(other) && !ofIndex_.contains(other)) return false;
      }
    return true;
  }

  std::size_t add(Verb verb, std::size_t like, std::string_view change) {
    const Operation& op = plan_.operations[like];
    Operation second{verb, op.before, op.after, changeOf(change), false, false, op.because, {}};
    plan_.operations.push_back(std::move(second));
    const std::size_t index = plan_.operations.size() - 1;
    plan_.edges.push_back({like, index, "what new rows must keep to comes before the old ones are checked"});
    return index;
  }

  // The constraint as it is at first becomes the Create's; the way from there is an Alter.
  std::size_t splitConstraint(std::size_t index) {
    const Object* wanted = plan_.operations[index].after;
    Object& first = copyFor(plan_, *wanted);
    if (auto* check = std::get_if<ir::Check>(&first.data)) check->validated = false;
    else std::get<ir::ForeignKey>(first.data).validated = false;
    const std::size_t second = add(Verb::Alter, index, "validated");
    plan_.operations[second].before = &first;
    plan_.operations[second].after = wanted;
    plan_.operations[index].after = &first;
    return second;
  }

  void splitNotNull(ir::Segment& segment, std::size_t at, Halves& halves) {
    const std::size_t index = segment.steps[at].operation;
    halves.proofs.push_back(add(Verb::Alter, index, ir::kValidatesProof));
    halves.proved.push_back(add(Verb::Alter, index, ir::kProved));
    halves.dropped.push_back(add(Verb::Alter, index, ir::kDropsProof));
    const std::size_t first = addProof(index);
    auto& changes = plan_.operations[index].changes;
    std::erase_if(changes, [](const ir::FieldChange& change) { return change.field == "not null"; });
    if (changes.empty()) {
      plan_.operations[index].implied = true;  // it has no step any more
      segment.steps[at].operation = first;
    } else {
      segment.steps.insert(segment.steps.begin() + static_cast<std::ptrdiff_t>(at) + 1, ir::Step{first, {}});
    }
  }

  // The column with the check that keeps new rows from being null.
  std::size_t addProof(std::size_t index) {
    const Operation& op = plan_.operations[index];
    Object& first = copyFor(plan_, *op.after);
    std::get<ir::Column>(first.data).notNull = false;
    Operation proof{Verb::Alter, op.before, &first, changeOf(ir::kAddsProof), false, false, op.because, {}};
    plan_.operations.push_back(std::move(proof));
    plan_.edges.push_back({index, plan_.operations.size() - 1, "the check is about the column as it is altered"});
    return plan_.operations.size() - 1;
  }

  ir::Plan& plan_;
  const Late& late_;
  std::unordered_set<const Object*> made_, derived_;
  std::unordered_set<const Object*> ofIndex_;  // keys
  std::unordered_set<std::size_t> waitedFor_, neededNow_;  // the latter as NOT NULL
};

}  // namespace

void makeOnline(ir::Plan& plan) {
  if (plan.empty()) return;
  Splitter(plan, buildConcurrently(plan)).run();
  findLocks(plan);
  dropConcurrently(plan);
}

bool isFirstHalf(const ir::Plan& plan, const Operation& op) {
  return op.verb == Verb::Create && op.after && (op.after->kind == Kind::Check || op.after->kind == Kind::ForeignKey) &&
         op.after != &plan.to->objects()[op.after->serial];
}

bool isOnline(const ir::Plan& plan) {
  if (std::any_of(plan.segments.begin(), plan.segments.end(), [](const ir::Segment& segment) { return !segment.transactional; })) return true;
  return std::any_of(plan.operations.begin(), plan.operations.end(), [&](const Operation& op) {
    return isFirstHalf(plan, op) || isChangeOf(op, ir::kAddsProof);
  });
}

}  // namespace schemac::compiler
