#include "compiler/hazards.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "compiler/annotations.h"
#include "compiler/locks.h"
#include "compiler/rebuild.h"
#include "ir/concurrent_build.h"
#include "ir/not_null_proof.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;

namespace {

bool has(const Operation& operation, std::string_view field) {
  return std::any_of(operation.changes.begin(), operation.changes.end(), [&](const ir::FieldChange& c) { return c.field == field; });
}

bool literallyTrue(const std::optional<ir::Expression>& expression) {
  if (!expression) return false;
  std::string text(expression->text.view());
  std::erase_if(text, [](char c) { return c == ' ' || c == '(' || c == ')' || c == '\n' || c == '\r' || c == '\t'; });
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view cast : {"::boolean", "::bool"})
    if (text.ends_with(cast)) text.resize(text.size() - cast.size());
  return text == "true" || text == "'true'" || text == "'t'";
}

bool contains(const std::vector<ir::Name>& all, ir::Name one) { return std::find(all.begin(), all.end(), one) != all.end(); }

// Does a policy reach more than before?
bool widens(const ir::Policy& before, const ir::Policy& after) {
  if (!contains(before.roles, ir::kPublic))
    for (const ir::Name& role : after.roles)
      if (!contains(before.roles, role)) return true;
  if (before.command != after.command && before.command != "all") return true;
  if (literallyTrue(after.usingExpression) && !literallyTrue(before.usingExpression)) return true;
  // Without WITH CHECK the USING expression checks new rows too.
  const auto& oldCheck = before.checkExpression ? before.checkExpression : before.usingExpression;
  if (literallyTrue(after.checkExpression) && !literallyTrue(oldCheck)) return true;
  return !before.permissive && after.permissive;
}

bool option(const ir::Options& options, std::string_view name) {
  return std::any_of(options.begin(), options.end(), [&](const ir::Option& o) {
    return o.name == name && (o.value == "true" || o.value == "on" || o.value == "1" || o.value.empty() || o.value == "yes");
  });
}

bool definerWithoutPath(const ir::Function& function) {
  return function.securityDefiner &&
         std::none_of(function.settings.begin(), function.settings.end(), [](const ir::Option& o) { return o.name == "search_path"; });
}

bool ofForeignTable(const Object& column) { return column.parent->kind == Kind::Table && column.parent->as<ir::Table>().foreign(); }

// Conversions that succeed and leave something out.
bool losesValues(const ir::TypeRef& before, const ir::TypeRef& after) {
  if (!before.type || !after.type || before.type->origin != ir::Origin::BuiltIn || after.type->origin != ir::Origin::BuiltIn) return false;
  const std::string_view from = before.type->name, to = after.type->name;
  const auto whole = [](std::string_view type) { return type == "int2" || type == "int4" || type == "int8"; };
  const auto fraction = [](std::string_view type) { return type == "numeric" || type == "float4" || type == "float8" || type == "money"; };
  const auto moment = [](std::string_view type) { return type == "timestamp" || type == "timestamptz"; };
  if (fraction(from) && whole(to)) return true;
  if (from == "float8" && to == "float4") return true;
  if (moment(from) && (to == "date" || to == "time" || to == "timetz")) return true;
  if (from == "inet" && to == "cidr") return true;
  if (from == "json" && to == "jsonb") return false;  // what goes is no value
  if (from != to) return false;
  const auto precision = [](std::string_view modifiers, bool scale) {
    const std::size_t comma = modifiers.find(',');
    std::string digits(scale ? (comma == std::string_view::npos ? "0" : modifiers.substr(comma + 1)) : modifiers);
    return digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos ? 1000 : std::stoi(digits);
  };
  if (to == "numeric" && !after.modifiers.empty())
    return (before.modifiers.empty() ? 1000 : precision(before.modifiers, true)) > precision(after.modifiers, true);
  if (moment(to) || to == "time" || to == "timetz") return !after.modifiers.empty() && precision(before.modifiers, false) > precision(after.modifiers, false);
  return false;
}

