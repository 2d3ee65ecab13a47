// CREATE TYPE: enums, ranges, composites; ALTER TYPE of enums. (Attributes of composites change through ALTER TABLE's nodes.)
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"
#include "parser/sql/enum_labels.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;

// Types and row types share one name space.
void requireTypeFree(Replay& replay, const Object& schema, Name name) {
  const Object* relation = replay.schema.relation(schema, name);
  const bool rowType = relation && relation->kind != Kind::Index && relation->kind != Kind::Sequence;
  if (rowType || replay.schema.find(ir::Space::Type, &schema, name)) {
    ReplayError error(ir::Code::Duplicate, replay.at(-1), fmt::format("type \"{}\" already exists", name.view()));
    error.sqlState = "42710";
    throw error;
  }
}

// The schema that a new type goes to, and its name.
std::pair<const Object*, Name> newType(Replay& replay, const List* names) {
  const auto [schemaName, name] = replay.split(names);
  const Object& schema = schemaName.empty() ? replay.creationSchema(nullptr) : replay.schemaNamed(schemaName, -1);
  requireTypeFree(replay, schema, name);
  return {&schema, name};
}

// "float_range" → "float_multirange", anything else gets "_multirange" (makeMultirangeTypeName), with "_" in front while it is taken.
Name multirangeName(Replay& replay, const Object& schema, std::string range) {
  const std::size_t place = range.find("range");
  std::string name = place == std::string::npos ? range.substr(0, 63 - 11) + "_multirange"
                                                : range.substr(0, place) + "multirange" + range.substr(place + 5);
  if (name.size() > 63) name.resize(63);
  if (replay.schema.find(ir::Space::Type, &schema, name))
    throwDuplicate(replay, -1, fmt::format("type \"{}\" already exists", name));
  return name;
}

ir::Range rangeOf(Replay& replay, const CreateRangeStmt& statement, const Object** multirangeSchema) {
  ir::Range range;
  for (const DefElem* option : each<DefElem>(statement.params)) {
    const std::string_view name = option->defname;
    const auto names = [&]() -> const List* {
      const auto* type = as<TypeName>(option->arg, T_TypeName);
      return type ? type->names : nullptr;
    };
    const auto qualified = [&] { return replay.split(names()); };
    const auto function = [&]() -> ir::Ref {
      const auto [schemaName, bare] = qualified();
      const auto found = replay.names().functions(schemaName, bare);
      if (!found.empty()) return found.front();
      return replay.names().builtinFunction(bare) ? ir::Ref(replay.schema.builtinFunction(bare)) : ir::Ref();
    };
    if (name == "subtype") range.subtype = replay.type(*reinterpret_cast<const TypeName*>(option->arg));
    else if (name == "subtype_opclass") range.subtypeOpclass = replay.names().operatorClass(qualified().first, qualified().second, "btree");
    else if (name == "collation") range.collation = replay.names().collation(qualified().first, qualified().second);
    else if (name == "canonical") range.canonical = function();
    else if (name == "subtype_diff") range.subtypeDiff = function();
    else if (name == "multirange_type_name") {
      const auto [schemaName, multirange] = qualified();
      if (!schemaName.empty()) *multirangeSchema = &replay.schemaNamed(schemaName, option->location);
      range.multirange = multirange;
    }
  }
  if (!range.subtype) throwInvalid(replay, -1, "type attribute \"subtype\" is required");
  return range;
}

// Annotations above single labels become the type's, with the label named: "-- schemac: label 'new' renamed from old".
std::string labelComments(Replay& replay, const std::vector<ir::Text>& labels) {
  std::string comments;
  std::size_t at = 0;
  for (const Token& token : replay.tokens()) {
    const std::string_view word = replay.text.substr(token.begin, token.end - token.begin);
    if ((word.find('\'') == std::string_view::npos && word.front() != '$') || word.front() == '"' || at == labels.size()) continue;
    const ir::Text comment = commentAbove(replay.text, token.begin);
    const ir::Text label = labels[at++];
    const std::string_view text = comment;
    constexpr std::string_view kWords = "renamed from";
    if (text.find(kWords) == std::string_view::npos) continue;
    const std::size_t from = text.find(kWords) + kWords.size() + 1;
    const std::string_view old = from < text.size() ? text.substr(from, text.find('\n', from) - from) : std::string_view();
    if (!comments.empty()) comments += '\n';
    comments += "-- schemac: label " + ir::quoteLiteral(label) + " renamed from " + std::string(old);
  }
  return comments;
}

}  // namespace

