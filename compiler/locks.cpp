#include "compiler/locks.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "compiler/rebuild.h"
#include "ir/concurrent_build.h"
#include "ir/not_null_proof.h"
#include "ir/references.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Lock;
using ir::LockMode;
using ir::Object;
using ir::Operation;
using ir::Verb;

namespace {

// The numbers of "10,2"; none for what is not that.
std::vector<int> numbers(std::string_view modifiers) {
  std::vector<int> result;
  while (!modifiers.empty()) {
    const std::size_t end = std::min(modifiers.find(','), modifiers.size());
    int value = 0;
    const auto [at, error] = std::from_chars(modifiers.data(), modifiers.data() + end, value);
    if (error != std::errc() || at != modifiers.data() + end) return {};
    result.push_back(value);
    modifiers.remove_prefix(std::min(end + 1, modifiers.size()));
  }
  return result;
}

const ir::TypeRef& baseOf(const ir::TypeRef& type) {
  const auto* domain = type.type && !type.array ? type.type->get<ir::Domain>() : nullptr;
  return domain ? baseOf(domain->base) : type;
}

bool constrained(const ir::TypeRef& type) {
  const auto* domain = type.type ? type.type->get<ir::Domain>() : nullptr;
  return domain && (domain->notNull || !ir::childrenOf(*type.type, Kind::Check).empty() || constrained(domain->base));
}

}  // namespace

bool keepsStorage(const ir::TypeRef& before, const ir::TypeRef& after) {
  if (constrained(after) && !(before == after)) return false;
  const ir::TypeRef& a = baseOf(before);
  const ir::TypeRef& b = baseOf(after);
  if (!a.type || !b.type || a.array != b.array) return false;
  const std::string_view from = a.type->name, to = b.type->name;
  const bool same = a.type == b.type;
  if (!same && (a.array || a.type->origin != ir::Origin::BuiltIn || b.type->origin != ir::Origin::BuiltIn)) return false;
  const bool strings = (from == "varchar" || from == "text") && (to == "varchar" || to == "text");
  if (!same && !strings && !(from == "cidr" && to == "inet")) return false;
  if (b.modifiers.empty()) return from != "bpchar" || same;
  if (a.modifiers == b.modifiers) return true;
  const std::vector<int> old = numbers(a.modifiers), now = numbers(b.modifiers);
  if (old.empty() || now.empty()) return false;
  if (to == "numeric") return now[0] >= old[0] && (old.size() > 1 ? old[1] : 0) == (now.size() > 1 ? now[1] : 0);
  const bool widens = to == "varchar" || to == "varbit" || to == "timestamp" || to == "timestamptz" || to == "time" || to == "timetz" || to == "interval";
  return widens && now[0] >= old[0];
}

namespace {

class Locker {
 public:
  explicit Locker(ir::Plan& plan) : plan_(plan) {
    for (const Operation& op : plan.operations)
      if (op.verb == Verb::Create && op.after && op.after->kind == Kind::Table) made_.insert(op.after);
    for (const ir::Segment& segment : plan.segments)
      if (!segment.transactional)
        for (const ir::Step& step : segment.steps) concurrent_.insert(&plan.operations[step.operation]);
  }

  void run() {
    for (Operation& op : plan_.operations) {
      if (op.implied) continue;
      locks_ = &op.locks;
      locks_->clear();
      if (op.grant) continue;
      switch (op.verb) {
        case Verb::Create: create(op); break;
        case Verb::Drop: drop(op); break;
        case Verb::Alter: alter(op); break;
        case Verb::Rename: rename(op); break;
      }
    }
  }

 private:
  static bool has(const Operation& op, std::string_view field) {
    return std::any_of(op.changes.begin(), op.changes.end(), [&](const ir::FieldChange& c) { return c.field == field; });
  }

  void lock(const Object* table, LockMode mode, bool scans = false, bool rewrites = false) {
    if (!table || (table->kind != Kind::Table && table->kind != Kind::MaterializedView) || made_.contains(table)) return;
    if (const auto* data = table->get<ir::Table>(); data && data->foreign()) scans = rewrites = false;  // its rows are not here
    for (Lock& known : *locks_) {
      if (known.table != table) continue;
      known.mode = std::max(known.mode, mode);
      known.scans = known.scans || scans;
      known.rewrites = known.rewrites || rewrites;
      return;
    }
    locks_->push_back({table, mode, rewrites, scans});
  }

