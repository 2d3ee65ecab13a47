#include "emitters/header.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "emitters/sql/headings.h"
#include "emitters/sql/text.h"
#include "ir/concurrent_build.h"
#include "ir/identity.h"

namespace schemac::emitters {
namespace {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;

// The object that a reader would say is changed: of a column its table, of a comment what it is about.
const Object& subject(const Object& object) {
  switch (object.kind) {
    case Kind::Column: case Kind::Default: case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::ForeignKey: case Kind::NotNull:
    case Kind::Owner: case Kind::Grant: case Kind::Comment: case Kind::SecurityLabel: case Kind::PublicationMember:
      return object.parent ? subject(*object.parent) : object;
    default: return object;
  }
}

// What people look for first comes first.
constexpr std::array order{Kind::Table, Kind::Policy, Kind::Function, Kind::Trigger, Kind::View, Kind::MaterializedView, Kind::Index,
                           Kind::Enum, Kind::Domain, Kind::Composite, Kind::Range, Kind::Sequence};

std::size_t rank(Kind kind) {
  const auto found = std::find(order.begin(), order.end(), kind);
  return found == order.end() ? order.size() + static_cast<std::size_t>(kind) : static_cast<std::size_t>(found - order.begin());
}

bool isAroundBuild(const Operation& op) {
  return op.verb == Verb::Alter && !op.changes.empty() && (op.changes[0].field == ir::kClearsBuild || op.changes[0].field == ir::kProvesBuild);
}

struct Entry {
  std::size_t rank;
  std::string word;
  int sign;  // + 0, ~ 1, - 2
  auto operator<=>(const Entry&) const = default;
};

}  // namespace

std::string counts(const ir::Plan& plan, const ir::Segment& segment) {
  // What the plan does to whole objects decides how their parts count, also in other files.
  std::map<ir::ObjectId, std::set<Verb>> whole;
  for (const Operation& op : plan.operations) {
    const Object& object = op.after ? *op.after : *op.before;
    if (&subject(object) == &object && !op.implied) whole[ir::idOf(object)].insert(op.verb);
  }
  std::map<Entry, std::set<ir::ObjectId>> counted;
  for (const ir::Step& step : segment.steps) {
    const Operation& op = plan.operations[step.operation];
    if (op.implied || isAroundBuild(op)) continue;
    const Object& object = op.after ? *op.after : *op.before;
    const Object& about = subject(object);
    const ir::ObjectId id = ir::idOf(about);
    const auto verbs = whole.find(id);
    const bool created = verbs != whole.end() && verbs->second.contains(Verb::Create);
    const bool dropped = verbs != whole.end() && verbs->second.contains(Verb::Drop);
    int sign = 1;
    if (&about == &object) sign = created && dropped ? 1 : created ? 0 : dropped ? 2 : 1;
    else if (created || dropped) continue;
    counted[Entry{rank(about.kind), kindWord(about), sign}].insert(id);
  }
  std::vector<std::string> parts;
  for (const auto& [entry, ids] : counted)
    parts.push_back(std::string(1, "+~-"[entry.sign]) + std::to_string(ids.size()) + " " + (ids.size() == 1 ? entry.word : pluralOf(entry.word)));
  if (!parts.empty()) return join(parts, ", ");
  for (const ir::Step& step : segment.steps)
    if (const Operation& op = plan.operations[step.operation]; isAroundBuild(op))
      return op.changes[0].field == ir::kProvesBuild ? "checks that the indexes are built" : "clears what failed builds of the indexes may have left";
  return "no change";
}

namespace {

// "--   hazards   …", the label on the first line alone.
class Lines {
 public:
  explicit Lines(std::string_view label) : label_(label) {}
  void add(std::string_view text) {
    std::string label(text_.empty() ? label_ : "");
    label.resize(10, ' ');
    text_ += "--   " + label + oneLine(text) + "\n";
  }
  const std::string& text() const { return text_; }

