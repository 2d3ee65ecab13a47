// CREATE INDEX, the elements of indexes and exclusion constraints, and the column names that made-up index names consist of.
#include <fmt/format.h>

#include <algorithm>

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;

namespace {

// FigureColnameInternal (parse_target.c): what an expression is called, and how good that name is (2 a real one, 1 a poor one, 0 none).
int figureName(const Node* node, std::string& name);

int lastOf(const List* names, std::string& name) {
  std::string last;
  for (const Node* part : each<Node>(names))
    if (nodeTag(part) == T_String) last = stringOf(part);
  if (last.empty()) return 0;
  name = last;
  return 2;
}

int say(std::string& name, const char* word, int strength = 2) {
  name = word;
  return strength;
}

int figureCast(const TypeCast& cast, std::string& name) {
  const int strength = figureName(cast.arg, name);
  if (strength > 1 || !cast.typeName) return strength;
  name = stringOf(static_cast<const Node*>(llast(cast.typeName->names)));
  return 1;
}

int figureValueFunction(const SQLValueFunction& function, std::string& name) {
  switch (function.op) {
    case SVFOP_CURRENT_DATE: return say(name, "current_date");
    case SVFOP_CURRENT_TIME: case SVFOP_CURRENT_TIME_N: return say(name, "current_time");
    case SVFOP_CURRENT_TIMESTAMP: case SVFOP_CURRENT_TIMESTAMP_N: return say(name, "current_timestamp");
    case SVFOP_LOCALTIME: case SVFOP_LOCALTIME_N: return say(name, "localtime");
    case SVFOP_LOCALTIMESTAMP: case SVFOP_LOCALTIMESTAMP_N: return say(name, "localtimestamp");
    case SVFOP_CURRENT_ROLE: return say(name, "current_role");
    case SVFOP_CURRENT_USER: return say(name, "current_user");
    case SVFOP_USER: return say(name, "user");
    case SVFOP_SESSION_USER: return say(name, "session_user");
    case SVFOP_CURRENT_CATALOG: return say(name, "current_catalog");
    case SVFOP_CURRENT_SCHEMA: return say(name, "current_schema");
  }
  return 0;
}

int figureXml(const XmlExpr& xml, std::string& name) {
  switch (xml.op) {
    case IS_XMLCONCAT: return say(name, "xmlconcat");
    case IS_XMLELEMENT: return say(name, "xmlelement");
    case IS_XMLFOREST: return say(name, "xmlforest");
    case IS_XMLPARSE: return say(name, "xmlparse");
    case IS_XMLPI: return say(name, "xmlpi");
    case IS_XMLROOT: return say(name, "xmlroot");
    default: return 0;
  }
}

int figureName(const Node* node, std::string& name) {
  if (!node) return 0;
  switch (nodeTag(node)) {
    case T_ColumnRef: return lastOf(reinterpret_cast<const ColumnRef*>(node)->fields, name);
    case T_A_Indirection: {
      const auto* indirection = reinterpret_cast<const A_Indirection*>(node);
      return lastOf(indirection->indirection, name) ? 2 : figureName(indirection->arg, name);
    }
    case T_FuncCall: return lastOf(reinterpret_cast<const FuncCall*>(node)->funcname, name);
    case T_A_Expr: return reinterpret_cast<const A_Expr*>(node)->kind == AEXPR_NULLIF ? say(name, "nullif") : 0;
    case T_TypeCast: return figureCast(*reinterpret_cast<const TypeCast*>(node), name);
    case T_CollateClause: return figureName(reinterpret_cast<const CollateClause*>(node)->arg, name);
    case T_GroupingFunc: return say(name, "grouping");
    case T_CaseExpr: {
      const int strength = figureName(reinterpret_cast<const Node*>(reinterpret_cast<const CaseExpr*>(node)->defresult), name);
      return strength > 1 ? strength : say(name, "case", 1);
    }
    case T_A_ArrayExpr: return say(name, "array");
    case T_RowExpr: return say(name, "row");
    case T_CoalesceExpr: return say(name, "coalesce");
    case T_MinMaxExpr: return say(name, reinterpret_cast<const MinMaxExpr*>(node)->op == IS_GREATEST ? "greatest" : "least");
    case T_SQLValueFunction: return figureValueFunction(*reinterpret_cast<const SQLValueFunction*>(node), name);
    case T_XmlExpr: return figureXml(*reinterpret_cast<const XmlExpr*>(node), name);
    case T_XmlSerialize: return say(name, "xmlserialize");
    case T_JsonParseExpr: return say(name, "json");
    case T_JsonScalarExpr: return say(name, "json_scalar");
    case T_JsonSerializeExpr: return say(name, "json_serialize");
    case T_JsonObjectConstructor: return say(name, "json_object");
    case T_JsonArrayConstructor: case T_JsonArrayQueryConstructor: return say(name, "json_array");
    case T_JsonFuncExpr:
      switch (reinterpret_cast<const JsonFuncExpr*>(node)->op) {
        case JSON_EXISTS_OP: return say(name, "json_exists");
        case JSON_QUERY_OP: return say(name, "json_query");
        case JSON_VALUE_OP: return say(name, "json_value");
        default: return 0;
      }
    default: return 0;
  }
}

}  // namespace

