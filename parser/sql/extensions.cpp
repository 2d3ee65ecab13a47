// CREATE EXTENSION: what its script makes, as far as schemac knows it (ir/builtins.h), so that names resolve.
#include <fmt/format.h>

#include <string>

#include "ir/builtins.h"
#include "ir/identity.h"
#include "parser/sql/alter.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::TypeRef;
namespace builtins = ir::builtins;

const Object* findExtension(const Replay& replay, Name name) { return replay.schema.find(ir::Space::Extension, nullptr, name); }

// Makes the members of one extension in its schema. Rows name types as the catalog does: "int4", "_text", "@extschema@.citext".
class Members {
 public:
  Members(Replay& replay, const Object& extension, const builtins::Extension& facts)
      : replay_(replay), extension_(extension), facts_(facts), home_(extension.as<ir::Extension>().schema.object) {}

  void make() {
    for (const std::string_view name : facts_.schemas())
      if (!replay_.schema.schema(name)) own(replay_.schema.make(nullptr, name, ir::Namespace{}));
    for (const builtins::Relation& relation : in(facts_.relations())) makeRelation(relation);
    for (const builtins::Type& type : in(facts_.types()))
      if (type.kind != 'd') makeType(type);
    for (const builtins::Type& type : in(facts_.types()))
      if (type.kind == 'd') makeType(type);
    for (const auto& [object, relation] : relations_) makeColumns(*object, *relation);
    for (const builtins::Function& function : in(facts_.functions())) makeFunction(function);
    for (const std::string_view name : facts_.foreignDataWrappers())
      if (!replay_.schema.find(ir::Space::ForeignDataWrapper, nullptr, name)) own(replay_.schema.make(nullptr, name, ir::ForeignDataWrapper{}));
  }

 private:
  template <class Row>
  builtins::Rows<Row> in(std::span<const Row> rows) const { return {rows, replay_.schema.serverVersion}; }

  Object& own(Object& object) {
    object.origin = ir::Origin::Extension;
    object.derivedFrom = &extension_;
    object.location = extension_.location;
    return object;
  }

  const Object* schemaOf(std::string_view name) const {
    if (name == "@extschema@") return home_;
    if (const std::string_view other = builtins::extensionOfSchema(name); !other.empty()) {
      const Object* extension = findExtension(replay_, other);
      return extension ? extension->as<ir::Extension>().schema.object : nullptr;
    }
    return replay_.schema.schema(name);
  }

  TypeRef typeOf(std::string_view qualified) const {
    if (qualified.empty()) return {};
    const auto [schemaName, name] = builtins::split(qualified);
    if (schemaName == "pg_catalog") {
      const builtins::Type* type = builtins::findType(name, replay_.schema.serverVersion);
      if (type && type->isArray()) return {replay_.schema.builtinType(builtins::split(type->elementType()).name), {}, true};
      return {replay_.schema.builtinType(name), {}};
    }
    const Object* schema = schemaOf(schemaName);
    if (!schema) return {};
    const auto named = [&](std::string_view n) -> const Object* {
      if (const Object* type = replay_.schema.find(ir::Space::Type, schema, n)) return type;
      return replay_.schema.relation(*schema, n);  // a row type
    };
    if (const Object* type = named(name)) return {type, {}};
    if (name.starts_with('_'))
      if (const Object* element = named(name.substr(1))) return {element, {}, true};
    return {};
  }

  void makeType(const builtins::Type& type) {
    const Object* schema = schemaOf(type.schema());
    if (!schema || type.isArray() || type.kind == 'c' || replay_.schema.find(ir::Space::Type, schema, type.name())) return;
    if (type.kind == 'd') {
      ir::Domain domain;
      domain.base = typeOf(type.baseType());
      domain.notNull = type.notNull;
      own(replay_.schema.make(schema, type.name(), std::move(domain)));
    } else {
      own(replay_.schema.make(schema, type.name(), ir::BaseType{}));
    }
  }

  void makeRelation(const builtins::Relation& relation) {
    const Object* schema = schemaOf(relation.schema());
    if (!schema || replay_.schema.relation(*schema, relation.name())) return;
    const auto make = [&](auto data) { relations_.emplace_back(&own(replay_.schema.make(schema, relation.name(), std::move(data))), &relation); };
    switch (relation.kind) {
      case 'v': return make(ir::View{});
      case 'm': return make(ir::MaterializedView{});
      case 'c': return make(ir::Composite{});
      case 'S': own(replay_.schema.make(schema, relation.name(), ir::Sequence{})); return;
      case 'f': {
        ir::Table table;
        const Object* server = replay_.schema.find(ir::Space::ForeignServer, nullptr, facts_.name());
        table.server = server ? *server : own(replay_.schema.make(nullptr, facts_.name(), ir::ForeignServer{}));
        return make(std::move(table));
      }
      case 'p': {
        ir::Table table;
        table.partitionStrategy = "range";
        return make(std::move(table));
      }
      default: return make(ir::Table{});
    }
  }

  void makeColumns(const Object& object, const builtins::Relation& relation) {
    for (const builtins::Column& row : relation.columns()) {
      ir::Column column;
      column.type = typeOf(row.type());
      column.notNull = row.notNull;
      own(replay_.schema.make(&object, row.name(), std::move(column)));
    }
  }

