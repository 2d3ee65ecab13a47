#include <charconv>

#include "emitters/sql/statements.h"
#include "ir/builtins.h"

namespace schemac::emitters {

using ir::Verb;

namespace {

// Its schema is the one that its control file names, and nobody else makes: CREATE EXTENSION does, and fails where it is told to use it.
bool makesItsSchema(const Emission& e, const ir::Object& object, const ir::Extension& extension) {
  const auto* facts = ir::builtins::extension(object.name.str(), e.version());
  return facts && extension.schema->origin != ir::Origin::User && facts->fixedSchema() == extension.schema->name.view();
}

std::string createExtension(const Emission& e, const ir::Object& object, const ir::Extension& extension) {
  std::string text = "create extension if not exists " + ir::quoteIdentifier(object.name);
  if (extension.schema && extension.schemaSaid && !makesItsSchema(e, object, extension)) text += " with schema " + ir::quoteIdentifier(extension.schema->name);
  if (!extension.version.empty()) text += " version " + literal(extension.version);
  return text;
}

// "1.10" is later than "1.9"; versions that are no numbers with dots are in no order.
bool isEarlier(std::string_view version, std::string_view than) {
  while (!version.empty() && !than.empty()) {
    int a = 0, b = 0;
    const auto first = std::from_chars(version.begin(), version.end(), a);
    const auto second = std::from_chars(than.begin(), than.end(), b);
    if (first.ec != std::errc() || second.ec != std::errc() || a != b) return first.ec == std::errc() && second.ec == std::errc() && a < b;
    version.remove_prefix(static_cast<std::size_t>(first.ptr - version.begin()));
    than.remove_prefix(static_cast<std::size_t>(second.ptr - than.begin()));
    if (version.starts_with('.')) version.remove_prefix(1);
    if (than.starts_with('.')) than.remove_prefix(1);
  }
  return version.empty() && !than.empty();
}

// Extensions have scripts that lead to later versions, hardly ever back: an earlier one is installed anew. PostgreSQL refuses that where
// something uses it.
void changeVersion(Emission& e, const ir::Object& object, const ir::Extension& before, const ir::Extension& after) {
  const std::string name = ir::quoteIdentifier(object.name);
  std::string_view now = before.version.view();
  if (const auto* facts = ir::builtins::extension(object.name.str(), e.version()); now.empty() && facts) now = facts->defaultVersion();
  if (after.version.empty() || now.empty() || !isEarlier(after.version.view(), now))
    return e.out.statement("alter extension " + name + " update" + (after.version.empty() ? "" : " to " + literal(after.version)));
  e.out.guarded("exists (select from pg_extension where extname = " + literal(object.name) + " and extversion <> " + literal(after.version) + ")",
                "drop extension " + name + ";\n" + createExtension(e, object, after));
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const ir::Extension* before, const ir::Extension* after) {
  const ir::Object& object = op.after ? *op.after : *op.before;
  const std::string name = ir::quoteIdentifier(object.name);
  switch (op.verb) {
    case Verb::Create: return e.out.statement(createExtension(e, object, *after));
    case Verb::Alter:
      for (const ir::FieldChange& change : op.changes) {
        if (change.field == "schema" && after->schema)
          e.out.statement("alter extension " + name + " set schema " + ir::quoteIdentifier(after->schema->name));
        if (change.field == "version") changeVersion(e, object, *before, *after);
      }
      return;
    case Verb::Rename: return;  // extensions have the name of their control file
    case Verb::Drop: return e.out.statement("drop extension if exists " + name);
  }
}

}  // namespace schemac::emitters
