#include "tools/schemac/partition_indexes.h"

#include <algorithm>
#include <set>

namespace schemac::tool {
namespace {

using ir::Index;
using ir::Object;

bool isCopy(const Object& object) {
  const auto* index = object.dropped ? nullptr : object.get<Index>();
  return index && index->partitionOf && !index->constraint && object.derivedFrom == index->partitionOf.object;
}

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
  return hasUsualName(object) && sorted(index.options) == sorted(whole.options) && index.tablespace == whole.tablespace && index.statistics == whole.statistics;
}

const Object* topmost(const Object* index) {
  while (index->as<Index>().partitionOf) index = index->as<Index>().partitionOf.object;
  return index;
}

}  // namespace

std::shared_ptr<ir::Schema> withOwnPartitionIndexes(std::shared_ptr<ir::Schema> schema) {
  std::set<const Object*> apart;  // topmost indexes of which one copy at least is its own
  for (const Object& object : schema->objects())
    if (isCopy(object) && !topmost(&object)->as<Index>().constraint && !isOrdinaryCopy(object)) apart.insert(topmost(&object));
  if (apart.empty()) return schema;
  std::set<std::uint32_t> copies, partitioned;  // by serial: a clone keeps them
  for (const Object& object : schema->objects()) {
    if (!isCopy(object) || !apart.contains(topmost(&object))) continue;
    copies.insert(object.serial);
    partitioned.insert(object.as<Index>().partitionOf->serial);
  }
  std::shared_ptr<ir::Schema> result = schema->clone();
  for (const std::uint32_t serial : copies) result->edit(result->objects()[serial]).derivedFrom = nullptr;
  for (const std::uint32_t serial : partitioned) result->edit<Index>(result->objects()[serial]).only = true;
  result->forget();
  return result;
}

}  // namespace schemac::tool
