// CREATE and ALTER EVENT TRIGGER (event_trigger.c).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ir/identity.h"
#include "parser/plpgsql/routine.h"
#include "parser/sql/lookup.h"
#include "parser/sql/triggers.h"

namespace schemac::parser {

using ir::Name;
using ir::Object;
using ir::Space;

namespace {

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

void requireEvent(Replay& replay, std::string_view event) {
  constexpr std::array<std::string_view, 4> kEvents{"ddl_command_start", "ddl_command_end", "table_rewrite", "sql_drop"};
  const bool known = std::find(kEvents.begin(), kEvents.end(), event) != kEvents.end() || (event == "login" && replay.schema.serverVersion >= 17);
  if (!known) throwInvalid(replay, -1, fmt::format("unrecognized event name \"{}\"", event));
}

}  // namespace

Name enabledState(char letter) {
  switch (letter) {
    case 'D': return "disabled";
    case 'R': return "replica";
    case 'A': return "always";
    default: return "origin";
  }
}

void replay(Replay& replay, const CreateEventTrigStmt& statement) {
  requireEvent(replay, statement.eventname);
  replay.requireFree(Space::EventTrigger, nullptr, statement.trigname, -1, "event trigger");
  ir::EventTrigger data;
  data.event = statement.eventname;
  data.function = triggerFunction(replay, statement.funcname);
  for (const DefElem* filter : each<DefElem>(statement.whenclause)) {
    if (std::string_view(filter->defname) != "tag") throwInvalid(replay, -1, fmt::format("unrecognized filter variable \"{}\"", filter->defname));
    for (const Node* tag : each<Node>(reinterpret_cast<const List*>(filter->arg))) data.tags.emplace_back(upper(stringOf(tag)));
  }
  const ir::Ref function = data.function;
  replay.giveDefaults(replay.make(nullptr, statement.trigname, std::move(data)));
  // From here on every DDL statement runs it: what it does then is not followed.
  if (replay.origin == ir::Origin::User && function && function->kind == ir::Kind::Function && function->origin == ir::Origin::User &&
      plpgsql::mayChangeSchema(replay, *function))
    replay.notModelled(fmt::format("what event trigger \"{}\" does", statement.trigname), fmt::format("{} may change the schema", ir::qualifiedName(*function)));
}

void replay(Replay& replay, const AlterEventTrigStmt& statement) {
  const Object* trigger = replay.schema.find(Space::EventTrigger, nullptr, statement.trigname);
  if (!trigger) throwUndefined(replay, -1, fmt::format("event trigger \"{}\" does not exist", statement.trigname));
  replay.schema.edit<ir::EventTrigger>(*trigger).enabled = enabledState(statement.tgenabled);
}

}  // namespace schemac::parser
