// SELECT over the catalog relations: joins by nested loops with equality look-ups, WHERE as early as it can be decided.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "fmt/format.h"
#include "parser/plpgsql/frame.h"
#include "parser/sql/pg_nodes.h"

namespace schemac::parser::plpgsql {

bool FromItem::has(const std::string& name) const {
  if (!relation) return std::find(result->names.begin(), result->names.end(), name) != result->names.end();
  return relation->columns.contains(name);
}

Value FromItem::column(const ir::Schema& schema, const std::string& name) const {
  if (nullRow) return Value::null();
  if (relation) return relation->columns.at(name)(schema, rows[at]);
  const auto found = std::find(result->names.begin(), result->names.end(), name);
  return result->rows[at].values[static_cast<std::size_t>(found - result->names.begin())];
}

std::vector<std::string> FromItem::columnNames() const {
  if (!relation) return result->names;
  throw Unknowable("all columns of a catalog relation are asked for");
}

namespace {

// Every ColumnRef below a node; subqueries count as "may name anything".
struct Mentions {
  std::vector<std::vector<std::string>> columns;
  bool subquery = false;
};

bool collect(Node* node, void* context) {
  auto* mentions = static_cast<Mentions*>(context);
  if (!node) return false;
  if (nodeTag(node) == T_ColumnRef) {
    std::vector<std::string> parts;
    for (Node* field : each<Node>(reinterpret_cast<ColumnRef*>(node)->fields))
      parts.emplace_back(nodeTag(field) == T_String ? reinterpret_cast<String*>(field)->sval : "*");
    mentions->columns.push_back(std::move(parts));
    return false;
  }
  if (nodeTag(node) == T_SubLink) mentions->subquery = true;
  return raw_expression_tree_walker(node, collect, context);
}

struct Conjunct {
  Node* node;
  std::size_t level;  // decided as soon as items [0, level] stand
};

void splitAnd(Node* node, std::vector<Node*>& out) {
  if (!node) return;
  if (nodeTag(node) == T_BoolExpr && reinterpret_cast<BoolExpr*>(node)->boolop == AND_EXPR) {
    for (Node* part : each<Node>(reinterpret_cast<BoolExpr*>(node)->args)) splitAnd(part, out);
  } else {
    out.push_back(node);
  }
}

std::string resultName(const ResTarget& target) {
  if (target.name) return target.name;
  if (target.val && nodeTag(target.val) == T_ColumnRef) {
    Node* last = static_cast<Node*>(llast(reinterpret_cast<ColumnRef*>(target.val)->fields));
    return nodeTag(last) == T_String ? reinterpret_cast<String*>(last)->sval : "*";
  }
  if (target.val && nodeTag(target.val) == T_FuncCall) return strVal(llast(reinterpret_cast<FuncCall*>(target.val)->funcname));
  return "?column?";
}

bool isStar(Node* node) {
  return node && nodeTag(node) == T_ColumnRef && nodeTag(static_cast<Node*>(llast(reinterpret_cast<ColumnRef*>(node)->fields))) == T_A_Star;
}

bool findAggregate(Node* node, void* found) {
  if (!node) return false;
  if (nodeTag(node) == T_SubLink) return false;
  if (nodeTag(node) == T_FuncCall) {
    if (isAggregate(strVal(llast(reinterpret_cast<FuncCall*>(node)->funcname)))) *static_cast<bool*>(found) = true;
  }
  return raw_expression_tree_walker(node, findAggregate, found);
}

// pg_extension joined, or deptype = 'e'.
bool findExtensionFilter(Node* node, void* found) {
  if (!node) return false;
  auto* range = as<RangeVar>(node, T_RangeVar);
  auto* constant = as<A_Const>(node, T_A_Const);
  if (range && std::string_view(range->relname) == "pg_extension") *static_cast<bool*>(found) = true;
  if (constant && !constant->isnull && nodeTag(&constant->val.node) == T_String && std::string_view(constant->val.sval.sval) == "e") *static_cast<bool*>(found) = true;
  return raw_expression_tree_walker(node, findExtensionFilter, found);
}

}  // namespace

// One SELECT as it is evaluated.
struct Selection {
  Evaluator& evaluator;
  const ir::Schema& schema;
  Evaluator::Frame frame;
  std::vector<Conjunct> conjuncts;
  std::vector<std::vector<Node*>> onClauses;  // of a LEFT JOINed item
  std::size_t limit = SIZE_MAX;
  std::vector<std::vector<std::size_t>> found;  // positions of each item
  std::vector<std::unordered_map<std::string, std::vector<std::size_t>>> indexes;
  std::vector<std::string> indexed;             // the column that indexes[i] is over
  SelectStmt* statement = nullptr;

