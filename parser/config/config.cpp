#include "parser/config/config.h"

#include <toml++/toml.h>

#include <fstream>
#include <sstream>

#include "fmt/format.h"

namespace schemac::parser {

using ir::Code;

namespace {

std::optional<toml::table> parseToml(const std::string& path, ir::Diagnostics& diagnostics) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  if (!file) {
    diagnostics.add(Code::Config, {}, fmt::format("cannot read \"{}\"", path));
    return std::nullopt;
  }
  try {
    return toml::parse(text.str(), path);
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    diagnostics.add(Code::Config, {}, fmt::format("{}:{}:{}: {}", path, at.line, at.column, error.description()));
    return std::nullopt;
  }
}

// A string or a list of strings.
std::vector<std::string> strings(const toml::node_view<const toml::node>& node) {
  std::vector<std::string> result;
  if (const auto text = node.value<std::string>()) result.push_back(*text);
  if (const auto* array = node.as_array())
    for (const auto& item : *array)
      if (const auto text = item.value<std::string>()) result.push_back(*text);
  return result;
}

}  // namespace

std::optional<Config> readConfig(const std::string& path, ir::Diagnostics& diagnostics) {
  const auto parsed = parseToml(path, diagnostics);
  if (!parsed) return std::nullopt;
  const toml::table& table = *parsed;
  Config config;
  const auto unknown = [&](const std::string& key, const std::string& known) {
    diagnostics.add(Code::Config, {}, fmt::format("{}: unknown key \"{}\"", path, key), "Known: " + known + ".");
  };
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    if (name == "profile") config.profile = value.value<std::string>();
    else if (name == "server_version") config.serverVersion = value.value<int>();
    else if (name == "schemas") config.schemas = strings(table["schemas"]);
    else if (name == "exclude") config.exclude = strings(table["exclude"]);
    else if (name == "allow") config.allow = strings(table["allow"]);
    else if (name == "migrations") config.migrations = value.value<std::string>();
    else if (name == "sources" && value.is_table()) {
      for (const auto& [side, list] : *value.as_table()) {
        if (side.str() == "from") config.from = strings(table["sources"]["from"]);
        else if (side.str() == "to") config.to = strings(table["sources"]["to"]);
        else unknown("sources." + std::string(side.str()), "from, to");
      }
    } else if (name == "ignore" && value.is_table()) {
      for (const auto& [kind, list] : *value.as_table())
        for (const std::string& pattern : strings(table["ignore"][kind.str()])) config.ignore.push_back({std::string(kind.str()), pattern});
    } else {
      unknown(name, "sources, profile, server_version, schemas, exclude, ignore, allow, migrations");
    }
  }
  if (config.profile && *config.profile != "supabase" && *config.profile != "postgres")
    diagnostics.add(Code::Config, {}, fmt::format("{}: profile is \"{}\", not \"supabase\" or \"postgres\"", path, *config.profile));
  return diagnostics.hasErrors() ? std::nullopt : std::optional(config);
}

std::optional<SupabaseConfig> readSupabaseConfig(const std::string& path, ir::Diagnostics& diagnostics) {
  const auto parsed = parseToml(path, diagnostics);
  if (!parsed) return std::nullopt;
  const toml::table& table = *parsed;
  SupabaseConfig config;
  config.schemaPaths = strings(table["db"]["migrations"]["schema_paths"]);
  config.majorVersion = table["db"]["major_version"].value<int>();
  if (table["api"]["schemas"].is_array()) config.exposedSchemas = strings(table["api"]["schemas"]);
  config.autoExposeNewTables = table["api"]["auto_expose_new_tables"].value<bool>();
  return config;
}

}  // namespace schemac::parser
