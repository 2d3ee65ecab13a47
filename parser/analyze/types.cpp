#include "parser/analyze/types.h"

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

#include "ir/identity.h"

namespace schemac::parser {
namespace builtins = ir::builtins;

const KnownTypes& knownTypes(int version) {
  static std::array<KnownTypes, builtins::newestVersion + 1> all;
  static std::array<std::once_flag, builtins::newestVersion + 1> once;
  const int clamped = version < builtins::oldestVersion ? builtins::oldestVersion : version > builtins::newestVersion ? builtins::newestVersion : version;
  const auto index = static_cast<std::size_t>(clamped);
  std::call_once(once[index], [&] {
    KnownTypes& k = all[index];
    const auto get = [&](std::string_view name) { return Type{builtins::findType(name, clamped), nullptr, false}; };
    k.unknown = get("unknown"), k.text = get("text"), k.name = get("name"), k.boolean = get("bool"), k.int2 = get("int2"), k.int4 = get("int4");
    k.int8 = get("int8"), k.numeric = get("numeric"), k.float4 = get("float4"), k.float8 = get("float8"), k.oid = get("oid");
    k.bpchar = get("bpchar"), k.varchar = get("varchar"), k.character = get("char"), k.bit = get("bit"), k.varbit = get("varbit");
    k.record = get("record"), k.recordArray = get("_record"), k.any = get("any"), k.anyelement = get("anyelement"), k.anyarray = get("anyarray");
    k.anynonarray = get("anynonarray"), k.anyenum = get("anyenum"), k.anyrange = get("anyrange"), k.anymultirange = get("anymultirange");
    k.anycompatible = get("anycompatible"), k.anycompatiblearray = get("anycompatiblearray"), k.anycompatiblenonarray = get("anycompatiblenonarray");
    k.anycompatiblerange = get("anycompatiblerange"), k.anycompatiblemultirange = get("anycompatiblemultirange");
    k.date = get("date"), k.time = get("time"), k.timetz = get("timetz"), k.timestamp = get("timestamp"), k.timestamptz = get("timestamptz");
    k.interval = get("interval"), k.json = get("json"), k.jsonb = get("jsonb"), k.jsonpath = get("jsonpath"), k.xml = get("xml"), k.bytea = get("bytea");
    k.cstring = get("cstring"), k.regclass = get("regclass"), k.void_ = get("void"), k.tid = get("tid"), k.xid = get("xid"), k.cid = get("cid");
    k.uuid = get("uuid"), k.int2vector = get("int2vector"), k.oidvector = get("oidvector");
  });
  return all[index];
}

Type Types::builtin(std::string_view qualified) const {
  if (qualified.empty()) return {};
  // Choosing among the sixty operators called "=" asks for some hundred types: a search through pg_type for each was most of all binding.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
  };
  using Cache = std::unordered_map<std::string, const builtins::Type*, Hash, std::equal_to<>>;
  thread_local std::unordered_map<int, Cache> caches;
  Cache& cache = caches[version()];
  auto known = cache.find(qualified);
  if (known == cache.end()) known = cache.emplace(qualified, builtins::typeOf(qualified, version())).first;
  return {known->second, nullptr, false};
}

Type Types::of(const ir::TypeRef& reference) const {
  const ir::Object* object = reference.type.object;
  if (!object) return {};
  if (object->kind == ir::Kind::BaseType && object->origin == ir::Origin::BuiltIn) {
    const auto* row = builtins::findType(object->parent ? object->parent->name.view() : "pg_catalog", object->name, version());
    if (!row) return {};
    return reference.array ? arrayOf({row, nullptr, false}) : Type{row, nullptr, false};
  }
  return {nullptr, object, reference.array};
}

ir::TypeRef Types::reference(Type type, ir::Text modifiers, ir::Schema& schema) const {
  if (type.object) return {type.object, modifiers, type.array, false};
  if (!type.builtin || type.builtin->schema() != "pg_catalog") return {};
  if (isArray(type)) {
    const Type inner = element(type);
    if (inner.builtin && inner.builtin->arrayType() == type.builtin->name()) return {&schema.builtinType(inner.builtin->name()), modifiers, true, false};
  }
  return {&schema.builtinType(type.builtin->name()), modifiers, false, false};
}

