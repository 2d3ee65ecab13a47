// Replay's look-ups of types and functions by what a statement writes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "ir/builtins.h"
#include "ir/identity.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

using ir::Name;
using ir::Object;
using ir::TypeRef;

// The fields of an interval type as format_type prints them, from the mask that the grammar makes (utils/datetime.h).
std::string intervalFields(int mask) {
  constexpr int month = 1 << 1, year = 1 << 2, day = 1 << 3, hour = 1 << 10, minute = 1 << 11, second = 1 << 12;
  constexpr std::array<std::pair<int, std::string_view>, 13> kFields{{
      {year, "year"}, {month, "month"}, {day, "day"}, {hour, "hour"}, {minute, "minute"}, {second, "second"}, {year | month, "year to month"},
      {day | hour, "day to hour"}, {day | hour | minute, "day to minute"}, {day | hour | minute | second, "day to second"},
      {hour | minute, "hour to minute"}, {hour | minute | second, "hour to second"}, {minute | second, "minute to second"}}};
  for (const auto& [fields, words] : kFields)
    if (fields == mask) return std::string(words);
  return {};
}

// PostGIS prints the kind of a geometry in its own spelling, whatever was written.
std::string geometryKind(std::string kind) {
  constexpr std::array<std::string_view, 16> kKinds{"Geometry", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
      "GeometryCollection", "CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve", "MultiSurface", "PolyhedralSurface", "Triangle", "Tin"};
  const auto lower = [](std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return out;
  };
  kind = lower(kind);
  for (const std::string_view known : kKinds)
    for (const std::string_view suffix : {"", "Z", "M", "ZM"})
      if (kind == lower(known) + lower(suffix)) return std::string(known) + std::string(suffix);
  return kind;
}

// What stands in a type's parentheses, as format_type prints it.
std::string modifiersOf(const TypeName& name, const Object& type) {
  std::vector<std::string> parts;
  for (const Node* modifier : each<Node>(name.typmods)) {
    const bool isName = nodeTag(modifier) == T_ColumnRef;
    parts.push_back(isName ? stringOf(static_cast<const Node*>(linitial(reinterpret_cast<const ColumnRef*>(modifier)->fields))) : stringOf(modifier));
  }
  if (type.name == "geometry" || type.name == "geography") {
    parts[0] = geometryKind(parts[0]);
    if (parts.size() == 1 && type.name == "geography") parts.emplace_back("4326");
    if (parts.size() > 1 && parts[1] == "0") parts.pop_back();
  }
  if (type.origin == ir::Origin::BuiltIn && type.name == "interval") {
    std::string fields = intervalFields(std::atoi(parts[0].c_str()));
    if (parts.size() > 1) fields += fields.empty() ? parts[1] : "(" + parts[1] + ")";
    return fields;
  }
  if (type.origin == ir::Origin::BuiltIn && type.name == "numeric" && parts.size() == 1) parts.emplace_back("0");
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : ",") + part;
  return result;
}

// table.column%TYPE: what the column's type is now.
TypeRef columnType(Replay& replay, const TypeName& name) {
  std::vector<Name> parts;
  for (const Node* part : each<Node>(name.names)) parts.emplace_back(stringOf(part));
  if (parts.size() < 2) throwInvalid(replay, name.location, fmt::format("improper %TYPE reference (too few dotted names): {}", nameText(name.names)));
  const Name column = parts.back(), table = parts[parts.size() - 2], schema = parts.size() > 2 ? parts[parts.size() - 3] : Name();
  const Object* relation = replay.names().relation(schema, table);
  if (!relation) throwUndefined(replay, name.location, fmt::format("relation \"{}\" does not exist", table.view()));
  TypeRef type = replay.column(*relation, column, name.location).as<ir::Column>().type;
  type.modifiers = ir::Text();
  return type;
}

TypeRef findType(Replay& replay, const TypeName& name) {
  const auto [schema, bare] = replay.split(name.names);
  TypeRef type = replay.names().type(schema, bare);
  // Types of information_schema are built in as well, and have no objects until they are named.
  if (!type && schema == "information_schema" && ir::builtins::findType(schema.view(), bare.view(), replay.schema.serverVersion)) {
    Object& made = replay.schema.make(replay.schema.schema(schema), bare, ir::BaseType{});
    made.origin = ir::Origin::BuiltIn;
    type = {made, {}};
  }
  if (!type) return type;
  if (name.typmods) type.modifiers = modifiersOf(name, *type.type);
  type.array = type.array || name.arrayBounds;
  type.setOf = name.setof;
  return type;
}

