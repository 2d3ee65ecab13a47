#pragma once
// What CREATE TABLE, ALTER TABLE, CREATE INDEX and CREATE SEQUENCE share; private to their files. Include it after every standard header
// (see pg_nodes.h).
#include <set>

#include "ir/identity.h"
#include "parser/sql/lookup.h"
#include "parser/sql/replay.h"
#include "parser/sql/slices.h"

#include "parser/sql/pg_nodes.h"

namespace schemac::parser {

// The tokens of the statement at hand.
inline Slices slicesOf(Replay& replay) { return Slices(replay.text, replay.tokens()); }
// An expression that stands in the span of the statement.
inline ir::Expression bound(Replay& replay, Node* node, Span span, const BindScope& scope, ir::TypeRef* type = nullptr) {
  return replay.expression(node, span.begin, span.end, scope, type);
}
// What a default may name: nothing; it is assigned to a value of a type.
inline BindScope assignedTo(const ir::TypeRef& type) {
  BindScope scope;
  scope.target = type;
  return scope;
}
// The columns of a table, as its checks, generated columns and indexes name them.
BindScope tableScope(const ir::Object& table);

// --- columns.cpp
// A NOT NULL as it is written; `name` may be "".
struct SaidNotNull {
  const ir::Object* column;
  ir::Name name = {};
  bool noInherit = false, validated = true;
  int location = -1;
};
// Constraints that were written in column definitions or beside them, to be made when all columns exist, in the order written.
struct Pending {
  struct Part {
    ::Constraint* node;
    const ir::Object* column = nullptr;  // of a column constraint
    Span span;                           // DEFAULT, GENERATED, CHECK: the expression
  };
  std::vector<Part> values;       // DEFAULT, GENERATED ALWAYS AS
  std::vector<Part> checks, keys, foreignKeys;
  std::vector<SaidNotNull> notNulls;
  bool only = false;              // ALTER TABLE ONLY: a key of a partitioned table stays off its partitions
  std::vector<std::pair<const ir::Object*, ::Constraint*>> identities;
  std::vector<std::pair<const ir::Object*, ir::Name>> serials;  // and the type of the sequence
};
// The column as defined, without what is left to `pending`; merged into the one of that name if the table inherits it.
ir::Object& addColumn(Replay& replay, const ir::Object& table, const ::ColumnDef& definition, Pending& pending);
// The column constraints of a definition, for a column that exists.
void takeColumnConstraints(Replay& replay, const ir::Object& column, const ::ColumnDef& definition, Pending& pending);
void takeTableConstraint(Replay& replay, const ir::Object& table, ::Constraint& node, Pending& pending);
// Sequences, defaults, generated columns.
void makeValues(Replay& replay, const ir::Object& table, const Pending& pending);
// Checks and keys. Foreign keys may wait apart from their table. `creating`: CREATE TABLE, where nothing is NOT VALID.
void makeConstraints(Replay& replay, const ir::Object& table, const Pending& pending, bool creating);
void makeForeignKeys(Replay& replay, const ir::Object& table, const Pending& pending, bool creating);
void setDefault(Replay& replay, const ir::Object& column, ir::Expression value, int location = -1);
void setDefaultValue(Replay& replay, const ir::Object& column, Node* value, Span span, int location = -1);  // DEFAULT NULL is none
void dropDefault(Replay& replay, const ir::Object& column);
ir::NamedRef collationOf(Replay& replay, const List* name, const ir::TypeRef& type);  // "" where it is the type's own
ir::NamedRef typeCollation(const ir::Schema& schema, const ir::TypeRef& type);
ir::Name storageOf(const ir::Schema& schema, std::string_view written, const ir::TypeRef& type);
bool needsToast(const ir::Schema& schema, const ir::Object& table);  // else it has no toast table whose options could be kept
void addIdentity(Replay& replay, const ir::Object& column, ::Constraint& node);
// A copy of `column` (of a parent, a composite type or a LIKE clause's table) with nothing but what its declaration says.
ir::Column copyOfColumn(const ir::Column& column);

// --- constraints.cpp
const ir::Object& addCheck(Replay& replay, const ir::Object& table, const Pending::Part& part, bool creating);
void addKeys(Replay& replay, const ir::Object& table, const std::vector<Pending::Part>& parts, bool only);
const ir::Object& addForeignKey(Replay& replay, const ir::Object& table, const ::Constraint& node, const ir::Object* column, bool creating);
// Throws where a foreign table, which has no storage of its own, is to get what would need an index.
void requireForeign(Replay& replay, const Pending& pending);
ir::Name chooseConstraintName(Replay& replay, const ir::Object& tableOrDomain, const std::string& name2, const std::string& label);
std::string joinedNames(const std::vector<std::string>& names);  // a_b_c, cut where PostgreSQL stops reading (ChooseIndexNameAddition)
void requireFreeConstraint(Replay& replay, const ir::Object& tableOrDomain, ir::Name name, int location);
ir::Name operatorClassOf(Replay& replay, const List* name, ir::Name method);  // "" for none

// --- not_null.cpp
void makeNotNulls(Replay& replay, const ir::Object& table, const Pending& pending, bool creating);
bool handsNotNullDown(const Replay& replay, const ir::Object& column);  // to the tables below: not what is NO INHERIT
void setNotNull(Replay& replay, const ir::Object& column, bool recurse = true);
void setNotNullOfKey(Replay& replay, const ir::Object& column, int location);  // ADD PRIMARY KEY
void validateNotNull(Replay& replay, const ir::Object& constraint);
void alterNotNull(Replay& replay, const ir::Object& constraint, bool noInherit);
void dropNotNull(Replay& replay, const ir::Object& column, bool recurse);
void attachNotNull(Replay& replay, const ir::Object& column, const ir::Object& own, bool partition, int location);
void detachNotNull(Replay& replay, const ir::Object& column, const ir::Object& own);
void setNotNullOfDomain(Replay& replay, const ir::Object& domain, const char* name, int location);
void dropNotNullOfDomain(Replay& replay, const ir::Object& domain);

// --- indexes.cpp
// What a key, exclusion constraint or CREATE INDEX asks for, and the column names that its own name is made of.
struct IndexShape {
  ir::Index index;
  std::vector<std::string> columnNames;
};
ir::IndexElement indexElement(Replay& replay, const ir::Object& table, const ::IndexElem& element, Span expression, ir::Name method);
std::vector<std::string> indexColumnNames(const std::vector<std::string>& origins);  // made unique, as ChooseIndexColumnNames
std::string indexColumnName(const ::IndexElem& element);                             // of one element: FigureIndexColname
std::vector<std::string> columnNamesOf(const ir::Index& index);                      // of an index that exists
std::vector<Span> elementSpans(const Slices& slices, std::size_t open, const std::vector<const ::IndexElem*>& elements);

// --- sequences.cpp
void applySequenceOptions(Replay& replay, ir::Sequence& sequence, const List* options, bool creating);
void ownSequence(Replay& replay, const ir::Object& sequence, const List* options);  // OWNED BY, if it is among them
std::int64_t integerOf(Replay& replay, const DefElem& element);
ir::Object& makeOwnedSequence(Replay& replay, const ir::Object& column, ir::Name type, const List* options, bool identity);

// --- partitions.cpp
std::vector<const ir::Object*> childTables(Replay& replay, const ir::Object& table);      // direct ones
std::vector<const ir::Object*> descendants(Replay& replay, const ir::Object& table);      // all, parents before children
void readPartitionKey(Replay& replay, const ir::Object& table, const ::PartitionSpec& spec);
ir::Expression partitionBound(Replay& replay, const ir::Object& parent, const ::PartitionBoundSpec& bound);
// What a partition has because its parent has it: keys, indexes, foreign keys, row triggers. An equal one of its own is taken (ATTACH).
void inheritFromPartitioned(Replay& replay, const ir::Object& parent, const ir::Object& partition);
// The same for one new object of a partitioned table and all its partitions.
void spreadIndex(Replay& replay, const ir::Object& index);  // nothing where its table is not partitioned
void spreadForeignKey(Replay& replay, const ir::Object& foreignKey);
void attachIndex(Replay& replay, const ir::Object& parents, const ir::Object& own);  // ALTER INDEX … ATTACH PARTITION
void markComplete(Replay& replay, const ir::Object& index);  // an index of a partitioned table is valid once every partition has its own
void detachPartition(Replay& replay, const ir::Object& parent, const ir::Object& partition);

// --- inheritance.cpp
void inheritColumns(Replay& replay, const ir::Object& parent, const ir::Object& child);  // of a new child: merged in order
void inheritColumn(Replay& replay, const ir::Object& column, const ir::Object& child);   // one new column of the parent
// `creating`: with the child, which has no rows yet: what is not valid above is valid there (StoreConstraints in heap.c).
void inheritCheck(Replay& replay, const ir::Object& check, const ir::Object& child, bool creating = false);
void spreadCheck(Replay& replay, const ir::Object& check);  // a new check, to all tables below
void inheritChecks(Replay& replay, const ir::Object& parent, const ir::Object& child);
void attachParent(Replay& replay, const ir::Object& parent, const ir::Object& child, int location);  // INHERIT, ATTACH PARTITION
void detachParent(Replay& replay, const ir::Object& parent, const ir::Object& child);
// The same object with references to the parent's columns changed to the child's of the same names.
void remapColumns(ir::Object& object, const ir::Object& from, const ir::Object& to);
ir::Expression remapped(const ir::Expression& expression, const ir::Object& from, const ir::Object& to);

// --- create_table.cpp
ir::Options optionsOf(const List* definitions, std::string_view space = "");  // WITH (…): those of a name space ("toast")
// Where temporary objects live: seen before everything else by unqualified names, and gone when the session (the file) ends.
const ir::Object& temporarySchema(Replay& replay);
void dropTemporary(Replay& replay);  // all that is in it, with what came to depend on it
void mergeOptions(ir::Options& options, const List* definitions, std::string_view space, bool reset);

// --- alter_table_*.cpp: one subcommand each
struct Command {
  const ::AlterTableStmt& statement;
  const ::AlterTableCmd& command;
  Span span;        // of the subcommand
  bool recurse;     // no ONLY
};
void alterColumn(Replay& replay, const ir::Object& relation, const Command& at);
void alterConstraint(Replay& replay, const ir::Object& table, const Command& at);
void alterRelation(Replay& replay, const ir::Object& relation, const Command& at);
void dropColumn(Replay& replay, const ir::Object& column, bool recurse, bool cascade);

}  // namespace schemac::parser
