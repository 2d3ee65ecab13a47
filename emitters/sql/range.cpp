#include "emitters/sql/statements.h"
#include "emitters/sql/type_swap.h"

namespace schemac::emitters {
namespace {

using ir::Range;
using ir::Verb;

// The name PostgreSQL would give the multirange type (makeMultirangeTypeName).
std::string usualMultirange(const std::string& range) {
  std::string name = range;
  const std::size_t at = name.find("range");
  if (at == std::string::npos) return name.substr(0, 63 - 11) + "_multirange";
  return name.insert(at, "multi").substr(0, 63);
}

std::string createType(const ir::Object& object, const Range& type, int version) {
  std::vector<std::string> parts{"subtype = " + typeName(type.subtype)};
  if (!type.subtypeOpclass.empty()) parts.push_back("subtype_opclass = " + qualifiedText(type.subtypeOpclass));
  if (!type.collation.empty()) parts.push_back("collation = " + collationName(type.collation, version));
  if (type.canonical) parts.push_back("canonical = " + ir::qualifiedName(*type.canonical));
  if (type.subtypeDiff) parts.push_back("subtype_diff = " + ir::qualifiedName(*type.subtypeDiff));
  if (!type.multirange.empty() && type.multirange.str() != usualMultirange(object.name.str()))
    parts.push_back("multirange_type_name = " + ir::quoteIdentifier(ir::namespaceOf(object)->name) + "." + ir::quoteIdentifier(type.multirange));
  return "create type " + ir::qualifiedName(object) + " as range (" + join(parts, ", ") + ")";
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Range*, const Range* after) {
  switch (op.verb) {
    case Verb::Create: return e.out.guarded(missing(*op.after), createType(*op.after, *after, e.version()));
    case Verb::Rename: return emitRename(e, op, "alter type");
    case Verb::Drop: return emitDrop(e, *op.before, "drop type if exists " + ir::qualifiedName(*op.before));
    // The catalog keeps no text to compare: swapped on every run, rows are converted by way of text and keep their values.
    case Verb::Alter: return e.out.guarded(exists(*op.after), typeSwap(e, *op.before, *op.after, createType(*op.after, *after, e.version())));
  }
}

}  // namespace schemac::emitters
