// SET, transactions, and queries that stand alone: what they change is the session; what they may hide is named.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "ir/identity.h"
#include "parser/plpgsql/routine.h"
#include "parser/sql/lookup.h"
#include "parser/sql/queues.h"
#include "parser/sql/settings.h"

namespace schemac::parser {
namespace {

using ir::Name;
using ir::Object;

Session fresh(const Replay& replay) { return Replay(replay.schema, replay.options, replay.diagnostics).session; }

void setUser(Session& session, const Session& standard, const std::string& role) {
  session.roleSaid = !role.empty() && role != "none" && role != "default";
  session.user = session.roleSaid ? Name(role) : standard.user;
}

// `value` as SET or set_config() give it; a search_path comes as its list.
void setOne(Session& session, const Session& standard, std::string_view name, const std::vector<Name>& values, bool reset) {
  const std::string value = values.empty() ? "" : values.front().str();
  const bool on = value != "off" && value != "false" && value != "0" && value != "no";
  if (name == "search_path") session.searchPath = reset ? standard.searchPath : values;
  else if (name == "role" || name == "session_authorization") setUser(session, standard, reset ? "" : value);
  else if (name == "check_function_bodies") session.checkFunctionBodies = reset || on;
  else if (name == "default_tablespace") session.defaultTablespace = reset ? Name() : Name(value);
  else if (name == "default_table_access_method") session.defaultAccessMethod = reset ? Name() : Name(value);
}

void resetAll(Session& session, const Session& standard) {
  auto transactions = std::move(session.transactions);
  const Name user = session.user;
  const bool said = session.roleSaid;
  session = standard;
  session.transactions = std::move(transactions);
  session.user = user;  // RESET ALL leaves role and session_authorization alone
  session.roleSaid = said;
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

std::vector<Name> textArguments(const FuncCall& call) {
  std::vector<Name> values;
  for (const Node* argument : each<Node>(call.args)) values.emplace_back(stringOf(argument));
  return values;
}

void follow(Replay& replay, const FuncCall& call) {
  const auto [schema, name] = replay.split(call.funcname);
  if (name == "set_config" && (schema.empty() || schema == "pg_catalog") && list_length(call.args) == 3) {
    const auto arguments = textArguments(call);
    const Session standard = fresh(replay);
    const bool path = arguments[0] == "search_path";
    const auto values = path ? splitIdentifiers(arguments[1]) : std::vector<Name>{arguments[1]};
    change(replay, arguments[2] == "true", [&](Session& session) { setOne(session, standard, arguments[0], values, false); });
    return;
  }
  if (followQueueCall(replay, call)) return;
  for (const Object* function : replay.names().functions(schema, name))
    if (plpgsql::mayChangeSchema(replay, *function))
      return replay.notModelled(fmt::format("a call of {}", ir::qualifiedName(*function)), "its body may change the schema");
}

bool walkCalls(Node* node, void* context) {
  if (!node) return false;
  if (nodeTag(node) == T_FuncCall) follow(*static_cast<Replay*>(context), *reinterpret_cast<FuncCall*>(node));
  return raw_expression_tree_walker(node, walkCalls, context);
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
  change(replay, statement.is_local, [&](Session& session) { setOne(session, standard, statement.name, values, reset); });
}

void replay(Replay& replay, const DiscardStmt& statement) {
  if (statement.target != DISCARD_ALL) return;
  replay.session = fresh(replay);
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
    case TRANS_STMT_COMMIT: return end(replay, true);
    case TRANS_STMT_ROLLBACK: return end(replay, false);
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
  walkCalls(const_cast<Node*>(reinterpret_cast<const Node*>(&statement)), &replay);
}

void replay(Replay& replay, const CallStmt& statement) {
  if (plpgsql::followCall(replay, *statement.funccall)) return;
  walkCalls(reinterpret_cast<Node*>(statement.funccall), &replay);
}

}  // namespace schemac::parser
