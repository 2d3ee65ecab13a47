#include "tools/schemac/advice.h"

#include <algorithm>

#include "fmt/format.h"
#include "ir/identity.h"

namespace schemac::tool {

void adviseOnRowSecurity(const ir::Plan& plan, const Ends& ends, const std::vector<std::string>& exposedSchemas, ir::Diagnostics& diagnostics) {
  if (ends.profile != "supabase") return;
  for (const ir::Operation& operation : plan.operations) {
    if (operation.verb != ir::Verb::Create || operation.after->kind != ir::Kind::Table) continue;
    const ir::Object& table = *operation.after;
    const auto& data = table.as<ir::Table>();
    const ir::Object* schema = ir::namespaceOf(table);
    if (!schema || data.partition() || std::find(exposedSchemas.begin(), exposedSchemas.end(), schema->name.str()) == exposedSchemas.end()) continue;
    const std::string name = ir::qualifiedName(table);
    if (data.foreign()) {
      diagnostics.add(ir::Code::RowSecurityOff, table.location,
                      fmt::format("foreign table {} is in an exposed schema and cannot have row level security: whoever has a grant reads every row", name),
                      "Put it into a schema that is not exposed, and a view or function with conditions in front of it.");
    } else if (!data.rowSecurity) {
      diagnostics.add(ir::Code::RowSecurityOff, table.location,
                      fmt::format("table {} is in an exposed schema and has no row level security: whoever has a grant reads every row", name),
                      fmt::format("Add: alter table {} enable row level security;", name));
    } else if (ir::childrenOf(table, ir::Kind::Policy).empty()) {
      diagnostics.add(ir::Code::NoPolicy, table.location,
                      fmt::format("table {} has row level security and no policy: nobody but its owner and BYPASSRLS roles sees a row", name),
                      fmt::format("Add: create policy \"…\" on {} for select to authenticated using (…);", name));
    }
  }
}

}  // namespace schemac::tool
