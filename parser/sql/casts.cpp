// CREATE CAST (functioncmds.c) and CREATE LANGUAGE (proclang.c).
#include <fmt/format.h>

#include <string>

#include "ir/identity.h"
#include "parser/sql/definitions.h"

namespace schemac::parser {

void replay(Replay& replay, const CreateCastStmt& statement) {
  ir::Cast cast;
  cast.source = replay.type(*statement.sourcetype);
  cast.target = replay.type(*statement.targettype);
  cast.source.modifiers = cast.target.modifiers = {};
  if (statement.func) cast.function = functionNamed(replay, *statement.func);
  cast.inOut = statement.inout;
  cast.context = statement.context == COERCION_IMPLICIT ? "implicit" : statement.context == COERCION_ASSIGNMENT ? "assignment" : "explicit";
  for (const ir::Object* other : replay.schema.casts()) {
    const auto& there = other->as<ir::Cast>();
    if (there.source == cast.source && there.target == cast.target)
      throwDuplicate(replay, -1, fmt::format("cast from type {} to type {} already exists", ir::formatType(cast.source), ir::formatType(cast.target)));
  }
  replay.make(nullptr, ir::Name(), std::move(cast));
}

void replay(Replay& replay, const CreatePLangStmt& statement) {
  ir::Language language;
  language.trusted = statement.pltrusted;
  const auto function = [&](const List* name, const char* argument) -> ir::Ref {
    if (!name) return {};
    std::vector<ir::TypeRef> types;
    if (argument) types.push_back(ir::TypeRef{replay.schema.builtinType(argument), {}});
    return callable(replay, replay.split(name), types).function;
  };
  language.handler = function(statement.plhandler, nullptr);
  language.inlineHandler = function(statement.plinline, "internal");
  language.validator = function(statement.plvalidator, "oid");
  if (const ir::Object* old = replay.schema.find(ir::Space::Language, nullptr, statement.plname)) {
    if (!statement.replace) throwDuplicate(replay, -1, fmt::format("language \"{}\" already exists", statement.plname));
    replay.schema.edit(*old).data = language;
    return;
  }
  replay.giveDefaults(replay.make(nullptr, statement.plname, std::move(language)));
}

}  // namespace schemac::parser
