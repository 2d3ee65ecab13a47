// DO blocks: PL/pgSQL interpreted over the in-memory catalog. Either a block is followed exactly or it is named as not followed.
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "fmt/format.h"
#include "ir/identity.h"
#include "parser/plpgsql/conditions.h"
#include "parser/plpgsql/effects.h"
#include "parser/plpgsql/evaluate.h"
#include "parser/plpgsql/routine.h"
#include "parser/sql/pg_nodes.h"
#include "parser/sql/replay.h"
#include "parser/sql/settings.h"

namespace schemac::parser {
namespace plpgsql {
namespace {

using Json = nlohmann::json;

enum class Flow { Next, Exit, Continue, Return };

class Interpreter {
 public:
  explicit Interpreter(Replay& replay, Variables given = {}) : replay_(replay), variables_(std::move(given)), evaluator_(replay, variables_) {}

  std::optional<Value> returned = Value::null();  // by RETURN; none: not known

  void run(const Json& function) {
    variables_["found"] = Value::of(false);
    const std::set<std::string> arguments = namesOf(variables_);
    for (const Json& datum : function.value("datums", Json::array())) {
      names_.emplace_back();
      types_.emplace_back();
      if (const auto var = datum.find("PLpgSQL_var"); var != datum.end()) declare(*var, arguments);
      else if (const auto record = datum.find("PLpgSQL_rec"); record != datum.end()) names_.back() = record->value("refname", "");
      else if (const auto field = datum.find("PLpgSQL_recfield"); field != datum.end())
        parents_[static_cast<int>(names_.size()) - 1] = field->value("recparentno", -1);
    }
    statement(function.at("action"));
  }

 private:
  static std::set<std::string> namesOf(const Variables& variables) {
    std::set<std::string> names;
    for (const auto& [name, value] : variables) names.insert(name);
    return names;
  }

  void declare(const Json& var, const std::set<std::string>& arguments) {
    const std::string name = var.value("refname", "");
    names_.back() = name;
    if (const auto type = var.find("datatype"); type != var.end()) types_.back() = type->at("PLpgSQL_type").value("typname", "");
    if (name == "sqlstate" || name == "sqlerrm" || arguments.contains(name)) return;
    variables_[name] = Value::null();
    const auto start = var.find("default_val");
    if (start == var.end()) return;
    try {
      variables_[name] = typed(expression(*start), types_.back());
    } catch (const Unknowable&) {
      if (callsMayChangeSchema(replay_, queryOf(*start))) throw;
      variables_.erase(name);
    }
  }

  // A value as a variable of a type holds it; types that do not matter to the catalog keep what was assigned.
  Value typed(Value value, std::string type) {
    if (value.isNull()) return value;
    for (char& c : type) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (type.starts_with("pg_catalog.")) type.erase(0, 11);
    if (type.starts_with("reg") && !type.ends_with(']')) {
      if (value.type == Value::Type::Integer) throw Unknowable("a number is assigned to a " + type);
      Value named = evaluator_.call("", "to_" + type, {value});
      if (named.isNull()) throw Unknowable(fmt::format("\"{}\" is not known", toText(value)));
      return named;
    }
    if (type == "oid" && value.type == Value::Type::Object) {
      value.regType = {};
      value.text.clear();
      return value;
    }
    if (type.ends_with("[]") && value.type == Value::Type::Text) return evaluator_.cast(value, type.substr(0, type.size() - 2), true);
    const bool integer = type == "int" || type == "integer" || type == "bigint" || type == "int4" || type == "int8";
    if (integer && value.type == Value::Type::Text && value.text.find_first_not_of("-0123456789") == std::string::npos && !value.text.empty())
      return Value::of(static_cast<std::int64_t>(std::stoll(value.text)));
    if ((type == "text" || type == "name" || type.starts_with("varchar")) && value.type != Value::Type::Text) return Value::of(toText(value));
    if ((type == "bool" || type == "boolean") && value.type == Value::Type::Text) return Value::of(value.text == "t" || value.text == "true");
    return value;
  }

