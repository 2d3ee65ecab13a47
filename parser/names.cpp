#include "parser/names.h"

#include <algorithm>

#include "ir/identity.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Space;
using ir::TypeRef;

namespace {

// What has a row type.
bool hasRowType(const Object& o) { return o.kind == Kind::Table || o.kind == Kind::View || o.kind == Kind::MaterializedView; }

// Edits between two names, up to `limit`.
int distance(std::string_view a, std::string_view b, int limit) {
  if (a.size() > b.size() + static_cast<std::size_t>(limit) || b.size() > a.size() + static_cast<std::size_t>(limit)) return limit + 1;
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// The nearest of some names, for "did you mean"; one edit per four characters counts as near.
class Nearest {
 public:
  explicit Nearest(Name wanted) : wanted_(wanted), best_(wanted.view().size() < 4 ? 2 : static_cast<int>(wanted.view().size() / 4) + 2) {}
  void offer(std::string_view name) {
    const int d = name == wanted_.view() ? best_ : distance(wanted_, name, best_);
    if (d < best_) best_ = d, found_ = name;
  }
  std::string result() const { return found_; }

 private:
  Name wanted_;
  int best_;
  std::string found_;
};

}  // namespace

const Object* Names::creationSchema() const {
  for (const Name name : path_)
    if (const Object* found = name == "pg_catalog" || name == "pg_temp" ? nullptr : schema_->schema(name)) return found;
  return nullptr;
}

const Object* Names::relation(Name schemaName, Name name) const {
  if (!schemaName.empty()) {
    const Object* in = schema_->schema(schemaName);
    return in ? schema_->relation(*in, name) : nullptr;
  }
  if (const Object* temporary = schema_->schema("pg_temp"))
    if (const Object* found = schema_->relation(*temporary, name)) return found;
  for (const Name path : path_)
    if (const Object* in = schema_->schema(path))
      if (const Object* found = schema_->relation(*in, name)) return found;
  return nullptr;
}

TypeRef Names::type(Name schemaName, Name name) const {
  const auto inSchema = [&](const Object& in) -> TypeRef {
    if (const Object* type = schema_->find(Space::Type, &in, name)) return TypeRef{type, {}};
    if (const Object* relation = schema_->relation(in, name); relation && hasRowType(*relation)) return TypeRef{relation, {}};
    if (!name.view().starts_with('_')) return {};
    // Array types are called like their element with an underscore in front.
    const Name element = name.view().substr(1);
    if (const Object* type = schema_->find(Space::Type, &in, element)) return TypeRef{type, {}, true};
    if (const Object* relation = schema_->relation(in, element); relation && hasRowType(*relation)) return TypeRef{relation, {}, true};
    return {};
  };
  const auto builtin = [&]() -> TypeRef {
    const auto* type = ir::builtins::findType(name.view(), schema_->serverVersion);
    if (!type) return {};
    if (type->isArray()) return TypeRef{schema_->builtinType(Name(ir::builtins::split(type->elementType()).name)), {}, true};
    return TypeRef{schema_->builtinType(name), {}};
  };
  if (!schemaName.empty()) {
    if (schemaName == "pg_catalog")
      if (TypeRef type = builtin()) return type;
    const Object* in = schema_->schema(schemaName);
    return in ? inSchema(*in) : TypeRef{};
  }
  const bool catalogSaid = std::find(path_.begin(), path_.end(), Name("pg_catalog")) != path_.end();
  if (!catalogSaid)
    if (TypeRef type = builtin()) return type;
  if (const Object* temporary = schema_->schema("pg_temp"))
    if (TypeRef type = inSchema(*temporary)) return type;
  for (const Name path : path_) {
    if (path == "pg_catalog")
      if (TypeRef type = builtin()) return type;
    if (const Object* in = schema_->schema(path))
      if (TypeRef type = inSchema(*in)) return type;
  }
  return {};
}

std::vector<const Object*> Names::all(Space space, Name schemaName, Name name) const {
  std::vector<const Object*> result;
  const auto add = [&](Name in) {
    const Object* schema = schema_->schema(in);
    if (!schema) return;
    const auto found = schema_->all(space, schema, name);
    result.insert(result.end(), found.begin(), found.end());
  };
  if (!schemaName.empty()) {
    add(schemaName);
    return result;
  }
  if (std::find(path_.begin(), path_.end(), Name("pg_catalog")) == path_.end()) add("pg_catalog");  // what an extension put there
  for (const Name path : path_) add(path);
  return result;
}

std::vector<const Object*> Names::routines(Name schemaName, Name name) const { return all(Space::Function, schemaName, name); }

std::vector<const Object*> Names::functions(Name schemaName, Name name) const {
  std::vector<const Object*> result = routines(schemaName, name);
  std::erase_if(result, [](const Object* routine) { return routine->kind != Kind::Function; });
  return result;
}

bool Names::builtinFunction(Name name) const { return !ir::builtins::functionsNamed(name.view(), schema_->serverVersion).empty(); }

const ir::builtins::Relation* Names::builtinRelation(Name schemaName, Name name) const {
  return ir::builtins::relation(schemaName.empty() ? std::string_view("pg_catalog") : schemaName.view(), name.view(), schema_->serverVersion);
}

namespace {

// The schema that a member's row names, in this database.
std::string memberSchema(const ir::Schema& schema, const ir::Extension& extension, std::string_view written) {
  if (written == "@extschema@") return extension.schema ? extension.schema->name.str() : std::string();
  if (const auto other = ir::builtins::extensionOfSchema(written); !other.empty()) {
    const Object* object = schema.find(Space::Extension, nullptr, Name(other));
    return object && object->as<ir::Extension>().schema ? object->as<ir::Extension>().schema->name.str() : std::string();
  }
  return std::string(written);
}

bool sees(const std::vector<Name>& path, Name schemaName, std::string_view in) {
  if (!schemaName.empty()) return schemaName == in;
  return std::find(path.begin(), path.end(), Name(in)) != path.end();
}

template <class Visit>
void forEachExtension(const ir::Schema& schema, Visit visit) {
  for (const Object* object : schema.extensions())
    if (const auto* facts = ir::builtins::extension(object->name.view(), schema.serverVersion)) visit(*object, *facts);
}

std::string qualify(std::string_view schema, std::string_view name);

}  // namespace

const Object* Names::extensionOperator(Name schemaName, Name name) const {
  const Object* result = nullptr;
  forEachExtension(*schema_, [&](const Object& object, const ir::builtins::Extension& facts) {
    for (const auto& op : facts.operatorsNamed(name.view()))
      if (sees(path_, schemaName, memberSchema(*schema_, object.as<ir::Extension>(), op.schema())) && !result) result = &object;
  });
  return result;
}

ir::NamedRef Names::operatorClass(Name schemaName, Name name, Name method) const {
  if ((schemaName.empty() || schemaName == "pg_catalog") && ir::builtins::findOpclass(method.view(), name.view(), schema_->serverVersion))
    return name;
  for (const Object* own : all(Space::OperatorClass, schemaName, name))
    if (own->as<ir::OperatorClass>().method == method) return own;
  std::string found;
  forEachExtension(*schema_, [&](const Object& object, const ir::builtins::Extension& facts) {
    for (const auto& opclass : facts.opclasses()) {
      if (opclass.name() != name.view() || opclass.accessMethod() != method.view()) continue;
      const std::string in = memberSchema(*schema_, object.as<ir::Extension>(), opclass.schema());
      if (found.empty() && sees(path_, schemaName, in)) found = qualify(in, name);
    }
  });
  if (!found.empty()) return found;
  return schemaName.empty() ? name.str() : qualify(schemaName, name);
}

ir::NamedRef Names::operatorFamily(Name schemaName, Name name, Name method) const {
  if (schemaName.empty() || schemaName == "pg_catalog")
    for (const auto& opclass : ir::builtins::opclassesOf(method.view(), schema_->serverVersion))
      if (opclass.familySchema() == "pg_catalog" && opclass.family() == name.view()) return name;
  for (const Object* own : all(Space::OperatorFamily, schemaName, name))
    if (own->as<ir::OperatorFamily>().method == method) return own;
  std::string found;
  forEachExtension(*schema_, [&](const Object& object, const ir::builtins::Extension& facts) {
    for (const auto& opclass : facts.opclasses()) {
      if (opclass.family() != name.view() || opclass.accessMethod() != method.view()) continue;
      const std::string in = memberSchema(*schema_, object.as<ir::Extension>(), opclass.familySchema());
      if (found.empty() && sees(path_, schemaName, in)) found = qualify(in, name);
    }
  });
  return found;
}

namespace {

std::string qualify(std::string_view schema, std::string_view name) { return std::string(schema) + "." + std::string(name); }

// What pg_catalog has of text search. The dictionary of a configuration "german" is "german_stem".
bool builtinTextSearch(Space space, std::string_view name, int version) {
  const auto configuration = [&](std::string_view wanted) {
    for (const auto& known : ir::builtins::textSearchConfigurations(version))
      if (known.name() == wanted) return true;
    return false;
  };
  switch (space) {
    case Space::TextSearchParser: return name == "default";
    case Space::TextSearchTemplate: return name == "simple" || name == "synonym" || name == "ispell" || name == "thesaurus" || name == "snowball";
    case Space::TextSearchDictionary: return name == "simple" || (name.ends_with("_stem") && configuration(name.substr(0, name.size() - 5)));
    case Space::TextSearchConfiguration: return configuration(name);
    default: return false;
  }
}

// Contrib's own: the facts on extensions do not have them.
struct ExtensionTextSearch {
  std::string_view extension, name;
  Space space;
};
constexpr ExtensionTextSearch kExtensionTextSearch[]{
    {"unaccent", "unaccent", Space::TextSearchDictionary}, {"unaccent", "unaccent", Space::TextSearchTemplate},
    {"dict_int", "intdict", Space::TextSearchDictionary},  {"dict_int", "intdict_template", Space::TextSearchTemplate},
    {"dict_xsyn", "xsyn", Space::TextSearchDictionary},    {"dict_xsyn", "xsyn_template", Space::TextSearchTemplate},
};

}  // namespace

ir::NamedRef Names::textSearch(Space space, Name schemaName, Name name) const {
  if ((schemaName.empty() || schemaName == "pg_catalog") && builtinTextSearch(space, name, schema_->serverVersion)) return name;
  if (const auto own = all(space, schemaName, name); !own.empty()) return own.front();
  for (const ExtensionTextSearch& known : kExtensionTextSearch) {
    if (known.space != space || known.name != name.view()) continue;
    const Object* extension = schema_->find(Space::Extension, nullptr, Name(known.extension));
    const Object* in = extension ? extension->as<ir::Extension>().schema.object : nullptr;
    if (in && (schemaName.empty() || in->name == schemaName)) return qualify(in->name, name);
  }
  return {};
}

ir::NamedRef Names::op(Name schemaName, Name name, const TypeRef& left, const TypeRef& right) const {
  const auto same = [](const TypeRef& a, const TypeRef& b) { return a.type == b.type && a.array == b.array; };
  const auto plain = [](const TypeRef& type) {
    if (!type) return std::string();
    return type.type->origin != ir::Origin::BuiltIn ? std::string("?") : (type.array ? "_" : "") + type.type->name.str();
  };
  const Name symbol = name == "!=" ? Name("<>") : name;
  const bool any = !left && !right;
  if (schemaName.empty() || schemaName == "pg_catalog") {
    const int version = schema_->serverVersion;
    if (any ? !ir::builtins::operatorsNamed(symbol.view(), version).empty()
            : ir::builtins::findOperator(symbol.view(), plain(left), plain(right), version) != nullptr)
      return symbol;
  }
  for (const Object* own : all(Space::Operator, schemaName, symbol)) {
    const auto& data = own->as<ir::Operator>();
    if (any || (same(data.left, left) && same(data.right, right))) return own;
  }
  if (const Object* extension = extensionOperator(schemaName, symbol))
    if (const Object* in = extension->as<ir::Extension>().schema.object) return ir::quoteIdentifier(in->name) + "." + symbol.str();
  // What pg_catalog has for other types may take these by a coercion.
  if ((schemaName.empty() || schemaName == "pg_catalog") && !ir::builtins::operatorsNamed(symbol.view(), schema_->serverVersion).empty()) return symbol;
  return {};
}

ir::NamedRef Names::language(Name name) const {
  if (const Object* own = schema_->find(Space::Language, nullptr, name)) return own;
  return name;
}

ir::NamedRef Names::collation(Name schemaName, Name name) const {
  if (schemaName.empty() || schemaName == "pg_catalog")
    if (ir::builtins::isCollation(name.view(), schema_->serverVersion)) return name;
  if (const auto own = all(Space::Collation, schemaName, name); !own.empty()) return own.front();
  if (!schemaName.empty()) return qualify(schemaName, name);
  const Object* in = creationSchema();
  return in ? ir::NamedRef(qualify(in->name, name)) : ir::NamedRef(name);
}

std::string Names::nearRelation(Name name) const {
  Nearest nearest(name);
  for (const Object& object : schema_->objects())
    if (!object.dropped && ir::isRelation(object.kind) && object.kind != Kind::Index) nearest.offer(object.name);
  return nearest.result();
}

std::string Names::nearColumn(const Object& relation, Name name) const {
  Nearest nearest(name);
  for (const Object* column : ir::columnsOf(relation)) nearest.offer(column->name);
  return nearest.result();
}

std::string Names::nearType(Name name) const {
  Nearest nearest(name);
  for (const Object& object : schema_->objects())
    if (!object.dropped && ir::isType(object.kind)) nearest.offer(object.name);
  return nearest.result();
}

std::string Names::nearFunction(Name name) const {
  Nearest nearest(name);
  for (const Object& object : schema_->objects())
    if (!object.dropped && ir::isRoutine(object.kind)) nearest.offer(object.name);
  return nearest.result();
}

}  // namespace schemac::parser
