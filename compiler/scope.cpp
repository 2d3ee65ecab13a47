#include "compiler/scope.h"

#include <algorithm>
#include <array>

#include "ir/identity.h"

namespace schemac::compiler {

using ir::Kind;
using ir::Object;

bool globMatches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, starAt = std::string_view::npos, starText = 0;
  const auto one = [&](std::size_t& at, char c) {  // matches one character against pattern[at…]; moves behind what it used
    if (at == pattern.size()) return false;
    if (pattern[at] == '?') return ++at, true;
    if (pattern[at] == '[') {
      const std::size_t end = pattern.find(']', at + 1);
      if (end != std::string_view::npos) {
        bool hit = false;
        for (std::size_t i = at + 1; i < end; ++i) {
          if (i + 2 < end && pattern[i + 1] == '-') {
            hit = hit || (pattern[i] <= c && c <= pattern[i + 2]);
            i += 2;
          } else {
            hit = hit || pattern[i] == c;
          }
        }
        if (hit) at = end + 1;
        return hit;
      }
    }
    return pattern[at] == c ? (++at, true) : false;
  };
  while (t < text.size()) {
    std::size_t next = p;
    if (p < pattern.size() && pattern[p] == '*') {
      starAt = p++;
      starText = t;
    } else if (one(next, text[t])) {
      p = next;
      ++t;
    } else if (starAt != std::string_view::npos) {
      p = starAt + 1;
      t = ++starText;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool Scope::schemaIncluded(const Object& schema) const {
  const auto hit = [&](const std::vector<std::string>& globs) {
    return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) { return globMatches(glob, schema.name); });
  };
  return (options_.schemas.empty() || hit(options_.schemas)) && !hit(options_.exclude);
}

bool Scope::ignored(const Object& object) const {
  return std::any_of(options_.ignore.begin(), options_.ignore.end(), [&](const Ignore& ignore) {
    return (ignore.kind == "*" || ignore.kind == ir::label(object.kind)) &&
           (globMatches(ignore.pattern, ir::displayName(object)) || globMatches(ignore.pattern, object.name));
  });
}

bool Scope::includes(const Object& object) const {
  if (object.kind == Kind::Role && !options_.roles) return false;
  if (object.kind == Kind::Schema && !schemaIncluded(object)) return false;
  return options_.ignore.empty() || !ignored(object);
}

bool isToolsOwn(const Object& object) {
  using namespace std::string_view_literals;
  static constexpr std::array kTables{"schema_migrations"sv, "flyway_schema_history"sv, "_prisma_migrations"sv, "_sqlx_migrations"sv,
                                      "__drizzle_migrations"sv, "goose_db_version"sv, "knex_migrations"sv, "knex_migrations_lock"sv,
                                      "ar_internal_metadata"sv, "databasechangelog"sv, "databasechangeloglock"sv, "alembic_version"sv,
                                      "atlas_schema_revisions"sv, "pgmigrations"sv, "django_migrations"sv, "typeorm_metadata"sv};
  static constexpr std::array kSchemas{"supabase_migrations"sv, "atlas_schema_revisions"sv};
  const auto in = [&](const auto& names) { return std::find(names.begin(), names.end(), object.name.view()) != names.end(); };
  if (object.kind == Kind::Schema) {
    bool holdsTables = false, holdsOthers = false;
    for (const Object* child : object.children) {
      if (child->kind == Kind::Owner || child->kind == Kind::Grant || child->kind == Kind::Comment) continue;
      (isToolsOwn(*child) ? holdsTables : holdsOthers) = true;
    }
    return in(kSchemas) || (holdsTables && !holdsOthers);
  }
  // The sequence of such a table's key goes with it.
  if (const auto* sequence = object.get<ir::Sequence>()) return sequence->ownedBy && isToolsOwn(*sequence->ownedBy->parent);
  if (object.kind != Kind::Table) return false;
  // pgmq.create() makes a queue's tables (q_) and archives (a_) in the extension's schema, and not all its versions make them members of it.
  const bool queue = object.parent->name == "pgmq";
  return in(kTables) || (queue && (object.name.view().starts_with("q_") || object.name.view().starts_with("a_")));
}

}  // namespace schemac::compiler