 private:
  std::string label_, text_;
};

std::string hazards(const ir::Plan& plan, const ir::Segment& segment) {
  std::set<std::size_t> here;
  for (const ir::Step& step : segment.steps) {
    here.insert(step.operation);
    here.insert(step.folded.begin(), step.folded.end());
  }
  std::size_t width = 0;
  std::vector<const ir::Hazard*> shown;
  for (const ir::Hazard& hazard : plan.hazards) {
    if (!here.contains(hazard.operation)) continue;
    shown.push_back(&hazard);
    width = std::max(width, hazard.code.size());
  }
  Lines lines("hazards");
  for (const ir::Hazard* hazard : shown) {
    std::string code = hazard->code;
    code.resize(width + 2, ' ');
    lines.add(code + hazard->message);
  }
  return lines.text();
}

std::string_view modeName(ir::LockMode mode) {
  static constexpr std::array names{"none", "access share", "row share", "row exclusive", "share update exclusive", "share", "share row exclusive", "exclusive", "access exclusive"};
  return names[static_cast<std::size_t>(mode)];
}

// The strongest lock that the file takes on each table that was there, and how long for.
std::string locks(const ir::Plan& plan, const ir::Segment& segment) {
  struct Held {
    ir::LockMode mode = ir::LockMode::None;
    ir::LockMode scanning = ir::LockMode::None;  // the strongest of those that last while it is read through
    bool rewrites = false;
  };
  std::map<std::string, Held> tables;
  std::size_t width = 0;
  const auto add = [&](std::size_t index) {
    for (const ir::Lock& lock : plan.operations[index].locks) {
      const std::string name = ir::displayName(*lock.table);
      Held& held = tables[name];
      held.mode = std::max(held.mode, lock.mode);
      if (lock.scans) held.scanning = std::max(held.scanning, lock.mode);
      held.rewrites = held.rewrites || lock.rewrites;
      width = std::max(width, name.size());
    }
  };
  for (const ir::Step& step : segment.steps) {
    if (plan.operations[step.operation].implied) continue;
    add(step.operation);
    for (const std::size_t folded : step.folded) add(folded);
  }
  Lines lines("locks");
  for (const auto& [table, held] : tables) {
    std::string text = table;
    text.resize(std::min<std::size_t>(width, 40) + 2 > text.size() ? std::min<std::size_t>(width, 40) + 2 : text.size() + 2, ' ');
    text += modeName(held.mode);
    if (held.rewrites) text += ", for the length of a rewrite";
    else if (held.scanning == held.mode) text += ", while it is read through";
    else if (held.scanning == ir::LockMode::None) text += ", short";
    else text += ", short, after " + std::string(modeName(held.scanning)) + " while it is read through";
    lines.add(text);
  }
  return lines.text();
}

}  // namespace

std::string header(const ir::Plan& plan, std::size_t index, std::size_t count, const MigrationOptions& options) {
  const ir::Segment& segment = plan.segments[index];
  std::string out = "-- " + oneLine(options.name);
  if (count > 1) out += ", file " + std::to_string(index + 1) + " of " + std::to_string(count);
  out += ": " + counts(plan, segment) + "\n" + hazards(plan, segment) + locks(plan, segment);
  if (index > 0) return out;
  Lines undo("undo");
  undo.add(count > 1 ? "schemac rollback, last file first; marked lines below cannot bring data back"
                     : "schemac rollback; marked lines below cannot bring data back");
  Lines compared("compared");
  std::string text;
  if (!options.fromLabel.empty() || !options.toLabel.empty()) text = options.fromLabel + " with " + options.toLabel + ", ";
  text += "PostgreSQL " + std::to_string(plan.to->serverVersion);
  if (!plan.notCompared.empty()) text += "; not: " + join(plan.notCompared, ", ");
  compared.add(text);
  return out + undo.text() + compared.text();
}

}  // namespace schemac::emitters