  Value expression(const Json& node) { return evaluator_.expression(node.at("PLpgSQL_expr").at("query").get<std::string>()); }
  static std::string queryOf(const Json& node) { return node.at("PLpgSQL_expr").at("query").get<std::string>(); }

  Flow statements(const Json& list) {
    for (const Json& one : list)
      if (const Flow flow = statement(one); flow != Flow::Next) return flow;
    return Flow::Next;
  }
  Flow body(const Json& of, const char* key) { return of.contains(key) ? statements(of.at(key)) : Flow::Next; }

  // What depends on rows, or on what is not interpreted, and does nothing to the schema whatever it turns out to be is passed by: what it assigns to
  // is not known from there on.
  Flow statement(const Json& wrapped) {
    if (++steps_ > kMostSteps) throw Unknowable("it runs too long");
    try {
      return run(wrapped.begin().key(), wrapped.begin().value());
    } catch (const Unknowable&) {
      if (!passable(wrapped)) throw;
      for (const int number : assignedBy(wrapped)) forget(number);
      for (const std::string& name : namesAssignedBy(wrapped)) variables_.erase(name);
      return Flow::Next;
    }
  }

  // Whether an exception is raised decides over all that the block does, handled or not.
  bool passable(const Json& piece) { return effectsOf(replay_, piece).none(); }

  void forget(int datum) {
    if (datum < 0 || static_cast<std::size_t>(datum) >= names_.size()) return;
    const auto number = static_cast<std::size_t>(datum);
    variables_.erase(names_[number].empty() && parents_.contains(datum) ? names_[static_cast<std::size_t>(parents_.at(datum))] : names_[number]);
  }

  Flow run(const std::string& kind, const Json& s) {
    if (kind == "PLpgSQL_stmt_block") return block(s);
    if (kind == "PLpgSQL_stmt_if") return conditional(s);
    if (kind == "PLpgSQL_stmt_case") return choice(s);
    if (kind == "PLpgSQL_stmt_execsql") return sql(s);
    if (kind == "PLpgSQL_stmt_dynexecute") return dynamic(s);
    if (kind == "PLpgSQL_stmt_perform") return perform(s);
    if (kind == "PLpgSQL_stmt_assign") return assign(s);
    if (kind == "PLpgSQL_stmt_raise") return raise(s);
    if (kind == "PLpgSQL_stmt_fori") return countingLoop(s);
    if (kind == "PLpgSQL_stmt_fors") return rowLoop(s, evaluator_.query(queryOf(s.at("query"))));
    if (kind == "PLpgSQL_stmt_dynfors") return rowLoop(s, evaluator_.query(toText(expression(s.at("query")))));
    if (kind == "PLpgSQL_stmt_foreach_a") return elementLoop(s);
    if (kind == "PLpgSQL_stmt_loop" || kind == "PLpgSQL_stmt_while") return plainLoop(s);
    if (kind == "PLpgSQL_stmt_exit") {
      if (s.contains("cond") && !expression(s.at("cond")).isTrue()) return Flow::Next;
      if (s.contains("label")) throw Unknowable("EXIT or CONTINUE with a label");
      return s.value("is_exit", false) ? Flow::Exit : Flow::Continue;
    }
    if (kind == "PLpgSQL_stmt_return") return leave(s);
    if (kind == "PLpgSQL_stmt_call") return perform(s);
    if (kind == "PLpgSQL_stmt_assert") {
      if (expression(s.at("cond")).isTrue()) return Flow::Next;
      ReplayError error(ir::Code::RaisedByBlock, replay_.at(-1), "assertion failed");
      error.sqlState = "P0004";
      throw error;
    }
    if (kind == "PLpgSQL_stmt_getdiag") {
      for (const Json& item : s.value("diag_items", Json::array()))
        variables_.erase(nameOf(item.at("PLpgSQL_diag_item").value("target", -1)));  // not known from here on
      return Flow::Next;
    }
    throw Unknowable(fmt::format("a statement of a kind that is not interpreted ({})", kind.substr(kind.rfind('_') + 1)));
  }

