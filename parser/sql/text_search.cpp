// Text search: CREATE and ALTER of parsers, templates, dictionaries and configurations (tsearchcmds.c).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "ir/identity.h"
#include "parser/sql/definitions.h"

namespace schemac::parser {
namespace {

using ir::Name;
using ir::NamedRef;
using ir::Object;
using ir::Space;
using ir::TokenMapping;
using ir::TypeRef;

using Mappings = std::vector<TokenMapping>;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

const char* wordFor(Space space) {
  switch (space) {
    case Space::TextSearchParser: return "text search parser";
    case Space::TextSearchTemplate: return "text search template";
    case Space::TextSearchDictionary: return "text search dictionary";
    default: return "text search configuration";
  }
}

NamedRef require(Replay& replay, Space space, const std::pair<Name, Name>& name, int location = -1) {
  const NamedRef found = replay.names().textSearch(space, name.first, name.second);
  if (found.empty())
    throwUndefined(replay, location, fmt::format("{} \"{}{}\" does not exist", wordFor(space), name.first.empty() ? "" : name.first.str() + ".", name.second.view()));
  return found;
}

// The functions of a parser or template: `types` are all internal, but for some.
ir::Ref function(Replay& replay, const DefElem& option, std::initializer_list<const char*> types) {
  std::vector<TypeRef> arguments;
  for (const char* type : types) arguments.push_back(TypeRef{replay.schema.builtinType(type), {}});
  return callable(replay, qualifiedOf(replay, option), arguments).function;
}

ir::TextSearchParser parserOf(Replay& replay, const List* definition) {
  ir::TextSearchParser data;
  for (const DefElem* option : each<DefElem>(definition)) {
    const std::string_view word = option->defname;
    if (word == "start") data.start = function(replay, *option, {"internal", "int4"});
    else if (word == "gettoken") data.getToken = function(replay, *option, {"internal", "internal", "internal"});
    else if (word == "end") data.end = function(replay, *option, {"internal"});
    else if (word == "headline") data.headline = function(replay, *option, {"internal", "internal", "tsquery"});
    else if (word == "lextypes") data.lexemeTypes = function(replay, *option, {"internal"});
    else throwInvalid(replay, option->location, fmt::format("text search parser parameter \"{}\" not recognized", word));
  }
  const auto need = [&](const ir::Ref& ref, const char* what) {
    if (!ref) throwInvalid(replay, -1, fmt::format("text search parser {} method is required", what));
  };
  need(data.start, "start"), need(data.getToken, "gettoken"), need(data.end, "end"), need(data.lexemeTypes, "lextypes");
  return data;
}

ir::TextSearchTemplate templateOf(Replay& replay, const List* definition) {
  ir::TextSearchTemplate data;
  for (const DefElem* option : each<DefElem>(definition)) {
    const std::string_view word = option->defname;
    if (word == "init") data.init = function(replay, *option, {"internal"});
    else if (word == "lexize") data.lexize = function(replay, *option, {"internal", "internal", "internal", "internal"});
    else throwInvalid(replay, option->location, fmt::format("text search template parameter \"{}\" not recognized", word));
  }
  if (!data.lexize) throwInvalid(replay, -1, "text search template lexize method is required");
  return data;
}

ir::TextSearchDictionary dictionaryOf(Replay& replay, const List* definition) {
  ir::TextSearchDictionary data;
  for (const DefElem* option : each<DefElem>(definition)) {
    const std::string_view word = option->defname;
    if (word == "template") data.parent = require(replay, Space::TextSearchTemplate, qualifiedOf(replay, *option), option->location);
    else data.options.push_back({Name(word), ir::Text(stringOf(*option))});
  }
  if (data.parent.empty()) throwInvalid(replay, -1, "text search template is required");
  return data;
}

// Of the configurations that initdb makes: words of ASCII letters alone may go to another dictionary than the others (snowball's Makefile).
Mappings builtinMappings(std::string_view name) {
  constexpr std::array ascii{"asciihword", "asciiword", "hword_asciipart"};
  constexpr std::array words{"hword", "hword_part", "word"};
  constexpr std::array simple{"email", "file", "float", "host", "hword_numpart", "int", "numhword", "numword", "sfloat", "uint", "url", "url_path", "version"};
  const std::string stem = name == "simple" ? "simple" : std::string(name) + "_stem";
  const std::string asciiStem = name == "russian" || name == "hindi" ? "english_stem" : stem;
  Mappings mappings;
  for (const char* token : ascii) mappings.push_back({token, {NamedRef(asciiStem)}});
  for (const char* token : words) mappings.push_back({token, {NamedRef(stem)}});
  for (const char* token : simple) mappings.push_back({token, {NamedRef("simple")}});
  return mappings;
}

void sortMappings(Mappings& mappings) {
  std::sort(mappings.begin(), mappings.end(), [](const TokenMapping& a, const TokenMapping& b) { return a.token < b.token; });
}

ir::TextSearchConfiguration configurationOf(Replay& replay, const List* definition) {
  ir::TextSearchConfiguration data;
  for (const DefElem* option : each<DefElem>(definition)) {
    const std::string word = lower(option->defname);
    if (word == "parser") {
      data.parser = require(replay, Space::TextSearchParser, qualifiedOf(replay, *option), option->location);
    } else if (word == "copy") {
      const NamedRef source = require(replay, Space::TextSearchConfiguration, qualifiedOf(replay, *option), option->location);
      if (source.object) data = source.object->as<ir::TextSearchConfiguration>();
      else data = {"default", builtinMappings(source.view())};
    } else {
      throwInvalid(replay, option->location, fmt::format("text search configuration parameter \"{}\" not recognized", word));
    }
  }
  if (data.parser.empty()) throwInvalid(replay, -1, "text search parser is required");
  sortMappings(data.mappings);
  return data;
}

Space spaceOf(ObjectType kind) {
  switch (kind) {
    case OBJECT_TSPARSER: return Space::TextSearchParser;
    case OBJECT_TSTEMPLATE: return Space::TextSearchTemplate;
    case OBJECT_TSDICTIONARY: return Space::TextSearchDictionary;
    default: return Space::TextSearchConfiguration;
  }
}

// The tokens of PostgreSQL's own parser; of another one any name may be right.
void requireToken(Replay& replay, const ir::TextSearchConfiguration& data, const std::string& token) {
  static constexpr std::array<std::string_view, 23> known{"asciihword", "asciiword", "blank", "email", "entity", "file", "float", "host", "hword",
                                                          "hword_asciipart", "hword_numpart", "hword_part", "int", "numhword", "numword", "protocol",
                                                          "sfloat", "tag", "uint", "url", "url_path", "version", "word"};
  if (data.parser == "default" && std::find(known.begin(), known.end(), token) == known.end())
    throwInvalid(replay, -1, fmt::format("token type \"{}\" does not exist", token));
}

TokenMapping* mappingOf(Mappings& mappings, Name token) {
  const auto found = std::find_if(mappings.begin(), mappings.end(), [&](const TokenMapping& m) { return m.token == token; });
  return found == mappings.end() ? nullptr : &*found;
}

}  // namespace

void defineTextSearch(Replay& replay, const DefineStmt& statement) {
  const auto [home, name] = newName(replay, statement.defnames);
  const Space space = spaceOf(statement.kind);
  const auto make = [&](auto data) {
    replay.requireFree(space, home, name, -1, wordFor(space));
    const Object& made = replay.make(home, name, std::move(data));
    // Parsers and templates are nobody's.
    if (space == Space::TextSearchDictionary || space == Space::TextSearchConfiguration) replay.giveDefaults(made);
  };
  switch (space) {
    case Space::TextSearchParser: return make(parserOf(replay, statement.definition));
    case Space::TextSearchTemplate: return make(templateOf(replay, statement.definition));
    case Space::TextSearchDictionary: return make(dictionaryOf(replay, statement.definition));
    default: return make(configurationOf(replay, statement.definition));
  }
}

// An option without a value is taken out, one with a value replaced.
void replay(Replay& replay, const AlterTSDictionaryStmt& statement) {
  const NamedRef named = require(replay, Space::TextSearchDictionary, replay.split(statement.dictname));
  if (!named.object) return notCompared(replay, "ALTER TEXT SEARCH DICTIONARY", "it is not the user's");
  auto& options = replay.schema.edit<ir::TextSearchDictionary>(*named.object).options;
  for (const DefElem* option : each<DefElem>(statement.options)) {
    std::erase_if(options, [&](const ir::Option& o) { return o.name == option->defname; });
    if (option->arg) options.push_back({Name(option->defname), ir::Text(stringOf(*option))});
  }
}

void replay(Replay& replay, const AlterTSConfigurationStmt& statement) {
  const NamedRef named = require(replay, Space::TextSearchConfiguration, replay.split(statement.cfgname));
  if (!named.object) return notCompared(replay, "ALTER TEXT SEARCH CONFIGURATION", "it is not the user's");
  std::vector<NamedRef> dictionaries;
  for (const List* dictionary : each<List>(statement.dicts)) dictionaries.push_back(require(replay, Space::TextSearchDictionary, replay.split(dictionary)));
  auto& data = replay.schema.edit<ir::TextSearchConfiguration>(*named.object);
  std::vector<std::string> tokens;
  for (const Node* token : each<Node>(statement.tokentype)) {
    requireToken(replay, data, stringOf(token));
    if (std::find(tokens.begin(), tokens.end(), stringOf(token)) == tokens.end()) tokens.push_back(stringOf(token));  // twice is once
  }
  const auto listed = [&](Name token) { return tokens.empty() || std::find(tokens.begin(), tokens.end(), token.view()) != tokens.end(); };
  switch (statement.kind) {
    case ALTER_TSCONFIG_ADD_MAPPING: case ALTER_TSCONFIG_ALTER_MAPPING_FOR_TOKEN:
      for (const std::string& token : tokens) {
        TokenMapping* mapping = mappingOf(data.mappings, token);
        if (mapping && !statement.override)
          throwDuplicate(replay, -1, "duplicate key value violates unique constraint \"pg_ts_config_map_index\"");
        if (mapping) mapping->dictionaries = dictionaries;
        else data.mappings.push_back({token, dictionaries});
      }
      break;
    case ALTER_TSCONFIG_REPLACE_DICT: case ALTER_TSCONFIG_REPLACE_DICT_FOR_TOKEN:
      for (TokenMapping& mapping : data.mappings)
        if (listed(mapping.token) && dictionaries.size() == 2) std::replace(mapping.dictionaries.begin(), mapping.dictionaries.end(), dictionaries[0], dictionaries[1]);
      break;
    case ALTER_TSCONFIG_DROP_MAPPING:
      for (const std::string& token : tokens) {
        if (!mappingOf(data.mappings, token) && !statement.missing_ok)
          throwUndefined(replay, -1, fmt::format("mapping for token type \"{}\" does not exist", token));
        std::erase_if(data.mappings, [&](const TokenMapping& m) { return m.token == Name(token); });
      }
      break;
  }
  sortMappings(data.mappings);
}

}  // namespace schemac::parser