  // ADD COLUMN writes every row only where each may get a value of its own.
  bool fills(const Object& column) const {
    const auto& data = column.as<ir::Column>();
    if (data.generated == ir::Generated::Stored || data.identity != ir::Identity::None) return true;
    if (constrained(data.type)) return true;
    const Object* value = ir::childOf(column, Kind::Default, {});
    if (!value) return false;
    bool calls = false;
    const ir::Expression& expression = value->as<ir::Default>().value;
    for (const ir::Binding& binding : expression.bindings)
      if (binding.role == ir::BindingRole::Function && binding.target->get<ir::Function>())
        calls = calls || binding.target->as<ir::Function>().volatility == "volatile";
    static constexpr std::string_view kVolatile[]{"nextval", "gen_random_uuid", "uuid_generate_v4", "random", "clock_timestamp", "timeofday", "uuidv4", "uuidv7",
                                                  "uuid_generate_v1", "setval", "pg_sleep"};
    for (const std::string_view name : kVolatile) {
      const std::size_t at = expression.text.view().find(name);
      calls = calls || (at != std::string_view::npos && expression.text.view().substr(at + name.size()).starts_with('('));
    }
    return calls;
  }

  void foreignKey(const Object& object, LockMode mode, bool scans) {
    lock(object.parent, mode, scans);
    lock(object.as<ir::ForeignKey>().table.object, mode, false);
  }

  void create(const Operation& op) {
    const Object& object = *op.after;
    const Object* on = object.parent;
    switch (object.kind) {
      case Kind::Table: {
        const auto& table = object.as<ir::Table>();
        for (const ir::Ref& parent : table.parents)
          if (!op.attachedLater) {
            lock(parent.object, table.partition() ? LockMode::AccessExclusive : LockMode::ShareUpdateExclusive);
            if (table.partition()) referencing(at(*parent), LockMode::ShareRowExclusive);
          }
        for (const Object* child : object.children)
          if (const auto* foreign = child->get<ir::ForeignKey>()) lock(foreign->table.object, LockMode::ShareRowExclusive);
        break;
      }
      case Kind::Column: if (on->kind == Kind::Table) lock(on, LockMode::AccessExclusive, false, fills(object)); break;
      case Kind::Default: if (on->parent) lock(on->parent, LockMode::AccessExclusive); break;
      case Kind::Check:
        if (on->kind == Kind::Domain) domainUsers(*on, !object.as<ir::Check>().validated);
        else lock(on, LockMode::AccessExclusive, object.as<ir::Check>().validated && object.as<ir::Check>().enforced);
        break;
      case Kind::Key: case Kind::Exclusion: lock(on, LockMode::AccessExclusive, !has(op, ir::kUsingIndex)); break;
      case Kind::ForeignKey: foreignKey(object, LockMode::ShareRowExclusive, object.as<ir::ForeignKey>().validated && object.as<ir::ForeignKey>().enforced); break;
      case Kind::Index: lock(on, concurrent_.contains(&op) ? LockMode::ShareUpdateExclusive : LockMode::Share, !object.as<ir::Index>().only); break;
      case Kind::Trigger: lock(on, LockMode::ShareRowExclusive); break;
      case Kind::Policy: case Kind::Rule: lock(on, LockMode::AccessExclusive); break;
      case Kind::Statistics: lock(object.as<ir::Statistics>().table.object, LockMode::ShareUpdateExclusive); break;
      case Kind::Comment: comment(object); break;
      case Kind::Owner: if (on->kind == Kind::Table || on->kind == Kind::MaterializedView) lock(on, LockMode::AccessExclusive); break;
      case Kind::PublicationMember: lock(object.as<ir::PublicationMember>().table.object, LockMode::ShareUpdateExclusive); break;
      default: break;
    }
  }

  // COMMENT ON, of a relation or of a part of one. A comment with a name is a row type's, which is not its relation.
  void comment(const Object& comment) {
    const Object& on = *comment.parent;
    if (!comment.name.empty()) return;
    if (on.kind == Kind::Table || on.kind == Kind::MaterializedView) lock(&on, LockMode::ShareUpdateExclusive);
    else if (on.parent && on.kind != Kind::Index) lock(on.parent, LockMode::ShareUpdateExclusive);
  }

