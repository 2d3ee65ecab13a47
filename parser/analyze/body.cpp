// What the body of a function names, without analysing it: tokens, and what stands around them.
#include <array>
#include <unordered_set>

#include "parser/analyze/bind.h"
#include "parser/analyze/recorder.h"

namespace schemac::parser {
namespace {

struct Word {
  std::uint32_t begin = 0, end = 0;
  bool identifier = false, quoted = false;
  std::string text;  // folded
};

class BodyScan {
 public:
  BodyScan(std::string_view body, const Names& names) : body_(body), names_(names) {}

  std::vector<ir::Ref> run() {
    next();
    while (!word_.text.empty()) {
      if (word_.identifier) identifier();
      else next();
    }
    return std::move(uses_);
  }

 private:
  // The next token; literals and comments are passed by, but a word in front of a literal stays ('x'::regclass is not looked into).
  void next() {
    for (;;) {
      at_ = lex::skipSpace(body_, at_);
      word_ = {};
      if (at_ >= body_.size()) return;
      const std::uint32_t literal = lex::literalEnd(body_, at_);
      if (literal > at_) {
        at_ = literal;
        previous_ = "'";
        continue;
      }
      const std::uint32_t end = lex::identifierEnd(body_, at_);
      word_.begin = at_;
      word_.identifier = end > at_;
      word_.end = word_.identifier ? end : at_ + 1;
      word_.quoted = word_.identifier && body_[at_] == '"';
      if (word_.quoted) {
        for (std::uint32_t i = at_ + 1; i + 1 < end; ++i) {
          word_.text += body_[i];
          if (body_[i] == '"') ++i;
        }
      } else {
        for (std::uint32_t i = at_; i < word_.end; ++i) word_.text += body_[i] >= 'A' && body_[i] <= 'Z' ? static_cast<char>(body_[i] + 32) : body_[i];
      }
      if (!word_.identifier && body_.substr(at_, 2) == "::") {
        word_.text = "::";
        word_.end = at_ + 2;
      }
      at_ = word_.end;
      return;
    }
  }

  // A dotted name, and what the tokens before and after it say it is.
  void identifier() {
    std::vector<std::string> parts{word_.text};
    const bool plain = !word_.quoted;
    const std::string before = previous_;
    next();
    while (word_.text == "." && parts.size() < 4) {
      next();
      if (!word_.identifier) break;
      parts.push_back(word_.text);
      next();
    }
    previous_ = plain && parts.size() == 1 ? parts[0] : "name";
    const bool call = word_.text == "(";
    const ir::Name schemaName = parts.size() > 1 ? ir::Name(parts[0]) : ir::Name();
    const ir::Name name = parts.size() > 1 ? parts[1] : parts[0];
    const bool afterRelationWord = before == "from" || before == "join" || before == "into" || before == "update" || before == "table" || before == "only" || before == "using" || before == ",";
    if (call && parts.size() <= 2) {
      for (const ir::Object* function : names_.routines(schemaName, name)) use(function);
    }
    if ((afterRelationWord || parts.size() >= 2) && parts.size() <= 3) relation(schemaName, name);
    if ((before == "::" || before == "as" || before == "returns" || before == "of" || before == "setof" || before == "name" || before == "constant") && !call) type(schemaName, name);
    if (word_.text == "%") relation(schemaName, name);  // t%ROWTYPE, t.c%TYPE
  }

  void relation(ir::Name schemaName, ir::Name name) {
    if (schemaName.empty() && name.view().size() < 2) return;
    if (const ir::Object* found = names_.relation(schemaName, name)) use(found);
  }
  void type(ir::Name schemaName, ir::Name name) {
    if (schemaName.empty() && ir::builtins::findType(name, names_.schema().serverVersion)) return;
    const ir::TypeRef found = names_.type(schemaName, name);
    if (found && found.type->origin != ir::Origin::BuiltIn) use(found.type.object);
  }
  void use(const ir::Object* object) {
    if (object->origin != ir::Origin::BuiltIn && seen_.insert(object).second) uses_.emplace_back(object);
  }

  std::string_view body_;
  const Names& names_;
  std::uint32_t at_ = 0;
  Word word_;
  std::string previous_;
  std::vector<ir::Ref> uses_;
  std::unordered_set<const ir::Object*> seen_;
};

}  // namespace

std::vector<ir::Ref> bodyUses(std::string_view body, std::string_view language, const BindScope& scope, const Names& names) {
  if (language == "plpgsql") return BodyScan(body, names).run();
  if (language != "sql") return {};
  // An SQL body is parsed and bound; what it names is what is bound.
  std::vector<ir::Ref> uses;
  ParseMemory memory;
  const ParsedText parsed = parseQuery(body, memory);
  if (!parsed.node) return BodyScan(body, names).run();  // several statements, or none that parse
  const Slice slice{body, 0, static_cast<std::uint32_t>(body.size()), nullptr, 0};
  std::unordered_set<const ir::Object*> seen;
  for (const ir::Binding& binding : bindShifted(parsed, slice, scope, names).expression.bindings) {
    const ir::Object* target = binding.target.object;
    if (target && target->kind == ir::Kind::Column) target = target->parent;
    if (target && seen.insert(target).second) uses.emplace_back(target);
  }
  return uses;
}

}  // namespace schemac::parser
