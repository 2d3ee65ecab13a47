// INSERT, UPDATE, DELETE and MERGE: transformInsertStmt and its kin of analyze.c, parse_merge.c.
#include "parser/analyze/analyzer.h"

namespace schemac::parser {

void Analyzer::recordTargetColumn(Item& target, ir::Name column, int location) {
  const auto found = findColumn(target, column);
  if (found && found->object && recorder_ && recorder_->usable(location)) recorder_->bindName(location, 1, found->object, ir::BindingRole::Column);
  if (!found && !target.opaque && recorder_) {
    Scope empty;
    missingColumn(column, &target, empty, location);
  }
}

Typed* Analyzer::assignments(const List* targets, Item& target, Scope& scope) {
  std::vector<Typed*> parts;
  for (ResTarget* each : parser::each<ResTarget>(targets)) {
    recordTargetColumn(target, each->name, each->location);
    const auto column = findColumn(target, each->name);
    Typed* value = nullptr;
    if (auto* multi = as<MultiAssignRef>(each->val, T_MultiAssignRef)) {
      auto* row = as<RowExpr>(multi->source, T_RowExpr);
      if (row && multi->colno >= 1 && multi->colno <= list_length(row->args)) value = node(static_cast<Node*>(list_nth(row->args, multi->colno - 1)), scope);
      else value = make(Tag::Field, {}, {node(multi->source, scope)}), value->number = multi->colno;
    } else {
      value = node(each->val, scope);
    }
    for (Node* step : parser::each<Node>(each->indirection))
      if (auto* index = as<A_Indices>(step, T_A_Indices)) {
        if (index->lidx) node(index->lidx, scope);
        if (index->uidx) node(index->uidx, scope);
      }
    if (each->indirection) troubled("assignment to a part of a column");
    else if (column && value->tag != Tag::Default) value = coerced(value, column->type, column->modifiers, CastContext::Assignment);
    Typed* made = make(Tag::Target, {}, {value});
    made->text = keep(each->name);
    parts.push_back(made);
  }
  return make(Tag::List, {}, parts);
}

void Analyzer::returning(const ReturningClause* clause, Scope& scope, Item* target, QueryResult& result, std::vector<Typed*>& parts) {
  if (!clause) return;
  // OLD and NEW, or what RETURNING WITH calls them.
  ir::Name oldName = "old", newName = "new";
  for (ReturningOption* option : parser::each<ReturningOption>(clause->options)) (option->option == RETURNING_OPTION_OLD ? oldName : newName) = option->value;
  for (const ir::Name name : {oldName, newName}) {
    int level = 0;
    if (!target || namedItem({}, name, scope, level)) continue;
    Item& item = items_.emplace_back(*target);
    item.kind = Item::Pseudo;
    item.alias = name;
    item.aliased = true;
    item.bare = false;
    item.pseudo = name == oldName ? "returning old" : "returning new";
    scope.items.push_back(&item);
  }
  std::vector<Typed*> values;
  targets(clause->exprs, scope, result, values);
  parts.push_back(make(Tag::List, {}, values));
}

QueryResult Analyzer::insert(const InsertStmt& statement, Scope* outer) {
  const KnownTypes& k = known();
  Scope& scope = scopes_.emplace_back();
  scope.outer = outer;
  std::vector<Typed*> withParts;
  if (statement.withClause) with(*statement.withClause, scope, withParts);
  std::vector<Item*> items;
  Typed* relation = relationItem(*statement.relation, scope, items, true);
  Item& target = *items[0];
  std::vector<ItemColumn> columns;
  if (statement.cols) {
    for (ResTarget* each : parser::each<ResTarget>(statement.cols)) {
      recordTargetColumn(target, each->name, each->location);
      auto found = findColumn(target, each->name);
      if (each->indirection) troubled("assignment to a part of a column");
      columns.push_back(found ? *found : ItemColumn{each->name, {}, {}, nullptr, nullptr, nullptr});
    }
  } else {
    columns = allColumns(target);
  }
  Typed* source = make(Tag::Default);
  std::size_t width = 0;
  auto* select = as<SelectStmt>(statement.selectStmt, T_SelectStmt);
  if (select && select->valuesLists && !select->sortClause && !select->limitCount && !select->withClause) {
    std::vector<Typed*> rows;
    for (List* list : parser::each<List>(select->valuesLists)) {
      std::vector<Typed*> row = expressionList(list, scope);
      for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i)
        if (row[i]->tag != Tag::Default) row[i] = coerced(row[i], columns[i].type, columns[i].modifiers, CastContext::Assignment);
      width = row.size();
      rows.push_back(make(Tag::List, {}, row));
    }
    source = make(Tag::Values, {}, rows);
  } else if (statement.selectStmt) {
    QueryResult result = this->select(*select, &scope);
    width = result.columns.size();
    for (std::size_t i = 0; i < result.columns.size() && i < columns.size(); ++i) {
      Typed* value = result.columns[i].value;
      if (value && value->type == k.unknown && (value->tag == Tag::Constant || value->tag == Tag::Null)) *value = *coerced(value, columns[i].type, columns[i].modifiers, CastContext::Assignment);
    }
    source = result.tree;
  }
  // Which columns, by name: an INSERT without a list names as many as it has values.
  std::vector<Typed*> named;
  for (std::size_t i = 0; i < columns.size() && (statement.cols || i < width); ++i) {
    Typed* column = make(Tag::Nothing);
    column->text = columns[i].name;
    named.push_back(column);
    if (recorder_ && !statement.cols) recorder_->imply(columns[i].object);
  }
  std::vector<Typed*> parts{make(Tag::With, {}, withParts), relation, make(Tag::List, {}, named), source};
  scope.items.push_back(&target);
  if (const auto* conflict = statement.onConflictClause) {
    std::vector<Typed*> pieces;
    if (conflict->infer) {
      for (IndexElem* element : parser::each<IndexElem>(conflict->infer->indexElems)) {
        if (element->name) {
          Typed* column = make(Tag::Nothing);
          column->text = keep(element->name);
          pieces.push_back(column);
          recordConflictColumn(*conflict->infer, target, element->name);
        } else {
          pieces.push_back(node(element->expr, scope));
        }
        if (element->opclass || element->collation) troubled("an operator class in ON CONFLICT");
      }
      pieces.push_back(conflict->infer->whereClause ? coerced(node(conflict->infer->whereClause, scope), k.boolean, {}, CastContext::Assignment) : make(Tag::Nothing));
      if (conflict->infer->conname) pieces.back()->text = keep(conflict->infer->conname);
    }
    Item& excluded = items_.emplace_back(target);
    excluded.kind = Item::Pseudo;
    excluded.alias = "excluded";
    excluded.aliased = true;
    excluded.bare = false;
    excluded.pseudo = "excluded";
    scope.items.push_back(&excluded);
    if (conflict->action == ONCONFLICT_UPDATE) {
      pieces.push_back(assignments(conflict->targetList, target, scope));
      pieces.push_back(conflict->whereClause ? coerced(node(conflict->whereClause, scope), k.boolean, {}, CastContext::Assignment) : make(Tag::Nothing));
    }
    scope.items.pop_back();
    Typed* made = make(Tag::List, {}, pieces);
    made->number = conflict->action;
    parts.push_back(made);
  }
  QueryResult result;
  returning(statement.returningClause, scope, &target, result, parts);
  result.tree = make(Tag::Insert, {}, parts);
  result.tree->number = statement.override;
  return result;
}