// Conversions that some value may refuse.
bool mayRefuse(const ir::TypeRef& before, const ir::TypeRef& after) {
  if (keepsStorage(before, after)) return false;
  if (!before.type || !after.type || before.array != after.array) return true;
  const std::string_view from = before.type->name, to = after.type->name;
  if (before.type->origin != ir::Origin::BuiltIn || after.type->origin != ir::Origin::BuiltIn) return to != "text";
  const auto rank = [](std::string_view type) { return type == "int2" ? 1 : type == "int4" ? 2 : type == "int8" ? 3 : type == "numeric" ? 4 : type == "float4" ? 5 : type == "float8" ? 6 : 0; };
  if (rank(from) && rank(to)) return rank(to) < rank(from) || (to == "numeric" && !after.modifiers.empty());
  if (to == "text" || (to == "varchar" && after.modifiers.empty())) return false;
  if ((from == "json" && to == "jsonb") || (from == "jsonb" && to == "json")) return false;
  if (from == "date" && (to == "timestamp" || to == "timestamptz")) return false;
  if ((from == "timestamp" || from == "timestamptz") && (to == "timestamp" || to == "timestamptz" || to == "date" || to == "time")) return false;
  return true;
}

class Grader {
 public:
  Grader(const ir::Plan& plan, const Options& options) : plan_(plan), operations_(plan.operations), options_(options) {
    for (const Operation& op : operations_)
      if (op.verb == Verb::Create) created_.insert(op.after);
  }

  std::vector<ir::Hazard> run() {
    std::size_t graded = 0;
    for (const Operation& op : operations_) {
      switch (op.verb) {
        case Verb::Drop: drop(op); break;
        case Verb::Create: create(op); break;
        case Verb::Alter: op.grant ? grant(op) : alter(op); break;
        case Verb::Rename: rename(op); break;
      }
      if (!op.implied) locks(op);
      for (; graded < found_.size(); ++graded) found_[graded].operation = static_cast<std::size_t>(&op - operations_.data());
    }
    for (ir::Hazard& hazard : found_)
      hazard.refused = (hazard.code == "data-loss" || hazard.code == "weakens-security") && !allows(options_.allow, hazard.code) && !allowedAbove(hazard);
    return std::move(found_);
  }

 private:
  static bool allows(const std::vector<std::string>& allowed, const std::string& code) {
    return std::any_of(allowed.begin(), allowed.end(), [&](const std::string& one) { return one == "all" || one == code; });
  }

  // The object of `to` that has its name, and so the annotations.
  const Object* wanted(const Object& object) const {
    const Object* scope = ir::scopeOf(object);
    const Object* there = scope ? wanted(*scope) : nullptr;
    if (scope && !there) return nullptr;
    const Object* found = plan_.to->find(ir::spaceOf(object.kind), there, object.name);
    for (; found && object.kind == Kind::Function && !ir::sameIdentity(found, &object);) found = found->nextSameName;
    return found;
  }

  // "-- schemac: allow CODE" above the object or what it is part of.
  bool allowedAbove(const ir::Hazard& hazard) const {
    for (const Object* at = hazard.object; at; at = at->parent)
      if (const Object* now = wanted(*at); now && !now->leadingComment.empty() && allows(annotationsOf(*now).allow, hazard.code)) return true;
    return false;
  }

  void rename(const Operation& op) {
    switch (op.after->kind) {
      case Kind::Table: case Kind::Column: case Kind::View: case Kind::MaterializedView: case Kind::Function: case Kind::Schema: case Kind::Composite:
      case Kind::Domain: case Kind::Range: case Kind::Enum: {
        // A view's column, or a name that PostgreSQL gives by itself, is nobody's.
        const bool labels = op.after->kind == Kind::Enum && op.before->name == op.after->name;
        report("breaks-clients", *op.after, labels ? "has a label under another name" : "was called " + (ir::namespaceOf(*op.before)->name == ir::namespaceOf(*op.after)->name ? op.before->name.str() : ir::qualifiedName(*op.before)));
        break;
      }
      default: break;
    }
  }

  void locks(const Operation& op) {
    for (const ir::Lock& lock : op.locks) {
      const Object& object = op.after ? *op.after : *op.before;
      const std::string table = ir::describe(*lock.table), why = " while " + ir::describe(object) + " is " + doing(op);
      const auto say = [&](const char* code, const std::string& what) { found_.push_back({code, table + what + why, &object}); };
      if (lock.rewrites) say("rewrite", " is written anew, neither read nor written by others,");
      else if (lock.scans && lock.mode == ir::LockMode::AccessExclusive) say("locks-reads", " is read through, neither read nor written by others,");
      else if (lock.scans && lock.mode >= ir::LockMode::Share) say("locks-writes", " is read through, not written by others,");
      else if (lock.scans) say("scan", " is read through");
    }
  }
  static const char* doing(const Operation& op) {
    switch (op.verb) {
      case Verb::Create: return "made";
      case Verb::Drop: return "dropped";
      case Verb::Rename: return "renamed";
      case Verb::Alter: break;
    }
    return "altered";
  }