  void drop(const Operation& op) {
    const Object& object = *op.before;
    const Object* on = object.parent;
    switch (object.kind) {
      case Kind::Table: {
        lock(&object, LockMode::AccessExclusive);
        for (const ir::Ref& parent : object.as<ir::Table>().parents)
          if (object.as<ir::Table>().partition()) lock(parent.object, LockMode::AccessExclusive), referencing(parent.object, LockMode::AccessExclusive);
        for (const Object* child : object.children)
          if (const auto* foreign = child->get<ir::ForeignKey>()) lock(foreign->table.object, LockMode::AccessExclusive);
        break;
      }
      case Kind::MaterializedView: lock(&object, LockMode::AccessExclusive); break;
      case Kind::Column:
        if (on->kind == Kind::Table) lock(on, LockMode::AccessExclusive);
        for (const Object* child : on->children)
          if (const auto* foreign = child->get<ir::ForeignKey>())
            if (std::any_of(foreign->columns.begin(), foreign->columns.end(), [&](const ir::Ref& c) { return c.object == &object; })) lock(foreign->table.object, LockMode::AccessExclusive);
        break;
      case Kind::Default: if (on->parent) lock(on->parent, LockMode::AccessExclusive); break;
      case Kind::ForeignKey: foreignKey(object, LockMode::AccessExclusive, false); break;
      case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::Index: case Kind::Trigger: case Kind::Policy: case Kind::Rule:
        lock(on, concurrent_.contains(&op) ? LockMode::ShareUpdateExclusive : LockMode::AccessExclusive);
        break;
      case Kind::Statistics: lock(object.as<ir::Statistics>().table.object, LockMode::ShareUpdateExclusive); break;
      case Kind::Comment: comment(object); break;
      case Kind::PublicationMember: lock(object.as<ir::PublicationMember>().table.object, LockMode::ShareUpdateExclusive); break;
      default: break;
    }
  }

  void rename(const Operation& op) {
    const Object& object = *op.after;
    const Object* now = op.before->serial < plan_.from->objects().size() ? &plan_.from->objects()[op.before->serial] : nullptr;
    switch (object.kind) {
      case Kind::Table: case Kind::MaterializedView: lock(now, LockMode::AccessExclusive); break;
      case Kind::Column: case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::ForeignKey: case Kind::NotNull: case Kind::Trigger:
      case Kind::Policy:
        lock(now ? now->parent : nullptr, LockMode::AccessExclusive);
        break;
      default: break;
    }
  }

  // validateDomainConstraint() and the conversion of a swapped type visit each table with such a column.
  void domainUsers(const Object& type, bool only) {
    if (only) return;
    for (const Object& object : plan_.from->objects()) {
      const auto* column = object.dropped || object.kind != Kind::Column ? nullptr : object.get<ir::Column>();
      const Object* used = column ? column->type.type.object : nullptr;
      if (used && ir::sameIdentity(used, &type)) lock(object.parent, LockMode::Share, true);
    }
  }

  // Is the column's type swapped, or a domain over it?
  static bool madeOf(const Object* used, const Object& type) {
    while (used && used != &type) {
      const auto* domain = used->get<ir::Domain>();
      used = domain ? domain->base.type.object : nullptr;
    }
    return used;
  }

  // emitters/sql/type_swap.h: values go by way of text, which leaves strings as they are.
  static bool staysString(const ir::TypeRef& before, const ir::TypeRef& after) {
    const auto string = [](const ir::TypeRef& type) {
      const ir::TypeRef& base = baseOf(type);
      return !base.array && base.type && base.type->origin == ir::Origin::BuiltIn && (base.type->name == "text" || base.type->name == "varchar");
    };
    return !constrained(after) && string(before) && string(after) && baseOf(after).modifiers.empty();
  }

  void swapped(const Object& type, const Object& now) {
    for (const Object& object : plan_.from->objects()) {
      const auto* column = object.dropped || object.kind != Kind::Column ? nullptr : object.get<ir::Column>();
      if (!column || !madeOf(column->type.type.object, type)) continue;
      const bool keeps = column->type.type.object == &type && !column->type.array && staysString(column->type, {&now, {}});
      lock(object.parent, LockMode::AccessExclusive, false, !keeps);
    }
  }

  void alter(const Operation& op) {
    const Object& object = op.before ? *op.before : *op.after;
    const Object* on = object.parent;
    switch (op.after->kind) {
      case Kind::Table: return table(op, object);
      case Kind::MaterializedView:
        lock(&object, has(op, "tablespace") || has(op, "access method") ? LockMode::AccessExclusive : LockMode::ShareUpdateExclusive, false,
             has(op, "tablespace") || has(op, "access method"));
        break;
      case Kind::Column: return column(op, on);
      case Kind::Default: lock(on->parent, LockMode::AccessExclusive); break;
      case Kind::Check:
        if (on->kind == Kind::Domain) domainUsers(*on, false);
        else lock(on, op.before == op.after ? LockMode::AccessExclusive : LockMode::ShareUpdateExclusive, true);  // one that has just come down to it
        break;
      case Kind::NotNull:
        if (has(op, "validated") && op.changes.size() == 1 && op.before != op.after && op.after->as<ir::NotNull>().validated)
          lock(on, LockMode::ShareUpdateExclusive, true);
        else lock(on, LockMode::AccessExclusive);
        break;
      case Kind::ForeignKey:
        if (has(op, "deferrable") || has(op, "initially deferred") || has(op, "enforced")) lock(on, LockMode::AccessExclusive, has(op, "enforced"));
        if (has(op, "validated")) {
          lock(on, LockMode::ShareUpdateExclusive, true);
          lock(object.as<ir::ForeignKey>().table.object, LockMode::RowShare);
        }
        break;
      case Kind::Trigger:  // anything else drops it and makes it again
        lock(on, op.changes.size() == 1 && has(op, "enabled") ? LockMode::ShareRowExclusive : LockMode::AccessExclusive);
        break;
      case Kind::Policy: case Kind::Rule: lock(on, LockMode::AccessExclusive); break;
      case Kind::Comment: comment(object); break;
      case Kind::Owner: if (on->kind == Kind::Table || on->kind == Kind::MaterializedView) lock(on, LockMode::AccessExclusive); break;
      case Kind::Enum: if (op.before && swapsType(*op.before, *op.after, op.changes)) swapped(*op.before, *op.after); break;
      case Kind::Domain:
        if (swapsType(object, *op.after, op.changes)) swapped(object, *op.after);
        else if (has(op, "not null") && op.after->as<ir::Domain>().notNull) domainUsers(object, false);
        break;
      default: break;
    }
  }

