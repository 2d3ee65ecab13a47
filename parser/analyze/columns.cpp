// Column references: parse_relation.c and transformColumnRef of parse_expr.c.
#include <algorithm>

#include "ir/identity.h"
#include "parser/analyze/analyzer.h"

namespace schemac::parser {
namespace {

bool hasSystemColumns(const Item& item) {
  if (item.kind != Item::Relation && item.kind != Item::Pseudo) return false;
  if (item.builtin) return item.builtin->kind != 'v';
  return item.relation && (item.relation->kind == ir::Kind::Table || item.relation->kind == ir::Kind::MaterializedView);
}

}  // namespace

std::optional<ItemColumn> Analyzer::findColumn(const Item& item, ir::Name name) const {
  if (item.columnsListed) {
    for (const ItemColumn& column : item.columns)
      if (column.name == name) return column;
  } else if (item.relation) {
    if (item.relation->kind == ir::Kind::Sequence) {
      if (name == "last_value" || name == "log_cnt") return ItemColumn{name, known().int8, {}, nullptr, nullptr, nullptr};
      if (name == "is_called") return ItemColumn{name, known().boolean, {}, nullptr, nullptr, nullptr};
    }
    if (const ir::Object* column = ir::columnOf(*item.relation, name)) {
      const auto& facts = column->as<ir::Column>();
      return ItemColumn{name, types_.of(facts.type), facts.type.modifiers, column, nullptr, column};
    }
  } else if (item.builtin) {
    if (const auto* column = item.builtin->findColumn(name)) return ItemColumn{name, types_.builtin(column->type()), {}, nullptr, nullptr, nullptr};
  }
  if (hasSystemColumns(item)) {
    const KnownTypes& k = known();
    const std::string_view text = name;
    const Type type = text == "tableoid" ? k.oid : text == "ctid" ? k.tid : text == "xmin" || text == "xmax" ? k.xid : text == "cmin" || text == "cmax" ? k.cid : Type{};
    if (type) return ItemColumn{name, type, {}, nullptr, nullptr, nullptr};
  }
  return std::nullopt;
}

std::vector<ItemColumn> Analyzer::allColumns(const Item& item) const {
  if (item.columnsListed) return item.columns;
  std::vector<ItemColumn> result;
  if (item.relation && item.relation->kind == ir::Kind::Sequence) {
    for (const char* name : {"last_value", "log_cnt", "is_called"}) result.push_back(*findColumn(item, name));
  } else if (item.relation) {
    for (const ir::Object* column : ir::columnsOf(*item.relation)) {
      const auto& facts = column->as<ir::Column>();
      result.push_back({column->name, types_.of(facts.type), facts.type.modifiers, column, nullptr, column});
    }
  } else if (item.builtin) {
    for (const auto& column : item.builtin->columns()) result.push_back({column.name(), types_.builtin(column.type()), {}, nullptr, nullptr, nullptr});
  }
  return result;
}

Typed* Analyzer::columnOf(Item& item, const ItemColumn& column, int level, int location) {
  if (column.value) {
    // Of a join: what it stands for, seen from here.
    if (level == 0) return column.value;
    Typed* copy = arena_.make(column.value->tag);
    *copy = *column.value;
    if (copy->tag == Tag::Column || copy->tag == Tag::WholeRow) {
      copy->level = static_cast<std::uint16_t>(copy->level + level);
      return copy;
    }
    std::vector<Typed*> parts;
    for (Typed* part : column.value->parts) {
      Typed* moved = arena_.make(part->tag);
      *moved = *part;
      if (moved->tag == Tag::Column) moved->level = static_cast<std::uint16_t>(moved->level + level);
      parts.push_back(moved);
    }
    copy->parts = arena_.list(parts);
    return copy;
  }
  Typed* made = make(item.kind == Item::Pseudo ? Tag::Variable : Tag::Column, column.type);
  made->modifiers = column.modifiers;
  made->level = static_cast<std::uint16_t>(level);
  made->number = item.number;
  made->text = column.name;
  // Under an alias: the column's own name, or (of a subquery, a function) its place: names inside a query do not count (CANON.md, E5).
  if (column.source) {
    made->text = column.source->name;
  } else if (item.columnsListed && item.kind == Item::Derived) {
    std::size_t place = 0;
    while (place < item.columns.size() && item.columns[place].name != column.name) ++place;
    made->text = keep("#" + std::to_string(place + 1));
  }
  made->object = column.source;
  made->location = location;
  made->name = column.name;
  if (item.kind == Item::Pseudo) {
    Typed* owner = make(Tag::Nothing);
    owner->text = item.pseudo;
    made->parts = arena_.list(std::span<Typed* const>(&owner, 1));
    made->level = 0;
  }
  return made;
}

Typed* Analyzer::wholeRow(Item& item, int level, int location) {
  if (item.scalar && item.columnsListed && item.columns.size() == 1) return columnOf(item, item.columns[0], level, location);
  Typed* made = make(Tag::WholeRow, item.rowType ? item.rowType : known().record);
  made->level = static_cast<std::uint16_t>(item.kind == Item::Pseudo ? 0 : level);
  made->number = item.number;
  made->text = item.kind == Item::Pseudo ? item.pseudo.view() : std::string_view();
  made->location = location;
  if (!item.rowType && !item.opaque) {
    // A record of known columns: its fields can be told.
    std::vector<Typed*> parts;
    for (const ItemColumn& column : allColumns(item)) parts.push_back(columnOf(item, column, level, location));
    made->parts = arena_.list(parts);
  }
  return made;
}

// A column named alone: the nearest query level that has it. Null: there is none.
Typed* Analyzer::bareColumn(ir::Name name, Scope& scope, int location, bool record) {
  int level = 0;
  bool lateral = scope.lateral;
  bool opaqueNearer = false;
  for (Scope* at = &scope; at; at = at->outer, ++level) {
    Item* owner = nullptr;
    std::optional<ItemColumn> found;
    for (Item* item : at->items) {
      if (!item->bare || (item->lateralOnly && !at->lateral)) continue;
      if (auto column = findColumn(*item, name)) {
        if (found) {
          troubled("column reference \"" + name.str() + "\" is ambiguous");
          if (recorder_) recorder_->unresolved({UnresolvedName::Column, name.str(), "column reference \"" + name.str() + "\" is ambiguous", "", recorder_->offset(location), !unseen()});
          return make(Tag::Unknown);
        }
        found = column, owner = item;
      }
    }
    if (found) {
      if (opaqueNearer) {
        troubled("column \"" + name.str() + "\" may be of a relation that is not known");
        if (recorder_) recorder_->followed = false;
      }
      if (record && recorder_ && found->object && recorder_->usable(location)) recorder_->bindName(location, 1, found->object, ir::BindingRole::Column);
      return columnOf(*owner, *found, level, location);
    }
    for (const Item* item : at->items) opaqueNearer |= item->opaque && item->bare;
  }
  (void)lateral;
  return nullptr;
}

Item* Analyzer::namedItem(ir::Name schemaName, ir::Name name, Scope& scope, int& level) {
  level = 0;
  for (Scope* at = &scope; at; at = at->outer, ++level)
    for (Item* item : at->items) {
      if (!item->named || item->alias != name || (item->lateralOnly && !at->lateral)) continue;
      if (schemaName.empty()) return item;
      if (!item->aliased && item->schemaName == schemaName) return item;
    }
  return nullptr;
}

Typed* Analyzer::variable(ir::Name first, int location) {
  for (std::size_t i = 0; i < variables.size(); ++i)
    if (variables[i].name == first) {
      Typed* made = make(Tag::Variable, variables[i].type);
      made->number = static_cast<int>(i) + 1;
      made->modifiers = variables[i].modifiers;
      made->location = location;
      return made;
    }
  return nullptr;
}

void Analyzer::missingColumn(ir::Name name, const Item* item, Scope& scope, int location) {
  std::vector<const Item*> inSight;
  bool opaque = false;
  if (item) {
    inSight.push_back(item);
    opaque = item->opaque;
  } else {
    for (Scope* at = &scope; at; at = at->outer)
      for (const Item* each : at->items) {
        opaque |= each->opaque;
        if (each->bare) inSight.push_back(each);
      }
  }
  troubled("column \"" + name.str() + "\" does not exist");
  if (!recorder_) return;
  const ir::Object* relation = item ? item->relation : inSight.size() == 1 ? inSight[0]->relation : nullptr;
  std::string message = "column \"" + name.str() + "\" does not exist", hint;
  if (relation) message += " in " + ir::displayName(*relation);
  for (const Item* each : inSight) {
    if (!each->relation || each->columnsListed) continue;
    if (const std::string near = names_.nearColumn(*each->relation, name); !near.empty()) {
      hint = "Did you mean \"" + near + "\"?";
      break;
    }
  }
  recorder_->unresolved({UnresolvedName::Column, name.str(), message, hint, recorder_->offset(location), !opaque && !unseen()});
}

// The tokens of a.b.c: a table's name that stands for itself follows it, an alias does not.
void Analyzer::recordColumn(const ColumnRef& reference, const Item& item, const ItemColumn& column) {
  if (!recorder_ || !recorder_->usable(reference.location)) return;
  const int count = list_length(reference.fields);
  const auto ranges = lex::dotted(recorder_->text(), recorder_->offset(reference.location), count);
  if (static_cast<int>(ranges.size()) != count) return;
  const std::size_t last = ranges.size() - 1;
  if (last > 0 && !item.aliased && item.relation && item.kind == Item::Relation) {
    if (last == 1) recorder_->bind(ranges[0].begin, ranges[0].end, item.relation, ir::BindingRole::Qualifier);
    else recorder_->bind(ranges[last - 2].begin, ranges[last - 1].end, item.relation, ir::BindingRole::Relation);
  }
  if (column.object) recorder_->bind(ranges[last].begin, ranges[last].end, column.object, ir::BindingRole::Column);
}

Typed* Analyzer::columnReference(const ColumnRef& reference, Scope& scope) {
  const auto fields = nameList(reference.fields);
  const bool star = static_cast<int>(fields.size()) != list_length(reference.fields);
  const int location = reference.location;
  if (fields.empty()) return unknown("a star outside a target list");
  int level = 0;
  if (star) {  // t.* as a value: the whole row
    Item* item = namedItem(fields.size() > 1 ? fields[fields.size() - 2] : ir::Name(), fields.back(), scope, level);
    if (item) {
      if (recorder_ && !item->aliased && item->relation && item->kind == Item::Relation)
        recorder_->bindName(location, static_cast<int>(fields.size()), item->relation, fields.size() > 1 ? ir::BindingRole::Relation : ir::BindingRole::Qualifier);
      return wholeRow(*item, level, location);
    }
    if (Typed* value = fields.size() == 1 ? bareColumn(fields[0], scope, location) : nullptr) return value;
    if (Typed* value = variable(fields[0], location)) return value;
    return unknown("a star over something that is not known");
  }
  if (fields.size() == 1) {
    if (Typed* found = bareColumn(fields[0], scope, location)) return found;
    if (Item* item = namedItem({}, fields[0], scope, level)) {
      if (recorder_ && !item->aliased && item->relation && item->kind == Item::Relation) recorder_->bindName(location, 1, item->relation, ir::BindingRole::Qualifier);
      return wholeRow(*item, level, location);
    }
    if (Typed* found = variable(fields[0], location)) return found;
    missingColumn(fields[0], nullptr, scope, location);
    return make(Tag::Unknown);
  }
  const ir::Name column = fields.back(), qualifier = fields[fields.size() - 2];
  const ir::Name schemaName = fields.size() > 2 ? fields[fields.size() - 3] : ir::Name();
  if (Item* item = namedItem(schemaName, qualifier, scope, level)) {
    if (auto found = findColumn(*item, column)) {
      recordColumn(reference, *item, *found);
      return columnOf(*item, *found, level, location);
    }
    if (!item->opaque) {
      // t.f as f(t).
      bool any = false;
      const std::vector<ir::Name> name{column};
      Typed* row = wholeRow(*item, level, location);
      const Type type = row->type;
      if (type && !candidates(name, std::span(&type, 1), {}, false, any).empty()) {
        Typed* call = callWith(name, {row}, {}, nullptr, nullptr, -1);
        // It cannot be qualified as it stands: it becomes f(t).
        if (call->object && recorder_ && recorder_->usable(location)) {
          const auto ranges = lex::dotted(recorder_->text(), recorder_->offset(location), static_cast<int>(fields.size()));
          const std::string argument = (item->aliased || schemaName.empty() ? "" : ir::quoteIdentifier(schemaName) + ".") + ir::quoteIdentifier(qualifier) + ".*";
          if (ranges.size() == fields.size()) recorder_->bind(ranges.front().begin, ranges.back().end, call->object, ir::BindingRole::Function, argument);
        }
        return call;
      }
      missingColumn(column, item, scope, location);
    } else {
      troubled("column \"" + column.str() + "\" of something that is not known");
    }
    return make(Tag::Unknown);
  }
  if (fields.size() == 3)
    if (Item* item = namedItem({}, schemaName, scope, level)) {
      (void)item;
      return unknown("a field of a column without parentheses");
    }
  // An argument's field, or function.argument.
  if (schemaName.empty()) {
    if (!functionName.empty() && qualifier == functionName)
      if (Typed* found = variable(column, location)) return found;
    if (Typed* row = variable(qualifier, location)) return field(row, column, location);
  } else if (schemaName == functionName) {
    if (Typed* row = variable(qualifier, location)) return field(row, column, location);
  }
  troubled("missing FROM-clause entry for table \"" + qualifier.str() + "\"");
  if (recorder_) {
    bool opaque = false;
    for (Scope* at = &scope; at; at = at->outer)
      for (const Item* item : at->items) opaque |= item->opaque && item->alias.empty();
    recorder_->unresolved({UnresolvedName::Relation, qualifier.str(), "missing FROM-clause entry for table \"" + qualifier.str() + "\"", "",
                           recorder_->offset(location), !opaque});
  }
  return make(Tag::Unknown);
}

// (row).name
Typed* Analyzer::field(Typed* value, ir::Name name, int location) {
  const Type base = types_.base(value->type);
  if (base.object && !base.array) {
    const ir::Object* column = ir::columnOf(*base.object, name);
    if (column && value->tag == Tag::WholeRow && value->type == base && value->parts.empty()) {
      // (t).c is t.c (ParseComplexProjection).
      Item item;
      item.kind = value->text.empty() ? Item::Relation : Item::Pseudo;
      item.number = value->number;
      item.pseudo = value->text;
      const auto& facts = column->as<ir::Column>();
      return columnOf(item, {name, types_.of(facts.type), facts.type.modifiers, column, nullptr, column}, value->level, location);
    }
    if (column) {
      Typed* made = make(Tag::Field, types_.of(column->as<ir::Column>().type), {value});
      made->modifiers = column->as<ir::Column>().type.modifiers;
      made->text = name;
      made->object = column;
      return made;
    }
  }
  if (value->tag == Tag::WholeRow)
    for (Typed* part : value->parts)
      if (part->tag == Tag::Column && part->name == name) return part;
  if (base == known().record || !base) {
    Typed* made = make(Tag::Field, {}, {value});
    made->text = keep(name);
    // Fields of a function's OUT arguments.
    if (value->tag == Tag::Call) {
      Item item;
      functionColumns(*value, name, item);
      for (const ItemColumn& column : item.columns)
        if (column.name == name) made->type = column.type, made->modifiers = column.modifiers;
    }
    if (!made->type) troubled("a field of a record");
    return made;
  }
  if (location == -2) return nullptr;  // only asked
  bool any = false;
  const std::vector<ir::Name> names{name};
  if (!candidates(names, std::span(&value->type, 1), {}, false, any).empty()) return callWith(names, {value}, {}, nullptr, nullptr, -1);
  troubled("field \"" + name.str() + "\" does not exist");
  if (recorder_) recorder_->followed = false;
  return make(Tag::Unknown);
}

bool Analyzer::unseen() const { return !names_.schema().unfollowed.empty(); }

// Could a name in that schema (empty: on the path) be there without having been seen?
bool Analyzer::unseen(ir::Name schemaName) const {
  if (unseen()) return true;
  const ir::Schema& schema = names_.schema();
  const auto foreign = [&](ir::Name name) {
    const ir::Object* home = schema.schema(name);
    return home && name != "public" && name != "pg_catalog" && home->origin != ir::Origin::User && home->origin != ir::Origin::BuiltIn;
  };
  if (schemaName.view().starts_with("pg_temp")) return true;
  if (!schemaName.empty() && foreign(schemaName)) return true;
  if (schemaName.empty())
    for (const ir::Name name : names_.path())
      if (foreign(name)) return true;
  // An extension that is not known in full may have put it there.
  for (const ir::Object* object : schema.extensions()) {
    const auto* facts = ir::builtins::extension(object->name, schema.serverVersion);
    if (facts && facts->complete) continue;
    const ir::Object* home = object->as<ir::Extension>().schema.object;
    if (!home || (schemaName.empty() ? std::find(names_.path().begin(), names_.path().end(), home->name) != names_.path().end() : home->name == schemaName))
      return true;
  }
  return false;
}

}  // namespace schemac::parser
