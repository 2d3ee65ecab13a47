#include "compiler/partition_indexes.h"

#include <algorithm>

namespace schemac::compiler {
namespace {

using ir::Index;
using ir::Kind;
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

// Does PostgreSQL make an index of a partition along with its table's, or attach one that it finds: what is it to find?
bool isFound(const Matching& matching, const Fates& fates, const Object& index) {
  const Object& carrier = carrierOf(index);
  if (!carrier.derivedFrom) return true;
  if (carrier.kind == Kind::Index) return !isOrdinaryCopy(index);
  // What an old partition has or gets is attached to the key of its table: only a new one is made with a key of its own.
  const auto* key = carrier.get<ir::Key>();
  return key && key->named && !isThere(matching, fates, *index.parent);
}

}  // namespace

bool joins(const Matching& matching, const Fates& fates, const Object& table, const Object& whole) {
  if (!isThere(matching, fates, table)) return true;
  const Object* above = matching.before(*whole.parent);
  const auto& parents = matching.before(table)->as<ir::Table>().parents;
  return std::none_of(parents.begin(), parents.end(), [&](const ir::Ref& parent) { return parent.object == above; });
}

const Object& carrierOf(const Object& index) {
  const ir::Ref constraint = index.as<Index>().constraint;
  return constraint ? *constraint : index;
}

const Object* attachedTo(const Object& carrier) {
  const Object* index = ir::indexOf(carrier);
  return index ? index->as<Index>().partitionOf.object : nullptr;
}

bool mayStandIn(const Object& index, const Object& whole) {
  const auto& own = index.as<Index>();
  return !own.partitionOf && (own.constraint || !whole.as<Index>().constraint) && ir::servesAs(own, whole.as<Index>());
}

PartitionIndexes partitionIndexes(const Matching& matching, const Fates& fates) {
  PartitionIndexes found;
  for (const Object& object : matching.to().objects()) {
    const auto* index = object.dropped ? nullptr : object.get<Index>();
    if (!index || !index->partitionOf) continue;
    const Object& whole = *index->partitionOf;
    const Object& carrier = carrierOf(object);
    if (isThere(matching, fates, carrier)) continue;
    const bool withWhole = !isThere(matching, fates, carrierOf(whole));
    const bool along = withWhole ? whole.as<Index>().valid : joins(matching, fates, *object.parent, whole);
    if (!along) found.byHand.insert(&carrier);
    else if (isFound(matching, fates, object)) found.before.insert(&carrier);
  }
  return found;
}

}  // namespace schemac::compiler
