#pragma once
// SET clauses of functions and roles as the server stores them (proconfig, setconfig).
#include <optional>
#include <string>

#include "ir/ref.h"
#include "parser/sql/replay.h"

namespace schemac::parser {

// The value of SET name = …: lists joined, identifiers quoted where the setting is a list of names (flatten_set_variable_args).
std::string settingValue(Replay& replay, const VariableSetStmt& set);
// Applies SET, SET … FROM CURRENT, RESET and RESET ALL to a stored list; SET … TO DEFAULT takes the entry away.
void applySetting(Replay& replay, ir::Options& settings, const VariableSetStmt& set);
// Keeps what SET said of a setting that nothing else follows; no value: it is reset.
void keepSetting(ir::Options& settings, ir::Name name, const std::optional<std::string>& value);
// "a, b" as SET search_path reads it: names folded and unquoted.
std::vector<ir::Name> splitIdentifiers(std::string_view list);

}  // namespace schemac::parser
