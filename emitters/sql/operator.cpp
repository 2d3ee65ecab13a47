#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Operator;
using ir::Verb;

// COMMUTATOR and NEGATOR: those of pg_catalog by their name, others as OPERATOR(s.=).
std::string create(const ir::Object& object, const Operator& o) {
  std::vector<std::string> options{"function = " + ir::qualifiedName(*o.function)};
  if (o.left) options.push_back("leftarg = " + typeName(o.left));
  options.push_back("rightarg = " + typeName(o.right));
  if (!o.commutator.empty()) options.push_back("commutator = " + operatorName(o.commutator));
  if (!o.negator.empty()) options.push_back("negator = " + operatorName(o.negator));
  if (o.restrict) options.push_back("restrict = " + ir::qualifiedName(*o.restrict));
  if (o.join) options.push_back("join = " + ir::qualifiedName(*o.join));
  if (o.hashes) options.emplace_back("hashes");
  if (o.merges) options.emplace_back("merges");
  return "create operator " + ir::qualifiedName(object) + " (\n  " + join(options, ",\n  ") + "\n)";
}

std::string alter(const ir::Operation& op, const Operator& o) {
  std::vector<std::string> options;
  for (const ir::FieldChange& change : op.changes) {
    if (change.field == "restrict") options.push_back("restrict = " + (o.restrict ? ir::qualifiedName(*o.restrict) : std::string("none")));
    if (change.field == "join") options.push_back("join = " + (o.join ? ir::qualifiedName(*o.join) : std::string("none")));
    if (change.field == "commutator") options.push_back("commutator = " + operatorName(o.commutator));
    if (change.field == "negator") options.push_back("negator = " + operatorName(o.negator));
    if (change.field == "hashes") options.emplace_back("hashes");
    if (change.field == "merges") options.emplace_back("merges");
  }
  return "alter " + objectClause(*op.after) + " set (" + join(options, ", ") + ")";
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Operator*, const Operator* after) {
  switch (op.verb) {
    // One that another names as its commutator is there as a shell, without a function, until it is made: see guards.cpp.
    case Verb::Create: return e.out.guarded(missing(*op.after), create(*op.after, *after));
    case Verb::Alter: return e.out.statement(alter(op, *after));
    case Verb::Rename: return emitRename(e, op, "alter operator");
    case Verb::Drop: return emitDrop(e, *op.before, "drop operator if exists " + ir::displayName(*op.before));
  }
}

}  // namespace schemac::emitters