  void addFrom(Node* node, std::vector<Node*>& quals, bool leftJoined) {
    switch (nodeTag(node)) {
      case T_RangeVar: return addRelation(*reinterpret_cast<RangeVar*>(node), leftJoined);
      case T_JoinExpr: {
        auto* join = reinterpret_cast<JoinExpr*>(node);
        if ((join->jointype != JOIN_INNER && join->jointype != JOIN_LEFT) || join->isNatural || join->usingClause)
          throw Unknowable("a join of a kind that is not interpreted");
        addFrom(join->larg, quals, leftJoined);
        addFrom(join->rarg, quals, join->jointype == JOIN_LEFT);
        if (join->jointype == JOIN_LEFT) splitAnd(join->quals, onClauses[frame.items.size() - 1]);
        else splitAnd(join->quals, quals);
        return;
      }
      case T_RangeSubselect: {
        auto* sub = reinterpret_cast<RangeSubselect*>(node);
        auto result = std::make_shared<Result>(evaluator.select(*reinterpret_cast<SelectStmt*>(sub->subquery), frame.outer));
        renameColumns(*result, sub->alias);
        return addItem(FromItem{sub->alias ? sub->alias->aliasname : "", nullptr, result, {}, 0, leftJoined, false});
      }
      case T_RangeFunction: return addFunction(*reinterpret_cast<RangeFunction*>(node), leftJoined);
      default: throw Unknowable("a FROM item of a kind that is not interpreted");
    }
  }

  void addItem(FromItem item) {
    frame.items.push_back(std::move(item));
    onClauses.emplace_back();
    indexes.emplace_back();
    indexed.emplace_back();
  }

  void addRelation(const RangeVar& name, bool leftJoined) {
    const std::string schemaName = name.schemaname ? name.schemaname : "";
    if (const auto* rows = schemaName.empty() ? evaluator.withQuery(name.relname) : nullptr)
      return addItem(FromItem{name.alias ? name.alias->aliasname : name.relname, nullptr, *rows, {}, 0, leftJoined, false});
    if (std::string_view(name.relname) == "pg_depend" && !ofExtensions(reinterpret_cast<Node*>(statement)))
      throw Unknowable("it depends on pg_depend, beyond the members of extensions");
    if (schemaName.empty() && evaluator.hidesCatalog(name.relname)) throw Unknowable(fmt::format("it depends on the rows of {}", name.relname));
    const CatalogRelation* relation = catalogRelation(schemaName, name.relname);
    if (!relation || (schemaName != "" && schemaName != "pg_catalog" && schemaName != "information_schema"))
      throw Unknowable(fmt::format("it depends on the rows of {}{}", schemaName.empty() ? "" : schemaName + ".", name.relname));
    addItem(FromItem{name.alias ? name.alias->aliasname : name.relname, relation, nullptr, relation->rows(schema), 0, leftJoined, false});
  }

  // Of pg_depend only the members of extensions are known: does the query ask for no others?
  static bool ofExtensions(Node* query) {
    bool found = false;
    findExtensionFilter(query, &found);
    return found;
  }

  static void renameColumns(Result& result, const Alias* alias) {
    if (!alias) return;
    std::size_t i = 0;
    for (String* column : each<String>(alias->colnames))
      if (i < result.names.size()) result.names[i++] = column->sval;
  }

