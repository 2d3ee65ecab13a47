#pragma once
// Views, functions, triggers and policies.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// Parent: the schema. The columns are derived Column children (frozen when it was made); column aliases of CREATE VIEW v(a, b) are their names.
struct View {
  Expression query;
  Options options;   // security_invoker, security_barrier, check_option
  bool columnsNamed = false;  // CREATE VIEW v (a, b): the names must be written again
  static constexpr auto fields() {
    return std::tuple(field("query", &View::query), field("options", &View::options), note("columns named", &View::columnsNamed));
  }
};

struct MaterializedView {
  Expression query;
  Options options;
  Name tablespace, accessMethod;
  bool populated = true;
  bool columnsNamed = false;
  Ref clusterIndex;
  static constexpr auto fields() {
    return std::tuple(field("query", &MaterializedView::query), field("options", &MaterializedView::options),
                      field("tablespace", &MaterializedView::tablespace), field("access method", &MaterializedView::accessMethod),
                      note("populated", &MaterializedView::populated), note("columns named", &MaterializedView::columnsNamed),
                      field("cluster index", &MaterializedView::clusterIndex));
  }
};

enum class ArgumentMode : std::uint8_t { In, Out, InOut, Variadic, Table };

struct Argument {
  ArgumentMode mode = ArgumentMode::In;
  Name name;  // "" = unnamed
  TypeRef type;
  std::optional<Expression> defaultValue;
  static constexpr auto fields() {
    return std::tuple(field("mode", &Argument::mode), field("name", &Argument::name), field("type", &Argument::type),
                      field("default", &Argument::defaultValue));
  }
};

enum class Routine : std::uint8_t { Function, Procedure, Window };

// Parent: the schema. Identified by its name and the types of its input arguments (In, InOut, Variadic).
struct Function {
  Routine routine = Routine::Function;
  std::vector<Argument> arguments;  // as written; TABLE columns last
  TypeRef result;                   // null for a procedure; with TABLE or OUT arguments: what PostgreSQL makes of it (record or the one type)
  NamedRef language;
  Name volatility = "volatile";     // "immutable", "stable"
  Name parallel = "unsafe";         // "restricted", "safe"
  bool strict = false, securityDefiner = false, leakproof = false;
  std::optional<double> cost, rows; // none = the default
  Ref support;
  Options settings;                 // SET name = value, as stored in proconfig
  Text body;                        // prosrc: decoded text (quoted bodies), or the object file of C
  Text link;                        // C: the symbol
  std::optional<Expression> sqlBody;  // RETURN … or BEGIN ATOMIC … END, as written
  std::vector<Ref> uses;            // what the body names, as far as it is static: soft, orders where it can
  static constexpr auto fields() {
    return std::tuple(field("routine", &Function::routine), field("arguments", &Function::arguments), field("returns", &Function::result),
                      field("language", &Function::language), field("volatility", &Function::volatility), field("parallel", &Function::parallel),
                      field("strict", &Function::strict), field("security definer", &Function::securityDefiner), field("leakproof", &Function::leakproof),
                      field("cost", &Function::cost), field("rows", &Function::rows), field("support", &Function::support),
                      field("settings", &Function::settings), field("body", &Function::body), field("link", &Function::link),
                      field("sql body", &Function::sqlBody), note("uses", &Function::uses));
  }
};

// Parent: the table or view.
struct Trigger {
  Name timing;                  // "before", "after", "instead of"
  std::vector<Name> events;     // of "insert", "delete", "update", "truncate", in this order
  std::vector<Ref> updateOf;
  bool forEachRow = false;
  std::optional<Expression> when;
  Ref function;
  std::vector<Text> arguments;
  bool constraint = false, deferrable = false, initiallyDeferred = false;
  Ref fromTable;                // constraint trigger: FROM
  Name oldTable, newTable;      // REFERENCING
  Name enabled = "origin";      // "origin", "disabled", "replica", "always"
  static constexpr auto fields() {
    return std::tuple(field("timing", &Trigger::timing), field("events", &Trigger::events), field("update of", &Trigger::updateOf),
                      field("for each row", &Trigger::forEachRow), field("when", &Trigger::when), field("function", &Trigger::function),
                      field("arguments", &Trigger::arguments), field("constraint", &Trigger::constraint), field("deferrable", &Trigger::deferrable),
                      field("initially deferred", &Trigger::initiallyDeferred), field("from", &Trigger::fromTable),
                      field("old table", &Trigger::oldTable), field("new table", &Trigger::newTable), field("enabled", &Trigger::enabled));
  }
};

// Parent: the table.
struct Policy {
  Name command = "all";         // "select", "insert", "update", "delete"
  bool permissive = true;
  std::vector<Name> roles;      // sorted; "public" = everybody
  std::optional<Expression> usingExpression, checkExpression;
  static constexpr auto fields() {
    return std::tuple(field("command", &Policy::command), field("permissive", &Policy::permissive), field("roles", &Policy::roles),
                      field("using", &Policy::usingExpression), field("with check", &Policy::checkExpression));
  }
};

}  // namespace schemac::ir
