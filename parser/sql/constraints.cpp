// Checks, keys, exclusion constraints and foreign keys of tables, and the names PostgreSQL makes up for them.
#include <fmt/format.h>

#include <algorithm>

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Space;

std::string joinedNames(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += '_';
    joined += name;
    if (joined.size() >= 64) break;  // NAMEDATALEN
  }
  return joined;
}

void requireForeign(Replay& replay, const Pending& pending) {
  for (const Pending::Part& key : pending.keys)
    throwWrongKind(replay, key.node->location, fmt::format("{} constraints are not supported on foreign tables",
                                                           key.node->contype == CONSTR_PRIMARY ? "primary key" : key.node->contype == CONSTR_UNIQUE ? "unique" : "exclusion"));
  if (!pending.foreignKeys.empty())
    throwWrongKind(replay, pending.foreignKeys.front().node->location, "foreign key constraints are not supported on foreign tables");
}

Name chooseConstraintName(Replay& replay, const Object& table, const std::string& name2, const std::string& label) {
  return replay.chooseName(table.name.str(), name2, label, [&](Name name) { return replay.schema.hasConstraint(*table.parent, name); });
}

void requireFreeConstraint(Replay& replay, const Object& table, Name name, int location) {
  if (!replay.schema.find(Space::Constraint, &table, name)) return;
  ReplayError error(ir::Code::Duplicate, replay.at(location),
                    fmt::format("constraint \"{}\" for {} \"{}\" already exists", name.str(), table.kind == Kind::Domain ? "domain" : "relation",
                                table.name.str()));
  error.sqlState = "42710";
  throw error;
}

namespace {

// The one column that a check names, for its made-up name; "" where it names none or several.
std::string onlyColumn(const ir::Expression& expression, const Object& table) {
  const Object* only = nullptr;
  for (const ir::Binding& binding : expression.bindings) {
    if (binding.role != ir::BindingRole::Column || binding.target->parent != &table) continue;
    if (only && only != binding.target.object) return {};
    only = binding.target.object;
  }
  return only ? only->name.str() : std::string();
}

}  // namespace

const Object& addCheck(Replay& replay, const Object& table, const Pending::Part& part, bool creating) {
  const ::Constraint& node = *part.node;
  ir::Check check;
  check.expression = bound(replay, node.raw_expr, part.span, tableScope(table));
  check.noInherit = node.is_no_inherit;
  check.enforced = node.is_enforced;
  check.validated = creating ? node.is_enforced : node.initially_valid;
  check.named = node.conname != nullptr;
  if (!check.enforced && replay.schema.serverVersion < 18)
    throwInvalid(replay, node.location, fmt::format("PostgreSQL {} has no constraints that are not enforced", replay.schema.serverVersion));
  const Name name = node.conname ? Name(node.conname) : chooseConstraintName(replay, table, onlyColumn(check.expression, table), "check");
  const Object* existing = replay.schema.find(Space::Constraint, &table, name);
  if (existing && existing->kind == Kind::Check && !existing->as<ir::Check>().local) {  // inherited, and now its own as well
    Object& merged = replay.schema.edit(*existing);
    const auto& parents = table.as<ir::Table>().parents;
    if (!parents.empty() && parents.front()->as<ir::Table>().partitioned()) return merged;  // a partition's stays the table's
    merged.derivedFrom = nullptr;
    std::get<ir::Check>(merged.data).local = true;
    return merged;
  }
  requireFreeConstraint(replay, table, name, node.location);
  const Object& made = replay.make(&table, name, std::move(check), node.location);
  spreadCheck(replay, made);
  return made;
}

// --- keys and exclusion constraints

