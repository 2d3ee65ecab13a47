#pragma once
#include <span>
#include <string>
#include <vector>

#include "parser/analyze/bind.h"
#include "parser/analyze/recorder.h"
#include "parser/analyze/scope.h"
#include "parser/names.h"

#include "parser/sql/pg_nodes.h"

namespace schemac::parser {

// What a column of a query's result is called and is.
struct Output {
  ir::Name name;
  Typed* value = nullptr;
  Type type;
  ir::Text modifiers;
  const ir::Object* source = nullptr;  // the user's column it passes on
};

struct QueryResult {
  Typed* tree = nullptr;
  std::vector<Output> columns;
  bool columnsKnown = true;
};

enum class CastContext { Implicit, Assignment, Explicit };
enum class CastPath { None, Relabel, Function, Array, Text };

// A function that a call may mean, its arguments laid out for that call.
struct Candidate {
  const ir::Object* object = nullptr;
  const ir::builtins::Function* builtin = nullptr;
  std::vector<Type> arguments;   // one for each argument of the call
  std::vector<int> order;        // named notation: argument i of the call is parameter order[i]
  int defaults = 0, variadic = 0, place = 0;
  Type result;
  bool returnsSet = false;
};

// The typed analysis of raw parse trees, by PostgreSQL's rules (parse_expr.c, parse_func.c, parse_oper.c, parse_coerce.c, parse_relation.c,
// parse_clause.c, parse_cte.c): resolves names, types, operators and functions against a Schema, and gives a typed tree whose equality is
// equality of meaning (CANON.md). With a Recorder it also notes what each name is bound to. What it cannot follow it passes by: the node
// becomes Tag::Unknown, and `trouble()` says the first reason.
class Analyzer {
 public:
  Analyzer(const Names& names, Arena& arena, Recorder* recorder) : names_(names), types_(names.schema()), arena_(arena), recorder_(recorder) {}

  Typed* expression(Node* node, Scope& scope);
  // Coerced as the context asks: a check to boolean, a default to its column by assignment.
  Typed* coerced(Typed* value, Type type, ir::Text modifiers, CastContext context, bool written = false);
  QueryResult query(Node* node, Scope* outer);
  QueryResult statement(Node* node, Scope* outer);  // SELECT, VALUES, INSERT, UPDATE, DELETE, MERGE
  void addRelation(Scope& scope, const ScopeRelation& relation);
  Type type(const TypeName& name, ir::Text& modifiers);

  const Types& types() const { return types_; }
  const KnownTypes& known() const { return types_.known(); }
  const std::string& trouble() const { return trouble_; }
  void troubled(std::string reason) {
    if (trouble_.empty()) trouble_ = std::move(reason);
  }

  std::vector<Variable> variables;  // values of their own: arguments, VALUE
  ir::Name functionName;
  std::vector<ir::Name> operatorPath;  // schemas beside the search path where operators are looked for

 private:
  // --- expression.cpp
  Typed* node(Node* node, Scope& scope);
  Typed* constant(const A_Const& constant);
  Typed* operatorExpression(const A_Expr& expression, Scope& scope);
  Typed* inList(const A_Expr& expression, Scope& scope);
  Typed* between(const A_Expr& expression, Scope& scope);
  Typed* rowComparison(const std::vector<ir::Name>& name, std::span<Typed* const> left, std::span<Typed* const> right, int location);
  Typed* distinct(const A_Expr& expression, Scope& scope);
  Typed* boolean(const BoolExpr& expression, Scope& scope);
  Typed* typeCast(const TypeCast& cast, Scope& scope);
  Typed* caseExpression(const CaseExpr& expression, Scope& scope);
  Typed* common(Tag tag, const List* arguments, const char* what, Scope& scope);
  Typed* array(const A_ArrayExpr& array, Scope& scope, Type target, Type element, ir::Text modifiers);
  Typed* rowExpression(const RowExpr& row, Scope& scope);
  std::vector<Typed*> expressionList(const List* list, Scope& scope);  // t.* in it is t's columns
  Typed* sublink(const SubLink& link, Scope& scope);
  Typed* collate(const CollateClause& clause, Scope& scope);
  Typed* indirection(const A_Indirection& indirection, Scope& scope);
  Typed* field(Typed* value, ir::Name name, int location);
  Typed* sqlValue(const SQLValueFunction& value);
  Typed* xml(const XmlExpr& expression, Scope& scope);
  Typed* other(Node* node, Scope& scope);  // SQL/JSON and rarities

