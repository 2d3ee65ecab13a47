#include "parser/catalog/reader.h"

#include <algorithm>
#include <array>

#include "ir/identity.h"
#include "ir/privileges.h"

namespace schemac::parser::catalog {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Origin;

namespace {

// SUPABASE.md, 2.5: what the platform's own services keep in these is not the user's to manage.
constexpr std::array<std::string_view, 25> kManagedSchemas{
    "_analytics", "_realtime", "_supavisor", "auth", "cron", "etl", "extensions", "graphql", "graphql_public", "net", "pgbouncer", "pgmq", "pgmq_public",
    "pgsodium", "pgsodium_masks", "pgtle", "realtime", "repack", "storage", "supabase_functions", "supabase_migrations", "tiger", "tiger_data", "topology",
    "vault",
};
constexpr std::array<std::string_view, 24> kPlatformRoles{
    "anon", "authenticated", "authenticator", "cli_login_postgres", "dashboard_user", "pgbouncer", "pgsodium_keyholder", "pgsodium_keyiduser",
    "pgsodium_keymaker", "pgtle_admin", "postgres", "service_role", "supabase_admin", "supabase_auth_admin", "supabase_etl_admin",
    "supabase_functions_admin", "supabase_privileged_role", "supabase_read_only_user", "supabase_realtime_admin", "supabase_replication_admin",
    "supabase_storage_admin", "supabase_superuser", "supabase_vault_admin", "supabase_wrappers_admin",
};

template <class List>
bool contains(const List& list, std::string_view name) { return std::find(list.begin(), list.end(), name) != list.end(); }

}  // namespace

Object* Reader::column(Oid relationOid, std::int64_t number) const {
  const auto found = columns.find(relationOid);
  if (found == columns.end() || number < 1 || number > static_cast<std::int64_t>(found->second.size())) return nullptr;
  return found->second[number - 1];
}

Oid Reader::columnType(Oid relationOid, std::int64_t number) const {
  const auto found = columnTypes.find(relationOid);
  if (found == columnTypes.end() || number < 1 || number > static_cast<std::int64_t>(found->second.size())) return 0;
  return found->second[number - 1];
}

std::vector<ir::Ref> Reader::columnRefs(Oid relationOid, const std::vector<std::int64_t>& numbers) const {
  std::vector<ir::Ref> refs;
  for (const std::int64_t number : numbers)
    if (const Object* found = column(relationOid, number)) refs.emplace_back(found);
  return refs;
}

ir::Ref Reader::function(Oid oid, std::string_view builtin) {
  if (const Object* own = look(functions, oid)) return own;
  return oid && !builtin.empty() ? ir::Ref(schema.builtinFunction(builtin)) : ir::Ref();
}

ir::Ref Reader::function(Row& row) {
  const Oid oid = row.oid();
  return function(oid, row.text());
}

ir::TypeRef Reader::type(Oid oid, std::string_view formatted) {
  const ir::Text modifiers(typeModifiers(formatted));
  if (const auto own = types.find(oid); own != types.end()) {
    ir::TypeRef ref = own->second;
    ref.modifiers = modifiers;
    return ref;
  }
  const auto builtin = builtinTypes.find(oid);
  if (builtin == builtinTypes.end()) return {};
  const BuiltinType& known = builtin->second;
  if (!known.informationSchema) return {&schema.builtinType(known.name), modifiers, known.array, false};
  const Object& home = *schema.schema("information_schema");
  const Object* object = schema.find(ir::Space::Type, &home, known.name);
  if (!object) {
    Object& made = schema.make(&home, known.name, ir::BaseType{});
    made.origin = Origin::BuiltIn;
    object = &made;
  }
  return {object, modifiers, known.array, false};
}

Name Reader::role(Oid oid) const {
  if (oid == 0) return ir::kPublic;
  const auto found = roles.find(oid);
  return found == roles.end() ? Name(std::to_string(oid)) : found->second;
}

Object* Reader::other(Catalog catalog, Oid oid) const {
  const auto found = others.find({catalog, oid});
  return found == others.end() ? nullptr : found->second;
}

ir::NamedRef Reader::named(Catalog catalog, Oid oid, std::string_view name) const {
  if (const Object* own = other(catalog, oid)) return own;
  return oid ? ir::NamedRef(name) : ir::NamedRef();
}

ir::NamedRef Reader::collation(Oid oid) const {
  const auto found = collations.find(oid);
  return named(kPgCollation, oid, found == collations.end() ? std::string_view() : found->second);
}

ir::NamedRef Reader::opclass(Oid oid, Oid type) const {
  const auto found = opclasses.find(oid);
  if (found == opclasses.end()) return {};
  const OperatorClass& opclass = found->second;
  for (auto base = baseTypes.find(type); base != baseTypes.end(); base = baseTypes.find(type)) type = base->second;
  // A type's own default class wins over one it could be coerced to (GetDefaultOpClass).
  const auto own = defaultOpclasses.find({opclass.method, type});
  const bool isDefault = own != defaultOpclasses.end() ? own->second == oid : opclass.isDefault;
  return isDefault ? ir::NamedRef() : named(kPgOpclass, oid, opclass.name);
}

Object* Reader::objectOf(Oid catalog, Oid oid) const {
  switch (catalog) {
    case kPgClass: return relation(oid);
    case kPgType: return look(typeObjects, oid);
    case kPgProc: return look(functions, oid);
    case kPgConstraint: return look(constraints, oid);
    case kPgNamespace: return look(namespaces, oid);
    case kPgTrigger: return look(triggers, oid);
    case kPgPolicy: return look(policies, oid);
    case kPgExtension: return look(extensions, oid);
    case kPgPublication: return look(publications, oid);
    case kPgForeignDataWrapper: return look(wrappers, oid);
    case kPgForeignServer: return look(servers, oid);
    case kPgRewrite: return look(rules, oid);
    case kPgStatisticExt: return look(statistics, oid);
    case kPgEventTrigger: return look(eventTriggers, oid);
    case kPgSubscription: return look(subscriptions, oid);
    default: return other(static_cast<Catalog>(catalog), oid);
  }
}

bool Reader::markMember(Object& object, Catalog catalog, Oid oid) {
  const auto found = members.find({catalog, oid});
  if (found == members.end()) return false;
  object.origin = Origin::Extension;
  object.derivedFrom = look(extensions, found->second);
  return true;
}

Origin Reader::schemaOrigin(const Object& schemaObject) const {
  if (schemaObject.origin == Origin::BuiltIn) return Origin::BuiltIn;
  return supabase() && contains(kManagedSchemas, schemaObject.name.view()) ? Origin::Platform : Origin::User;
}

bool Reader::platformRole(std::string_view name) const { return supabase() && contains(kPlatformRoles, name); }

void Reader::setPlatform(Object& object, Oid owner) const {
  const Name name = role(owner);
  if (name != "postgres" && platformRole(name)) object.origin = Origin::Platform;
}

void Reader::notReadable(const Object& object, std::string_view what) {
  diagnostics.add(ir::Code::NotReadable, location, ir::describe(object) + ": " + std::string(what) + " cannot be read by this role: not compared",
                  "Connect as a superuser to compare them.");
}

void Reader::notModelled(std::string_view kind, std::string_view name) {
  const std::string what = std::string(kind) + " " + std::string(name);
  diagnostics.add(ir::Code::NotModelled, location, what + " is not modelled: it is neither compared nor emitted");
  schema.unfollowed.push_back({location, what, "not modelled"});
}

}  // namespace schemac::parser::catalog