// The types as a signature shows them; none where one is not known.
std::optional<std::vector<TypeRef>> typesOf(Replay& replay, const List* list) {
  std::vector<TypeRef> types;
  for (const TypeName* name : each<TypeName>(list)) {
    TypeRef type = name->pct_type ? columnType(replay, *name) : findType(replay, *name);
    if (!type) return std::nullopt;
    type.modifiers = ir::Text();
    types.push_back(type);
  }
  return types;
}

bool takes(const Object& routine, const std::vector<TypeRef>& types, bool outputsToo) {
  std::size_t i = 0;
  for (const ir::Argument& argument : ir::argumentsOf(routine)) {
    if (!ir::isInput(argument) && !(outputsToo && argument.mode == ir::ArgumentMode::Out)) continue;
    if (i >= types.size() || argument.type.array != types[i].array || !ir::sameIdentity(argument.type.type.object, types[i].type.object)) return false;
    ++i;
  }
  return i == types.size();
}

std::vector<const Object*> candidates(Replay& replay, const ObjectWithArgs& name) {
  const auto [schema, bare] = replay.split(name.objname);
  return replay.names().routines(schema, bare);
}

std::string shown(Replay& replay, const ObjectWithArgs& name) {
  std::string out = nameText(name.objname);
  if (name.args_unspecified) return out + "()";
  out += "(";
  bool first = true;
  for (const TypeName* type : each<TypeName>(name.objargs)) {
    const TypeRef found = type->pct_type ? TypeRef() : findType(replay, *type);
    out += (first ? "" : ", ") + (found ? ir::formatType({found.type, {}, found.array}) : nameText(type->names));
    first = false;
  }
  return out + ")";
}

}  // namespace

TypeRef Replay::type(const TypeName& name) {
  if (name.pct_type) {
    TypeRef type = columnType(*this, name);
    type.setOf = name.setof;
    return type;
  }
  const TypeRef found = findType(*this, name);
  if (found) return found;
  const std::string near = names().nearType(split(name.names).second);
  throw ReplayError(ir::Code::Undefined, at(name.location), fmt::format("type \"{}\" does not exist", nameText(name.names)),
                    near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near), true);
}

const Object* Replay::findFunction(const ObjectWithArgs& name) {
  const auto found = candidates(*this, name);
  if (name.args_unspecified) {
    if (found.size() > 1 && found[0]->parent == found[1]->parent)
      throw ReplayError(ir::Code::InvalidStatement, at(-1), fmt::format("function name \"{}\" is not unique", nameText(name.objname)),
                        "Specify the argument list to select the function unambiguously.");
    return found.empty() ? nullptr : found.front();
  }
  const auto types = typesOf(*this, name.objargs);
  if (types)
    for (const Object* function : found)
      if (takes(*function, *types, false)) return function;
  // A procedure may be named with its OUT arguments as well (LookupFuncWithArgs).
  List all{};
  std::vector<ListCell> cells;
  for (const FunctionParameter* parameter : each<FunctionParameter>(name.objfuncargs)) {
    if (parameter->mode == FUNC_PARAM_TABLE) return nullptr;
    ListCell cell;
    cell.ptr_value = parameter->argType;
    cells.push_back(cell);
  }
  if (cells.empty()) return nullptr;
  all.type = T_List;
  all.length = static_cast<int>(cells.size());
  all.elements = cells.data();
  const auto withOutputs = typesOf(*this, &all);
  if (withOutputs)
    for (const Object* function : found)
      if (const auto* data = function->get<ir::Function>(); data && data->routine == ir::Routine::Procedure && takes(*function, *withOutputs, true)) return function;
  return nullptr;
}

const Object& Replay::function(const ObjectWithArgs& name, const char* what) {
  if (const Object* found = findFunction(name)) return *found;
  const std::string near = candidates(*this, name).empty() ? names().nearFunction(split(name.objname).second) : std::string();
  throw ReplayError(ir::Code::Undefined, at(-1),
                    name.args_unspecified ? fmt::format("could not find a {} named \"{}\"", what, nameText(name.objname))
                                          : fmt::format("{} {} does not exist", what, shown(*this, name)),
                    near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near), true);
}

}  // namespace schemac::parser
