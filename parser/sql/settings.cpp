#include "parser/sql/settings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "ir/identity.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

// Settings with GUC_LIST_QUOTE: their values are lists of identifiers.
bool isNameList(std::string_view name) {
  constexpr std::array<std::string_view, 6> kLists{"search_path", "temp_tablespaces", "local_preload_libraries", "session_preload_libraries",
                                                   "shared_preload_libraries", "unix_socket_directories"};
  return std::find(kLists.begin(), kLists.end(), name) != kLists.end();
}

// A setting's name is stored as the server spells it, whatever the statement wrote (GUCArrayAdd); names with a dot are an extension's own.
std::string settingName(std::string_view written) {
  std::string name(written);
  if (name.find('.') != std::string::npos) return name;
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (name == "datestyle") return "DateStyle";
  if (name == "intervalstyle") return "IntervalStyle";
  return name == "timezone" ? "TimeZone" : name;
}

// None: what was never SET is as the server has it.
std::optional<std::string> currentValue(Replay& replay, std::string_view name) {
  const Session& session = replay.session;
  if (name == "search_path") {
    std::string value;
    for (const ir::Name part : session.searchPath) value += (value.empty() ? "" : ", ") + ir::quoteIdentifier(part);
    return value.empty() ? "\"\"" : value;
  }
  if (name == "check_function_bodies") return session.checkFunctionBodies ? "on" : "off";
  if (name == "role") return session.user == session.sessionUser ? "none" : session.user.str();
  if (name == "default_tablespace") return session.defaultTablespace.str();
  if (name == "default_table_access_method") return session.defaultAccessMethod.empty() ? "heap" : session.defaultAccessMethod.str();
  for (const ir::Option& setting : session.settings)
    if (setting.name == name) return setting.value.str();
  replay.notModelled("SET " + std::string(name) + " FROM CURRENT", "the setting's value is the server's");
  return std::nullopt;
}

}  // namespace

std::string settingValue(Replay&, const VariableSetStmt& set) {
  std::string value;
  for (const Node* argument : each<Node>(set.args)) {
    if (!value.empty()) value += ", ";
    const bool name = isNameList(set.name);
    const std::string part = stringOf(argument);
    value += name && nodeTag(argument) == T_A_Const ? ir::quoteIdentifier(part) : part;
  }
  return value;
}

void applySetting(Replay& replay, ir::Options& settings, const VariableSetStmt& set) {
  if (set.kind == VAR_RESET_ALL) return settings.clear();
  const ir::Name name = settingName(set.name);
  const auto old = std::find_if(settings.begin(), settings.end(), [&](const ir::Option& o) { return o.name == name; });
  if (set.kind == VAR_RESET || set.kind == VAR_SET_DEFAULT) {
    if (old != settings.end()) settings.erase(old);
    return;
  }
  const std::optional<std::string> known = set.kind == VAR_SET_CURRENT ? currentValue(replay, set.name) : settingValue(replay, set);
  if (!known) return;
  const ir::Text value = *known;
  if (old != settings.end()) old->value = value;
  else settings.push_back({name, value});
}

void keepSetting(ir::Options& settings, ir::Name name, const std::optional<std::string>& value) {
  std::erase_if(settings, [&](const ir::Option& option) { return option.name == name; });
  if (value) settings.push_back({name, *value});
}

std::vector<ir::Name> splitIdentifiers(std::string_view list) {
  std::vector<ir::Name> names;
  for (std::size_t i = 0; i < list.size();) {
    const char c = list[i];
    if (c == ' ' || c == ',' || c == '\t' || c == '\n') { ++i; continue; }
    std::string name;
    if (c == '"') {
      for (++i; i < list.size(); ++i) {
        if (list[i] == '"' && !(i + 1 < list.size() && list[i + 1] == '"')) break;
        if (list[i] == '"') ++i;
        name += list[i];
      }
      ++i;
      if (name.empty()) continue;
    } else {
      for (; i < list.size() && list[i] != ',' && list[i] != ' '; ++i)
        name += list[i] >= 'A' && list[i] <= 'Z' ? static_cast<char>(list[i] - 'A' + 'a') : list[i];
    }
    names.emplace_back(name);
  }
  return names;
}

}  // namespace schemac::parser