  // --- columns.cpp
  Typed* columnReference(const ColumnRef& reference, Scope& scope);
  Typed* columnOf(Item& item, const ItemColumn& column, int level, int location);
  Typed* wholeRow(Item& item, int level, int location);
  std::optional<ItemColumn> findColumn(const Item& item, ir::Name name) const;
  Typed* bareColumn(ir::Name name, Scope& scope, int location, bool record = true);
  Item* namedItem(ir::Name schemaName, ir::Name name, Scope& scope, int& level);
  Typed* variable(ir::Name first, int location);
  void missingColumn(ir::Name name, const Item* item, Scope& scope, int location);
  void recordColumn(const ColumnRef& reference, const Item& item, const ItemColumn& column);
  std::vector<ItemColumn> allColumns(const Item& item) const;

  // --- operators.cpp
  Typed* applyOperator(const std::vector<ir::Name>& name, Typed* left, Typed* right, int location);
  Typed* applyArrayOperator(const std::vector<ir::Name>& name, bool any, Typed* left, Typed* right, int location);
  struct OperatorChoice {
    const ir::builtins::Operator* op = nullptr;
    const ir::Object* extension = nullptr;
    Type left, right, result;
  };
  std::optional<OperatorChoice> chooseOperator(const std::vector<ir::Name>& name, Type left, Type right, int location);
  Typed* makeOperator(Tag tag, const OperatorChoice& choice, Typed* left, Typed* right);
  void recordOperator(const OperatorChoice& choice, ir::Name name, int location, bool writtenSchema);

  // --- functions.cpp
  Typed* functionCall(const FuncCall& call, Scope& scope);
  Typed* callWith(const std::vector<ir::Name>& name, std::vector<Typed*> arguments, const std::vector<ir::Name>& argumentNames, const FuncCall* call,
                  Scope* scope, int location);
  std::vector<Candidate> candidates(const std::vector<ir::Name>& name, std::span<const Type> arguments, const std::vector<ir::Name>& argumentNames,
                                    bool variadicCall, bool& anyOfName);
  bool layOut(Candidate& candidate, std::span<const Type> inputs, const std::vector<ir::Name>& parameterNames, int defaults, Type variadicElement,
              std::size_t count, const std::vector<ir::Name>& argumentNames, bool variadicCall);
  // The index of the best candidate; -1 none fits, -2 several fit equally.
  int choose(std::vector<Candidate>& candidates, std::span<const Type> arguments);
  Typed* window(const WindowDef& definition, Scope& scope);
  Typed* sortList(const List* list, Scope& scope);

  // --- coerce.cpp
  CastPath castPath(Type source, Type target, CastContext context);
  bool canCoerce(std::span<const Type> inputs, std::span<const Type> targets, CastContext context);
  bool canCoerce(Type input, Type target, CastContext context) { return canCoerce(std::span(&input, 1), std::span(&target, 1), context); }
  Typed* convert(Typed* value, Type target, ir::Text modifiers, CastContext context, bool written);  // coerce_type
  Typed* withLength(Typed* value, ir::Text modifiers, bool written);
  Typed* foldedCast(const Typed& value, Type target);
  Type commonType(std::span<Typed* const> values, bool& undecided);
  bool consistentPolymorphism(std::span<const Type> actual, std::span<Type> declared, Type& result);
  Typed* constantOf(Type type, ir::Text modifiers, std::string_view text);
  const ir::builtins::Cast* findCast(Type source, Type target) const;
  void implyCast(Type source, Type target);

