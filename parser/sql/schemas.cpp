// CREATE SCHEMA and what stands inside it.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "parser/sql/alter.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

// The server makes elements in this order, whatever the order written (transformCreateSchemaStmtElements).
int elementRank(const Node* element) {
  switch (nodeTag(element)) {
    case T_CreateSeqStmt: return 0;
    case T_CreateStmt: return 1;
    case T_ViewStmt: return 2;
    case T_IndexStmt: return 3;
    case T_CreateTrigStmt: return 4;
    default: return 5;
  }
}

void makeElements(Replay& replay, const CreateSchemaStmt& statement, ir::Name schema, ir::Name owner) {
  std::vector<Node*> elements;
  for (Node* element : each<Node>(statement.schemaElts)) elements.push_back(element);
  std::stable_sort(elements.begin(), elements.end(), [](auto* a, auto* b) { return elementRank(a) < elementRank(b); });
  const Session before = replay.session;
  replay.session.searchPath.insert(replay.session.searchPath.begin(), schema);
  if (!owner.empty()) {
    replay.session.user = owner;
    replay.session.roleSaid = true;
  }
  const Statement whole = replay.statement;
  for (Node* element : elements) {
    Statement inner = whole;
    inner.node = element;
    replay.dispatch(inner);
  }
  replay.statement = whole;
  replay.session = before;
}

}  // namespace

void replay(Replay& replay, const CreateSchemaStmt& statement) {
  const ir::Name owner = statement.authrole ? replay.role(*statement.authrole) : ir::Name();
  const ir::Name name = statement.schemaname ? ir::Name(statement.schemaname) : owner;
  if (name.view().starts_with("pg_"))
    throwInvalid(replay, -1, fmt::format("unacceptable schema name \"{}\"", name.view()), "The prefix \"pg_\" is reserved for system schemas.");
  if (replay.schema.schema(name)) {
    if (statement.if_not_exists) return;
    throwDuplicate(replay, -1, fmt::format("schema \"{}\" already exists", name.view()));
  }
  const ir::Object& schema = replay.make(nullptr, name, ir::Namespace{});
  replay.giveDefaults(schema);
  if (!owner.empty()) setOwner(replay, schema, owner);
  if (statement.schemaElts) makeElements(replay, statement, name, owner);
}

}  // namespace schemac::parser
