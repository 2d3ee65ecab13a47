#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "parser/analyze/types.h"

namespace schemac::parser {

// What a node of the typed tree is. The tree has one shape for all of them, so that comparing and printing it are one function each.
enum class Tag : std::uint8_t {
  Unknown,      // could not be analysed
  Constant,     // text: the canonical value; null: Null
  Null,
  Column,       // level, number: the FROM item; text: the column's name
  WholeRow,     // level, number
  Variable,     // an argument, VALUE, NEW, OLD, excluded: text
  Call,         // function or builtinFunction, flags
  Operator,     // builtinOperator, or object + text
  Any, All,     // operator over an array: as Operator
  And, Or, Not,
  IsNull, IsNotNull, BooleanTest,
  Distinct, NullIf, RowCompare,
  Case, Coalesce, Greatest, Least,
  Row, Array, Cast, Length, Collate, Subscript, Slice, Field,
  SubLink, Default, SqlValue, Xml, Json, Grouping, CurrentOf,
  Window, Sort, List, Nothing,
  Query, SetOperation, With, Cte, From, FromItem, Join, Target, Group, GroupingSet, Limit, Lock, Values, Insert, Update, Delete, Merge, When,
};

struct Typed {
  Tag tag = Tag::Unknown;
  bool explicitCast = false;   // of a cast: written, not added (not compared)
  bool row = false;            // of a constant: as written, another spelling may be the same value
  std::uint16_t level = 0;     // Column: how many queries up
  std::int32_t number = 0;     // a sub-kind or position
  Type type;
  ir::Text modifiers;
  std::string_view text;
  ir::Name name;               // Column: what it is called here (not compared)
  const ir::Object* object = nullptr;
  const ir::builtins::Function* function = nullptr;
  const ir::builtins::Operator* op = nullptr;
  std::span<Typed*> parts;
  int location = -1;
};

// The memory of the trees of one comparison or binding.
class Arena {
 public:
  Typed* make(Tag tag) {
    auto* made = new (memory_.allocate(sizeof(Typed), alignof(Typed))) Typed();
    made->tag = tag;
    return made;
  }
  std::span<Typed*> list(std::span<Typed* const> parts) {
    if (parts.empty()) return {};
    auto* at = static_cast<Typed**>(memory_.allocate(parts.size() * sizeof(Typed*), alignof(Typed*)));
    std::copy(parts.begin(), parts.end(), at);
    return {at, parts.size()};
  }
  std::string_view text(std::string_view text) {
    if (text.empty()) return {};
    auto* at = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::copy(text.begin(), text.end(), at);
    return {at, text.size()};
  }

 private:
  alignas(std::max_align_t) std::byte first_[4096];
  std::pmr::monotonic_buffer_resource memory_{first_, sizeof first_};
};

}  // namespace schemac::parser