  void report(const char* code, const Object& object, const std::string& what) { found_.push_back({code, ir::describe(object) + " " + what, &object}); }

  void mayContradict(const Object& object) { report("may-fail", object, "may be violated by existing rows"); }

  // Made by this plan: no rows, no clients yet.
  bool isNew(const Object& object) const { return created_.contains(&object); }

  const Operation* otherHalf(const Operation& op) const {
    for (const Operation& other : operations_) {
      if (other.verb != (op.verb == Verb::Drop ? Verb::Create : Verb::Drop) || !other.rebuild) continue;
      const Object* a = op.before ? op.before : op.after;
      const Object* b = other.before ? other.before : other.after;
      if (ir::sameIdentity(a, b)) return &other;
    }
    return nullptr;
  }

  void drop(const Operation& op) {
    const Object& object = *op.before;
    const char* gone = op.rebuild ? "is made anew: what is in it is lost" : "is dropped";
    switch (object.kind) {
      case Kind::Table:
        // The rows of a foreign table are somebody else's, and stay.
        if (!object.as<ir::Table>().foreign()) report("data-loss", object, gone);
        else if (!op.rebuild) report("breaks-clients", object, "is dropped");
        break;
      case Kind::Column: {
        if (object.parent->kind != Kind::Table && object.parent->kind != Kind::Composite) break;
        if (op.implied || object.as<ir::Column>().generated != ir::Generated::None || ofForeignTable(object)) break;
        report("data-loss", object, gone);
        break;
      }
      case Kind::Sequence:
        // A serial column that becomes an identity hands its position on, and back.
        if (const Object* now = op.rebuild ? wanted(object) : nullptr; now && now->as<ir::Sequence>().identity != object.as<ir::Sequence>().identity) break;
        if (!op.implied) report("data-loss", object, op.rebuild ? "is made anew: its position is lost" : "is dropped with its position");
        break;
      case Kind::Policy: {
        if (op.implied) break;
        const auto& policy = object.as<ir::Policy>();
        const Operation* again = op.rebuild ? otherHalf(op) : nullptr;
        if (again) {
          if (!op.because.empty()) break;
          if (widens(policy, again->after->as<ir::Policy>())) report("weakens-security", object, "lets more through");
          else report("policy-changed", object, "is made anew");
        } else if (!policy.permissive) {
          report("weakens-security", object, "restricts, and is dropped");
        } else {
          report("policy-changed", object, "is dropped");
        }
        break;
      }
      case Kind::View: case Kind::MaterializedView: case Kind::Function: case Kind::Aggregate: case Kind::Operator: case Kind::Cast:
        if (!op.rebuild) report("breaks-clients", object, "is dropped");
        break;
      case Kind::Enum: case Kind::Composite: case Kind::Domain: case Kind::Range: if (!op.rebuild) report("breaks-clients", object, "is dropped"); break;
      default: break;
    }
  }

  void create(const Operation& op) {
    const Object& object = *op.after;
    if (const auto* function = object.get<ir::Function>(); function && definerWithoutPath(*function)) {
      const Operation* old = op.rebuild ? otherHalf(op) : nullptr;
      if (!old || !definerWithoutPath(old->before->as<ir::Function>())) report("weakens-security", object, "is SECURITY DEFINER without a search_path of its own");
    }
    if (const Operation* old = object.kind == Kind::View && op.rebuild ? otherHalf(op) : nullptr)
      if (option(old->before->as<ir::View>().options, "security_invoker") && !option(object.as<ir::View>().options, "security_invoker"))
        report("weakens-security", object, "loses security_invoker");
    const Object* table = object.parent;
    if (table && table->kind == Kind::Table && table->as<ir::Table>().foreign()) return;  // nothing of it is checked
    if (const auto* remade = object.get<ir::Table>(); remade && op.rebuild)
      if (const Operation* old = otherHalf(op); old && old->before->as<ir::Table>().rowSecurity && !remade->rowSecurity)
        report("weakens-security", object, "loses its row level security");
    if (!table || table->kind != Kind::Table || isNew(*table) || (op.rebuild && !op.because.empty())) return;
    switch (object.kind) {
      case Kind::Column: {
        const auto& column = object.as<ir::Column>();
        const bool filled = column.identity != ir::Identity::None || column.generated != ir::Generated::None || ir::childOf(object, Kind::Default, {});
        if (column.notNull && !filled) report("may-fail", object, "is NOT NULL without a default: fails where the table has rows");
        break;
      }
      case Kind::Check: if (object.as<ir::Check>().validated) mayContradict(object); break;
      case Kind::ForeignKey: if (object.as<ir::ForeignKey>().validated) mayContradict(object); break;
      case Kind::Key: case Kind::Exclusion: if (!has(op, ir::kUsingIndex)) mayContradict(object); break;
      case Kind::Index: if (object.as<ir::Index>().unique) mayContradict(object); break;
      case Kind::Policy: if (!op.rebuild) report("policy-changed", object, "is new"); break;
      default: break;
    }
  }

