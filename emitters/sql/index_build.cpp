#include "emitters/sql/index_build.h"

#include "emitters/sql/constraint_text.h"
#include "ir/concurrent_build.h"

namespace schemac::emitters {
namespace {

// to_regclass() of an index or of what is to carry it.
std::string indexNamed(const ir::Object& object) {
  return "to_regclass(" + literal(ir::quoteIdentifier(ir::namespaceOf(object)->name) + "." + ir::quoteIdentifier(object.name)) + ")";
}

Condition isIn(const ir::Object& index, std::string_view state) {
  return "exists (select from pg_index where indexrelid = " + indexNamed(index) + " and " + std::string(state) + ")";
}

// The format string of RAISE.
std::string message(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '%' ? "%%" : std::string(1, c);
  return literal(out);
}

}  // namespace

void emitBuild(Emission& e, const ir::Object& index, std::string_view step) {
  const std::string name = ir::qualifiedName(index);
  if (step == ir::kClearsBuild) return e.out.guarded(isIn(index, "not indisvalid"), "drop index " + name);
  // What is made a key by this file is gone after a rollback of this file alone.
  const bool carries = e.inTo(index) && e.inTo(index)->as<ir::Index>().constraint;
  const std::string version = e.versionOf(index);
  const std::string hint = "drop index concurrently if exists " + name + "; then " +
                           (version.empty() ? "build it" : "supabase migration repair --status reverted " + version + " and push") + " again";
  e.out.guarded(carries ? isIn(index, "not indisvalid") : "not " + isIn(index, "indisvalid"),
                "raise exception " + message("index " + name + (carries ? " is invalid: its build failed" : " is missing or invalid: its build failed")) +
                    "\n  using hint = " + literal(hint));
}

void emitKeyOfIndex(Emission& e, const ir::Object& key) {
  const std::string add = alterTarget(*key.parent) + " add constraint " + ir::quoteIdentifier(key.name) + " ";
  e.out.guarded(both(missing(key), indexNamed(key) + " is not null"), add + keyUsingIndex(key));
  e.out.guarded(missing(key), "-- after a rollback of this file alone, which takes the index away with the constraint\n" + add + constraintDefinition(key, e.version()));
}

}  // namespace schemac::emitters
