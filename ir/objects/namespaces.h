#pragma once
// Roles, schemas and extensions.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// Cluster-wide; known so that names can be checked, compared only with --roles. Top level.
struct Role {
  bool login = false, inherit = true, superuser = false, createDb = false, createRole = false, replication = false, bypassRls = false;
  std::vector<Name> memberOf;
  Options settings;  // ALTER ROLE … SET
  static constexpr auto fields() {
    return std::tuple(field("login", &Role::login), field("inherit", &Role::inherit), field("superuser", &Role::superuser),
                      field("createdb", &Role::createDb), field("createrole", &Role::createRole),
                      field("replication", &Role::replication), field("bypassrls", &Role::bypassRls),
                      field("member of", &Role::memberOf), field("settings", &Role::settings));
  }
};

// A schema. Top level.
struct Namespace {
  static constexpr auto fields() { return std::tuple(); }
};

// Top level. What its script created are objects with Origin::Extension and `derivedFrom` the extension.
struct Extension {
  Ref schema;     // where its objects went
  Text version;   // "" = not said
  bool schemaSaid = false;  // WITH SCHEMA was written (or read from a live server)
  static constexpr auto fields() {
    return std::tuple(field("schema", &Extension::schema), field("version", &Extension::version), note("schema said", &Extension::schemaSaid));
  }
};

}  // namespace schemac::ir
