#pragma once
#include <deque>
#include <optional>
#include <vector>

#include "parser/analyze/typed.h"

namespace schemac::parser {

// A column that a FROM item offers.
struct ItemColumn {
  ir::Name name;
  Type type;
  ir::Text modifiers;
  const ir::Object* object = nullptr;   // the user's column behind it, under its own name; null behind an alias
  Typed* value = nullptr;               // of a join: what it stands for
  const ir::Object* source = nullptr;   // the user's column behind an alias or a join
};

// A FROM item: a relation, function, subquery, CTE, VALUES or a join.
struct Item {
  enum Kind { Relation, Derived, Join, Pseudo } kind = Relation;
  ir::Name alias;                        // what it is called here
  bool aliased = false;                  // by an alias; else by the relation's own name
  const ir::Object* relation = nullptr;  // the user's (or extension's, platform's)
  const ir::builtins::Relation* builtin = nullptr;
  ir::Name schemaName;                   // of a relation without alias: may stand in front of columns
  bool opaque = false;                   // may have columns that are not known
  bool columnsListed = false;            // `columns` is all; else they are the relation's
  std::vector<ItemColumn> columns;
  bool named = true;                     // can be named in front of a column
  bool bare = true;                      // columns can be named alone
  bool lateralOnly = false;              // visible in LATERAL items alone
  int number = 0;                        // place in FROM
  ir::Text pseudo;                       // Pseudo: "new", "old", …: columns are variables, not FROM items
  Type rowType;                          // of a whole-row reference
  bool scalar = false;                   // a function of one scalar column: a whole-row reference is its value
  std::vector<ir::Name> merged;          // Join: the USING columns
};

// A WITH query in sight.
struct CteEntry {
  ir::Name name;
  std::vector<ItemColumn> columns;
  bool columnsKnown = true;
  int number = 0;
};

struct Variable {
  ir::Name name;
  Type type;
  ir::Text modifiers;
};

struct NamedWindow {
  ir::Name name;
  Typed* definition = nullptr;
};

// What names mean at one level of query nesting.
struct Scope {
  Scope* outer = nullptr;
  std::vector<Item*> items;             // visible now
  std::vector<CteEntry*> ctes;
  std::vector<NamedWindow> windows;
  int nextItem = 1;
  bool lateral = false;                 // a LATERAL item is being looked at
};

}  // namespace schemac::parser
