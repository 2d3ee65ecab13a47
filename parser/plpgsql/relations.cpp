#include "parser/plpgsql/relations.h"

#include <algorithm>

#include "ir/builtins.h"
#include "ir/identity.h"

namespace schemac::parser::plpgsql {

using ir::Kind;
using ir::Object;
using ir::Schema;

namespace {

using Row = const CatalogRow&;
using Rows = std::vector<CatalogRow>;

template <class Accept>
Rows objectsThat(const Schema& schema, Accept accept) {
  Rows rows;
  for (const Object& object : schema.objects())
    if (!object.dropped && accept(object)) rows.push_back({&object, 0});
  return rows;
}
template <Kind... kinds>
Rows ofKind(const Schema& schema) {
  return objectsThat(schema, [](const Object& o) { return ((o.kind == kinds) || ...); });
}

const Object* schemaOf(const Object& o) { return ir::namespaceOf(o); }
Value nameOf(const Schema&, Row r) { return Value::of(r.object->name); }
Value selfOf(const Schema&, Row r) { return Value::of(r.object); }
Value namespaceValue(const Schema&, Row r) { return Value::of(schemaOf(*r.object)); }
Value schemaName(const Schema&, Row r) { return schemaOf(*r.object) ? Value::of(schemaOf(*r.object)->name) : Value::null(); }
Value parentOf(const Schema&, Row r) { return Value::of(r.object->parent); }
Value parentName(const Schema&, Row r) { return Value::of(r.object->parent->name); }
Value yes(bool b) { return Value::of(std::string_view(b ? "YES" : "NO")); }

// Where nobody said a version it is the default one.
Value extensionVersion(const Schema& schema, Row r) {
  const auto& extension = r.object->as<ir::Extension>();
  if (!extension.version.empty()) return Value::of(extension.version.view());
  const auto* facts = ir::builtins::extension(r.object->name.str(), schema.serverVersion);
  return facts ? Value::of(facts->defaultVersion()) : Value::null();
}

Value relkind(const Schema&, Row r) {
  switch (r.object->kind) {
    case Kind::Table: return Value::of(r.object->as<ir::Table>().foreign() ? "f" : r.object->as<ir::Table>().partitioned() ? "p" : "r");
    case Kind::View: return Value::of("v");
    case Kind::MaterializedView: return Value::of("m");
    case Kind::Index: {
      const auto* table = r.object->parent->get<ir::Table>();
      return Value::of(table && table->partitioned() ? "I" : "i");
    }
    case Kind::Sequence: return Value::of("S");
    default: return Value::of("c");
  }
}

Value tableFlag(const Object& o, bool ir::Table::*flag) {
  const auto* table = o.get<ir::Table>();
  return Value::of(table && table->*flag);
}

Value contype(const Object& o) {
  switch (o.kind) {
    case Kind::Check: return Value::of("c");
    case Kind::ForeignKey: return Value::of("f");
    case Kind::Exclusion: return Value::of("x");
    case Kind::NotNull: return Value::of("n");
    default: return Value::of(o.as<ir::Key>().primary ? "p" : "u");
  }
}

const std::vector<ir::Ref>* constraintColumns(const Object& o) {
  if (const auto* key = o.get<ir::Key>()) return &key->columns;
  if (const auto* fk = o.get<ir::ForeignKey>()) return &fk->columns;
  return nullptr;
}

Value ordinals(const std::vector<ir::Ref>* columns) {
  if (!columns) throw Unknowable("conkey of a check constraint is asked");
  std::vector<Value> items;
  for (const ir::Ref& c : *columns) items.push_back(Value::of(static_cast<std::int64_t>(c->ordinal)));
  return Value::array(std::move(items));
}

// PostgreSQL's SQL name of a column's type as information_schema gives it: "ARRAY" and "USER-DEFINED" for what the standard does not have.
Value dataType(const ir::TypeRef& type) {
  if (!type) throw Unknowable("the type of a column is not known");
  if (type.array) return Value::of("ARRAY");
  if (type.type->kind == Kind::Domain) return dataType(type.type->as<ir::Domain>().base);
  if (type.type->origin != ir::Origin::BuiltIn) return Value::of("USER-DEFINED");
  return Value::of(ir::formatType(ir::TypeRef{type.type, {}}));
}

Value udtName(const ir::TypeRef& type) {
  if (!type) throw Unknowable("the type of a column is not known");
  return Value::of((type.array ? "_" : "") + type.type->name.str());
}

Value tableType(const Object& o) {
  return Value::of(o.kind == Kind::View ? "VIEW" : o.kind == Kind::Table && o.as<ir::Table>().foreign() ? "FOREIGN" : "BASE TABLE");
}

const Object* defaultOf(const Object& column) { return ir::childOf(column, Kind::Default, ir::Name()); }

// PostgreSQL would print it in its own way.
Value written(const ir::Expression& expression) {
  Value value = Value::of(ir::render(expression));
  value.asWritten = true;
  return value;
}

Value columnDefault(const Object& column) {
  const Object* d = defaultOf(column);
  return d ? written(d->as<ir::Default>().value) : Value::null();
}

Value roleList(const ir::Policy& policy) {
  std::vector<Value> items;
  for (const ir::Name role : policy.roles) items.push_back(Value::of(role));
  return Value::array(std::move(items));
}

Value policyCommand(const ir::Policy& policy, bool letter) {
  const std::string_view c = policy.command;
  if (!letter) {
    std::string upper;
    for (const char ch : c) upper += static_cast<char>(ch - 32);
    return Value::of(upper);
  }
  return Value::of(c == "all" ? "*" : c == "select" ? "r" : c == "insert" ? "a" : c == "update" ? "w" : "d");
}

Value expressionOrNull(const std::optional<ir::Expression>& e) { return e ? written(*e) : Value::null(); }

const Object* extensionOf(const Object& o) { return o.derivedFrom && o.derivedFrom->kind == Kind::Extension ? o.derivedFrom : nullptr; }

// The catalog that an object's row is in, as 'pg_class'::regclass.
Value catalogOf(const Object& o) {
  std::string_view name = "pg_class";
  if (o.kind == Kind::Function) name = "pg_proc";
  else if (o.kind == Kind::Schema) name = "pg_namespace";
  else if (o.kind == Kind::Extension) name = "pg_extension";
  else if (o.kind == Kind::Policy) name = "pg_policy";
  else if (o.kind == Kind::Trigger) name = "pg_trigger";
  else if (ir::isConstraint(o.kind)) name = "pg_constraint";
  else if (ir::isType(o.kind) && o.kind != Kind::Composite) name = "pg_type";
  return Value::of(kSystemRelation + std::string(name));
}

// Columns of an index as numbers, 0 for an expression; INCLUDE columns come last.
Value indexKey(const ir::Index& index) {
  std::vector<Value> items;
  for (const auto& element : index.elements) items.push_back(Value::of(std::int64_t{element.column ? element.column->ordinal : 0}));
  for (const ir::Ref& column : index.include) items.push_back(Value::of(std::int64_t{column->ordinal}));
  return Value::array(std::move(items));
}

std::vector<std::pair<ir::Privileges, std::string_view>> tablePrivileges() {
  return {{ir::Select, "SELECT"}, {ir::Insert, "INSERT"}, {ir::Update, "UPDATE"}, {ir::Delete, "DELETE"}, {ir::Truncate, "TRUNCATE"},
          {ir::References, "REFERENCES"}, {ir::TriggerPrivilege, "TRIGGER"}};
}

// One row for each privilege that a grantee other than the owner holds on a table or view.
Rows tableGrants(const Schema& schema) {
  Rows rows;
  const auto words = tablePrivileges();
  for (const Object& o : schema.objects()) {
    const auto* grant = o.dropped ? nullptr : o.get<ir::Grant>();
    if (!grant || (o.parent->kind != Kind::Table && o.parent->kind != Kind::View) || o.name == ir::kOwner) continue;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (grant->privileges & words[i].first) rows.push_back({&o, static_cast<int>(i)});
  }
  return rows;
}

Rows enumLabels(const Schema& schema) {
  Rows rows;
  for (const Object& o : schema.objects())
    if (const auto* e = o.dropped ? nullptr : o.get<ir::Enum>())
      for (std::size_t i = 0; i < e->labels.size(); ++i) rows.push_back({&o, static_cast<int>(i)});
  return rows;
}

Rows relationColumns(const Schema& schema) { return objectsThat(schema, [](const Object& o) { return o.kind == Kind::Column; }); }
Rows tableLikeColumns(const Schema& schema) {
  return objectsThat(schema, [](const Object& o) {
    return o.kind == Kind::Column && (o.parent->kind == Kind::Table || o.parent->kind == Kind::View);
  });
}

Rows keyColumns(const Schema& schema) {
  Rows rows;
  for (const Object& o : schema.objects())
    if (const auto* columns = o.dropped ? nullptr : constraintColumns(o))
      for (std::size_t i = 0; i < columns->size(); ++i) rows.push_back({&o, static_cast<int>(i)});
  return rows;
}

// The columns a constraint uses: of a foreign key the referenced ones.
Rows usedColumns(const Schema& schema) {
  Rows rows;
  for (const Object& o : schema.objects()) {
    if (o.dropped) continue;
    const auto* fk = o.get<ir::ForeignKey>();
    const std::size_t n = fk ? fk->references.size() : constraintColumns(o) ? constraintColumns(o)->size() : 0;
    for (std::size_t i = 0; i < n; ++i) rows.push_back({&o, static_cast<int>(i)});
  }
  return rows;
}
const Object& usedColumn(Row r) {
  if (const auto* fk = r.object->get<ir::ForeignKey>()) return *fk->references[static_cast<std::size_t>(r.position)];
  return *(*constraintColumns(*r.object))[static_cast<std::size_t>(r.position)];
}
const Object& keyColumn(Row r) { return *(*constraintColumns(*r.object))[static_cast<std::size_t>(r.position)]; }

Rows inheritance(const Schema& schema) {
  Rows rows;
  for (const Object& o : schema.objects())
    if (const auto* t = o.dropped ? nullptr : o.get<ir::Table>())
      for (std::size_t i = 0; i < t->parents.size(); ++i) rows.push_back({&o, static_cast<int>(i)});
  return rows;
}

Rows triggerEvents(const Schema& schema) {
  Rows rows;
  for (const Object& o : schema.objects())
    if (const auto* t = o.dropped ? nullptr : o.get<ir::Trigger>())
      for (std::size_t i = 0; i < t->events.size(); ++i) rows.push_back({&o, static_cast<int>(i)});
  return rows;
}

std::string upper(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

Value prokind(const Object& o) {
  if (o.kind == Kind::Aggregate) return Value::of("a");
  const auto routine = o.as<ir::Function>().routine;
  return Value::of(routine == ir::Routine::Procedure ? "p" : routine == ir::Routine::Window ? "w" : "f");
}

std::string_view typtype(Kind kind) {
  switch (kind) {
    case Kind::Enum: return "e";
    case Kind::Domain: return "d";
    case Kind::Range: return "r";
    case Kind::Composite: case Kind::Table: case Kind::View: case Kind::MaterializedView: return "c";
    default: return "b";
  }
}

Value constraintTypeName(const Object& o) {
  switch (o.kind) {
    case Kind::Check: case Kind::NotNull: return Value::of("CHECK");
    case Kind::ForeignKey: return Value::of("FOREIGN KEY");
    case Kind::Exclusion: return Value::of("EXCLUDE");
    default: return Value::of(o.as<ir::Key>().primary ? "PRIMARY KEY" : "UNIQUE");
  }
}

bool tableConstraint(const Object& o) { return ir::isConstraint(o.kind) && o.parent->kind == Kind::Table; }

Value indexFlag(Row r, bool ir::Index::*flag) { return Value::of(r.object->as<ir::Index>().*flag); }

Rows publishedTables(const Schema& schema) {
  return objectsThat(schema, [](const Object& o) { return o.kind == Kind::PublicationMember && o.as<ir::PublicationMember>().table; });
}

// No object stands for an access method: its oid is its name.
Rows accessMethods(const Schema& schema) {
  Rows rows;
  int position = 0;
  for ([[maybe_unused]] const auto& method : ir::builtins::accessMethods(schema.serverVersion)) rows.push_back({nullptr, position++});
  return rows;
}
Value accessMethodName(const Schema& schema, Row r) {
  int position = 0;
  for (const auto& method : ir::builtins::accessMethods(schema.serverVersion))
    if (position++ == r.position) return Value::of(method.name());
  return Value::null();
}

// The options of foreign data: one row each.
const ir::Options* foreignOptionsOf(const Object& o) {
  if (const auto* wrapper = o.get<ir::ForeignDataWrapper>()) return &wrapper->options;
  if (const auto* server = o.get<ir::ForeignServer>()) return &server->options;
  if (const auto* mapping = o.get<ir::UserMapping>()) return &mapping->options;
  if (const auto* table = o.get<ir::Table>()) return &table->foreignOptions;
  const auto* column = o.get<ir::Column>();
  return column ? &column->foreignOptions : nullptr;
}
template <Kind kind>
Rows optionsOf(const Schema& schema) {
  Rows rows;
  for (const Object& o : schema.objects())
    if (!o.dropped && o.kind == kind)
      for (std::size_t i = 0; i < foreignOptionsOf(o)->size(); ++i) rows.push_back({&o, static_cast<int>(i)});
  return rows;
}
const ir::Option& optionAt(Row r) { return (*foreignOptionsOf(*r.object))[static_cast<std::size_t>(r.position)]; }
Value optionName(const Schema&, Row r) { return Value::of(optionAt(r).name); }
Value optionText(const Schema&, Row r) { return Value::of(optionAt(r).value.view()); }
Value mappedUser(const Schema&, Row r) { return Value::of(r.object->name == ir::kPublic ? "PUBLIC" : r.object->name.view()); }

Rows foreignTables(const Schema& schema) {
  return objectsThat(schema, [](const Object& o) { return o.kind == Kind::Table && o.as<ir::Table>().foreign(); });
}

// The one database there is: what asks for it asks for this one.
Rows database(const Schema& schema) { return {{&schema.pgCatalog(), 0}}; }
Value databaseOid(const Schema&, Row) { return Value::of(std::int64_t{1}); }

const std::map<std::string_view, CatalogRelation>& pgCatalog() {
  static const std::map<std::string_view, CatalogRelation> relations{
      {"pg_namespace", {ofKind<Kind::Schema>, {{"oid", selfOf}, {"nspname", nameOf}}}},
      {"pg_class",
       {ofKind<Kind::Table, Kind::View, Kind::MaterializedView, Kind::Index, Kind::Sequence, Kind::Composite>,
        {{"oid", selfOf}, {"relname", nameOf}, {"relnamespace", namespaceValue}, {"relkind", relkind},
         {"relrowsecurity", [](const Schema&, Row r) { return tableFlag(*r.object, &ir::Table::rowSecurity); }},
         {"relforcerowsecurity", [](const Schema&, Row r) { return tableFlag(*r.object, &ir::Table::forceRowSecurity); }},
         {"relispartition", [](const Schema&, Row r) { return Value::of(r.object->get<ir::Table>() && r.object->as<ir::Table>().partition()); }},
         {"reloftype", [](const Schema&, Row r) {
            const auto* t = r.object->get<ir::Table>();
            return t && t->ofType ? Value::of(t->ofType.object) : Value::of(std::int64_t{0});
          }},
         {"relpersistence", [](const Schema&, Row r) {
            const auto* t = r.object->get<ir::Table>();
            return Value::of(t && t->persistence == ir::Persistence::Unlogged ? "u" : "p");
          }},
         {"relreplident", [](const Schema&, Row r) {
            const auto* t = r.object->get<ir::Table>();
            const std::string_view identity = t && !t->replicaIdentity.empty() ? t->replicaIdentity.view() : "default";
            return Value::of(identity.substr(0, 1));
          }}}}},
      {"pg_attribute",
       {relationColumns,
        {{"attrelid", parentOf}, {"attname", nameOf},
         {"attnum", [](const Schema&, Row r) { return Value::of(static_cast<std::int64_t>(r.object->ordinal)); }},
         {"attisdropped", [](const Schema&, Row) { return Value::of(false); }},
         {"attnotnull", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Column>().notNull); }},
         {"atthasdef", [](const Schema&, Row r) { return Value::of(defaultOf(*r.object) != nullptr || r.object->as<ir::Column>().generation.has_value()); }},
         {"attidentity", [](const Schema&, Row r) {
            const auto identity = r.object->as<ir::Column>().identity;
            return Value::of(identity == ir::Identity::Always ? "a" : identity == ir::Identity::ByDefault ? "d" : "");
          }},
         {"attgenerated", [](const Schema&, Row r) {
            const auto generated = r.object->as<ir::Column>().generated;
            return Value::of(generated == ir::Generated::Stored ? "s" : generated == ir::Generated::Virtual ? "v" : "");
          }},
         {"attislocal", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Column>().local); }},
         {"attcollation", [](const Schema&, Row r) {
            // By name: no object stands for a built-in collation, and 'x'::regcollation is no look-up of ours.
            return Value::of(r.object->as<ir::Column>().collation.name());
          }},
         {"atttypmod", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Column>().type.modifiers); }},
         {"atttypid", [](const Schema&, Row r) {
            const auto& type = r.object->as<ir::Column>().type;
            if (!type) throw Unknowable("the type of a column is not known");
            return Value::of(type);
          }}}}},
      {"pg_attrdef", {ofKind<Kind::Default>, {{"oid", selfOf}, {"adbin", [](const Schema&, Row r) { return written(r.object->as<ir::Default>().value); }},
                                              {"adrelid", [](const Schema&, Row r) { return Value::of(r.object->parent->parent); }},
                                              {"adnum", [](const Schema&, Row r) { return Value::of(static_cast<std::int64_t>(r.object->parent->ordinal)); }}}}},
      {"pg_constraint",
       {[](const Schema& s) { return objectsThat(s, [](const Object& o) { return ir::isConstraint(o.kind); }); },
        {{"oid", selfOf}, {"conname", nameOf}, {"connamespace", namespaceValue},
         {"coninhcount", [](const Schema&, Row r) {
            const auto* notNull = r.object->get<ir::NotNull>();
            if (!notNull) throw Unknowable("coninhcount of a constraint is asked");
            return Value::of(std::int64_t{notNull->inherited});
          }},
         {"connoinherit", [](const Schema&, Row r) {
            if (const auto* notNull = r.object->get<ir::NotNull>()) return Value::of(notNull->noInherit);
            if (const auto* check = r.object->get<ir::Check>()) return Value::of(check->noInherit);
            throw Unknowable("connoinherit of a key is asked");
          }},
         {"conrelid", [](const Schema&, Row r) { return r.object->parent->kind == Kind::Table ? Value::of(r.object->parent) : Value::of(std::int64_t{0}); }},
         {"contypid", [](const Schema&, Row r) { return r.object->parent->kind == Kind::Domain ? Value::of(r.object->parent) : Value::of(std::int64_t{0}); }},
         {"contype", [](const Schema&, Row r) { return contype(*r.object); }},
         {"confrelid", [](const Schema&, Row r) {
            const auto* fk = r.object->get<ir::ForeignKey>();
            return fk ? Value::of(fk->table.object) : Value::of(std::int64_t{0});
          }},
         {"conkey", [](const Schema&, Row r) {
            const auto* notNull = r.object->get<ir::NotNull>();
            const std::vector<ir::Ref> only{notNull ? notNull->column : ir::Ref()};
            return ordinals(notNull && only.front() ? &only : constraintColumns(*r.object));
          }},
         {"confkey", [](const Schema&, Row r) {
            const auto* fk = r.object->get<ir::ForeignKey>();
            return fk ? ordinals(&fk->references) : Value::null();
          }},
         {"confdeltype", [](const Schema&, Row r) {
            const auto* fk = r.object->get<ir::ForeignKey>();
            if (!fk) return Value::of(" ");
            const std::string_view action = fk->onDelete;
            return Value::of(action == "no action" ? "a" : action == "restrict" ? "r" : action == "cascade" ? "c" : action == "set null" ? "n" : "d");
          }},
         {"convalidated", [](const Schema&, Row r) {
            if (const auto* fk = r.object->get<ir::ForeignKey>()) return Value::of(fk->validated);
            if (const auto* check = r.object->get<ir::Check>()) return Value::of(check->validated);
            if (const auto* notNull = r.object->get<ir::NotNull>()) return Value::of(notNull->validated);
            return Value::of(true);
          }}}}},
      {"pg_index",
       {ofKind<Kind::Index>,
        {{"indexrelid", selfOf}, {"indrelid", parentOf},
         {"indkey", [](const Schema&, Row r) { return indexKey(r.object->as<ir::Index>()); }},
         {"indnkeyatts", [](const Schema&, Row r) { return Value::of(static_cast<std::int64_t>(r.object->as<ir::Index>().elements.size())); }},
         {"indisready", [](const Schema&, Row) { return Value::of(true); }},
         {"indisvalid", [](const Schema&, Row r) { return indexFlag(r, &ir::Index::valid); }},
         {"indisunique", [](const Schema&, Row r) { return indexFlag(r, &ir::Index::unique); }},
         {"indisprimary", [](const Schema&, Row r) {
            const auto& index = r.object->as<ir::Index>();
            return Value::of(index.constraint && index.constraint->get<ir::Key>() && index.constraint->as<ir::Key>().primary);
          }}}}},
      {"pg_type",
       {[](const Schema& s) {
          return objectsThat(s, [](const Object& o) {
            return ir::isType(o.kind) || o.kind == Kind::Table || o.kind == Kind::View || o.kind == Kind::MaterializedView;
          });
        },
        {{"oid", selfOf}, {"typname", nameOf}, {"typnamespace", namespaceValue},
         {"typbasetype", [](const Schema&, Row r) {
            const auto* domain = r.object->get<ir::Domain>();
            return domain ? Value::of(domain->base) : Value::of(std::int64_t{0});
          }},
         {"typtypmod", [](const Schema&, Row r) {
            const auto* domain = r.object->get<ir::Domain>();
            return Value::of(domain ? domain->base.modifiers : ir::Text());
          }},
         {"typtype", [](const Schema&, Row r) { return Value::of(typtype(r.object->kind)); }},
         {"typrelid", [](const Schema&, Row r) { return ir::isRelation(r.object->kind) ? Value::of(r.object) : Value::of(std::int64_t{0}); }}}}},
      {"pg_sequence",
       {ofKind<Kind::Sequence>,
        {{"seqrelid", selfOf},
         {"seqstart", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Sequence>().start); }},
         {"seqincrement", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Sequence>().increment); }},
         {"seqmin", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Sequence>().minimum); }},
         {"seqmax", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Sequence>().maximum); }}}}},
      {"pg_enum",
       {enumLabels,
        {{"enumtypid", selfOf},
         {"enumlabel", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Enum>().labels[static_cast<std::size_t>(r.position)]); }},
         {"enumsortorder", [](const Schema&, Row r) { return Value::of(static_cast<std::int64_t>(r.position + 1)); }}}}},
      {"pg_proc",
       {ofKind<Kind::Function, Kind::Aggregate>,
        {{"oid", selfOf}, {"proname", nameOf}, {"pronamespace", namespaceValue},
         {"prokind", [](const Schema&, Row r) { return prokind(*r.object); }},
         {"prorettype", [](const Schema&, Row r) {
            const auto type = ir::resultOf(*r.object);
            if (!type) throw Unknowable("the result type of a function is not known");
            return Value::of(type);
          }},
         {"prosecdef", [](const Schema&, Row r) { return Value::of(r.object->get<ir::Function>() && r.object->as<ir::Function>().securityDefiner); }},
         {"prosrc", [](const Schema&, Row r) { return Value::of(r.object->get<ir::Function>() ? r.object->as<ir::Function>().body : ir::Text("aggregate_dummy")); }},
         {"pronargs", [](const Schema&, Row r) {
            std::int64_t n = 0;
            for (const auto& a : ir::argumentsOf(*r.object))
              n += ir::isInput(a);
            return Value::of(n);
          }}}}},
      {"pg_operator", {ofKind<Kind::Operator>, {{"oid", selfOf}, {"oprname", nameOf}, {"oprnamespace", namespaceValue},
                                                {"oprcode", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Operator>().function.object); }}}}},
      {"pg_opfamily", {ofKind<Kind::OperatorFamily>, {{"oid", selfOf}, {"opfname", nameOf}, {"opfnamespace", namespaceValue},
                                                      {"opfmethod", [](const Schema&, Row r) { return Value::of(r.object->as<ir::OperatorFamily>().method); }}}}},
      {"pg_opclass", {ofKind<Kind::OperatorClass>, {{"oid", selfOf}, {"opcname", nameOf}, {"opcnamespace", namespaceValue},
                                                    {"opcmethod", [](const Schema&, Row r) { return Value::of(r.object->as<ir::OperatorClass>().method); }}}}},
      {"pg_am", {accessMethods, {{"oid", accessMethodName}, {"amname", accessMethodName}}}},
      {"pg_cast", {ofKind<Kind::Cast>, {{"oid", selfOf}, {"castsource", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Cast>().source); }},
                                        {"casttarget", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Cast>().target); }}}}},
      {"pg_collation", {ofKind<Kind::Collation>, {{"oid", selfOf}, {"collname", nameOf}, {"collnamespace", namespaceValue}}}},
      {"pg_language", {ofKind<Kind::Language>, {{"oid", selfOf}, {"lanname", nameOf}}}},
      {"pg_ts_parser", {ofKind<Kind::TextSearchParser>, {{"oid", selfOf}, {"prsname", nameOf}, {"prsnamespace", namespaceValue}}}},
      {"pg_ts_template", {ofKind<Kind::TextSearchTemplate>, {{"oid", selfOf}, {"tmplname", nameOf}, {"tmplnamespace", namespaceValue}}}},
      {"pg_ts_dict", {ofKind<Kind::TextSearchDictionary>, {{"oid", selfOf}, {"dictname", nameOf}, {"dictnamespace", namespaceValue}}}},
      {"pg_ts_config", {ofKind<Kind::TextSearchConfiguration>, {{"oid", selfOf}, {"cfgname", nameOf}, {"cfgnamespace", namespaceValue}}}},
      {"pg_trigger",
       {ofKind<Kind::Trigger>,
        {{"oid", selfOf}, {"tgname", nameOf}, {"tgrelid", parentOf}, {"tgisinternal", [](const Schema&, Row) { return Value::of(false); }},
         {"tgfoid", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Trigger>().function.object); }},
         {"tgenabled", [](const Schema&, Row r) {
            const std::string_view e = r.object->as<ir::Trigger>().enabled;
            return Value::of(e == "origin" ? "O" : e == "disabled" ? "D" : e == "replica" ? "R" : "A");
          }}}}},
      {"pg_policy",
       {ofKind<Kind::Policy>,
        {{"oid", selfOf}, {"polname", nameOf}, {"polrelid", parentOf},
         {"polcmd", [](const Schema&, Row r) { return policyCommand(r.object->as<ir::Policy>(), true); }},
         {"polpermissive", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Policy>().permissive); }}}}},
      {"pg_policies",
       {ofKind<Kind::Policy>,
        {{"schemaname", schemaName}, {"tablename", parentName}, {"policyname", nameOf},
         {"cmd", [](const Schema&, Row r) { return policyCommand(r.object->as<ir::Policy>(), false); }},
         {"permissive", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Policy>().permissive ? "PERMISSIVE" : "RESTRICTIVE"); }},
         {"roles", [](const Schema&, Row r) { return roleList(r.object->as<ir::Policy>()); }},
         {"qual", [](const Schema&, Row r) { return expressionOrNull(r.object->as<ir::Policy>().usingExpression); }},
         {"with_check", [](const Schema&, Row r) { return expressionOrNull(r.object->as<ir::Policy>().checkExpression); }}}}},
      {"pg_depend",
       {[](const Schema& s) { return objectsThat(s, [](const Object& o) { return extensionOf(o) != nullptr; }); },
        {{"objid", selfOf}, {"refobjid", [](const Schema&, Row r) { return Value::of(extensionOf(*r.object)); }},
         {"deptype", [](const Schema&, Row) { return Value::of("e"); }},
         {"classid", [](const Schema&, Row r) { return catalogOf(*r.object); }},
         {"refclassid", [](const Schema&, Row r) { return catalogOf(*extensionOf(*r.object)); }},
         {"objsubid", [](const Schema&, Row) { return Value::of(std::int64_t{0}); }},
         {"refobjsubid", [](const Schema&, Row) { return Value::of(std::int64_t{0}); }}}}},
      {"pg_description",
       {[](const Schema& s) { return objectsThat(s, [](const Object& o) { return o.kind == Kind::Comment && o.name.empty(); }); },  // not of row types
        {{"objoid", [](const Schema&, Row r) { return Value::of(r.object->parent->kind == Kind::Column ? r.object->parent->parent : r.object->parent); }},
         {"objsubid", [](const Schema&, Row r) {
            return Value::of(std::int64_t{r.object->parent->kind == Kind::Column ? r.object->parent->ordinal : 0});
          }},
         {"classoid", [](const Schema&, Row r) { return catalogOf(*r.object->parent); }},
         {"description", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Comment>().text); }}}}},
      {"pg_tables",
       {ofKind<Kind::Table>,
        {{"schemaname", schemaName}, {"tablename", nameOf},
         {"rowsecurity", [](const Schema&, Row r) { return tableFlag(*r.object, &ir::Table::rowSecurity); }},
         {"tableowner", [](const Schema&, Row r) {
            const Object* owner = ir::childOf(*r.object, Kind::Owner, ir::Name());
            return owner ? Value::of(owner->as<ir::Owner>().role) : Value::of("postgres");
          }}}}},
      {"pg_views", {ofKind<Kind::View>, {{"schemaname", schemaName}, {"viewname", nameOf}}}},
      {"pg_matviews", {ofKind<Kind::MaterializedView>, {{"schemaname", schemaName}, {"matviewname", nameOf}}}},
      {"pg_indexes", {ofKind<Kind::Index>, {{"schemaname", schemaName}, {"tablename", parentName}, {"indexname", nameOf}}}},
      {"pg_sequences", {ofKind<Kind::Sequence>, {{"schemaname", schemaName}, {"sequencename", nameOf}}}},
      {"pg_extension", {ofKind<Kind::Extension>, {{"oid", selfOf}, {"extname", nameOf}, {"extversion", extensionVersion},
                                                  {"extnamespace", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Extension>().schema.object); }}}}},
      {"pg_roles", {ofKind<Kind::Role>, {{"oid", selfOf}, {"rolname", nameOf},
                                         {"rolsuper", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Role>().superuser); }},
                                         {"rolbypassrls", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Role>().bypassRls); }},
                                         {"rolcanlogin", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Role>().login); }}}}},
      {"pg_foreign_data_wrapper", {ofKind<Kind::ForeignDataWrapper>, {{"oid", selfOf}, {"fdwname", nameOf}}}},
      {"pg_foreign_server",
       {ofKind<Kind::ForeignServer>,
        {{"oid", selfOf}, {"srvname", nameOf},
         {"srvfdw", [](const Schema&, Row r) { return Value::of(r.object->as<ir::ForeignServer>().wrapper.object); }}}}},
      {"pg_user_mappings",
       {ofKind<Kind::UserMapping>, {{"srvname", parentName}, {"srvid", parentOf},
                                    {"usename", [](const Schema&, Row r) { return Value::of(r.object->name); }}}}},
      {"pg_foreign_table", {foreignTables, {{"ftrelid", selfOf},
                                            {"ftserver", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Table>().server.object); }}}}},
      {"pg_rewrite", {ofKind<Kind::Rule>, {{"oid", selfOf}, {"rulename", nameOf}, {"ev_class", parentOf}}}},
      {"pg_rules", {ofKind<Kind::Rule>, {{"schemaname", schemaName}, {"tablename", parentName}, {"rulename", nameOf}}}},
      {"pg_event_trigger", {ofKind<Kind::EventTrigger>, {{"oid", selfOf}, {"evtname", nameOf}}}},
      {"pg_statistic_ext", {ofKind<Kind::Statistics>, {{"oid", selfOf}, {"stxname", nameOf}, {"stxnamespace", parentOf},
                                                       {"stxrelid", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Statistics>().table.object); }}}}},
      {"pg_subscription", {ofKind<Kind::Subscription>, {{"oid", selfOf}, {"subname", nameOf}, {"subdbid", databaseOid},
                                                        {"subenabled", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Subscription>().enabled); }}}}},
      {"pg_database", {database, {{"oid", databaseOid}, {"datname", [](const Schema&, Row) { return Value::of(kDatabaseName); }}}}},
      {"pg_publication", {ofKind<Kind::Publication>, {{"oid", selfOf}, {"pubname", nameOf},
                                                      {"puballtables", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Publication>().allTables); }}}}},
      {"pg_publication_rel", {publishedTables, {{"oid", selfOf}, {"prpubid", parentOf},
                                                {"prrelid", [](const Schema&, Row r) { return Value::of(r.object->as<ir::PublicationMember>().table.object); }}}}},
      {"pg_publication_namespace",
       {[](const Schema& s) {
          return objectsThat(s, [](const Object& o) { return o.kind == Kind::PublicationMember && o.as<ir::PublicationMember>().schema; });
        },
        {{"oid", selfOf}, {"pnpubid", parentOf},
         {"pnnspid", [](const Schema&, Row r) { return Value::of(r.object->as<ir::PublicationMember>().schema.object); }}}}},
      {"pg_publication_tables",
       {publishedTables,
        {{"pubname", parentName},
         {"schemaname", [](const Schema&, Row r) { return Value::of(ir::namespaceOf(*r.object->as<ir::PublicationMember>().table)->name); }},
         {"tablename", [](const Schema&, Row r) { return Value::of(r.object->as<ir::PublicationMember>().table->name); }}}}},
      {"pg_inherits",
       {inheritance,
        {{"inhrelid", selfOf},
         {"inhparent", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Table>().parents[static_cast<std::size_t>(r.position)].object); }},
         {"inhseqno", [](const Schema&, Row r) { return Value::of(static_cast<std::int64_t>(r.position + 1)); }}}}},
  };
  return relations;
}

