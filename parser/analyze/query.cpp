// Queries: parse_clause.c, parse_cte.c, parse_target.c and transformSelectStmt of analyze.c.
#include <algorithm>

#include "ir/identity.h"
#include "parser/analyze/analyzer.h"
#include "parser/analyze/compare.h"

namespace schemac::parser {

QueryResult Analyzer::statement(Node* raw, Scope* outer) {
  switch (nodeTag(raw)) {
    case T_SelectStmt: {
      QueryResult result = select(*reinterpret_cast<SelectStmt*>(raw), outer);
      // Literals of no type are text in the end (resolveTargetListUnknowns); in a set operation its other arms decide first.
      for (Output& column : result.columns) {
        if (column.type != known().unknown) continue;
        column.type = known().text;
        if (column.value && column.value->type == known().unknown && (column.value->tag == Tag::Constant || column.value->tag == Tag::Null))
          *column.value = *coerced(column.value, known().text, {}, CastContext::Implicit);
      }
      return result;
    }
    case T_InsertStmt: return insert(*reinterpret_cast<InsertStmt*>(raw), outer);
    case T_UpdateStmt: return update(*reinterpret_cast<UpdateStmt*>(raw), outer);
    case T_DeleteStmt: return remove(*reinterpret_cast<DeleteStmt*>(raw), outer);
    case T_MergeStmt: return merge(*reinterpret_cast<MergeStmt*>(raw), outer);
    default: break;
  }
  QueryResult result;
  result.tree = unknown("a statement inside a query");
  result.columnsKnown = false;
  return result;
}

QueryResult Analyzer::query(Node* raw, Scope* outer) { return statement(raw, outer); }

// FigureColname of parse_target.c.
namespace {

int figureName(Node* raw, ir::Name& name) {
  if (!raw) return 0;
  switch (nodeTag(raw)) {
    case T_ColumnRef: {
      const List* fields = reinterpret_cast<ColumnRef*>(raw)->fields;
      for (int i = list_length(fields) - 1; i >= 0; --i)
        if (auto* field = static_cast<Node*>(list_nth(fields, i)); nodeTag(field) == T_String) {
          name = strVal(field);
          return 2;
        }
      return 0;
    }
    case T_A_Indirection: {
      auto* indirection = reinterpret_cast<A_Indirection*>(raw);
      for (int i = list_length(indirection->indirection) - 1; i >= 0; --i)
        if (auto* step = static_cast<Node*>(list_nth(indirection->indirection, i)); nodeTag(step) == T_String) {
          name = strVal(step);
          return 2;
        }
      return figureName(indirection->arg, name);
    }
    case T_FuncCall: name = strVal(llast(reinterpret_cast<FuncCall*>(raw)->funcname)); return 2;
    case T_A_Expr:
      if (reinterpret_cast<A_Expr*>(raw)->kind == AEXPR_NULLIF) {
        name = "nullif";
        return 2;
      }
      return 0;
    case T_TypeCast: {
      auto* cast = reinterpret_cast<TypeCast*>(raw);
      const int strength = figureName(cast->arg, name);
      if (strength > 1) return strength;
      name = strVal(llast(cast->typeName->names));
      return 1;
    }
    case T_CollateClause: return figureName(reinterpret_cast<CollateClause*>(raw)->arg, name);
    case T_GroupingFunc: name = "grouping"; return 2;
    case T_MergeSupportFunc: name = "merge_action"; return 2;
    case T_SubLink: {
      auto* link = reinterpret_cast<SubLink*>(raw);
      if (link->subLinkType == EXISTS_SUBLINK) return name = "exists", 2;
      if (link->subLinkType == ARRAY_SUBLINK) return name = "array", 2;
      if (link->subLinkType != EXPR_SUBLINK) return 0;
      auto* select = as<SelectStmt>(link->subselect, T_SelectStmt);
      while (select && select->op != SETOP_NONE) select = select->larg;
      if (!select) return 0;
      if (select->valuesLists) return name = "column1", 2;
      if (!select->targetList) return 0;
      auto* target = static_cast<ResTarget*>(linitial(select->targetList));
      if (target->name) return name = target->name, 2;
      return figureName(target->val, name);
    }
    case T_CaseExpr: {
      const int strength = figureName(reinterpret_cast<Node*>(reinterpret_cast<CaseExpr*>(raw)->defresult), name);
      if (strength > 1) return strength;
      name = "case";
      return 1;
    }
    case T_A_ArrayExpr: name = "array"; return 2;
    case T_RowExpr: name = "row"; return 2;
    case T_CoalesceExpr: name = "coalesce"; return 2;
    case T_MinMaxExpr: name = reinterpret_cast<MinMaxExpr*>(raw)->op == IS_GREATEST ? "greatest" : "least"; return 2;
    case T_SQLValueFunction: {
      switch (reinterpret_cast<SQLValueFunction*>(raw)->op) {
        case SVFOP_CURRENT_DATE: name = "current_date"; break;
        case SVFOP_CURRENT_TIME: case SVFOP_CURRENT_TIME_N: name = "current_time"; break;
        case SVFOP_CURRENT_TIMESTAMP: case SVFOP_CURRENT_TIMESTAMP_N: name = "current_timestamp"; break;
        case SVFOP_LOCALTIME: case SVFOP_LOCALTIME_N: name = "localtime"; break;
        case SVFOP_LOCALTIMESTAMP: case SVFOP_LOCALTIMESTAMP_N: name = "localtimestamp"; break;
        case SVFOP_CURRENT_ROLE: name = "current_role"; break;
        case SVFOP_CURRENT_USER: name = "current_user"; break;
        case SVFOP_USER: name = "user"; break;
        case SVFOP_SESSION_USER: name = "session_user"; break;
        case SVFOP_CURRENT_CATALOG: name = "current_catalog"; break;
        case SVFOP_CURRENT_SCHEMA: name = "current_schema"; break;
      }
      return 2;
    }
    case T_XmlExpr: {
      switch (reinterpret_cast<XmlExpr*>(raw)->op) {
        case IS_XMLCONCAT: name = "xmlconcat"; return 2;
        case IS_XMLELEMENT: name = "xmlelement"; return 2;
        case IS_XMLFOREST: name = "xmlforest"; return 2;
        case IS_XMLPARSE: name = "xmlparse"; return 2;
        case IS_XMLPI: name = "xmlpi"; return 2;
        case IS_XMLROOT: name = "xmlroot"; return 2;
        default: return 0;
      }
    }
    case T_XmlSerialize: name = "xmlserialize"; return 2;
    case T_JsonParseExpr: name = "json"; return 2;
    case T_JsonScalarExpr: name = "json_scalar"; return 2;
    case T_JsonSerializeExpr: name = "json_serialize"; return 2;
    case T_JsonObjectConstructor: name = "json_object"; return 2;
    case T_JsonArrayConstructor: case T_JsonArrayQueryConstructor: name = "json_array"; return 2;
    case T_JsonObjectAgg: name = "json_objectagg"; return 2;
    case T_JsonArrayAgg: name = "json_arrayagg"; return 2;
    case T_JsonFuncExpr: {
      const auto op = reinterpret_cast<JsonFuncExpr*>(raw)->op;
      name = op == JSON_EXISTS_OP ? "json_exists" : op == JSON_QUERY_OP ? "json_query" : "json_value";
      return 2;
    }
    default: return 0;
  }
}

bool isStar(Node* raw) {
  auto* reference = as<ColumnRef>(raw, T_ColumnRef);
  return reference && nodeTag(llast(reference->fields)) == T_A_Star;
}

}  // namespace

ir::Name Analyzer::outputName(Node* raw) {
  ir::Name name;
  figureName(raw, name);
  return name.empty() ? ir::Name("?column?") : name;
}

// `*`, `t.*`: every column, and what it is spelled as once columns come and go.
void Analyzer::star(const ColumnRef* reference, const Item* only, Scope& scope, QueryResult& result, std::vector<Typed*>& parts) {
  std::vector<std::pair<Item*, int>> items;
  const auto fields = reference ? nameList(reference->fields) : std::vector<ir::Name>{};
  if (!fields.empty()) {
    int level = 0;
    Item* item = namedItem(fields.size() > 1 ? fields[fields.size() - 2] : ir::Name(), fields.back(), scope, level);
    if (!item) {
      troubled("missing FROM-clause entry for table \"" + fields.back().str() + "\"");
      result.columnsKnown = false;
      if (recorder_) {
        bool opaque = false;
        for (Scope* at = &scope; at; at = at->outer)
          for (const Item* each : at->items) opaque |= each->opaque;
        recorder_->unresolved({UnresolvedName::Relation, fields.back().str(), "missing FROM-clause entry for table \"" + fields.back().str() + "\"", "",
                               recorder_->offset(reference->location), !opaque && variables.empty()});
      }
      return;
    }
    items.emplace_back(item, level);
  } else {
    for (Item* item : scope.items)
      if (item->bare && item->kind != Item::Pseudo && (!only || only == item)) items.emplace_back(item, 0);
  }
  std::uint32_t begin = 0, end = 0;
  const bool record = recorder_ && reference && recorder_->usable(reference->location);
  if (record) {
    const auto ranges = lex::dotted(recorder_->text(), recorder_->offset(reference->location), list_length(reference->fields));
    if (!ranges.empty()) begin = ranges.front().begin, end = ranges.back().end;
  }
  bool first = true;
  bool anyObject = false;
  for (const auto& [item, level] : items) anyObject |= item->relation && !item->opaque && item->kind == Item::Relation;
  for (const auto& [item, level] : items)
    if (item->kind == Item::Join)
      for (const ItemColumn& column : item->columns) anyObject |= column.source != nullptr;
  const auto bindStar = [&](const ir::Object* target, ir::Text spelled, std::vector<ir::Ref> columns) {
    recorder_->bind(first ? begin : end, end, target, ir::BindingRole::Star, spelled, std::move(columns));
    first = false;
  };
  for (const auto& [item, level] : items) {
    if (item->opaque) result.columnsKnown = false;
    const auto columns = allColumns(*item);
    for (const ItemColumn& column : columns) {
      Typed* value = columnOf(*item, column, level, -1);
      Output output{column.name, value, value->type, value->modifiers, column.source};
      result.columns.push_back(output);
      parts.push_back(value);
    }
    if (!record || !anyObject || end == begin) continue;
    if (item->opaque) {
      recorder_->followed = false;
      continue;
    }
    const auto quoted = [](ir::Name name) { return ir::quoteIdentifier(name) + "."; };
    bool plain = item->relation && item->kind == Item::Relation && !item->columnsListed;
    if (plain) {
      std::vector<ir::Ref> objects;
      for (const ItemColumn& column : columns) objects.emplace_back(column.object);
      const bool alone = items.size() == 1 && fields.empty() && !scope.outer;
      if (!columns.empty())
        bindStar(item->relation, alone ? ir::Text() : item->aliased ? ir::Text(quoted(item->alias)) : ir::Text("."), std::move(objects));
      continue;
    }
    // Columns of a join, a subquery, an alias list: by the names they have here.
    std::string spelled;
    if (item->kind == Item::Join && !item->named) {
      for (const ItemColumn& column : columns) {
        // An own name where it is unambiguous, else through its item.
        const Item* owner = nullptr;
        if (column.value && column.value->tag == Tag::Column)
          for (const Item& each : items_)
            if (each.number == column.value->number && each.kind != Item::Join && std::find(scope.items.begin(), scope.items.end(), &each) != scope.items.end()) owner = &each;
        const bool merged = item->merged.end() != std::find(item->merged.begin(), item->merged.end(), column.name);
        if (column.object && owner && !merged && owner->relation && owner->kind == Item::Relation) {
          if (!spelled.empty()) bindStar(owner->relation, spelled, {}), spelled.clear();
          bindStar(owner->relation, owner->aliased ? ir::Text(quoted(owner->alias)) : ir::Text("."), {column.object});
        } else {
          spelled += (spelled.empty() ? "" : ", ") + (owner && !merged && !owner->alias.empty() ? quoted(owner->alias) : std::string()) + ir::quoteIdentifier(column.name);
        }
      }
      if (!spelled.empty()) bindStar(items[0].first->relation, spelled, {});
      continue;
    }
    for (const ItemColumn& column : columns)
      spelled += (spelled.empty() ? "" : ", ") + (item->alias.empty() ? std::string() : quoted(item->alias)) + ir::quoteIdentifier(column.name);
    if (!spelled.empty()) bindStar(item->relation, spelled, {});
  }
}

void Analyzer::targets(const List* list, Scope& scope, QueryResult& result, std::vector<Typed*>& parts) {
  for (ResTarget* target : parser::each<ResTarget>(list)) {
    if (isStar(target->val)) {
      star(reinterpret_cast<ColumnRef*>(target->val), nullptr, scope, result, parts);
      continue;
    }
    auto* indirection = as<A_Indirection>(target->val, T_A_Indirection);
    if (indirection && nodeTag(llast(indirection->indirection)) == T_A_Star) {  // (x).*
      Typed* row = node(target->val, scope);
      const Type base = types_.base(row->type);
      if (base.object && !base.array) {
        for (const ir::Object* column : ir::columnsOf(*base.object)) {
          Typed* value = field(row, column->name, -1);
          result.columns.push_back({column->name, value, value->type, value->modifiers, nullptr});
          parts.push_back(value);
        }
      } else {
        Item item;
        if (row->tag == Tag::Call) functionColumns(*row, "?", item);
        if (item.columns.empty()) result.columnsKnown = false, troubled("a star over a row that is not known");
        for (const ItemColumn& column : item.columns) {
          Typed* value = make(Tag::Field, column.type, {row});
          value->text = column.name;
          value->modifiers = column.modifiers;
          result.columns.push_back({column.name, value, column.type, column.modifiers, nullptr});
          parts.push_back(value);
        }
      }
      continue;
    }
    Typed* value = node(target->val, scope);
    Output output{target->name ? ir::Name(target->name) : outputName(target->val), value, value->type, value->modifiers, nullptr};
    if (value->tag == Tag::Column) output.source = value->object;
    result.columns.push_back(output);
    parts.push_back(value);
  }
}

Typed* Analyzer::sortItem(Node* raw, Scope& scope, std::span<const Output> outputs, bool groupFirst) {
  auto* sort = as<SortBy>(raw, T_SortBy);
  Node* what = sort ? sort->node : raw;
  Typed* value = nullptr;
  // An output column by its name or number (findTargetlistEntrySQL92).
  if (auto* constant = as<A_Const>(what, T_A_Const); constant && !constant->isnull && nodeTag(&constant->val) == T_Integer && !outputs.empty()) {
    const int index = constant->val.ival.ival;
    if (index >= 1 && static_cast<std::size_t>(index) <= outputs.size()) value = outputs[static_cast<std::size_t>(index) - 1].value;
  }
  if (auto* reference = as<ColumnRef>(what, T_ColumnRef); !value && reference && list_length(reference->fields) == 1 && !isStar(what)) {
    const ir::Name name = strVal(linitial(reference->fields));
    Typed* input = nullptr;
    if (groupFirst) {
      // GROUP BY: a column of this query's FROM wins over an output name.
      Scope alone = scope;
      alone.outer = nullptr;
      bool has = false;
      for (const Item* item : alone.items) has = has || (item->bare && findColumn(*item, name));
      if (has) input = node(what, scope);
    }
    if (input) {
      value = input;
    } else {
      for (const Output& output : outputs)
        if (output.name == name && output.value) {
          value = output.value;
          break;
        }
    }
  }
  if (!value) value = node(what, scope);
  if (value->type == known().unknown && !sort) value = coerced(value, known().text, {}, CastContext::Implicit);
  else if (value->type == known().unknown) value = coerced(value, known().text, {}, CastContext::Implicit);
  if (!sort) return value;
  Typed* made = make(Tag::Sort, {}, {value});
  const bool descending = sort->sortby_dir == SORTBY_DESC;
  made->number = (descending ? 1 : 0) | ((sort->sortby_nulls == SORTBY_NULLS_DEFAULT ? descending : sort->sortby_nulls == SORTBY_NULLS_FIRST) ? 2 : 0);
  if (sort->useOp) sortOperator(*made, *sort);
  return made;
}

// ORDER BY x USING op: < and > are ASC and DESC. The operator of another family is one by its name; what is greater sorts NULLs first.
void Analyzer::sortOperator(Typed& item, const SortBy& sort) {
  const auto name = nameList(sort.useOp);
  const std::string_view symbol = name.back();
  const bool descending = symbol.find('>') != std::string_view::npos;
  const bool nullsFirst = sort.sortby_nulls == SORTBY_NULLS_DEFAULT ? descending : sort.sortby_nulls == SORTBY_NULLS_FIRST;
  item.number = (descending ? 1 : 0) | (nullsFirst ? 2 : 0);
  if (symbol != "<" && symbol != ">") item.text = keep(symbol);
  if (name.size() > 1 && name[0] != "pg_catalog") troubled("ORDER BY USING");
}

Typed* Analyzer::sortClause(const List* list, Scope& scope, std::span<const Output> outputs, bool groupFirst) {
  std::vector<Typed*> parts;
  for (Node* each : parser::each<Node>(list)) {
    Typed* item = sortItem(each, scope, outputs, groupFirst);
    // What is sorted by already sorts no further (addTargetToSortList).
    const auto value = [](const Typed* sorted) { return sorted->tag == Tag::Sort ? sorted->parts[0] : sorted; };
    if (std::none_of(parts.begin(), parts.end(), [&](const Typed* other) { return compareTyped(*value(other), *value(item)).answer == ir::Answer::Equal; })) parts.push_back(item);
  }
  return make(Tag::List, {}, parts);
}

Typed* Analyzer::groupItem(Node* raw, Scope& scope, std::span<const Output> outputs) {
  if (auto* set = as<GroupingSet>(raw, T_GroupingSet)) {
    std::vector<Typed*> parts;
    for (Node* each : parser::each<Node>(set->content)) parts.push_back(groupItem(each, scope, outputs));
    Typed* made = make(Tag::GroupingSet, {}, parts);
    made->number = set->kind;
    return made;
  }
  if (auto* row = as<RowExpr>(raw, T_RowExpr); row && row->row_format == COERCE_IMPLICIT_CAST) {
    std::vector<Typed*> parts;
    for (Node* each : parser::each<Node>(row->args)) parts.push_back(groupItem(each, scope, outputs));
    return make(Tag::List, {}, parts);
  }
  return sortItem(raw, scope, outputs, true);
}

// GROUP BY (a, b) is GROUP BY a, b outside of grouping sets (flatten_grouping_sets).
void Analyzer::groupItems(Node* raw, Scope& scope, std::span<const Output> outputs, std::vector<Typed*>& group) {
  auto* row = as<RowExpr>(raw, T_RowExpr);
  if (!row || row->row_format != COERCE_IMPLICIT_CAST) return group.push_back(groupItem(raw, scope, outputs));
  for (Node* each : parser::each<Node>(row->args)) groupItems(each, scope, outputs, group);
}

void Analyzer::with(const WithClause& clause, Scope& scope, std::vector<Typed*>& parts) {
  const KnownTypes& k = known();
  std::vector<CommonTableExpr*> order;
  for (CommonTableExpr* cte : parser::each<CommonTableExpr>(clause.ctes)) order.push_back(cte);
  std::vector<CteEntry*> entries;
  // WITH RECURSIVE: a query may name any of its sisters, later ones too.
  const auto enter = [&](CommonTableExpr* cte) {
    CteEntry& entry = ctes_.emplace_back();
    entry.name = cte->ctename;
    entry.number = static_cast<int>(entries.size()) + 1;
    entry.columnsKnown = false;
    entries.push_back(&entry);
    if (clause.recursive) scope.ctes.push_back(&entry);
    return &entry;
  };
  for (CommonTableExpr* cte : order) enter(cte);
  for (std::size_t i = 0; i < order.size(); ++i) {
    CommonTableExpr* cte = order[i];
    CteEntry& entry = *entries[i];
    const auto aliases = nameList(cte->aliascolnames);
    const auto take = [&](const QueryResult& result, CteEntry& into) {
      into.columns.clear();
      into.columnsKnown = result.columnsKnown;
      for (std::size_t c = 0; c < result.columns.size(); ++c) {
        const Output& column = result.columns[c];
        const Type type = column.type == k.unknown ? k.text : column.type;
        into.columns.push_back({c < aliases.size() ? aliases[c] : column.name, type, column.modifiers, nullptr, nullptr, nullptr});
      }
    };
    // Of a recursive query the first arm says what the columns are.
    auto* select = as<SelectStmt>(cte->ctequery, T_SelectStmt);
    Recorder* recording = recorder_;
    if (clause.recursive && select && select->op != SETOP_NONE && select->larg) {
      recorder_ = nullptr;
      const std::string before = trouble_;
      Scope& inner = scopes_.emplace_back();
      inner.outer = &scope;
      std::vector<Typed*> ignored;
      if (select->withClause) with(*select->withClause, inner, ignored);
      take(this->select(*select->larg, &inner), entry);
      trouble_ = before;
      recorder_ = recording;
      if (cte->search_clause)
        entry.columns.push_back({cte->search_clause->search_seq_column, cte->search_clause->search_breadth_first ? k.record : k.recordArray, {}, nullptr, nullptr, nullptr});
      if (cte->cycle_clause) {
        entry.columns.push_back({cte->cycle_clause->cycle_mark_column, k.boolean, {}, nullptr, nullptr, nullptr});
        entry.columns.push_back({cte->cycle_clause->cycle_path_column, k.recordArray, {}, nullptr, nullptr, nullptr});
      }
    }
    QueryResult result = statement(cte->ctequery, &scope);
    take(result, entry);
    std::vector<Typed*> cteParts{result.tree};
    if (cte->search_clause) {
      entry.columns.push_back({cte->search_clause->search_seq_column, cte->search_clause->search_breadth_first ? k.record : k.recordArray, {}, nullptr, nullptr, nullptr});
      Typed* search = make(Tag::Nothing);
      std::string text;
      for (const ir::Name each : nameList(cte->search_clause->search_col_list)) text += each.str() + "\n";
      search->text = keep(text + "\n" + cte->search_clause->search_seq_column);
      search->number = cte->search_clause->search_breadth_first ? 2 : 1;
      cteParts.push_back(search);
    }
    if (cte->cycle_clause) {
      const auto& cycle = *cte->cycle_clause;
      Typed* value = cycle.cycle_mark_value ? node(cycle.cycle_mark_value, scope) : constantOf(k.boolean, {}, "true");
      Typed* otherwise = cycle.cycle_mark_default ? node(cycle.cycle_mark_default, scope) : constantOf(k.boolean, {}, "false");
      std::vector<Typed*> both{value, otherwise};
      bool undecided = false;
      const Type markType = commonType(both, undecided);
      value = coerced(value, markType, {}, CastContext::Implicit), otherwise = coerced(otherwise, markType, {}, CastContext::Implicit);
      entry.columns.push_back({cycle.cycle_mark_column, markType, {}, nullptr, nullptr, nullptr});
      entry.columns.push_back({cycle.cycle_path_column, k.recordArray, {}, nullptr, nullptr, nullptr});
      std::string text;
      for (const ir::Name each : nameList(cycle.cycle_col_list)) text += each.str() + "\n";
      Typed* made = make(Tag::Nothing, {}, {value, otherwise});
      made->text = keep(text + "\n" + cycle.cycle_mark_column + "\n" + cycle.cycle_path_column);
      cteParts.push_back(made);
    }
    Typed* made = make(Tag::Cte, {}, cteParts);
    made->number = cte->ctematerialized;
    parts.push_back(made);
    if (!clause.recursive) scope.ctes.push_back(&entry);
  }
}

QueryResult Analyzer::select(const SelectStmt& statement, Scope* outer, std::span<const Output>) {
  const KnownTypes& k = known();
  Scope& scope = scopes_.emplace_back();
  scope.outer = outer;
  std::vector<Typed*> withParts;
  if (statement.withClause) with(*statement.withClause, scope, withParts);
  QueryResult result;
  Typed* body = nullptr;
  std::span<const Output> sortable;
  if (statement.op != SETOP_NONE) {
    result = setOperation(statement, scope);
    body = result.tree;
  } else if (statement.valuesLists) {
    result = values(statement, scope);
    body = result.tree;
  } else {
    std::vector<Typed*> from;
    for (Node* each : parser::each<Node>(statement.fromClause)) {
      std::vector<Item*> items;
      // Items to the left are in sight of LATERAL ones alone while FROM is read.
      from.push_back(fromItem(each, scope, items));
      for (Item* item : items) item->lateralOnly = true;
      scope.items.insert(scope.items.end(), items.begin(), items.end());
    }
    for (Item* item : scope.items) item->lateralOnly = false;
    // Windows first: OVER w in a target names one.
    for (WindowDef* definition : parser::each<WindowDef>(statement.windowClause)) {
      Typed* made = window(*definition, scope);
      scope.windows.push_back({definition->name, made});
    }
    std::vector<Typed*> targetParts;
    targets(statement.targetList, scope, result, targetParts);
    Typed* where = statement.whereClause ? coerced(node(statement.whereClause, scope), k.boolean, {}, CastContext::Assignment) : make(Tag::Nothing);
    Typed* having = statement.havingClause ? coerced(node(statement.havingClause, scope), k.boolean, {}, CastContext::Assignment) : make(Tag::Nothing);
    std::vector<Typed*> group;
    for (Node* each : parser::each<Node>(statement.groupClause)) groupItems(each, scope, result.columns, group);
    // What is grouped by twice is so once.
    for (std::size_t i = group.size(); i-- > 1;) {
      const bool plain = group[i]->tag != Tag::GroupingSet && group[i]->tag != Tag::List;
      if (plain && std::any_of(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(i), [&](const Typed* other) { return compareTyped(*other, *group[i]).answer == ir::Answer::Equal; }))
        group.erase(group.begin() + static_cast<std::ptrdiff_t>(i));
    }
    Typed* grouping = make(Tag::Group, {}, group);
    grouping->number = statement.groupDistinct;
    Typed* distinctOn = nullptr;
    if (statement.distinctClause && linitial(statement.distinctClause)) distinctOn = sortClause(statement.distinctClause, scope, result.columns, false);
    else if (statement.distinctClause) distinctOn = make(Tag::Default);
    else distinctOn = make(Tag::Nothing);
    body = make(Tag::Query, {}, {make(Tag::From, {}, from), make(Tag::List, {}, targetParts), where, grouping, having, distinctOn});
    if (statement.intoClause) troubled("SELECT INTO");
  }
  std::vector<Typed*> parts{make(Tag::With, {}, withParts), body};
  if (!(statement.sortClause || statement.limitCount || statement.limitOffset || statement.lockingClause) && withParts.empty()) {
    result.tree = body;
    return result;
  }
  if (statement.op != SETOP_NONE) {
    // ORDER BY of a set operation: output columns alone. They stand for themselves by position.
    std::vector<Output> stands;
    for (const Output& column : result.columns) {
      Typed* stand = make(Tag::Column, column.type);
      stand->text = "output", stand->number = static_cast<int>(stands.size()) + 1;
      stands.push_back({column.name, stand, column.type, column.modifiers, nullptr});
    }
    parts.push_back(sortClause(statement.sortClause, scope, stands, false));
  } else {
    parts.push_back(sortClause(statement.sortClause, scope, result.columns, false));
  }
  const auto limit = [&](Node* raw) {
    if (!raw) return make(Tag::Nothing);
    auto* constant = as<A_Const>(raw, T_A_Const);
    if (constant && constant->isnull) return make(Tag::Nothing);  // LIMIT ALL
    return coerced(node(raw, scope), k.int8, {}, CastContext::Assignment);
  };
  Typed* limits = make(Tag::Limit, {}, {limit(statement.limitCount), limit(statement.limitOffset)});
  limits->number = statement.limitCount && statement.limitOption == LIMIT_OPTION_WITH_TIES;
  parts.push_back(limits);
  std::vector<Typed*> locks;
  for (LockingClause* lock : parser::each<LockingClause>(statement.lockingClause)) {
    std::string text;
    for (RangeVar* relation : parser::each<RangeVar>(lock->lockedRels)) {
      int level = 0;
      const Item* item = namedItem(relation->schemaname ? relation->schemaname : "", relation->relname, scope, level);
      text += std::to_string(item ? item->number : 0) + ",";
      if (recorder_ && item && !item->aliased && item->relation) recorder_->bindName(relation->location, relation->schemaname ? 2 : 1, item->relation, ir::BindingRole::Qualifier);
    }
    if (!lock->lockedRels)  // all of them
      for (const Item* item : scope.items)
        if (item->kind == Item::Relation) text += std::to_string(item->number) + ",";
    Typed* made = make(Tag::Lock);
    made->text = keep(text);
    made->number = lock->strength * 8 + lock->waitPolicy;
    locks.push_back(made);
  }
  parts.push_back(make(Tag::List, {}, locks));
  result.tree = make(Tag::Query, {}, parts);
  result.tree->number = 1;
  return result;
}

QueryResult Analyzer::setOperation(const SelectStmt& statement, Scope& scope) {
  return setOperationTree(statement, scope);
}

// One arm, or a tree of them: transformSetOperationTree.
QueryResult Analyzer::setOperationTree(const SelectStmt& statement, Scope& scope) {
  const KnownTypes& k = known();
  const auto arm = [&](const SelectStmt& part) {
    const bool leaf = part.op == SETOP_NONE || part.sortClause || part.limitOffset || part.limitCount || part.lockingClause || part.withClause;
    return leaf ? select(part, &scope) : setOperationTree(part, scope);
  };
  QueryResult left = arm(*statement.larg), right = arm(*statement.rarg);
  QueryResult result;
  result.columnsKnown = left.columnsKnown && right.columnsKnown;
  if (result.columnsKnown && left.columns.size() != right.columns.size()) {
    troubled("each arm of a set operation must have the same number of columns");
    result.columnsKnown = false;
  }
  std::vector<Typed*> kinds;
  for (std::size_t i = 0; i < left.columns.size(); ++i) {
    Output column = left.columns[i];
    column.source = nullptr;
    if (i < right.columns.size()) {
      Output& other = right.columns[i];
      Typed* a = column.value && column.value->type == column.type ? column.value : make(Tag::Nothing, column.type);
      Typed* b = other.value && other.value->type == other.type ? other.value : make(Tag::Nothing, other.type);
      std::vector<Typed*> both{a, b};
      bool undecided = false;
      const Type type = commonType(both, undecided);
      if (!type && !undecided) troubled("set operation types cannot be matched");
      column.type = type;
      if (!(column.modifiers == other.modifiers && left.columns[i].type == other.type)) column.modifiers = {};
      // Literals of no type are retyped where they stand.
      for (Typed* each : both)
        if (each->type == k.unknown && (each->tag == Tag::Constant || each->tag == Tag::Null) && type) *each = *coerced(each, type, {}, CastContext::Implicit);
    }
    Typed* kind = make(Tag::Nothing, column.type);
    kinds.push_back(kind);
    column.value = nullptr;
    result.columns.push_back(column);
  }
  for (std::size_t i = 0; i < result.columns.size(); ++i) result.columns[i].value = nullptr;
  Typed* made = make(Tag::SetOperation, {}, {left.tree, right.tree, make(Tag::List, {}, kinds)});
  made->number = statement.op * 2 + statement.all;
  result.tree = made;
  return result;
}

QueryResult Analyzer::values(const SelectStmt& statement, Scope& scope) {
  QueryResult result;
  std::vector<std::vector<Typed*>> rows;
  for (List* list : parser::each<List>(statement.valuesLists)) {
    rows.push_back(expressionList(list, scope));
  }
  const std::size_t width = rows.empty() ? 0 : rows[0].size();
  for (std::size_t c = 0; c < width; ++c) {
    std::vector<Typed*> column;
    for (auto& row : rows)
      if (c < row.size()) column.push_back(row[c]);
    bool undecided = false;
    Type type = commonType(column, undecided);
    for (auto& row : rows)
      if (c < row.size() && row[c]->tag != Tag::Default) row[c] = coerced(row[c], type, {}, CastContext::Implicit);
    ir::Text modifiers = rows[0][c]->modifiers;
    for (auto& row : rows)
      if (c < row.size() && row[c]->modifiers != modifiers) modifiers = {};
    result.columns.push_back({"column" + std::to_string(c + 1), nullptr, type, modifiers, nullptr});
  }
  std::vector<Typed*> lists;
  for (auto& row : rows) lists.push_back(make(Tag::List, {}, row));
  result.tree = make(Tag::Values, {}, lists);
  return result;
}

}  // namespace schemac::parser
