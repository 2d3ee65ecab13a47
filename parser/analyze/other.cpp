// XML and SQL/JSON expressions.
#include "parser/analyze/analyzer.h"

namespace schemac::parser {

Typed* Analyzer::xml(const XmlExpr& expression, Scope& scope) {
  const KnownTypes& k = known();
  std::vector<Typed*> parts;
  for (ResTarget* each : parser::each<ResTarget>(expression.named_args)) {
    Typed* name = make(Tag::Nothing);
    name->text = keep(each->name ? std::string_view(each->name) : outputName(each->val).view());
    parts.push_back(make(Tag::Target, {}, {name, node(each->val, scope)}));
  }
  for (Node* each : parser::each<Node>(expression.args)) {
    Typed* value = node(each, scope);
    if (value->type == k.unknown)
      value = coerced(value, expression.op == IS_XMLPARSE || expression.op == IS_XMLPI ? k.text : expression.op == IS_XMLELEMENT ? k.text : k.xml, {}, CastContext::Implicit);
    parts.push_back(value);
  }
  Typed* made = make(Tag::Xml, expression.op == IS_DOCUMENT ? k.boolean : k.xml, parts);
  made->number = expression.op * 8 + expression.xmloption * 2 + (expression.indent ? 1 : 0);
  if (expression.name) made->text = keep(expression.name);
  return made;
}

// What is rarely written: each part in its own place, so that equality stays exact where the pieces are understood and unknown else.
Typed* Analyzer::other(Node* raw, Scope& scope) {
  const KnownTypes& k = known();
  std::vector<Typed*> parts;
  const auto output = [&](const JsonOutput* written, Type otherwise) {
    ir::Text modifiers;
    Typed* made = make(Tag::Nothing);
    made->type = written && written->typeName ? type(*written->typeName, modifiers) : otherwise;
    made->modifiers = modifiers;
    parts.push_back(made);
    return made->type;
  };
  const auto value = [&](const JsonValueExpr* item) { return item ? node(reinterpret_cast<Node*>(item->raw_expr), scope) : make(Tag::Nothing); };
  const auto flags = [&](std::initializer_list<int> values) {
    Typed* made = make(Tag::Nothing);
    for (const int each : values) made->number = made->number * 16 + each;
    parts.push_back(made);
  };
  const auto aggregate = [&](const JsonAggConstructor* constructor) {
    parts.push_back(constructor->agg_filter ? node(constructor->agg_filter, scope) : make(Tag::Nothing));
    parts.push_back(sortList(constructor->agg_order, scope));
    parts.push_back(constructor->over ? window(*constructor->over, scope) : make(Tag::Nothing));
    return output(constructor->output, k.json);
  };
  Type result;
  switch (nodeTag(raw)) {
    case T_XmlSerialize: {
      const auto* serialize = reinterpret_cast<XmlSerialize*>(raw);
      ir::Text modifiers;
      result = type(*serialize->typeName, modifiers);
      parts.push_back(node(serialize->expr, scope));
      flags({serialize->xmloption, serialize->indent});
      break;
    }
    case T_JsonIsPredicate: {
      const auto* test = reinterpret_cast<JsonIsPredicate*>(raw);
      parts.push_back(node(test->expr, scope));
      flags({test->item_type, test->unique_keys});
      result = k.boolean;
      break;
    }
    case T_JsonObjectConstructor: {
      const auto* object = reinterpret_cast<JsonObjectConstructor*>(raw);
      for (JsonKeyValue* pair : parser::each<JsonKeyValue>(object->exprs)) {
        parts.push_back(node(reinterpret_cast<Node*>(pair->key), scope));
        parts.push_back(value(pair->value));
      }
      flags({object->absent_on_null, object->unique});
      result = output(object->output, k.json);
      break;
    }
    case T_JsonArrayConstructor: {
      const auto* array = reinterpret_cast<JsonArrayConstructor*>(raw);
      for (JsonValueExpr* each : parser::each<JsonValueExpr>(array->exprs)) parts.push_back(value(each));
      flags({array->absent_on_null});
      result = output(array->output, k.json);
      break;
    }
    case T_JsonArrayQueryConstructor: {
      const auto* array = reinterpret_cast<JsonArrayQueryConstructor*>(raw);
      parts.push_back(query(array->query, &scope).tree);
      flags({array->absent_on_null});
      result = output(array->output, k.json);
      break;
    }
    case T_JsonObjectAgg: {
      const auto* object = reinterpret_cast<JsonObjectAgg*>(raw);
      parts.push_back(node(reinterpret_cast<Node*>(object->arg->key), scope));
      parts.push_back(value(object->arg->value));
      flags({object->absent_on_null, object->unique});
      result = aggregate(object->constructor);
      break;
    }
    case T_JsonArrayAgg: {
      const auto* array = reinterpret_cast<JsonArrayAgg*>(raw);
      parts.push_back(value(array->arg));
      flags({array->absent_on_null});
      result = aggregate(array->constructor);
      break;
    }
    case T_JsonParseExpr: {
      const auto* parse = reinterpret_cast<JsonParseExpr*>(raw);
      parts.push_back(value(parse->expr));
      flags({parse->unique_keys});
      result = output(parse->output, k.json);
      break;
    }
    case T_JsonScalarExpr: {
      const auto* scalar = reinterpret_cast<JsonScalarExpr*>(raw);
      parts.push_back(node(reinterpret_cast<Node*>(scalar->expr), scope));
      result = output(scalar->output, k.json);
      break;
    }
    case T_JsonSerializeExpr: {
      const auto* serialize = reinterpret_cast<JsonSerializeExpr*>(raw);
      parts.push_back(value(serialize->expr));
      result = output(serialize->output, k.text);
      break;
    }
    case T_JsonFuncExpr: {
      const auto* function = reinterpret_cast<JsonFuncExpr*>(raw);
      parts.push_back(value(function->context_item));
      parts.push_back(node(function->pathspec, scope));
      for (JsonArgument* each : parser::each<JsonArgument>(function->passing)) parts.push_back(value(each->val));
      result = output(function->output, function->op == JSON_EXISTS_OP ? k.boolean : function->op == JSON_VALUE_OP ? k.text : k.jsonb);
      troubled("JSON_VALUE, JSON_QUERY or JSON_EXISTS");
      break;
    }
    default: return unknown("an expression of a kind that is not modelled");
  }
  Typed* made = make(Tag::Json, result, parts);
  made->number = nodeTag(raw);
  // How formats and implied conversions combine is not modelled: equal trees alone are called equal.
  if (nodeTag(raw) != T_JsonIsPredicate && nodeTag(raw) != T_XmlSerialize) troubled("an SQL/JSON constructor");
  return made;
}

}  // namespace schemac::parser
