// Functions and casts that DO blocks of migrations use.
#include <cctype>

#include "fmt/format.h"
#include "ir/builtins.h"
#include "ir/identity.h"
#include "parser/plpgsql/evaluate.h"
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

}  // namespace

Value Evaluator::regCast(const Value& value, const std::string& type, bool mustExist) {
  if (value.isNull()) return value;
  if (value.type == Value::Type::Object) {
    Value same = value;
    same.withArguments = type == "regprocedure";
    return same;
  }
  if (value.type != Value::Type::Text) throw Unknowable("a number is cast to " + type);
  const Names names = replay_.names();
  const auto [schema, name] = splitQualified(value.text);
  const Object* found = nullptr;
  bool arrayType = false;
  if (type == "regclass") {
    found = names.relation(schema, name);
    if (!found && names.builtinRelation(schema, name)) throw Unknowable("a relation of the system catalog is asked for");
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
  result.arrayType = arrayType;
  result.withArguments = type == "regprocedure";
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
        if (c != ',') item += c;
        else if (!item.empty()) items.push_back(Value::of(item)), item.clear();
      }
      return Value::array(std::move(items));
    }
    throw Unknowable("a cast to an array");
  }
  if (type.starts_with("reg")) return regCast(value, type, true);
  if (type == "text" || type == "varchar" || type == "bpchar" || type == "name") return Value::of(toText(value));
  if (type == "int4" || type == "int8" || type == "int2" || type == "oid") {
    if (value.type == Value::Type::Integer || value.type == Value::Type::Object) return value;
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

Value Evaluator::call(const std::string& schema, const std::string& name, std::vector<Value> a) {
  if (!schema.empty() && schema != "pg_catalog") throw Unknowable(fmt::format("function {}.{} is called", schema, name));
  const auto is = [&](std::string_view wanted, std::size_t count) { return name == wanted && a.size() == count; };
  if (is("to_regclass", 1)) return regCast(a[0], "regclass", false);
  if (is("to_regtype", 1)) return regCast(a[0], "regtype", false);
  if (is("to_regnamespace", 1)) return regCast(a[0], "regnamespace", false);
  if (is("to_regrole", 1)) return regCast(a[0], "regrole", false);
  if (is("to_regproc", 1)) return regCast(a[0], "regproc", false);
  if (is("to_regoperator", 1)) return regCast(a[0], "regoperator", false);
  if (is("to_regprocedure", 1)) return regCast(a[0], "regprocedure", false);
  if (name == "format" && !a.empty()) return a[0].isNull() ? Value::null() : Value::of(formatText(toText(a[0]), {a.begin() + 1, a.end()}));
  if (name == "concat") {
    std::string out;
    for (const Value& v : a) out += toText(v);
    return Value::of(out);
  }
  if (is("quote_nullable", 1)) return Value::of(a[0].isNull() ? "NULL" : ir::quoteLiteral(toText(a[0])));
  if (is("current_schema", 0)) {
    const Object* in = replay_.names().creationSchema();
    return in ? Value::of(in->name) : Value::null();
  }
  if (is("current_schemas", 1)) {
    std::vector<Value> items;
    const Names names = replay_.names();
    for (const ir::Name path : names.path())
      if (const Object* in = replay_.schema.schema(path)) items.push_back(Value::of(in->name));
    return Value::array(std::move(items));
  }
  if (is("current_database", 0)) return Value::currentDatabase();
  for (const Value& v : a)
    if (v.isNull()) return Value::null();  // the rest is strict
  if (is("quote_ident", 1)) return Value::of(ir::quoteIdentifier(toText(a[0])));
  if (is("quote_literal", 1)) return Value::of(ir::quoteLiteral(toText(a[0])));
  if (is("lower", 1)) return Value::of(lowerText(a[0]));
  if (is("upper", 1)) {
    std::string out = toText(a[0]);
    for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return Value::of(out);
  }
  if (is("length", 1) || is("char_length", 1)) return Value::of(static_cast<std::int64_t>(toText(a[0]).size()));
  if ((is("array_length", 2) || is("cardinality", 1)) && a[0].type == Value::Type::Array)
    return a[0].items.empty() && name == "array_length" ? Value::null() : Value::of(static_cast<std::int64_t>(a[0].items.size()));
  if (is("array_position", 2) && a[0].type == Value::Type::Array) {
    for (std::size_t i = 0; i < a[0].items.size(); ++i)
      if (!a[0].items[i].isNull() && compare(a[0].items[i], a[1]) == 0) return Value::of(static_cast<std::int64_t>(i + 1));
    return Value::null();
  }
  if (is("array_to_string", 2) && a[0].type == Value::Type::Array) {
    std::string out;
    for (const Value& item : a[0].items)
      if (!item.isNull()) out += (out.empty() ? "" : toText(a[1])) + toText(item);
    return Value::of(out);
  }
  if (is("replace", 3)) {
    std::string out = toText(a[0]);
    const std::string from = toText(a[1]), to = toText(a[2]);
    for (std::size_t at = 0; !from.empty() && (at = out.find(from, at)) != std::string::npos; at += to.size()) out.replace(at, from.size(), to);
    return Value::of(out);
  }
  if (is("format_type", 2) && a[0].type == Value::Type::Object)
    return Value::of(ir::formatType(ir::TypeRef{a[0].object, a[1].type == Value::Type::Text ? ir::Text(a[1].text) : ir::Text(), a[0].arrayType}));
  if (is("pg_get_partkeydef", 1) && a[0].type == Value::Type::Object) return partitionKeyText(*a[0].object);
  if ((is("pg_get_function_identity_arguments", 1) || is("oidvectortypes", 1)) && a[0].type == Value::Type::Object) {
    const std::string signature = ir::signature(*a[0].object);
    return Value::of(signature.substr(1, signature.size() - 2));
  }
  if (is("like_escape", 2) && toText(a[1]) == "\\") return a[0];  // what LIKE takes without ESCAPE
  // text(x) is x::text; a type's own name calls the cast to it.
  for (const std::string_view type : {"text", "varchar", "name", "int4", "int8", "bool", "regclass"})
    if (is(type, 1)) return cast(a[0], name, false);
  throw Unknowable(fmt::format("function {} is called", name));
}

}  // namespace schemac::parser::plpgsql