std::string indexColumnName(const IndexElem& element) {
  if (element.indexcolname) return element.indexcolname;
  if (element.name) return element.name;
  std::string name;
  return figureName(element.expr, name) ? name : "expr";
}

std::vector<std::string> indexColumnNames(const std::vector<std::string>& origins) {
  std::vector<std::string> names;
  for (const std::string& origin : origins) {
    std::string name = origin;
    for (int i = 1; std::find(names.begin(), names.end(), name) != names.end(); ++i) {
      const std::string number = std::to_string(i);
      std::size_t length = std::min(origin.size(), 63 - number.size());
      while (length < origin.size() && length && (origin[length] & 0xC0) == 0x80) --length;
      name = origin.substr(0, length) + number;
    }
    names.push_back(name);
  }
  return names;
}

std::vector<std::string> columnNamesOf(const ir::Index& index) {
  std::vector<std::string> names;
  for (const ir::IndexElement& element : index.elements) {
    if (element.column) {
      names.push_back(element.column->name.str());
      continue;
    }
    ParseMemory memory;
    const ParsedText parsed = parseExpression(element.expression->text, memory);
    std::string name;
    names.push_back(figureName(parsed.node, name) ? name : "expr");
  }
  for (const ir::Ref& column : index.include) names.push_back(column->name.str());
  return indexColumnNames(names);
}

std::vector<Span> elementSpans(const Slices& slices, std::size_t open, const std::vector<const IndexElem*>& elements) {
  std::vector<Span> spans;
  const auto parts = slices.split(open + 1, slices.closing(open));
  for (std::size_t i = 0; i != elements.size() && i != parts.size(); ++i) {
    const auto [first, last] = parts[i];
    if (elements[i]->name) spans.emplace_back();
    else if (slices.is(first, "(")) spans.push_back(slices.inside(first));
    else {  // a function call: up to its parenthesis, or one word (CURRENT_DATE)
      const std::size_t call = slices.next("(", first, last);
      spans.push_back(slices.span(first, call < last ? slices.closing(call) + 1 : first + 1));
    }
  }
  spans.resize(elements.size());
  return spans;
}