Type Types::ofExtension(std::string_view qualified, const ir::Object& extension) const {
  if (qualified.empty()) return {};
  const auto [schemaName, name] = builtins::split(qualified);
  if (schemaName == "pg_catalog") return builtin(qualified);
  const ir::Object* home = nullptr;
  if (schemaName == "@extschema@") {
    home = extension.as<ir::Extension>().schema.object;
  } else if (const auto other = builtins::extensionOfSchema(schemaName); !other.empty()) {
    const ir::Object* second = schema_->find(ir::Space::Extension, nullptr, other);
    home = second ? second->as<ir::Extension>().schema.object : nullptr;
  } else {
    home = schema_->schema(schemaName);
  }
  if (!home) return {};
  if (const ir::Object* type = schema_->find(ir::Space::Type, home, name)) return {nullptr, type, false};
  if (const ir::Object* relation = schema_->relation(*home, name)) return {nullptr, relation, false};
  if (name.starts_with('_'))
    if (const ir::Object* type = schema_->find(ir::Space::Type, home, name.substr(1))) return {nullptr, type, true};
  return {};
}

const builtins::Type* Types::facts(Type type) const {
  if (type.builtin) return type.builtin;
  if (!type.object || type.array || type.object->kind != ir::Kind::BaseType || !type.object->derivedFrom) return nullptr;
  if (type.object->derivedFrom->kind != ir::Kind::Extension) return nullptr;
  const builtins::Extension* extension = builtins::extension(type.object->derivedFrom->name, version());
  return extension ? extension->findType(type.object->name) : nullptr;
}

bool Types::isCollatable(Type type) const {
  Type inner = base(type);
  if (isArray(inner)) inner = base(element(inner));
  if (const auto* row = facts(inner)) return !row->collation().empty();
  const char group = category(inner);
  return group != 'E' && group != 'R' && group != 'C';
}

char Types::category(Type type) const {
  if (type.array) return 'A';
  if (const auto* row = facts(type)) return row->category;
  if (!type.object) return 'X';
  switch (type.object->kind) {
    case ir::Kind::Domain: return category(base(type));
    case ir::Kind::Enum: return 'E';
    case ir::Kind::Range: return 'R';
    case ir::Kind::Composite: case ir::Kind::Table: case ir::Kind::View: case ir::Kind::MaterializedView: return 'C';
    default: return isMultirange(type) ? 'R' : 'U';
  }
}

bool Types::preferred(Type type) const {
  if (type.array) return false;
  if (const auto* row = facts(type)) return row->preferred;
  return false;
}

bool Types::isArray(Type type) const { return type.array || (type.builtin && type.builtin->isArray()); }
bool Types::isDomain(Type type) const {
  if (type.array) return false;
  const auto* row = facts(type);
  return row ? row->kind == 'd' : type.object && type.object->kind == ir::Kind::Domain;
}
bool Types::isEnum(Type type) const {
  if (type.array) return false;
  const auto* row = facts(type);
  return row ? row->kind == 'e' : type.object && type.object->kind == ir::Kind::Enum;
}
bool Types::isRange(Type type) const {
  if (type.array) return false;
  const auto* row = facts(type);
  return row ? row->kind == 'r' : type.object && type.object->kind == ir::Kind::Range;
}
bool Types::isMultirange(Type type) const {
  if (type.array) return false;
  const auto* row = facts(type);
  return row ? row->kind == 'm' : type.object && type.object->kind == ir::Kind::BaseType && type.object->derivedFrom && type.object->derivedFrom->kind == ir::Kind::Range;
}
bool Types::isComposite(Type type) const {
  if (type.array) return false;
  if (const auto* row = facts(type)) return row->kind == 'c';
  if (!type.object) return false;
  const ir::Kind kind = type.object->kind;
  return kind == ir::Kind::Composite || kind == ir::Kind::Table || kind == ir::Kind::View || kind == ir::Kind::MaterializedView;
}
bool Types::isPolymorphic(Type type) const {
  const KnownTypes& k = *known_;
  return type.builtin && type.builtin->kind == 'p' &&
         (type == k.anyelement || type == k.anyarray || type == k.anynonarray || type == k.anyenum || type == k.anyrange || type == k.anymultirange ||
          type == k.anycompatible || type == k.anycompatiblearray || type == k.anycompatiblenonarray || type == k.anycompatiblerange ||
          type == k.anycompatiblemultirange);
}