  std::string nameOf(int datum) const {
    if (datum < 0 || static_cast<std::size_t>(datum) >= names_.size() || names_[static_cast<std::size_t>(datum)].empty())
      throw Unknowable("an assignment to a field or a row");
    return names_[static_cast<std::size_t>(datum)];
  }
  void set(int datum, Value value) {
    const std::string name = nameOf(datum);
    variables_[name] = typed(std::move(value), types_[static_cast<std::size_t>(datum)]);
  }

  Flow leave(const Json& s) {
    if (!s.contains("expr")) return Flow::Return;
    try {
      returned = expression(s.at("expr"));
    } catch (const Unknowable&) {
      if (callsMayChangeSchema(replay_, queryOf(s.at("expr")))) throw;
      returned = std::nullopt;
    }
    return Flow::Return;
  }

  // Rows may raise what a handler waits for: then what it does to the schema is not known.
  void requireCertainHandlers(const Json& s, const Json& handlersOf) {
    if (!movesRows(s.value("body", Json::array()))) return;
    for (const Json& wrapped : handlersOf) {
      const Json& handler = wrapped.at("PLpgSQL_exception");
      bool rows = false;
      for (const Json& condition : handler.value("conditions", Json::array())) {
        const std::string name = condition.at("PLpgSQL_condition").value("condname", "");
        const std::string_view state = sqlStateOf(std::string_view(name));
        rows = rows || name == "others" || state.starts_with("2") || state.empty();
      }
      if (rows && handler.contains("action") && effectsOf(replay_, handler.at("action")).schema)
        throw Unknowable("an exception handler that rows may set off changes the schema");
    }
  }
  static bool movesRows(const Json& piece) {
    if (piece.is_array()) return std::any_of(piece.begin(), piece.end(), movesRows);
    if (!piece.is_object()) return false;
    for (const auto& [key, value] : piece.items()) {
      if (key == "PLpgSQL_stmt_execsql" && isDml(queryOf(value.at("sqlstmt")))) return true;
      if (movesRows(value)) return true;
    }
    return false;
  }

  Flow block(const Json& s) {
    if (!s.contains("exceptions")) return body(s, "body");
    const std::size_t mark = replay_.schema.mark();
    const Session session = replay_.session;
    const Json list = s.at("exceptions").at("PLpgSQL_exception_block").value("exc_list", Json::array());
    requireCertainHandlers(s, list);
    try {
      return body(s, "body");
    } catch (const ReplayError& error) {
      const std::string state = sqlStateOf(error);
      for (const Json& wrapped : list) {
        const Json& handler = wrapped.at("PLpgSQL_exception");
        for (const Json& condition : handler.value("conditions", Json::array())) {
          if (!catches(condition.at("PLpgSQL_condition").value("condname", ""), state)) continue;
          replay_.schema.rollback(mark);
          replay_.session = session;
          variables_["sqlstate"] = Value::of(state);
          variables_["sqlerrm"] = Value::of(error.what());
          variables_["sqlerrm"].asWritten = true;  // in our words
          const ReplayError* outer = handled_;
          handled_ = &error;
          const Flow flow = body(handler, "action");
          handled_ = outer;
          return flow;
        }
      }
      throw;
    }
  }

  Flow conditional(const Json& s) {
    if (expression(s.at("cond")).isTrue()) return body(s, "then_body");
    for (const Json& wrapped : s.value("elsif_list", Json::array())) {
      const Json& elsif = wrapped.at("PLpgSQL_if_elsif");
      if (expression(elsif.at("cond")).isTrue()) return body(elsif, "stmts");
    }
    return body(s, "else_body");
  }

  Flow choice(const Json& s) {
    if (s.contains("t_expr")) variables_[nameOf(s.value("t_varno", -1))] = expression(s.at("t_expr"));
    for (const Json& wrapped : s.value("case_when_list", Json::array())) {
      const Json& when = wrapped.at("PLpgSQL_case_when");
      if (expression(when.at("expr")).isTrue()) return body(when, "stmts");
    }
    if (s.value("have_else", false)) return body(s, "else_stmts");
    throw ReplayError(ir::Code::RaisedByBlock, replay_.at(-1), "case not found");
  }

