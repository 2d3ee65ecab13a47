#pragma once
// Aggregates, and the languages that functions are written in.
#include "ir/objects/programs.h"

namespace schemac::ir {

// What an aggregate does with its state: once in the plain way, once for moving windows (the M… options).
struct Accumulation {
  Ref transition;               // SFUNC, MSFUNC
  Ref inverse;                  // MINVFUNC; of the moving one alone
  TypeRef state;                // STYPE
  int stateSpace = 0;           // SSPACE; 0 = the default
  Ref final;                    // FINALFUNC
  bool finalExtra = false;
  Name finalModify;             // "read_only", "shareable", "read_write"
  std::optional<Text> initial;  // INITCOND
  template <class S = Accumulation>
  static constexpr auto fields() {
    return std::tuple(field("sfunc", &S::transition), field("minvfunc", &S::inverse), field("stype", &S::state),
                      field("sspace", &S::stateSpace), field("finalfunc", &S::final),
                      field("finalfunc_extra", &S::finalExtra), field("finalfunc_modify", &S::finalModify),
                      field("initcond", &S::initial));
  }
};

enum class AggregateKind : std::uint8_t { Normal, OrderedSet, Hypothetical };

// Parent: the schema. In the name space of functions; identified by its name and the types of its arguments.
struct Aggregate {
  AggregateKind sort = AggregateKind::Normal;
  std::vector<Argument> arguments;  // In and Variadic, without defaults; of an ordered set the direct ones first
  int direct = 0;                   // how many of them are direct
  TypeRef result;                   // of its final function, or the state; it follows from them
  Accumulation plain;
  std::optional<Accumulation> moving;
  Ref combine, serialize, deserialize;
  NamedRef sortOperator;            // "" = none
  Name parallel = "unsafe";         // "restricted", "safe"
  template <class S = Aggregate>
  static constexpr auto fields() {
    return std::tuple(field("aggregate kind", &S::sort), field("arguments", &S::arguments), field("direct arguments", &S::direct),
                      field("returns", &S::result), field("accumulation", &S::plain), field("moving accumulation", &S::moving),
                      field("combinefunc", &S::combine), field("serialfunc", &S::serialize),
                      field("deserialfunc", &S::deserialize), field("sortop", &S::sortOperator), field("parallel", &S::parallel));
  }
};

// CREATE LANGUAGE … HANDLER. Top level. Those of PostgreSQL and of extensions are no objects.
struct Language {
  bool trusted = false;
  Ref handler, inlineHandler, validator;
  template <class S = Language>
  static constexpr auto fields() {
    return std::tuple(field("trusted", &S::trusted), field("handler", &S::handler), field("inline", &S::inlineHandler),
                      field("validator", &S::validator));
  }
};

}  // namespace schemac::ir
