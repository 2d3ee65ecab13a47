#include "compiler/rank.h"

#include "compiler/edges.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Verb;

namespace {

enum Phase { Foundations, Departures, Objects, Defaults, Farewells };

bool isFoundation(Kind kind) { return kind == Kind::Role || kind == Kind::Schema || kind == Kind::Extension; }

}  // namespace

Rank rankOf(const ir::Operation& operation) {
  const ir::Object& object = operation.after ? *operation.after : *operation.before;
  const ir::Object& root = rootOf(object);
  Rank rank;
  rank.id = ir::idOf(object);
  rank.root = &root == &object ? rank.id : ir::idOf(root);
  rank.verb = static_cast<int>(operation.verb);
  const bool drop = operation.verb == Verb::Drop;
  const bool rootGoes = drop && &root == &object;
  if (object.kind == Kind::DefaultPrivilege) rank.phase = Defaults;
  else if (isFoundation(root.kind)) rank.phase = rootGoes ? Farewells : Foundations;
  else rank.phase = rootGoes ? Departures : Objects;
  // What goes, goes in the reverse order of kinds.
  const int kinds = 100;
  rank.rootKind = rootGoes ? kinds - static_cast<int>(root.kind) : static_cast<int>(root.kind);
  rank.kind = drop ? -static_cast<int>(object.kind) : static_cast<int>(object.kind) + 1;
  if (object.kind == Kind::Column) rank.ordinal = object.ordinal;
  return rank;
}

}  // namespace schemac::compiler
