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
  static constexpr auto fields() {
    return std::tuple(field("expression", &Check::expression), field("no inherit", &Check::noInherit), field("validated", &Check::validated),
                      field("enforced", &Check::enforced), field("local", &Check::local), note("inherited", &Check::inherited), note("named", &Check::named));
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
  static constexpr auto fields() {
    return std::tuple(field("primary", &Key::primary), field("columns", &Key::columns), field("include", &Key::include),
                      field("nulls not distinct", &Key::nullsNotDistinct), field("without overlaps", &Key::withoutOverlaps),
                      field("deferrable", &Key::deferrable), field("initially deferred", &Key::initiallyDeferred), field("options", &Key::options),
                      field("tablespace", &Key::tablespace), field("local", &Key::local), note("inherited", &Key::inherited), note("named", &Key::named));
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
  static constexpr auto fields() {
    return std::tuple(field("columns", &ForeignKey::columns), field("references", &ForeignKey::table), field("referenced columns", &ForeignKey::references),
                      field("match", &ForeignKey::match), field("on update", &ForeignKey::onUpdate), field("on delete", &ForeignKey::onDelete),
                      field("on delete columns", &ForeignKey::setColumns), field("deferrable", &ForeignKey::deferrable),
                      field("initially deferred", &ForeignKey::initiallyDeferred), field("validated", &ForeignKey::validated),
                      field("enforced", &ForeignKey::enforced), field("period", &ForeignKey::period), field("local", &ForeignKey::local),
                      note("inherited", &ForeignKey::inherited), note("named", &ForeignKey::named));
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
  static constexpr auto fields() {
    return std::tuple(field("column", &IndexElement::column), field("expression", &IndexElement::expression), field("collation", &IndexElement::collation),
                      field("operator class", &IndexElement::opclass), field("operator class options", &IndexElement::opclassOptions),
                      field("descending", &IndexElement::descending), field("nulls first", &IndexElement::nullsFirst), field("with", &IndexElement::with));
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
  static constexpr auto fields() {
    return std::tuple(field("method", &Exclusion::method), field("elements", &Exclusion::elements), field("include", &Exclusion::include),
                      field("predicate", &Exclusion::predicate), field("deferrable", &Exclusion::deferrable),
                      field("initially deferred", &Exclusion::initiallyDeferred), field("options", &Exclusion::options),
                      field("tablespace", &Exclusion::tablespace), note("named", &Exclusion::named));
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
  static constexpr auto fields() {
    return std::tuple(field("method", &Index::method), field("unique", &Index::unique), field("nulls not distinct", &Index::nullsNotDistinct),
                      note("only", &Index::only), field("elements", &Index::elements), field("include", &Index::include),
                      field("predicate", &Index::predicate), field("options", &Index::options), field("tablespace", &Index::tablespace),
                      field("constraint", &Index::constraint), field("partition of", &Index::partitionOf), field("valid", &Index::valid),
                      field("statistics", &Index::statistics), note("named", &Index::named));
  }
};

}  // namespace schemac::ir
