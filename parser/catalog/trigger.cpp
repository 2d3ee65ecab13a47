#include <algorithm>

#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

// pg_trigger.tgtype, as in catalog/pg_trigger.h.
enum TypeBit { kRow = 1, kBefore = 2, kInsert = 4, kDelete = 8, kUpdate = 16, kTruncate = 32, kInstead = 64 };

void setType(ir::Trigger& trigger, std::int64_t bits) {
  trigger.timing = bits & kBefore ? "before" : bits & kInstead ? "instead of" : "after";
  trigger.forEachRow = bits & kRow;
  if (bits & kInsert) trigger.events.emplace_back("insert");
  if (bits & kDelete) trigger.events.emplace_back("delete");
  if (bits & kUpdate) trigger.events.emplace_back("update");
  if (bits & kTruncate) trigger.events.emplace_back("truncate");
}

// A NUL ends each.
std::vector<ir::Text> argumentsOf(std::string_view hex) {
  std::vector<ir::Text> arguments;
  const std::string bytes = decodeHex(hex);
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    arguments.emplace_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return arguments;
}

// On the platform's own tables those triggers are the user's that run a function of the user's, or call a webhook.
void setOrigin(ir::Object& trigger) {
  const ir::Ref function = trigger.as<ir::Trigger>().function;
  if (trigger.origin != ir::Origin::Platform || !function) return;
  const ir::Object* const home = ir::namespaceOf(*function);
  const bool webhook = home && home->name == "supabase_functions" && function->name == "http_request";
  if (function->origin == ir::Origin::User || webhook) trigger.origin = ir::Origin::User;
}

void readTriggers(Reader& reader, const Rows& rows) {
  std::vector<std::pair<ir::Object*, Oid>> copies;
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid table = row.oid();
    ir::Object* const relation = reader.relation(table);
    if (!relation) continue;
    ir::Trigger trigger;
    trigger.function = reader.function(row);
    setType(trigger, row.number());
    trigger.enabled = enabledState(row.letter());
    trigger.updateOf = reader.columnRefs(table, row.numbers());
    trigger.arguments = argumentsOf(row.text());
    trigger.constraint = row.flag();
    trigger.deferrable = row.flag();
    trigger.initiallyDeferred = row.flag();
    trigger.fromTable = reader.relation(row.oid());
    trigger.oldTable = row.text();
    trigger.newTable = row.text();
    const Oid parent = row.oid();
    if (const std::string_view condition = triggerCondition(row.text()); !condition.empty()) trigger.when = reader.expression(condition);
    ir::Object& object = reader.make(relation, name, std::move(trigger));
    reader.triggers[oid] = &object;
    setOrigin(object);
    if (relation->origin == ir::Origin::Extension) object.derivedFrom = relation;
    else if (parent) copies.emplace_back(&object, parent);
  }
  for (const auto& [copy, parent] : copies) copy->derivedFrom = Reader::look(reader.triggers, parent);
}

}  // namespace

// Before 15 the copies on partitions are marked internal, as the triggers are that enforce constraints: those of a foreign key have parents, too.
template <>
std::vector<Query> queries<ir::Kind::Trigger>(int) {
  return {{Stage::Rules, R"(
select t.oid, t.tgname, t.tgrelid, t.tgfoid, p.proname, t.tgtype, t.tgenabled, t.tgattr, t.tgargs, t.tgconstraint <> 0, t.tgdeferrable,
  t.tginitdeferred, t.tgconstrrelid, t.tgoldtable, t.tgnewtable, t.tgparentid, case when t.tgqual is not null then pg_get_triggerdef(t.oid) end
from pg_trigger t join pg_proc p on p.oid = t.tgfoid left join pg_constraint k on k.oid = t.tgconstraint
where not t.tgisinternal or (t.tgparentid <> 0 and k.contype is distinct from 'f') order by t.oid)", readTriggers}};
}

}  // namespace schemac::parser::catalog
