#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "parser/plpgsql/value.h"
#include "parser/sql/replay.h"

struct FuncCall;
struct SelectStmt;

namespace schemac::parser::plpgsql {

// The variables of a PL/pgSQL block by lower-case name, innermost last; records are Rows.
using Variables = std::map<std::string, Value>;

struct ResultRow {
  std::vector<Value> values;
};
struct Result {
  std::vector<std::string> names;
  std::vector<ResultRow> rows;
};

// Evaluates SQL over the in-memory catalog: expressions, and queries of the catalog relations of relations.h. What depends on rows of tables,
// settings or unknown functions throws Unknowable; errors that the server would raise are ReplayErrors with their SQLSTATE.
class Evaluator {
 public:
  Evaluator(Replay& replay, Variables& variables) : replay_(replay), variables_(variables) {}

  // `query` as PL/pgSQL keeps it: an expression ("x = 'b'") or a whole query.
  Value expression(const std::string& text);
  Result query(const std::string& text);

  // --- over parsed nodes
  struct Frame;  // the rows of the FROM items in scope
  Value value(Node* node, const Frame* frame);
  Result select(SelectStmt& select, const Frame* outer);
  Value cast(Value value, const std::string& type, bool array);
  Value call(const std::string& schema, const std::string& name, std::vector<Value> arguments);
  // The rows of a user's SQL function; null where the call is of none.
  std::optional<Result> callForRows(const FuncCall& call, const Frame* frame);
  const std::shared_ptr<const Result>* withQuery(const std::string& name) const;  // null: none of that name
  bool hidesCatalog(const std::string& relation) const;
  Value toReg(const Value& value, const std::string& type) { return value.type == Value::Type::Text ? regCast(value, type, true) : value; }
  // The text of a regclass and the like as the search path sees it now.
  void respell(Value& value) {
    if (value.type == Value::Type::Object && !value.regType.empty()) value.text = display(*value.object, value.regType, value.arrayType);
  }

 private:
  friend struct Selection;
  friend struct WithQueries;
  Value columnReference(Node* node, const Frame* frame);
  Value operation(Node* node, const Frame* frame);
  Value binary(const std::string& op, const Value& a, const Value& b);
  Value sublink(Node* node, const Frame* frame);
  Value enumLabels(Node* argument);
  Value aggregate(Node* node, const Frame* frame);
  Value regCast(const Value& value, const std::string& type, bool mustExist);
  std::string display(const ir::Object& object, std::string_view type, bool array);

  bool resolveTypes(Value& a, Value& b);  // a literal beside a reg type; false: never equal
  std::optional<Value> callText(const std::string& name, const std::vector<Value>& arguments);
  std::optional<Value> callCatalog(const std::string& name, const std::vector<Value>& arguments);
  const ir::Object* userFunction(const std::string& schema, const std::string& name, std::size_t arguments);
  Result runSqlFunction(const ir::Object& function, const std::vector<Value>& arguments);

  Replay& replay_;
  Variables& variables_;
  std::vector<std::pair<std::string, std::shared_ptr<const Result>>> with_;  // WITH queries in sight, innermost last
};

// LIKE and regular expressions of the simple kind; throws Unknowable for what std::regex reads differently.
bool likeMatches(std::string_view text, std::string_view pattern, bool ignoreCase);
bool regexMatches(const std::string& text, const std::string& pattern, bool ignoreCase);
// regexp_replace(): throws Unknowable where PostgreSQL's longest match may be another than ours.
std::string regexReplace(const std::string& text, const std::string& pattern, const std::string& replacement, const std::string& flags);
// format(), as in the manual 9.4.1: %s %I %L %%, positions.
std::string formatText(const std::string& format, const std::vector<Value>& arguments);

}  // namespace schemac::parser::plpgsql
