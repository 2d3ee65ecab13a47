#include "parser/analyze/equality.h"

#include "parser/sql/parse.h"

#include "parser/sql/pg_nodes.h"

namespace schemac::parser {
namespace {

// Texts that are whole statements, or clauses: they are no expressions.
bool isQuery(const ir::ExpressionSite& site) {
  return site.owner && (site.owner->kind == ir::Kind::View || site.owner->kind == ir::Kind::MaterializedView || site.field == "sql body");
}

class TypedEquality : public ir::Equality {
 public:
  TypedEquality(const ir::Schema& from, const ir::Schema& to) : from_(from), to_(to) {}

  ir::Verdict compare(const ir::Expression& a, const ir::ExpressionSite& siteA, const ir::Expression& b, const ir::ExpressionSite& siteB) const override {
    using ir::Answer;
    if (a == b) return {Answer::Equal, {}};
    const std::string left = ir::render(a), right = ir::render(b);
    if (!a.resolved || !b.resolved) {
      // A name that could not be followed means the same only under the same text.
      return left == right && a.text == b.text ? ir::Verdict{Answer::Equal, {}} : ir::Verdict{Answer::Unknown, "a name in it could not be followed"};
    }
    if (left == right) return {Answer::Equal, {}};
    ParseMemory memory;
    const bool query = isQuery(siteA) && isQuery(siteB);
    const ParsedText x = query ? parseQuery(left, memory) : parseExpression(left, memory);
    const ParsedText y = query ? parseQuery(right, memory) : parseExpression(right, memory);
    if (!x.node || !y.node) return {Answer::Unknown, "it cannot be parsed: " + (x.node ? y.error : x.error)};
    if (equal(x.node, y.node)) return {Answer::Equal, {}};
    return {Answer::Different, "different trees"};
  }

 private:
  [[maybe_unused]] const ir::Schema& from_;
  [[maybe_unused]] const ir::Schema& to_;
};

}  // namespace

std::unique_ptr<ir::Equality> makeEquality(const ir::Schema& from, const ir::Schema& to) { return std::make_unique<TypedEquality>(from, to); }

}  // namespace schemac::parser