Type Types::element(Type type) const {
  if (type.array) return {nullptr, type.object, false};
  return type.builtin && type.builtin->isArray() ? builtin(type.builtin->elementType()) : Type{};
}
Type Types::subscripted(Type type) const {
  if (type.array) return {nullptr, type.object, false};
  return type.builtin ? builtin(type.builtin->elementType()) : Type{};
}
Type Types::arrayOf(Type type) const {
  if (type.builtin) {
    const auto array = type.builtin->arrayType();
    if (array.empty()) return {};
    return {builtins::findType(type.builtin->schema(), builtins::split(array).name, version()), nullptr, false};
  }
  if (!type.object || type.array) return {};
  return {nullptr, type.object, true};
}

Type Types::base(Type type) const {
  ir::Text modifiers;
  return base(type, modifiers);
}
Type Types::base(Type type, ir::Text& modifiers) const {
  for (int depth = 0; depth < 32 && isDomain(type); ++depth) {
    if (const auto* domain = type.object ? type.object->get<ir::Domain>() : nullptr) {
      modifiers = domain->base.modifiers;
      type = of(domain->base);
    } else if (const auto* row = facts(type)) {
      type = type.builtin ? builtin(row->baseType()) : ofExtension(row->baseType(), *type.object->derivedFrom);
    }
  }
  return type;
}

Type Types::rangeSubtype(Type type) const {
  if (isMultirange(type)) type = rangeOf(type);
  if (type.builtin) return builtin(type.builtin->subtype());
  if (const auto* range = type.object ? type.object->get<ir::Range>() : nullptr) return of(range->subtype);
  return {};
}
Type Types::multirangeOf(Type range) const {
  if (range.builtin) return builtin(range.builtin->rangePartner());
  const auto* own = range.object ? range.object->get<ir::Range>() : nullptr;
  if (!own || own->multirange.empty()) return {};
  const ir::Object* found = schema_->find(ir::Space::Type, range.object->parent, own->multirange);
  return {nullptr, found, false};
}
Type Types::rangeOf(Type multirange) const {
  if (multirange.builtin) return builtin(multirange.builtin->rangePartner());
  return {nullptr, multirange.object ? multirange.object->derivedFrom : nullptr, false};
}

bool Types::hasModifiers(Type type) const {
  const Type inner = isArray(type) ? element(type) : type;
  const auto* row = facts(inner);
  return row && row->hasModifiers;
}

std::string Types::displayName(Type type) {
  if (type.builtin) {
    if (type.builtin->isArray()) return std::string(type.builtin->elementType()) + "[]";
    if (type.builtin->schema() != "pg_catalog") return std::string(type.builtin->schema()) + "." + std::string(type.builtin->name());
    return std::string(type.builtin->name());
  }
  if (!type.object) return "?";
  return ir::qualifiedName(*type.object) + (type.array ? "[]" : "");
}
std::string Types::display(Type type) const { return displayName(type); }

bool sameType(Type a, Type b) {
  if (a.builtin && b.builtin) return a.builtin == b.builtin || (a.builtin->name() == b.builtin->name() && a.builtin->schema() == b.builtin->schema());
  if (a.builtin || b.builtin || a.array != b.array) return false;
  return ir::sameIdentity(a.object, b.object);
}

}  // namespace schemac::parser