namespace {

struct KeyPlan {
  const ::Constraint* node;
  std::vector<std::string> columns, include;
  Name name;
  bool primary() const { return node->contype == CONSTR_PRIMARY; }
  bool exclusion() const { return node->contype == CONSTR_EXCLUSION; }
};

std::vector<std::string> strings(const List* list) {
  std::vector<std::string> result;
  for (const Node* part : each<Node>(list)) result.push_back(stringOf(part));
  return result;
}

// Primary key first; of two that ask for the same index one is enough (transformIndexConstraints).
std::vector<KeyPlan> plan(const std::vector<Pending::Part>& parts) {
  std::vector<KeyPlan> all;
  for (const Pending::Part& part : parts) {
    KeyPlan key{part.node, strings(part.node->keys), strings(part.node->including), part.node->conname ? part.node->conname : ""};
    if (part.column) key.columns = {part.column->name.str()};
    all.push_back(std::move(key));
  }
  std::stable_partition(all.begin(), all.end(), [](const KeyPlan& key) { return key.primary(); });
  std::vector<KeyPlan> kept;
  for (KeyPlan& key : all) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const KeyPlan& other) {
      return !key.exclusion() && !other.exclusion() && !key.node->indexname && key.columns == other.columns && key.include == other.include &&
             key.node->nulls_not_distinct == other.node->nulls_not_distinct && key.node->deferrable == other.node->deferrable &&
             key.node->initdeferred == other.node->initdeferred && key.node->without_overlaps == other.node->without_overlaps;
    });
    if (same == kept.end()) kept.push_back(std::move(key));
    else if (same->name.empty()) same->name = key.name;
  }
  return kept;
}

const Object& keyColumn(Replay& replay, const Object& table, const std::string& name, const ::Constraint& node) {
  if (const Object* found = ir::columnOf(table, name)) return *found;
  const std::string near = replay.names().nearColumn(table, name);
  throwUndefined(replay, node.location, fmt::format("column \"{}\" named in key does not exist", name),
                 near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near));
}

// An explicit name must be free as a constraint and as a relation, a made-up one is.
Name nameOfKey(Replay& replay, const Object& table, const KeyPlan& key, const std::vector<std::string>& columnNames, const char* label) {
  const Object& in = *table.parent;
  if (key.name.empty()) return replay.chooseRelationName(table.name.str(), key.primary() ? "" : joinedNames(columnNames), label, in, true);
  replay.requireFree(Space::Relation, &in, key.name, key.node->location, "relation");
  requireFreeConstraint(replay, table, key.name, key.node->location);
  return key.name;
}

void requirePrimaryFree(Replay& replay, const Object& table, const ::Constraint& node) {
  for (const Object* child : table.children)
    if (child->kind == Kind::Key && child->as<ir::Key>().primary)
      throwInvalid(replay, node.location, fmt::format("multiple primary keys for table \"{}\" are not allowed", table.name.str()));
}

void makeIndexOf(Replay& replay, const Object& constraint, ir::Index index) {
  index.constraint = constraint;
  // ONLY: invalid until every partition has an attached index.
  const auto* table = constraint.parent->get<ir::Table>();
  if (index.only && table && table->partitioned()) index.valid = childTables(replay, *constraint.parent).empty();
  Object& made = replay.schema.make(constraint.parent, constraint.name, std::move(index), constraint.location);
  made.origin = constraint.origin;
  made.derivedFrom = &constraint;
  if (!made.as<ir::Index>().only) spreadIndex(replay, made);
}

// ADD PRIMARY KEY | UNIQUE USING INDEX: the index becomes the constraint's, under its name.
void keyFromIndex(Replay& replay, const Object& table, const KeyPlan& plan) {
  const ::Constraint& node = *plan.node;
  const Object* index = replay.schema.relation(*table.parent, node.indexname);
  if (!index || index->kind != Kind::Index || index->parent != &table)
    throwUndefined(replay, node.location, fmt::format("index \"{}\" does not exist", node.indexname));
  const auto& shape = index->as<ir::Index>();
  if (shape.constraint) throwInvalid(replay, node.location, fmt::format("index \"{}\" is already associated with a constraint", node.indexname));
  if (!shape.unique || shape.predicate)
    throwInvalid(replay, node.location, fmt::format("\"{}\" is not a unique index", node.indexname));
  if (plan.primary()) requirePrimaryFree(replay, table, node);
  ir::Key key;
  key.primary = plan.primary();
  for (const ir::IndexElement& element : shape.elements) {
    if (!element.column) throwInvalid(replay, node.location, fmt::format("index \"{}\" contains expressions", node.indexname));
    key.columns.push_back(element.column);
  }
  key.include = shape.include;
  key.nullsNotDistinct = shape.nullsNotDistinct;
  key.deferrable = node.deferrable;
  key.initiallyDeferred = node.initdeferred;
  key.options = shape.options;
  key.tablespace = shape.tablespace;
  const Name name = plan.name.empty() ? index->name : plan.name;
  requireFreeConstraint(replay, table, name, node.location);
  if (name != index->name) {
    replay.requireFree(Space::Relation, table.parent, name, node.location, "relation");
    replay.schema.rename(*index, name);
  }
  if (key.primary)
    for (const ir::Ref& column : key.columns) setNotNullOfKey(replay, *column, node.location);
  const Object& made = replay.make(&table, name, std::move(key), node.location);
  Object& taken = replay.schema.edit(*index);
  taken.derivedFrom = &made;
  std::get<ir::Index>(taken.data).constraint = made;
}

