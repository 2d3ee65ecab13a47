// Functions and casts that DO blocks of migrations use.
#include <algorithm>
#include <array>
#include <cctype>

#include "fmt/format.h"
#include "ir/builtins.h"
#include "ir/identity.h"
#include "parser/plpgsql/evaluate.h"
#include "parser/plpgsql/routine.h"
#include "parser/sql/settings.h"

#include "parser/sql/pg_nodes.h"

namespace schemac::parser::plpgsql {

using ir::Kind;
using ir::Object;

namespace {

// "public.t", `"Odd"."Name"` → {schema or "", name}, folded as an identifier is.
std::pair<std::string, std::string> splitQualified(const std::string& text) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"') parts.back() += '"', ++i;
      else quoted = !quoted;
    } else if (c == '.' && !quoted) {
      parts.emplace_back();
    } else if (quoted) {
      parts.back() += c;
    } else if (!std::isspace(static_cast<unsigned char>(c))) {
      parts.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return parts.size() == 1 ? std::pair<std::string, std::string>{"", parts[0]} : std::pair{parts[parts.size() - 2], parts.back()};
}

const Object* functionBySignature(const Names& names, const std::string& text) {
  const std::size_t paren = text.find('(');
  const auto [schema, name] = splitQualified(text.substr(0, paren));
  const auto candidates = names.routines(schema, name);
  if (paren == std::string::npos) return candidates.size() == 1 ? candidates[0] : nullptr;
  // Types are compared as format_type prints them, after they went through the same look-up.
  std::string wanted = "(";
  const std::string inside = text.substr(paren + 1, text.rfind(')') - paren - 1);
  for (std::size_t at = 0; at < inside.size();) {
    std::size_t comma = inside.find(',', at);
    if (comma == std::string::npos) comma = inside.size();
    const std::string type = inside.substr(at, comma - at);
    ParseMemory memory;
    const ParsedText parsed = parseType(type, memory);
    auto* typeName = parsed.node ? as<TypeName>(parsed.node, T_TypeName) : nullptr;
    if (!typeName) throw Unknowable("a type in a regprocedure is not understood");
    std::string schemaPart, namePart;
    for (String* s : each<String>(typeName->names)) schemaPart = namePart, namePart = s->sval;
    ir::TypeRef ref = names.type(schemaPart, namePart);
    if (!ref) return nullptr;
    ref.array = ref.array || list_length(typeName->arrayBounds) > 0;
    wanted += (wanted.size() > 1 ? ", " : "") + ir::formatType(ref);
    at = comma + 1;
  }
  wanted += ")";
  for (const Object* candidate : candidates)
    if (ir::signature(*candidate) == wanted) return candidate;
  return nullptr;
}

// "s.=(integer,none)".
const Object* operatorBySignature(const Names& names, const std::string& text) {
  const std::size_t paren = text.find('('), comma = text.find(',', paren), dot = text.find_first_of(".(");
  if (paren == std::string::npos || comma == std::string::npos) return nullptr;
  const bool qualified = text[dot] == '.';
  const std::string schema = qualified ? splitQualified(text.substr(0, dot)).second : std::string();
  const std::string symbol = text.substr(qualified ? dot + 1 : 0, paren - (qualified ? dot + 1 : 0));
  const auto typeOf = [&](std::size_t begin, std::size_t end) {
    ParseMemory memory;
    const ParsedText parsed = parseType(text.substr(begin, end - begin), memory);
    auto* typeName = parsed.node ? as<TypeName>(parsed.node, T_TypeName) : nullptr;
    if (!typeName) return ir::TypeRef();
    std::string schemaPart, namePart;
    for (String* s : each<String>(typeName->names)) schemaPart = namePart, namePart = s->sval;
    if (schemaPart.empty() && namePart == "none") return ir::TypeRef();
    ir::TypeRef ref = names.type(schemaPart, namePart);
    ref.array = ref.array || list_length(typeName->arrayBounds) > 0;
    return ref;
  };
  const std::size_t first = text.find_first_not_of(' ', paren + 1);
  const bool prefix = text.compare(first, 4, "none") == 0 || text.compare(first, 4, "NONE") == 0;
  const ir::TypeRef left = prefix ? ir::TypeRef() : typeOf(paren + 1, comma), right = typeOf(comma + 1, text.rfind(')'));
  if (!right || (!prefix && !left)) return nullptr;
  for (const Object* op : names.all(ir::Space::Operator, schema, symbol)) {
    const auto& data = op->as<ir::Operator>();
    const auto same = [](const ir::TypeRef& a, const ir::TypeRef& b) { return a.type == b.type && a.array == b.array; };
    if (same(data.left, left) && same(data.right, right)) return op;
  }
  return nullptr;
}

std::string lowerText(const Value& v) {
  std::string out = toText(v);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// pg_get_partkeydef of keys that are plain columns: "RANGE (a, b)"; null for a table that is not partitioned.
Value partitionKeyText(const Object& relation) {
  const auto* table = relation.get<ir::Table>();
  if (!table || !table->partitioned()) return Value::null();
  std::string out;
  for (const char c : table->partitionStrategy.view()) out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  out += " (";
  for (const auto& element : table->partitionKey) {
    if (!out.ends_with('(')) out += ", ";
    out += element.column ? ir::quoteIdentifier(element.column->name) : "(" + ir::render(*element.expression) + ")";
    if (!element.collation.empty()) out += " COLLATE " + element.collation.str();
    if (!element.opclass.empty()) out += " " + element.opclass.str();
  }
  return Value::of(out + ")");
}

// pg_get_constraintdef of keys and foreign keys on plain columns.
Value constraintText(const Object& constraint) {
  const auto columns = [](const std::vector<ir::Ref>& refs) {
    std::string out;
    for (const ir::Ref& column : refs) out += (out.empty() ? "" : ", ") + ir::quoteIdentifier(column->name);
    return "(" + out + ")";
  };
  if (const auto* key = constraint.get<ir::Key>()) {
    if (key->deferrable || !key->include.empty() || key->nullsNotDistinct) throw Unknowable("the definition of a constraint is asked for");
    return Value::of((key->primary ? "PRIMARY KEY " : "UNIQUE ") + columns(key->columns));
  }
  throw Unknowable("the definition of a constraint is asked for");
}

// pg_get_indexdef of an index on plain columns.
Value indexText(const Object& object) {
  const auto& index = object.as<ir::Index>();
  const Object& table = *object.parent;
  const auto* whole = table.get<ir::Table>();
  if (index.predicate || !index.options.empty() || !index.tablespace.empty()) throw Unknowable("the definition of an index is asked for");
  std::string out = std::string("CREATE ") + (index.unique ? "UNIQUE " : "") + "INDEX " + ir::quoteIdentifier(object.name) + " ON " +
                    (whole && whole->partitioned() ? "ONLY " : "") + ir::qualifiedName(table) + " USING " + index.method.str() + " (";
  for (const ir::IndexElement& element : index.elements) {
    if (!element.column || !element.collation.empty() || !element.opclass.empty() || !element.opclassOptions.empty())
      throw Unknowable("the definition of an index is asked for");
    if (!out.ends_with('(')) out += ", ";
    out += ir::quoteIdentifier(element.column->name);
    if (element.descending) out += element.nullsFirst ? " DESC" : " DESC NULLS LAST";
    else if (element.nullsFirst) out += " NULLS FIRST";
  }
  out += ")";
  for (const ir::Ref& column : index.include) out += (&column == &index.include.front() ? " INCLUDE (" : ", ") + ir::quoteIdentifier(column->name);
  if (!index.include.empty()) out += ")";
  return Value::of(out + (index.nullsNotDistinct ? " NULLS NOT DISTINCT" : ""));
}

}  // namespace

// As regclass and its sisters print a name: bare where the search path finds it.
std::string Evaluator::display(const ir::Object& object, std::string_view type, bool array) {
  const Names names = replay_.names();
  const auto named = [&](bool seen) { return seen ? ir::quoteIdentifier(object.name) : ir::qualifiedName(object); };
  if (type == "regnamespace" || type == "regrole") return ir::quoteIdentifier(object.name);
  if (type == "regclass") return named(names.relation({}, object.name) == &object);
  if (type == "regtype") {
    if (object.origin == ir::Origin::BuiltIn) return ir::formatType(ir::TypeRef{&object, {}, array});
    return named(names.type({}, object.name).type.object == &object) + (array ? "[]" : "");
  }
  if (type == "regoperator") return ir::displayName(object);
  const auto seen = names.functions({}, object.name);
  const bool visible = std::find(seen.begin(), seen.end(), &object) != seen.end();
  if (type == "regprocedure") return named(visible) + ir::signature(object);
  return named(visible && seen.size() == 1);
}

Value Evaluator::regCast(const Value& value, const std::string& type, bool mustExist) {
  if (value.isNull()) return value;
  static constexpr std::array<std::string_view, 7> kTypes{"regclass", "regtype", "regnamespace", "regrole", "regproc", "regprocedure", "regoperator"};
  const auto known = std::find(kTypes.begin(), kTypes.end(), type);
  if (known == kTypes.end()) throw Unknowable("a cast to " + type);
  if (value.type == Value::Type::Object) {
    Value same = value;
    same.regType = *known;
    same.text = display(*same.object, type, same.arrayType);
    return same;
  }
  if (value.type != Value::Type::Text) throw Unknowable("a number is cast to " + type);
  if (value.text.starts_with(kSystemRelation)) return value;
  const Names names = replay_.names();
  const auto [schema, name] = splitQualified(value.text);
  const Object* found = nullptr;
  bool arrayType = false;
  if (type == "regclass") {
    found = names.relation(schema, name);
    if (!found && names.builtinRelation(schema, name)) return Value::of(kSystemRelation + name);
  } else if (type == "regnamespace") {
    found = replay_.schema.schema(name);
  } else if (type == "regoperator") {
    found = operatorBySignature(names, value.text);
  } else if (type == "regrole") {
    found = replay_.schema.find(ir::Space::Role, nullptr, name);
  } else if (type == "regtype") {
    ParseMemory memory;
    const ParsedText parsed = parseType(value.text, memory);
    auto* typeName = parsed.node ? as<TypeName>(parsed.node, T_TypeName) : nullptr;
    if (typeName) {
      std::string schemaPart, namePart;
      for (String* s : each<String>(typeName->names)) schemaPart = namePart, namePart = s->sval;
      const ir::TypeRef ref = names.type(schemaPart, namePart);
      found = ref.type.object;
      arrayType = ref.array || list_length(typeName->arrayBounds) > 0;
    }
  } else {
    found = functionBySignature(names, value.text);
    if (!found && names.builtinFunction(splitQualified(value.text.substr(0, value.text.find('('))).second))
      throw Unknowable("a built-in function is asked for");
  }
  // A guard asks about what its own migration makes: it is answered from what is known, as the migration was. What an earlier statement that was
  // not followed may have made has been said there. Functions of extensions that are not known in full are another matter.
  if (!found && type.starts_with("regproc") && !replay_.schema.partlyKnown.empty() && !value.text.starts_with("public."))
    throw Unknowable(fmt::format("function \"{}\" may be an extension's", value.text));
  if (!found && mustExist) {
    ReplayError error(ir::Code::Undefined, replay_.at(-1), fmt::format("{} \"{}\" does not exist", type == "regclass" ? "relation" : type == "regtype" ? "type" : "object", value.text), {}, true);
    error.sqlState = type == "regclass" ? "42P01" : type == "regnamespace" ? "3F000" : type == "regproc" || type == "regprocedure" ? "42883" : "42704";
    throw error;
  }
  Value result = Value::of(found);
  if (!found) return result;
  result.arrayType = arrayType;
  result.regType = *known;
  result.text = display(*found, type, arrayType);
  return result;
}

Value Evaluator::cast(Value value, const std::string& type, bool array) {
  if (value.isNull()) return value;
  if (array) {
    if (value.type == Value::Type::Array) return value;
    if (value.type == Value::Type::Text && value.text.size() >= 2 && value.text.front() == '{' && value.text.find('"') == std::string::npos) {
      std::vector<Value> items;
      std::string item;
      for (const char c : value.text.substr(1, value.text.size() - 2) + ",") {
        if (c == '{' || c == '\\') throw Unknowable("an array of arrays");
        if (c != ',') {
          if (!item.empty() || c != ' ') item += c;
          continue;
        }
        while (item.ends_with(' ')) item.pop_back();
        if (!item.empty()) items.push_back(cast(Value::of(item), type, false));
        item.clear();
      }
      return Value::array(std::move(items));
    }
    throw Unknowable("a cast to an array");
  }
  if (type.starts_with("reg")) return regCast(value, type, true);
  if (type == "text" || type == "varchar" || type == "bpchar" || type == "name") {
    Value text = Value::of(toText(value));
    text.asWritten = value.asWritten;
    return text;
  }
  if (type == "int4" || type == "int8" || type == "int2" || type == "oid") {
    if (value.type == Value::Type::Integer) return value;
    if (value.type == Value::Type::Object) {
      if (type != "oid") throw Unknowable("an OID as a number is asked for");
      Value plain = value;
      plain.regType = {};
      plain.text.clear();
      return plain;
    }
    if (value.type == Value::Type::Text && !value.text.empty() && value.text.find_first_not_of("-0123456789") == std::string::npos)
      return Value::of(static_cast<std::int64_t>(std::stoll(value.text)));
    throw Unknowable("a cast to a number");
  }
  if (type == "bool") {
    if (value.type == Value::Type::Bool) return value;
    const std::string text = lowerText(value);
    return Value::of(text == "t" || text == "true" || text == "1" || text == "on" || text == "yes");
  }
  if (type == "char") return Value::of(toText(value).substr(0, 1));
  throw Unknowable("a cast to " + type);
}

// The user's function of that name that takes so many arguments; null where there is none, or more than one.
const Object* Evaluator::userFunction(const std::string& schema, const std::string& name, std::size_t arguments) {
  const Object* found = nullptr;
  for (const Object* function : replay_.names().functions(schema, name)) {
    std::size_t inputs = 0, defaults = 0;
    for (const ir::Argument& argument : function->as<ir::Function>().arguments) {
      inputs += ir::isInput(argument);
      defaults += argument.defaultValue.has_value();
    }
    if (arguments > inputs || arguments + defaults < inputs) continue;
    if (found) return nullptr;
    found = function;
  }
  return found;
}

Result Evaluator::runSqlFunction(const Object& function, const std::vector<Value>& arguments) {
  constexpr int kDeepest = 8;
  static thread_local int depth = 0;
  if (depth == kDeepest) throw Unknowable("calls nested too deeply");
  struct Deeper {
    Deeper() { ++depth; }
    ~Deeper() { --depth; }
  } deeper;
  const auto& data = function.as<ir::Function>();
  if (data.sqlBody || mayChangeSchema(replay_, function)) throw Unknowable(fmt::format("function {} is called", ir::qualifiedName(function)));
  Variables variables;
  std::size_t number = 0;
  for (const ir::Argument& argument : data.arguments) {
    if (!ir::isInput(argument)) continue;
    Variables none;
    const Value value = number < arguments.size() ? arguments[number] : Evaluator(replay_, none).expression(ir::render(*argument.defaultValue));
    variables["$" + std::to_string(number + 1)] = value;
    if (!argument.name.empty()) variables[argument.name.str()] = value;
    ++number;
  }
  const auto path = replay_.session.searchPath;
  for (const ir::Option& setting : data.settings)
    if (setting.name == "search_path") replay_.session.searchPath = splitIdentifiers(setting.value);
  try {
    Evaluator inner(replay_, variables);
    Result result = inner.query(data.body.str());
    replay_.session.searchPath = path;
    return result;
  } catch (...) {
    replay_.session.searchPath = path;
    throw;
  }
}

std::optional<Result> Evaluator::callForRows(const FuncCall& call, const Frame* frame) {
  std::string schema, name;
  for (String* part : each<String>(call.funcname)) schema = name, name = part->sval;
  if (schema.empty() && replay_.names().builtinFunction(name)) return std::nullopt;
  const Object* function = userFunction(schema, name, static_cast<std::size_t>(list_length(call.args)));
  if (!function || function->origin == ir::Origin::Extension || function->as<ir::Function>().language != "sql") return std::nullopt;
  std::vector<Value> arguments;
  for (Node* argument : each<Node>(call.args)) arguments.push_back(value(argument, frame));
  Result result = runSqlFunction(*function, arguments);
  if (!function->as<ir::Function>().result.setOf && result.rows.size() > 1) result.rows.resize(1);
  if (result.names.size() == 1) result.names = {name};
  return result;
}

Value Evaluator::call(const std::string& schema, const std::string& name, std::vector<Value> a) {
  if (schema.empty() || schema == "pg_catalog") {
    if (name == "set_config" && a.size() == 3) {
      std::string arguments;
      for (const Value& v : a) arguments += (arguments.empty() ? "" : ", ") + (v.isNull() ? "NULL" : v.type == Value::Type::Bool ? toText(v) : ir::quoteLiteral(toText(v)));
      replay_.runText("SELECT pg_catalog.set_config(" + arguments + ")");
      return a[1];
    }
    if (auto known = callCatalog(name, a)) return *known;
    if (auto known = callText(name, a)) return *known;
    if (!schema.empty() || replay_.names().builtinFunction(name)) throw Unknowable(fmt::format("function {} is called", name));
  }
  const Object* function = userFunction(schema, name, a.size());
  if (!function) throw Unknowable(fmt::format("function {}{}{} is called", schema, schema.empty() ? "" : ".", name));
  if (function->origin == ir::Origin::Extension && mayChangeSchema(replay_, *function)) {
    std::string arguments;
    for (const Value& v : a) arguments += (arguments.empty() ? "" : ", ") + (v.isNull() ? "NULL" : ir::quoteLiteral(toText(v)));
    const std::size_t before = replay_.schema.unfollowed.size();
    replay_.runText("SELECT " + ir::qualifiedName(*function) + "(" + arguments + ")");
    if (replay_.schema.unfollowed.size() > before) throw Unknowable(replay_.schema.unfollowed.back().what + " in it is not followed");
    return Value::null();
  }
  if (function->origin != ir::Origin::User && function->parent->name != "pg_temp") throw Unknowable(fmt::format("function {} is called", ir::qualifiedName(*function)));
  if (function->as<ir::Function>().language == "sql") {
    const Result result = runSqlFunction(*function, a);
    return result.rows.empty() || result.rows[0].values.empty() ? Value::null() : result.rows[0].values[0];
  }
  const auto result = callRoutine(replay_, *function, std::move(a));
  if (!result) throw Unknowable(fmt::format("what {} returns is not known", ir::qualifiedName(*function)));
  return *result;
}

// Functions over the catalog.
std::optional<Value> Evaluator::callCatalog(const std::string& name, const std::vector<Value>& a) {
  const auto is = [&](std::string_view wanted, std::size_t count) { return name == wanted && a.size() == count; };
  for (const std::string_view type : {"regclass", "regtype", "regnamespace", "regrole", "regproc", "regprocedure", "regoperator"})
    if (a.size() == 1 && name == "to_" + std::string(type)) return regCast(a[0], std::string(type), false);
  if (is("current_schema", 0)) {
    const Object* in = replay_.names().creationSchema();
    return in ? Value::of(in->name) : Value::null();
  }
  if (is("current_schemas", 1)) {
    std::vector<Value> items;
    if (a[0].isTrue()) items.push_back(Value::of("pg_catalog"));
    const Names names = replay_.names();
    for (const ir::Name path : names.path())
      if (const Object* in = replay_.schema.schema(path)) items.push_back(Value::of(in->name));
    return Value::array(std::move(items));
  }
  if (is("current_database", 0)) return Value::of(kDatabaseName);
  if (is("current_setting", 1) || is("current_setting", 2)) {
    const std::string setting = toText(a[0]);
    if (setting == "server_version_num") return Value::of(std::to_string(replay_.schema.serverVersion) + "0000");
    throw Unknowable("a setting is asked for");
  }
  for (const Value& v : a)
    if (v.isNull()) return name.starts_with("pg_get_") || is("format_type", 2) ? std::optional(Value::null()) : std::nullopt;
  const auto object = [&](std::size_t i) { return i < a.size() && a[i].type == Value::Type::Object ? a[i].object : nullptr; };
  if (is("format_type", 2) && object(0))
    return Value::of(ir::formatType(ir::TypeRef{a[0].object, a[1].type == Value::Type::Text ? ir::Text(a[1].text) : ir::Text(), a[0].arrayType}));
  if (is("pg_get_partkeydef", 1) && object(0)) return partitionKeyText(*a[0].object);
  if (name == "pg_get_constraintdef" && object(0)) return constraintText(*a[0].object);
  if (is("pg_get_indexdef", 1) && object(0) && object(0)->kind == Kind::Index) return indexText(*object(0));
  if (is("pg_get_expr", 2)) return a[0];
  if ((is("pg_get_function_identity_arguments", 1) || is("oidvectortypes", 1)) && object(0)) {
    const std::string signature = ir::signature(*a[0].object);
    return Value::of(signature.substr(1, signature.size() - 2));
  }
  if (is("pg_table_is_visible", 1) && object(0)) return Value::of(replay_.names().relation({}, a[0].object->name) == a[0].object);
  if (is("pg_type_is_visible", 1) && object(0)) return Value::of(replay_.names().type({}, a[0].object->name).type.object == a[0].object);
  if (is("pg_function_is_visible", 1) && object(0)) {
    const auto seen = replay_.names().functions({}, a[0].object->name);
    return Value::of(std::find(seen.begin(), seen.end(), a[0].object) != seen.end());
  }
  if (is("obj_description", 2) && object(0)) {
    const Object* comment = ir::childOf(*a[0].object, Kind::Comment, ir::Name());
    return comment ? Value::of(comment->as<ir::Comment>().text) : Value::null();
  }
  if (is("pg_get_userbyid", 1) && object(0)) return Value::of(a[0].object->name);
  if (is("pg_get_serial_sequence", 2)) {
    const auto [schema, table] = splitQualified(toText(a[0]));
    const Object* relation = replay_.names().relation(schema, table);
    const Object* column = relation ? ir::columnOf(*relation, toText(a[1])) : nullptr;
    if (!column) return std::nullopt;
    for (const Object& o : replay_.schema.objects())
      if (const auto* sequence = o.dropped ? nullptr : o.get<ir::Sequence>(); sequence && sequence->ownedBy.object == column) return Value::of(ir::qualifiedName(o));
    return Value::null();
  }
  return std::nullopt;
}

}  // namespace schemac::parser::plpgsql