  // Assigns a query's first row to the target of INTO or to a loop variable.
  void assignRow(const Json& target, const Result& result, std::size_t row) {
    const bool any = row < result.rows.size();
    if (const auto record = target.find("PLpgSQL_rec"); record != target.end()) {
      Value value;
      value.type = Value::Type::Row;
      value.names = result.names;
      value.items = any ? result.rows[row].values : std::vector<Value>(result.names.size());
      variables_[record->value("refname", "")] = std::move(value);
    } else if (const auto list = target.find("PLpgSQL_row"); list != target.end()) {
      std::size_t i = 0;
      for (const Json& field : list->value("fields", Json::array())) {
        const std::size_t at = i++;
        set(field.value("varno", -1), any && at < result.rows[row].values.size() ? result.rows[row].values[at] : Value::null());
      }
    } else if (const auto var = target.find("PLpgSQL_var"); var != target.end()) {
      variables_[var->value("refname", "")] = any && !result.rows[row].values.empty() ? result.rows[row].values[0] : Value::null();
    } else {
      throw Unknowable("an assignment of a kind that is not interpreted");
    }
  }

  Flow into(const Json& s, const std::string& query) {
    const Result result = evaluator_.query(query);
    if (s.value("strict", false) && result.rows.size() != 1) {
      ReplayError error(ir::Code::RaisedByBlock, replay_.at(-1), result.rows.empty() ? "query returned no rows" : "query returned more than one row");
      error.sqlState = result.rows.empty() ? "P0002" : "P0003";
      throw error;
    }
    variables_["found"] = Value::of(!result.rows.empty());
    assignRow(s.at("target"), result, 0);
    return Flow::Next;
  }

  Flow sql(const Json& s) {
    const std::string query = queryOf(s.at("sqlstmt"));
    if (s.value("into", false)) return into(s, query);
    runSql(query);
    if (isDml(query)) variables_.erase("found");
    return Flow::Next;
  }

  Flow dynamic(const Json& s) {
    const Value query = expression(s.at("query"));
    if (query.isNull()) {
      ReplayError error(ir::Code::InvalidStatement, replay_.at(-1), "query string argument of EXECUTE is null");
      error.sqlState = "22004";
      throw error;
    }
    if (!s.value("into", false)) {
      runSql(toText(query));
      return Flow::Next;
    }
    int number = 0;
    for (const Json& parameter : s.value("params", Json::array())) variables_["$" + std::to_string(++number)] = expression(parameter);
    return into(s, toText(query));
  }

  void runSql(const std::string& sql) {
    if (sql.find(kDatabaseName) != std::string::npos) {
      // What is said of the database as a whole changes no schema.
      const std::string rest = sql.substr(std::min(sql.find_first_not_of(" \n\t"), sql.size()));
      std::string start;
      for (const char c : rest.substr(0, 15)) start += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      if (start.starts_with("alter database ") || start.starts_with("comment on data")) return;
      throw Unknowable("the name of the database is asked for");
    }
    const std::size_t before = replay_.schema.unfollowed.size();
    replay_.runText(sql);
    if (replay_.schema.unfollowed.size() > before) throw Unknowable(replay_.schema.unfollowed.back().what + " in it is not followed");
  }

  Flow perform(const Json& s) {
    std::string query = queryOf(s.at("expr"));
    if (s.value("is_call", false)) {
      runSql(query);
      return Flow::Next;
    }
    if (!callsMayChangeSchema(replay_, query)) {
      runSql(query);  // functions that change the session
      variables_.erase("found");
      variables_["found"] = Value::of(!evaluator_.query(query).rows.empty());
      return Flow::Next;
    }
    const Result rows = evaluator_.query(query);
    variables_["found"] = Value::of(!rows.rows.empty());
    return Flow::Next;
  }