  // --- query.cpp, from.cpp
  friend class QueryBuilder;
  QueryResult select(const SelectStmt& statement, Scope* outer, std::span<const Output> expected = {});
  void with(const WithClause& clause, Scope& scope, std::vector<Typed*>& parts);
  QueryResult setOperation(const SelectStmt& statement, Scope& scope);
  QueryResult setOperationTree(const SelectStmt& statement, Scope& scope);
  QueryResult values(const SelectStmt& statement, Scope& scope);
  void targets(const List* list, Scope& scope, QueryResult& result, std::vector<Typed*>& parts);
  void star(const ColumnRef* reference, const Item* only, Scope& scope, QueryResult& result, std::vector<Typed*>& parts);
  Typed* sortClause(const List* list, Scope& scope, std::span<const Output> outputs, bool groupFirst);
  void sortOperator(Typed& item, const SortBy& sort);
  Typed* sortItem(Node* item, Scope& scope, std::span<const Output> outputs, bool groupFirst);
  Typed* groupItem(Node* item, Scope& scope, std::span<const Output> outputs);
  void groupItems(Node* item, Scope& scope, std::span<const Output> outputs, std::vector<Typed*>& group);
  Typed* fromItem(Node* node, Scope& scope, std::vector<Item*>& items);
  Typed* relationItem(const RangeVar& relation, Scope& scope, std::vector<Item*>& items, bool target = false);
  Typed* functionItem(const RangeFunction& function, Scope& scope, std::vector<Item*>& items);
  Typed* subselectItem(const RangeSubselect& subselect, Scope& scope, std::vector<Item*>& items);
  Typed* joinItem(const JoinExpr& join, Scope& scope, std::vector<Item*>& items);
  void recordUsing(const JoinExpr& join, ir::Name name, const ItemColumn& column);
  Typed* tableFunctionItem(const RangeTableFunc& function, Scope& scope, std::vector<Item*>& items);
  Typed* jsonTableItem(const JsonTable& table, Scope& scope, std::vector<Item*>& items);
  void applyAlias(Item& item, const Alias* alias, std::span<const ItemColumn> own);
  void functionColumns(const Typed& call, ir::Name name, Item& item);
  Item* newItem(Scope& scope);
  QueryResult insert(const InsertStmt& statement, Scope* outer);
  QueryResult update(const UpdateStmt& statement, Scope* outer);
  QueryResult remove(const DeleteStmt& statement, Scope* outer);
  QueryResult merge(const MergeStmt& statement, Scope* outer);
  Typed* assignments(const List* targets, Item& target, Scope& scope);
  void returning(const ReturningClause* clause, Scope& scope, Item* target, QueryResult& result, std::vector<Typed*>& parts);
  void recordConflictColumn(const InferClause& infer, Item& target, ir::Name name);
  void recordTargetColumn(Item& target, ir::Name column, int location);
  ir::Name outputName(Node* node);

  // --- shared
  bool unseen() const;  // could a name that is not known be something that was not seen?
  bool unseen(ir::Name schemaName) const;
  Typed* make(Tag tag, Type type = {}, std::initializer_list<Typed*> parts = {}) {
    Typed* made = arena_.make(tag);
    made->type = type;
    made->parts = arena_.list(std::span(parts.begin(), parts.size()));
    return made;
  }
  Typed* make(Tag tag, Type type, std::span<Typed* const> parts) {
    Typed* made = arena_.make(tag);
    made->type = type;
    made->parts = arena_.list(parts);
    return made;
  }
  Typed* unknown(const char* reason) { return troubled(reason), make(Tag::Unknown); }
  std::string_view keep(std::string_view text) { return arena_.text(text); }
  ir::Object const* literalTarget(Type type, std::string_view text, ir::Text& spelled);
  void recordLiteral(const Typed& constant, Type type);
  std::vector<ir::Name> nameList(const List* list) const;

  const Names& names_;
  Types types_;
  Arena& arena_;
  Recorder* recorder_;
  std::string trouble_;
  std::deque<Item> items_;
  std::deque<CteEntry> ctes_;
  std::deque<Scope> scopes_;
  std::vector<std::pair<const JoinExpr*, std::uint32_t>> usingEnds_;
  int depth_ = 0;
};

}  // namespace schemac::parser
