#pragma once
// Facts that any object can have, written once: owner, comment, security labels, grants. Parent: the object they are about. And publications.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// Present where the source says something of it (DESIGN.md, 2): ALTER … OWNER TO, AUTHORIZATION, SET ROLE, or a live catalog. No name.
struct Owner {
  Name role;
  template <class S = Owner>
  static constexpr auto fields() { return std::tuple(field("role", &S::role)); }
};

// No name.
struct Comment {
  Text text;
  template <class S = Comment>
  static constexpr auto fields() { return std::tuple(field("text", &S::text)); }
};

// SECURITY LABEL FOR provider. Object::name: the provider.
struct SecurityLabel {
  Text label;
  template <class S = SecurityLabel>
  static constexpr auto fields() { return std::tuple(field("label", &S::label)); }
};

enum Privilege : std::uint32_t {
  Select = 1, Insert = 2, Update = 4, Delete = 8, Truncate = 16, References = 32, TriggerPrivilege = 64, Maintain = 128,
  Usage = 256, Create = 512, Connect = 1024, Temporary = 2048, Execute = 4096, Set = 8192, AlterSystem = 16384,
};
using Privileges = std::uint32_t;

// What one grantee may do with the parent. Object::name is the grantee: a role, kPublic or kOwner (privileges are compared modulo owner).
// Present only where it differs from PostgreSQL's built-in default for the kind (owner: all; PUBLIC: EXECUTE on functions, USAGE on types
// and languages): a PUBLIC entry without privileges is a REVOKE of that default.
inline constexpr const char* kPublic = "public";
inline constexpr const char* kOwner = "@owner";
struct Grant {
  Privileges privileges = 0;   // held
  Privileges grantable = 0;    // with grant option, a subset
  // Where bits come from, for emission (DESIGN.md, 2, Privileges); not compared.
  Privileges written = 0;      // touched by a GRANT or REVOKE that the user wrote
  Privileges platform = 0;     // given by the platform's default privileges and never touched since
  template <class S = Grant>
  static constexpr auto fields() {
    return std::tuple(field("privileges", &S::privileges), field("grant option", &S::grantable), note("written", &S::written),
                      note("platform", &S::platform));
  }
};

// ALTER DEFAULT PRIVILEGES FOR ROLE role [IN SCHEMA parent] … ON objects TO grantee. Parent: the schema or null.
// Object::name: "role/objects/grantee". The global ones (no schema) start from the built-in default, those of a schema add to it.
struct DefaultPrivilege {
  Name role;
  Name objects;   // "tables", "sequences", "functions", "types", "schemas"
  Name grantee;
  Privileges privileges = 0, grantable = 0;
  template <class S = DefaultPrivilege>
  static constexpr auto fields() {
    return std::tuple(field("role", &S::role), field("objects", &S::objects),
                      field("grantee", &S::grantee), field("privileges", &S::privileges),
                      field("grant option", &S::grantable));
  }
};

// Top level.
struct Publication {
  bool allTables = false, viaRoot = false;
  std::vector<Name> publish;   // "insert", "update", "delete", "truncate": those it publishes, in this order
  template <class S = Publication>
  static constexpr auto fields() {
    return std::tuple(field("all tables", &S::allTables), field("publish via partition root", &S::viaRoot),
                      field("publish", &S::publish));
  }
};

// Parent: the publication. Object::name: "schema.table", or "schema" for TABLES IN SCHEMA.
struct PublicationMember {
  Ref table;    // or
  Ref schema;
  std::vector<Ref> columns;
  std::optional<Expression> filter;
  template <class S = PublicationMember>
  static constexpr auto fields() {
    return std::tuple(field("table", &S::table), field("schema", &S::schema),
                      field("columns", &S::columns), field("where", &S::filter));
  }
};

}  // namespace schemac::ir
