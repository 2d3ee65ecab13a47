// FROM: relations, functions, subqueries, joins (parse_clause.c, parse_relation.c).
#include <algorithm>

#include "ir/identity.h"
#include "parser/analyze/analyzer.h"

namespace schemac::parser {

Item* Analyzer::newItem(Scope& scope) {
  Item& item = items_.emplace_back();
  item.number = scope.nextItem++;
  return &item;
}

// AS alias (columns): the given columns are what the item has without it.
void Analyzer::applyAlias(Item& item, const Alias* alias, std::span<const ItemColumn> own) {
  if (alias && alias->aliasname) {
    item.alias = alias->aliasname;
    item.aliased = true;
  }
  const auto names = alias ? nameList(alias->colnames) : std::vector<ir::Name>{};
  if (!names.empty() || item.columnsListed) {
    std::vector<ItemColumn> columns(own.begin(), own.end());
    for (std::size_t i = 0; i < columns.size() && i < names.size(); ++i) {
      columns[i].name = names[i];
      columns[i].object = nullptr;  // under another name
    }
    item.columns = std::move(columns);
    item.columnsListed = true;
  }
}

Typed* Analyzer::relationItem(const RangeVar& relation, Scope& scope, std::vector<Item*>& items, bool target) {
  const ir::Name schemaName = relation.schemaname ? ir::Name(relation.schemaname) : ir::Name();
  const ir::Name name = relation.relname;
  Item* item = newItem(scope);
  item->alias = name;
  Typed* made = make(Tag::FromItem);
  if (schemaName.empty() && !target) {
    int level = 0;
    for (Scope* at = &scope; at; at = at->outer, ++level)
      for (auto entry = at->ctes.rbegin(); entry != at->ctes.rend(); ++entry)
        if ((*entry)->name == name) {
          item->kind = Item::Derived;
          item->columnsListed = true;
          item->opaque = !(*entry)->columnsKnown;
          applyAlias(*item, relation.alias, (*entry)->columns);
          items.push_back(item);
          made->level = static_cast<std::uint16_t>(level);
          made->number = (*entry)->number;
          made->text = "cte";
          return made;
        }
  }
  item->schemaName = schemaName;
  if (const auto* builtin = names_.builtinRelation(schemaName, name)) {
    item->builtin = builtin;
    made->text = keep(std::string(builtin->schema()) + "." + std::string(builtin->name()));
  } else if (const ir::Object* found = names_.relation(schemaName, name)) {
    item->relation = found;
    if (schemaName.empty()) item->schemaName = found->parent ? found->parent->name : ir::Name();
    made->object = found;
    item->rowType = {nullptr, found, false};
    if (recorder_) recorder_->bindName(relation.location, schemaName.empty() ? 1 : 2, found, ir::BindingRole::Relation);
    // A view whose columns are not known yet.
    if (found->kind != ir::Kind::Sequence && found->kind != ir::Kind::Index && found->origin != ir::Origin::User && ir::columnsOf(*found).empty()) item->opaque = true;
  } else {
    item->opaque = true;
    troubled("relation \"" + name.str() + "\" does not exist");
    if (recorder_) {
      const std::string near = names_.nearRelation(name);
      recorder_->unresolved({UnresolvedName::Relation, name.str(), "relation \"" + (schemaName.empty() ? "" : schemaName.str() + ".") + name.str() + "\" does not exist",
                             near.empty() ? "" : "Did you mean \"" + near + "\"?", recorder_->offset(relation.location), !unseen(schemaName)});
    }
  }
  made->number = relation.inh ? 0 : 1;
  if (relation.alias && relation.alias->colnames) applyAlias(*item, relation.alias, allColumns(*item));
  else applyAlias(*item, relation.alias, {});
  items.push_back(item);
  return made;
}

// What a function in FROM gives as columns: its OUT or TABLE arguments, a row type's columns, or one column of the function's name.
void Analyzer::functionColumns(const Typed& call, ir::Name name, Item& item) {
  item.columnsListed = true;
  const auto add = [&](ir::Name column, Type type, ir::Text modifiers = {}) { item.columns.push_back({column, type, modifiers, nullptr, nullptr, nullptr}); };
  if (call.tag == Tag::Call && call.function && call.function->outputNames().size() > 1) {
    const auto names = call.function->outputNames();
    const auto outTypes = call.function->outputTypes();
    // Polymorphic OUT columns follow the arguments.
    std::vector<Type> actual, declared;
    const auto inputs = call.function->argumentTypes();
    for (std::size_t i = 0; i < inputs.size() && i < call.parts.size(); ++i) declared.push_back(types_.builtin(inputs[i])), actual.push_back(call.parts[i]->type);
    for (std::size_t i = 0; i < names.size(); ++i) {
      Type type = types_.builtin(outTypes[i]);
      if (types_.isPolymorphic(type)) {
        std::vector<Type> copy = declared;
        if (!consistentPolymorphism(actual, copy, type)) type = {};
      }
      add(names[i].empty() ? ir::Name("column" + std::to_string(i + 1)) : ir::Name(names[i]), type);
    }
    return;
  }
  if (call.tag == Tag::Call && call.object) {
    std::vector<const ir::Argument*> outputs;
    std::vector<Type> actual, declared;
    std::size_t input = 0;
    for (const ir::Argument& argument : ir::argumentsOf(*call.object)) {
      if (argument.mode == ir::ArgumentMode::Out || argument.mode == ir::ArgumentMode::InOut || argument.mode == ir::ArgumentMode::Table) outputs.push_back(&argument);
      if (ir::isInput(argument) && input < call.parts.size())
        declared.push_back(types_.of(argument.type)), actual.push_back(call.parts[input++]->type);
    }
    const auto resolve = [&](Type type) {
      if (!types_.isPolymorphic(type)) return type;
      std::vector<Type> copy = declared;
      return consistentPolymorphism(actual, copy, type) ? type : Type{};
    };
    if (outputs.size() > 1 || (outputs.size() == 1 && outputs[0]->mode == ir::ArgumentMode::Table)) {
      for (std::size_t i = 0; i < outputs.size(); ++i)
        add(outputs[i]->name.empty() ? ir::Name("column" + std::to_string(i + 1)) : outputs[i]->name, resolve(types_.of(outputs[i]->type)), outputs[i]->type.modifiers);
      return;
    }
    if (outputs.size() == 1 && !outputs[0]->name.empty()) name = outputs[0]->name;
  }
  if (call.tag == Tag::Call && call.function && call.function->outputNames().size() == 1 && !call.function->outputNames()[0].empty()) name = call.function->outputNames()[0];
  const Type base = types_.base(call.type);
  if (base.object && !base.array && types_.isComposite(base)) {
    item.rowType = base;
    for (const ir::Object* column : ir::columnsOf(*base.object)) {
      const auto& facts = column->as<ir::Column>();
      add(column->name, types_.of(facts.type), facts.type.modifiers);
    }
    return;
  }
  if (!call.type || base == known().record || types_.isComposite(base)) {
    item.opaque = true;
    return;
  }
  item.scalar = true;
  item.rowType = call.type;
  add(name, call.type, call.modifiers);
}

Typed* Analyzer::functionItem(const RangeFunction& function, Scope& scope, std::vector<Item*>& items) {
  const KnownTypes& k = known();
  Item* item = newItem(scope);
  item->kind = Item::Derived;
  item->columnsListed = true;
  std::vector<Typed*> parts;
  const bool lateralBefore = scope.lateral;
  scope.lateral = true;  // functions always see what stands before them
  const int count = list_length(function.functions);
  ir::Name firstName;
  for (List* pair : parser::each<List>(function.functions)) {
    Node* raw = static_cast<Node*>(linitial(pair));
    const List* definitions = list_length(pair) > 1 ? static_cast<List*>(lsecond(pair)) : nullptr;
    if (count == 1 && function.coldeflist) definitions = function.coldeflist;
    auto* call = as<FuncCall>(raw, T_FuncCall);
    ir::Name name = call ? ir::Name(strVal(llast(call->funcname))) : outputName(raw);
    if (firstName.empty()) firstName = name;
    // unnest(a, b): one function for each argument.
    std::vector<Typed*> calls;
    if (call && name == "unnest" && list_length(call->args) > 1 && !call->func_variadic && list_length(call->funcname) == 1) {
      for (Node* argument : parser::each<Node>(call->args)) calls.push_back(callWith({"unnest"}, {node(argument, scope)}, {}, nullptr, &scope, call->location));
    } else {
      calls.push_back(node(raw, scope));
    }
    for (Typed* value : calls) {
      Item own;
      // The alias names the only column of a scalar function.
      const bool aliasNames = function.alias && function.alias->aliasname && count == 1 && calls.size() == 1;
      if (definitions) {
        std::vector<Typed*> kinds;
        for (ColumnDef* definition : parser::each<ColumnDef>(definitions)) {
          ir::Text modifiers;
          const Type type = this->type(*definition->typeName, modifiers);
          own.columns.push_back({definition->colname, type, modifiers, nullptr, nullptr, nullptr});
          Typed* kind = make(Tag::Nothing, type);
          kind->modifiers = modifiers;
          kind->text = keep(definition->colname);
          kinds.push_back(kind);
        }
        value = make(Tag::Target, {}, {value, make(Tag::List, {}, kinds)});
      } else {
        functionColumns(*value, name, own);
        if (own.scalar && aliasNames && own.columns.size() == 1 && own.columns[0].name == name) own.columns[0].name = function.alias->aliasname;
      }
      item->opaque |= own.opaque;
      item->scalar = own.scalar && count == 1 && calls.size() == 1 && !function.ordinality;
      if (count == 1 && calls.size() == 1 && !function.ordinality) item->rowType = own.rowType;
      item->columns.insert(item->columns.end(), own.columns.begin(), own.columns.end());
      parts.push_back(value);
    }
  }
  scope.lateral = lateralBefore;
  if (function.ordinality) item->columns.push_back({"ordinality", k.int8, {}, nullptr, nullptr, nullptr});
  item->alias = firstName;
  const std::vector<ItemColumn> own = item->columns;
  applyAlias(*item, function.alias, own);
  items.push_back(item);
  Typed* made = make(Tag::FromItem, {}, parts);
  made->text = "function";
  made->number = function.ordinality;
  return made;
}

Typed* Analyzer::subselectItem(const RangeSubselect& subselect, Scope& scope, std::vector<Item*>& items) {
  Item* item = newItem(scope);
  item->kind = Item::Derived;
  const bool lateralBefore = scope.lateral;
  scope.lateral = subselect.lateral;
  // Without LATERAL the items of this FROM are not in sight, those of outer queries are.
  std::vector<Item*> hidden;
  if (!subselect.lateral) hidden.swap(scope.items);
  QueryResult result = query(subselect.subquery, &scope);
  if (!subselect.lateral) hidden.swap(scope.items);
  scope.lateral = lateralBefore;
  item->columnsListed = true;
  item->opaque = !result.columnsKnown;
  std::vector<ItemColumn> own;
  for (const Output& column : result.columns)
    own.push_back({column.name, column.type == known().unknown ? known().text : column.type, column.modifiers, nullptr, nullptr, nullptr});
  item->named = subselect.alias != nullptr;
  applyAlias(*item, subselect.alias, own);
  items.push_back(item);
  Typed* made = make(Tag::FromItem, {}, {result.tree});
  made->text = "subquery";
  return made;
}

Typed* Analyzer::joinItem(const JoinExpr& join, Scope& scope, std::vector<Item*>& items) {
  const KnownTypes& k = known();
  std::vector<Item*> left, right;
  Typed* leftTree = fromItem(join.larg, scope, left);
  // LATERAL items on the right see the left side.
  std::vector<Item*> before = scope.items;
  for (Item* item : left) item->lateralOnly = true;
  scope.items.insert(scope.items.end(), left.begin(), left.end());
  Typed* rightTree = fromItem(join.rarg, scope, right);
  scope.items = before;
  for (Item* item : left) item->lateralOnly = false;

  const auto columnsOfSide = [&](const std::vector<Item*>& side) {
    std::vector<ItemColumn> result;
    for (Item* item : side) {
      if (!item->bare) continue;
      for (ItemColumn column : allColumns(*item)) {
        if (!column.value) column.value = columnOf(*item, column, 0, -1);
        result.push_back(column);
      }
    }
    return result;
  };
  const auto opaqueSide = [](const std::vector<Item*>& side) { return std::any_of(side.begin(), side.end(), [](Item* item) { return item->bare && item->opaque; }); };
  std::vector<ir::Name> merged = nameList(join.usingClause);
  const bool named = join.alias != nullptr;
  Typed* condition = make(Tag::Nothing);
  Item* whole = nullptr;
  if (join.isNatural || !merged.empty() || named) {
    const auto leftColumns = columnsOfSide(left), rightColumns = columnsOfSide(right);
    const bool opaque = opaqueSide(left) || opaqueSide(right);
    const auto find = [](const std::vector<ItemColumn>& columns, ir::Name name) -> const ItemColumn* {
      for (const ItemColumn& column : columns)
        if (column.name == name) return &column;
      return nullptr;
    };
    if (join.isNatural) {
      for (const ItemColumn& column : leftColumns)
        if (find(rightColumns, column.name)) merged.push_back(column.name);
      if (opaque) troubled("a natural join of relations that are not known");
    }
    whole = &items_.emplace_back();
    whole->kind = Item::Join;
    whole->columnsListed = true;
    whole->opaque = opaque;
    whole->named = false;
    whole->merged = merged;
    std::vector<Typed*> equalities;
    for (const ir::Name name : merged) {
      const ItemColumn* a = find(leftColumns, name);
      const ItemColumn* b = find(rightColumns, name);
      if (!a || !b) {
        if (!opaque) {
          troubled("column \"" + name.str() + "\" specified in USING clause does not exist");
          if (recorder_) recorder_->followed = false;
        }
        whole->columns.push_back({name, a ? a->type : b ? b->type : Type{}, {}, nullptr, a ? a->value : b ? b->value : make(Tag::Unknown), nullptr});
        continue;
      }
      if (recorder_) {
        if (join.isNatural) recorder_->imply(a->object);
        else recordUsing(join, name, *a);
        recorder_->imply(b->object);
      }
      equalities.push_back(applyOperator({"="}, a->value, b->value, -1));
      std::vector<Typed*> both{a->value, b->value};
      bool undecided = false;
      const Type type = commonType(both, undecided);
      ItemColumn column{name, type, a->modifiers == b->modifiers && a->type == b->type ? a->modifiers : ir::Text(), nullptr, nullptr, a->source};
      const auto as = [&](const ItemColumn& side) { return type ? coerced(side.value, type, {}, CastContext::Implicit) : side.value; };
      if (join.jointype == JOIN_FULL) {
        column.value = make(Tag::Coalesce, type, {as(*a), as(*b)});
        column.object = nullptr;
      } else {
        const ItemColumn& kept = join.jointype == JOIN_RIGHT ? *b : *a;
        column.value = as(kept);
        column.object = kept.object;
        column.source = kept.source;
      }
      whole->columns.push_back(column);
    }
    for (const auto* side : {&leftColumns, &rightColumns})
      for (const ItemColumn& column : *side)
        if (std::find(merged.begin(), merged.end(), column.name) == merged.end()) whole->columns.push_back(column);
    if (join.isNatural && merged.empty()) condition = constantOf(k.boolean, {}, "true");  // what PostgreSQL makes of it
    if (!equalities.empty()) condition = equalities.size() == 1 ? equalities[0] : make(Tag::And, k.boolean, equalities);
    for (auto* side : {&left, &right})
      for (Item* item : *side) item->bare = false;
  }
  if (join.quals) {
    // ON sees both sides and nothing else of this FROM.
    std::vector<Item*> saved = scope.items;
    scope.items.insert(scope.items.end(), left.begin(), left.end());
    scope.items.insert(scope.items.end(), right.begin(), right.end());
    if (whole) scope.items.push_back(whole);
    condition = coerced(node(join.quals, scope), k.boolean, {}, CastContext::Assignment);
    scope.items = saved;
  }
  items.insert(items.end(), left.begin(), left.end());
  items.insert(items.end(), right.begin(), right.end());
  if (whole) {
    if (named) {
      const std::vector<ItemColumn> own = whole->columns;
      applyAlias(*whole, join.alias, own);
      whole->named = true;
      for (Item* item : items) item->named = false;
    }
    if (join.join_using_alias) {
      Item& alias = items_.emplace_back();
      alias.kind = Item::Join;
      alias.alias = join.join_using_alias->aliasname;
      alias.aliased = true;
      alias.columnsListed = true;
      alias.bare = false;
      for (const ItemColumn& column : whole->columns)
        if (std::find(merged.begin(), merged.end(), column.name) != merged.end()) alias.columns.push_back(column);
      items.push_back(&alias);
    }
    items.push_back(whole);
  }
  Typed* made = make(Tag::Join, {}, {leftTree, rightTree, condition});
  made->number = join.jointype;
  if (merged.empty() && !join.quals && join.jointype == JOIN_INNER) made->row = true;  // CROSS JOIN
  return made;
}

// The names of a USING list have no place in the parse tree: they stand behind the right side, after the word USING.
void Analyzer::recordUsing(const JoinExpr& join, ir::Name name, const ItemColumn& column) {
  if (!recorder_ || !column.object || join.isNatural) return;
  int start = -1, depth = 0;
  std::uint32_t after = 0;  // a join on the right side has its own USING before this one
  const auto rightmost = [&](const auto& self, Node* raw) -> void {
    if (auto* relation = as<RangeVar>(raw, T_RangeVar)) start = relation->location;
    else if (auto* inner = as<JoinExpr>(raw, T_JoinExpr)) {
      self(self, inner->rarg);
      for (const auto& [known, end] : usingEnds_)
        if (known == inner) after = end;
    } else if (auto* select = as<RangeSubselect>(raw, T_RangeSubselect)) {
      auto* statement = as<SelectStmt>(select->subquery, T_SelectStmt);
      while (statement && statement->larg) statement = statement->larg;
      if (statement && statement->targetList) start = static_cast<ResTarget*>(linitial(statement->targetList))->location, depth = 1;
    } else if (auto* function = as<RangeFunction>(raw, T_RangeFunction); function && !function->is_rowsfrom) {
      auto* call = as<FuncCall>(static_cast<Node*>(linitial(static_cast<List*>(linitial(function->functions)))), T_FuncCall);
      if (call) start = call->location;
    }
  };
  rightmost(rightmost, join.rarg);
  if (start < 0 || !recorder_->usable(start)) return;
  const std::string_view text = recorder_->text();
  std::uint32_t at = std::max(recorder_->offset(start), after);
  if (after) depth = 0;
  const auto word = [&](std::uint32_t begin, std::uint32_t end) {
    std::string lower;
    for (std::uint32_t i = begin; i < end; ++i) lower += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    return lower;
  };
  while (at < text.size()) {
    at = lex::skipSpace(text, at);
    if (const std::uint32_t literal = lex::literalEnd(text, at); literal > at) {
      at = literal;
      continue;
    }
    const std::uint32_t end = lex::identifierEnd(text, at);
    if (end == at) {
      depth += at < text.size() && text[at] == '(' ? 1 : at < text.size() && text[at] == ')' ? -1 : 0;
      ++at;
      continue;
    }
    if (depth <= 0 && word(at, end) == "using") {
      for (at = lex::skipSpace(text, end); at < text.size() && text[at] != ')';) {
        const std::uint32_t begin = lex::skipSpace(text, at + 1), stop = lex::identifierEnd(text, begin);
        if (stop == begin) return;
        if (text[begin] == '"' ? text.substr(begin + 1, stop - begin - 2) == name.view() : word(begin, stop) == name.view())
          recorder_->bind(begin, stop, column.object, ir::BindingRole::Column);
        at = lex::skipSpace(text, stop);
      }
      usingEnds_.emplace_back(&join, at);
      return;
    }
    at = end;
  }
}

Typed* Analyzer::tableFunctionItem(const RangeTableFunc& function, Scope& scope, std::vector<Item*>& items) {
  const KnownTypes& k = known();
  Item* item = newItem(scope);
  item->kind = Item::Derived;
  item->columnsListed = true;
  item->alias = "xmltable";
  const bool lateralBefore = scope.lateral;
  scope.lateral = true;
  std::vector<Typed*> parts{coerced(node(function.rowexpr, scope), k.text, {}, CastContext::Assignment), coerced(node(function.docexpr, scope), k.xml, {}, CastContext::Assignment)};
  for (ResTarget* each : parser::each<ResTarget>(function.namespaces)) {
    Typed* made = make(Tag::Target, {}, {coerced(node(each->val, scope), k.text, {}, CastContext::Assignment)});
    if (each->name) made->text = keep(each->name);
    parts.push_back(made);
  }
  for (RangeTableFuncCol* column : parser::each<RangeTableFuncCol>(function.columns)) {
    ir::Text modifiers;
    const Type type = column->for_ordinality ? k.int4 : this->type(*column->typeName, modifiers);
    item->columns.push_back({column->colname, type, modifiers, nullptr, nullptr, nullptr});
    Typed* path = column->colexpr ? coerced(node(column->colexpr, scope), k.text, {}, CastContext::Assignment) : column->for_ordinality ? make(Tag::Nothing) : constantOf(k.text, {}, column->colname);
    Typed* otherwise = column->coldefexpr ? coerced(node(column->coldefexpr, scope), type, modifiers, CastContext::Assignment) : make(Tag::Nothing);
    Typed* made = make(Tag::Target, type, {path, otherwise});
    made->modifiers = modifiers;
    made->number = (column->for_ordinality ? 1 : 0) | (column->is_not_null ? 2 : 0);
    parts.push_back(made);
  }
  scope.lateral = lateralBefore;
  const std::vector<ItemColumn> own = item->columns;
  applyAlias(*item, function.alias, own);
  items.push_back(item);
  Typed* made = make(Tag::FromItem, {}, parts);
  made->text = "xmltable";
  return made;
}

Typed* Analyzer::jsonTableItem(const JsonTable& table, Scope& scope, std::vector<Item*>& items) {
  Item* item = newItem(scope);
  item->kind = Item::Derived;
  item->columnsListed = true;
  item->alias = "json_table";
  const bool lateralBefore = scope.lateral;
  scope.lateral = true;
  std::vector<Typed*> parts{node(reinterpret_cast<Node*>(table.context_item->raw_expr), scope)};
  for (JsonArgument* each : parser::each<JsonArgument>(table.passing)) parts.push_back(node(reinterpret_cast<Node*>(each->val->raw_expr), scope));
  const auto columns = [&](const auto& self, const List* list) -> void {
    for (JsonTableColumn* column : parser::each<JsonTableColumn>(list)) {
      if (column->coltype == JTC_NESTED) {
        self(self, column->columns);
        continue;
      }
      ir::Text modifiers;
      const Type type = column->coltype == JTC_FOR_ORDINALITY ? known().int4 : column->typeName ? this->type(*column->typeName, modifiers) : known().boolean;
      item->columns.push_back({column->name, type, modifiers, nullptr, nullptr, nullptr});
    }
  };
  columns(columns, table.columns);
  scope.lateral = lateralBefore;
  troubled("JSON_TABLE");
  const std::vector<ItemColumn> own = item->columns;
  applyAlias(*item, table.alias, own);
  items.push_back(item);
  Typed* made = make(Tag::FromItem, {}, parts);
  made->text = "json_table";
  return made;
}

Typed* Analyzer::fromItem(Node* raw, Scope& scope, std::vector<Item*>& items) {
  switch (nodeTag(raw)) {
    case T_RangeVar: return relationItem(*reinterpret_cast<RangeVar*>(raw), scope, items);
    case T_RangeSubselect: return subselectItem(*reinterpret_cast<RangeSubselect*>(raw), scope, items);
    case T_RangeFunction: return functionItem(*reinterpret_cast<RangeFunction*>(raw), scope, items);
    case T_JoinExpr: return joinItem(*reinterpret_cast<JoinExpr*>(raw), scope, items);
    case T_RangeTableFunc: return tableFunctionItem(*reinterpret_cast<RangeTableFunc*>(raw), scope, items);
    case T_JsonTable: return jsonTableItem(*reinterpret_cast<JsonTable*>(raw), scope, items);
    case T_RangeTableSample: {
      const auto* sample = reinterpret_cast<RangeTableSample*>(raw);
      std::vector<Typed*> parts{fromItem(sample->relation, scope, items)};
      for (Node* each : parser::each<Node>(sample->args)) parts.push_back(coerced(node(each, scope), known().float4, {}, CastContext::Assignment));
      if (sample->repeatable) parts.push_back(make(Tag::Target, {}, {coerced(node(sample->repeatable, scope), known().float8, {}, CastContext::Assignment)}));
      Typed* made = make(Tag::FromItem, {}, parts);
      made->text = keep(std::string("sample ") + strVal(llast(sample->method)));
      return made;
    }
    default: return unknown("a FROM item of a kind that is not modelled");
  }
}

void Analyzer::addRelation(Scope& scope, const ScopeRelation& relation) {
  Item& item = items_.emplace_back();
  item.kind = relation.relation && relation.alias == relation.relation->name ? Item::Relation : Item::Pseudo;
  item.alias = relation.alias;
  item.aliased = item.kind == Item::Pseudo;
  item.relation = relation.relation;
  item.bare = relation.bare;
  item.opaque = relation.relation == nullptr;
  item.number = 0;
  if (item.kind == Item::Pseudo) item.pseudo = relation.alias;
  if (relation.relation) {
    item.schemaName = relation.relation->parent ? relation.relation->parent->name : ir::Name();
    item.rowType = {nullptr, relation.relation, false};
  }
  scope.items.push_back(&item);
}

}  // namespace schemac::parser
