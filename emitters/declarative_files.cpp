#include "emitters/declarative_files.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "emitters/sql/headings.h"
#include "emitters/sql/text.h"
#include "ir/identity.h"

namespace schemac::emitters {
namespace {

using ir::Kind;
using ir::Object;

bool isFact(Kind kind) { return kind == Kind::Owner || kind == Kind::Grant || kind == Kind::Comment || kind == Kind::SecurityLabel; }

// What a file is about: the object below its schema that others are parts of. Of a partition its table's, of an owned sequence its column's table.
const Object& subjectOf(const Object& object) {
  const Object* at = &object;
  for (;;) {
    const auto* sequence = at->get<ir::Sequence>();
    const auto* table = at->get<ir::Table>();
    if (at->kind == Kind::DefaultPrivilege) return *at;
    if (sequence && sequence->ownedBy) at = sequence->ownedBy.object;
    else if (table && table->partition() && !table->parents.empty()) at = table->parents.front().object;
    else if (const auto* statistics = at->get<ir::Statistics>()) at = statistics->table.object;
    else if (at->parent && (at->parent->kind != Kind::Schema || isFact(at->kind))) at = at->parent;
    else return *at;
  }
}

// Where a kind's files begin: what people look for first is low, and most things need what is lower. Real needs move a file up from there.
// A kind that is not named stands with the one before it in ir/kinds.def, which is the order in which kinds mostly need each other.
int stageOf(Kind kind) {
  int stage = 0;
  for (int k = 0; k <= static_cast<int>(kind); ++k) {
    switch (static_cast<Kind>(k)) {
      case Kind::Role: stage = 0; break;
      case Kind::Schema: stage = 100; break;
      case Kind::Extension: stage = 110; break;
      case Kind::BaseType: stage = 200; break;
      case Kind::Sequence: stage = 250; break;
      case Kind::Function: stage = 300; break;
      case Kind::Table: stage = 400; break;
      case Kind::View: stage = 500; break;
      case Kind::MaterializedView: stage = 550; break;
      case Kind::Publication: stage = 800; break;
      case Kind::DefaultPrivilege: stage = 900; break;
      default: break;
    }
  }
  return stage;
}

// Kinds with a file for each object; of the others a schema's stand together.
bool hasOwnFile(Kind kind) {
  switch (kind) {
    case Kind::Function: case Kind::Table: case Kind::View: case Kind::MaterializedView: return true;
    default: return false;
  }
}

// Letters that every file system takes; what else a name holds becomes an underscore.
std::string fileWord(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    if (plain) out += c;
    else if (!out.ends_with('_')) out += '_';
  }
  constexpr std::size_t longest = 100;
  return out.substr(0, longest);
}

std::string hyphens(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

std::string inSchema(const Object* schema, const std::string& text, char separator) {
  return !schema || schema->name == "public" ? text : fileWord(schema->name) + separator + text;
}

// "table-projects", "table-app.projects", "types", "types-app": the whole name but for the number in front.
std::string naturalName(const Object& subject) {
  const Object* schema = subject.kind == Kind::DefaultPrivilege || subject.kind == Kind::Schema ? nullptr : ir::namespaceOf(subject);
  if (hasOwnFile(subject.kind)) return hyphens(kindWord(subject)) + "-" + inSchema(schema, fileWord(subject.name), '.');
  const std::string many = subject.kind == Kind::DefaultPrivilege ? "default-privileges" : ir::isType(subject.kind) ? "types" : hyphens(pluralOf(kindWord(subject)));
  return schema && schema->name != "public" ? many + "-" + fileWord(schema->name) : many;
}

// The same for a thing that has to leave its schema's common file.
std::string ownName(const Object& subject) {
  return hyphens(kindWord(subject)) + "-" + inSchema(ir::namespaceOf(subject), fileWord(subject.name), '.');
}

class Sorter {
 public:
  explicit Sorter(const ir::Plan& plan) : plan_(plan) {
    for (const ir::Segment& segment : plan.segments)
      for (const ir::Step& step : segment.steps) steps_.push_back(&step);
    stepOf_.assign(plan.operations.size(), -1);
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      stepOf_[steps_[i]->operation] = static_cast<int>(i);
      for (const std::size_t folded : steps_[i]->folded) stepOf_[folded] = static_cast<int>(i);
    }
    linkSteps();
    for (std::size_t i = 0; i < steps_.size(); ++i) unitOf_.push_back(unitNamed(naturalName(subject(i)), stageOf(subject(i).kind), !hasOwnFile(subject(i).kind)));
  }

  std::vector<DeclarativeFile> run() {
    while (split()) {}
    return files();
  }

 private:
  struct Unit {
    std::string name;
    int stage;
    bool common;  // holds several things of a kind
  };

  const Object& subject(std::size_t step) const {
    const ir::Operation& op = plan_.operations[steps_[step]->operation];
    return subjectOf(op.after ? *op.after : *op.before);
  }

  std::size_t unitNamed(const std::string& name, int stage, bool common) {
    const auto [found, fresh] = byName_.emplace(lower(name), units_.size());  // some file systems fold case
    if (fresh) units_.push_back({name, stage, common});
    return found->second;
  }

  // Which steps a step needs: the plan's edges, also by way of operations that have no statement.
  void linkSteps() {
    std::vector<std::vector<std::size_t>> needed(plan_.operations.size());
    for (const ir::Edge& edge : plan_.edges)
      if (!edge.soft) needed[edge.second].push_back(edge.first);
    needs_.resize(steps_.size());
    for (std::size_t i = 0; i < plan_.operations.size(); ++i) {
      if (stepOf_[i] < 0) continue;
      std::set<std::size_t> seen;
      const std::function<void(std::size_t)> walk = [&](std::size_t operation) {
        for (const std::size_t before : needed[operation]) {
          if (!seen.insert(before).second) continue;
          if (stepOf_[before] < 0) walk(before);
          else if (stepOf_[before] != stepOf_[i]) needs_[static_cast<std::size_t>(stepOf_[i])].insert(static_cast<std::size_t>(stepOf_[before]));
        }
      };
      walk(i);
    }
  }

  std::vector<std::set<std::size_t>> unitNeeds() const {
    std::vector<std::set<std::size_t>> result(units_.size());
    for (std::size_t i = 0; i < steps_.size(); ++i)
      for (const std::size_t before : needs_[i])
        if (unitOf_[before] != unitOf_[i]) result[unitOf_[i]].insert(unitOf_[before]);
    return result;
  }

  // Units that need each other in a circle, or empty.
  std::vector<std::set<std::size_t>> circles() const {
    const auto needs = unitNeeds();
    // Tarjan, without recursion over what may be thousands of files.
    const std::size_t none = units_.size();
    std::vector<std::size_t> number(units_.size(), none), low(units_.size(), 0);
    std::vector<bool> open(units_.size(), false);
    std::vector<std::size_t> stack;
    std::vector<std::set<std::size_t>> result;
    std::size_t count = 0;
    for (std::size_t root = 0; root < units_.size(); ++root) {
      if (number[root] != none) continue;
      struct Frame { std::size_t unit; std::set<std::size_t>::const_iterator next; };
      std::vector<Frame> frames;
      const auto enter = [&](std::size_t unit) {
        number[unit] = low[unit] = count++;
        open[unit] = true;
        stack.push_back(unit);
        frames.push_back({unit, needs[unit].begin()});
      };
      enter(root);
      while (!frames.empty()) {
        Frame& frame = frames.back();
        if (frame.next != needs[frame.unit].end()) {
          const std::size_t other = *frame.next++;
          if (number[other] == none) enter(other);
          else if (open[other]) low[frame.unit] = std::min(low[frame.unit], number[other]);
          continue;
        }
        const std::size_t unit = frame.unit;
        frames.pop_back();
        if (!frames.empty()) low[frames.back().unit] = std::min(low[frames.back().unit], low[unit]);
        if (low[unit] != number[unit]) continue;
        std::set<std::size_t> circle;
        std::size_t member;
        do {
          member = stack.back();
          stack.pop_back();
          open[member] = false;
          circle.insert(member);
        } while (member != unit);
        if (circle.size() > 1) result.push_back(std::move(circle));
      }
    }
    return result;
  }

  // Which of a unit's steps (in the plan's order) need, themselves or by way of others of them, another unit of the circle.
  std::vector<std::size_t> lateSteps(std::size_t unit, const std::vector<std::size_t>& steps, const std::set<std::size_t>& circle) const {
    std::set<std::size_t> late;
    for (const std::size_t i : steps) {
      for (const std::size_t before : needs_[i])
        if ((unitOf_[before] != unit && circle.contains(unitOf_[before])) || late.contains(before)) late.insert(i);
    }
    return {late.begin(), late.end()};
  }

  // Takes each circle apart a little: a common file into one for each thing, else the late part of the file that loses least by it.
  // There always is one: the first step of all in a circle needs nothing of it.
  bool split() {
    const auto found = circles();
    if (found.empty()) return false;
    std::vector<std::vector<std::size_t>> steps(units_.size());
    for (std::size_t i = 0; i < steps_.size(); ++i) steps[unitOf_[i]].push_back(i);
    for (const auto& circle : found) {
      bool apart = false;
      for (const std::size_t unit : circle) {
        if (!units_[unit].common) continue;
        apart = true;
        units_[unit].common = false;
        const int stage = units_[unit].stage;
        for (const std::size_t step : steps[unit]) unitOf_[step] = unitNamed(ownName(subject(step)), stage, false);
      }
      if (apart) continue;
      std::size_t best = units_.size();
      std::vector<std::size_t> moved;
      for (const std::size_t unit : circle) {
        auto late = lateSteps(unit, steps[unit], circle);
        if (late.empty() || late.size() == steps[unit].size()) continue;
        if (best == units_.size() || late.size() < moved.size() || (late.size() == moved.size() && units_[unit].name < units_[best].name)) {
          best = unit;
          moved = std::move(late);
        }
      }
      if (best == units_.size()) continue;
      const std::string name = units_[best].name + "-";
      int part = 2;
      while (byName_.contains(lower(name) + std::to_string(part))) ++part;
      const std::size_t late = unitNamed(name + std::to_string(part), units_[best].stage, false);
      for (const std::size_t step : moved) unitOf_[step] = late;
    }
    return true;
  }

  // A unit's number: its kind's, unless what it needs stands at that number or behind it.
  std::vector<int> stages() const {
    const auto needs = unitNeeds();
    std::vector<int> stage(units_.size(), -1);
    const std::function<int(std::size_t)> settle = [&](std::size_t unit) {
      if (stage[unit] >= 0) return stage[unit];
      int at = units_[unit].stage;
      for (const std::size_t before : needs[unit]) {
        const int there = settle(before);
        at = std::max(at, units_[before].name < units_[unit].name ? there : there + 1);
      }
      return stage[unit] = at;
    };
    for (std::size_t unit = 0; unit < units_.size(); ++unit) settle(unit);
    // Objects are made before the default privileges change: those are the last whatever happens.
    int highest = 0;
    for (std::size_t unit = 0; unit < units_.size(); ++unit)
      if (units_[unit].name != "default-privileges") highest = std::max(highest, stage[unit]);
    for (std::size_t unit = 0; unit < units_.size(); ++unit)
      if (units_[unit].name == "default-privileges") stage[unit] = std::max(stage[unit], highest + 1);
    return stage;
  }

  // A file's tables first: a partition that is made behind its table's indexes gets copies of them, beside those that it is to have itself.
  std::vector<std::size_t> tablesFirst(const std::vector<std::size_t>& steps) const {
    const auto isTable = [&](std::size_t step) {
      const Object* made = plan_.operations[steps_[step]->operation].after;
      return made && made->kind == Kind::Table && plan_.operations[steps_[step]->operation].verb == ir::Verb::Create;
    };
    if (std::count_if(steps.begin(), steps.end(), isTable) < 2) return steps;
    std::set<std::size_t> early;  // what tables need goes with them
    const std::set<std::size_t> here(steps.begin(), steps.end());
    const std::function<void(std::size_t)> pull = [&](std::size_t step) {
      if (!here.contains(step) || !early.insert(step).second) return;
      for (const std::size_t before : needs_[step]) pull(before);
    };
    for (const std::size_t step : steps)
      if (isTable(step)) pull(step);
    std::vector<std::size_t> result(early.begin(), early.end());
    std::copy_if(steps.begin(), steps.end(), std::back_inserter(result), [&](std::size_t step) { return !early.contains(step); });
    return result;
  }

  std::vector<DeclarativeFile> files() const {
    const std::vector<int> stage = stages();
    const int highest = stage.empty() ? 0 : *std::max_element(stage.begin(), stage.end());
    const std::size_t width = std::max<std::size_t>(3, std::to_string(highest).size());
    std::vector<std::vector<std::size_t>> members(units_.size());
    for (std::size_t i = 0; i < steps_.size(); ++i)
      if (!plan_.operations[steps_[i]->operation].implied) members[unitOf_[i]].push_back(i);
    std::vector<std::vector<const ir::Step*>> content(units_.size());
    for (std::size_t unit = 0; unit < units_.size(); ++unit)
      for (const std::size_t step : tablesFirst(members[unit])) content[unit].push_back(steps_[step]);
    std::map<std::string, DeclarativeFile> sorted;
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      if (content[unit].empty()) continue;
      std::string number = std::to_string(stage[unit]);
      number.insert(0, width - number.size(), '0');
      sorted[number + "-" + units_[unit].name + ".sql"] = {number + "-" + units_[unit].name + ".sql", content[unit]};
    }
    std::vector<DeclarativeFile> result;
    for (auto& [name, file] : sorted) result.push_back(std::move(file));
    return result;
  }

  const ir::Plan& plan_;
  std::vector<const ir::Step*> steps_;
  std::vector<int> stepOf_;                   // by operation; -1: it has no statement
  std::vector<std::set<std::size_t>> needs_;  // by step
  std::vector<Unit> units_;
  std::map<std::string, std::size_t> byName_;
  std::vector<std::size_t> unitOf_;           // by step
};

}  // namespace

std::vector<DeclarativeFile> declarativeFiles(const ir::Plan& plan) { return Sorter(plan).run(); }

}  // namespace schemac::emitters
