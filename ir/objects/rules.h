#pragma once
// Rules, event triggers and extended statistics.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// Parent: the table or view. The ON SELECT rule of a view is the view.
struct Rule {
  Name event;                           // "insert", "update", "delete"
  bool instead = false;
  std::optional<Expression> condition;  // WHERE
  std::vector<Expression> actions;      // none: NOTHING
  Name enabled = "origin";              // "origin", "disabled", "replica", "always"
  template <class S = Rule>
  static constexpr auto fields() {
    return std::tuple(field("event", &S::event), field("instead", &S::instead), field("condition", &S::condition),
                      field("actions", &S::actions), field("enabled", &S::enabled));
  }
};

// Top level.
struct EventTrigger {
  Name event;              // "ddl_command_start", "ddl_command_end", "table_rewrite", "sql_drop", "login"
  std::vector<Text> tags;  // WHEN TAG IN (…), upper case; none: all
  Ref function;
  Name enabled = "origin";
  template <class S = EventTrigger>
  static constexpr auto fields() {
    return std::tuple(field("event", &S::event), field("tags", &S::tags), field("function", &S::function),
                      field("enabled", &S::enabled));
  }
};

// One element of extended statistics.
struct StatisticsElement {
  Ref column;                            // or
  std::optional<Expression> expression;
  template <class S = StatisticsElement>
  static constexpr auto fields() {
    return std::tuple(field("column", &S::column), field("expression", &S::expression));
  }
};

// Parent: the schema (its own, which need not be its table's). Goes with its table and with any of its columns.
struct Statistics {
  Ref table;                 // or a materialized view
  std::vector<StatisticsElement> elements;  // columns by attnum, then expressions in the order written
  std::vector<Name> kinds;   // of "ndistinct", "dependencies", "mcv", in this order; none where there is one expression alone
  std::optional<int> target; // SET STATISTICS; none = default
  bool named = true;         // the name was written (or cannot be told); else PostgreSQL made it up
  template <class S = Statistics>
  static constexpr auto fields() {
    return std::tuple(field("table", &S::table), field("elements", &S::elements), field("kinds", &S::kinds),
                      field("target", &S::target), note("named", &S::named));
  }
};

}  // namespace schemac::ir
