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
  static constexpr auto fields() {
    return std::tuple(field("event", &Rule::event), field("instead", &Rule::instead), field("condition", &Rule::condition),
                      field("actions", &Rule::actions), field("enabled", &Rule::enabled));
  }
};

// Top level.
struct EventTrigger {
  Name event;              // "ddl_command_start", "ddl_command_end", "table_rewrite", "sql_drop", "login"
  std::vector<Text> tags;  // WHEN TAG IN (…), upper case; none: all
  Ref function;
  Name enabled = "origin";
  static constexpr auto fields() {
    return std::tuple(field("event", &EventTrigger::event), field("tags", &EventTrigger::tags), field("function", &EventTrigger::function),
                      field("enabled", &EventTrigger::enabled));
  }
};

// One element of extended statistics.
struct StatisticsElement {
  Ref column;                            // or
  std::optional<Expression> expression;
  static constexpr auto fields() {
    return std::tuple(field("column", &StatisticsElement::column), field("expression", &StatisticsElement::expression));
  }
};

// Parent: the schema (its own, which need not be its table's). Goes with its table and with any of its columns.
struct Statistics {
  Ref table;                 // or a materialized view
  std::vector<StatisticsElement> elements;  // columns by attnum, then expressions in the order written
  std::vector<Name> kinds;   // of "ndistinct", "dependencies", "mcv", in this order; none where there is one expression alone
  std::optional<int> target; // SET STATISTICS; none = default
  bool named = true;         // the name was written (or cannot be told); else PostgreSQL made it up
  static constexpr auto fields() {
    return std::tuple(field("table", &Statistics::table), field("elements", &Statistics::elements), field("kinds", &Statistics::kinds),
                      field("target", &Statistics::target), note("named", &Statistics::named));
  }
};

}  // namespace schemac::ir
