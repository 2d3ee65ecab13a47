#include "emitters/sql/casts.h"

#include "ir/builtins.h"
#include "ir/object.h"

namespace schemac::emitters {
namespace {

const ir::Object* baseOf(const ir::Object* type) {
  while (type && type->kind == ir::Kind::Domain) {
    const auto& base = type->as<ir::Domain>().base;
    if (base.array) break;
    type = base.type.object;
  }
  return type;
}

bool builtin(const ir::Object* type) { return type && type->origin == ir::Origin::BuiltIn; }

}  // namespace

Assignment assignment(const ir::TypeRef& from, const ir::TypeRef& to, int version) {
  if (from.array != to.array) return Assignment::Unknown;
  const ir::Object* source = baseOf(from.type.object);
  const ir::Object* target = baseOf(to.type.object);
  if (!source || !target) return Assignment::Unknown;
  if (ir::Ref(source) == ir::Ref(target)) return Assignment::Known;
  if (builtin(target)) {
    // Everything becomes text in assignment, through its output function.
    const ir::builtins::Type* type = ir::builtins::findType(target->name, version);
    if (type && type->category == 'S' && !from.array && type->name() != "char" && type->name() != "name") return Assignment::Known;
    if (builtin(source))
      if (const auto* cast = ir::builtins::findCast(source->name, target->name, version)) return cast->context == 'e' ? Assignment::Unknown : Assignment::Known;
  }
  // Between enums (and to one from a number) no cast exists but by way of text.
  if (target->kind == ir::Kind::Enum && !(builtin(source) && ir::builtins::findType(source->name, version) && ir::builtins::findType(source->name, version)->category == 'S'))
    return Assignment::ByText;
  if (source->kind == ir::Kind::Enum && builtin(target)) return Assignment::ByText;
  return Assignment::Unknown;
}

std::string usualStorage(const ir::TypeRef& type, int version) {
  if (type.array) return "extended";
  const ir::Object* base = baseOf(type.type.object);
  if (builtin(base))
    if (const auto* row = ir::builtins::findType(base->name, version)) {
      switch (row->storage) {
        case 'p': return "plain";
        case 'm': return "main";
        case 'e': return "external";
        default: return "extended";
      }
    }
  return base && base->kind == ir::Kind::Enum ? "plain" : "extended";
}

}  // namespace schemac::emitters