  Flow assign(const Json& s) {
    const std::string text = queryOf(s.at("expr"));
    // "x := value" or "x = value"; the scanner's first ':=' or '=' outside quotes ends the target.
    std::size_t at = 0;
    while (at < text.size() && text[at] != '=' && text.compare(at, 2, ":=") != 0) ++at;
    const std::size_t length = text.compare(at, 2, ":=") == 0 ? 2 : 1;
    const std::string target = text.substr(0, at);
    if (target.find('[') != std::string::npos) throw Unknowable("an assignment to an element");
    Value value = evaluator_.expression(text.substr(at + length));
    const std::size_t dot = target.find('.');
    if (dot == std::string::npos) {
      set(s.value("varno", -1), std::move(value));
      return Flow::Next;
    }
    const auto record = variables_.find(identifier(target.substr(0, dot)));
    const std::string field = identifier(target.substr(dot + 1));
    if (record == variables_.end() || record->second.type != Value::Type::Row) throw Unknowable("an assignment to a field of what is no record");
    const auto& names = record->second.names;
    const auto place = std::find(names.begin(), names.end(), field);
    if (place == names.end()) throw Unknowable("an assignment to a field that is not known");
    record->second.items[static_cast<std::size_t>(place - names.begin())] = std::move(value);
    return Flow::Next;
  }

