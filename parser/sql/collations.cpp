// CREATE COLLATION (collationcmds.c).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "ir/identity.h"
#include "parser/sql/definitions.h"

namespace schemac::parser {
namespace {

using ir::Collation;
using ir::Name;
using ir::Object;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (separators.find(c) != std::string_view::npos) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

// ICU's old keywords and their keys in a language tag, and the values that are spelled otherwise there.
struct Keyword {
  std::string_view keyword, key;
};
constexpr std::array kKeywords{Keyword{"colalternate", "ka"}, Keyword{"colbackwards", "kb"}, Keyword{"colcasefirst", "kf"}, Keyword{"colcaselevel", "kc"},
                               Keyword{"colhiraganaquaternary", "kh"}, Keyword{"collation", "co"}, Keyword{"colnormalization", "kk"},
                               Keyword{"colnumeric", "kn"}, Keyword{"colreorder", "kr"}, Keyword{"colstrength", "ks"}};
struct Value {
  std::string_view key, value, tag;
};
constexpr std::array kValues{Value{"ks", "primary", "level1"}, Value{"ks", "secondary", "level2"}, Value{"ks", "tertiary", "level3"},
                             Value{"ks", "quaternary", "level4"}, Value{"ks", "quarternary", "level4"}, Value{"ks", "identical", "identic"},
                             Value{"ka", "non-ignorable", "noignore"}, Value{"co", "phonebook", "phonebk"}, Value{"co", "dictionary", "dict"},
                             Value{"co", "traditional", "trad"}, Value{"co", "gb2312han", "gb2312"}, Value{"", "yes", "true"}, Value{"", "no", "false"}};

std::string tagValue(const std::string& key, const std::string& value) {
  for (const Value& known : kValues)
    if (known.value == value && (known.key == key || known.key.empty())) return std::string(known.tag);
  return value;
}

// From 16 on the server keeps an ICU locale as a language tag in its standard form (icu_language_tag): "en_US" is en-US,
// "@colStrength=secondary" und-u-ks-level2, "de-u-kn-true-co-phonebk" de-u-co-phonebk-kn-true.
std::string languageTag(const std::string& locale) {
  const std::size_t at = locale.find('@');
  std::vector<std::pair<std::string, std::string>> keys;
  std::string tag;
  bool extension = false;
  std::string other;  // a singleton that is not u: kept as it is
  for (const std::string& part : split(std::string_view(locale).substr(0, at), "-_")) {
    const std::string word = lower(part);
    if (!other.empty()) other += "-" + word;
    else if (word == "u" && !tag.empty()) extension = true;
    else if (extension && word.size() == 2) keys.emplace_back(word, "");
    else if (extension && !keys.empty()) keys.back().second += (keys.back().second.empty() ? "" : "-") + word;
    else if (word.size() == 1 && !tag.empty()) other = "-" + word;
    else if (tag.empty()) tag = word;
    else if (word.size() == 2) {  // the region
      std::string upper;
      for (const char c : word) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      tag += "-" + upper;
    } else if (word.size() == 4 && word[0] > '9') {
      tag += "-" + std::string(1, static_cast<char>(word[0] - 32)) + word.substr(1);  // the script
    } else if (!word.empty()) {
      tag += "-" + word;
    }
  }
  if (tag.empty()) tag = "und";
  if (at != std::string::npos)
    for (const std::string& pair : split(std::string_view(locale).substr(at + 1), ";")) {
      const std::size_t equals = pair.find('=');
      if (equals == std::string::npos) continue;
      const std::string name = lower(pair.substr(0, equals));
      const auto known = std::find_if(kKeywords.begin(), kKeywords.end(), [&](const Keyword& k) { return k.keyword == name; });
      keys.emplace_back(known == kKeywords.end() ? name : std::string(known->key), lower(pair.substr(equals + 1)));
    }
  std::sort(keys.begin(), keys.end());
  if (!keys.empty()) tag += "-u";
  for (const auto& [key, value] : keys) {
    const std::string spelled = tagValue(key, value);
    tag += "-" + key + (spelled.empty() ? "" : "-" + spelled);
  }
  return tag + other;
}

// One of PostgreSQL's own, or of initdb's imports, as far as its name says what it is.
Collation builtinCollation(Replay& replay, std::string_view name, int location) {
  Collation data;
  if (name == "default") throwInvalid(replay, location, "collation \"default\" cannot be copied");
  if (name.ends_with("-x-icu")) {
    data.provider = "icu";
    data.locale = name.substr(0, name.size() - 6);
  } else if (name == "unicode") {
    data.provider = "icu";
    data.locale = "und";
  } else if (name == "pg_c_utf8" || name == "pg_unicode_fast") {
    data.provider = "builtin";
    data.locale = name == "pg_c_utf8" ? "C.UTF-8" : "PG_UNICODE_FAST";
  } else if (name == "ucs_basic") {
    if (replay.schema.serverVersion >= 17) {
      data.provider = "builtin";
      data.locale = "C";
    } else {
      data.collate = data.ctype = "C";
    }
  } else {
    data.collate = data.ctype = name;
  }
  return data;
}

Collation copyOf(Replay& replay, const DefElem& from) {
  const auto [schemaName, name] = qualifiedOf(replay, from);
  const ir::NamedRef source = replay.names().collation(schemaName, name);
  if (source.object) return source.object->as<Collation>();
  if (!ir::builtins::isCollation(source.view(), replay.schema.serverVersion))
    throwUndefined(replay, from.location, fmt::format("collation \"{}\" for encoding \"UTF8\" does not exist", name.view()));
  return builtinCollation(replay, source.view(), from.location);
}

Collation collationOf(Replay& replay, const List* definition) {
  const DefElem *locale = nullptr, *collate = nullptr, *ctype = nullptr, *from = nullptr;
  Collation data;
  for (const DefElem* option : each<DefElem>(definition)) {
    const std::string_view word = option->defname;
    if (word == "from") from = option;
    else if (word == "locale") locale = option;
    else if (word == "lc_collate") collate = option;
    else if (word == "lc_ctype") ctype = option;
    else if (word == "provider") data.provider = lower(stringOf(*option));
    else if (word == "deterministic") data.deterministic = booleanOf(*option);
    else if (word == "rules") data.rules = stringOf(*option);
    else if (word != "version") throwInvalid(replay, option->location, fmt::format("collation attribute \"{}\" not recognized", word));
  }
  if (from) return copyOf(replay, *from);
  if (locale && (collate || ctype))
    throwInvalid(replay, -1, "conflicting or redundant options", "LOCALE cannot be specified together with LC_COLLATE or LC_CTYPE.");
  if (data.provider != "libc" && data.provider != "icu" && data.provider != "builtin")
    throwInvalid(replay, -1, fmt::format("unrecognized collation provider: {}", data.provider.view()));
  if (!data.deterministic && data.provider != "icu")
    throwInvalid(replay, -1, "nondeterministic collations not supported with this provider");
  if (data.provider == "libc") {
    if (collate) data.collate = stringOf(*collate);
    if (ctype) data.ctype = stringOf(*ctype);
    if (locale) data.collate = data.ctype = stringOf(*locale);
    if (data.collate.empty()) throwInvalid(replay, -1, "parameter \"lc_collate\" must be specified");
    if (data.ctype.empty()) throwInvalid(replay, -1, "parameter \"lc_ctype\" must be specified");
    return data;
  }
  // Before 15 an ICU collation was written with LC_COLLATE as well.
  if (!locale && data.provider == "icu" && replay.schema.serverVersion < 15) locale = collate ? collate : ctype;
  if (!locale) throwInvalid(replay, -1, "parameter \"locale\" must be specified");
  data.locale = stringOf(*locale);
  if (data.provider == "icu" && replay.schema.serverVersion >= 16) data.locale = languageTag(data.locale.str());
  if (data.provider == "builtin" && lower(data.locale) == "c.utf8") data.locale = "C.UTF-8";
  return data;
}

}  // namespace

void defineCollation(Replay& replay, const DefineStmt& statement) {
  const auto [home, name] = newName(replay, statement.defnames);
  Collation data = collationOf(replay, statement.definition);
  if (replay.schema.find(ir::Space::Collation, home, name)) {
    if (statement.if_not_exists) return;
    throwDuplicate(replay, -1, fmt::format("collation \"{}\" already exists", name.view()));
  }
  replay.giveDefaults(replay.make(home, name, std::move(data)));
}

// REFRESH VERSION: what is recorded of the operating system's, no part of the schema.
void replay(Replay& replay, const AlterCollationStmt&) { replay.ignored(); }

}  // namespace schemac::parser
