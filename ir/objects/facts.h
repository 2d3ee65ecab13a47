#pragma once
// Facts that any object can have, written once: owner, comment, security labels, grants. Parent: the object they are about. And publications.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// Present where the source says something of it (DESIGN.md, 2): ALTER … OWNER TO, AUTHORIZATION, SET ROLE, or a live catalog. No name.
struct Owner {
  Name role;
  static constexpr auto fields() { return std::tuple(field("role", &Owner::role)); }
};

// No name.
struct Comment {
  Text text;
  static constexpr auto fields() { return std::tuple(field("text", &Comment::text)); }
};

// SECURITY LABEL FOR provider. Object::name: the provider.
struct SecurityLabel {
  Text label;
  static constexpr auto fields() { return std::tuple(field("label", &SecurityLabel::label)); }
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
  static constexpr auto fields() {
    return std::tuple(field("privileges", &Grant::privileges), field("grant option", &Grant::grantable), note("written", &Grant::written),
                      note("platform", &Grant::platform));
  }
};

// ALTER DEFAULT PRIVILEGES FOR ROLE role [IN SCHEMA parent] … ON objects TO grantee. Parent: the schema or null.
// Object::name: "role/objects/grantee". The global ones (no schema) start from the built-in default, those of a schema add to it.
struct DefaultPrivilege {
  Name role;
  Name objects;   // "tables", "sequences", "functions", "types", "schemas"
  Name grantee;
  Privileges privileges = 0, grantable = 0;
  static constexpr auto fields() {
    return std::tuple(field("role", &DefaultPrivilege::role), field("objects", &DefaultPrivilege::objects),
                      field("grantee", &DefaultPrivilege::grantee), field("privileges", &DefaultPrivilege::privileges),
                      field("grant option", &DefaultPrivilege::grantable));
  }
};

// Top level.
struct Publication {
  bool allTables = false, viaRoot = false;
  std::vector<Name> publish;   // "insert", "update", "delete", "truncate": those it publishes, in this order
  static constexpr auto fields() {
    return std::tuple(field("all tables", &Publication::allTables), field("publish via partition root", &Publication::viaRoot),
                      field("publish", &Publication::publish));
  }
};

// Parent: the publication. Object::name: "schema.table", or "schema" for TABLES IN SCHEMA.
struct PublicationMember {
  Ref table;    // or
  Ref schema;
  std::vector<Ref> columns;
  std::optional<Expression> filter;
  static constexpr auto fields() {
    return std::tuple(field("table", &PublicationMember::table), field("schema", &PublicationMember::schema),
                      field("columns", &PublicationMember::columns), field("where", &PublicationMember::filter));
  }
};

}  // namespace schemac::ir
