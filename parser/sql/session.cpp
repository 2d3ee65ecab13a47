// SET, transactions, and queries that stand alone: what they change is the session; what they may hide is named.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "ir/identity.h"
#include "parser/plpgsql/evaluate.h"
#include "parser/plpgsql/routine.h"
#include "parser/sql/lookup.h"
#include "parser/sql/queues.h"
#include "parser/sql/settings.h"
#include "parser/sql/tables.h"

namespace schemac::parser {
namespace {

using ir::Name;
using ir::Object;

Session fresh(const Replay& replay) { return Replay(replay.schema, replay.options, replay.diagnostics).session; }

void setRole(Session& session, const std::string& role) {
  const bool none = role.empty() || role == "none";
  session.roleSaid = !none || session.sessionUserSaid;
  session.user = none ? session.sessionUser : Name(role);
}

void setSessionUser(Session& session, const Session& standard, const std::string& role) {
  session.sessionUserSaid = !role.empty();
  session.sessionUser = role.empty() ? standard.sessionUser : Name(role);
  setRole(session, {});
}

// parse_bool(): any beginning of the words, in any case.
bool isOff(std::string value) {
  for (char& c : value) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (value.empty()) return false;
  return value == "0" || std::string_view("false").starts_with(value) || std::string_view("no").starts_with(value) ||
         (value.size() > 1 && std::string_view("off").starts_with(value));
}

constexpr std::array<std::string_view, 6> kFollowed{"search_path", "role", "session_authorization", "check_function_bodies", "default_tablespace",
                                                    "default_table_access_method"};
bool isFollowed(std::string_view name) { return std::find(kFollowed.begin(), kFollowed.end(), name) != kFollowed.end(); }

// `value` as SET or set_config() give it; a search_path comes as its list.
void setOne(Session& session, const Session& standard, std::string_view name, const std::vector<Name>& values, bool reset) {
  const std::string value = values.empty() ? "" : values.front().str();
  if (name == "search_path") session.searchPath = reset ? standard.searchPath : values;
  else if (name == "role") setRole(session, reset ? "" : value);
  else if (name == "session_authorization") setSessionUser(session, standard, reset ? "" : value);
  else if (name == "check_function_bodies") session.checkFunctionBodies = reset || !isOff(value);
  else if (name == "default_tablespace") session.defaultTablespace = reset ? Name() : Name(value);
  else if (name == "default_table_access_method") session.defaultAccessMethod = reset ? Name() : Name(value);
}

void resetAll(Session& session, const Session& standard) {
  Session before = std::move(session);
  session = standard;
  session.transactions = std::move(before.transactions);
  session.user = before.user;  // RESET ALL leaves role and session_authorization alone
  session.roleSaid = before.roleSaid;
  session.sessionUser = before.sessionUser;
  session.sessionUserSaid = before.sessionUserSaid;
}

// What holds after COMMIT, while a transaction is open; else null.
Session* committed(Replay& replay) {
  auto& open = replay.session.transactions;
  return open.empty() ? nullptr : open.front().committed.get();
}

template <class Change>
void change(Replay& replay, bool local, Change&& apply) {
  apply(replay.session);
  // Outside a transaction SET LOCAL would change nothing; migration files run in one, so it holds to the file's end.
  if (Session* later = committed(replay); later && !local) apply(*later);
}

void begin(Replay& replay, Name name) {
  Savepoint savepoint{name, replay.schema.mark(), std::make_shared<Session>(replay.session), nullptr};
  savepoint.committed = std::make_shared<Session>(name.empty() ? replay.session : *committed(replay));
  replay.session.transactions.push_back(std::move(savepoint));
}

void end(Replay& replay, bool keep) {
  if (replay.session.transactions.empty()) return;  // a warning on the server
  const Savepoint outermost = replay.session.transactions.front();
  if (!keep) replay.schema.rollback(outermost.mark);
  for (const Object* table : replay.dropOnCommit)
    if (!table->dropped) replay.drop(*table, true);
  replay.dropOnCommit.clear();
  replay.session = keep ? *outermost.committed : *outermost.session;
  replay.session.transactions.clear();
}

std::size_t savepointNamed(Replay& replay, const char* name) {
  const auto& open = replay.session.transactions;
  for (std::size_t i = open.size(); i-- > 1;)
    if (open[i].name == name) return i;
  ReplayError error(ir::Code::Undefined, replay.at(-1), fmt::format("savepoint \"{}\" does not exist", name));
  error.sqlState = "3B001";
  throw error;
}

// --- functions that a query calls

// set_config(name, value, is_local): what it sets is known where its arguments are, and that it is called where nothing stands beside it.
void followSetConfig(Replay& replay, const FuncCall& call, bool certain) {
  plpgsql::Variables none;
  plpgsql::Evaluator evaluator(replay, none);
  std::vector<plpgsql::Value> arguments;
  try {
    for (Node* argument : each<Node>(call.args)) {
      arguments.push_back(evaluator.value(argument, nullptr));
    }
    if (!certain) throw plpgsql::Unknowable("how often it is called is not known");
  } catch (const plpgsql::Unknowable& reason) {
    const bool known = !arguments.empty() && !isFollowed(plpgsql::toText(arguments[0]));
    if (known) return change(replay, false, [&](Session& session) { keepSetting(session.settings, plpgsql::toText(arguments[0]), std::nullopt); });
    return replay.notModelled("a call of set_config", reason.what());
  }
  const std::string name = plpgsql::toText(arguments[0]);
  const bool reset = arguments[1].isNull();
  const std::string value = reset ? std::string() : plpgsql::toText(arguments[1]);
  const bool local = arguments[2].type == plpgsql::Value::Type::Text ? !isOff(arguments[2].text) : arguments[2].isTrue();
  if (!isFollowed(name))
    return change(replay, local, [&](Session& session) { keepSetting(session.settings, name, reset ? std::nullopt : std::optional(value)); });
  const Session standard = fresh(replay);
  const auto values = name == "search_path" ? splitIdentifiers(value) : std::vector<Name>{Name(value)};
  change(replay, local, [&](Session& session) { setOne(session, standard, name, values, reset); });
}

struct Walk {
  Replay& replay;
  bool certain;  // each call runs exactly once
};

void follow(Replay& replay, const FuncCall& call, bool certain) {
  const auto [schema, name] = replay.split(call.funcname);
  if (name == "set_config" && (schema.empty() || schema == "pg_catalog") && list_length(call.args) == 3) return followSetConfig(replay, call, certain);
  if (followQueueCall(replay, call)) return;
  for (const Object* function : replay.names().functions(schema, name))
    if (plpgsql::mayChangeSchema(replay, *function))
      return replay.notModelled(fmt::format("a call of {}", ir::qualifiedName(*function)), "its body may change the schema");
}

bool walkCalls(Node* node, void* context) {
  if (!node) return false;
  const Walk& walk = *static_cast<const Walk*>(context);
  if (nodeTag(node) == T_FuncCall) follow(walk.replay, *reinterpret_cast<FuncCall*>(node), walk.certain);
  return raw_expression_tree_walker(node, walkCalls, context);
}

// What a piece of SQL calls, and may so do to the schema or the session.
void followCalls(Replay& replay, const Node* node, bool certain = false) {
  Walk walk{replay, certain};
  walkCalls(const_cast<Node*>(node), &walk);
}
template <class T>
void followCallsOf(Replay& replay, const T& statement) {
  followCalls(replay, reinterpret_cast<const Node*>(&statement));
}

void followTriggers(Replay& replay, const RangeVar& written, std::initializer_list<std::string_view> events) {
  const Object* relation = replay.findRelation(written);
  if (!relation) return;
  for (const Object* trigger : ir::childrenOf(*relation, ir::Kind::Trigger)) {
    const auto& data = trigger->as<ir::Trigger>();
    const bool fires = data.enabled != "disabled" && data.function && data.function->kind == ir::Kind::Function &&
                       std::any_of(events.begin(), events.end(), [&](std::string_view event) {
                         return std::any_of(data.events.begin(), data.events.end(), [&](ir::Name own) { return own.view() == event; });
                       });
    if (fires && plpgsql::mayChangeSchema(replay, *data.function))
      replay.notModelled(fmt::format("what {} fires", ir::qualifiedName(*relation)), fmt::format("the function of trigger \"{}\" may change the schema", trigger->name.view()));
  }
}

}  // namespace

void replay(Replay& replay, const VariableSetStmt& statement) {
  const Session standard = fresh(replay);
  if (statement.kind == VAR_RESET_ALL) return change(replay, false, [&](Session& session) { resetAll(session, standard); });
  if (statement.kind == VAR_SET_MULTI || !statement.name) return;  // SET TRANSACTION …
  const bool reset = statement.kind == VAR_RESET || statement.kind == VAR_SET_DEFAULT;
  std::vector<Name> values;
  for (const Node* argument : each<Node>(statement.args)) values.emplace_back(stringOf(argument));
  std::erase(values, Name());
  if (!isFollowed(statement.name)) {
    const auto value = reset || statement.kind == VAR_SET_CURRENT ? std::nullopt : std::optional(settingValue(replay, statement));
    return change(replay, statement.is_local, [&](Session& session) { keepSetting(session.settings, statement.name, value); });
  }
  change(replay, statement.is_local, [&](Session& session) { setOne(session, standard, statement.name, values, reset); });
}

void replay(Replay& replay, const DiscardStmt& statement) {
  if (statement.target == DISCARD_ALL || statement.target == DISCARD_TEMP) dropTemporary(replay);
  if (statement.target == DISCARD_ALL) replay.session = fresh(replay);
}

void replay(Replay& replay, const TransactionStmt& statement) {
  // In a declarative source statements have no order, so nothing could be taken back to.
  if (replay.options.declarative) {
    if (statement.kind == TRANS_STMT_ROLLBACK || statement.kind == TRANS_STMT_ROLLBACK_TO)
      throwInvalid(replay, -1, "ROLLBACK has no meaning in a declarative source");
    return;
  }
  switch (statement.kind) {
    case TRANS_STMT_BEGIN: case TRANS_STMT_START:
      if (!replay.inTransaction()) begin(replay, Name());
      return;
    case TRANS_STMT_COMMIT: case TRANS_STMT_ROLLBACK:
      end(replay, statement.kind == TRANS_STMT_COMMIT);
      if (statement.chain) begin(replay, Name());
      return;
    case TRANS_STMT_SAVEPOINT:
      if (replay.inTransaction()) begin(replay, statement.savepoint_name);
      return;
    case TRANS_STMT_RELEASE:
      if (replay.inTransaction()) replay.session.transactions.resize(savepointNamed(replay, statement.savepoint_name));
      return;
    case TRANS_STMT_ROLLBACK_TO: {
      if (!replay.inTransaction()) return;
      const std::size_t place = savepointNamed(replay, statement.savepoint_name);
      const Savepoint savepoint = replay.session.transactions[place];
      auto open = replay.session.transactions;
      open.resize(place + 1);
      *open.front().committed = *savepoint.committed;  // what was set since is gone, LOCAL or not
      replay.schema.rollback(savepoint.mark);
      replay.session = *savepoint.session;
      replay.session.transactions = std::move(open);
      return;
    }
    default: return notCompared(replay, "a prepared transaction");
  }
}

void replay(Replay& replay, const SelectStmt& statement) {
  if (statement.intoClause) {
    SelectStmt query = statement;
    query.intoClause = nullptr;
    CreateTableAsStmt create{};
    create.type = T_CreateTableAsStmt;
    create.query = reinterpret_cast<Node*>(&query);
    create.into = statement.intoClause;
    create.objtype = OBJECT_TABLE;
    create.is_select_into = true;
    return parser::replay(replay, create);
  }
  if (list_length(statement.targetList) == 1 && !statement.fromClause && !statement.whereClause && !statement.withClause) {
    const auto* target = reinterpret_cast<const ResTarget*>(linitial(statement.targetList));
    if (target->val && nodeTag(target->val) == T_FuncCall && plpgsql::followCall(replay, *reinterpret_cast<const FuncCall*>(target->val))) return;
  }
  followCalls(replay, reinterpret_cast<const Node*>(&statement), !statement.fromClause && !statement.whereClause && !statement.withClause && !statement.larg);
}

void replay(Replay& replay, const CallStmt& statement) {
  if (plpgsql::followCall(replay, *statement.funccall)) return;
  followCalls(replay, reinterpret_cast<const Node*>(statement.funccall), true);
}

// Rows are no matter; functions that they call on the way may be, and triggers that they fire.
void replay(Replay& replay, const InsertStmt& statement) {
  followCallsOf(replay, statement);
  followTriggers(replay, *statement.relation, {"insert"});
}
void replay(Replay& replay, const UpdateStmt& statement) {
  followCallsOf(replay, statement);
  followTriggers(replay, *statement.relation, {"update"});
}
void replay(Replay& replay, const DeleteStmt& statement) {
  followCallsOf(replay, statement);
  followTriggers(replay, *statement.relation, {"delete"});
}
void replay(Replay& replay, const MergeStmt& statement) {
  followCallsOf(replay, statement);
  followTriggers(replay, *statement.relation, {"insert", "update", "delete"});
}
void replay(Replay& replay, const CopyStmt& statement) {
  followCalls(replay, statement.query);
  if (statement.is_from) followTriggers(replay, *statement.relation, {"insert"});
}
void replay(Replay& replay, const TruncateStmt& statement) {
  for (const RangeVar* relation : each<RangeVar>(statement.relations)) followTriggers(replay, *relation, {"truncate"});
}
void replay(Replay& replay, const PrepareStmt& statement) {
  followCalls(replay, statement.query);
  Replay::Prepared prepared{statement.query, {}, replay.text.data(), 0, 0};
  const std::string_view whole = replay.statementText();
  prepared.begin = static_cast<std::uint32_t>(whole.data() - replay.text.data());
  prepared.end = prepared.begin + static_cast<std::uint32_t>(whole.size());
  for (const TypeName* type : each<TypeName>(statement.argtypes)) prepared.parameters.push_back(replay.type(*type));
  replay.prepared[statement.name] = std::move(prepared);
}
void replay(Replay& replay, const DeclareCursorStmt& statement) { followCalls(replay, statement.query); }

// With ANALYZE it runs what it explains.
void replay(Replay& replay, const ExplainStmt& statement) {
  bool runs = false;
  for (const DefElem* option : each<DefElem>(statement.options))
    if (std::string_view(option->defname) == "analyze") runs = booleanOf(*option);
  if (!runs) return;
  Statement inner = replay.statement;
  inner.node = statement.query;
  replay.dispatch(inner);
}

}  // namespace schemac::parser
