#include "emitters/sql/constraint_text.h"
#include "emitters/sql/index_build.h"
#include "emitters/sql/statements.h"
#include "ir/concurrent_build.h"

namespace schemac::emitters {

using ir::Index;
using ir::Object;
using ir::Verb;

static bool isPartitioned(const Object& relation) {
  const auto* table = relation.get<ir::Table>();
  return table && table->partitioned();
}

bool isWithoutAll(const Object& index) { return !index.as<Index>().valid && isPartitioned(*index.parent); }

void attachIndex(Emission& e, const Object& index) {
  e.out.statement("alter index " + ir::qualifiedName(*index.as<Index>().partitionOf) + " attach partition " + ir::qualifiedName(index));
}

namespace {

std::string create(const Emission& e, const Object& object, const Index& index) {
  const Object& table = *object.parent;
  const bool only = isWithoutAll(object);
  std::string text = std::string("create ") + (index.unique ? "unique " : "") + "index " + (e.transactional() ? "" : "concurrently ") +
                     "if not exists " + ir::quoteIdentifier(object.name) + " on " + (only ? "only " : "") + ir::qualifiedName(table);
  if (index.method != "btree") text += " using " + ir::quoteIdentifier(index.method);
  text += " (" + indexElements(index.elements, e.version()) + ")";
  if (!index.include.empty()) text += " include " + columnNames(index.include);
  if (index.nullsNotDistinct) text += " nulls not distinct";
  if (!index.options.empty()) text += " with (" + optionList(index.options) + ")";
  if (!index.tablespace.empty()) text += " tablespace " + ir::quoteIdentifier(index.tablespace);
  if (index.predicate) text += " where " + sql(*index.predicate);
  return text;
}

void setStatistics(Emission& e, const Object& object, const std::vector<ir::Option>& statistics) {
  for (const ir::Option& option : statistics)
    e.out.statement("alter index " + ir::qualifiedName(object) + " alter column " + option.name.str() + " set statistics " + option.value.str());
}

// Keys of partitions whose indexes are attached depend on it, and cannot be dropped before it.
std::string dropStatement(const Emission& e, const Object& object) {
  return std::string("drop index ") + (e.transactional() ? "" : "concurrently ") + "if exists " + ir::qualifiedName(object) +
         (e.hasAttachedKeys(object) ? " cascade" : "");
}

void make(Emission& e, const Object& object, const Index& index, bool attachedByHand) {
  e.out.statement(create(e, object, index));
  if (!e.transactional()) return;  // what else there is to say comes with emitBuild()
  setStatistics(e, object, index.statistics);
  if (attachedByHand) attachIndex(e, object);
}

void alter(Emission& e, const ir::Operation& op, const Index& before, const Index& after) {
  const Object& object = *op.after;
  const std::string target = "alter index " + ir::qualifiedName(object);
  for (const ir::FieldChange& change : op.changes) {
    const std::string_view field = change.field;
    if (field == ir::kClearsBuild || field == ir::kProvesBuild) {
      emitBuild(e, object, field);
      if (field == ir::kProvesBuild) setStatistics(e, object, after.statistics);
    } else if (field == "options")
      for (const std::string& action : optionActions(before.options, after.options)) e.out.statement(target + " " + action);
    else if (field == "tablespace")
      e.out.statement(target + " set tablespace " + (after.tablespace.empty() ? "pg_default" : ir::quoteIdentifier(after.tablespace)));
    else if (field == "statistics") {
      const OptionChange statistics = optionChange(before.statistics, after.statistics);
      setStatistics(e, object, statistics.set);
      for (const std::string& column : statistics.reset) e.out.statement(target + " alter column " + column + " set statistics -1");
    } else if (field == "partition of" && after.partitionOf) attachIndex(e, object);
    else if (field == "valid") {
      if (after.valid && !isPartitioned(*object.parent)) e.out.statement("reindex index " + ir::qualifiedName(object));
    } else {
      e.out.statement(dropStatement(e, object));
      return make(e, object, after, false);
    }
  }
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Index* before, const Index* after) {
  switch (op.verb) {
    case Verb::Create: return make(e, *op.after, *after, !op.changes.empty());
    case Verb::Alter: return alter(e, op, *before, *after);
    case Verb::Rename: return emitRename(e, op, "alter index");
    case Verb::Drop: return emitDrop(e, *op.before, dropStatement(e, *op.before));
  }
}

}  // namespace schemac::emitters
