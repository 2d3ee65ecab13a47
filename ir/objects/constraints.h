#pragma once
// Constraints (parent: the table; of a domain's check: the domain) and indexes.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// `named`: the name was written (or cannot be told, as in a live catalog); else PostgreSQL made it up: such objects match by definition
// first, and a difference in name alone is a RENAME.
struct Check {
  Expression expression;
  bool noInherit = false, validated = true, enforced = true;
  bool local = true;
  int inherited = 0;
  bool named = true;
  template <class S = Check>
  static constexpr auto fields() {
    return std::tuple(field("expression", &S::expression), field("no inherit", &S::noInherit), field("validated", &S::validated),
                      field("enforced", &S::enforced), field("local", &S::local), note("inherited", &S::inherited), note("named", &S::named));
  }
};

// PRIMARY KEY or UNIQUE. Its index is an Index of the same name, derived from it.
struct Key {
  bool primary = false;
  std::vector<Ref> columns, include;
  bool nullsNotDistinct = false, withoutOverlaps = false;
  bool deferrable = false, initiallyDeferred = false;
  Options options;   // WITH (fillfactor = …)
  Name tablespace;
  bool local = true;
  int inherited = 0;
  bool named = true;
  template <class S = Key>
  static constexpr auto fields() {
    return std::tuple(field("primary", &S::primary), field("columns", &S::columns), field("include", &S::include),
                      field("nulls not distinct", &S::nullsNotDistinct), field("without overlaps", &S::withoutOverlaps),
                      field("deferrable", &S::deferrable), field("initially deferred", &S::initiallyDeferred), field("options", &S::options),
                      field("tablespace", &S::tablespace), field("local", &S::local), note("inherited", &S::inherited), note("named", &S::named));
  }
};

struct ForeignKey {
  std::vector<Ref> columns;
  Ref table;                    // referenced
  std::vector<Ref> references;  // its columns, as resolved (the primary key's where none were written)
  Name match = "simple";        // "simple", "full"
  Name onUpdate = "no action", onDelete = "no action";  // "restrict", "cascade", "set null", "set default"
  std::vector<Ref> setColumns;  // ON DELETE SET NULL (columns)
  bool deferrable = false, initiallyDeferred = false, validated = true, enforced = true, period = false;
  bool local = true;
  int inherited = 0;
  bool named = true;
  template <class S = ForeignKey>
  static constexpr auto fields() {
    return std::tuple(field("columns", &S::columns), field("references", &S::table), field("referenced columns", &S::references),
                      field("match", &S::match), field("on update", &S::onUpdate), field("on delete", &S::onDelete),
                      field("on delete columns", &S::setColumns), field("deferrable", &S::deferrable),
                      field("initially deferred", &S::initiallyDeferred), field("validated", &S::validated),
                      field("enforced", &S::enforced), field("period", &S::period), field("local", &S::local),
                      note("inherited", &S::inherited), note("named", &S::named));
  }
};

// The name of a NOT NULL, which tables give it from PostgreSQL 18 on and domains from 17 on (pg_constraint, contype 'n'). Derived from its column
// (or domain), which says that it is there: made and dropped with that, and set on its own are the name, what the fields say, and a comment.
struct NotNull {
  Ref column;  // null: of a domain
  bool noInherit = false, validated = true;
  bool local = true;
  int inherited = 0;
  template <class S = NotNull>
  static constexpr auto fields() {
    return std::tuple(field("column", &S::column), field("no inherit", &S::noInherit), field("validated", &S::validated),
                      field("local", &S::local), note("inherited", &S::inherited));
  }
};

// One element of an index or exclusion constraint.
struct IndexElement {
  Ref column;                            // or
  std::optional<Expression> expression;
  NamedRef collation;                        // "" = the column's
  NamedRef opclass;                          // qualified unless in pg_catalog; "" = the type's default
  Options opclassOptions;
  bool descending = false, nullsFirst = false;  // as it is, defaults filled in (DESC implies NULLS FIRST)
  NamedRef with;                             // exclusion: the operator, qualified unless in pg_catalog
  template <class S = IndexElement>
  static constexpr auto fields() {
    return std::tuple(field("column", &S::column), field("expression", &S::expression), field("collation", &S::collation),
                      field("operator class", &S::opclass), field("operator class options", &S::opclassOptions),
                      field("descending", &S::descending), field("nulls first", &S::nullsFirst), field("with", &S::with));
  }
};

struct Exclusion {
  Name method = "gist";
  std::vector<IndexElement> elements;
  std::vector<Ref> include;
  std::optional<Expression> predicate;
  bool deferrable = false, initiallyDeferred = false;
  Options options;
  Name tablespace;
  bool named = true;
  template <class S = Exclusion>
  static constexpr auto fields() {
    return std::tuple(field("method", &S::method), field("elements", &S::elements), field("include", &S::include),
                      field("predicate", &S::predicate), field("deferrable", &S::deferrable),
                      field("initially deferred", &S::initiallyDeferred), field("options", &S::options),
                      field("tablespace", &S::tablespace), note("named", &S::named));
  }
};

// Parent: the table or materialized view (its name lives in that one's schema). A constraint's index and a partition's copy
// of its parent's index are derived.
struct Index {
  Name method = "btree";
  bool unique = false, nullsNotDistinct = false, only = false;
  std::vector<IndexElement> elements;
  std::vector<Ref> include;
  std::optional<Expression> predicate;
  Options options;
  Name tablespace;
  Ref constraint;   // the Key or Exclusion it carries
  Ref partitionOf;  // the parent's index it is attached to
  bool valid = true;
  std::vector<Option> statistics;  // ALTER INDEX … ALTER COLUMN n SET STATISTICS: ("1", "500")
  bool named = true;
  template <class S = Index>
  static constexpr auto fields() {
    return std::tuple(field("method", &S::method), field("unique", &S::unique), field("nulls not distinct", &S::nullsNotDistinct),
                      note("only", &S::only), field("elements", &S::elements), field("include", &S::include),
                      field("predicate", &S::predicate), field("options", &S::options), field("tablespace", &S::tablespace),
                      field("constraint", &S::constraint), field("partition of", &S::partitionOf), field("valid", &S::valid),
                      field("statistics", &S::statistics), note("named", &S::named));
  }
};

}  // namespace schemac::ir
