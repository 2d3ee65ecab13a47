#include "compiler/online.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "ir/not_null_proof.h"
#include "ir/references.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;

namespace {

std::vector<ir::FieldChange> field(std::string_view name) { return {{name, {ir::Answer::Different, {}}}}; }

class Splitter {
 public:
  explicit Splitter(ir::Plan& plan) : plan_(plan) {
    for (const Operation& op : plan.operations)
      if (op.verb == Verb::Create && op.after) made_.insert(op.after);
    for (const ir::Schema* schema : {plan.from.get(), plan.to.get()})
      for (const Object& object : schema->objects())
        if (!object.dropped && object.derivedFrom) derived_.insert(object.derivedFrom);
    // A comment is put on a constraint that is not valid yet as well.
    for (const ir::Edge& edge : plan.edges)
      if (const Operation& second = plan.operations[edge.second]; !second.after || second.after->kind != Kind::Comment) waitedFor_.insert(edge.first);
  }

  void run() {
    std::vector<std::size_t> validated, proofs, proved, dropped;
    const std::size_t count = plan_.operations.size();
    for (ir::Segment& segment : plan_.segments) {
      for (std::size_t at = 0; at < segment.steps.size(); ++at) {
        const std::size_t index = segment.steps[at].operation;
        if (index >= count || !segment.steps[at].folded.empty() || waitedFor_.contains(index)) continue;
        if (isConstraint(plan_.operations[index])) {
          validated.push_back(splitConstraint(index));
        } else if (isNotNull(plan_.operations[index])) {
          proofs.push_back(add(Verb::Alter, index, ir::kValidatesProof));
          proved.push_back(add(Verb::Alter, index, ir::kProved));
          dropped.push_back(add(Verb::Alter, index, ir::kDropsProof));
          const std::size_t first = addProof(index);
          auto& changes = plan_.operations[index].changes;
          std::erase_if(changes, [](const ir::FieldChange& change) { return change.field == "not null"; });
          if (changes.empty()) {
            plan_.operations[index].implied = true;  // it has no step any more
            segment.steps[at].operation = first;
          } else {
            segment.steps.insert(segment.steps.begin() + static_cast<std::ptrdiff_t>(++at), ir::Step{first, {}});
          }
        }
      }
    }
    ir::Segment last;
    // All that reads comes before the first lock that stops readers.
    for (const auto* list : {&validated, &proofs, &proved, &dropped})
      for (const std::size_t index : *list) last.steps.push_back({index, {}});
    if (!last.steps.empty()) plan_.segments.push_back(std::move(last));
  }

 private:
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
        // A primary key sets it itself.
        const auto* key = other->get<ir::Key>();
        if (key && key->primary && made_.contains(other)) return false;
      }
    return true;
  }

  std::size_t add(Verb verb, std::size_t like, std::string_view change) {
    const Operation& op = plan_.operations[like];
    Operation second{verb, op.before, op.after, field(change), false, false, op.because, {}};
    plan_.operations.push_back(std::move(second));
    const std::size_t index = plan_.operations.size() - 1;
    plan_.edges.push_back({like, index, "what new rows must keep to comes before the old ones are checked"});
    return index;
  }

  const Object* copyOf(const Object& object) {
    auto copy = std::make_shared<Object>();
    copy->kind = object.kind;
    copy->origin = object.origin;
    copy->serial = object.serial;
    copy->ordinal = object.ordinal;
    copy->name = object.name;
    copy->parent = object.parent;
    copy->location = object.location;
    copy->data = object.data;
    plan_.made.push_back(copy);
    last_ = copy.get();
    return last_;
  }

  // The constraint as it is at first becomes the Create's; the way from there is an Alter.
  std::size_t splitConstraint(std::size_t index) {
    const Object* wanted = plan_.operations[index].after;
    const Object* first = copyOf(*wanted);
    if (auto* check = std::get_if<ir::Check>(&last_->data)) check->validated = false;
    else std::get<ir::ForeignKey>(last_->data).validated = false;
    const std::size_t second = add(Verb::Alter, index, "validated");
    plan_.operations[second].before = first;
    plan_.operations[second].after = wanted;
    plan_.operations[index].after = first;
    return second;
  }

  // The column with the check that keeps new rows from being null.
  std::size_t addProof(std::size_t index) {
    const Operation& op = plan_.operations[index];
    const Object* first = copyOf(*op.after);
    std::get<ir::Column>(last_->data).notNull = false;
    Operation proof{Verb::Alter, op.before, first, field(ir::kAddsProof), false, false, op.because, {}};
    plan_.operations.push_back(std::move(proof));
    plan_.edges.push_back({index, plan_.operations.size() - 1, "the check is about the column as it is altered"});
    return plan_.operations.size() - 1;
  }

  ir::Plan& plan_;
  std::unordered_set<const Object*> made_, derived_;
  std::unordered_set<std::size_t> waitedFor_;
  Object* last_ = nullptr;
};

}  // namespace

void makeOnline(ir::Plan& plan) {
  if (!plan.empty()) Splitter(plan).run();
}

bool isFirstHalf(const ir::Plan& plan, const Operation& op) {
  return op.verb == Verb::Create && op.after && (op.after->kind == Kind::Check || op.after->kind == Kind::ForeignKey) &&
         op.after != &plan.to->objects()[op.after->serial];
}

bool isOnline(const ir::Plan& plan) {
  return std::any_of(plan.operations.begin(), plan.operations.end(), [&](const Operation& op) {
    return isFirstHalf(plan, op) || (op.changes.size() == 1 && op.changes[0].field == ir::kAddsProof);
  });
}

}  // namespace schemac::compiler