void addKey(Replay& replay, const Object& table, const KeyPlan& plan, bool only) {
  const ::Constraint& node = *plan.node;
  if (node.indexname) return keyFromIndex(replay, table, plan);
  if (plan.primary()) requirePrimaryFree(replay, table, node);
  ir::Key key;
  key.primary = plan.primary();
  for (const std::string& name : plan.columns) key.columns.emplace_back(keyColumn(replay, table, name, node));
  for (const std::string& name : plan.include) key.include.emplace_back(keyColumn(replay, table, name, node));
  key.nullsNotDistinct = node.nulls_not_distinct;
  key.withoutOverlaps = node.without_overlaps;
  key.deferrable = node.deferrable;
  key.initiallyDeferred = node.initdeferred;
  key.options = optionsOf(node.options);
  if (node.indexspace) key.tablespace = node.indexspace;
  key.named = !plan.name.empty();
  std::vector<std::string> names = plan.columns;
  names.insert(names.end(), plan.include.begin(), plan.include.end());
  const Name name = nameOfKey(replay, table, plan, indexColumnNames(names), plan.primary() ? "pkey" : "key");
  if (key.primary)
    for (const ir::Ref& column : key.columns) setNotNullOfKey(replay, *column, node.location);
  ir::Index index;
  index.unique = true;
  index.only = only;
  if (key.withoutOverlaps) index.method = "gist";
  index.nullsNotDistinct = key.nullsNotDistinct;
  for (const ir::Ref& column : key.columns) index.elements.emplace_back().column = column;
  index.include = key.include;
  index.options = key.options;
  index.tablespace = key.tablespace;
  index.named = key.named;
  const Object& made = replay.make(&table, name, std::move(key), node.location);
  makeIndexOf(replay, made, std::move(index));
}

// The operator of an extension's own type: citext's "=" is no built-in one, though one of that name is in sight.
const Object* operatorsExtension(Replay& replay, const ir::TypeRef& of, Name symbol) {
  const Object* type = of && !of.array ? of.type.object : nullptr;
  while (type && type->kind == Kind::Domain) type = type->as<ir::Domain>().base.type.object;
  const Object* extension = type && type->origin == ir::Origin::Extension ? type->derivedFrom : nullptr;
  const auto* facts = extension ? ir::builtins::extension(extension->name.view(), replay.schema.serverVersion) : nullptr;
  return facts && !facts->operatorsNamed(symbol.view()).empty() ? extension : nullptr;
}

ir::NamedRef operatorOf(Replay& replay, const List* name, const ir::TypeRef& type) {
  const auto [schemaName, symbol] = replay.split(name);
  if (type)
    if (const ir::NamedRef own = replay.names().op(schemaName, symbol, type, type); own.object) return own;
  // Of an expression whose type is not known: the only one of that name.
  if (const auto own = replay.names().all(ir::Space::Operator, schemaName, symbol); own.size() == 1 && !type) return own.front();
  if (schemaName.empty())
    if (const Object* own = operatorsExtension(replay, type, symbol); own && own->as<ir::Extension>().schema)
      return ir::NamedRef(Name(ir::quoteIdentifier(own->as<ir::Extension>().schema->name) + "." + symbol.str()));
  if (!schemaName.empty()) return schemaName == "pg_catalog" ? ir::NamedRef(symbol) : ir::NamedRef(ir::quoteIdentifier(schemaName) + "." + symbol.str());
  if (!ir::builtins::operatorsNamed(symbol.view(), replay.schema.serverVersion).empty()) return symbol;
  const Object* extension = replay.names().extensionOperator({}, symbol);
  const Object* in = extension ? extension->as<ir::Extension>().schema.object : nullptr;
  return in ? ir::NamedRef(ir::quoteIdentifier(in->name) + "." + symbol.str()) : ir::NamedRef(symbol);
}

