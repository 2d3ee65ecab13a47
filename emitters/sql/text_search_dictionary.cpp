#include <algorithm>

#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Verb;

// The server keeps a number as it was written, without quotes.
std::string value(std::string_view text) {
  const bool number = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? std::string(text) : literal(text);
}

std::string option(const ir::Option& o) { return ir::quoteIdentifier(o.name) + " = " + value(o.value); }

}  // namespace

void emit(Emission& e, const ir::Operation& op, const ir::TextSearchDictionary* before, const ir::TextSearchDictionary* after) {
  switch (op.verb) {
    case Verb::Create: {
      std::vector<std::string> options{"template = " + (after->parent.object ? ir::qualifiedName(*after->parent.object) : qualifiedText(after->parent))};
      for (const ir::Option& o : after->options) options.push_back(option(o));
      return e.out.guarded(missing(*op.after), "create text search dictionary " + ir::qualifiedName(*op.after) + " (" + join(options, ", ") + ")");
    }
    case Verb::Alter: {
      const OptionChange change = optionChange(before->options, after->options);
      std::vector<std::string> options;
      for (const std::string& name : change.reset) options.push_back(ir::quoteIdentifier(name));
      for (const ir::Option& o : change.set) options.push_back(option(o));
      if (!options.empty()) e.out.statement("alter text search dictionary " + ir::qualifiedName(*op.after) + " (" + join(options, ", ") + ")");
      return;
    }
    case Verb::Rename: return emitRename(e, op, "alter text search dictionary");
    case Verb::Drop: return emitDrop(e, *op.before, "drop text search dictionary if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
