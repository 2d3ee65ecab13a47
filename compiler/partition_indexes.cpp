#include "compiler/partition_indexes.h"

#include <algorithm>

namespace schemac::compiler {
namespace {

using ir::Index;
using ir::Object;

// "measures_2026_day_idx", where nothing is cut off and no number is needed: those depend on what was there before.
bool hasUsualName(const Object& object) {
  const auto& index = object.as<Index>();
  std::string name = object.parent->name.str();
  for (const ir::IndexElement& element : index.elements) name += "_" + (element.column ? element.column->name.str() : std::string("expr"));
  for (const ir::Ref& column : index.include) name += "_" + column->name.str();
  name += "_idx";
  constexpr std::size_t longest = 63;
  return name.size() <= longest && object.name.view() == name;
}

bool isOrdinaryCopy(const Object& object) {
  const auto& index = object.as<Index>();
  const auto& whole = index.partitionOf->as<Index>();
  const auto sorted = [](ir::Options options) {
    std::sort(options.begin(), options.end());
    return options;
  };
  return hasUsualName(object) && sorted(index.options) == sorted(whole.options) && index.tablespace == whole.tablespace &&
         index.statistics == whole.statistics;
}

// The copy of a key's index is the key's.
bool underKey(const Object* index) {
  for (; index; index = index->as<Index>().partitionOf.object)
    if (index->as<Index>().constraint) return true;
  return false;
}

}  // namespace

std::unordered_set<const Object*> ownPartitionIndexes(const Matching& matching, const Fates& fates) {
  std::unordered_set<const Object*> own;
  for (const Object& object : matching.to().objects()) {
    if (object.dropped || !object.derivedFrom || (matching.before(object) && !fates.isBorn(object))) continue;
    // What an old partition has or gets is attached to the key of its table: only a new one is made with a key of its own.
    if (const auto* key = object.get<ir::Key>(); key && key->named && object.derivedFrom->kind == ir::Kind::Key && fates.isBorn(*object.parent))
      own.insert(&object);
    const auto* index = object.get<Index>();
    if (!index || object.derivedFrom != index->partitionOf.object) continue;
    if (!underKey(&object) && !isOrdinaryCopy(object)) own.insert(&object);
  }
  return own;
}

}  // namespace schemac::compiler
