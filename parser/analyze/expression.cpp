// Expressions: parse_expr.c.
#include <cstdint>
#include <cstdlib>

#include "parser/analyze/analyzer.h"

namespace schemac::parser {

Typed* Analyzer::expression(Node* raw, Scope& scope) { return node(raw, scope); }

Typed* Analyzer::node(Node* raw, Scope& scope) {
  if (!raw) return make(Tag::Nothing);
  struct Depth {
    int& depth;
    explicit Depth(int& d) : depth(d) { ++depth; }
    ~Depth() { --depth; }
  } guard(depth_);
  if (depth_ > 3000) return unknown("an expression nested too deeply");
  const KnownTypes& k = known();
  switch (nodeTag(raw)) {
    case T_A_Const: return constant(*reinterpret_cast<A_Const*>(raw));
    case T_ColumnRef: return columnReference(*reinterpret_cast<ColumnRef*>(raw), scope);
    case T_ParamRef: {
      const auto* parameter = reinterpret_cast<ParamRef*>(raw);
      Typed* made = make(Tag::Variable);
      made->number = parameter->number;
      if (parameter->number > 0 && static_cast<std::size_t>(parameter->number) <= variables.size()) {
        made->type = variables[static_cast<std::size_t>(parameter->number) - 1].type;
        made->modifiers = variables[static_cast<std::size_t>(parameter->number) - 1].modifiers;
      } else {
        troubled("a parameter that is not known");
      }
      return made;
    }
    case T_A_Expr: return operatorExpression(*reinterpret_cast<A_Expr*>(raw), scope);
    case T_BoolExpr: return boolean(*reinterpret_cast<BoolExpr*>(raw), scope);
    case T_FuncCall: return functionCall(*reinterpret_cast<FuncCall*>(raw), scope);
    case T_TypeCast: return typeCast(*reinterpret_cast<TypeCast*>(raw), scope);
    case T_CaseExpr: return caseExpression(*reinterpret_cast<CaseExpr*>(raw), scope);
    case T_CoalesceExpr: return common(Tag::Coalesce, reinterpret_cast<CoalesceExpr*>(raw)->args, "COALESCE", scope);
    case T_MinMaxExpr: {
      const auto* expression = reinterpret_cast<MinMaxExpr*>(raw);
      return common(expression->op == IS_GREATEST ? Tag::Greatest : Tag::Least, expression->args, "GREATEST", scope);
    }
    case T_A_ArrayExpr: return array(*reinterpret_cast<A_ArrayExpr*>(raw), scope, {}, {}, {});
    case T_RowExpr: return rowExpression(*reinterpret_cast<RowExpr*>(raw), scope);
    case T_SubLink: return sublink(*reinterpret_cast<SubLink*>(raw), scope);
    case T_CollateClause: return collate(*reinterpret_cast<CollateClause*>(raw), scope);
    case T_A_Indirection: return indirection(*reinterpret_cast<A_Indirection*>(raw), scope);
    case T_NullTest: {
      const auto* test = reinterpret_cast<NullTest*>(raw);
      return make(test->nulltesttype == IS_NULL ? Tag::IsNull : Tag::IsNotNull, k.boolean, {node(reinterpret_cast<Node*>(test->arg), scope)});
    }
    case T_BooleanTest: {
      const auto* test = reinterpret_cast<BooleanTest*>(raw);
      Typed* made = make(Tag::BooleanTest, k.boolean, {coerced(node(reinterpret_cast<Node*>(test->arg), scope), k.boolean, {}, CastContext::Assignment)});
      made->number = test->booltesttype;
      return made;
    }
    case T_SQLValueFunction: return sqlValue(*reinterpret_cast<SQLValueFunction*>(raw));
    case T_XmlExpr: return xml(*reinterpret_cast<XmlExpr*>(raw), scope);
    case T_SetToDefault: return make(Tag::Default);
    case T_NamedArgExpr: return node(reinterpret_cast<Node*>(reinterpret_cast<NamedArgExpr*>(raw)->arg), scope);
    case T_GroupingFunc: {
      std::vector<Typed*> parts;
      for (Node* each : parser::each<Node>(reinterpret_cast<GroupingFunc*>(raw)->args)) parts.push_back(node(each, scope));
      return make(Tag::Grouping, k.int4, parts);
    }
    case T_CurrentOfExpr: return make(Tag::CurrentOf, k.boolean);
    case T_List: {
      std::vector<Typed*> parts;
      for (Node* each : parser::each<Node>(reinterpret_cast<List*>(raw))) parts.push_back(node(each, scope));
      return make(Tag::List, {}, parts);
    }
    default: return other(raw, scope);
  }
}

Typed* Analyzer::constant(const A_Const& constant) {
  const KnownTypes& k = known();
  Typed* made = nullptr;
  if (constant.isnull) {
    made = make(Tag::Null, k.unknown);
  } else {
    switch (nodeTag(&constant.val)) {
      case T_Integer: made = constantOf(k.int4, {}, std::to_string(constant.val.ival.ival)); break;
      case T_Float: {
        std::string digits = constant.val.fval.fval;
        std::erase(digits, '_');
        const bool based = digits.find_first_of("xXoObB") != std::string::npos && digits.find('0') != std::string::npos;
        if (digits.find('.') == std::string::npos && (based || digits.find_first_of("eE") == std::string::npos)) {
          errno = 0;
          const bool negative = digits[0] == '-';
          const std::size_t sign = negative ? 1 : 0;
          const char second = digits.size() > sign + 1 ? static_cast<char>(digits[sign + 1] | 32) : '\0';
          const int radix = !based ? 10 : second == 'x' ? 16 : second == 'o' ? 8 : 2;
          const long long value = std::strtoll((based ? (negative ? "-" : "") + digits.substr(sign + 2) : digits).c_str(), nullptr, radix);
          if (errno == 0) {
            made = constantOf(value >= INT32_MIN && value <= INT32_MAX ? k.int4 : k.int8, {}, std::to_string(value));
            break;
          }
          if (based) return unknown("a number beyond bigint that is not decimal");
        }
        made = convert(constantOf(k.unknown, {}, digits), k.numeric, {}, CastContext::Implicit, false);
        break;
      }
      case T_Boolean: made = constantOf(k.boolean, {}, constant.val.boolval.boolval ? "true" : "false"); break;
      case T_BitString: {
        // b101, x1F
        const std::string_view digits = constant.val.bsval.bsval;
        std::string bits;
        if (digits[0] == 'x' || digits[0] == 'X') {
          for (const char c : digits.substr(1)) {
            const int value = c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
            for (int bit = 3; bit >= 0; --bit) bits += (value >> bit) & 1 ? '1' : '0';
          }
        } else {
          bits = digits.substr(1);
        }
        made = constantOf(k.bit, {}, bits);
        break;
      }
      default: made = constantOf(k.unknown, {}, constant.val.sval.sval);
    }
  }
  made->location = constant.location;
  return made;
}

Typed* Analyzer::boolean(const BoolExpr& expression, Scope& scope) {
  const KnownTypes& k = known();
  const Tag tag = expression.boolop == AND_EXPR ? Tag::And : expression.boolop == OR_EXPR ? Tag::Or : Tag::Not;
  std::vector<Typed*> parts;
  for (Node* each : parser::each<Node>(expression.args)) {
    Typed* part = coerced(node(each, scope), k.boolean, {}, CastContext::Assignment);
    // E1: nested ANDs are one.
    if (part->tag == tag && tag != Tag::Not) parts.insert(parts.end(), part->parts.begin(), part->parts.end());
    else parts.push_back(part);
  }
  return make(tag, k.boolean, parts);
}

Typed* Analyzer::operatorExpression(const A_Expr& expression, Scope& scope) {
  const auto name = nameList(expression.name);
  const KnownTypes& k = known();
  switch (expression.kind) {
    case AEXPR_OP: {
      auto* leftRow = as<RowExpr>(expression.lexpr, T_RowExpr);
      auto* rightRow = as<RowExpr>(expression.rexpr, T_RowExpr);
      auto* rightLink = as<SubLink>(expression.rexpr, T_SubLink);
      if (leftRow && rightLink && rightLink->subLinkType == EXPR_SUBLINK) {
        const QueryResult result = query(rightLink->subselect, &scope);
        Typed* left = rowExpression(*leftRow, scope);
        std::vector<Typed*> right;
        for (const Output& column : result.columns) {
          Typed* stand = make(Tag::Column, column.type);
          stand->text = "subquery", stand->number = static_cast<int>(right.size()) + 1;
          right.push_back(stand);
        }
        if (!result.columnsKnown || right.size() != left->parts.size()) return unknown("a row compared with a subquery of other columns");
        Typed* made = make(Tag::SubLink, k.boolean, {rowComparison(name, left->parts, right, expression.location), result.tree});
        made->number = ROWCOMPARE_SUBLINK;
        return made;
      }
      if (leftRow && rightRow) {
        Typed* left = rowExpression(*leftRow, scope);
        Typed* right = rowExpression(*rightRow, scope);
        return rowComparison(name, left->parts, right->parts, expression.location);
      }
      Typed* left = expression.lexpr ? node(expression.lexpr, scope) : nullptr;
      Typed* right = node(expression.rexpr, scope);
      return applyOperator(name, left, right, expression.location);
    }
    case AEXPR_OP_ANY: case AEXPR_OP_ALL: {
      Typed* left = node(expression.lexpr, scope);
      Typed* right = node(expression.rexpr, scope);
      return applyArrayOperator(name, expression.kind == AEXPR_OP_ANY, left, right, expression.location);
    }
    case AEXPR_DISTINCT: case AEXPR_NOT_DISTINCT: return distinct(expression, scope);
    case AEXPR_NULLIF: {
      Typed* made = applyOperator(name, node(expression.lexpr, scope), node(expression.rexpr, scope), expression.location);
      if (made->tag != Tag::Operator) return made;
      Typed* result = arena_.make(Tag::NullIf);
      *result = *made;
      result->tag = Tag::NullIf;
      result->type = made->parts[0]->type;
      result->modifiers = made->parts[0]->modifiers;
      return result;
    }
    case AEXPR_IN: return inList(expression, scope);
    case AEXPR_LIKE: case AEXPR_ILIKE: case AEXPR_SIMILAR:
      return applyOperator(name, node(expression.lexpr, scope), node(expression.rexpr, scope), expression.location);
    default: return between(expression, scope);
  }
}

Typed* Analyzer::distinct(const A_Expr& expression, Scope& scope) {
  const KnownTypes& k = known();
  const bool negated = expression.kind == AEXPR_NOT_DISTINCT;
  const auto isNull = [](Node* raw) {
    auto* constant = as<A_Const>(raw, T_A_Const);
    return constant && constant->isnull;
  };
  if (isNull(expression.rexpr)) return make(negated ? Tag::IsNull : Tag::IsNotNull, k.boolean, {node(expression.lexpr, scope)});
  if (isNull(expression.lexpr)) return make(negated ? Tag::IsNull : Tag::IsNotNull, k.boolean, {node(expression.rexpr, scope)});
  const auto name = nameList(expression.name);
  auto* leftRow = as<RowExpr>(expression.lexpr, T_RowExpr);
  auto* rightRow = as<RowExpr>(expression.rexpr, T_RowExpr);
  const auto one = [&](Typed* left, Typed* right) {
    Typed* made = applyOperator(name, left, right, expression.location);
    if (made->tag == Tag::Operator) made->tag = Tag::Distinct;
    return made;
  };
  Typed* result = nullptr;
  if (leftRow && rightRow) {
    Typed* left = rowExpression(*leftRow, scope);
    Typed* right = rowExpression(*rightRow, scope);
    if (left->parts.size() != right->parts.size()) return unknown("rows of other lengths");
    std::vector<Typed*> parts;
    for (std::size_t i = 0; i < left->parts.size(); ++i) parts.push_back(one(left->parts[i], right->parts[i]));
    result = parts.size() == 1 ? parts[0] : make(Tag::Or, k.boolean, parts);
  } else {
    result = one(node(expression.lexpr, scope), node(expression.rexpr, scope));
  }
  return negated ? make(Tag::Not, k.boolean, {result}) : result;
}

Typed* Analyzer::between(const A_Expr& expression, Scope& scope) {
  const KnownTypes& k = known();
  const auto* bounds = reinterpret_cast<List*>(expression.rexpr);
  Node* low = static_cast<Node*>(linitial(bounds));
  Node* high = static_cast<Node*>(lsecond(bounds));
  // Each occurrence is analysed for itself, as PostgreSQL copies the raw trees.
  const auto compare = [&](const char* op, Node* right) { return applyOperator({op}, node(expression.lexpr, scope), node(right, scope), expression.location); };
  const auto inside = [&](Node* from, Node* to) { return make(Tag::And, k.boolean, {compare(">=", from), compare("<=", to)}); };
  const auto outside = [&](Node* from, Node* to) { return make(Tag::Or, k.boolean, {compare("<", from), compare(">", to)}); };
  switch (expression.kind) {
    case AEXPR_BETWEEN: return inside(low, high);
    case AEXPR_NOT_BETWEEN: return outside(low, high);
    case AEXPR_BETWEEN_SYM: return make(Tag::Or, k.boolean, {inside(low, high), inside(high, low)});
    default: return make(Tag::And, k.boolean, {outside(low, high), outside(high, low)});
  }
}

// transformAExprIn: constants first into one array, what holds columns after it.
Typed* Analyzer::inList(const A_Expr& expression, Scope& scope) {
  const KnownTypes& k = known();
  const auto name = nameList(expression.name);
  const bool any = name.back() == "=";
  Typed* left = node(expression.lexpr, scope);
  std::vector<Typed*> constants, others, all;
  // contain_vars_of_level: inside of a subquery the columns of this query are one level up.
  const auto hasColumn = [](const auto& self, const Typed* at, int depth) -> bool {
    if (at->tag == Tag::Column || at->tag == Tag::WholeRow || at->tag == Tag::Unknown) return at->level == depth && at->text != "subquery" && at->text != "output";
    if (at->tag == Tag::Variable) return at->parts.size() == 1;  // NEW.x, OLD.x are columns
    for (const Typed* part : at->parts) {
      // A subquery's test stands outside of it, all else of it inside.
      const bool arm = at->tag == Tag::SetOperation && part->tag != Tag::SetOperation;
      const bool inside = at->tag == Tag::SubLink ? part == at->parts.back() : arm || at->tag == Tag::Cte || (at->tag == Tag::FromItem && at->text == "subquery");
      if (part && self(self, part, depth + (inside ? 1 : 0))) return true;
    }
    return false;
  };
  bool haveRow = as<RowExpr>(expression.lexpr, T_RowExpr) != nullptr;
  for (Node* each : parser::each<Node>(reinterpret_cast<List*>(expression.rexpr))) {
    Typed* value = node(each, scope);
    all.push_back(value);
    (hasColumn(hasColumn, value, 0) ? others : constants).push_back(value);
    haveRow |= value->tag == Tag::Row;
  }
  std::vector<Typed*> parts;
  if (constants.size() > 1 && !haveRow) {
    std::vector<Typed*> together{left};
    together.insert(together.end(), constants.begin(), constants.end());
    bool undecided = false;
    Type scalar = commonType(together, undecided);
    if (undecided) troubled("an IN list of types that are not known");
    // Only where all really can be converted.
    if (scalar)
      for (const Typed* value : together)
        if (!canCoerce(value->type, scalar, CastContext::Implicit)) scalar = {};
    const Type arrayType = scalar && scalar != k.record ? types_.arrayOf(scalar) : Type{};
    if (arrayType) {
      std::vector<Typed*> elements;
      for (Typed* value : constants) elements.push_back(coerced(value, scalar, {}, CastContext::Implicit));
      parts.push_back(applyArrayOperator(name, any, left, make(Tag::Array, arrayType, elements), expression.location));
    } else {
      others = all;
    }
  } else {
    others.insert(others.begin(), constants.begin(), constants.end());
    if (others.size() == all.size()) others = all;
  }
  for (Typed* value : others) {
    if (left->tag == Tag::Row && value->tag == Tag::Row) parts.push_back(rowComparison(name, left->parts, value->parts, expression.location));
    else parts.push_back(applyOperator(name, left, value, expression.location));
  }
  if (parts.size() == 1) return parts[0];
  // Flattened as AND and OR always are.
  const Tag tag = any ? Tag::Or : Tag::And;
  std::vector<Typed*> flat;
  for (Typed* part : parts) {
    if (part->tag == tag) flat.insert(flat.end(), part->parts.begin(), part->parts.end());
    else flat.push_back(part);
  }
  return make(tag, k.boolean, flat);
}

Typed* Analyzer::rowComparison(const std::vector<ir::Name>& name, std::span<Typed* const> left, std::span<Typed* const> right, int location) {
  const KnownTypes& k = known();
  if (left.size() != right.size() || left.empty()) return unknown("rows of other lengths");
  std::vector<Typed*> parts;
  for (std::size_t i = 0; i < left.size(); ++i) {
    // The operands may be used again (IN): conversions make new nodes.
    if (left[i]->tag == Tag::Row && right[i]->tag == Tag::Row) parts.push_back(rowComparison(name, left[i]->parts, right[i]->parts, location));
    else parts.push_back(applyOperator(name, left[i], right[i], location));
  }
  if (parts.size() == 1) return parts[0];
  const std::string_view symbol = name.back();
  if (symbol == "=" || symbol == "<>") {
    const Tag tag = symbol == "=" ? Tag::And : Tag::Or;
    std::vector<Typed*> flat;
    for (Typed* part : parts) {
      if (part->tag == tag) flat.insert(flat.end(), part->parts.begin(), part->parts.end());
      else flat.push_back(part);
    }
    return make(tag, k.boolean, flat);
  }
  Typed* made = make(Tag::RowCompare, k.boolean, parts);
  made->text = keep(symbol);
  return made;
}

Typed* Analyzer::caseExpression(const CaseExpr& expression, Scope& scope) {
  const KnownTypes& k = known();
  Typed* subject = expression.arg ? node(reinterpret_cast<Node*>(expression.arg), scope) : nullptr;
  if (subject && subject->type == k.unknown) subject = coerced(subject, k.text, {}, CastContext::Implicit);
  std::vector<Typed*> conditions, results;
  for (CaseWhen* when : parser::each<CaseWhen>(expression.args)) {
    Typed* condition = node(reinterpret_cast<Node*>(when->expr), scope);
    if (subject) {
      Typed* test = make(Tag::Variable, subject->type);  // the value of the CASE
      test->number = -1;
      test->modifiers = subject->modifiers;
      condition = applyOperator({"="}, test, condition, -1);
    }
    conditions.push_back(coerced(condition, k.boolean, {}, CastContext::Assignment));
    results.push_back(node(reinterpret_cast<Node*>(when->result), scope));
  }
  Typed* otherwise = expression.defresult ? node(reinterpret_cast<Node*>(expression.defresult), scope) : make(Tag::Null, k.unknown);
  std::vector<Typed*> candidates{otherwise};
  candidates.insert(candidates.end(), results.begin(), results.end());
  bool undecided = false;
  const Type type = commonType(candidates, undecided);
  if (!type) troubled(undecided ? "a CASE of types that are not known" : "CASE types cannot be matched");
  std::vector<Typed*> parts{subject ? subject : make(Tag::Nothing)};
  otherwise = coerced(otherwise, type, {}, CastContext::Implicit);
  bool sameLength = true;
  for (std::size_t i = 0; i < results.size(); ++i) {
    Typed* result = coerced(results[i], type, {}, CastContext::Implicit);
    sameLength = sameLength && result->modifiers == otherwise->modifiers;
    parts.push_back(conditions[i]);
    parts.push_back(result);
  }
  parts.push_back(otherwise);
  Typed* made = make(Tag::Case, type, parts);
  if (sameLength) made->modifiers = otherwise->modifiers;
  return made;
}

Typed* Analyzer::common(Tag tag, const List* arguments, const char* what, Scope& scope) {
  std::vector<Typed*> parts;
  for (Node* each : parser::each<Node>(arguments)) parts.push_back(node(each, scope));
  bool undecided = false;
  const Type type = commonType(parts, undecided);
  if (!type) {
    troubled(std::string(what) + (undecided ? " of types that are not known" : " types cannot be matched"));
    return make(tag, {}, parts);
  }
  bool sameLength = true;
  for (Typed*& part : parts) part = coerced(part, type, {}, CastContext::Implicit);
  for (const Typed* part : parts) sameLength = sameLength && part->modifiers == parts[0]->modifiers;
  Typed* made = make(tag, type, parts);
  if (sameLength) made->modifiers = parts[0]->modifiers;
  return made;
}

// transformArrayExpr. `target` is the array type of a cast right above, with its element type.
Typed* Analyzer::array(const A_ArrayExpr& raw, Scope& scope, Type target, Type element, ir::Text modifiers) {
  const KnownTypes& k = known();
  std::vector<Typed*> parts;
  bool nested = false;
  for (Node* each : parser::each<Node>(raw.elements)) {
    Typed* value = nullptr;
    if (auto* inner = as<A_ArrayExpr>(each, T_A_ArrayExpr)) {
      value = array(*inner, scope, target, element, modifiers);
      nested = true;
    } else {
      value = node(each, scope);
      nested = nested || (value->type && types_.isArray(value->type) && value->type != k.int2vector && value->type != k.oidvector);
    }
    parts.push_back(value);
  }
  Type elementType, arrayType;
  if (target) {
    arrayType = target;
    elementType = nested ? target : element;
  } else if (parts.empty()) {
    return unknown("an empty array of no type");
  } else {
    bool undecided = false;
    elementType = commonType(parts, undecided);
    if (!elementType) {
      troubled(undecided ? "an array of types that are not known" : "ARRAY types cannot be matched");
      return make(Tag::Array, {}, parts);
    }
    arrayType = nested ? elementType : types_.arrayOf(elementType);
    if (!arrayType) return unknown("no array type");
  }
  bool sameLength = !parts.empty();
  for (Typed*& part : parts) {
    if (target && !(part->tag == Tag::Array && nested)) part = coerced(part, elementType, modifiers, CastContext::Explicit, true);
    else if (!target) part = coerced(part, elementType, {}, CastContext::Implicit);
  }
  for (const Typed* part : parts) sameLength = sameLength && part->modifiers == parts[0]->modifiers;
  Typed* made = make(Tag::Array, arrayType, parts);
  made->number = nested ? 1 : 0;
  if (sameLength) made->modifiers = parts[0]->modifiers;
  return made;
}

std::vector<Typed*> Analyzer::expressionList(const List* list, Scope& scope) {
  std::vector<Typed*> parts;
  for (Node* each : parser::each<Node>(list)) {
    auto* reference = as<ColumnRef>(each, T_ColumnRef);
    if (reference && nodeTag(llast(reference->fields)) == T_A_Star) {
      QueryResult expanded;
      std::vector<Typed*> ignored;
      star(reference, nullptr, scope, expanded, ignored);
      for (const Output& column : expanded.columns) parts.push_back(column.value);
      if (!expanded.columnsKnown) troubled("a star over something that is not known");
    } else {
      parts.push_back(node(each, scope));
    }
  }
  return parts;
}

Typed* Analyzer::rowExpression(const RowExpr& row, Scope& scope) { return make(Tag::Row, known().record, expressionList(row.args, scope)); }

Typed* Analyzer::sublink(const SubLink& link, Scope& scope) {
  const KnownTypes& k = known();
  const QueryResult result = query(link.subselect, &scope);
  Typed* made = make(Tag::SubLink, k.boolean, {result.tree});
  made->number = link.subLinkType;
  switch (link.subLinkType) {
    case EXISTS_SUBLINK: return made;
    case EXPR_SUBLINK: case ARRAY_SUBLINK: {
      made->type = {};
      if (!result.columnsKnown || result.columns.size() != 1) return made;
      made->type = result.columns[0].type;
      made->modifiers = result.columns[0].modifiers;
      if (link.subLinkType == ARRAY_SUBLINK && made->type && !(types_.isArray(made->type))) made->type = types_.arrayOf(made->type);
      return made;
    }
    case ANY_SUBLINK: case ALL_SUBLINK: {
      // IN is = ANY; NOT IN is NOT (= ANY).
      const auto name = link.operName ? nameList(link.operName) : std::vector<ir::Name>{"="};
      std::vector<Typed*> right;
      for (const Output& column : result.columns) {
        Typed* stand = make(Tag::Column, column.type);
        stand->text = "subquery";
        stand->modifiers = column.modifiers;
        stand->number = static_cast<int>(right.size()) + 1;
        right.push_back(stand);
      }
      Typed* left = node(link.testexpr, scope);
      const bool row = left->tag == Tag::Row;
      if (!result.columnsKnown || right.size() != (row ? left->parts.size() : 1)) {
        troubled("a subquery of another number of columns");
        return make(Tag::Unknown, k.boolean, {left, result.tree});
      }
      Typed* test = row ? rowComparison(name, left->parts, right, link.location) : applyOperator(name, left, right[0], link.operName ? link.location : -1);
      made->parts = arena_.list(std::vector<Typed*>{test, result.tree});
      made->text = keep(name.back());
      return made;
    }
    default: return unknown("a subquery of an unusual kind");
  }
}

Typed* Analyzer::collate(const CollateClause& clause, Scope& scope) {
  Typed* value = node(clause.arg, scope);
  if (value->type == known().unknown) value = coerced(value, known().text, {}, CastContext::Implicit);
  const auto parts = nameList(clause.collname);
  const ir::Name schemaName = parts.size() > 1 ? parts[parts.size() - 2] : ir::Name();
  Typed* made = make(Tag::Collate, value->type, {value});
  made->modifiers = value->modifiers;
  const ir::NamedRef collation = names_.collation(schemaName, parts.back());
  made->text = keep(collation.view());
  made->object = collation.object.object;
  if (collation.object && recorder_ && recorder_->usable(clause.location)) {
    const std::string_view text = recorder_->text();
    const std::uint32_t name = lex::skipSpace(text, lex::identifierEnd(text, recorder_->offset(clause.location)));  // behind COLLATE
    const auto ranges = lex::dotted(text, name, static_cast<int>(parts.size()));
    if (ranges.size() == parts.size()) recorder_->bind(ranges.front().begin, ranges.back().end, collation.object.object, ir::BindingRole::Collation);
  }
  return made;
}

Typed* Analyzer::indirection(const A_Indirection& raw, Scope& scope) {
  const KnownTypes& k = known();
  Typed* value = node(raw.arg, scope);
  std::vector<A_Indices*> subscripts;
  const auto flush = [&] {
    if (subscripts.empty()) return;
    bool slice = false;
    for (const A_Indices* index : subscripts) slice |= index->is_slice;
    const Type base = types_.base(value->type);
    const bool json = base == k.jsonb;
    std::vector<Typed*> parts{value};
    const auto bound = [&](Node* index) {
      Typed* at = node(index, scope);
      if (json) {
        if (at->type == k.unknown) return coerced(at, k.text, {}, CastContext::Implicit);
        return at->type == k.int4 || !canCoerce(at->type, k.int4, CastContext::Implicit) ? coerced(at, k.text, {}, CastContext::Implicit) : coerced(at, k.int4, {}, CastContext::Implicit);
      }
      return coerced(at, k.int4, {}, CastContext::Assignment);
    };
    const auto jsonBound = [&](Node* index) {
      Typed* at = node(index, scope);
      if (at->type == k.unknown) return coerced(at, k.text, {}, CastContext::Implicit);
      if (canCoerce(at->type, k.int4, CastContext::Implicit)) return coerced(at, k.int4, {}, CastContext::Implicit);
      return coerced(at, k.text, {}, CastContext::Implicit);
    };
    for (const A_Indices* index : subscripts) {
      if (slice) parts.push_back(index->lidx ? bound(index->lidx) : index->is_slice ? make(Tag::Nothing) : constantOf(k.int4, {}, "1"));
      parts.push_back(index->uidx ? (json ? jsonBound(index->uidx) : bound(index->uidx)) : make(Tag::Nothing));
    }
    Type type = json ? k.jsonb : slice ? base : types_.subscripted(base);
    if (!value->type) type = {};
    Typed* made = make(slice ? Tag::Slice : Tag::Subscript, type, parts);
    if (!json) made->modifiers = value->modifiers;
    if (!type) troubled("a subscript of something that is not known");
    value = made;
    subscripts.clear();
  };
  for (Node* each : parser::each<Node>(raw.indirection)) {
    if (auto* index = as<A_Indices>(each, T_A_Indices)) {
      subscripts.push_back(index);
    } else if (nodeTag(each) == T_String) {
      flush();
      value = field(value, strVal(each), -1);
    } else {
      flush();
    }
  }
  flush();
  return value;
}

Typed* Analyzer::sqlValue(const SQLValueFunction& value) {
  const KnownTypes& k = known();
  Typed* made = make(Tag::SqlValue, k.name);
  made->number = value.op;
  if (value.typmod >= 0) made->modifiers = std::to_string(value.typmod);
  switch (value.op) {
    case SVFOP_CURRENT_DATE: made->type = k.date; break;
    case SVFOP_CURRENT_TIME: case SVFOP_CURRENT_TIME_N: made->type = k.timetz; break;
    case SVFOP_CURRENT_TIMESTAMP: case SVFOP_CURRENT_TIMESTAMP_N: made->type = k.timestamptz; break;
    case SVFOP_LOCALTIME: case SVFOP_LOCALTIME_N: made->type = k.time; break;
    case SVFOP_LOCALTIMESTAMP: case SVFOP_LOCALTIMESTAMP_N: made->type = k.timestamp; break;
    default: break;
  }
  return made;
}

}  // namespace schemac::parser