namespace {

// The type's own operator class is the same as none.
bool isDefaultClass(Replay& replay, const ir::NamedRef& named, Name method, const ir::TypeRef& type) {
  if (named.object) return named.object->as<ir::OperatorClass>().isDefault;
  const std::string& opclass = named.str();
  const std::string_view bare = std::string_view(opclass).substr(opclass.find('.') == std::string::npos ? 0 : opclass.find('.') + 1);
  const int version = replay.schema.serverVersion;
  if (bare.size() == opclass.size()) {
    const auto* found = ir::builtins::findOpclass(method.view(), bare, version);
    if (!found) return false;
    const bool plain = type && !type.array && type.type->kind == Kind::BaseType && type.type->origin == ir::Origin::BuiltIn;
    if (const auto* exact = plain ? ir::builtins::defaultOpclass(method.view(), type.type->name.view(), version) : nullptr)
      return exact->name() == found->name();
    return found->isDefault;
  }
  for (const Object* object : replay.schema.extensions()) {
    const auto* facts = ir::builtins::extension(object->name.view(), replay.schema.serverVersion);
    if (!facts) continue;
    for (const auto& candidate : facts->opclasses())
      if (candidate.name() == bare && candidate.accessMethod() == method.view()) return candidate.isDefault;
  }
  return false;
}

// (x COLLATE c) is x COLLATE c, and (x) is the column x: ComputeIndexAttrs looks through both.
IndexElem simplified(Replay& replay, const Object& table, IndexElem element, Span& span) {
  if (const auto* collate = as<CollateClause>(element.expr, T_CollateClause)) {
    const Slices slices = slicesOf(replay);
    element.collation = collate->collname;
    element.expr = collate->arg;
    span = slices.bare(slices.at(span.begin), slices.at(static_cast<std::uint32_t>(collate->location)));
  }
  if (const auto* column = as<ColumnRef>(element.expr, T_ColumnRef); column && column->fields->length == 1) {
    const char* name = reinterpret_cast<String*>(linitial(column->fields))->sval;
    if (ir::columnOf(table, name) || table.name.view() != name) {  // else the whole row
      element.name = const_cast<char*>(name);
      element.expr = nullptr;
    }
  }
  return element;
}

// Of an expression without COLLATE: that of its columns, where they have one of their own.
ir::NamedRef derivedCollation(Replay& replay, const ir::Expression& expression, const ir::TypeRef& type) {
  ir::NamedRef found;
  for (const ir::Binding& binding : expression.bindings)
    if (const auto* column = binding.target ? binding.target->get<ir::Column>() : nullptr; column && !column->collation.empty()) found = column->collation;
  if (!found.empty() && (!type || !typeCollation(replay.schema, type).empty())) return found;
  return type ? typeCollation(replay.schema, type) : ir::NamedRef("default");
}

}  // namespace

ir::IndexElement indexElement(Replay& replay, const Object& table, const IndexElem& written, Span span, Name method) {
  const IndexElem element = simplified(replay, table, written, span);
  ir::IndexElement result;
  ir::TypeRef type;
  ir::NamedRef own;  // collation
  if (element.name) {
    const Object& column = replay.column(table, element.name);
    result.column = column;
    type = column.as<ir::Column>().type;
    own = column.as<ir::Column>().collation;
    if (own.empty() && type) own = typeCollation(replay.schema, type);
  } else {
    result.expression = bound(replay, element.expr, span, tableScope(table), &type);
    own = derivedCollation(replay, *result.expression, type);
  }
  if (element.collation) {
    const auto [schemaName, name] = replay.split(element.collation);
    const ir::NamedRef collation = replay.names().collation(schemaName, name);
    if (collation != own) result.collation = collation;
  }
  if (element.opclass) {
    const auto [schemaName, name] = replay.split(element.opclass);
    const ir::NamedRef opclass = replay.names().operatorClass(schemaName, name, method);
    if (!isDefaultClass(replay, opclass, method, type) || element.opclassopts) result.opclass = opclass;
  }
  result.opclassOptions = optionsOf(element.opclassopts);
  result.descending = element.ordering == SORTBY_DESC;
  result.nullsFirst = element.nulls_ordering == SORTBY_NULLS_DEFAULT ? result.descending : element.nulls_ordering == SORTBY_NULLS_FIRST;
  return result;
}

