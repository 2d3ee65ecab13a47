#pragma once
#include <string_view>
#include <tuple>

namespace schemac::ir {

// Every struct of ir/objects lists its members once: `template <class S = Policy> static constexpr auto fields() { return std::tuple(field("roles",
// &S::roles), …); }`. A template, so that the tuples are made where they are walked and not in every file that includes the struct.
// Comparison, references, printing and snapshots all walk this list, so a member cannot be forgotten in one of them;
// ir/object.cpp asserts that the list is complete.
template <class Struct, class Member>
struct Field {
  std::string_view name;
  Member Struct::*member;
  bool compared = true;  // false: kept and printed, but no difference of the schema (where it came from, hints for emission)
};

template <class Struct, class Member>
constexpr Field<Struct, Member> field(std::string_view name, Member Struct::*member) { return {name, member, true}; }
template <class Struct, class Member>
constexpr Field<Struct, Member> note(std::string_view name, Member Struct::*member) { return {name, member, false}; }

template <class T>
concept Described = requires { T::fields(); };

// Calls visit(field) for each field of T.
template <Described T, class Visit>
constexpr void forEachField(Visit&& visit) {
  std::apply([&](const auto&... f) { (visit(f), ...); }, T::fields());
}

}  // namespace schemac::ir
