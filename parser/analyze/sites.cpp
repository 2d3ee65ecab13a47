#include "parser/analyze/sites.h"

#include "ir/identity.h"
#include "parser/sql/rule_text.h"

namespace schemac::parser {

Site siteOf(const ir::ExpressionSite& where, const ir::Expression& expression) {
  Site site;
  const ir::Object* owner = where.owner;
  if (!owner) return site;
  const auto over = [&](const ir::Object* relation) {
    if (relation) site.scope.relations.push_back({relation, relation->name, true});
  };
  switch (owner->kind) {
    case ir::Kind::Default:
      if (const auto* column = owner->parent ? owner->parent->get<ir::Column>() : nullptr) site.target = column->type;
      break;
    case ir::Kind::Column:
      over(owner->parent);
      site.target = owner->as<ir::Column>().type;
      break;
    case ir::Kind::Check:
      site.boolean = true;
      if (owner->parent && owner->parent->kind == ir::Kind::Domain) site.scope.variables.push_back({"value", owner->parent->as<ir::Domain>().base});
      else over(owner->parent);
      break;
    case ir::Kind::Policy:
      site.boolean = true;
      over(owner->parent);
      break;
    case ir::Kind::Trigger:
      site.boolean = true;
      for (const char* name : {"old", "new"}) site.scope.relations.push_back({owner->parent, name, false});
      break;
    case ir::Kind::Index: case ir::Kind::Exclusion:
      site.boolean = where.field == "predicate";
      over(owner->parent);
      break;
    case ir::Kind::PublicationMember:
      site.boolean = true;
      over(owner->as<ir::PublicationMember>().table.object);
      break;
    case ir::Kind::Rule:
      site.boolean = where.field == "condition";
      if (where.field == "actions") site.form = Site::Query;
      site.scope = ruleScope(*owner->parent, owner->as<ir::Rule>().event, where.field == "condition");
      break;
    case ir::Kind::Statistics: over(owner->as<ir::Statistics>().table.object); break;
    case ir::Kind::Domain: site.target = owner->as<ir::Domain>().base; break;
    case ir::Kind::Function:
      if (where.field == "sql body") {
        site.form = Site::Body;
        site.scope.functionName = owner->name;
        for (const ir::Argument& argument : owner->as<ir::Function>().arguments)
          if (ir::isInput(argument)) site.scope.variables.push_back({argument.name, argument.type});
        break;
      }
      // By address: several arguments may have the same default.
      for (const ir::Argument& argument : owner->as<ir::Function>().arguments)
        if (argument.defaultValue && &*argument.defaultValue == &expression) site.target = argument.type;
      break;
    case ir::Kind::View: case ir::Kind::MaterializedView:
      site.form = Site::Query;
      for (const ir::Object* column : ir::columnsOf(*owner)) site.columnNames.push_back(column->name);
      break;
    case ir::Kind::Table:
      if (where.field == "partition bound") {
        site.form = Site::PartitionBound;
        const auto& parents = owner->as<ir::Table>().parents;
        site.partitioned = parents.empty() ? nullptr : parents[0].object;
      } else {
        over(owner);
      }
      break;
    default: break;
  }
  return site;
}

}  // namespace schemac::parser