namespace {

// WITH, TABLESPACE, … come between the elements and WHERE, which is last.
std::optional<ir::Expression> predicateOf(Replay& replay, const Object& table, const IndexStmt& statement, const Slices& slices, std::size_t after) {
  if (!statement.whereClause) return std::nullopt;
  const std::size_t where = slices.end(after, {"where"});
  // Elements of CREATE SCHEMA follow each other without a semicolon.
  const std::size_t last = slices.end(where + 1, {"create", "grant", ";"});
  return bound(replay, statement.whereClause, slices.bare(where + 1, last), tableScope(table));
}

IndexShape shapeOf(Replay& replay, const Object& table, const IndexStmt& statement) {
  IndexShape shape;
  ir::Index& index = shape.index;
  const Slices slices = slicesOf(replay);
  index.method = statement.accessMethod ? statement.accessMethod : "btree";
  if (index.method == "rtree") index.method = "gist";  // access methods that went away
  index.unique = statement.unique;
  index.nullsNotDistinct = statement.nulls_not_distinct;
  index.only = !statement.relation->inh;
  const std::size_t open = slices.next("(", slices.at(static_cast<std::uint32_t>(statement.relation->location)));
  std::vector<const IndexElem*> elements;
  for (const IndexElem* element : each<IndexElem>(statement.indexParams)) elements.push_back(element);
  const std::vector<Span> spans = elementSpans(slices, open, elements);
  std::vector<std::string> names;
  for (std::size_t i = 0; i != elements.size(); ++i) {
    index.elements.push_back(indexElement(replay, table, *elements[i], spans[i], index.method));
    names.push_back(indexColumnName(*elements[i]));
  }
  for (const IndexElem* element : each<IndexElem>(statement.indexIncludingParams)) {
    if (!element->name) throwInvalid(replay, -1, "expressions are not supported in included columns");
    index.include.emplace_back(replay.column(table, element->name));
    names.emplace_back(element->name);
  }
  index.options = optionsOf(statement.options);
  if (statement.tableSpace) index.tablespace = statement.tableSpace;
  else index.tablespace = replay.session.defaultTablespace;
  index.predicate = predicateOf(replay, table, statement, slices, slices.closing(open) + 1);
  shape.columnNames = indexColumnNames(names);
  return shape;
}

}  // namespace

void replay(Replay& replay, const IndexStmt& statement) {
  const Object& table = replay.relation(*statement.relation);
  const bool foreign = table.kind == Kind::Table && table.as<ir::Table>().foreign();
  if ((table.kind != Kind::Table && table.kind != Kind::MaterializedView) || foreign)
    throwWrongKind(replay, statement.relation->location, fmt::format("cannot create index on relation \"{}\"", table.name.str()));
  const Object& in = *table.parent;
  if (statement.idxname) {
    if (statement.if_not_exists && replay.schema.relation(in, statement.idxname)) return;
    replay.requireFree(ir::Space::Relation, &in, statement.idxname, -1, "relation");
  }
  IndexShape shape = shapeOf(replay, table, statement);
  shape.index.named = statement.idxname != nullptr;
  const Name name = statement.idxname ? Name(statement.idxname)
                                      : replay.chooseRelationName(table.name.str(), joinedNames(shape.columnNames), "idx", in);
  const bool partitioned = table.kind == Kind::Table && table.as<ir::Table>().partitioned();
  // ONLY: invalid until every partition has an attached index.
  if (partitioned && shape.index.only) shape.index.valid = childTables(replay, table).empty();
  Object& made = replay.make(&table, name, std::move(shape.index));
  if (table.origin == ir::Origin::BuiltIn) made.origin = ir::Origin::BuiltIn;
  if (partitioned && !made.as<ir::Index>().only) spreadIndex(replay, made);
}

}  // namespace schemac::parser
