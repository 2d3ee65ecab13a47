#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

ir::Name enabledState(char letter) { return letter == 'D' ? "disabled" : letter == 'R' ? "replica" : letter == 'A' ? "always" : "origin"; }

static void readEventTriggers(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::EventTrigger trigger;
    trigger.event = row.text();
    trigger.function = reader.function(row);
    trigger.enabled = enabledState(row.letter());
    for (const std::string& tag : row.texts()) trigger.tags.emplace_back(tag);
    ir::Object& object = reader.make(nullptr, name, std::move(trigger));
    reader.eventTriggers[oid] = &object;
    if (reader.markMember(object, kPgEventTrigger, oid)) continue;
    reader.setPlatform(object, owner);
    reader.addOwner(object, owner);
  }
}

template <>
std::vector<Query> queries<ir::Kind::EventTrigger>(int) {
  return {{Stage::Rules, R"(
select t.oid, t.evtname, t.evtowner, t.evtevent, t.evtfoid, p.proname, t.evtenabled, t.evttags
from pg_event_trigger t join pg_proc p on p.oid = t.evtfoid order by t.oid)", readEventTriggers}};
}

}  // namespace schemac::parser::catalog