// The names in ON CONFLICT (a, b) have no place of their own: they follow the clause's.
void Analyzer::recordConflictColumn(const InferClause& infer, Item& target, ir::Name name) {
  const auto found = findColumn(target, name);
  if (!found || !found->object || !recorder_ || !recorder_->usable(infer.location)) return;
  const std::string_view text = recorder_->text();
  std::uint32_t at = recorder_->offset(infer.location);
  int depth = 0;
  for (; at < text.size(); at = lex::skipSpace(text, at)) {
    const std::uint32_t end = lex::identifierEnd(text, at);
    if (end != at) {
      std::string word(text.substr(at, end - at));
      if (word[0] == '"') word = word.substr(1, word.size() - 2);
      else for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if (depth == 1 && name == std::string_view(word)) return recorder_->bind(at, end, found->object, ir::BindingRole::Column);
      at = end;
      continue;
    }
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return;
    ++at;
  }
}

QueryResult Analyzer::update(const UpdateStmt& statement, Scope* outer) {
  Scope& scope = scopes_.emplace_back();
  scope.outer = outer;
  std::vector<Typed*> withParts;
  if (statement.withClause) with(*statement.withClause, scope, withParts);
  std::vector<Item*> items;
  Typed* relation = relationItem(*statement.relation, scope, items, true);
  Item* target = items[0];
  scope.items.push_back(target);
  std::vector<Typed*> from;
  for (Node* each : parser::each<Node>(statement.fromClause)) {
    std::vector<Item*> more;
    from.push_back(fromItem(each, scope, more));
    scope.items.insert(scope.items.end(), more.begin(), more.end());
  }
  Typed* set = assignments(statement.targetList, *target, scope);
  Typed* where = statement.whereClause ? coerced(node(statement.whereClause, scope), known().boolean, {}, CastContext::Assignment) : make(Tag::Nothing);
  std::vector<Typed*> parts{make(Tag::With, {}, withParts), relation, make(Tag::From, {}, from), set, where};
  QueryResult result;
  returning(statement.returningClause, scope, target, result, parts);
  result.tree = make(Tag::Update, {}, parts);
  return result;
}

