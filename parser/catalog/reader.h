#pragma once
// What reading a catalog needs to know at every point: objects by oid, whose they are, and what is still to be bound.
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ir/diagnostic.h"
#include "ir/schema.h"
#include "parser/catalog/postgres.h"
#include "parser/catalog/values.h"

namespace schemac::parser::catalog {

// Catalogs as pg_depend and pg_description name them. Their oids are the same in every version.
enum Catalog : Oid {
  kPgType = 1247, kPgProc = 1255, kPgClass = 1259, kPgAuthid = 1260, kPgConstraint = 2606, kPgNamespace = 2615,
  kPgTrigger = 2620, kPgForeignServer = 1417, kPgUserMapping = 1418, kPgForeignDataWrapper = 2328, kPgRewrite = 2618,
  kPgStatisticExt = 3381, kPgEventTrigger = 3466, kPgSubscription = 6100, kPgExtension = 3079, kPgPolicy = 3256, kPgPublication = 6104,
  kPgCast = 2605, kPgLanguage = 2612, kPgOpclass = 2616, kPgOperator = 2617, kPgOpfamily = 2753, kPgCollation = 3456,
  kPgTextSearchDictionary = 3600, kPgTextSearchParser = 3601, kPgTextSearchConfiguration = 3602, kPgTextSearchTemplate = 3764,
};

struct OperatorClass {
  std::string name;  // qualified unless in pg_catalog
  Oid method = 0, inputType = 0;
  bool isDefault = false;
};

class Reader {
 public:
  Reader(ir::Schema& into, ir::Diagnostics& sink, ir::Location database) : schema(into), diagnostics(sink), location(database) {}

  ir::Schema& schema;
  ir::Diagnostics& diagnostics;
  const ir::Location location;  // of everything: the database
  std::string profile;          // "" until the schemas are read: then in force
  bool supabase() const { return profile == "supabase"; }

  // --- objects by oid; null or "" for what is built in or not modelled
  std::unordered_map<Oid, ir::Name> roles;
  std::unordered_map<Oid, ir::Object*> namespaces, extensions, relations, typeObjects, functions, constraints, triggers, policies, publications,
      wrappers, servers, rules, statistics, eventTriggers, subscriptions;
  std::unordered_map<Oid, std::vector<ir::Object*>> columns;  // of a relation, by attnum - 1; gaps are null
  std::unordered_map<Oid, ir::TypeRef> types;                 // the user's own, also arrays and row types
  struct BuiltinType { std::string name; bool informationSchema = false, array = false; };
  std::unordered_map<Oid, BuiltinType> builtinTypes;          // become objects when something is of the type
  std::unordered_map<Oid, std::vector<Oid>> columnTypes;      // by attnum - 1
  std::unordered_map<Oid, Oid> baseTypes;                     // of domains
  std::unordered_map<Oid, std::string> collations;            // qualified unless in pg_catalog
  std::unordered_map<Oid, OperatorClass> opclasses;
  std::map<std::pair<Oid, Oid>, Oid> defaultOpclasses;        // (access method, input type) → class
  std::unordered_map<Oid, std::vector<Oid>> parents;          // of relations (pg_inherits), in order
  std::map<std::pair<Oid, Oid>, Oid> members;                 // (catalog, oid) → extension

  // Objects of the catalogs that have no map of their own above, by (catalog, oid).
  std::map<std::pair<Oid, Oid>, ir::Object*> others;
  ir::Object* other(Catalog catalog, Oid oid) const;

  ir::Object* relation(Oid oid) const { return look(relations, oid); }
  ir::Object* column(Oid relation, std::int64_t number) const;
  ir::Object* objectOf(Oid catalog, Oid oid) const;  // of any catalog that is read; null for others
  std::vector<ir::Ref> columnRefs(Oid relation, const std::vector<std::int64_t>& numbers) const;
  // `builtin`: what a built-in function is called ("" for what cannot be one).
  ir::Ref function(Oid oid, std::string_view builtin);
  ir::Ref function(Row& row);  // of two columns of the query: its oid, and what it is called
  // `formatted`: what format_type prints where there is a modifier, else "".
  ir::TypeRef type(Oid oid, std::string_view formatted = {});
  ir::Name role(Oid oid) const;  // "public" for 0, the number of a role that is gone
  // The class's name, "" where it is what the type (0: not known) gets by default.
  ir::NamedRef opclass(Oid oid, Oid type) const;
  Oid columnType(Oid relation, std::int64_t number) const;
  ir::NamedRef collation(Oid oid) const;
  // By the object, where it is one; else by the name that the query gives ("" = none).
  ir::NamedRef named(Catalog catalog, Oid oid, std::string_view name) const;
  // Makes an object of the user's in schema `schemaOid`, with owner and privileges; null where it is not read (an extension's, another schema's).
  template <class T>
  ir::Object* makeOther(Catalog catalog, Oid oid, Oid schemaOid, std::string_view name, Oid owner, T data) {
    const ir::Object* in = home(schemaOid);
    if (!in || isMember(catalog, oid)) return nullptr;
    ir::Object& object = make(in, name, std::move(data));
    others[{catalog, oid}] = &object;
    addOwner(object, owner);
    return &object;
  }
  template <class Key>
  static ir::Object* look(const std::unordered_map<Key, ir::Object*>& map, Key key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : found->second;
  }

