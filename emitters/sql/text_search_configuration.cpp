#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::TextSearchConfiguration;
using ir::TokenMapping;
using ir::Verb;

std::string dictionaries(const TokenMapping& mapping) {
  std::vector<std::string> names;
  for (const ir::NamedRef& dictionary : mapping.dictionaries)
    names.push_back(dictionary.object ? ir::qualifiedName(*dictionary.object) : qualifiedText(dictionary));
  return join(names, ", ");
}

const TokenMapping* mappingOf(const std::vector<TokenMapping>& mappings, ir::Name token) {
  for (const TokenMapping& mapping : mappings)
    if (mapping.token == token) return &mapping;
  return nullptr;
}

// DROP … IF EXISTS and ADD: together they may run again, whatever the mapping was. Tokens with the same dictionaries in one statement.
void change(Emission& e, const ir::Object& object, const std::vector<TokenMapping>& before, const std::vector<TokenMapping>& after) {
  const std::string head = "alter text search configuration " + ir::qualifiedName(object);
  std::vector<std::string> gone;
  std::vector<std::pair<std::string, std::vector<std::string>>> added;  // by dictionaries, in the order of their first token
  for (const TokenMapping& mapping : before)
    if (!mappingOf(after, mapping.token)) gone.push_back(ir::quoteIdentifier(mapping.token));
  for (const TokenMapping& mapping : after) {
    const TokenMapping* old = mappingOf(before, mapping.token);
    if (old && dictionaries(*old) == dictionaries(mapping)) continue;
    const std::string token = ir::quoteIdentifier(mapping.token), wanted = dictionaries(mapping);
    gone.push_back(token);
    auto at = added.begin();
    while (at != added.end() && at->first != wanted) ++at;
    if (at == added.end()) added.push_back({wanted, {token}});
    else at->second.push_back(token);
  }
  if (!gone.empty()) e.out.statement(head + " drop mapping if exists for " + join(gone, ", "));
  for (const auto& [wanted, tokens] : added) e.out.statement(head + " add mapping for " + join(tokens, ", ") + " with " + wanted);
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const TextSearchConfiguration* before, const TextSearchConfiguration* after) {
  switch (op.verb) {
    case Verb::Create: {
      const std::string parser = after->parser.object ? ir::qualifiedName(*after->parser.object)
                                 : after->parser == "default" ? "pg_catalog.\"default\"" : qualifiedText(after->parser);
      e.out.guarded(missing(*op.after), "create text search configuration " + ir::qualifiedName(*op.after) + " (parser = " + parser + ")");
      return change(e, *op.after, {}, after->mappings);
    }
    case Verb::Alter: return change(e, *op.after, before->mappings, after->mappings);
    case Verb::Rename: return emitRename(e, op, "alter text search configuration");
    case Verb::Drop: return emitDrop(e, *op.before, "drop text search configuration if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
