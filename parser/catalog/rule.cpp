#include "parser/catalog/reader.h"
#include "parser/sql/rule_text.h"

namespace schemac::parser::catalog {
namespace {

// CREATE RULE r AS ON INSERT TO s.t …, as pg_get_ruledef prints it: every name is qualified.
void readDefinition(Reader& reader, ir::Rule& rule, std::string_view definition) {
  const std::vector<Token> tokens = tokenize(definition, 0, static_cast<std::uint32_t>(definition.size()));
  const Slices slices(definition, tokens);
  const RuleText text = ruleText(slices, slices.next("to", slices.next("on", 0)) + 1);
  if (!text.condition.empty()) rule.condition = reader.expression(slices.textOf(text.condition));
  for (const Span& action : text.actions) rule.actions.push_back(reader.query(slices.textOf(action)));
}

ir::Name eventOf(char type) { return type == '2' ? "update" : type == '3' ? "insert" : "delete"; }

void readRules(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* const relation = reader.relation(row.oid());
    if (!relation) continue;
    ir::Rule rule;
    rule.event = eventOf(row.letter());
    rule.instead = row.flag();
    rule.enabled = enabledState(row.letter());
    readDefinition(reader, rule, row.text());
    ir::Object& object = reader.make(relation, name, std::move(rule));
    reader.rules[oid] = &object;
    if (relation->origin == ir::Origin::Extension) object.derivedFrom = relation;
  }
}

}  // namespace

// A view's own rule is the view.
template <>
std::vector<Query> queries<ir::Kind::Rule>(int) {
  return {{Stage::Rules, R"(
select r.oid, r.rulename, r.ev_class, r.ev_type, r.is_instead, r.ev_enabled, pg_get_ruledef(r.oid) from pg_rewrite r join pg_class c on c.oid = r.ev_class
where r.ev_type <> '1' and c.relnamespace in )" + kUserSchemas + " order by r.oid", readRules}};
}

}  // namespace schemac::parser::catalog