  // --- making objects
  // The schema to put an object in, or null where it is not read at all.
  ir::Object* home(Oid schemaOid) const { return look(namespaces, schemaOid); }
  template <class T>
  ir::Object& make(const ir::Object* parent, std::string_view name, T data) {
    ir::Object& object = schema.make(parent, ir::Name(name), std::move(data), location);
    if (parent) object.origin = parent->origin;
    if (parent && parent->kind == ir::Kind::Schema) object.origin = schemaOrigin(*parent);
    return object;
  }
  // Marks a member of an extension: its origin, and what it is derived from. True if it is one.
  bool markMember(ir::Object& object, Catalog catalog, Oid oid);
  bool isMember(Catalog catalog, Oid oid) const { return members.contains({catalog, oid}); }
  // The origin of what lies in a schema: that of the user's own, or the platform's.
  ir::Origin schemaOrigin(const ir::Object& schemaObject) const;
  bool platformRole(std::string_view name) const;
  // Of what lies in no schema: the platform's where one of its roles owns it.
  void setPlatform(ir::Object& object, Oid owner) const;

  // --- facts: no-ops for members of extensions
  // The Owner, derived from `impliedBy`'s where that cannot be changed alone (an owned sequence).
  void addOwner(ir::Object& object, Oid owner, const ir::Object* impliedBy = nullptr);
  // `acl` null: the built-in default, so nothing. Platform default privileges of the owner tell its bits from the user's.
  void addGrants(ir::Object& object, Oid owner, std::optional<std::string_view> acl);
  struct DefaultKey {
    std::string role, schema, objects;  // schema "" = everywhere
    auto operator<=>(const DefaultKey&) const = default;
  };
  std::map<DefaultKey, std::vector<AclItem>> platformDefaults;

  // --- expressions: text is kept as printed; names are bound by bindAll() once every object is there
  ir::Expression expression(std::string_view text) const { return ir::Expression{ir::Text(stripParentheses(text)), {}, location, true}; }
  ir::Expression query(std::string_view text) const { return ir::Expression{ir::Text(trimQuery(text)), {}, location, true}; }
  std::optional<ir::Expression> maybeExpression(std::optional<std::string_view> text) const {
    return text && !text->empty() ? std::optional(expression(*text)) : std::nullopt;
  }
  void bindAll();

  // Names an object that schemac does not follow; `kind` as PostgreSQL calls it.
  void notModelled(std::string_view kind, std::string_view name);
  // Something of an object that the role may not read; `what` as in "its options".
  void notReadable(const ir::Object& object, std::string_view what);

  std::unordered_map<Oid, ir::Object*> indexConstraints;  // the Key or Exclusion that an index carries
};

// tgenabled, ev_enabled, evtenabled: "origin", "disabled", "replica", "always".
ir::Name enabledState(char letter);

// One statement and what to do with its rows. Stages are run in order; all statements go to the server at once.
enum class Stage {
  Names,       // roles, schemas, extensions, members, collations, operator classes, default privileges
  Relations,   // objects of relations, without what refers to others
  Types,       // objects of types; from here on every type's oid is known
  Columns,
  Programs,    // functions, details of types
  Parts,       // sequences, partition keys, constraints
  Indexes,
  Rules,       // triggers, policies, publications
  Facts,       // comments, what is not modelled
};
struct Query {
  Stage stage;
  std::string text;
  void (*read)(Reader& reader, const Rows& rows);
};

// Every kind of ir/kinds.def has one of these in a file of its own: what it asks a server of that version for (nothing, where another
// kind's query brings it along). read_catalog.cpp names them all, so a missing one does not link.
template <ir::Kind>
std::vector<Query> queries(int version);
#define SCHEMAC_KIND(kind, type, label) \
  template <>                           \
  std::vector<Query> queries<ir::Kind::kind>(int version);
#include "ir/kinds.def"
#undef SCHEMAC_KIND
// Objects of kinds that have no line in the registry: each is named in a warning.
std::vector<Query> notModelledQueries(int version);

// The namespaces that are read: not PostgreSQL's own, not temporary ones.
inline const std::string kUserSchemas = "(select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')";

}  // namespace schemac::parser::catalog
