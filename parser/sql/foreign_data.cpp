// Foreign-data wrappers, servers and user mappings (foreigncmds.c).
#include "parser/sql/foreign_data.h"

#include <fmt/format.h>

#include <algorithm>

#include "ir/identity.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Space;

void applyForeignOptions(Replay& replay, ir::Options& options, const List* definitions) {
  for (const DefElem* element : each<DefElem>(definitions)) {
    const Name name = element->defname;
    const auto old = std::find_if(options.begin(), options.end(), [&](const ir::Option& option) { return option.name == name; });
    const bool adds = element->defaction == DEFELEM_UNSPEC || element->defaction == DEFELEM_ADD;
    if (adds && old != options.end()) throwDuplicate(replay, element->location, fmt::format("option \"{}\" provided more than once", name.view()));
    if (!adds && old == options.end()) throwUndefined(replay, element->location, fmt::format("option \"{}\" not found", name.view()));
    if (adds) options.push_back({name, stringOf(*element)});
    else if (element->defaction == DEFELEM_SET) old->value = stringOf(*element);
    else options.erase(old);
  }
}

const Object& serverNamed(Replay& replay, const char* name) {
  const Object* server = replay.schema.find(Space::ForeignServer, nullptr, name);
  if (!server) throwUndefined(replay, -1, fmt::format("server \"{}\" does not exist", name));
  return *server;
}

namespace {

// HANDLER f takes no arguments, VALIDATOR f takes (text[], oid): they are known by their names.
const Object& functionNamed(Replay& replay, const List* list, std::size_t arguments) {
  const auto [schema, name] = replay.split(list);
  const Names names = replay.names();
  for (const Object* function : names.functions(schema, name)) {
    const auto& all = function->as<ir::Function>().arguments;
    const auto inputs = std::count_if(all.begin(), all.end(), ir::isInput);
    if (static_cast<std::size_t>(inputs) == arguments) return *function;
  }
  if ((schema.empty() || schema == "pg_catalog") && names.builtinFunction(name)) return replay.schema.builtinFunction(name);
  const std::string near = names.nearFunction(name);
  throwUndefined(replay, -1, fmt::format("function {}({}) does not exist", nameText(list), arguments ? "text[], oid" : ""),
                 near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near));
}

void applyFunctions(Replay& replay, ir::ForeignDataWrapper& wrapper, const List* definitions) {
  for (const DefElem* element : each<DefElem>(definitions)) {
    const bool handler = std::string_view(element->defname) == "handler";
    ir::Ref function;  // none: NO HANDLER, NO VALIDATOR
    if (element->arg) function = functionNamed(replay, reinterpret_cast<const List*>(element->arg), handler ? 0 : 2);
    (handler ? wrapper.handler : wrapper.validator) = function;
  }
}

const Object& wrapperNamed(Replay& replay, const char* name) {
  const Object* wrapper = replay.schema.find(Space::ForeignDataWrapper, nullptr, name);
  if (!wrapper) throwUndefined(replay, -1, fmt::format("foreign-data wrapper \"{}\" does not exist", name));
  return *wrapper;
}

const Object* mappingOf(const Object& server, Name role) { return ir::childOf(server, Kind::UserMapping, role); }

std::string missingMapping(Name role, const Object& server) {
  return fmt::format("user mapping for \"{}\" does not exist for server \"{}\"", role.view(), server.name.view());
}

}  // namespace

void replay(Replay& replay, const CreateFdwStmt& statement) {
  replay.requireFree(Space::ForeignDataWrapper, nullptr, statement.fdwname, -1, "foreign-data wrapper");
  ir::ForeignDataWrapper data;
  applyFunctions(replay, data, statement.func_options);
  applyForeignOptions(replay, data.options, statement.options);
  replay.giveDefaults(replay.make(nullptr, statement.fdwname, std::move(data)));
}

void replay(Replay& replay, const AlterFdwStmt& statement) {
  const Object& wrapper = wrapperNamed(replay, statement.fdwname);
  ir::ForeignDataWrapper data = wrapper.as<ir::ForeignDataWrapper>();
  applyFunctions(replay, data, statement.func_options);
  applyForeignOptions(replay, data.options, statement.options);
  replay.schema.edit<ir::ForeignDataWrapper>(wrapper) = std::move(data);
}

void replay(Replay& replay, const CreateForeignServerStmt& statement) {
  if (statement.if_not_exists && replay.schema.find(Space::ForeignServer, nullptr, statement.servername)) return;
  replay.requireFree(Space::ForeignServer, nullptr, statement.servername, -1, "server");
  ir::ForeignServer data;
  data.wrapper = wrapperNamed(replay, statement.fdwname);
  if (statement.servertype) data.type = statement.servertype;
  if (statement.version) data.version = statement.version;
  applyForeignOptions(replay, data.options, statement.options);
  replay.giveDefaults(replay.make(nullptr, statement.servername, std::move(data)));
}

void replay(Replay& replay, const AlterForeignServerStmt& statement) {
  const Object& server = serverNamed(replay, statement.servername);
  ir::ForeignServer data = server.as<ir::ForeignServer>();
  if (statement.has_version) data.version = statement.version ? statement.version : "";
  applyForeignOptions(replay, data.options, statement.options);
  replay.schema.edit<ir::ForeignServer>(server) = std::move(data);
}

void replay(Replay& replay, const CreateUserMappingStmt& statement) {
  const Object& server = serverNamed(replay, statement.servername);
  const Name role = replay.role(*statement.user);
  if (mappingOf(server, role)) {
    if (statement.if_not_exists) return;
    throwDuplicate(replay, -1, fmt::format("user mapping for \"{}\" already exists for server \"{}\"", role.view(), server.name.view()));
  }
  ir::UserMapping data;
  applyForeignOptions(replay, data.options, statement.options);
  replay.make(&server, role, std::move(data));
}

void replay(Replay& replay, const AlterUserMappingStmt& statement) {
  const Object& server = serverNamed(replay, statement.servername);
  const Name role = replay.role(*statement.user);
  const Object* mapping = mappingOf(server, role);
  if (!mapping) throwUndefined(replay, -1, missingMapping(role, server));
  ir::UserMapping data = mapping->as<ir::UserMapping>();
  if (!data.readable)  // what it says of options that are not known is not known either
    return notCompared(replay, fmt::format("ALTER USER MAPPING {}", ir::displayName(*mapping)), "its options could not be read");
  applyForeignOptions(replay, data.options, statement.options);
  replay.schema.edit<ir::UserMapping>(*mapping) = std::move(data);
}

void replay(Replay& replay, const DropUserMappingStmt& statement) {
  const Object* server = replay.schema.find(Space::ForeignServer, nullptr, statement.servername);
  if (!server && statement.missing_ok) return;
  const Object& known = serverNamed(replay, statement.servername);
  const Name role = replay.role(*statement.user);
  const Object* mapping = mappingOf(known, role);
  if (!mapping && statement.missing_ok) return;
  if (!mapping) throwUndefined(replay, -1, missingMapping(role, known));
  replay.schema.drop(*mapping);
}

// What the other side holds cannot be known: refused by name.
void replay(Replay& replay, const ImportForeignSchemaStmt& statement) {
  serverNamed(replay, statement.server_name);
  replay.notModelled("IMPORT FOREIGN SCHEMA", fmt::format("what the server \"{}\" holds is not known", statement.server_name));
}

}  // namespace schemac::parser
