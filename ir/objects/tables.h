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
  static constexpr auto fields() {
    return std::tuple(field("column", &PartitionElement::column), field("expression", &PartitionElement::expression),
                      field("collation", &PartitionElement::collation), field("operator class", &PartitionElement::opclass));
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
  static constexpr auto fields() {
    return std::tuple(field("persistence", &Table::persistence), field("partition strategy", &Table::partitionStrategy),
                      field("partition key", &Table::partitionKey), field("parents", &Table::parents), field("partition bound", &Table::bound),
                      field("of type", &Table::ofType), field("options", &Table::options), field("toast options", &Table::toastOptions),
                      field("tablespace", &Table::tablespace), field("access method", &Table::accessMethod),
                      field("row security", &Table::rowSecurity), field("force row security", &Table::forceRowSecurity),
                      field("replica identity", &Table::replicaIdentity), field("replica identity index", &Table::replicaIdentityIndex),
                      field("cluster index", &Table::clusterIndex), field("server", &Table::server), field("foreign options", &Table::foreignOptions));
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
  static constexpr auto fields() {
    return std::tuple(field("type", &Column::type), field("not null", &Column::notNull), field("collation", &Column::collation),
                      field("identity", &Column::identity), field("generated", &Column::generated), field("generation expression", &Column::generation),
                      field("storage", &Column::storage), field("compression", &Column::compression), field("statistics", &Column::statistics),
                      field("options", &Column::options), field("foreign options", &Column::foreignOptions), field("local", &Column::local), note("inherited", &Column::inherited));
  }
};

// A column's (or view column's) default. Parent: the column; it has no name of its own.
struct Default {
  Expression value;
  static constexpr auto fields() { return std::tuple(field("value", &Default::value)); }
};

// Parent: the schema.
struct Sequence {
  Name type = "bigint";  // "smallint", "integer", "bigint"
  std::int64_t start = 1, increment = 1, minimum = 1, maximum = INT64_MAX, cache = 1;
  bool cycle = false;
  Persistence persistence = Persistence::Permanent;
  Ref ownedBy;            // a column; null = none
  bool identity = false;  // made by GENERATED … AS IDENTITY: derived from its column
  static constexpr auto fields() {
    return std::tuple(field("type", &Sequence::type), field("start", &Sequence::start), field("increment", &Sequence::increment),
                      field("minimum", &Sequence::minimum), field("maximum", &Sequence::maximum), field("cache", &Sequence::cache),
                      field("cycle", &Sequence::cycle), field("persistence", &Sequence::persistence), field("owned by", &Sequence::ownedBy),
                      field("identity", &Sequence::identity));
  }
};

}  // namespace schemac::ir