  void alter(const Operation& op) {
    if (!op.before || !op.after || op.before == op.after) return;
    const Object& object = *op.after;
    switch (object.kind) {
      case Kind::Table: {
        const auto& before = op.before->as<ir::Table>();
        const auto& after = object.as<ir::Table>();
        if (before.rowSecurity && !after.rowSecurity) report("weakens-security", object, "has its row level security disabled");
        if (before.forceRowSecurity && !after.forceRowSecurity) report("weakens-security", object, "no longer forces row level security");
        break;
      }
      case Kind::Column: {
        if (object.parent->kind != Kind::Table) break;
        if (has(op, "type")) {
          const ir::TypeRef& before = op.before->as<ir::Column>().type;
          const ir::TypeRef& after = object.as<ir::Column>().type;
          const std::string change = " from " + ir::formatType(before) + " to " + ir::formatType(after);
          if (losesValues(before, after)) report("data-loss", object, "goes" + change + ": what does not fit is cut off");
          else if (mayRefuse(before, after)) report("may-fail", object, "goes" + change + ": every value must convert");
          report("breaks-clients", object, "changes" + change);
        }
        if ((has(op, "not null") || has(op, ir::kValidatesProof)) && object.as<ir::Column>().notNull && !ofForeignTable(object)) report("may-fail", object, "becomes NOT NULL: fails where a row has none");
        break;
      }
      case Kind::Check: case Kind::ForeignKey: if (has(op, "validated")) mayContradict(object); break;
      case Kind::Enum: {
        const auto& before = op.before->as<ir::Enum>();
        const auto& after = object.as<ir::Enum>();
        if (!swapsLabels(before, after)) {
          report("irreversible", object, "gets a label: taking it back swaps the type");
          break;
        }
        for (const ir::Text& label : before.labels)
          if (!contains(after.labels, label)) report("data-loss", object, "loses the label '" + label.str() + "': fails where a row holds it");
        break;
      }
      case Kind::Policy:
        if (widens(op.before->as<ir::Policy>(), object.as<ir::Policy>())) report("weakens-security", object, "lets more through");
        else report("policy-changed", object, "changes");
        break;
      case Kind::Function:
        if (definerWithoutPath(object.as<ir::Function>()) && !definerWithoutPath(op.before->as<ir::Function>()))
          report("weakens-security", object, "is SECURITY DEFINER without a search_path of its own");
        break;
      case Kind::View:
        if (option(op.before->as<ir::View>().options, "security_invoker") && !option(object.as<ir::View>().options, "security_invoker"))
          report("weakens-security", object, "loses security_invoker");
        break;
      case Kind::Domain:
        if (swapsType(*op.before, object, op.changes)) {
          const ir::TypeRef& old = op.before->as<ir::Domain>().base;
          const ir::TypeRef& now = object.as<ir::Domain>().base;
          const std::string change = "goes from " + ir::formatType(old) + " to " + ir::formatType(now);
          if (losesValues(old, now)) report("data-loss", object, change + ": what does not fit is cut off");
          else if (mayRefuse(old, now)) report("may-fail", object, change + ": every value must convert");
        }
        if (has(op, "not null") && object.as<ir::Domain>().notNull) report("may-fail", object, "becomes NOT NULL");
        break;
      default: break;
    }
  }

  void grant(const Operation& op) {
    const Object& fact = op.after ? *op.after : *op.before;
    if (fact.name != "anon" && fact.name != ir::kPublic) return;
    if (!(op.grant->wanted & ~op.grant->held) || isNew(*fact.parent)) return;
    if (fact.parent->kind == Kind::Column && isNew(*fact.parent->parent)) return;
    report("weakens-security", fact, "are extended");
  }

  const ir::Plan& plan_;
  const std::vector<Operation>& operations_;
  const Options& options_;
  std::set<const Object*> created_;
  std::vector<ir::Hazard> found_;
};

}  // namespace

std::vector<ir::Hazard> findHazards(const ir::Plan& plan, const Options& options) { return Grader(plan, options).run(); }

}  // namespace schemac::compiler
