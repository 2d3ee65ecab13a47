#include "tools/schemac/self_check.h"

#include <algorithm>
#include <set>
#include <span>

#include "compiler/compile.h"
#include "fmt/format.h"
#include "ir/identity.h"
#include "parser/analyze/equality.h"
#include "parser/sql/replay.h"

namespace schemac::tool {

using ir::Code;
using Sources = std::vector<std::shared_ptr<const ir::Source>>;

namespace {

using Ids = std::set<ir::ObjectId>;

std::string line(const ir::Change& change) {
  if (!change.before) return ir::describe(*change.after) + " is missing";
  if (!change.after) return ir::describe(*change.before) + " is there and should not be";
  std::string text = ir::describe(*change.after) + " differs in its ";
  for (std::size_t i = 0; i != change.fields.size(); ++i) text += (i ? ", " : "") + std::string(change.fields[i].field);
  return text;
}

class Checker {
 public:
  Checker(const Ends& ends, const Job& job, const ir::Plan& plan, const std::vector<ir::Plan>& back, ir::Diagnostics& diagnostics)
      : ends_(ends), job_(job), plan_(plan), back_(back), diagnostics_(diagnostics) {
    options_.serverVersion = ends.serverVersion;
    options_.profile = ends.profile;
  }

  // True: go on with the next step.
  bool step(ir::Schema& schema, const Sources& sources, const ir::Schema& wanted, bool restoring, std::string_view what) {
    ir::Diagnostics own;
    const std::size_t unfollowed = schema.unfollowed.size();
    parser::replayInto(schema, sources, options_, own);
    if (schema.unfollowed.size() > unfollowed) return skip(schema.unfollowed[unfollowed], what);
    if (own.hasErrors()) return fail(own, what);
    return compare(schema, wanted, restoring, what);
  }

  bool failed() const { return failed_; }

 private:
  bool skip(const ir::Unfollowed& unfollowed, std::string_view what) {
    diagnostics_.add(Code::SelfCheckSkipped, {}, fmt::format("the self-check ends before {}: {} is not followed{}", what, unfollowed.what,
                                                             unfollowed.reason.empty() ? "" : " (" + unfollowed.reason + ")"));
    return false;
  }

  ir::Diagnostic& report(std::string message) {
    failed_ = true;
    return diagnostics_.add(Code::SelfCheck, {}, std::move(message), "This is a defect of schemac; nothing was written. Please report it with both sides.");
  }

  bool fail(const ir::Diagnostics& own, std::string_view what) {
    for (const auto& source : kept_) diagnostics_.keep(source);
    ir::Diagnostic& error = report(fmt::format("internal error: {} cannot be replayed", what));
    for (const ir::Diagnostic* d : own.sorted())
      if (ir::severityOf(d->code) == ir::Severity::Error) error.notes.push_back({d->where, d->message});
    return false;
  }

  static const ir::Object& end(const ir::Change& change) { return change.after ? *change.after : *change.before; }

  std::vector<ir::Change> differences(const ir::Schema& schema, const ir::Schema& wanted, bool restoring) const {
    const auto equality = parser::makeEquality(schema, wanted);
    compiler::Options options = job_.compile;
    options.restoring = restoring;
    ir::Diagnostics own;
    std::vector<std::string> notCompared;
    std::vector<ir::Change> changes = compiler::diff(schema, wanted, options, *equality, own, notCompared);
    std::erase_if(changes, [&](ir::Change& change) {
      // PostgreSQL decides itself whether a column that is inherited (again) is the child's own as well.
      std::erase_if(change.fields, [](const ir::FieldChange& field) { return field.verdict.answer == ir::Answer::Unknown || field.field == "local"; });
      return change.before && change.after && change.fields.empty();
    });
    return changes;
  }

  // What differs before the plan and is not among its changes: PostgreSQL cannot alter it, and it is not worth a drop.
  void addLeft(Ids& ids, const ir::Schema& from, const ir::Schema& to, std::span<const ir::Plan> plans, bool restoring) const {
    Ids changed;
    for (const ir::Plan& plan : plans)
      for (const ir::Change& change : plan.changes) changed.insert(ir::idOf(end(change)));
    for (const ir::Change& change : differences(from, to, restoring))
      if (ir::ObjectId id = ir::idOf(end(change)); !changed.contains(id)) ids.insert(std::move(id));
  }

  bool compare(const ir::Schema& schema, const ir::Schema& wanted, bool restoring, std::string_view what) {
    std::vector<ir::Change> changes = differences(schema, wanted, restoring);
    if (changes.empty()) return true;
    Ids left;
    addLeft(left, *ends_.from, *ends_.to, {&plan_, 1}, false);
    if (restoring) addLeft(left, *ends_.to, *ends_.from, back_, true);
    std::erase_if(changes, [&](const ir::Change& change) { return left.contains(ir::idOf(end(change))); });
    if (changes.empty()) return true;
    constexpr std::size_t kShown = 20;
    ir::Diagnostic& error = report(fmt::format("internal error: {} does not lead to {}", what, restoring ? "the first schema" : "the desired schema"));
    for (const ir::Change& change : changes) {
      if (error.notes.size() == kShown) break;
      error.notes.push_back({{}, line(change)});
    }
    if (changes.size() > kShown) error.notes.push_back({{}, fmt::format("and {} more", changes.size() - kShown)});
    return false;
  }

 public:
  std::shared_ptr<const ir::Source> keep(std::string name, std::string text) {
    return kept_.emplace_back(std::make_shared<const ir::Source>(ir::Source{std::move(name), std::move(text)}));
  }

 private:
  const Ends& ends_;
  const Job& job_;
  const ir::Plan& plan_;
  const std::vector<ir::Plan>& back_;
  ir::Diagnostics& diagnostics_;
  parser::ReplayOptions options_;
  Sources kept_;
  bool failed_ = false;
};

}  // namespace

bool selfCheck(const Ends& ends, const Job& job, const ir::Plan& plan, const std::vector<ir::Plan>& back, const std::vector<emitters::File>& files,
               ir::Diagnostics& diagnostics) {
  Checker checker(ends, job, plan, back, diagnostics);
  Sources forth, undo;
  for (const emitters::File& file : files) {
    forth.push_back(checker.keep(file.name, file.text));
    std::string sql;
    if (emitters::rollbackText(file.text, sql)) undo.insert(undo.begin(), checker.keep("rollback of " + file.name, std::move(sql)));
  }
  const std::unique_ptr<ir::Schema> schema = ends.from->clone();
  if (!checker.step(*schema, forth, *ends.to, false, "the migration")) return !checker.failed();
  if (!checker.step(*schema, forth, *ends.to, false, "the migration, run twice,")) return !checker.failed();
  checker.step(*schema, undo, *ends.from, true, "the rollback");
  return !checker.failed();
}

}  // namespace schemac::tool