  void makeFunction(const builtins::Function& row) {
    const Object* schema = schemaOf(row.schema());
    if (!schema) return;
    ir::Function function;
    function.routine = row.kind == 'p' ? ir::Routine::Procedure : row.kind == 'w' ? ir::Routine::Window : ir::Routine::Function;
    const builtins::Names types = row.argumentTypes(), names = row.argumentNames();
    for (std::size_t i = 0; i < types.size(); ++i) {
      ir::Argument argument;
      argument.type = typeOf(types[i]);
      if (!names.empty()) argument.name = names[i];
      if (!row.variadicType().empty() && i + 1 == types.size()) argument.mode = ir::ArgumentMode::Variadic;
      if (i + row.defaults >= types.size()) argument.defaultValue = ir::Expression{"NULL", {}, {}, true};
      function.arguments.push_back(std::move(argument));
    }
    for (std::size_t i = 0; i < row.outputTypes().size(); ++i) {
      ir::Argument argument;
      argument.mode = row.returnsSet ? ir::ArgumentMode::Table : ir::ArgumentMode::Out;
      argument.type = typeOf(row.outputTypes()[i]);
      argument.name = row.outputNames()[i];
      function.arguments.push_back(std::move(argument));
    }
    function.result = typeOf(row.returnType());
    function.result.setOf = row.returnsSet;
    function.language = "c";
    function.volatility = row.volatility == 'i' ? "immutable" : row.volatility == 's' ? "stable" : "volatile";
    function.strict = row.strict;
    own(replay_.schema.make(schema, row.name(), std::move(function)));
  }

  Replay& replay_;
  const Object& extension_;
  const builtins::Extension& facts_;
  const Object* home_;
  std::vector<std::pair<const Object*, const builtins::Relation*>> relations_;
};

struct Wanted {
  Name schema;
  std::string version;
  bool cascade = false;
  int location = -1;
};

// The control file's schema is made where it does not exist; a schema that was asked for is not.
const Object& homeOf(Replay& replay, Name name, const builtins::Extension* facts, const Wanted& wanted) {
  const std::string_view fixed = facts ? facts->fixedSchema() : std::string_view();
  if (!wanted.schema.empty()) {
    const Object& schema = replay.schemaNamed(wanted.schema, wanted.location);
    if (!fixed.empty() && wanted.schema != fixed)
      throwInvalid(replay, wanted.location, fmt::format("extension \"{}\" must be installed in schema \"{}\"", name.view(), fixed));
    return schema;
  }
  if (fixed.empty()) return replay.creationSchema(nullptr);
  if (const Object* schema = replay.schema.schema(fixed)) return *schema;
  const Object& schema = replay.make(nullptr, fixed, ir::Namespace{});
  replay.giveDefaults(schema);
  return schema;
}

void install(Replay& replay, Name name, const Wanted& wanted) {
  const builtins::Extension* facts = builtins::extension(name, replay.schema.serverVersion);
  if (facts) {
    for (const std::string_view required : facts->required()) {
      if (findExtension(replay, required)) continue;
      if (!wanted.cascade)
        throw ReplayError(ir::Code::Undefined, replay.at(-1), fmt::format("required extension \"{}\" is not installed", required),
                          "Use CREATE EXTENSION ... CASCADE to install required extensions too.", true);
      Wanted inner = wanted;
      inner.version.clear();
      // Required ones go to the schema that was asked for, unless theirs is fixed.
      if (const auto* other = builtins::extension(required, replay.schema.serverVersion); other && !other->fixedSchema().empty()) inner.schema = Name();
      install(replay, required, inner);
    }
  }
  ir::Extension data;
  data.schema = homeOf(replay, name, facts, wanted);
  data.version = wanted.version;
  data.schemaSaid = !wanted.schema.empty();
  const Object& extension = replay.make(nullptr, name, std::move(data));
  if (facts) Members(replay, extension, *facts).make();
  if (!facts || !facts->complete) replay.schema.partlyKnown.push_back(name);
}

}  // namespace

void replay(Replay& replay, const CreateExtensionStmt& statement) {
  const Name name = statement.extname;
  if (const Object* found = findExtension(replay, name)) {
    // What the platform may have or not (the dashboard's switches) is as good as made.
    if (statement.if_not_exists || (found->origin == ir::Origin::Platform && replay.origin == ir::Origin::User)) return;
    throwDuplicate(replay, -1, fmt::format("extension \"{}\" already exists", name.view()));
  }
  Wanted wanted;
  for (const DefElem* option : each<DefElem>(statement.options)) {
    const std::string_view word = option->defname;
    if (word == "schema") {
      wanted.schema = stringOf(*option);
      wanted.location = option->location;
    } else if (word == "new_version") {
      wanted.version = stringOf(*option);
    } else if (word == "cascade") {
      wanted.cascade = booleanOf(*option);
    }
  }
  install(replay, name, wanted);
}

// ALTER EXTENSION … UPDATE [TO version].
void replay(Replay& replay, const AlterExtensionStmt& statement) {
  const Object* extension = findExtension(replay, statement.extname);
  if (!extension) throwUndefined(replay, -1, fmt::format("extension \"{}\" does not exist", statement.extname));
  for (const DefElem* option : each<DefElem>(statement.options))
    if (std::string_view(option->defname) == "new_version") replay.schema.edit<ir::Extension>(*extension).version = stringOf(*option);
}

// ALTER EXTENSION … ADD | DROP: the object becomes, or stops being, a member.
void replay(Replay& replay, const AlterExtensionContentsStmt& statement) {
  const Object* extension = findExtension(replay, statement.extname);
  if (!extension) throwUndefined(replay, -1, fmt::format("extension \"{}\" does not exist", statement.extname));
  const Found member = findObject(replay, statement.objtype, statement.object, false);
  if (!member.object) return notCompared(replay, fmt::format("ALTER EXTENSION of a {}", wordOf(statement.objtype)));
  Object& object = replay.schema.edit(*member.object);
  object.derivedFrom = statement.action > 0 ? extension : nullptr;
  object.origin = statement.action > 0 ? ir::Origin::Extension : replay.origin;
}

}  // namespace schemac::parser
