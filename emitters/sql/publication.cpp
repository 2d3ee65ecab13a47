#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Publication;
using ir::Verb;

std::string publishList(const Publication& p) {
  std::string out;
  for (const ir::Name& operation : p.publish) out += (out.empty() ? "" : ", ") + operation.str();
  return "publish = " + literal(out);
}

std::string create(const ir::Object& object, const Publication& p) {
  std::vector<std::string> with;
  if (p.publish.size() != 4) with.push_back(publishList(p));
  if (p.viaRoot) with.push_back("publish_via_partition_root = true");
  return "create publication " + ir::quoteIdentifier(object.name) + (p.allTables ? " for all tables" : "") +
         (with.empty() ? "" : " with (" + join(with, ", ") + ")");
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Publication*, const Publication* after) {
  const std::string name = ir::quoteIdentifier(op.after ? op.after->name : op.before->name);
  switch (op.verb) {
    case Verb::Create: return e.out.guarded(missing(*op.after), create(*op.after, *after));
    case Verb::Alter:
      for (const ir::FieldChange& change : op.changes) {
        if (change.field == "publish") e.out.statement("alter publication " + name + " set (" + publishList(*after) + ")");
        if (change.field == "publish via partition root")
          e.out.statement("alter publication " + name + " set (publish_via_partition_root = " + (after->viaRoot ? "true" : "false") + ")");
        if (change.field == "all tables") {
          // FOR ALL TABLES cannot be altered; members are added by their own operations.
          e.out.guarded("exists (select from pg_publication where pubname = " + literal(op.after->name) + " and " + (after->allTables ? "not " : "") +
                            "puballtables)",
                        "drop publication " + name + ";\n" + create(*op.after, *after));
        }
      }
      return;
    case Verb::Rename: return emitRename(e, op, "alter publication");
    case Verb::Drop: return e.out.statement("drop publication if exists " + name);
  }
}

}  // namespace schemac::emitters
