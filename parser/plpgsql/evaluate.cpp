#include "parser/plpgsql/evaluate.h"

#include <algorithm>
#include <cctype>

#include "fmt/format.h"
#include "parser/plpgsql/frame.h"
#include "parser/plpgsql/routine.h"
#include "parser/sql/pg_nodes.h"

namespace schemac::parser::plpgsql {

namespace {

std::vector<std::string> namesOf(const List* list) {
  std::vector<std::string> parts;
  for (String* part : each<String>(list)) parts.emplace_back(nodeTag(reinterpret_cast<Node*>(part)) == T_String ? part->sval : "*");
  return parts;
}

Value constant(const A_Const& c) {
  if (c.isnull) return Value::null();
  switch (nodeTag(&c.val.node)) {
    case T_Integer: return Value::of(static_cast<std::int64_t>(c.val.ival.ival));
    case T_Boolean: return Value::of(c.val.boolval.boolval);
    case T_String: return Value::of(c.val.sval.sval);
    case T_Float: {
      const std::string text = c.val.fval.fval;
      if (text.find_first_not_of("0123456789") == std::string::npos && text.size() < 19) return Value::of(static_cast<std::int64_t>(std::stoll(text)));
      throw Unknowable("a number with a fraction");
    }
    default: throw Unknowable("a bit string");
  }
}

// Three-valued logic: null where unknown.
Value notOf(const Value& v) { return v.isNull() ? v : Value::of(!v.isTrue()); }

}  // namespace

bool isAggregate(std::string_view name) {
  return name == "count" || name == "array_agg" || name == "string_agg" || name == "bool_or" || name == "bool_and" || name == "max" || name == "min";
}

Value Evaluator::value(Node* node, const Frame* frame) {
  switch (nodeTag(node)) {
    case T_A_Const: return constant(*reinterpret_cast<A_Const*>(node));
    case T_ColumnRef: return columnReference(node, frame);
    case T_ParamRef: {
      const auto parameter = variables_.find("$" + std::to_string(reinterpret_cast<ParamRef*>(node)->number));
      if (parameter == variables_.end()) throw Unknowable("a parameter that is not known");
      return parameter->second;
    }
    case T_MinMaxExpr: {
      auto* e = reinterpret_cast<MinMaxExpr*>(node);
      Value best = Value::null();
      for (Node* argument : each<Node>(e->args)) {
        Value v = value(argument, frame);
        if (v.isNull()) continue;
        const int order = best.isNull() ? 0 : compare(v, best);
        if (best.isNull() || (e->op == IS_GREATEST ? order > 0 : order < 0)) best = std::move(v);
      }
      return best;
    }
    case T_A_Indirection: {
      auto* e = reinterpret_cast<A_Indirection*>(node);
      const Value array = value(e->arg, frame);
      auto* index = list_length(e->indirection) == 1 ? as<A_Indices>(static_cast<Node*>(linitial(e->indirection)), T_A_Indices) : nullptr;
      if (array.isNull()) return array;
      if (!index || index->is_slice || array.type != Value::Type::Array) throw Unknowable("a subscript of a kind that is not interpreted");
      const Value at = value(index->uidx, frame);
      if (at.type != Value::Type::Integer || at.integer < 1 || static_cast<std::size_t>(at.integer) > array.items.size()) return Value::null();
      return array.items[static_cast<std::size_t>(at.integer - 1)];
    }
    case T_A_Expr: return operation(node, frame);
    case T_SubLink: return sublink(node, frame);
    case T_BoolExpr: {
      auto* e = reinterpret_cast<BoolExpr*>(node);
      if (e->boolop == NOT_EXPR) return notOf(value(static_cast<Node*>(linitial(e->args)), frame));
      const bool isAnd = e->boolop == AND_EXPR;
      bool unknown = false;
      for (Node* argument : each<Node>(e->args)) {
        const Value v = value(argument, frame);
        if (v.isNull()) unknown = true;
        else if (v.isTrue() != isAnd) return Value::of(!isAnd);
      }
      return unknown ? Value::null() : Value::of(isAnd);
    }
    case T_NullTest: {
      auto* e = reinterpret_cast<NullTest*>(node);
      return Value::of(value(reinterpret_cast<Node*>(e->arg), frame).isNull() == (e->nulltesttype == IS_NULL));
    }
    case T_BooleanTest: {
      auto* e = reinterpret_cast<BooleanTest*>(node);
      const Value v = value(reinterpret_cast<Node*>(e->arg), frame);
      switch (e->booltesttype) {
        case IS_TRUE: return Value::of(v.isTrue());
        case IS_NOT_TRUE: return Value::of(!v.isTrue());
        case IS_FALSE: return Value::of(!v.isNull() && !v.isTrue());
        case IS_NOT_FALSE: return Value::of(v.isNull() || v.isTrue());
        case IS_UNKNOWN: return Value::of(v.isNull());
        case IS_NOT_UNKNOWN: return Value::of(!v.isNull());
      }
      return Value::null();
    }
    case T_TypeCast: {
      auto* e = reinterpret_cast<TypeCast*>(node);
      const auto parts = namesOf(e->typeName->names);
      return cast(value(e->arg, frame), parts.back(), list_length(e->typeName->arrayBounds) > 0);
    }
    case T_CoalesceExpr:
      for (Node* argument : each<Node>(reinterpret_cast<CoalesceExpr*>(node)->args))
        if (Value v = value(argument, frame); !v.isNull()) return v;
      return Value::null();
    case T_CaseExpr: {
      auto* e = reinterpret_cast<CaseExpr*>(node);
      for (CaseWhen* when : each<CaseWhen>(e->args)) {
        const Value condition = value(reinterpret_cast<Node*>(when->expr), frame);
        const bool holds = e->arg ? binary("=", value(reinterpret_cast<Node*>(e->arg), frame), condition).isTrue() : condition.isTrue();
        if (holds) return value(reinterpret_cast<Node*>(when->result), frame);
      }
      return e->defresult ? value(reinterpret_cast<Node*>(e->defresult), frame) : Value::null();
    }
    case T_A_ArrayExpr: {
      std::vector<Value> items;
      for (Node* item : each<Node>(reinterpret_cast<A_ArrayExpr*>(node)->elements)) items.push_back(value(item, frame));
      return Value::array(std::move(items));
    }
    case T_RowExpr: {
      Value row;
      row.type = Value::Type::Row;
      for (Node* item : each<Node>(reinterpret_cast<RowExpr*>(node)->args)) row.items.push_back(value(item, frame));
      return row;
    }
    case T_SQLValueFunction:
      switch (reinterpret_cast<SQLValueFunction*>(node)->op) {
        case SVFOP_CURRENT_USER: case SVFOP_CURRENT_ROLE: case SVFOP_SESSION_USER: case SVFOP_USER: return Value::of(replay_.session.user);
        case SVFOP_CURRENT_SCHEMA: return call("", "current_schema", {});
        case SVFOP_CURRENT_CATALOG: return Value::of(kDatabaseName);
        default: throw Unknowable("the clock is asked for");
      }
    case T_FuncCall: {
      auto* e = reinterpret_cast<FuncCall*>(node);
      const auto parts = namesOf(e->funcname);
      const std::string schema = parts.size() > 1 ? parts[parts.size() - 2] : "";
      if (isAggregate(parts.back()) && frame && frame->group) return aggregate(node, frame);
      if (parts.back() == "enum_range" && list_length(e->args) == 1) return enumLabels(static_cast<Node*>(linitial(e->args)));
      std::vector<Value> arguments;
      for (Node* argument : each<Node>(e->args)) arguments.push_back(value(argument, frame));
      return call(schema, parts.back(), std::move(arguments));
    }
    case T_CollateClause: return value(reinterpret_cast<CollateClause*>(node)->arg, frame);
    default: throw Unknowable("an expression of a kind that is not interpreted");
  }
}

// enum_range(null::s.t): the type is in the cast alone.
Value Evaluator::enumLabels(Node* argument) {
  auto* cast = as<TypeCast>(argument, T_TypeCast);
  if (!cast) throw Unknowable("enum_range of what is no cast");
  const ir::TypeRef type = replay_.type(*cast->typeName);
  const auto* labels = type.type ? type.type->get<ir::Enum>() : nullptr;
  if (!labels) throw Unknowable("enum_range of a type that is no enum");
  std::vector<Value> items;
  for (const ir::Text label : labels->labels) items.push_back(Value::of(label));
  return Value::array(std::move(items));
}

Value Evaluator::columnReference(Node* node, const Frame* frame) {
  const auto parts = namesOf(reinterpret_cast<ColumnRef*>(node)->fields);
  const std::string& name = parts.back();
  for (const Frame* at = frame; at; at = at->outer)
    for (const FromItem& item : at->items)
      if ((parts.size() == 1 || item.alias == parts[parts.size() - 2]) && item.has(name)) return item.column(replay_.schema, name);
  if (parts.size() == 1) {
    const auto variable = variables_.find(name);
    if (variable != variables_.end()) return variable->second;
  } else {
    const auto record = variables_.find(parts[parts.size() - 2]);
    if (record != variables_.end() && record->second.type == Value::Type::Row) {
      const auto field = std::find(record->second.names.begin(), record->second.names.end(), name);
      if (field != record->second.names.end()) return record->second.items[static_cast<std::size_t>(field - record->second.names.begin())];
    }
  }
  throw Unknowable(fmt::format("\"{}\" is not a column or variable that is known", name));
}

// A literal beside regclass and its sisters names an object; an unknown one is an error, as on the server.
bool Evaluator::resolveTypes(Value& a, Value& b) {
  if (a.type == Value::Type::Text && b.type == Value::Type::Object && !b.regType.empty()) a = regCast(a, std::string(b.regType), true);
  if (b.type == Value::Type::Text && a.type == Value::Type::Object && !a.regType.empty()) b = regCast(b, std::string(a.regType), true);
  const auto system = [](const Value& v) { return v.type == Value::Type::Text && v.text.starts_with(kSystemRelation); };
  const bool mixed = (system(a) && b.type == Value::Type::Object) || (system(b) && a.type == Value::Type::Object);
  return !mixed;
}

namespace {

// What is only known as it was written, or not at all, compares with nothing; but the start of nextval(…) is what it is.
void requireComparable(const std::string& op, const Value& a, const Value& b) {
  const auto has = [](const Value& v) { return v.type == Value::Type::Text && v.text.find(kDatabaseName) != std::string::npos; };
  if ((has(a) || has(b)) && !(a.text == b.text && op != "||")) {
    if (op != "||") throw Unknowable("the name of the database is asked for");
  }
  if (!a.asWritten && !b.asWritten) return;
  const bool like = op == "~~" || op == "~~*" || op == "!~~" || op == "!~~*";
  if (like && a.asWritten && b.text.find("nextval") != std::string::npos) return;
  throw Unknowable("the text of an expression is asked for");
}

}  // namespace

Value Evaluator::binary(const std::string& op, const Value& left, const Value& right) {
  if (left.isNull() || right.isNull()) return Value::null();
  requireComparable(op, left, right);
  Value a = left, b = right;
  if (op == "=" || op == "<>" || op == "!=") {
    if (!resolveTypes(a, b)) return Value::of(op != "=");
  }
  if (op == "=") return Value::of(compare(a, b) == 0);
  if (op == "<>" || op == "!=") return Value::of(compare(a, b) != 0);
  if (op == "<") return Value::of(compare(a, b) < 0);
  if (op == ">") return Value::of(compare(a, b) > 0);
  if (op == "<=") return Value::of(compare(a, b) <= 0);
  if (op == ">=") return Value::of(compare(a, b) >= 0);
  if (op == "||") {
    if (a.type != Value::Type::Array && b.type != Value::Type::Array) return Value::of(toText(a) + toText(b));
    std::vector<Value> items = a.type == Value::Type::Array ? a.items : std::vector{a};
    if (b.type == Value::Type::Array) items.insert(items.end(), b.items.begin(), b.items.end());
    else items.push_back(b);
    return Value::array(std::move(items));
  }
  if (op == "~~" || op == "~~*") return Value::of(likeMatches(toText(a), toText(b), op == "~~*"));
  if (op == "!~~" || op == "!~~*") return Value::of(!likeMatches(toText(a), toText(b), op == "!~~*"));
  if (op == "~" || op == "~*") return Value::of(regexMatches(toText(a), toText(b), op == "~*"));
  if (op == "!~" || op == "!~*") return Value::of(!regexMatches(toText(a), toText(b), op == "!~*"));
  if (a.type == Value::Type::Array && b.type == Value::Type::Array && (op == "@>" || op == "<@" || op == "&&")) {
    const auto in = [](const Value& item, const Value& array) {
      return std::any_of(array.items.begin(), array.items.end(), [&](const Value& other) { return compare(item, other) == 0; });
    };
    const Value& outer = op == "<@" ? b : a;
    const Value& inner = op == "<@" ? a : b;
    const auto held = [&](const Value& item) { return in(item, outer); };
    return Value::of(op == "&&" ? std::any_of(inner.items.begin(), inner.items.end(), held) : std::all_of(inner.items.begin(), inner.items.end(), held));
  }
  if (a.type == Value::Type::Integer && b.type == Value::Type::Integer) {
    if (op == "+") return Value::of(a.integer + b.integer);
    if (op == "-") return Value::of(a.integer - b.integer);
    if (op == "*") return Value::of(a.integer * b.integer);
    if (op == "/" && b.integer != 0) return Value::of(a.integer / b.integer);
    if (op == "%" && b.integer != 0) return Value::of(a.integer % b.integer);
  }
  throw Unknowable("operator " + op + " is not interpreted");
}

Value Evaluator::operation(Node* node, const Frame* frame) {
  auto* e = reinterpret_cast<A_Expr*>(node);
  const std::string op = namesOf(e->name).back();
  const auto left = [&] { return value(e->lexpr, frame); };
  const auto right = [&] { return value(e->rexpr, frame); };
  const auto anyOf = [&](const Value& a, const std::vector<Value>& items, const std::string& how, bool all) {
    bool unknown = a.isNull();
    for (const Value& item : items) {
      const Value v = binary(how, a, item);
      if (v.isNull()) unknown = true;
      else if (v.isTrue() != all) return Value::of(!all);
    }
    return unknown ? Value::null() : Value::of(all);
  };
  switch (e->kind) {
    case AEXPR_OP: case AEXPR_LIKE: case AEXPR_ILIKE:
      if (!e->lexpr) {
        const Value v = right();
        if (op == "-" && v.type == Value::Type::Integer) return Value::of(-v.integer);
        throw Unknowable("a prefix operator");
      }
      return binary(op, left(), right());
    case AEXPR_OP_ANY: case AEXPR_OP_ALL: {
      const Value array = right();
      if (array.isNull()) return array;
      const Value items = array.type == Value::Type::Array ? array : cast(array, "text", true);
      return anyOf(left(), items.items, op, e->kind == AEXPR_OP_ALL);
    }
    case AEXPR_IN: {
      std::vector<Value> items;
      for (Node* item : each<Node>(reinterpret_cast<List*>(e->rexpr))) items.push_back(value(item, frame));
      const bool negated = op == "<>";
      return anyOf(left(), items, negated ? "<>" : "=", negated);
    }
    case AEXPR_DISTINCT: case AEXPR_NOT_DISTINCT: {
      const Value a = left(), b = right();
      const bool same = a.isNull() || b.isNull() ? a.isNull() && b.isNull() : binary("=", a, b).isTrue();
      return Value::of(same == (e->kind == AEXPR_NOT_DISTINCT));
    }
    case AEXPR_BETWEEN: case AEXPR_NOT_BETWEEN: {
      auto* bounds = reinterpret_cast<List*>(e->rexpr);
      const Value a = left(), low = value(static_cast<Node*>(linitial(bounds)), frame), high = value(static_cast<Node*>(lsecond(bounds)), frame);
      if (a.isNull() || low.isNull() || high.isNull()) return Value::null();
      return Value::of((compare(a, low) >= 0 && compare(a, high) <= 0) == (e->kind == AEXPR_BETWEEN));
    }
    case AEXPR_NULLIF: {
      const Value a = left();
      return binary("=", a, right()).isTrue() ? Value::null() : a;
    }
    default: throw Unknowable("an operator form that is not interpreted");
  }
}

Value Evaluator::sublink(Node* node, const Frame* frame) {
  auto* e = reinterpret_cast<SubLink*>(node);
  const Result result = select(*reinterpret_cast<SelectStmt*>(e->subselect), frame);
  switch (e->subLinkType) {
    case EXISTS_SUBLINK: return Value::of(!result.rows.empty());
    case EXPR_SUBLINK: return result.rows.empty() || result.rows[0].values.empty() ? Value::null() : result.rows[0].values[0];
    case ARRAY_SUBLINK: {
      std::vector<Value> items;
      for (const ResultRow& row : result.rows) items.push_back(row.values.at(0));
      return Value::array(std::move(items));
    }
    case ANY_SUBLINK: case ALL_SUBLINK: {
      const Value a = value(e->testexpr, frame);
      const bool all = e->subLinkType == ALL_SUBLINK;
      const std::string op = e->operName ? namesOf(e->operName).back() : "=";
      bool unknown = false;
      for (const ResultRow& row : result.rows) {
        const Value v = binary(op, a, row.values.at(0));
        if (v.isNull()) unknown = true;
        else if (v.isTrue() != all) return Value::of(!all);
      }
      return unknown ? Value::null() : Value::of(all);
    }
    default: throw Unknowable("a subquery of a kind that is not interpreted");
  }
}

Value Evaluator::expression(const std::string& text) {
  ParseMemory memory;
  const ParsedText parsed = parseQuery("SELECT " + text, memory);
  auto* statement = parsed.node ? as<SelectStmt>(parsed.node, T_SelectStmt) : nullptr;
  if (!statement) throw Unknowable("an expression cannot be parsed: " + parsed.error);
  const Result result = select(*statement, nullptr);
  return result.rows.empty() || result.rows[0].values.empty() ? Value::null() : result.rows[0].values[0];
}

Result Evaluator::query(const std::string& text) {
  ParseMemory memory;
  const ParsedText parsed = parseQuery(text, memory);
  auto* statement = parsed.node ? as<SelectStmt>(parsed.node, T_SelectStmt) : nullptr;
  if (!statement) throw Unknowable("a query that is no SELECT");
  return select(*statement, nullptr);
}

}  // namespace schemac::parser::plpgsql