void addExclusion(Replay& replay, const Object& table, const KeyPlan& plan, bool only) {
  const ::Constraint& node = *plan.node;
  const Slices slices = slicesOf(replay);
  ir::Exclusion exclusion;
  if (node.access_method) exclusion.method = node.access_method;
  std::vector<const IndexElem*> elements;
  for (const List* pair : each<List>(node.exclusions)) elements.push_back(static_cast<const IndexElem*>(linitial(pair)));
  const std::size_t keyword = slices.next("exclude", slices.at(static_cast<std::uint32_t>(node.location)));
  const std::size_t open = slices.next("(", keyword);
  const std::vector<Span> spans = elementSpans(slices, open, elements);
  std::vector<std::string> names;
  std::size_t i = 0;
  for (const List* pair : each<List>(node.exclusions)) {
    ir::IndexElement element = indexElement(replay, table, *elements[i], spans[i], exclusion.method);
    const ir::TypeRef type = element.column ? element.column->as<ir::Column>().type : ir::TypeRef();
    element.with = operatorOf(replay, static_cast<const List*>(lsecond(pair)), type);
    exclusion.elements.push_back(std::move(element));
    names.push_back(indexColumnName(*elements[i]));
    ++i;
  }
  for (const std::string& column : plan.include) {
    exclusion.include.emplace_back(keyColumn(replay, table, column, node));
    names.push_back(column);
  }
  if (node.where_clause) {
    const std::size_t where = slices.next("where", slices.closing(open));
    exclusion.predicate = bound(replay, node.where_clause, slices.inside(where + 1), tableScope(table));
  }
  exclusion.deferrable = node.deferrable;
  exclusion.initiallyDeferred = node.initdeferred;
  exclusion.options = optionsOf(node.options);
  if (node.indexspace) exclusion.tablespace = node.indexspace;
  exclusion.named = !plan.name.empty();
  const Name name = nameOfKey(replay, table, plan, indexColumnNames(names), "excl");
  ir::Index index;
  index.method = exclusion.method;
  index.only = only;
  index.elements = exclusion.elements;
  for (ir::IndexElement& element : index.elements) element.with = {};
  index.include = exclusion.include;
  index.predicate = exclusion.predicate;
  index.options = exclusion.options;
  index.tablespace = exclusion.tablespace;
  index.named = exclusion.named;
  const Object& made = replay.make(&table, name, std::move(exclusion), node.location);
  makeIndexOf(replay, made, std::move(index));
}

}  // namespace

void addKeys(Replay& replay, const Object& table, const std::vector<Pending::Part>& parts, bool only) {
  for (const KeyPlan& key : plan(parts)) key.exclusion() ? addExclusion(replay, table, key, only) : addKey(replay, table, key, only);
}

// --- foreign keys

