#include "emitters/rename.h"

#include "emitters/sql/emission.h"

namespace schemac::emitters {

using ir::Kind;
using ir::Object;

std::string renameStatements(const Object& now, const Object& wanted, const std::vector<std::pair<ir::Text, ir::Text>>& labels) {
  std::string out;
  const std::string name = ir::quoteIdentifier(now.name), other = ir::quoteIdentifier(wanted.name);
  if (now.kind == Kind::Column || ir::isConstraint(now.kind)) {
    if (now.name == wanted.name) return out;
    const Object& whole = *now.parent;
    if (whole.kind == Kind::Composite) return "alter type " + ir::qualifiedName(whole) + " rename attribute " + name + " to " + other + " cascade;\n";
    return alterTarget(whole) + " rename " + (now.kind == Kind::Column ? "column " : "constraint ") + name + " to " + other + ";\n";
  }
  const bool type = ir::isType(now.kind) && now.kind != Kind::Domain;
  const auto alter = [&](const std::string& rest) { out += "alter " + (type ? "type " + ir::qualifiedName(now) : objectClause(now)) + " " + rest + ";\n"; };
  const bool moves = now.parent && now.parent->kind == Kind::Schema && wanted.parent && now.parent->name != wanted.parent->name;
  // The new name first: it is free in both schemas only by chance, but the old one is taken in one of them for certain.
  if (now.name != wanted.name) alter("rename to " + other);
  if (moves) {
    Object renamed;
    renamed.kind = now.kind;
    renamed.name = wanted.name;
    renamed.parent = now.parent;
    renamed.data = now.data;
    out += "alter " + (type ? "type " + ir::qualifiedName(renamed) : objectClause(renamed)) + " set schema " + ir::quoteIdentifier(wanted.parent->name) + ";\n";
  }
  for (const auto& [label, old] : labels)
    out += "alter type " + ir::qualifiedName(wanted) + " rename value " + ir::quoteLiteral(old) + " to " + ir::quoteLiteral(label) + ";\n";
  return out;
}

}  // namespace schemac::emitters