  void addFunction(const RangeFunction& function, bool leftJoined) {
    auto* pair = static_cast<List*>(linitial(function.functions));
    auto* call = as<FuncCall>(static_cast<Node*>(linitial(pair)), T_FuncCall);
    if (!call || list_length(function.functions) != 1) throw Unknowable("a function in FROM");
    const std::string name = strVal(llast(call->funcname));
    if (auto rows = evaluator.callForRows(*call, &frame)) {
      auto own = std::make_shared<Result>(std::move(*rows));
      renameColumns(*own, function.alias);
      return addItem(FromItem{function.alias ? function.alias->aliasname : name, nullptr, own, {}, 0, leftJoined, false});
    }
    auto result = std::make_shared<Result>();
    result->names = {function.alias ? function.alias->aliasname : name};
    std::vector<Value> arguments;
    for (Node* argument : each<Node>(call->args)) arguments.push_back(evaluator.value(argument, &frame));
    if (name == "unnest" && arguments.size() == 1) {
      if (arguments[0].type == Value::Type::Text) throw Unknowable("unnest of what is no array");
      for (const Value& item : arguments[0].items) result->rows.push_back({{item}});
    } else if (name == "generate_series" && arguments.size() == 2 && arguments[0].type == Value::Type::Integer && arguments[1].type == Value::Type::Integer) {
      for (std::int64_t i = arguments[0].integer; i <= arguments[1].integer && result->rows.size() < 100000; ++i) result->rows.push_back({{Value::of(i)}});
    } else {
      throw Unknowable(fmt::format("function {} in FROM", name));
    }
    renameColumns(*result, function.alias);
    addItem(FromItem{function.alias ? function.alias->aliasname : name, nullptr, result, {}, 0, leftJoined, false});
  }

  // The last item that a column may come from; -1: none of this query's.
  int itemOf(const std::vector<std::string>& parts) const {
    for (std::size_t i = 0; i < frame.items.size(); ++i) {
      const FromItem& item = frame.items[i];
      if (parts.size() > 1 ? item.alias == parts[parts.size() - 2] : item.has(parts.back())) return static_cast<int>(i);
    }
    return -1;
  }

  std::size_t levelOf(Node* node) const {
    Mentions mentions;
    collect(node, &mentions);
    if (mentions.subquery) return frame.items.empty() ? 0 : frame.items.size() - 1;
    std::size_t level = 0;
    for (const auto& column : mentions.columns) level = std::max(level, static_cast<std::size_t>(std::max(itemOf(column), 0)));
    return level;
  }

  // For an equality "item's column = something that stands already": the column and the other side.
  bool lookUp(Node* node, std::size_t item, std::string& column, Node*& other) const {
    auto* e = as<A_Expr>(node, T_A_Expr);
    if (!e || e->kind != AEXPR_OP || !e->lexpr || std::string(strVal(llast(e->name))) != "=") return false;
    for (const bool swap : {false, true}) {
      Node* mine = swap ? e->rexpr : e->lexpr;
      Node* theirs = swap ? e->lexpr : e->rexpr;
      if (nodeTag(mine) != T_ColumnRef) continue;
      Mentions here, there;
      collect(mine, &here);
      collect(theirs, &there);
      if (here.columns.size() != 1 || itemOf(here.columns[0]) != static_cast<int>(item) || there.subquery) continue;
      const bool earlier = std::all_of(there.columns.begin(), there.columns.end(), [&](const auto& c) { return itemOf(c) < static_cast<int>(item); });
      if (!earlier || !frame.items[item].has(here.columns[0].back())) continue;
      column = here.columns[0].back();
      other = theirs;
      return true;
    }
    return false;
  }

