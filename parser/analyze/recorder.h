#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "parser/analyze/bind.h"

namespace schemac::parser {

// Small steps through SQL text, for the ends of what the parser gives only the start of.
namespace lex {
std::uint32_t skipSpace(std::string_view text, std::uint32_t at);       // white space and comments
std::uint32_t identifierEnd(std::string_view text, std::uint32_t at);   // "Quoted", plain or U&"…"; `at` itself where there is none
std::uint32_t literalEnd(std::string_view text, std::uint32_t at);      // 'x', E'x', $$x$$, 'x' 'continued'; `at` where there is none
std::uint32_t operatorEnd(std::string_view text, std::uint32_t at);
struct Range { std::uint32_t begin = 0, end = 0; };
// The identifiers of a dotted name that begins at `at`, at most `count`; a final * counts.
std::vector<Range> dotted(std::string_view text, std::uint32_t at, int count);
}  // namespace lex

// Collects what names are bound to while the analyser walks one expression.
class Recorder {
 public:
  Recorder(const Slice& slice, int shift) : slice_(slice), shift_(shift) {}

  // Node locations count `shift` more than offsets into the slice's text.
  std::uint32_t offset(int location) const { return static_cast<std::uint32_t>(location - shift_); }
  std::string_view text() const { return slice_.text; }
  bool usable(int location) const { return location >= shift_ && offset(location) >= slice_.begin && offset(location) < slice_.end; }

  void bind(std::uint32_t begin, std::uint32_t end, const ir::Object* target, ir::BindingRole role, ir::Text spelled = {},
            std::vector<ir::Ref> columns = {});
  // A dotted name: the whole of it is bound to the target.
  void bindName(int location, int parts, const ir::Object* target, ir::BindingRole role);

  // A function or column that the expression uses and nothing in its text names: a binding of length 0, at the end.
  void imply(const ir::Object* target) {
    if (target && std::find(implied_.begin(), implied_.end(), target) == implied_.end()) implied_.push_back(target);
  }

  void unresolved(UnresolvedName name) {
    followed = false;
    unresolvedNames.push_back(std::move(name));
  }
  ir::Expression expression() const;  // the slice and its bindings, in order

  std::vector<ir::Binding> bindings;
  std::vector<UnresolvedName> unresolvedNames;
  bool followed = true;

 private:
  const Slice& slice_;
  int shift_;
  std::vector<const ir::Object*> implied_;
};

}  // namespace schemac::parser
