#include "emitters/sql/headings.h"

#include "emitters/sql/text.h"
#include "ir/identity.h"

namespace schemac::emitters {

using ir::Kind;
using ir::Object;

std::string kindWord(const Object& object) {
  switch (object.kind) {
    case Kind::Enum: return "enum";
    case Kind::Range: return "range type";
    case Kind::Composite: return "composite type";
    case Kind::Table: return object.as<ir::Table>().foreign() ? "foreign table" : "table";
    case Kind::Function: return object.as<ir::Function>().routine == ir::Routine::Procedure ? "procedure" : "function";
    case Kind::Key: return object.as<ir::Key>().primary ? "primary key" : "unique constraint";
    case Kind::ForeignKey: return "foreign key";
    default: return std::string(ir::label(object.kind));
  }
}

std::string pluralOf(const std::string& word) {
  if (word == "default privileges") return word;
  if (word.ends_with('y')) return word == "foreign key" || word == "primary key" ? word + "s" : word.substr(0, word.size() - 1) + "ies";
  return word + (word.ends_with('x') || word.ends_with("ss") ? "es" : "s");
}

Heading headingOf(const Object& object) {
  switch (object.kind) {
    case Kind::Column: case Kind::Default: case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::ForeignKey: case Kind::NotNull:
    case Kind::Owner:
      return headingOf(*object.parent);
    case Kind::Grant: {
      // Of a column: its table's. Grants on many objects next to each other are one group.
      const Object& on = object.parent->kind == Kind::Column ? *object.parent->parent : *object.parent;
      return {"privileges on", "privileges on", ir::displayName(on), ir::displayName(on)};
    }
    case Kind::Comment: case Kind::SecurityLabel: {
      const Object& on = object.parent->kind == Kind::Column || ir::isConstraint(object.parent->kind) ? *object.parent->parent : *object.parent;
      const std::string word = object.kind == Kind::Comment ? "comments on" : "security labels on";
      return {word, word, kindWord(on) + " " + ir::displayName(on), ir::displayName(on)};
    }
    case Kind::Policy: case Kind::Trigger: case Kind::Rule: case Kind::Index: {
      const std::string word = kindWord(object);
      return {word, pluralOf(word) + " of", ir::displayName(object), ir::displayName(*object.parent)};
    }
    case Kind::PublicationMember: return headingOf(*object.parent);
    case Kind::DefaultPrivilege: return {"default privileges", {}, {}, {}};
    default: return {kindWord(object), {}, ir::displayName(object), {}};
  }
}

}  // namespace schemac::emitters
