// DO blocks: PL/pgSQL interpreted over the in-memory catalog. Either a block is followed exactly or it is named as not followed.
#include <cctype>
#include <nlohmann/json.hpp>

#include "fmt/format.h"
#include "ir/identity.h"
#include "parser/plpgsql/conditions.h"
#include "parser/plpgsql/evaluate.h"
#include "parser/plpgsql/routine.h"
#include "parser/sql/pg_nodes.h"
#include "parser/sql/replay.h"

namespace schemac::parser {
namespace plpgsql {
namespace {

using Json = nlohmann::json;

enum class Flow { Next, Exit, Continue, Return };

class Interpreter {
 public:
  explicit Interpreter(Replay& replay) : replay_(replay), evaluator_(replay, variables_) {}

  void run(const Json& function) {
    variables_["found"] = Value::of(false);
    for (const Json& datum : function.value("datums", Json::array())) {
      names_.emplace_back();
      types_.emplace_back();
      if (const auto var = datum.find("PLpgSQL_var"); var != datum.end()) declare(*var);
      else if (const auto record = datum.find("PLpgSQL_rec"); record != datum.end()) names_.back() = record->value("refname", "");
    }
    statement(function.at("action"));
  }

 private:
  void declare(const Json& var) {
    const std::string name = var.value("refname", "");
    names_.back() = name;
    if (const auto type = var.find("datatype"); type != var.end()) types_.back() = type->at("PLpgSQL_type").value("typname", "");
    if (name == "found" || name == "sqlstate" || name == "sqlerrm") return;
    Value value = Value::null();
    if (const auto start = var.find("default_val"); start != var.end()) value = expression(*start);
    variables_[name] = typed(std::move(value), types_.back());
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

  Flow statement(const Json& wrapped) {
    if (++steps_ > kMostSteps) throw Unknowable("it runs too long");
    const std::string& kind = wrapped.begin().key();
    const Json& s = wrapped.begin().value();
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
    if (kind == "PLpgSQL_stmt_return") return Flow::Return;
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

  Flow block(const Json& s) {
    if (!s.contains("exceptions")) return body(s, "body");
    const std::size_t mark = replay_.schema.mark();
    const Session session = replay_.session;
    try {
      return body(s, "body");
    } catch (const ReplayError& error) {
      const std::string state = sqlStateOf(error);
      for (const Json& wrapped : s.at("exceptions").at("PLpgSQL_exception_block").value("exc_list", Json::array())) {
        const Json& handler = wrapped.at("PLpgSQL_exception");
        for (const Json& condition : handler.value("conditions", Json::array())) {
          if (!catches(condition.at("PLpgSQL_condition").value("condname", ""), state)) continue;
          replay_.schema.rollback(mark);
          replay_.session = session;
          variables_["sqlstate"] = Value::of(state);
          variables_["sqlerrm"] = Value::of(error.what());
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
    run(query);
    return Flow::Next;
  }

  Flow dynamic(const Json& s) {
    const Value query = expression(s.at("query"));
    if (query.isNull()) throw Unknowable("EXECUTE of a null string");
    if (s.value("into", false)) {
      if (s.contains("params")) throw Unknowable("EXECUTE … INTO … USING");
      return into(s, toText(query));
    }
    run(toText(query));
    return Flow::Next;
  }

  void run(const std::string& sql) {
    const std::size_t before = replay_.schema.unfollowed.size();
    replay_.runText(sql);
    if (replay_.schema.unfollowed.size() > before) throw Unknowable(replay_.schema.unfollowed.back().what + " in it is not followed");
  }

  Flow perform(const Json& s) {
    const std::string query = queryOf(s.at("expr"));
    run(query);  // functions that change the session or the schema
    try {
      variables_["found"] = Value::of(!evaluator_.query(query).rows.empty());
    } catch (const Unknowable&) {
      variables_.erase("found");
    }
    return Flow::Next;
  }

  Flow assign(const Json& s) {
    const std::string text = queryOf(s.at("expr"));
    // "x := value" or "x = value"; the scanner's first ':=' or '=' outside quotes ends the target.
    std::size_t at = 0;
    while (at < text.size() && text[at] != '=' && text.compare(at, 2, ":=") != 0) ++at;
    const std::size_t length = text.compare(at, 2, ":=") == 0 ? 2 : 1;
    const std::string target = text.substr(0, at);
    if (target.find_first_of(".[") != std::string::npos) throw Unknowable("an assignment to a field or an element");
    set(s.value("varno", -1), evaluator_.expression(text.substr(at + length)));
    return Flow::Next;
  }

  Flow raise(const Json& s) {
    constexpr int kError = 21;  // elog.h: below it are notices and warnings
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
  Replay& replay_;
  Variables variables_;
  Evaluator evaluator_;
  std::vector<std::string> names_, types_;  // of the datums, by number
  const ReplayError* handled_ = nullptr;    // inside an exception handler
  int steps_ = 0;
};

// Statements below a node that could change the schema; a block without any only moves rows.
bool mayChangeSchema(const Json& node) {
  if (node.is_array()) return std::any_of(node.begin(), node.end(), mayChangeSchema);
  if (!node.is_object()) return false;
  for (const auto& [key, value] : node.items()) {
    if (key == "PLpgSQL_stmt_dynexecute" || key == "PLpgSQL_stmt_dynfors" || key == "PLpgSQL_stmt_perform" || key == "PLpgSQL_stmt_call") return true;
    if (key == "PLpgSQL_stmt_execsql") {
      std::string word;
      for (const char c : value.at("sqlstmt").at("PLpgSQL_expr").value("query", "")) {
        if (!std::isalpha(static_cast<unsigned char>(c))) {
          if (word.empty() && std::isspace(static_cast<unsigned char>(c))) continue;
          break;
        }
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      }
      const bool rows = word == "insert" || word == "update" || word == "delete" || word == "merge" || word == "select" || word == "lock" || word == "truncate" || word == "notify";
      if (!rows) return true;
    }
    if (mayChangeSchema(value)) return true;
  }
  return false;
}

}  // namespace
}  // namespace plpgsql

namespace {

// Follows a block, `sql` being it as a DO statement, exactly or not at all.
void interpret(Replay& replay, std::string_view sql, const std::string& what) {
  std::string error;
  const std::string json = parsePlpgsql(sql, error);
  if (json.empty()) return replay.notModelled(what, error.empty() ? "it cannot be parsed" : error);
  const auto functions = nlohmann::json::parse(json);
  const auto& function = functions.at(0).at("PLpgSQL_function");
  if (!plpgsql::mayChangeSchema(function)) return;
  const std::size_t mark = replay.schema.mark();
  const std::size_t unfollowed = replay.schema.unfollowed.size();
  const Session session = replay.session;
  try {
    plpgsql::Interpreter(replay).run(function);
  } catch (const plpgsql::Unknowable& reason) {
    replay.schema.rollback(mark);
    replay.schema.unfollowed.resize(unfollowed);
    replay.session = session;
    replay.notModelled(what, reason.what());
  }
}

}  // namespace

void replay(Replay& replay, const DoStmt& statement) {
  for (DefElem* option : each<DefElem>(statement.args))
    if (std::string_view(option->defname) == "language" && std::string_view(strVal(option->arg)) != "plpgsql")
      return replay.notModelled("DO block", "it is not PL/pgSQL");
  interpret(replay, replay.statementText(), "DO block");
}

bool plpgsql::followRoutine(Replay& replay, const ir::Object& routine) {
  const auto& data = routine.as<ir::Function>();
  // SET clauses and SECURITY DEFINER change the session that the body runs in.
  if (data.language != "plpgsql" || !data.arguments.empty() || !data.settings.empty() || data.securityDefiner) return false;
  constexpr int kDeepest = 8;
  static thread_local int depth = 0;
  if (depth == kDeepest) return false;
  std::string tag = "$body$";
  while (data.body.view().find(tag) != std::string_view::npos) tag.insert(1, "_");
  struct Deeper {
    Deeper() { ++depth; }
    ~Deeper() { --depth; }
  } deeper;
  interpret(replay, "DO " + tag + data.body.str() + tag, "a call of " + ir::qualifiedName(routine));
  return true;
}

}  // namespace schemac::parser