  // Positions of an item that can match; all of them where no equality helps.
  std::vector<std::size_t> candidates(std::size_t i) {
    FromItem& item = frame.items[i];
    std::vector<std::size_t> all;
    for (const Conjunct& conjunct : conjuncts) {
      std::string column;
      Node* other = nullptr;
      if (conjunct.level != i || !lookUp(conjunct.node, i, column, other)) continue;
      const Value wanted = evaluator.value(other, &frame);
      if (wanted.isNull()) return {};
      if (wanted.type != Value::Type::Text && wanted.type != Value::Type::Object) continue;
      if (indexed[i] != column) {
        if (!indexed[i].empty()) continue;
        indexed[i] = column;
        for (item.at = 0; item.at < item.count(); ++item.at) {
          const Value v = item.column(schema, column);
          // Text and objects compare across types (names against regclass): only one kind may be looked up by key.
          if (v.type != wanted.type && !v.isNull()) { indexes[i].clear(); indexes[i]["\x01scan"] = {}; break; }
          indexes[i][keyOf(v)].push_back(item.at);
        }
      }
      if (indexes[i].contains("\x01scan")) continue;
      const auto hit = indexes[i].find(keyOf(wanted));
      return hit == indexes[i].end() ? std::vector<std::size_t>{} : hit->second;
    }
    all.resize(item.count());
    for (std::size_t k = 0; k < all.size(); ++k) all[k] = k;
    return all;
  }

  bool holds(const std::vector<Node*>& nodes) {
    return std::all_of(nodes.begin(), nodes.end(), [&](Node* node) { return evaluator.value(node, &frame).isTrue(); });
  }

  void join(std::size_t i) {
    if (found.size() >= limit) return;
    if (i == frame.items.size()) {
      auto& positions = found.emplace_back();
      for (const FromItem& item : frame.items) positions.push_back(item.nullRow ? SIZE_MAX : item.at);
      return;
    }
    FromItem& item = frame.items[i];
    bool matched = false;
    for (const std::size_t position : candidates(i)) {
      item.at = position;
      if (item.outerJoined && !holds(onClauses[i])) continue;
      matched = true;
      const bool passes = std::all_of(conjuncts.begin(), conjuncts.end(), [&](const Conjunct& c) {
        return c.level != i || evaluator.value(c.node, &frame).isTrue();
      });
      if (passes) join(i + 1);
      if (found.size() >= limit) return;
    }
    if (item.outerJoined && !matched) {
      item.nullRow = true;
      const bool passes = std::all_of(conjuncts.begin(), conjuncts.end(), [&](const Conjunct& c) {
        return c.level != i || evaluator.value(c.node, &frame).isTrue();
      });
      if (passes) join(i + 1);
      item.nullRow = false;
    }
  }

