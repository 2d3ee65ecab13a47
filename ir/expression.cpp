#include "ir/identity.h"
#include "ir/object.h"

namespace schemac::ir {
namespace {

std::string spell(const Binding& binding) {
  const Object* target = binding.target.object;
  // Used without being named: the function of a cast, the columns of a natural join.
  if (binding.length == 0 && binding.role != BindingRole::Star) return {};
  switch (binding.role) {
    case BindingRole::Relation: case BindingRole::Type: case BindingRole::Collation: return qualifiedName(*target);
    case BindingRole::Function: return qualifiedName(*target) + (binding.spelled.empty() ? "" : "(" + binding.spelled.str() + ")");  // written t.f
    case BindingRole::Qualifier: case BindingRole::Column: return quoteIdentifier(target->name);
    case BindingRole::Operator: {
      // Of an extension: its operators are no objects of their own.
      const auto* extension = target->get<Extension>();
      const Object* home = extension ? extension->schema.object : namespaceOf(*target);
      return "OPERATOR(" + (home ? quoteIdentifier(home->name) + "." : std::string()) + (extension ? binding.spelled.str() : target->name.str()) + ")";
    }
    case BindingRole::Literal:
      return quoteLiteral(isRoutine(target->kind) && binding.spelled == "regprocedure"
                              ? displayName(*target)
                              : qualifiedName(*target));
    case BindingRole::Star: {
      // Of length 0: the next FROM item of one star.
      std::string columns = binding.length ? "" : ", ";
      if (binding.columns.empty()) return columns + binding.spelled.str();
      const std::string prefix = binding.spelled == "." ? quoteIdentifier(target->name) + "." : binding.spelled.str();
      for (const Ref& column : binding.columns) {
        if (&column != &binding.columns.front()) columns += ", ";
        columns += prefix + quoteIdentifier(column->name);
      }
      return columns;
    }
  }
  return {};
}

}  // namespace

std::string render(const Expression& expression) {
  const std::string_view text = expression.text;
  std::string out;
  out.reserve(text.size() + 16 * expression.bindings.size());
  std::size_t at = 0;
  for (const Binding& binding : expression.bindings) {
    out += text.substr(at, binding.offset - at);
    // A label stands as written: ALTER TYPE … RENAME VALUE rewrites it.
    const bool label = binding.role == BindingRole::Literal && binding.target->kind == Kind::Enum;
    out += label ? std::string(text.substr(binding.offset, binding.length)) : spell(binding);
    at = binding.offset + binding.length;
  }
  out += text.substr(at);
  return out;
}

}  // namespace schemac::ir