namespace {

Name actionOf(char action) {
  switch (action) {
    case FKCONSTR_ACTION_RESTRICT: return "restrict";
    case FKCONSTR_ACTION_CASCADE: return "cascade";
    case FKCONSTR_ACTION_SETNULL: return "set null";
    case FKCONSTR_ACTION_SETDEFAULT: return "set default";
    default: return "no action";
  }
}

std::vector<std::string> ownColumns(const ::Constraint& node, const Object* column) {
  return column ? std::vector<std::string>{column->name.str()} : strings(node.fk_attrs);
}

bool sameColumns(std::vector<const Object*> a, const std::vector<ir::Ref>& b) {
  std::vector<const Object*> other;
  for (const ir::Ref& ref : b) other.push_back(ref.object);
  std::sort(a.begin(), a.end());
  std::sort(other.begin(), other.end());
  return a == other;
}

const Object* foreignKeyColumn(Replay& replay, const Object& table, const std::string& name, int location) {
  if (const Object* found = ir::columnOf(table, name)) return found;
  const std::string near = replay.names().nearColumn(table, name);
  throwUndefined(replay, location, fmt::format("column \"{}\" referenced in foreign key constraint does not exist", name),
                 near.empty() ? "" : fmt::format("Did you mean \"{}\" of {}?", near, ir::displayName(table)));
}

// What is referenced must be a primary or unique key, or have a plain unique index.
void requireUnique(Replay& replay, const Object& table, const std::vector<ir::Ref>& columns, int location) {
  if (table.origin != ir::Origin::User || replay.mayBeUnseen()) return;  // not all of it may be known
  std::vector<const Object*> wanted;
  for (const ir::Ref& column : columns) wanted.push_back(column.object);
  for (const Object* child : table.children) {
    const auto* index = child->get<ir::Index>();
    if (!index || !index->unique || index->predicate) continue;
    std::vector<ir::Ref> has;
    for (const ir::IndexElement& element : index->elements) has.push_back(element.column);
    if (sameColumns(wanted, has)) return;
  }
  throwUndefined(replay, location, fmt::format("there is no unique constraint matching given keys for referenced table \"{}\"", table.name.str()));
}

void resolveReferenced(Replay& replay, ir::ForeignKey& key, const ::Constraint& node) {
  const Object& table = *key.table;
  if (!node.pk_attrs) {
    for (const Object* child : table.children)
      if (const auto* primary = child->get<ir::Key>(); primary && primary->primary) key.references = primary->columns;
    if (key.references.empty())
      throwUndefined(replay, node.location, fmt::format("there is no primary key for referenced table \"{}\"", table.name.str()));
  } else {
    for (const std::string& name : strings(node.pk_attrs)) key.references.emplace_back(foreignKeyColumn(replay, table, name, node.location));
    if (!key.period) requireUnique(replay, table, key.references, node.location);
  }
  if (key.references.size() != key.columns.size())
    throwInvalid(replay, node.location, "number of referencing and referenced columns for foreign key disagree");
}

}  // namespace

const Object& addForeignKey(Replay& replay, const Object& table, const ::Constraint& node, const Object* column, bool creating) {
  const Object& referenced = replay.relation(*node.pktable);
  if (referenced.kind != Kind::Table)
    throwWrongKind(replay, node.pktable->location, fmt::format("referenced relation \"{}\" is not a table", referenced.name.str()));
  const std::vector<std::string> names = ownColumns(node, column);
  ir::ForeignKey key;
  key.table = referenced;
  key.period = node.fk_with_period;
  for (const std::string& name : names) key.columns.emplace_back(foreignKeyColumn(replay, table, name, node.location));
  resolveReferenced(replay, key, node);
  if (node.fk_matchtype == FKCONSTR_MATCH_FULL) key.match = "full";
  key.onUpdate = actionOf(node.fk_upd_action);
  key.onDelete = actionOf(node.fk_del_action);
  for (const std::string& name : strings(node.fk_del_set_cols))
    key.setColumns.emplace_back(foreignKeyColumn(replay, table, name, node.location));
  key.deferrable = node.deferrable;
  key.initiallyDeferred = node.initdeferred;
  key.enforced = node.is_enforced;
  key.validated = creating ? node.is_enforced : node.initially_valid;
  key.named = node.conname != nullptr;
  if (!key.enforced && replay.schema.serverVersion < 18)
    throwInvalid(replay, node.location, fmt::format("PostgreSQL {} has no constraints that are not enforced", replay.schema.serverVersion));
  const Name name = node.conname ? Name(node.conname) : chooseConstraintName(replay, table, joinedNames(names), "fkey");
  requireFreeConstraint(replay, table, name, node.location);
  const Object& made = replay.make(&table, name, std::move(key), node.location);
  spreadForeignKey(replay, made);
  return made;
}

void makeForeignKeys(Replay& replay, const Object& table, const Pending& pending, bool creating) {
  for (const Pending::Part& part : pending.foreignKeys) {
    const ::Constraint* node = part.node;
    const Object* column = part.column;
    replay.attempt([&table, node, column, creating](Replay& now) {
      if (!table.dropped) addForeignKey(now, table, *node, column, creating);
    });
  }
}

}  // namespace schemac::parser
