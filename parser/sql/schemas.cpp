// CREATE SCHEMA and what stands inside it.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "parser/sql/alter.h"
#include "parser/sql/lookup.h"
#include "parser/sql/tables.h"

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

// Each element from its CREATE or GRANT to the next, in the order written.
std::vector<Span> elementSpans(const Slices& slices) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 1; (at = slices.end(at, {"create", "grant"})) < slices.size(); ++at) {
    const bool begins = slices.is(at, "create") || slices.is(at, "grant");
    if (begins && !slices.is(at - 1, "with") && !slices.is(at - 1, "as") && !slices.is(at - 1, ".")) starts.push_back(at);  // not WITH GRANT OPTION
  }
  std::vector<Span> spans;
  for (std::size_t i = 0; i < starts.size(); ++i) spans.push_back(slices.span(starts[i], i + 1 < starts.size() ? starts[i + 1] : slices.size()));
  return spans;
}

void makeElements(Replay& replay, const CreateSchemaStmt& statement, ir::Name schema, ir::Name owner) {
  const std::vector<Span> spans = elementSpans(slicesOf(replay));
  std::vector<std::pair<Node*, Span>> elements;
  for (Node* element : each<Node>(statement.schemaElts)) elements.emplace_back(element, elements.size() < spans.size() ? spans[elements.size()] : Span{});
  std::stable_sort(elements.begin(), elements.end(), [](const auto& a, const auto& b) { return elementRank(a.first) < elementRank(b.first); });
  const Session before = replay.session;
  replay.session.searchPath.insert(replay.session.searchPath.begin(), schema);
  if (!owner.empty()) {
    replay.session.user = owner;
    replay.session.roleSaid = true;
  }
  const Statement whole = replay.statement;
  for (const auto& [element, span] : elements) {
    Statement inner = whole;
    inner.node = element;
    if (!span.empty()) {
      inner.location.begin = span.begin;
      inner.location.end = span.end;
    }
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