  // An identifier as it is written, folded.
  static std::string identifier(std::string_view written) {
    std::string out;
    bool quoted = false;
    for (const char c : written) {
      if (c == '"') quoted = !quoted;
      else if (quoted) out += c;
      else if (!std::isspace(static_cast<unsigned char>(c))) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
  }

  Flow raise(const Json& s) {
    if (!s.contains("message") && !s.contains("condname") && handled_) throw ReplayError(*handled_);
    if (s.value("elog_level", kError) < kError) return Flow::Next;
    std::string message = s.value("message", s.value("condname", "exception"));
    std::size_t at = 0;
    for (const Json& parameter : s.value("params", Json::array())) {
      at = message.find('%', at);
      if (at == std::string::npos) break;
      std::string text = "?";
      try {
        text = toText(expression(parameter));
      } catch (const Unknowable&) {
      }
      message.replace(at, 1, text);
      at += text.size();
    }
    ReplayError error(ir::Code::RaisedByBlock, replay_.at(-1), message);
    if (const std::string condition = s.value("condname", ""); !condition.empty()) {
      const std::string_view state = sqlStateOf(std::string_view(condition));
      error.sqlState = state.empty() ? condition : std::string(state);
    }
    throw error;
  }

  // Runs a loop's body; false: leave the loop with `flow`.
  bool once(const Json& s, Flow& flow) {
    flow = body(s, "body");
    if (flow == Flow::Exit) {
      flow = Flow::Next;
      return false;
    }
    if (flow == Flow::Return) return false;
    flow = Flow::Next;
    return true;
  }

  Flow countingLoop(const Json& s) {
    const Value lower = expression(s.at("lower")), upper = expression(s.at("upper"));
    const Value step = s.contains("step") ? expression(s.at("step")) : Value::of(std::int64_t{1});
    if (lower.type != Value::Type::Integer || upper.type != Value::Type::Integer || step.type != Value::Type::Integer || step.integer <= 0)
      throw Unknowable("a loop whose bounds are no numbers");
    const bool reverse = s.value("reverse", 0) != 0;
    const std::string name = s.at("var").at("PLpgSQL_var").value("refname", "");
    Flow flow = Flow::Next;
    for (std::int64_t i = lower.integer; reverse ? i >= upper.integer : i <= upper.integer; i += reverse ? -step.integer : step.integer) {
      variables_[name] = Value::of(i);
      if (!once(s, flow)) break;
    }
    return flow;
  }

  Flow rowLoop(const Json& s, const Result& result) {
    Flow flow = Flow::Next;
    for (std::size_t row = 0; row < result.rows.size(); ++row) {
      assignRow(s.at("var"), result, row);
      if (!once(s, flow)) break;
    }
    variables_["found"] = Value::of(!result.rows.empty());
    return flow;
  }

  Flow elementLoop(const Json& s) {
    const Value array = expression(s.at("expr"));
    if (array.type != Value::Type::Array || s.value("slice", 0) != 0) throw Unknowable("FOREACH over what is no array");
    Flow flow = Flow::Next;
    for (const Value& item : array.items) {
      set(s.value("varno", -1), item);
      if (!once(s, flow)) break;
    }
    return flow;
  }

  Flow plainLoop(const Json& s) {
    Flow flow = Flow::Next;
    while (!s.contains("cond") || expression(s.at("cond")).isTrue())
      if (!once(s, flow)) break;
    return flow;
  }

  static constexpr int kMostSteps = 100000;
  static constexpr int kError = 21;  // elog.h: below it are notices and warnings
  Replay& replay_;
  Variables variables_;
  Evaluator evaluator_;
  std::vector<std::string> names_, types_;  // of the datums, by number
  const ReplayError* handled_ = nullptr;    // inside an exception handler
  std::map<int, int> parents_;              // of a field's datum: its record's
  int steps_ = 0;
};

// The routine as CREATE FUNCTION, for the parser: types that it does not know do not matter to it.
std::string textOf(const ir::Object& routine) {
  const auto& data = routine.as<ir::Function>();
  const auto typeText = [](const ir::TypeRef& type) {
    return type && type.type->origin == ir::Origin::BuiltIn ? ir::formatType(ir::TypeRef{type.type, {}, type.array}) : std::string("text");
  };
  std::string arguments;
  bool out = false;
  for (const ir::Argument& argument : data.arguments) {
    const bool output = !ir::isInput(argument);
    out = out || output;
    arguments += (arguments.empty() ? "" : ", ") + std::string(output ? "out " : "") + (argument.name.empty() ? "" : ir::quoteIdentifier(argument.name) + " ") + typeText(argument.type);
  }
  std::string tag = "$body$";
  while (data.body.view().find(tag) != std::string_view::npos) tag.insert(1, "_");
  const bool procedure = data.routine == ir::Routine::Procedure;
  const std::string result = procedure || out ? "" : std::string(" RETURNS ") + (data.result.setOf ? "SETOF " : "") + typeText(data.result);
  return fmt::format("CREATE {} f({}){} LANGUAGE plpgsql AS {}{}{}", procedure ? "PROCEDURE" : "FUNCTION", arguments, result, tag, data.body.view(), tag);
}

// The session that a routine's body runs in: SET clauses, and SECURITY DEFINER.
void enterRoutine(Session& session, const ir::Object& routine) {
  const auto& data = routine.as<ir::Function>();
  for (const ir::Option& setting : data.settings) {
    if (setting.name == "search_path") session.searchPath = splitIdentifiers(setting.value);
    if (setting.name == "role") throw Unknowable("a routine runs under a role that it sets");
  }
  if (!data.securityDefiner) return;
  const ir::Object* owner = ir::childOf(routine, ir::Kind::Owner, ir::Name());
  if (owner) session.user = owner->as<ir::Owner>().role;
}

}  // namespace

std::optional<Value> callRoutine(Replay& replay, const ir::Object& routine, std::vector<Value> arguments) {
  constexpr int kDeepest = 8;
  static thread_local int depth = 0;
  if (depth == kDeepest) throw Unknowable("calls nested too deeply");
  struct Deeper {
    Deeper() { ++depth; }
    ~Deeper() { --depth; }
  } deeper;
  const auto& data = routine.as<ir::Function>();
  if (data.language != "plpgsql") throw Unknowable(fmt::format("function {} is called", ir::qualifiedName(routine)));
  std::string error;
  const std::string json = parsePlpgsql(textOf(routine), error);
  if (json.empty()) throw Unknowable(fmt::format("{} cannot be parsed: {}", ir::qualifiedName(routine), error));
  Variables variables;
  std::size_t number = 0;
  for (const ir::Argument& argument : data.arguments) {
    if (!ir::isInput(argument)) continue;
    if (number >= arguments.size()) {
      if (!argument.defaultValue) throw Unknowable("a call has too few arguments");
      Variables none;
      arguments.push_back(Evaluator(replay, none).expression(ir::render(*argument.defaultValue)));
    }
    if (argument.mode == ir::ArgumentMode::Variadic) throw Unknowable("a call of a function with VARIADIC");
    // 't' for a regclass is looked up where the call stands.
    if (const auto& type = argument.type; type && !type.array && type.type->name.view().starts_with("reg"))
      arguments[number] = Evaluator(replay, variables).toReg(arguments[number], type.type->name.str());
    variables["$" + std::to_string(number + 1)] = arguments[number];
    if (!argument.name.empty()) variables[argument.name.str()] = arguments[number];
    ++number;
  }
  const std::size_t mark = replay.schema.mark();
  const Session session = replay.session;
  try {
    enterRoutine(replay.session, routine);
    // A regclass is printed as the routine's own search path sees it.
    for (auto& [name, value] : variables) Evaluator(replay, variables).respell(value);
    Interpreter interpreter(replay, std::move(variables));
    const auto functions = nlohmann::json::parse(json);
    interpreter.run(functions.at(0).at("PLpgSQL_function"));
    if (!data.settings.empty() || data.securityDefiner) {
      replay.session.searchPath = session.searchPath;
      replay.session.user = session.user;
      replay.session.roleSaid = session.roleSaid;
    }
    return interpreter.returned;
  } catch (...) {
    replay.schema.rollback(mark);
    replay.session = session;
    throw;
  }
}

bool followCall(Replay& replay, const FuncCall& call) {
  if (call.over || call.agg_filter) return false;
  const auto [schema, name] = replay.split(call.funcname);
  const auto functions = replay.names().functions(schema, name);
  if (functions.size() != 1 || functions[0]->as<ir::Function>().language != "plpgsql" || functions[0]->origin == ir::Origin::Extension ||
      functions[0]->origin == ir::Origin::Platform || !mayChangeSchema(replay, *functions[0]))
    return false;
  const std::size_t unfollowed = replay.schema.unfollowed.size();
  try {
    Variables none;
    Evaluator evaluator(replay, none);
    std::vector<Value> arguments;
    for (Node* argument : each<Node>(call.args)) arguments.push_back(evaluator.value(argument, nullptr));
    callRoutine(replay, *functions[0], std::move(arguments));
  } catch (const Unknowable& reason) {
    replay.schema.unfollowed.resize(unfollowed);
    replay.notModelled("a call of " + ir::qualifiedName(*functions[0]), reason.what());
  }
  return true;
}

}  // namespace plpgsql

void replay(Replay& replay, const DoStmt& statement) {
  for (DefElem* option : each<DefElem>(statement.args))
    if (std::string_view(option->defname) == "language" && std::string_view(strVal(option->arg)) != "plpgsql")
      return replay.notModelled("DO block", "it is not PL/pgSQL");
  std::string error;
  const std::string json = parsePlpgsql(replay.statementText(), error);
  if (json.empty()) return replay.notModelled("DO block", error.empty() ? "it cannot be parsed" : error);
  const auto functions = nlohmann::json::parse(json);
  const auto& function = functions.at(0).at("PLpgSQL_function");
  if (!plpgsql::effectsOf(replay, function).schema) return;
  const std::size_t mark = replay.schema.mark();
  const std::size_t unfollowed = replay.schema.unfollowed.size();
  const Session session = replay.session;
  try {
    plpgsql::Interpreter(replay).run(function);
  } catch (const plpgsql::Unknowable& reason) {
    // Exactly, or not at all.
    replay.schema.rollback(mark);
    replay.schema.unfollowed.resize(unfollowed);
    replay.session = session;
    replay.notModelled("DO block", reason.what());
  }
}

}  // namespace schemac::parser
