// Operator classes and families (opclasscmds.c).
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"
#include "parser/sql/definitions.h"

namespace schemac::parser {
namespace {

using ir::FamilyFunction;
using ir::FamilyOperator;
using ir::Name;
using ir::Object;
using ir::TypeRef;

bool sameType(const TypeRef& a, const TypeRef& b) { return a.array == b.array && a.type == b.type; }

[[noreturn]] void throwState(Replay& replay, ir::Code code, const char* sqlState, const std::string& message) {
  ReplayError error(code, replay.at(-1), message, {}, code == ir::Code::Undefined);
  error.sqlState = sqlState;
  throw error;
}

struct Members {
  std::vector<FamilyOperator> operators;
  std::vector<FamilyFunction> functions;
  TypeRef storage;
};

TypeRef typeNamed(Replay& replay, const TypeName& name) {
  TypeRef type = replay.type(name);
  type.modifiers = {};
  return type;
}

std::pair<TypeRef, TypeRef> pairOf(Replay& replay, const List* types) {
  std::vector<TypeRef> read;
  for (const TypeName* type : each<TypeName>(types)) read.push_back(typeNamed(replay, *type));
  if (read.empty()) return {};
  return {read.front(), read.back()};
}

FamilyOperator operatorOf(Replay& replay, const CreateOpClassItem& item, const TypeRef& type) {
  FamilyOperator member;
  member.strategy = item.number;
  const auto [left, right] = pairOf(replay, item.name->objargs);
  member.left = left ? left : type;
  member.right = left ? right : type;
  if (!member.left) throwInvalid(replay, -1, "operator argument types must be specified in ALTER OPERATOR FAMILY");
  const auto [schemaName, symbol] = replay.split(item.name->objname);
  member.op = replay.names().op(schemaName, symbol, member.left, member.right);
  if (member.op.empty())
    throwUndefined(replay, -1, fmt::format("operator does not exist: {} {} {}", ir::formatType(member.left), symbol.view(), ir::formatType(member.right)));
  if (item.order_family) {
    const auto [familySchema, family] = replay.split(item.order_family);
    member.sortFamily = replay.names().operatorFamily(familySchema, family, "btree");
    if (member.sortFamily.empty())
      throwUndefined(replay, -1, fmt::format("operator family \"{}\" does not exist for access method \"btree\"", nameText(item.order_family)));
  }
  return member;
}

// Which types a support function is for, where the statement does not say (assignProcTypes): those of its arguments for the comparison and in_range of
// btree and for the hash functions, else the type that is indexed.
FamilyFunction functionOf(Replay& replay, const CreateOpClassItem& item, Name method, const TypeRef& type) {
  FamilyFunction member;
  member.support = item.number;
  member.function = functionNamed(replay, *item.name);
  std::tie(member.left, member.right) = pairOf(replay, item.class_args);
  if (member.left) return member;
  std::vector<TypeRef> arguments;
  for (const TypeName* argument : each<TypeName>(item.name->objargs)) arguments.push_back(typeNamed(replay, *argument));
  if (arguments.empty() && ir::isRoutine(member.function->kind))
    for (const ir::Argument& argument : ir::argumentsOf(*member.function))
      if (ir::isInput(argument)) arguments.push_back(argument.type);
  if (method == "btree" && item.number == 1 && arguments.size() == 2) member.left = arguments[0], member.right = arguments[1];
  else if (method == "btree" && item.number == 3 && arguments.size() == 5) member.left = arguments[0], member.right = arguments[2];
  else if (method == "hash" && item.number <= 2 && !arguments.empty()) member.left = member.right = arguments[0];
  else member.left = member.right = type;
  if (!member.left) throwInvalid(replay, -1, "associated data types must be specified for index support function");
  return member;
}

Members membersOf(Replay& replay, const List* items, Name method, const TypeRef& type) {
  Members members;
  for (const CreateOpClassItem* item : each<CreateOpClassItem>(items)) {
    switch (item->itemtype) {
      case OPCLASS_ITEM_OPERATOR: members.operators.push_back(operatorOf(replay, *item, type)); break;
      case OPCLASS_ITEM_FUNCTION: members.functions.push_back(functionOf(replay, *item, method, type)); break;
      case OPCLASS_ITEM_STORAGETYPE: members.storage = typeNamed(replay, *item->storedtype); break;
      default: break;
    }
  }
  return members;
}

// By number, then types: the catalog keeps no order.
template <class Member>
void sort(std::vector<Member>& members, int Member::*number) {
  std::stable_sort(members.begin(), members.end(), [&](const Member& a, const Member& b) {
    const auto key = [&](const Member& m) { return std::tuple(m.*number, ir::formatType(m.left), ir::formatType(m.right)); };
    return key(a) < key(b);
  });
}

template <class Member>
const Member* find(const std::vector<Member>& members, int Member::*number, int wanted, const TypeRef& left, const TypeRef& right) {
  for (const Member& member : members)
    if (member.*number == wanted && sameType(member.left, left) && sameType(member.right, right)) return &member;
  return nullptr;
}

void requireNew(Replay& replay, ir::Space space, const Object& home, Name name, Name method, const char* what) {
  for (const Object* other : replay.schema.all(space, &home, name)) {
    const Name its = space == ir::Space::OperatorClass ? other->as<ir::OperatorClass>().method : other->as<ir::OperatorFamily>().method;
    if (its == method)
      throwDuplicate(replay, -1, fmt::format("{} \"{}\" for access method \"{}\" already exists", what, name.view(), method.view()));
  }
}

// What CREATE OPERATOR CLASS lists and the family keeps when the class goes (amadjustmembers): optional support functions, what is for two types,
// and all operators of GiST, SP-GiST and GIN. BRIN has no such rule.
bool isLoose(Name method, const FamilyOperator& member) {
  if (method == "btree" || method == "hash") return !sameType(member.left, member.right);
  return method == "gist" || method == "spgist" || method == "gin";
}

bool isLoose(Name method, const FamilyFunction& member) {
  const int n = member.support;
  if (method == "btree" || method == "hash") return n != 1 || !sameType(member.left, member.right);
  if (method == "gist") return !(n == 1 || n == 2 || n == 5 || n == 6 || n == 7);  // consistent, union, penalty, picksplit, same
  if (method == "gin") return !(n == 2 || n == 3);                                 // extractValue, extractQuery
  if (method == "spgist") return n > 5;                                            // all but compress and options
  return false;
}

template <class Member>
void moveLoose(Name method, std::vector<Member>& from, std::vector<Member>& to, int Member::*number) {
  for (const Member& member : from)
    if (isLoose(method, member)) to.push_back(member);
  std::erase_if(from, [&](const Member& member) { return isLoose(method, member); });
  sort(to, number);
}

void looseMembers(Replay& replay, const Object& object, Name method, Members& members) {
  auto& family = replay.schema.edit<ir::OperatorFamily>(object);
  moveLoose(method, members.operators, family.operators, &FamilyOperator::strategy);
  moveLoose(method, members.functions, family.functions, &FamilyFunction::support);
}

const Object* familyIn(const ir::Schema& schema, const Object& home, Name name, Name method) {
  for (const Object* family : schema.all(ir::Space::OperatorFamily, &home, name))
    if (family->as<ir::OperatorFamily>().method == method) return family;
  return nullptr;
}

}  // namespace

void replay(Replay& replay, const CreateOpFamilyStmt& statement) {
  const auto [home, name] = newName(replay, statement.opfamilyname);
  requireNew(replay, ir::Space::OperatorFamily, *home, name, statement.amname, "operator family");
  ir::OperatorFamily data;
  data.method = statement.amname;
  replay.giveDefaults(replay.make(home, name, std::move(data)));
}

void replay(Replay& replay, const CreateOpClassStmt& statement) {
  const auto [home, name] = newName(replay, statement.opclassname);
  ir::OperatorClass data;
  data.method = statement.amname;
  data.isDefault = statement.isDefault;
  data.type = typeNamed(replay, *statement.datatype);
  requireNew(replay, ir::Space::OperatorClass, *home, name, data.method, "operator class");
  if (statement.opfamilyname) {
    const auto [familySchema, family] = replay.split(statement.opfamilyname);
    data.family = replay.names().operatorFamily(familySchema, family, data.method);
    if (data.family.empty())
      throwUndefined(replay, -1, fmt::format("operator family \"{}\" does not exist for access method \"{}\"", nameText(statement.opfamilyname), data.method.view()));
  } else if (const Object* family = familyIn(replay.schema, *home, name, data.method)) {
    data.family = family;
  } else {
    // One of the same name comes with it, and stays when the class goes.
    ir::OperatorFamily made;
    made.method = data.method;
    Object& own = replay.make(home, name, std::move(made));
    own.leadingComment = {};
    replay.giveDefaults(own);
    data.family = &own;
  }
  Members members = membersOf(replay, statement.items, data.method, data.type);
  if (members.storage && !sameType(members.storage, data.type)) data.storage = members.storage;
  if (const ir::Ref family = data.family.object) looseMembers(replay, *family, data.method, members);
  sort(members.operators, &FamilyOperator::strategy);
  sort(members.functions, &FamilyFunction::support);
  data.operators = std::move(members.operators);
  data.functions = std::move(members.functions);
  replay.giveDefaults(replay.make(home, name, std::move(data)));
}

void replay(Replay& replay, const AlterOpFamilyStmt& statement) {
  const auto [schemaName, name] = replay.split(statement.opfamilyname);
  const ir::NamedRef named = replay.names().operatorFamily(schemaName, name, statement.amname);
  if (named.empty())
    throwUndefined(replay, -1, fmt::format("operator family \"{}\" does not exist for access method \"{}\"", nameText(statement.opfamilyname), statement.amname));
  if (!named.object) return notCompared(replay, "ALTER OPERATOR FAMILY", "it is not the user's");
  const auto shown = [](const TypeRef& left, const TypeRef& right) { return ir::formatType(left) + "," + ir::formatType(right); };
  if (!statement.isDrop) {
    Members members = membersOf(replay, statement.items, statement.amname, {});
    auto& family = replay.schema.edit<ir::OperatorFamily>(*named.object);
    for (FamilyOperator& member : members.operators) {
      if (find(family.operators, &FamilyOperator::strategy, member.strategy, member.left, member.right))
        throwState(replay, ir::Code::Duplicate, "42710", fmt::format("operator {}({}) already exists in operator family \"{}\"", member.strategy, shown(member.left, member.right), name.view()));
      family.operators.push_back(std::move(member));
    }
    for (FamilyFunction& member : members.functions) {
      if (find(family.functions, &FamilyFunction::support, member.support, member.left, member.right))
        throwState(replay, ir::Code::Duplicate, "42710", fmt::format("function {}({}) already exists in operator family \"{}\"", member.support, shown(member.left, member.right), name.view()));
      family.functions.push_back(std::move(member));
    }
    sort(family.operators, &FamilyOperator::strategy);
    sort(family.functions, &FamilyFunction::support);
    return;
  }
  for (const CreateOpClassItem* item : each<CreateOpClassItem>(statement.items)) {
    const auto [left, right] = pairOf(replay, item->class_args);
    auto& family = replay.schema.edit<ir::OperatorFamily>(*named.object);
    const auto out = [&](auto& members, auto number) {
      const auto* member = find(members, number, item->number, left, right);
      if (!member)
        throwState(replay, ir::Code::Undefined, "42704", fmt::format("{} {}({}) does not exist in operator family \"{}\"", item->itemtype == OPCLASS_ITEM_OPERATOR ? "operator" : "function",
                                               item->number, shown(left, right), name.view()));
      members.erase(members.begin() + (member - members.data()));
    };
    if (item->itemtype == OPCLASS_ITEM_OPERATOR) out(family.operators, &FamilyOperator::strategy);
    else out(family.functions, &FamilyFunction::support);
  }
}

}  // namespace schemac::parser
