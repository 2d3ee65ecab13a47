#include "compiler/hazards.h"

#include <algorithm>
#include <set>

#include "compiler/rebuild.h"

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
  std::erase_if(text, [](char c) { return c == ' ' || c == '(' || c == ')' || c == '\n' || c == '\t'; });
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text == "true";
}

bool contains(const std::vector<ir::Name>& all, ir::Name one) { return std::find(all.begin(), all.end(), one) != all.end(); }

// Does a policy reach more than before?
bool widens(const ir::Policy& before, const ir::Policy& after) {
  if (!contains(before.roles, ir::kPublic))
    for (const ir::Name& role : after.roles)
      if (!contains(before.roles, role)) return true;
  if (before.command != after.command && before.command != "all") return true;
  if (literallyTrue(after.usingExpression) && !literallyTrue(before.usingExpression)) return true;
  if (literallyTrue(after.checkExpression) && !literallyTrue(before.checkExpression)) return true;
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

class Grader {
 public:
  Grader(const std::vector<Operation>& operations, const Options& options) : operations_(operations), options_(options) {
    for (const Operation& op : operations)
      if (op.verb == Verb::Create) created_.insert(op.after);
  }

  std::vector<ir::Hazard> run() {
    for (const Operation& op : operations_) {
      switch (op.verb) {
        case Verb::Drop: drop(op); break;
        case Verb::Create: create(op); break;
        case Verb::Alter: op.grant ? grant(op) : alter(op); break;
        case Verb::Rename: break;
      }
    }
    for (ir::Hazard& hazard : found_) {
      const auto allows = [&](const std::string& code) { return code == "all" || code == hazard.code; };
      hazard.refused = (hazard.code == "data-loss" || hazard.code == "weakens-security") &&
                       std::none_of(options_.allow.begin(), options_.allow.end(), allows);
    }
    return std::move(found_);
  }

 private:
  void report(const char* code, const Object& object, const std::string& what) { found_.push_back({code, ir::describe(object) + " " + what, &object, false}); }

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
    if (!table || table->kind != Kind::Table || isNew(*table) || (op.rebuild && !op.because.empty())) return;
    switch (object.kind) {
      case Kind::Column: {
        const auto& column = object.as<ir::Column>();
        const bool filled = column.identity != ir::Identity::None || column.generated != ir::Generated::None || ir::childOf(object, Kind::Default, {});
        if (column.notNull && !filled) report("may-fail", object, "is NOT NULL without a default: fails where the table has rows");
        break;
      }
      case Kind::Check: case Kind::ForeignKey: case Kind::Key: case Kind::Exclusion: report("may-fail", object, "may be violated by existing rows"); break;
      case Kind::Index: if (object.as<ir::Index>().unique) report("may-fail", object, "may be violated by existing rows"); break;
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
        if (has(op, "persistence") || has(op, "access method") || has(op, "tablespace")) report("rewrite", object, "is rewritten");
        break;
      }
      case Kind::Column: {
        if (object.parent->kind != Kind::Table) break;
        if (has(op, "type")) {
          if (!ofForeignTable(object)) report("rewrite", object, "becomes " + ir::formatType(object.as<ir::Column>().type) + ": the table may be rewritten, and values must convert");
          report("breaks-clients", object, "changes from " + ir::formatType(op.before->as<ir::Column>().type) + " to " + ir::formatType(object.as<ir::Column>().type));
        }
        if (has(op, "not null") && object.as<ir::Column>().notNull && !ofForeignTable(object)) report("may-fail", object, "becomes NOT NULL: fails where a row has none");
        break;
      }
      case Kind::Enum: {
        const auto& before = op.before->as<ir::Enum>();
        const auto& after = object.as<ir::Enum>();
        if (!swapsLabels(before, after)) {
          report("irreversible", object, "gets a label: taking it back swaps the type");
          break;
        }
        for (const ir::Text& label : before.labels)
          if (!contains(after.labels, label)) report("data-loss", object, "loses the label '" + label.str() + "': fails where a row holds it");
        report("rewrite", object, "is swapped for a new type: its tables are rewritten");
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
      case Kind::Domain: if (has(op, "not null") && object.as<ir::Domain>().notNull) report("may-fail", object, "becomes NOT NULL"); break;
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

  const std::vector<Operation>& operations_;
  const Options& options_;
  std::set<const Object*> created_;
  std::vector<ir::Hazard> found_;
};

}  // namespace

std::vector<ir::Hazard> findHazards(const std::vector<Operation>& operations, const Options& options) { return Grader(operations, options).run(); }

}  // namespace schemac::compiler
