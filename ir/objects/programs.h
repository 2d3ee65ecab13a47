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
  template <class S = View>
  static constexpr auto fields() {
    return std::tuple(field("query", &S::query), field("options", &S::options), note("columns named", &S::columnsNamed));
  }
};

struct MaterializedView {
  Expression query;
  Options options;
  Name tablespace, accessMethod;
  bool populated = true;
  bool columnsNamed = false;
  Ref clusterIndex;
  template <class S = MaterializedView>
  static constexpr auto fields() {
    return std::tuple(field("query", &S::query), field("options", &S::options),
                      field("tablespace", &S::tablespace), field("access method", &S::accessMethod),
                      note("populated", &S::populated), note("columns named", &S::columnsNamed),
                      field("cluster index", &S::clusterIndex));
  }
};

enum class ArgumentMode : std::uint8_t { In, Out, InOut, Variadic, Table };

struct Argument {
  ArgumentMode mode = ArgumentMode::In;
  Name name;  // "" = unnamed
  TypeRef type;
  std::optional<Expression> defaultValue;
  template <class S = Argument>
  static constexpr auto fields() {
    return std::tuple(field("mode", &S::mode), field("name", &S::name), field("type", &S::type),
                      field("default", &S::defaultValue));
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
  template <class S = Function>
  static constexpr auto fields() {
    return std::tuple(field("routine", &S::routine), field("arguments", &S::arguments), field("returns", &S::result),
                      field("language", &S::language), field("volatility", &S::volatility), field("parallel", &S::parallel),
                      field("strict", &S::strict), field("security definer", &S::securityDefiner), field("leakproof", &S::leakproof),
                      field("cost", &S::cost), field("rows", &S::rows), field("support", &S::support),
                      field("settings", &S::settings), field("body", &S::body), field("link", &S::link),
                      field("sql body", &S::sqlBody), note("uses", &S::uses));
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
  template <class S = Trigger>
  static constexpr auto fields() {
    return std::tuple(field("timing", &S::timing), field("events", &S::events), field("update of", &S::updateOf),
                      field("for each row", &S::forEachRow), field("when", &S::when), field("function", &S::function),
                      field("arguments", &S::arguments), field("constraint", &S::constraint), field("deferrable", &S::deferrable),
                      field("initially deferred", &S::initiallyDeferred), field("from", &S::fromTable),
                      field("old table", &S::oldTable), field("new table", &S::newTable), field("enabled", &S::enabled));
  }
};

// Parent: the table.
struct Policy {
  Name command = "all";         // "select", "insert", "update", "delete"
  bool permissive = true;
  std::vector<Name> roles;      // sorted; "public" = everybody
  std::optional<Expression> usingExpression, checkExpression;
  template <class S = Policy>
  static constexpr auto fields() {
    return std::tuple(field("command", &S::command), field("permissive", &S::permissive), field("roles", &S::roles),
                      field("using", &S::usingExpression), field("with check", &S::checkExpression));
  }
};

}  // namespace schemac::ir
