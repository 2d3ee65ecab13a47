#include "emitters/sql/statements.h"
#include "emitters/sql/sequence_text.h"

namespace schemac::emitters {

using ir::Sequence;
using ir::Verb;

Sequence usualSequence(ir::Name type, std::int64_t increment) {
  Sequence usual;
  usual.type = type;
  usual.increment = increment;
  const std::int64_t top = type == "smallint" ? INT16_MAX : type == "integer" ? INT32_MAX : INT64_MAX;
  usual.minimum = increment < 0 ? -top - 1 : 1;
  usual.maximum = increment < 0 ? -1 : top;
  usual.start = increment < 0 ? usual.maximum : usual.minimum;
  return usual;
}

std::string sequenceClauses(const Sequence& sequence) {
  Sequence usual = usualSequence(sequence.type, sequence.increment);
  usual.start = sequence.increment < 0 ? sequence.maximum : sequence.minimum;
  std::string out;
  if (sequence.increment != 1) out += " increment by " + std::to_string(sequence.increment);
  if (sequence.minimum != usual.minimum) out += " minvalue " + std::to_string(sequence.minimum);
  if (sequence.maximum != usual.maximum) out += " maxvalue " + std::to_string(sequence.maximum);
  if (sequence.start != usual.start) out += " start with " + std::to_string(sequence.start);
  if (sequence.cache != 1) out += " cache " + std::to_string(sequence.cache);
  if (sequence.cycle) out += " cycle";
  return out;
}

std::string createSequence(const std::string& qualified, const Sequence& sequence, std::string_view ifNotExists) {
  return std::string("create ") + (sequence.persistence == ir::Persistence::Unlogged ? "unlogged " : "") + "sequence " + std::string(ifNotExists) + qualified +
         (sequence.type == "bigint" ? "" : " as " + sequence.type.str()) + sequenceClauses(sequence);
}

std::string asideName(ir::Name whole) {
  constexpr std::size_t room = 63 - 5;
  return std::string(clipped(whole.view(), room)) + "__old";
}

namespace {

std::string ownedBy(const Sequence& sequence) {
  if (!sequence.ownedBy) return "none";
  return ir::qualifiedName(*sequence.ownedBy->parent) + "." + ir::quoteIdentifier(sequence.ownedBy->name);
}

// Of an identity column's sequence the type follows the column's, and so do its bounds.
bool followsColumn(const Emission& e, const Sequence& after, std::string_view field) {
  if (!after.identity || !after.ownedBy || !e.alters(*after.ownedBy, "type")) return false;
  const Sequence usual = usualSequence(after.type, after.increment);
  return field == "type" || (field == "minimum" && after.minimum == usual.minimum) || (field == "maximum" && after.maximum == usual.maximum);
}

// START is not RESTART; but a sequence that has begun outside the new bounds stands outside them, and PostgreSQL refuses to leave it there:
// then it begins anew, once.
Condition mustRestart(const ir::Object& object, const Sequence& before, const Sequence& after) {
  if (before.start >= after.minimum && before.start <= after.maximum) return {};
  const auto differs = [](std::string_view column, std::int64_t value) { return std::string(column) + " <> " + std::to_string(value); };
  std::string changed;
  if (before.minimum != after.minimum) changed = differs("seqmin", after.minimum);
  if (before.maximum != after.maximum) changed += (changed.empty() ? "" : " or ") + differs("seqmax", after.maximum);
  if (changed.empty()) return {};
  if (changed.find(" or ") != std::string::npos) changed = "(" + changed + ")";
  return "exists (select from pg_sequence where seqrelid = " + regclass(object) + " and " + changed + ")";
}

void alter(Emission& e, const ir::Operation& op, const Sequence& before, const Sequence& after) {
  const std::string target = "alter sequence " + ir::qualifiedName(*op.after);
  std::vector<std::string> clauses;
  for (const ir::FieldChange& change : op.changes) {
    const std::string_view field = change.field;
    if (field == "owned by") {
      if (!after.identity) e.out.statement(target + " owned by " + ownedBy(after));
    } else if (field == "persistence") {
      e.out.statement(target + (after.persistence == ir::Persistence::Unlogged ? " set unlogged" : " set logged"));
    } else if (followsColumn(e, after, field)) {
      continue;
    } else if (field == "type") clauses.push_back("as " + after.type.str());
    else if (field == "start") clauses.push_back("start with " + std::to_string(after.start));
    else if (field == "increment") clauses.push_back("increment by " + std::to_string(after.increment));
    else if (field == "minimum") clauses.push_back("minvalue " + std::to_string(after.minimum));
    else if (field == "maximum") clauses.push_back("maxvalue " + std::to_string(after.maximum));
    else if (field == "cache") clauses.push_back("cache " + std::to_string(after.cache));
    else if (field == "cycle") clauses.push_back(after.cycle ? "cycle" : "no cycle");
  }
  if (clauses.empty()) return;
  const Condition restart = mustRestart(*op.after, before, after);
  // ALTER SEQUENCE is refused for an identity column's.
  if (after.identity && after.ownedBy) {
    for (std::string& clause : clauses)
      if (!clause.starts_with("as ")) clause = "set " + clause;
    std::erase_if(clauses, [](const std::string& clause) { return clause.starts_with("as "); });
    if (clauses.empty()) return;
    const std::string table = alterTarget(*after.ownedBy->parent);
    const std::string action = "alter column " + ir::quoteIdentifier(after.ownedBy->name) + " " + join(clauses, " ");
    if (restart.empty()) e.out.action(table, action);
    else e.out.guarded(restart, table + " " + action + " restart");
    return;
  }
  if (restart.empty()) e.out.statement(target + " " + join(clauses, " "));
  else e.out.guarded(restart, target + " " + join(clauses, " ") + " restart");
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Sequence* before, const Sequence* after) {
  switch (op.verb) {
    case Verb::Create: return e.out.statement(createSequence(ir::qualifiedName(*op.after), *after, "if not exists "));
    case Verb::Alter: return alter(e, op, before ? *before : *after, *after);
    case Verb::Rename: return emitRename(e, op, "alter sequence");
    case Verb::Drop:
      // An identity column's sequence takes the name (not that one, when the file runs again), and then the position.
      if (const ir::Object* now = e.inTo(*op.before))
        if (const auto* taken = now->get<Sequence>(); taken && taken->identity && taken->ownedBy) {
          const std::string name = ir::qualifiedName(*op.before);
          return e.out.guarded(both(columnWhere(*taken->ownedBy, *taken->ownedBy->parent, "attidentity = ''"), exists(*op.before)),
                               "alter sequence " + name + " owned by none;\nalter sequence " + name + " rename to " + ir::quoteIdentifier(asideName(op.before->name)));
        }
      if (e.rollback()) e.out.note("LOST: the position of " + ir::displayName(*op.before));
      return emitDrop(e, *op.before, "drop sequence if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
