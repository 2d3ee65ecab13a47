// What a piece of PL/pgSQL can do at most. Where a condition depends on rows, a piece that does nothing to the schema either way is passed by.
#include "parser/plpgsql/effects.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "parser/plpgsql/routine.h"

namespace schemac::parser::plpgsql {
namespace {

using Json = nlohmann::json;

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string firstWord(std::string_view statement) {
  const auto tokens = tokenize(statement, 0, static_cast<std::uint32_t>(statement.size()));
  for (const Token& token : tokens)
    if (token.kind != '(') return lowered(statement.substr(token.begin, token.end - token.begin));
  return {};
}

// Functions of extensions that change the user's tables or make objects in the user's name; what others make belongs to the extension.
bool extensionMakes(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames{"create_hypertable", "create_parent", "addgeometrycolumn", "dropgeometrycolumn", "create_graph",
                                                    "drop_graph", "create_non_partitioned", "create_unlogged", "create_partitioned", "drop_queue"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

class Calls {
 public:
  explicit Calls(Replay& replay) : replay_(replay) {}

  // Names in front of a parenthesis, looked up in every schema: the path in force when the text runs may be another.
  bool change(std::string_view sql) {
    const auto tokens = tokenize(sql, 0, static_cast<std::uint32_t>(sql.size()));
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (sql[tokens[i + 1].begin] != '(') continue;
      std::string_view word = sql.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
      const bool quoted = word.size() > 2 && word.front() == '"';
      if (quoted) word = word.substr(1, word.size() - 2);
      const std::string name = quoted ? std::string(word) : lowered(word);
      if (name == "set_config") {
        const std::string all = lowered(sql);
        if (all.find("search_path") != std::string::npos || all.find("role") != std::string::npos || all.find("session_auth") != std::string::npos) return true;
        continue;
      }
      if (name.empty() || !(std::isalpha(static_cast<unsigned char>(name[0])) || name[0] == '_' || quoted)) continue;
      if (functionChanges(name)) return true;
    }
    return false;
  }

  bool routine(const ir::Object& object) {
    const auto& function = object.as<ir::Function>();
    if (object.origin == ir::Origin::Extension) return extensionMakes(object.name.view()) || (object.name == "create" && object.parent->name == "pgmq");
    if (object.origin == ir::Origin::BuiltIn && object.parent->name != "pg_temp") return false;
    if (function.language != "sql" && function.language != "plpgsql") return false;
    if (!seen_.insert(&object).second) return false;
    if (function.sqlBody) return false;  // holds no utility statements
    return bodyChanges(function.body) || change(function.body.view());
  }

 private:
  bool functionChanges(const std::string& name) {
    if (schemas_.empty())
      for (const ir::Object& object : replay_.schema.objects())
        if (object.kind == ir::Kind::Schema && !object.dropped) schemas_.push_back(&object);
    for (const ir::Object* schema : schemas_)
      for (const ir::Object* function : replay_.schema.functions(*schema, name))
        if (routine(*function)) return true;
    return false;
  }

  static bool bodyChanges(std::string_view body) {
    const auto tokens = tokenize(body, 0, static_cast<std::uint32_t>(body.size()));
    const auto word = [&](std::size_t i) { return i < tokens.size() ? lowered(body.substr(tokens[i].begin, tokens[i].end - tokens[i].begin)) : std::string(); };
    constexpr std::array<std::string_view, 9> kWords{"create", "alter", "drop", "grant", "revoke", "comment", "security", "reassign", "import"};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string w = word(i);
      if (w == "execute") {
        // EXECUTE 'insert …' and EXECUTE format('insert …') move rows.
        std::size_t at = i + 1;
        if (word(at) == "format" && word(at + 1) == "(") at += 2;
        const std::string text = word(at);
        if (text.size() > 1 && text[0] == '\'' && onlyMovesRows(std::string_view(text).substr(1))) continue;
        return true;
      }
      if (std::find(kWords.begin(), kWords.end(), w) == kWords.end()) continue;
      const std::string before = i ? word(i - 1) : ";";
      // A statement begins here; elsewhere these are names.
      if (before != ";" && before != "begin" && before != "then" && before != "else" && before != "loop" && i != 0) continue;
      if (w == "create" && word(i + 1).starts_with("temp")) continue;
      return true;
    }
    return false;
  }

  Replay& replay_;
  std::vector<const ir::Object*> schemas_;
  std::unordered_set<const ir::Object*> seen_;
};

const std::string* queryText(const Json& node) {
  const auto expression = node.find("PLpgSQL_expr");
  if (expression == node.end()) return nullptr;
  const auto query = expression->find("query");
  return query != expression->end() && query->is_string() ? &query->get_ref<const std::string&>() : nullptr;
}

class Walk {
 public:
  explicit Walk(Replay& replay) : replay_(replay) {}
  Effects effects;

