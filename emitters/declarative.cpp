#include "emitters/declarative.h"

#include <algorithm>
#include <map>
#include <set>

#include "emitters/declarative_files.h"
#include "emitters/sql/emission.h"

namespace schemac::emitters {
namespace {

using ir::Kind;
using ir::Object;

// Does the file make a function whose body PostgreSQL would look into, and that may name what is not there? Of PL/pgSQL it looks at little more than
// the types; what an SQL function names may have gone long ago.
bool looksAhead(const ir::Plan& plan, const DeclarativeFile& file, const std::set<const Object*>& later) {
  for (const ir::Step* step : file.steps) {
    const Object* object = plan.operations[step->operation].after;
    const auto* function = object ? object->get<ir::Function>() : nullptr;
    if (!function || function->sqlBody) continue;
    if (function->language == "sql") return true;
    for (const ir::Ref& used : function->uses)
      for (const Object* at = used.object; at; at = at->parent)
        if (later.contains(at)) return true;
  }
  return false;
}

}  // namespace

std::vector<File> emitDeclarative(const ir::Plan& plan) {
  const std::vector<DeclarativeFile> sorted = declarativeFiles(plan);
  // From the last file to the first: what the files behind each make.
  std::vector<bool> ahead(sorted.size());
  std::set<const Object*> later;
  for (std::size_t i = sorted.size(); i-- > 0;) {
    for (const ir::Step* step : sorted[i].steps) {
      const ir::Operation& op = plan.operations[step->operation];
      if (op.verb == ir::Verb::Create) later.insert(op.after);
      for (const std::size_t folded : step->folded) later.insert(plan.operations[folded].after);
    }
    ahead[i] = looksAhead(plan, sorted[i], later);
  }
  Emission emission(plan, false);
  std::vector<File> files;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    ir::Segment segment;
    for (const ir::Step* step : sorted[i].steps) segment.steps.push_back(*step);
    emission.out = Writer(Writer::Style::Plain);
    emission.segment(segment);
    if (emission.out.empty()) continue;
    const std::string text = emission.out.text();
    if (!text.empty()) files.push_back({sorted[i].name, (ahead[i] ? "set check_function_bodies = off;\n\n" : "") + text});
  }
  return files;
}

}  // namespace schemac::emitters
