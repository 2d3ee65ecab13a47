#include "tools/schemac/arbiter.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <ostream>
#include <vector>

#include "ir/identity.h"
#include "parser/analyze/sites.h"
#include "parser/catalog/postgres.h"

namespace schemac::tool {
namespace {

using ir::Answer;
using ir::Verdict;

struct Question {
  std::string create, read;
};

constexpr const char* kAsked = "pg_temp.schemac_asked";

// A temporary object that holds the expression, and what the server shows of it. None: not of this kind of site.
std::optional<Question> questionOf(const ir::Expression& expression, const ir::ExpressionSite& where) {
  const parser::Site site = parser::siteOf(where, expression);
  const std::string text = ir::render(expression);
  if (site.form == parser::Site::Query && site.scope.relations.empty()) {
    std::string names;
    for (const ir::Name name : site.columnNames) names += (names.empty() ? "" : ", ") + ir::quoteIdentifier(name);
    return Question{fmt::format("CREATE TEMPORARY VIEW schemac_asked {} AS {}", names.empty() ? "" : "(" + names + ")", text),
                    fmt::format("SELECT pg_catalog.pg_get_viewdef('{}'::regclass) || (SELECT string_agg(format_type(atttypid, atttypmod), ',' ORDER BY attnum) FROM "
                                "pg_catalog.pg_attribute WHERE attrelid = '{}'::regclass AND attnum > 0)", kAsked, kAsked)};
  }
  if (site.form != parser::Site::Expression || !site.scope.variables.empty()) return std::nullopt;
  if (where.owner->kind == ir::Kind::Default && site.target)
    return Question{fmt::format("CREATE TEMPORARY TABLE schemac_asked (value {} DEFAULT {})", ir::formatType(site.target), text),
                    fmt::format("SELECT pg_catalog.pg_get_expr(adbin, adrelid) FROM pg_catalog.pg_attrdef WHERE adrelid = '{}'::regclass", kAsked)};
  std::string from;
  for (const parser::ScopeRelation& relation : site.scope.relations) {
    if (!relation.relation) return std::nullopt;
    from += (from.empty() ? " FROM " : ", ") + ir::qualifiedName(*relation.relation) + " AS " + ir::quoteIdentifier(relation.alias);
  }
  return Question{fmt::format("CREATE TEMPORARY VIEW schemac_asked AS SELECT ({}) AS value{}", text, from),
                  fmt::format("SELECT pg_catalog.pg_get_viewdef('{}'::regclass) || (SELECT format_type(atttypid, atttypmod) FROM pg_catalog.pg_attribute WHERE attrelid = "
                              "'{}'::regclass AND attnum = 1)", kAsked, kAsked)};
}

// What one server shows for questions, each in a transaction that is rolled back.
class Asker {
 public:
  // Nothing, with what the server says in `why`, where it refuses.
  std::optional<std::string> ask(const std::string& conninfo, const Question& question, std::string& why) {
    if (!connection_) connection_ = std::make_unique<parser::catalog::Connection>(conninfo);
    std::optional<std::string> shown;
    const std::vector<std::string> statements{"BEGIN", "SET LOCAL search_path = ''", "SET LOCAL TimeZone = 'UTC'", "SET LOCAL DateStyle = 'ISO, MDY'", "SET LOCAL IntervalStyle = postgres",
                                              "SET LOCAL lock_timeout = '3s'", "SET LOCAL statement_timeout = '10s'", question.create, question.read, "ROLLBACK"};
    const bool done = connection_->ok() && connection_->run(statements, [&](std::size_t at, const parser::catalog::Rows& rows) {
      if (at == 8 && rows.size() == 1) shown = std::string(rows[0].text());
    }) == statements.size();
    if (done && shown) return shown;
    why = connection_->error();
    connection_.reset();  // it is in a transaction that failed
    return std::nullopt;
  }

 private:
  std::unique_ptr<parser::catalog::Connection> connection_;
};

class Arbiter : public ir::Equality {
 public:
  Arbiter(std::unique_ptr<ir::Equality> analyser, std::unique_ptr<OracleGround> ground, std::ostream& out)
      : analyser_(std::move(analyser)), ground_(std::move(ground)), out_(out) {}

  Verdict compare(const ir::Expression& a, const ir::ExpressionSite& siteA, const ir::Expression& b, const ir::ExpressionSite& siteB) const override {
    Verdict verdict = analyser_->compare(a, siteA, b, siteB);
    if (verdict.answer != Answer::Unknown || !siteA.owner || !siteB.owner) return verdict;
    const auto one = questionOf(a, siteA), two = questionOf(b, siteB);
    if (!one || !two) return verdict;
    const Verdict answered = ask(*one, *two, verdict);
    out_ << fmt::format("oracle: asked about {} ({}): {}{}\n", ir::describe(*siteB.owner), siteB.field,
                        answered.answer == Answer::Equal ? "equal" : answered.answer == Answer::Different ? "different" : "no answer", answered.answer == Answer::Unknown ? ", " + answered.reason : "");
    return answered;
  }

 private:
  Verdict ask(const Question& one, const Question& two, const Verdict& before) const {
    std::string why;
    const auto databases = ground_->open(why);
    const auto first = databases ? from_.ask(databases->from, one, why) : std::nullopt;
    const auto second = first ? to_.ask(databases->to, two, why) : std::nullopt;
    if (!second) return {Answer::Unknown, before.reason + "; the server says: " + why};
    if (*first == *second) return {Answer::Equal, {}};
    return {Answer::Different, "the server stores " + *first + " against " + *second};
  }

  std::unique_ptr<ir::Equality> analyser_;
  std::unique_ptr<OracleGround> ground_;
  mutable Asker from_, to_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ir::Equality> makeArbiter(std::unique_ptr<ir::Equality> analyser, std::unique_ptr<OracleGround> ground, std::ostream& out) {
  return std::make_unique<Arbiter>(std::move(analyser), std::move(ground), out);
}

}  // namespace schemac::tool
