#include "emitters/sql/type_swap.h"

#include <algorithm>

namespace schemac::emitters {
namespace {

using ir::Kind;
using ir::Object;

// A name that nobody has, within PostgreSQL's 63 bytes.
std::string aside(const Object& type) {
  std::string name = type.name.str();
  constexpr std::size_t room = 63 - 5;
  if (name.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && (static_cast<unsigned char>(name[cut]) & 0xC0) == 0x80) --cut;
    name.resize(cut);
  }
  return name + "__old";
}

}  // namespace

std::string typeSwap(const Emission& e, const Object& before, const Object& after, const std::string& create) {
  const std::string name = ir::qualifiedName(after);
  const std::string old = aside(after);
  std::string out = "alter type " + name + " rename to " + ir::quoteIdentifier(old) + ";\n" + create + ";\n";
  const Object* table = nullptr;
  std::vector<std::string> actions;
  const auto flush = [&] {
    if (!table || actions.empty()) return;
    out += alterTarget(*table) + "\n  " + join(actions, ",\n  ") + ";\n";
    actions.clear();
  };
  for (const Object* column : e.columnsOfType(before, after)) {
    if (column->parent != table) {
      flush();
      table = column->parent;
    }
    const std::string target = ir::quoteIdentifier(column->name);
    const auto& type = column->as<ir::Column>().type;
    const Object* value = nullptr;
    for (const Object* child : column->children)
      if (child->kind == Kind::Default) value = child;
    if (table->kind == Kind::Composite) {
      actions.push_back("alter attribute " + target + " type " + typeName(type) + " cascade");
      continue;
    }
    if (value || e.hadDefault(*column)) actions.push_back("alter column " + target + " drop default");
    actions.push_back("alter column " + target + " type " + typeName(type) + " using " + target + "::text" + (type.array ? "[]" : "") + "::" + typeName(type));
    if (value) actions.push_back("alter column " + target + " set default " + sql(value->as<ir::Default>().value));
  }
  flush();
  const Object* schema = ir::namespaceOf(after);
  return out + "drop type " + ir::quoteIdentifier(schema->name) + "." + ir::quoteIdentifier(old);
}

}  // namespace schemac::emitters
