// CREATE RULE (rewriteDefine.c).
#include <fmt/format.h>

#include "ir/identity.h"
#include "parser/sql/rule_text.h"
#include "parser/sql/tables.h"
#include "parser/sql/views.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;

namespace {

Name eventOf(CmdType event) { return event == CMD_INSERT ? "insert" : event == CMD_UPDATE ? "update" : "delete"; }

ir::Rule ruleOf(Replay& replay, const RuleStmt& statement, const Object& relation) {
  ir::Rule rule;
  rule.event = eventOf(statement.event);
  rule.instead = statement.instead;
  const Slices slices = slicesOf(replay);
  const RuleText text = ruleText(slices, slices.at(static_cast<std::uint32_t>(statement.relation->location)));
  const BindScope scope = ruleScope(relation, rule.event);
  if (statement.whereClause) rule.condition = bound(replay, statement.whereClause, text.condition, ruleScope(relation, rule.event, true));
  std::size_t i = 0;
  for (Node* action : each<Node>(statement.actions)) {
    if (i >= text.actions.size()) throw std::logic_error("the actions of a rule were cut wrongly");
    rule.actions.push_back(replay.query(action, text.actions[i].begin, text.actions[i].end, scope).expression);
    ++i;
  }
  return rule;
}

// The rule that makes a view one: pg_dump sets it apart where views refer to each other in a circle.
void replaceQuery(Replay& replay, const RuleStmt& statement, const Object& relation) {
  if (relation.kind == Kind::Table && replay.schema.serverVersion < 16)
    return replay.notModelled(fmt::format("CREATE RULE … ON SELECT TO {}", ir::qualifiedName(relation)), "it makes a view of a table");
  if (relation.kind != Kind::View || !statement.replace || std::string_view(statement.rulename) != "_RETURN" || !statement.instead ||
      list_length(statement.actions) != 1)
    throwInvalid(replay, -1, fmt::format("relation \"{}\" cannot have ON SELECT rules", relation.name.view()), "Make it a view.");
  const Slices slices = slicesOf(replay);
  const RuleText text = ruleText(slices, slices.at(static_cast<std::uint32_t>(statement.relation->location)));
  replaceViewQuery(replay, relation, replay.query(static_cast<Node*>(linitial(statement.actions)), text.actions.front().begin, text.actions.front().end));
}

}  // namespace

void replay(Replay& replay, const RuleStmt& statement) {
  const Object& relation = replay.relation(*statement.relation);
  if (statement.event == CMD_SELECT) return replaceQuery(replay, statement, relation);
  const bool foreign = relation.kind == Kind::Table && relation.as<ir::Table>().foreign();
  if ((relation.kind != Kind::Table && relation.kind != Kind::View && relation.kind != Kind::MaterializedView) || foreign)
    throwWrongKind(replay, statement.relation->location, fmt::format("relation \"{}\" cannot have rules", relation.name.view()));
  const Name name = statement.rulename;
  const Object* old = ir::childOf(relation, Kind::Rule, name);
  if (old && !statement.replace)
    throwDuplicate(replay, -1, fmt::format("rule \"{}\" for relation \"{}\" already exists", name.view(), relation.name.view()));
  ir::Rule data = ruleOf(replay, statement, relation);
  if (!old) {
    replay.make(&relation, name, std::move(data));
    return;
  }
  data.enabled = old->as<ir::Rule>().enabled;  // OR REPLACE keeps it
  Object& rule = replay.schema.edit(*old);
  rule.data = std::move(data);
  rule.location = replay.at(-1);
  rule.leadingComment = replay.statement.leadingComment;
}

}  // namespace schemac::parser