QueryResult Analyzer::remove(const DeleteStmt& statement, Scope* outer) {
  Scope& scope = scopes_.emplace_back();
  scope.outer = outer;
  std::vector<Typed*> withParts;
  if (statement.withClause) with(*statement.withClause, scope, withParts);
  std::vector<Item*> items;
  Typed* relation = relationItem(*statement.relation, scope, items, true);
  Item* target = items[0];
  scope.items.push_back(target);
  std::vector<Typed*> from;
  for (Node* each : parser::each<Node>(statement.usingClause)) {
    std::vector<Item*> more;
    from.push_back(fromItem(each, scope, more));
    scope.items.insert(scope.items.end(), more.begin(), more.end());
  }
  Typed* where = statement.whereClause ? coerced(node(statement.whereClause, scope), known().boolean, {}, CastContext::Assignment) : make(Tag::Nothing);
  std::vector<Typed*> parts{make(Tag::With, {}, withParts), relation, make(Tag::From, {}, from), where};
  QueryResult result;
  returning(statement.returningClause, scope, target, result, parts);
  result.tree = make(Tag::Delete, {}, parts);
  return result;
}

QueryResult Analyzer::merge(const MergeStmt& statement, Scope* outer) {
  const KnownTypes& k = known();
  Scope& scope = scopes_.emplace_back();
  scope.outer = outer;
  std::vector<Typed*> withParts;
  if (statement.withClause) with(*statement.withClause, scope, withParts);
  std::vector<Item*> items, source;
  Typed* relation = relationItem(*statement.relation, scope, items, true);
  Typed* from = fromItem(statement.sourceRelation, scope, source);
  Item* target = items[0];
  scope.items.push_back(target);
  scope.items.insert(scope.items.end(), source.begin(), source.end());
  std::vector<Typed*> parts{make(Tag::With, {}, withParts), relation, from, coerced(node(statement.joinCondition, scope), k.boolean, {}, CastContext::Assignment)};
  for (MergeWhenClause* when : parser::each<MergeWhenClause>(statement.mergeWhenClauses)) {
    std::vector<Typed*> pieces{when->condition ? coerced(node(when->condition, scope), k.boolean, {}, CastContext::Assignment) : make(Tag::Nothing)};
    if (when->commandType == CMD_UPDATE) {
      pieces.push_back(assignments(when->targetList, *target, scope));
    } else if (when->commandType == CMD_INSERT) {
      std::vector<ItemColumn> columns;
      for (ResTarget* each : parser::each<ResTarget>(when->targetList)) {
        recordTargetColumn(*target, each->name, each->location);
        auto found = findColumn(*target, each->name);
        columns.push_back(found ? *found : ItemColumn{each->name, {}, {}, nullptr, nullptr, nullptr});
      }
      if (!when->targetList) columns = allColumns(*target);
      std::size_t i = 0;
      for (Node* each : parser::each<Node>(when->values)) {
        Typed* value = node(each, scope);
        Typed* made = make(Tag::Target);
        if (i < columns.size()) {
          if (value->tag != Tag::Default) value = coerced(value, columns[i].type, columns[i].modifiers, CastContext::Assignment);
          made->text = columns[i].name;
          if (recorder_ && !when->targetList) recorder_->imply(columns[i].object);
        }
        made->parts = arena_.list(std::span<Typed* const>(&value, 1));
        pieces.push_back(made);
        ++i;
      }
    }
    Typed* made = make(Tag::When, {}, pieces);
    made->number = when->matchKind * 256 + when->commandType * 16 + when->override;
    parts.push_back(made);
  }
  QueryResult result;
  returning(statement.returningClause, scope, target, result, parts);
  result.tree = make(Tag::Merge, {}, parts);
  return result;
}

}  // namespace schemac::parser
