#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Collation;
using ir::Verb;

std::string create(const ir::Object& object, const Collation& c, int version) {
  std::vector<std::string> options;
  if (c.provider != "libc") options.push_back("provider = " + c.provider.str());
  if (c.provider != "libc" || c.collate == c.ctype) {
    options.push_back("locale = " + literal(c.provider == "libc" ? c.collate : c.locale));
  } else {
    options.push_back("lc_collate = " + literal(c.collate));
    options.push_back("lc_ctype = " + literal(c.ctype));
  }
  if (!c.deterministic) options.emplace_back("deterministic = false");
  if (!c.rules.empty() && version >= 16) options.push_back("rules = " + literal(c.rules));
  return "create collation if not exists " + ir::qualifiedName(object) + " (" + join(options, ", ") + ")";
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Collation*, const Collation* after) {
  switch (op.verb) {
    case Verb::Create: return e.out.statement(create(*op.after, *after, e.version()));
    case Verb::Alter: return;  // nothing of it can be altered: it is made anew
    case Verb::Rename: return emitRename(e, op, "alter collation");
    case Verb::Drop: return emitDrop(e, *op.before, "drop collation if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
