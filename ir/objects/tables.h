#pragma once
// Tables, their columns, and sequences.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

enum class Persistence : std::uint8_t { Permanent, Unlogged };

// One element of a partition key.
struct PartitionElement {
  Ref column;                            // or
  std::optional<Expression> expression;
  NamedRef collation, opclass;               // "" = default
  template <class S = PartitionElement>
  static constexpr auto fields() {
    return std::tuple(field("column", &S::column), field("expression", &S::expression),
                      field("collation", &S::collation), field("operator class", &S::opclass));
  }
};

// Parent: the schema. Ordinary (r), partitioned (p: partitionStrategy set) and foreign tables (f: server set).
struct Table {
  Persistence persistence = Persistence::Permanent;
  Name partitionStrategy;                 // "range", "list", "hash"; "" = not partitioned
  std::vector<PartitionElement> partitionKey;
  std::vector<Ref> parents;               // INHERITS, in order; of a partition: the one partitioned table
  std::optional<Expression> bound;        // of a partition: "FOR VALUES …" or "DEFAULT", as pg_get_expr prints it
  Ref ofType;                             // typed table
  Options options, toastOptions;          // WITH (…)
  Name tablespace, accessMethod;          // "" = default
  bool rowSecurity = false, forceRowSecurity = false;
  Name replicaIdentity;                   // "default", "nothing", "full", "index"
  Ref replicaIdentityIndex, clusterIndex;
  Ref server;                             // of a foreign table
  Options foreignOptions;                 // and its OPTIONS (…)
  template <class S = Table>
  static constexpr auto fields() {
    return std::tuple(field("persistence", &S::persistence), field("partition strategy", &S::partitionStrategy),
                      field("partition key", &S::partitionKey), field("parents", &S::parents), field("partition bound", &S::bound),
                      field("of type", &S::ofType), field("options", &S::options), field("toast options", &S::toastOptions),
                      field("tablespace", &S::tablespace), field("access method", &S::accessMethod),
                      field("row security", &S::rowSecurity), field("force row security", &S::forceRowSecurity),
                      field("replica identity", &S::replicaIdentity), field("replica identity index", &S::replicaIdentityIndex),
                      field("cluster index", &S::clusterIndex), field("server", &S::server), field("foreign options", &S::foreignOptions));
  }
  bool partitioned() const { return !partitionStrategy.empty(); }
  bool partition() const { return bound.has_value(); }
  bool foreign() const { return static_cast<bool>(server); }
};

enum class Identity : std::uint8_t { None, Always, ByDefault };
enum class Generated : std::uint8_t { None, Stored, Virtual };

// Parent: the table, view, materialized view or composite type; siblings in attnum order (Object::ordinal).
// A view's columns have a name and, where known, a type; they are derived (frozen when the view was made).
struct Column {
  TypeRef type;
  bool notNull = false;
  NamedRef collation;                  // as written or printed qualified; "" = the type's
  Identity identity = Identity::None;  // its sequence is a Sequence with identity and ownedBy set
  Generated generated = Generated::None;
  std::optional<Expression> generation;
  Name storage;                    // "plain", "external", "main", "extended"; "" = the type's own
  Name compression;                // "pglz", "lz4"; "" = default
  std::optional<int> statistics;   // SET STATISTICS; none = default
  Options options;                 // n_distinct, …
  Options foreignOptions;          // of a foreign table's column: OPTIONS (…)
  bool local = true;               // defined here, perhaps inherited as well
  int inherited = 0;               // number of parents it comes from
  template <class S = Column>
  static constexpr auto fields() {
    return std::tuple(field("type", &S::type), field("not null", &S::notNull), field("collation", &S::collation),
                      field("identity", &S::identity), field("generated", &S::generated), field("generation expression", &S::generation),
                      field("storage", &S::storage), field("compression", &S::compression), field("statistics", &S::statistics),
                      field("options", &S::options), field("foreign options", &S::foreignOptions), field("local", &S::local), note("inherited", &S::inherited));
  }
};

// A column's (or view column's) default. Parent: the column; it has no name of its own.
struct Default {
  Expression value;
  template <class S = Default>
  static constexpr auto fields() { return std::tuple(field("value", &S::value)); }
};

// Parent: the schema.
struct Sequence {
  Name type = "bigint";  // "smallint", "integer", "bigint"
  std::int64_t start = 1, increment = 1, minimum = 1, maximum = INT64_MAX, cache = 1;
  bool cycle = false;
  Persistence persistence = Persistence::Permanent;
  Ref ownedBy;            // a column; null = none
  bool identity = false;  // made by GENERATED … AS IDENTITY: derived from its column
  template <class S = Sequence>
  static constexpr auto fields() {
    return std::tuple(field("type", &S::type), field("start", &S::start), field("increment", &S::increment),
                      field("minimum", &S::minimum), field("maximum", &S::maximum), field("cache", &S::cache),
                      field("cycle", &S::cycle), field("persistence", &S::persistence), field("owned by", &S::ownedBy),
                      field("identity", &S::identity));
  }
};

}  // namespace schemac::ir