  void table(const Operation& op, const Object& object) {
    for (const ir::FieldChange& change : op.changes) {
      const std::string_view field = change.field;
      const bool rewrites = field == "persistence" || field == "access method" || field == "tablespace";
      const bool light = field == "options" || field == "toast options" || field == "cluster index";
      lock(&object, light ? LockMode::ShareUpdateExclusive : LockMode::AccessExclusive, false, rewrites && !object.as<ir::Table>().partitioned());
    }
    if (!has(op, "parents") && !has(op, "partition bound")) return;
    const auto& before = object.as<ir::Table>();
    const auto& after = op.after->as<ir::Table>();
    for (const ir::Ref& parent : before.parents)
      if (op.before != op.after) {
        lock(parent.object, before.partition() ? LockMode::AccessExclusive : LockMode::ShareUpdateExclusive);
        if (before.partition()) referencing(parent.object, LockMode::AccessExclusive);
      }
    for (const ir::Ref& parent : after.parents) {
      lock(at(*parent), LockMode::ShareUpdateExclusive);
      if (after.partition()) referencing(at(*parent), LockMode::ShareRowExclusive);
    }
    if (after.partition()) lock(&object, LockMode::AccessExclusive, true);
  }

  // A foreign key on a partitioned table gets a constraint for each partition that comes (CloneFkReferenced), from 15 on with triggers of its own.
  void referencing(const Object* table, LockMode mode) {
    if (plan_.to->serverVersion < 15 && mode == LockMode::ShareRowExclusive) return;
    for (; table; table = table->as<ir::Table>().partition() ? table->as<ir::Table>().parents.front().object : nullptr)
      for (const Object& object : plan_.from->objects())
        if (const auto* foreign = object.dropped ? nullptr : object.get<ir::ForeignKey>(); foreign && foreign->table.object == table) lock(object.parent, mode);
  }

  // An object of `to` where `from` has it.
  const Object* at(const Object& after) const {
    const Object* schema = ir::namespaceOf(after);
    const Object* there = schema ? plan_.from->schema(schema->name) : nullptr;
    return there ? plan_.from->relation(*there, after.name) : nullptr;
  }

  void column(const Operation& op, const Object* on) {
    if (on->kind == Kind::Composite && has(op, "type")) swapped(*on, *op.after->parent);
    if (on->kind != Kind::Table) return;
    const auto& before = op.before->as<ir::Column>();
    const auto& after = op.after->as<ir::Column>();
    for (const ir::FieldChange& change : op.changes) {
      const std::string_view field = change.field;
      if (field == ir::kValidatesProof) lock(on, LockMode::ShareUpdateExclusive, true);
      else if (field == "statistics" || field == "options") lock(on, LockMode::ShareUpdateExclusive);
      else if (field == "type") lock(on, LockMode::AccessExclusive, !keepsStorage(before.type, after.type), !keepsStorage(before.type, after.type));
      else if (field == "collation") lock(on, LockMode::AccessExclusive);
      else if (field == "not null") lock(on, LockMode::AccessExclusive, after.notNull);
      else if (field == "generated" || field == "generation expression")
        lock(on, LockMode::AccessExclusive, false, after.generated == ir::Generated::Stored);
      else if (field != "local") lock(on, LockMode::AccessExclusive);
    }
  }

  ir::Plan& plan_;
  std::unordered_set<const Object*> made_;
  std::unordered_set<const Operation*> concurrent_;  // in no transaction
  std::vector<Lock>* locks_ = nullptr;
};

}  // namespace

void findLocks(ir::Plan& plan) { Locker(plan).run(); }

}  // namespace schemac::compiler
