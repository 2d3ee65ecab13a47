// CREATE SEQUENCE, ALTER SEQUENCE, and the sequences of serial and identity columns.
#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Sequence;

namespace {

std::int64_t highest(Name type) { return type == "smallint" ? INT16_MAX : type == "integer" ? INT32_MAX : INT64_MAX; }
std::int64_t lowest(Name type) { return type == "smallint" ? INT16_MIN : type == "integer" ? INT32_MIN : INT64_MIN; }

Name sequenceType(Replay& replay, const DefElem& element) {
  const ir::TypeRef type = replay.type(*reinterpret_cast<const TypeName*>(element.arg));
  if (!type.array) {
    if (type.type->name == "int2") return "smallint";
    if (type.type->name == "int4") return "integer";
    if (type.type->name == "int8") return "bigint";
  }
  throwInvalid(replay, element.location, "sequence type must be smallint, integer, or bigint");
}

}  // namespace

std::int64_t integerOf(Replay& replay, const DefElem& element) {
  const std::string text = stringOf(element);
  errno = 0;
  char* end = nullptr;
  const long long value = std::strtoll(text.c_str(), &end, 10);
  if (text.empty() || *end || errno) throwInvalid(replay, element.location, fmt::format("value \"{}\" is out of range for type bigint", text));
  return value;
}

// init_params in src/backend/commands/sequence.c, without what concerns the position.
void applySequenceOptions(Replay& replay, Sequence& sequence, const List* options, bool creating) {
  const DefElem *increment = nullptr, *maximum = nullptr, *minimum = nullptr, *start = nullptr;
  bool resetMaximum = false, resetMinimum = false;
  for (const DefElem* element : each<DefElem>(options)) {
    const std::string_view name = element->defname;
    if (name == "as") {
      const Name type = sequenceType(replay, *element);
      // Bounds that are those of the old type become those of the new one; others were chosen.
      resetMaximum = !creating && sequence.maximum == highest(sequence.type);
      resetMinimum = !creating && sequence.minimum == lowest(sequence.type);
      sequence.type = type;
    } else if (name == "increment") increment = element;
    else if (name == "maxvalue") maximum = element;
    else if (name == "minvalue") minimum = element;
    else if (name == "start") start = element;
    else if (name == "cycle") sequence.cycle = booleanOf(*element);
    else if (name == "cache") sequence.cache = integerOf(replay, *element);
    else if (name == "unlogged") sequence.persistence = ir::Persistence::Unlogged;
    else if (name == "logged") sequence.persistence = ir::Persistence::Permanent;
  }
  if (increment) sequence.increment = integerOf(replay, *increment);
  if (sequence.increment == 0) throwInvalid(replay, increment ? increment->location : -1, "INCREMENT must not be zero");
  const bool ascending = sequence.increment > 0;
  if (maximum && maximum->arg) sequence.maximum = integerOf(replay, *maximum);
  else if (creating || maximum || resetMaximum) sequence.maximum = ascending || resetMaximum ? highest(sequence.type) : -1;
  if (minimum && minimum->arg) sequence.minimum = integerOf(replay, *minimum);
  else if (creating || minimum || resetMinimum) sequence.minimum = !ascending || resetMinimum ? lowest(sequence.type) : 1;
  if (start) sequence.start = integerOf(replay, *start);
  else if (creating) sequence.start = ascending ? sequence.minimum : sequence.maximum;
  if (sequence.maximum > highest(sequence.type) || sequence.maximum < lowest(sequence.type))
    throwInvalid(replay, -1, fmt::format("MAXVALUE ({}) is out of range for sequence data type {}", sequence.maximum, sequence.type.str()));
  if (sequence.minimum > highest(sequence.type) || sequence.minimum < lowest(sequence.type))
    throwInvalid(replay, -1, fmt::format("MINVALUE ({}) is out of range for sequence data type {}", sequence.minimum, sequence.type.str()));
  if (sequence.minimum >= sequence.maximum)
    throwInvalid(replay, -1, fmt::format("MINVALUE ({}) must be less than MAXVALUE ({})", sequence.minimum, sequence.maximum));
  if (sequence.start < sequence.minimum)
    throwInvalid(replay, -1, fmt::format("START value ({}) cannot be less than MINVALUE ({})", sequence.start, sequence.minimum));
  if (sequence.start > sequence.maximum)
    throwInvalid(replay, -1, fmt::format("START value ({}) cannot be greater than MAXVALUE ({})", sequence.start, sequence.maximum));
}