  void stand(const std::vector<std::size_t>& positions) {
    for (std::size_t i = 0; i < positions.size(); ++i) {
      frame.items[i].nullRow = positions[i] == SIZE_MAX;
      frame.items[i].at = frame.items[i].nullRow ? 0 : positions[i];
    }
  }
};

namespace {

Result combine(Result a, Result b, bool all) {
  std::set<std::string> seen;
  Result out;
  out.names = a.names;
  for (Result* side : {&a, &b})
    for (ResultRow& row : side->rows) {
      std::string key;
      for (const Value& v : row.values) key += keyOf(v) + "\x1f";
      if (all || seen.insert(key).second) out.rows.push_back(std::move(row));
    }
  return out;
}

// GROUP BY 1, an output's name, or an expression.
Value groupValue(Evaluator& evaluator, SelectStmt& stmt, Node* item, const Evaluator::Frame* frame) {
  if (nodeTag(item) == T_GroupingSet) throw Unknowable("grouping sets");
  if (auto* position = as<A_Const>(item, T_A_Const); position && nodeTag(&position->val.node) == T_Integer) {
    const int at = position->val.ival.ival;
    if (at < 1 || at > list_length(stmt.targetList)) throw Unknowable("GROUP BY of no column");
    return evaluator.value(static_cast<ResTarget*>(list_nth(stmt.targetList, at - 1))->val, frame);
  }
  return evaluator.value(item, frame);
}

}  // namespace

// The WITH queries of a SELECT, in sight while it is evaluated.
struct WithQueries {
  WithQueries(Evaluator& evaluator, WithClause* clause, const Evaluator::Frame* outer) : evaluator_(evaluator), before_(evaluator.with_.size()) {
    if (!clause) return;
    if (clause->recursive) throw Unknowable("WITH RECURSIVE");
    for (CommonTableExpr* cte : each<CommonTableExpr>(clause->ctes)) {
      auto* query = as<SelectStmt>(cte->ctequery, T_SelectStmt);
      if (!query) throw Unknowable("WITH of what is no SELECT");
      auto rows = std::make_shared<Result>(evaluator.select(*query, outer));
      std::size_t i = 0;
      for (String* column : each<String>(cte->aliascolnames))
        if (i < rows->names.size()) rows->names[i++] = column->sval;
      evaluator.with_.emplace_back(cte->ctename, std::move(rows));
    }
  }
  ~WithQueries() { evaluator_.with_.resize(before_); }
  Evaluator& evaluator_;
  std::size_t before_;
};

const std::shared_ptr<const Result>* Evaluator::withQuery(const std::string& name) const {
  for (auto query = with_.rbegin(); query != with_.rend(); ++query)
    if (query->first == name) return &query->second;
  return nullptr;
}

// A table of the user's in front of pg_catalog in the search path hides nothing: pg_catalog comes first, unless the path names it.
bool Evaluator::hidesCatalog(const std::string& name) const {
  const Names names = replay_.names();
  for (const ir::Name path : names.path()) {
    if (path == "pg_catalog") return false;
    const ir::Object* schema = replay_.schema.schema(path);
    const auto& explicitly = replay_.session.searchPath;
    if (schema && std::find(explicitly.begin(), explicitly.end(), ir::Name("pg_catalog")) != explicitly.end() && replay_.schema.relation(*schema, name)) return true;
  }
  return false;
}

Value Evaluator::aggregate(Node* node, const Frame* frame) {
  if (!frame->group) throw Unknowable("an aggregate where none is expected");
  auto* call = reinterpret_cast<FuncCall*>(node);
  const std::string name = strVal(llast(call->funcname));
  Frame inner = *frame;
  inner.group = nullptr;
  std::vector<Value> values;
  std::string separator;
  std::vector<std::vector<Value>> keys;
  for (const auto& positions : *frame->group) {
    for (std::size_t i = 0; i < positions.size(); ++i) {
      inner.items[i].nullRow = positions[i] == SIZE_MAX;
      inner.items[i].at = inner.items[i].nullRow ? 0 : positions[i];
    }
    if (call->agg_filter && !value(call->agg_filter, &inner).isTrue()) continue;
    if (call->agg_star) values.push_back(Value::of(true));
    else values.push_back(value(static_cast<Node*>(linitial(call->args)), &inner));
    if (name == "string_agg") separator = toText(value(static_cast<Node*>(lsecond(call->args)), &inner));
    std::vector<Value>& key = keys.emplace_back();
    for (SortBy* sort : each<SortBy>(call->agg_order)) key.push_back(value(sort->node, &inner));
  }
  if (call->agg_order) {
    std::vector<std::size_t> order(values.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
      std::size_t k = 0;
      for (SortBy* sort : each<SortBy>(call->agg_order)) {
        const Value &a = keys[x][k], &b = keys[y][k];
        ++k;
        if (a.isNull() || b.isNull()) throw Unknowable("an aggregate ordered by what is null");
        if (const int c = compare(a, b)) return sort->sortby_dir == SORTBY_DESC ? c > 0 : c < 0;
      }
      return false;
    });
    std::vector<Value> sorted;
    for (const std::size_t i : order) sorted.push_back(values[i]);
    values = std::move(sorted);
  }
  if (name == "array_agg") return values.empty() ? Value::null() : Value::array(std::move(values));
  std::erase_if(values, [](const Value& v) { return v.isNull(); });
  if (call->agg_distinct) {
    std::set<std::string> seen;
    std::erase_if(values, [&](const Value& v) { return !seen.insert(keyOf(v)).second; });
  }
  if (name == "count") return Value::of(static_cast<std::int64_t>(values.size()));
  if (values.empty()) return Value::null();
  if (name == "bool_or") return Value::of(std::any_of(values.begin(), values.end(), [](const Value& v) { return v.isTrue(); }));
  if (name == "bool_and") return Value::of(std::all_of(values.begin(), values.end(), [](const Value& v) { return v.isTrue(); }));
  if (name == "string_agg") {
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) out += (i ? separator : "") + toText(values[i]);
    return Value::of(out);
  }
  const auto less = [](const Value& a, const Value& b) { return compare(a, b) < 0; };
  return name == "max" ? *std::max_element(values.begin(), values.end(), less) : *std::min_element(values.begin(), values.end(), less);
}