const std::map<std::string_view, CatalogRelation>& informationSchema() {
  static const auto constant = [](const Schema&, Row) { return Value::of(kDatabaseName); };
  static const std::map<std::string_view, CatalogRelation> relations{
      {"schemata", {ofKind<Kind::Schema>, {{"schema_name", nameOf}, {"catalog_name", constant}}}},
      {"tables",
       {ofKind<Kind::Table, Kind::View>,
        {{"table_catalog", constant}, {"table_schema", schemaName}, {"table_name", nameOf}, {"table_type", [](const Schema&, Row r) { return tableType(*r.object); }}}}},
      {"views", {ofKind<Kind::View>, {{"table_schema", schemaName}, {"table_name", nameOf}}}},
      {"role_table_grants",
       {tableGrants,
        {{"grantee", [](const Schema&, Row r) { return r.object->name == ir::kPublic ? Value::of("PUBLIC") : Value::of(r.object->name); }},
         {"table_schema", [](const Schema&, Row r) { return Value::of(schemaOf(*r.object->parent)->name); }},
         {"table_name", parentName},
         {"privilege_type", [](const Schema&, Row r) { return Value::of(tablePrivileges()[static_cast<std::size_t>(r.position)].second); }}}}},
      {"table_privileges",
       {tableGrants,
        {{"grantee", [](const Schema&, Row r) { return r.object->name == ir::kPublic ? Value::of("PUBLIC") : Value::of(r.object->name); }},
         {"table_schema", [](const Schema&, Row r) { return Value::of(schemaOf(*r.object->parent)->name); }},
         {"table_name", parentName},
         {"privilege_type", [](const Schema&, Row r) { return Value::of(tablePrivileges()[static_cast<std::size_t>(r.position)].second); }}}}},
      {"sequences", {ofKind<Kind::Sequence>, {{"sequence_schema", schemaName}, {"sequence_name", nameOf}}}},
      {"domains", {ofKind<Kind::Domain>, {{"domain_schema", schemaName}, {"domain_name", nameOf}}}},
      {"columns",
       {tableLikeColumns,
        {{"table_catalog", constant}, {"table_schema", schemaName}, {"table_name", parentName}, {"column_name", nameOf},
         {"ordinal_position", [](const Schema&, Row r) { return Value::of(static_cast<std::int64_t>(r.object->ordinal)); }},
         {"is_nullable", [](const Schema&, Row r) { return yes(!r.object->as<ir::Column>().notNull); }},
         {"is_identity", [](const Schema&, Row r) { return yes(r.object->as<ir::Column>().identity != ir::Identity::None); }},
         {"is_generated", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Column>().generation ? "ALWAYS" : "NEVER"); }},
         {"column_default", [](const Schema&, Row r) { return columnDefault(*r.object); }},
         {"data_type", [](const Schema&, Row r) { return dataType(r.object->as<ir::Column>().type); }},
         {"udt_name", [](const Schema&, Row r) { return udtName(r.object->as<ir::Column>().type); }},
         {"udt_schema", [](const Schema&, Row r) {
            const auto& type = r.object->as<ir::Column>().type;
            if (!type) throw Unknowable("the type of a column is not known");
            return Value::of(type.type->parent->name);
          }},
         {"character_maximum_length", [](const Schema&, Row r) {
            const auto& type = r.object->as<ir::Column>().type;
            if (!type) throw Unknowable("the type of a column is not known");
            const bool text = type.type->name == "varchar" || type.type->name == "bpchar";
            return text && !type.array && !type.modifiers.empty() ? Value::of(static_cast<std::int64_t>(std::stol(type.modifiers.str()))) : Value::null();
          }}}}},
      {"table_constraints",
       {[](const Schema& s) { return objectsThat(s, tableConstraint); },
        {{"table_catalog", constant}, {"constraint_catalog", constant}, {"constraint_schema", schemaName}, {"table_schema", schemaName}, {"table_name", parentName}, {"constraint_name", nameOf},
         {"constraint_type", [](const Schema&, Row r) { return constraintTypeName(*r.object); }}}}},
      {"key_column_usage",
       {keyColumns,
        {{"constraint_schema", schemaName}, {"table_schema", schemaName}, {"table_name", parentName}, {"constraint_name", nameOf},
         {"column_name", [](const Schema&, Row r) { return Value::of(keyColumn(r).name); }},
         {"ordinal_position", [](const Schema&, Row r) { return Value::of(static_cast<std::int64_t>(r.position + 1)); }}}}},
      {"constraint_column_usage",
       {usedColumns,
        {{"constraint_schema", schemaName}, {"constraint_name", nameOf},
         {"table_schema", [](const Schema&, Row r) { return Value::of(ir::namespaceOf(usedColumn(r))->name); }},
         {"table_name", [](const Schema&, Row r) { return Value::of(usedColumn(r).parent->name); }},
         {"column_name", [](const Schema&, Row r) { return Value::of(usedColumn(r).name); }}}}},
      {"referential_constraints",
       {ofKind<Kind::ForeignKey>,
        {{"constraint_schema", schemaName}, {"constraint_name", nameOf},
         {"delete_rule", [](const Schema&, Row r) { return Value::of(upper(r.object->as<ir::ForeignKey>().onDelete)); }},
         {"update_rule", [](const Schema&, Row r) { return Value::of(upper(r.object->as<ir::ForeignKey>().onUpdate)); }}}}},
      {"foreign_tables",
       {foreignTables, {{"foreign_table_schema", schemaName}, {"foreign_table_name", nameOf},
                        {"foreign_server_name", [](const Schema&, Row r) { return Value::of(r.object->as<ir::Table>().server->name); }}}}},
      {"foreign_data_wrappers", {ofKind<Kind::ForeignDataWrapper>, {{"foreign_data_wrapper_catalog", constant}, {"foreign_data_wrapper_name", nameOf}}}},
      {"foreign_servers",
       {ofKind<Kind::ForeignServer>,
        {{"foreign_server_catalog", constant}, {"foreign_server_name", nameOf},
         {"foreign_data_wrapper_name", [](const Schema&, Row r) { return Value::of(r.object->as<ir::ForeignServer>().wrapper->name); }}}}},
      {"user_mappings", {ofKind<Kind::UserMapping>, {{"foreign_server_name", parentName}, {"authorization_identifier", mappedUser}}}},
      {"foreign_data_wrapper_options",
       {optionsOf<Kind::ForeignDataWrapper>, {{"foreign_data_wrapper_name", nameOf}, {"option_name", optionName}, {"option_value", optionText}}}},
      {"foreign_server_options",
       {optionsOf<Kind::ForeignServer>, {{"foreign_server_name", nameOf}, {"option_name", optionName}, {"option_value", optionText}}}},
      {"user_mapping_options",
       {optionsOf<Kind::UserMapping>,
        {{"foreign_server_name", parentName}, {"authorization_identifier", mappedUser}, {"option_name", optionName}, {"option_value", optionText}}}},
      {"foreign_table_options",
       {optionsOf<Kind::Table>,
        {{"foreign_table_schema", schemaName}, {"foreign_table_name", nameOf}, {"option_name", optionName}, {"option_value", optionText}}}},
      {"column_options",
       {optionsOf<Kind::Column>,
        {{"table_schema", schemaName}, {"table_name", parentName}, {"column_name", nameOf}, {"option_name", optionName}, {"option_value", optionText}}}},
      {"check_constraints", {ofKind<Kind::Check>, {{"constraint_schema", schemaName}, {"constraint_name", nameOf}}}},
      {"routines",
       {ofKind<Kind::Function>,
        {{"routine_schema", schemaName}, {"routine_name", nameOf}, {"specific_schema", schemaName},
         {"routine_type", [](const Schema&, Row r) {
            return Value::of(r.object->as<ir::Function>().routine == ir::Routine::Procedure ? "PROCEDURE" : "FUNCTION");
          }}}}},
      {"triggers",
       {triggerEvents,
        {{"trigger_schema", schemaName}, {"event_object_schema", schemaName}, {"event_object_table", parentName}, {"trigger_name", nameOf},
         {"event_manipulation", [](const Schema&, Row r) { return Value::of(upper(r.object->as<ir::Trigger>().events[static_cast<std::size_t>(r.position)])); }},
         {"action_timing", [](const Schema&, Row r) { return Value::of(upper(r.object->as<ir::Trigger>().timing)); }}}}},
  };
  return relations;
}

}  // namespace

const CatalogRelation* catalogRelation(std::string_view schemaName, std::string_view name) {
  if (name == "pg_authid" || name == "pg_user") name = "pg_roles";
  const auto& relations = schemaName == "information_schema" ? informationSchema() : pgCatalog();
  const auto found = relations.find(name);
  return found == relations.end() ? nullptr : &found->second;
}

}  // namespace schemac::parser::plpgsql
