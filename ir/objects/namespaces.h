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
  template <class S = Role>
  static constexpr auto fields() {
    return std::tuple(field("login", &S::login), field("inherit", &S::inherit), field("superuser", &S::superuser),
                      field("createdb", &S::createDb), field("createrole", &S::createRole),
                      field("replication", &S::replication), field("bypassrls", &S::bypassRls),
                      field("member of", &S::memberOf), field("settings", &S::settings));
  }
};

// A schema. Top level.
struct Namespace {
  template <class S = Namespace>
  static constexpr auto fields() { return std::tuple(); }
};

// Top level. What its script created are objects with Origin::Extension and `derivedFrom` the extension.
struct Extension {
  Ref schema;     // where its objects went
  Text version;   // "" = not said
  bool schemaSaid = false;  // WITH SCHEMA was written (or read from a live server)
  template <class S = Extension>
  static constexpr auto fields() {
    return std::tuple(field("schema", &S::schema), field("version", &S::version), note("schema said", &S::schemaSaid));
  }
};

}  // namespace schemac::ir
