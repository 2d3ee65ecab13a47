#include "ir/kind.h"

namespace schemac::ir {

std::string_view label(Kind kind) {
  switch (kind) {
#define SCHEMAC_KIND(kind, type, label) \
  case Kind::kind: return label;
#include "ir/kinds.def"
#undef SCHEMAC_KIND
  }
  return "object";
}

std::string_view kindName(Kind kind) {
  switch (kind) {
#define SCHEMAC_KIND(kind, type, label) \
  case Kind::kind: return #kind;
#include "ir/kinds.def"
#undef SCHEMAC_KIND
  }
  return "Object";
}

bool isOverloaded(Space space) {
  return space == Space::Function || space == Space::Operator || space == Space::OperatorFamily || space == Space::OperatorClass || space == Space::Cast;
}

Space spaceOf(Kind kind) {
  switch (kind) {
    case Kind::Role: return Space::Role;
    case Kind::Schema: return Space::Schema;
    case Kind::Extension: return Space::Extension;
    case Kind::BaseType: case Kind::Enum: case Kind::Range: case Kind::Domain: return Space::Type;
    case Kind::Composite: case Kind::Sequence: case Kind::Table: case Kind::View: case Kind::MaterializedView: case Kind::Index:
      return Space::Relation;
    case Kind::Function: case Kind::Aggregate: return Space::Function;
    case Kind::Operator: return Space::Operator;
    case Kind::OperatorFamily: return Space::OperatorFamily;
    case Kind::OperatorClass: return Space::OperatorClass;
    case Kind::Cast: return Space::Cast;
    case Kind::Collation: return Space::Collation;
    case Kind::TextSearchParser: return Space::TextSearchParser;
    case Kind::TextSearchTemplate: return Space::TextSearchTemplate;
    case Kind::TextSearchDictionary: return Space::TextSearchDictionary;
    case Kind::TextSearchConfiguration: return Space::TextSearchConfiguration;
    case Kind::Language: return Space::Language;
    case Kind::Column: return Space::Column;
    case Kind::Default: return Space::Default;
    case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::ForeignKey: case Kind::NotNull:
      return Space::Constraint;
    case Kind::Trigger: return Space::Trigger;
    case Kind::Policy: return Space::Policy;
    case Kind::Publication: return Space::Publication;
    case Kind::PublicationMember: return Space::PublicationMember;
    case Kind::Owner: return Space::Owner;
    case Kind::Grant: return Space::Grant;
    case Kind::Comment: return Space::Comment;
    case Kind::DefaultPrivilege: return Space::DefaultPrivilege;
    case Kind::ForeignDataWrapper: return Space::ForeignDataWrapper;
    case Kind::ForeignServer: return Space::ForeignServer;
    case Kind::UserMapping: return Space::UserMapping;
    case Kind::Statistics: return Space::Statistics;
    case Kind::Rule: return Space::Rule;
    case Kind::Subscription: return Space::Subscription;
    case Kind::EventTrigger: return Space::EventTrigger;
    case Kind::SecurityLabel: return Space::SecurityLabel;
  }
  return Space::Relation;
}

}  // namespace schemac::ir
