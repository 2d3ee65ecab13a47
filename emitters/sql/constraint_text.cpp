#include "emitters/sql/constraint_text.h"

#include <set>

#include "ir/partitions.h"

namespace schemac::emitters {
namespace {

using ir::Check;
using ir::Exclusion;
using ir::ForeignKey;
using ir::IndexElement;
using ir::Key;
using ir::Kind;
using ir::Object;

std::string deferrability(bool deferrable, bool deferred) {
  return deferred ? " deferrable initially deferred" : deferrable ? " deferrable" : "";
}

std::string definition(const Check& c) {
  return "check " + parenthesized(c.expression) + (c.noInherit ? " no inherit" : "") + (c.enforced ? "" : " not enforced") +
         (c.validated || !c.enforced ? "" : " not valid");
}

std::string storage(const std::vector<ir::Ref>& include, const ir::Options& options, ir::Name tablespace) {
  return (include.empty() ? "" : " include " + columnNames(include)) + (options.empty() ? "" : " with (" + optionList(options) + ")") +
         (tablespace.empty() ? "" : " using index tablespace " + ir::quoteIdentifier(tablespace));
}

std::string definition(const Key& k, bool columns = true) {
  std::string text = k.primary ? "primary key" : "unique";
  if (k.nullsNotDistinct) text += " nulls not distinct";
  if (columns) {
    text += " " + columnNames(k.columns);
    if (k.withoutOverlaps) text.insert(text.size() - 1, " without overlaps");
  }
  return text + storage(k.include, k.options, k.tablespace) + deferrability(k.deferrable, k.initiallyDeferred);
}

std::string columnsWithPeriod(const std::vector<ir::Ref>& columns, bool period) {
  if (!period || columns.empty()) return columnNames(columns);
  std::vector<std::string> parts;
  for (const ir::Ref& column : columns) parts.push_back(ir::quoteIdentifier(column->name));
  parts.back() = "period " + parts.back();
  return "(" + join(parts, ", ") + ")";
}

std::string references(const ForeignKey& f) {
  std::string text = "references " + ir::qualifiedName(*f.table);
  if (!f.references.empty()) text += " " + columnsWithPeriod(f.references, f.period);
  if (f.match != "simple") text += " match " + f.match.str();
  if (f.onUpdate != "no action") text += " on update " + f.onUpdate.str();
  if (f.onDelete != "no action") text += " on delete " + f.onDelete.str() + (f.setColumns.empty() ? "" : " " + columnNames(f.setColumns));
  return text + deferrability(f.deferrable, f.initiallyDeferred) + (f.enforced ? "" : " not enforced") +
         (f.validated || !f.enforced ? "" : " not valid");
}

std::string definition(const Exclusion& x, int version) {
  std::string text = "exclude using " + ir::quoteIdentifier(x.method) + " (" + indexElements(x.elements, version) + ")" +
                     storage(x.include, x.options, x.tablespace);
  if (x.predicate) text += " where " + parenthesized(*x.predicate);
  return text + deferrability(x.deferrable, x.initiallyDeferred);
}

// PostgreSQL's makeObjectName: both names are shortened, the longer one first, so that the whole fits in 63 bytes.
std::string makeName(const std::string& table, const std::string& columns, const std::string& label) {
  const std::size_t overhead = label.size() + 1 + (columns.empty() ? 0 : 1);
  const std::size_t room = 63 - overhead;
  std::size_t a = table.size(), b = columns.size();
  while (a + b > room) (a > b ? a : b) -= 1;
  std::string out(clipped(table, a));
  if (!columns.empty()) out.append("_").append(clipped(columns, b));
  return out + "_" + label;
}

std::string joined(const std::vector<ir::Ref>& columns) {
  std::vector<std::string> parts;
  for (const ir::Ref& column : columns) parts.push_back(column->name.str());
  return join(parts, "_");
}

// The columns of the table that an expression names, once each.
std::set<const Object*> columnsIn(const ir::Expression& expression, const Object& table) {
  std::set<const Object*> columns;
  for (const ir::Binding& binding : expression.bindings)
    if (binding.target && binding.target->kind == Kind::Column && binding.target->parent == &table) columns.insert(binding.target.object);
  return columns;
}

}  // namespace

std::string indexElements(const std::vector<IndexElement>& elements, int version) {
  std::vector<std::string> parts;
  for (const IndexElement& e : elements) {
    std::string text = e.column ? ir::quoteIdentifier(e.column->name) : element(*e.expression);
    if (!e.collation.empty()) text += " collate " + collationName(e.collation, version);
    if (!e.opclass.empty()) text += " " + qualifiedText(e.opclass);
    if (!e.opclassOptions.empty()) text += " (" + optionList(e.opclassOptions) + ")";
    if (e.descending) text += " desc";
    if (e.descending != e.nullsFirst) text += e.nullsFirst ? " nulls first" : " nulls last";
    if (!e.with.empty()) text += " with " + operatorName(e.with);
    parts.push_back(text);
  }
  return join(parts, ", ");
}

std::string constraintDefinition(const Object& constraint, int version) {
  switch (constraint.kind) {
    case Kind::Check: return definition(constraint.as<Check>());
    case Kind::Key: return definition(constraint.as<Key>());
    case Kind::Exclusion: return definition(constraint.as<Exclusion>(), version);
    default: {
      const auto& key = constraint.as<ForeignKey>();
      return "foreign key " + columnsWithPeriod(key.columns, key.period) + " " + references(key);
    }
  }
}

std::string keyUsingIndex(const Object& key) {
  const auto& data = key.as<Key>();
  return std::string(data.primary ? "primary key" : "unique") + " using index " + ir::quoteIdentifier(key.name) + deferrability(data.deferrable, data.initiallyDeferred);
}

bool usualName(const Emission& e, const Object& constraint) {
  if (e.sharesName(constraint)) return false;
  const Object& table = *constraint.parent;
  const std::string& whole = table.name.str();
  switch (constraint.kind) {
    case Kind::Check: {
      const auto& check = constraint.as<Check>();
      if (!check.expression.resolved) return false;
      const auto columns = columnsIn(check.expression, table);
      return constraint.name.str() == makeName(whole, columns.size() == 1 ? (*columns.begin())->name.str() : "", "check");
    }
    case Kind::Key: {
      const auto& key = constraint.as<Key>();
      return key.include.empty() && constraint.name.str() == (key.primary ? makeName(whole, "", "pkey") : makeName(whole, joined(key.columns), "key"));
    }
    case Kind::ForeignKey: return constraint.name.str() == makeName(whole, joined(constraint.as<ForeignKey>().columns), "fkey");
    case Kind::NotNull: {
      const ir::Ref column = constraint.as<ir::NotNull>().column;
      return constraint.name.str() == makeName(whole, column ? column->name.str() : "", "not_null");
    }
    default: return false;
  }
}

std::string notNullClause(const Emission& e, const Object& columnOrDomain, bool said) {
  const Object* constraint = ir::notNullOf(columnOrDomain);
  if (!constraint) return said ? "" : "not null";
  const auto& notNull = constraint->as<ir::NotNull>();
  if (!notNull.local || !notNull.validated) return "";
  const bool usual = usualName(e, *constraint);
  if (said && usual && !notNull.noInherit) return "";
  return (usual ? "" : "constraint " + ir::quoteIdentifier(constraint->name) + " ") + "not null" + (notNull.noInherit ? " no inherit" : "");
}

std::string addNotNull(const Object& constraint) {
  const auto& notNull = constraint.as<ir::NotNull>();
  return "add constraint " + ir::quoteIdentifier(constraint.name) + " not null" + (notNull.column ? " " + ir::quoteIdentifier(notNull.column->name) : "") +
         (notNull.noInherit ? " no inherit" : "") + (notNull.validated ? "" : " not valid");
}

bool needsName(const Emission& e, const Object* constraint) {
  if (!constraint) return false;
  const auto& notNull = constraint->as<ir::NotNull>();
  return notNull.noInherit || !notNull.validated || !usualName(e, *constraint);
}

std::string constraintClause(const Emission& e, const Object& constraint) {
  const std::string text = constraintDefinition(constraint, e.version());
  return usualName(e, constraint) ? text : "constraint " + ir::quoteIdentifier(constraint.name) + " " + text;
}

std::string columnConstraint(const Emission& e, const Object& constraint, const Object& column) {
  if (!usualName(e, constraint)) return {};
  constexpr std::size_t readable = 90;
  switch (constraint.kind) {
    case Kind::Check: {
      const auto columns = columnsIn(constraint.as<Check>().expression, *constraint.parent);
      if (columns.size() != 1 || *columns.begin() != &column) return {};
      std::string text = definition(constraint.as<Check>());
      return text.size() > readable || text.find('\n') != std::string::npos ? std::string() : text;
    }
    case Kind::Key: {
      const auto& key = constraint.as<Key>();
      if (key.columns.size() != 1 || key.columns[0].object != &column || key.withoutOverlaps) return {};
      return definition(key, false);
    }
    case Kind::ForeignKey: {
      const auto& key = constraint.as<ForeignKey>();
      if (key.columns.size() != 1 || key.columns[0].object != &column || key.period) return {};
      return references(key);
    }
    default: return {};
  }
}

void emitConstraint(Emission& e, const ir::Operation& op, const std::vector<std::string>& inPlace) {
  const Object& object = op.after ? *op.after : *op.before;
  const Object& whole = *object.parent;
  const bool domain = whole.kind == Kind::Domain;
  const Object* index = op.verb == ir::Verb::Create ? ir::indexOf(object) : nullptr;
  const std::string target = index && isWithoutAll(*index) ? "alter table only " + ir::qualifiedName(whole) : op.after ? alterTarget(whole) : alterIfExists(e, whole);
  const std::string name = ir::quoteIdentifier(object.name);
  // ALTER DOMAIN takes one action at a time.
  const auto act = [&](const std::string& action) {
    if (domain) e.out.statement(target + " " + action);
    else e.out.action(target, action);
  };
  const auto add = [&] { return "add constraint " + name + " " + constraintDefinition(object, e.version()); };
  switch (op.verb) {
    case ir::Verb::Create:
      if (e.droppedHere(object)) return act(add());
      return e.out.guarded(missing(object), target + " " + add());
    case ir::Verb::Alter:
      if (inPlace.empty()) {
        act("drop constraint if exists " + name);
        return act(add());
      }
      for (const std::string& action : inPlace) e.out.statement(target + " " + action);
      return;
    case ir::Verb::Rename: return emitRenamePart(e, op, target + " rename constraint");
    case ir::Verb::Drop: {
      const std::string action = "drop constraint if exists " + name;
      // Not what has its name in the end: one that is renamed to it, or comes from the table above.
      if (const Object* other = e.renamedOnto(object)) return e.out.guarded(existsIn(*other, whole), target + " " + action);
      if (const Object* now = e.inTo(object); now && now->derivedFrom && !object.derivedFrom && ir::isConstraint(now->derivedFrom->kind))
        return e.out.guarded(missing(*now->derivedFrom), target + " " + action);
      return act(action);
    }
  }
}

}  // namespace schemac::emitters