void ownSequence(Replay& replay, const Object& sequence, const List* options) {
  for (const DefElem* element : each<DefElem>(options)) {
    if (std::string_view(element->defname) != "owned_by") continue;
    const List* names = reinterpret_cast<const List*>(element->arg);
    if (names->length == 1 && stringOf(static_cast<const Node*>(linitial(names))) == "none") {
      replay.schema.edit<Sequence>(sequence).ownedBy = {};
      continue;
    }
    if (names->length < 2) throwInvalid(replay, element->location, "invalid OWNED BY option", "Specify OWNED BY table.column or OWNED BY NONE.");
    RangeVar table{};
    table.type = T_RangeVar;
    table.location = element->location;
    std::vector<std::string> parts;
    for (const Node* part : each<Node>(names)) parts.push_back(stringOf(part));
    table.relname = parts[parts.size() - 2].data();
    if (parts.size() > 2) table.schemaname = parts[parts.size() - 3].data();
    const Object& owner = replay.relation(table);
    if (namespaceOf(owner) != namespaceOf(sequence))
      throwInvalid(replay, element->location, "sequence must be in same schema as table it is linked to");
    const Object& column = replay.column(owner, parts.back(), element->location);
    replay.schema.edit<Sequence>(sequence).ownedBy = column;
  }
}

Object& makeOwnedSequence(Replay& replay, const Object& column, Name type, const List* options, bool identity) {
  const Object& table = *column.parent;
  const Object* in = table.parent;
  Name name;
  for (const DefElem* element : each<DefElem>(options)) {
    if (std::string_view(element->defname) != "sequence_name") continue;
    const auto [schemaName, written] = replay.split(reinterpret_cast<const List*>(element->arg));
    if (!schemaName.empty()) in = &replay.schemaNamed(schemaName, element->location);
    name = written;
    replay.requireFree(ir::Space::Relation, in, name, element->location, "relation");
  }
  if (name.empty()) name = replay.chooseRelationName(table.name.str(), column.name.str(), "seq", *in);
  Sequence sequence;
  sequence.type = type;
  // From 15 on a sequence is as permanent as its table; 14 knows no unlogged ones.
  if (replay.schema.serverVersion >= 15 && table.kind == Kind::Table) sequence.persistence = table.as<ir::Table>().persistence;
  applySequenceOptions(replay, sequence, options, true);
  sequence.ownedBy = column;
  sequence.identity = identity;
  Object& made = replay.make(in, name, std::move(sequence));
  if (identity) made.derivedFrom = &column;
  made.leadingComment = {};
  replay.giveDefaults(made);
  return made;
}

void replay(Replay& replay, const CreateSeqStmt& statement) {
  const RangeVar& written = *statement.sequence;
  const bool temporary = written.relpersistence == RELPERSISTENCE_TEMP;
  const Object& in = temporary ? temporarySchema(replay) : replay.creationSchema(&written);
  if (statement.if_not_exists && replay.schema.relation(in, written.relname)) return;
  replay.requireFree(ir::Space::Relation, &in, written.relname, written.location, "relation");
  Sequence sequence;
  if (written.relpersistence == RELPERSISTENCE_UNLOGGED) {
    if (replay.schema.serverVersion < 15) throwInvalid(replay, written.location, "unlogged sequences are not supported");
    sequence.persistence = ir::Persistence::Unlogged;
  }
  applySequenceOptions(replay, sequence, statement.options, true);
  Object& made = replay.make(&in, written.relname, std::move(sequence));
  if (temporary) {
    made.origin = ir::Origin::BuiltIn;
    replay.temporary.push_back(&made);
    return;
  }
  replay.giveDefaults(made);
  // Its table may be made later in a declarative source.
  const List* options = statement.options;
  replay.attempt([&made, options](Replay& later) { ownSequence(later, made, options); });
}

void replay(Replay& replay, const AlterSeqStmt& statement) {
  if (statement.missing_ok && !replay.findRelation(*statement.sequence)) return;
  const Object& object = replay.relation(*statement.sequence, "relation");
  if (object.kind != Kind::Sequence)
    throwWrongKind(replay, statement.sequence->location, fmt::format("\"{}\" is not a sequence", object.name.str()));
  Sequence changed = object.as<Sequence>();
  applySequenceOptions(replay, changed, statement.options, false);
  replay.schema.edit<Sequence>(object) = std::move(changed);
  if (object.as<Sequence>().identity) {
    for (const DefElem* element : each<DefElem>(statement.options))
      if (std::string_view(element->defname) == "owned_by") throwInvalid(replay, element->location, "cannot change ownership of identity sequence");
    return;
  }
  ownSequence(replay, object, statement.options);
}

}  // namespace schemac::parser