Result Evaluator::select(SelectStmt& stmt, const Frame* outer) {
  if (stmt.windowClause || stmt.intoClause || stmt.groupDistinct) throw Unknowable("a query with windows");
  const WithQueries scope(*this, stmt.withClause, outer);
  if (stmt.op != SETOP_NONE) {
    if (stmt.op != SETOP_UNION) throw Unknowable("INTERSECT or EXCEPT");
    return combine(select(*stmt.larg, outer), select(*stmt.rarg, outer), stmt.all);
  }
  Result result;
  if (stmt.valuesLists) {
    for (List* list : each<List>(stmt.valuesLists)) {
      ResultRow& row = result.rows.emplace_back();
      for (Node* item : each<Node>(list)) row.values.push_back(value(item, outer));
    }
    for (std::size_t i = 0; !result.rows.empty() && i < result.rows[0].values.size(); ++i) result.names.push_back("column" + std::to_string(i + 1));
    return result;
  }

  if (list_length(stmt.targetList) == 1 && !stmt.fromClause && !stmt.whereClause) {
    // SELECT f() of a function that returns rows.
    auto* target = reinterpret_cast<ResTarget*>(linitial(stmt.targetList));
    auto* call = as<FuncCall>(target->val, T_FuncCall);
    if (auto rows = call ? callForRows(*call, outer) : std::nullopt) {
      if (target->name) rows->names = {target->name};
      return std::move(*rows);
    }
    if (call && list_length(call->args) == 1 && std::string_view(strVal(llast(call->funcname))) == "unnest") {
      const Value array = value(static_cast<Node*>(linitial(call->args)), outer);
      if (array.type == Value::Type::Text) throw Unknowable("unnest of what is no array");
      result.names = {target->name ? target->name : "unnest"};
      for (const Value& item : array.items) result.rows.push_back({{item}});
      return result;
    }
  }
  Selection selection{*this, replay_.schema, {}, {}, {}, SIZE_MAX, {}, {}, {}, nullptr};
  selection.statement = &stmt;
  selection.frame.outer = outer;
  std::vector<Node*> quals;
  for (Node* item : each<Node>(stmt.fromClause)) selection.addFrom(item, quals, false);
  splitAnd(stmt.whereClause, quals);
  for (Node* qual : quals) selection.conjuncts.push_back({qual, selection.levelOf(qual)});
  bool aggregates = false;
  for (ResTarget* target : each<ResTarget>(stmt.targetList)) findAggregate(target->val, &aggregates);
  if (stmt.havingClause || stmt.groupClause) aggregates = true;
  if (stmt.limitCount && !stmt.sortClause && !aggregates && !stmt.distinctClause && !stmt.limitOffset) {
    const Value limit = value(stmt.limitCount, outer);
    if (limit.type == Value::Type::Integer) selection.limit = static_cast<std::size_t>(std::max<std::int64_t>(limit.integer, 0));
  } else if (stmt.limitOffset) {
    throw Unknowable("OFFSET");
  }
  if (selection.frame.items.empty()) {
    if (std::all_of(quals.begin(), quals.end(), [&](Node* q) { return value(q, &selection.frame).isTrue(); })) selection.found.emplace_back();
  } else {
    selection.join(0);
  }

  struct Sorted {
    ResultRow row;
    std::vector<Value> keys;
  };
  std::vector<Sorted> rows;
  const auto project = [&] {
    Sorted& out = rows.emplace_back();
    result.names.clear();
    for (ResTarget* target : each<ResTarget>(stmt.targetList)) {
      if (isStar(target->val)) {
        for (const FromItem& item : selection.frame.items)
          for (const std::string& name : item.columnNames()) {
            result.names.push_back(name);
            out.row.values.push_back(item.column(replay_.schema, name));
          }
      } else {
        result.names.push_back(resultName(*target));
        out.row.values.push_back(value(target->val, &selection.frame));
      }
    }
    for (SortBy* sort : each<SortBy>(stmt.sortClause)) {
      Node* key = sort->node;
      auto* position = as<A_Const>(key, T_A_Const);
      auto* column = as<ColumnRef>(key, T_ColumnRef);
      const std::string alias = column && list_length(column->fields) == 1 ? strVal(linitial(column->fields)) : "";
      const auto named = std::find(result.names.begin(), result.names.end(), alias);
      if (position && nodeTag(&position->val.node) == T_Integer) out.keys.push_back(out.row.values.at(static_cast<std::size_t>(position->val.ival.ival - 1)));
      else if (!alias.empty() && named != result.names.end()) out.keys.push_back(out.row.values[static_cast<std::size_t>(named - result.names.begin())]);
      else out.keys.push_back(value(key, &selection.frame));
    }
  };
  if (aggregates) {
    // One group where there is no GROUP BY, rows or not.
    std::vector<std::vector<std::vector<std::size_t>>> groups;
    std::map<std::string, std::size_t> places;
    if (!stmt.groupClause) groups.push_back(selection.found);
    for (const auto& positions : selection.found) {
      if (!stmt.groupClause) break;
      selection.stand(positions);
      std::string key;
      for (Node* item : each<Node>(stmt.groupClause)) key += keyOf(groupValue(*this, stmt, item, &selection.frame)) + "\x1f";
      const auto [place, isNew] = places.try_emplace(key, groups.size());
      if (isNew) groups.emplace_back();
      groups[place->second].push_back(positions);
    }
    for (const auto& group : groups) {
      if (!group.empty()) selection.stand(group.front());
      selection.frame.group = &group;
      if (!stmt.havingClause || value(stmt.havingClause, &selection.frame).isTrue()) project();
    }
    selection.frame.group = nullptr;
  } else {
    for (const auto& positions : selection.found) {
      selection.stand(positions);
      project();
    }
    if (rows.empty())
      for (ResTarget* target : each<ResTarget>(stmt.targetList)) result.names.push_back(resultName(*target));
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const Sorted& a, const Sorted& b) {
    std::size_t i = 0;
    for (SortBy* sort : each<SortBy>(stmt.sortClause)) {
      if (a.keys[i].isNull() || b.keys[i].isNull()) {
        if (a.keys[i].isNull() != b.keys[i].isNull()) return b.keys[i].isNull() == (sort->sortby_dir != SORTBY_DESC);
      } else if (const int c = compare(a.keys[i], b.keys[i])) {
        return sort->sortby_dir == SORTBY_DESC ? c > 0 : c < 0;
      }
      ++i;
    }
    return false;
  });
  std::set<std::string> seen;
  for (Sorted& row : rows) {
    std::string key;
    if (stmt.distinctClause)
      for (const Value& v : row.row.values) key += keyOf(v) + "\x1f";
    if (!stmt.distinctClause || seen.insert(key).second) result.rows.push_back(std::move(row.row));
  }
  if (stmt.limitCount && selection.limit == SIZE_MAX) {
    const Value limit = value(stmt.limitCount, outer);
    if (limit.type == Value::Type::Integer && static_cast<std::size_t>(limit.integer) < result.rows.size())
      result.rows.resize(static_cast<std::size_t>(limit.integer));
  }
  return result;
}

}  // namespace schemac::parser::plpgsql