  void visit(const Json& node, int loops) {
    if (node.is_array()) {
      for (const Json& each : node) visit(each, loops);
      return;
    }
    if (!node.is_object()) return;
    if (const std::string* sql = queryText(node); sql && callsMayChangeSchema(replay_, *sql)) effects.schema = true;
    for (const auto& [key, value] : node.items()) {
      int inside = loops;
      if (key == "PLpgSQL_stmt_dynexecute" || key == "PLpgSQL_stmt_dynfors") dynamic(value);
      else if (key == "PLpgSQL_stmt_execsql") statement(value);
      else if (key == "PLpgSQL_stmt_raise") effects.raises = effects.raises || value.value("elog_level", 21) >= 21;
      else if (key == "PLpgSQL_stmt_assert") effects.raises = true;
      else if (key.starts_with("PLpgSQL_stmt_return")) effects.leaves = true;
      else if (key == "PLpgSQL_stmt_exit") effects.leaves = effects.leaves || loops == 0 || value.contains("label");
      else if (key == "PLpgSQL_stmt_commit" || key == "PLpgSQL_stmt_rollback") effects.schema = true;
      if (key == "PLpgSQL_stmt_dynfors" || key == "PLpgSQL_stmt_fors" || key == "PLpgSQL_stmt_fori" || key == "PLpgSQL_stmt_foreach_a" ||
          key == "PLpgSQL_stmt_loop" || key == "PLpgSQL_stmt_while" || key == "PLpgSQL_stmt_forc")
        ++inside;
      visit(value, inside);
    }
  }

 private:
  void statement(const Json& value) {
    const std::string* sql = value.contains("sqlstmt") ? queryText(value.at("sqlstmt")) : nullptr;
    if (!sql || !onlyMovesRows(*sql)) effects.schema = true;
  }
  // 'insert …' and format('insert …', …), with nothing behind a semicolon.
  void dynamic(const Json& value) {
    const std::string* text = value.contains("query") ? queryText(value.at("query")) : nullptr;
    const auto tokens = text ? tokenize(*text, 0, static_cast<std::uint32_t>(text->size())) : std::vector<Token>();
    for (const Token& token : tokens) {
      const std::string word = text->substr(token.begin, token.end - token.begin);
      if (word == "(" || lowered(word) == "format" || lowered(word) == "pg_catalog" || word == ".") continue;
      const bool literal = word.size() > 1 && word.front() == '\'';
      const std::size_t semicolon = word.find(';');
      const bool several = semicolon != std::string::npos && word.find_first_not_of(" \n\t'", semicolon + 1) != std::string::npos;
      if (literal && !several && onlyMovesRows(std::string_view(word).substr(1)) && !callsMayChangeSchema(replay_, std::string_view(word).substr(1, word.size() - 2))) return;
      break;
    }
    effects.schema = true;
  }

  Replay& replay_;
};

template <class Take>
void walkAssigned(const Json& node, Take&& take) {
  if (node.is_array()) {
    for (const Json& each : node) walkAssigned(each, take);
    return;
  }
  if (!node.is_object()) return;
  for (const auto& [key, value] : node.items()) {
    if (value.is_object()) take(key, value);
    walkAssigned(value, take);
  }
}

}  // namespace

bool onlyMovesRows(std::string_view statement) {
  constexpr std::array<std::string_view, 17> kWords{"insert", "update", "delete", "merge", "select", "with", "values", "lock", "truncate", "notify",
                                                    "copy", "analyze", "vacuum", "refresh", "reindex", "explain", "table"};
  const std::string word = firstWord(statement);
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool isDml(std::string_view statement) {
  const std::string word = firstWord(statement);
  return word == "insert" || word == "update" || word == "delete" || word == "merge" || word == "with";
}

Effects effectsOf(Replay& replay, const Json& piece) {
  Walk walk(replay);
  walk.visit(piece, 0);
  return walk.effects;
}

std::vector<int> assignedBy(const Json& piece) {
  std::vector<int> numbers;
  walkAssigned(piece, [&](const std::string& key, const Json& value) {
    if (key == "PLpgSQL_stmt_assign" || key == "PLpgSQL_stmt_foreach_a") numbers.push_back(value.value("varno", -1));
    if (key == "PLpgSQL_diag_item") numbers.push_back(value.value("target", -1));
    if (key == "PLpgSQL_row")
      for (const Json& field : value.value("fields", Json::array())) numbers.push_back(field.value("varno", -1));
  });
  return numbers;
}

std::vector<std::string> namesAssignedBy(const Json& piece) {
  std::vector<std::string> names{"found"};
  walkAssigned(piece, [&](const std::string& key, const Json& value) {
    if (key == "PLpgSQL_rec" || key == "PLpgSQL_var") names.push_back(value.value("refname", ""));
  });
  return names;
}

bool callsMayChangeSchema(Replay& replay, std::string_view sql) { return Calls(replay).change(sql); }
bool mayChangeSchema(Replay& replay, const ir::Object& routine) { return Calls(replay).routine(routine); }

}  // namespace schemac::parser::plpgsql
