#include "parser/plpgsql/value.h"

#include "ir/identity.h"

namespace schemac::parser::plpgsql {

std::string toText(const Value& value) {
  switch (value.type) {
    case Value::Type::Null: return "";
    case Value::Type::Bool: return value.boolean ? "true" : "false";
    case Value::Type::Integer: return std::to_string(value.integer);
    case Value::Type::Text: return value.text;
    case Value::Type::Object:
      if (value.regType.empty()) throw Unknowable("an OID is printed");
      return value.text;
    case Value::Type::Array: {
      std::string out = "{";
      for (const Value& item : value.items) {
        if (out.size() > 1) out += ",";
        out += item.isNull() ? "NULL" : toText(item);
      }
      return out + "}";
    }
    case Value::Type::Row: {
      if (value.items.empty() && !value.names.empty()) throw Unknowable("the name of the database is asked for");
      std::string out = "(";
      for (std::size_t i = 0; i < value.items.size(); ++i) out += (i ? "," : "") + toText(value.items[i]);
      return out + ")";
    }
  }
  return "";
}

int compare(const Value& a, const Value& b) {
  using Type = Value::Type;
  if (a.type == b.type) {
    switch (a.type) {
      case Type::Bool: return a.boolean - b.boolean;
      case Type::Integer: return a.integer < b.integer ? -1 : a.integer > b.integer;
      case Type::Text: return a.text.compare(b.text);
      case Type::Object:
        if (a.object == b.object) return a.arrayType - b.arrayType;
        return a.object->serial < b.object->serial ? -1 : 1;
      case Type::Array: case Type::Row: {
        for (std::size_t i = 0; i < a.items.size() && i < b.items.size(); ++i)
          if (const int c = compare(a.items[i], b.items[i])) return c;
        return a.items.size() < b.items.size() ? -1 : a.items.size() > b.items.size();
      }
      case Type::Null: break;
    }
  }
  // Columns that name no object hold 0, which is no object's OID.
  if (a.type == Type::Integer && b.type == Type::Object && a.integer == 0) return -1;
  if (b.type == Type::Integer && a.type == Type::Object && b.integer == 0) return 1;
  // An untyped literal took the other side's type: 'true' = b, '3' = n, 'public.t' = oid::regclass.
  if (a.type == Type::Text && b.type != Type::Null && b.type != Type::Array && b.type != Type::Row) {
    if (b.type == Type::Object && a.text == "0") return -1;  // no object's OID
    if (b.type == Type::Object) throw Unknowable("an OID is compared with a text");
    if (b.type == Type::Bool) return (a.text == "t" || a.text == "true") - b.boolean;
    return a.text.compare(toText(b));
  }
  if (b.type == Type::Text && a.type != Type::Null && a.type != Type::Array && a.type != Type::Row) return -compare(b, a);
  throw Unknowable("values of different types are compared");
}

std::string keyOf(const Value& value) {
  switch (value.type) {
    case Value::Type::Object: return (value.arrayType ? "a" : "o") + std::to_string(value.object->serial);
    case Value::Type::Array: case Value::Type::Row: {
      std::string key = "[";
      for (const Value& item : value.items) key += keyOf(item) + "\x1f";
      return key + "]";
    }
    case Value::Type::Null: return "n";
    default: return "v" + toText(value);
  }
}

}  // namespace schemac::parser::plpgsql
