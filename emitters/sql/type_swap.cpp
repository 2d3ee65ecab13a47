#include "emitters/sql/type_swap.h"

#include "emitters/sql/sequence_text.h"

namespace schemac::emitters {
namespace {

using ir::Kind;
using ir::Object;

std::string aside(const Object& type) { return asideName(type.name); }

// Owner, grants and comment of a type, which the new one has not.
std::string factsOf(const Object& type) {
  std::string out;
  const std::string name = ir::qualifiedName(type);
  for (const Object* child : type.children) {
    if (const auto* owner = child->get<ir::Owner>()) out += "alter type " + name + " owner to " + ir::quoteIdentifier(owner->role) + ";\n";
    if (const auto* comment = child->get<ir::Comment>())
      out += std::string("comment on ") + (type.kind == Kind::Domain ? "domain " : "type ") + name + " is " + literal(comment->text) + ";\n";
    const auto* grant = child->get<ir::Grant>();
    if (!grant || child->name == ir::kOwner) continue;
    const std::string role = roleName(child->name);
    if (child->name == ir::kPublic && !(grant->privileges & ir::Usage)) out += "revoke usage on type " + name + " from public;\n";
    else if (child->name != ir::kPublic && (grant->privileges & ir::Usage))
      out += "grant usage on type " + name + " to " + role + (grant->grantable & ir::Usage ? " with grant option" : "") + ";\n";
  }
  return out;
}

// An explicit cast cuts off what is too long for a domain over varchar(n): without the length, the assignment refuses it.
std::string castName(const ir::TypeRef& type) {
  const ir::TypeRef* base = &type;
  while (base->type && !base->array && base->type->get<ir::Domain>()) base = &base->type->as<ir::Domain>().base;
  if (type.array) base = type.type->get<ir::Domain>() ? &type.type->as<ir::Domain>().base : base;
  const bool string = base != &type && !base->array && !base->modifiers.empty() && base->type && base->type->origin == ir::Origin::BuiltIn &&
                      (base->type->name == "varchar" || base->type->name == "bpchar");
  return string ? base->type->name.str() + (type.array ? "[]" : "") : typeName(type);
}

// Converts the columns of `before`, and what is made of it; `drops` takes what must go in the end.
void convertUsers(const Emission& e, const Object& before, const Object& after, const Conversion& convert, std::string& out, std::string& drops) {
  const Object* table = nullptr;
  std::vector<std::string> actions;
  const auto flush = [&] {
    if (table && !actions.empty())
      out += (table->kind == Kind::Composite ? "alter type " + ir::qualifiedName(*table) : alterTarget(*table)) + "\n  " + join(actions, ",\n  ") + ";\n";
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
    const std::string text = target + "::text" + (type.array ? "[]" : "") + "::" + castName(type);
    actions.push_back("alter column " + target + " type " + typeName(type) + " using " + (convert && !type.array ? convert(target, type) : text));
    if (value) actions.push_back("alter column " + target + " set default " + sql(value->as<ir::Default>().value));
  }
  flush();
  for (const auto& [old, now] : e.domainsOver(before, after)) {
    const std::string name = aside(*now);
    out += "alter domain " + ir::qualifiedName(*now) + " rename to " + ir::quoteIdentifier(name) + ";\n";
    out += createDomainBeside(e, *now) + ";\n" + factsOf(*now);
    convertUsers(e, *old, *now, {}, out, drops);
    drops += "drop domain " + ir::quoteIdentifier(ir::namespaceOf(*now)->name) + "." + ir::quoteIdentifier(name) + ";\n";
  }
}

}  // namespace

std::string typeSwap(const Emission& e, const Object& before, const Object& after, const std::string& create, const Conversion& convert) {
  const std::string old = aside(after);
  const std::string kind = after.kind == Kind::Domain ? "domain " : "type ";
  const std::string schema = ir::quoteIdentifier(ir::namespaceOf(after)->name);
  std::string out, drops;
  out += "alter " + kind + ir::qualifiedName(after) + " rename to " + ir::quoteIdentifier(old) + ";\n" + create + ";\n" + factsOf(after);
  convertUsers(e, before, after, convert, out, drops);
  return out + drops + "drop " + kind + schema + "." + ir::quoteIdentifier(old);
}

}  // namespace schemac::emitters