void replay(Replay& replay, const CreateEnumStmt& statement) {
  const auto [schema, name] = newType(replay, statement.typeName);
  ir::Enum data;
  for (const Node* label : each<Node>(statement.vals)) {
    const ir::Text text = stringOf(label);
    if (std::find(data.labels.begin(), data.labels.end(), text) != data.labels.end())
      throwDuplicate(replay, -1, fmt::format("enum label \"{}\" used more than once", text.view()));
    data.labels.push_back(text);
  }
  const std::string comments = labelComments(replay, data.labels);
  ir::Object& type = replay.make(schema, name, std::move(data));
  if (!comments.empty()) type.leadingComment = type.leadingComment.str() + (type.leadingComment.empty() ? "" : "\n") + comments;
  replay.giveDefaults(type);
}

void replay(Replay& replay, const AlterEnumStmt& statement) {
  const Object* type = findType(replay, statement.typeName, false);
  if (type->kind != Kind::Enum) throwWrongKind(replay, -1, fmt::format("{} is not an enum", type->name.view()));
  auto labels = type->as<ir::Enum>().labels;
  const auto find = [&](const char* label) { return std::find(labels.begin(), labels.end(), std::string_view(label)); };
  const auto require = [&](const char* label) {
    const auto place = find(label);
    if (place == labels.end()) throwUndefined(replay, -1, fmt::format("\"{}\" is not an existing enum label", label));
    return place;
  };
  if (statement.oldVal) {
    const auto place = require(statement.oldVal);
    if (find(statement.newVal) != labels.end()) throwDuplicate(replay, -1, fmt::format("enum label \"{}\" already exists", statement.newVal));
    *place = statement.newVal;
    renameLabel(replay.schema, *type, statement.oldVal, statement.newVal);
  } else {
    if (find(statement.newVal) != labels.end()) {
      if (statement.skipIfNewValExists) return;
      throwDuplicate(replay, -1, fmt::format("enum label \"{}\" already exists", statement.newVal));
    }
    auto place = labels.end();
    if (statement.newValNeighbor) place = require(statement.newValNeighbor) + (statement.newValIsAfter ? 1 : 0);
    labels.insert(place, statement.newVal);
  }
  replay.schema.edit<ir::Enum>(*type).labels = std::move(labels);
}

void replay(Replay& replay, const CreateRangeStmt& statement) {
  const auto [schema, name] = newType(replay, statement.typeName);
  const Object* multirangeSchema = schema;
  ir::Range data = rangeOf(replay, statement, &multirangeSchema);
  if (data.multirange.empty()) data.multirange = multirangeName(replay, *schema, name.str());
  else requireTypeFree(replay, *multirangeSchema, data.multirange);
  const Name multirange = data.multirange;
  const Object& range = replay.make(schema, name, std::move(data));
  replay.make(multirangeSchema, multirange, ir::BaseType{}).derivedFrom = &range;
  replay.giveDefaults(range);
}

void replay(Replay& replay, const CompositeTypeStmt& statement) {
  const Object& schema = replay.creationSchema(statement.typevar);
  const Name name = statement.typevar->relname;
  requireTypeFree(replay, schema, name);
  const Object& type = replay.make(&schema, name, ir::Composite{}, statement.typevar->location);
  for (const ColumnDef* attribute : each<ColumnDef>(statement.coldeflist)) {
    if (ir::columnOf(type, attribute->colname)) {
      ReplayError error(ir::Code::Duplicate, replay.at(attribute->location),
                        fmt::format("column \"{}\" specified more than once", attribute->colname));
      error.sqlState = "42701";
      throw error;
    }
    ir::Column column;
    column.type = replay.type(*attribute->typeName);
    if (attribute->collClause) {
      const auto [collationSchema, collation] = replay.split(attribute->collClause->collname);
      column.collation = replay.names().collation(collationSchema, collation);
    }
    Object& made = replay.make(&type, attribute->colname, std::move(column), attribute->location);
    if (attribute->location >= 0) made.leadingComment = commentAbove(replay.text, static_cast<std::uint32_t>(attribute->location));
  }
  replay.giveDefaults(type);
}

}  // namespace schemac::parser
