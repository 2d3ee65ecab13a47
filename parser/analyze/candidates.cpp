#include "parser/analyze/candidates.h"

#include <numeric>

namespace schemac::parser {
namespace {

using Indexes = std::vector<std::size_t>;

// Keeps those with the highest score; all where every score is 0.
template <class Score>
void keepBest(Indexes& left, const Score& score) {
  int best = 0;
  Indexes kept;
  for (const std::size_t candidate : left) {
    const int own = score(candidate);
    if (own > best) best = own, kept.clear();
    if (own == best) kept.push_back(candidate);
  }
  left = std::move(kept);
}

}  // namespace

int selectCandidate(const std::vector<std::vector<Type>>& candidates, std::span<const Type> arguments, const Types& types,
                    const std::function<bool(std::span<const Type>, std::span<const Type>)>& canCoerce) {
  const Type unknown = types.known().unknown;
  Indexes left;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (canCoerce(arguments, candidates[i])) left.push_back(i);
  if (left.empty()) return -1;
  if (left.size() == 1) return static_cast<int>(left[0]);

  std::vector<Type> bases;
  std::size_t unknowns = 0;
  bool blind = false;
  for (const Type type : arguments) {
    if (!type) blind = true;
    bases.push_back(type && type != unknown ? types.base(type) : type);
    unknowns += type == unknown;
  }
  const std::size_t count = arguments.size();
  const auto decided = [&](int& result) {
    if (left.size() != 1) return false;
    result = blind ? -2 : static_cast<int>(left[0]);
    return true;
  };
  int result = -2;
  // Most exact matches of known types.
  keepBest(left, [&](std::size_t c) {
    int matches = 0;
    for (std::size_t i = 0; i < count; ++i) matches += bases[i] && bases[i] != unknown && candidates[c][i] == bases[i];
    return matches;
  });
  if (decided(result)) return result;
  // Most exact or preferred ones.
  keepBest(left, [&](std::size_t c) {
    int matches = 0;
    for (std::size_t i = 0; i < count; ++i)
      if (bases[i] && bases[i] != unknown)
        matches += candidates[c][i] == bases[i] || (types.category(candidates[c][i]) == types.category(bases[i]) && types.preferred(candidates[c][i]));
    return matches;
  });
  if (decided(result)) return result;
  if (blind || unknowns == 0) return -2;

  // A category for each unknown literal: string if any candidate takes one, else the one that all agree on.
  std::vector<char> slots(count, 0);
  std::vector<bool> preferredSlots(count, false);
  bool resolved = true, anyUnknown = false;
  for (std::size_t i = 0; i < count && resolved; ++i) {
    if (bases[i] != unknown) continue;
    anyUnknown = true;
    bool conflict = false;
    for (const std::size_t c : left) {
      const char category = types.category(candidates[c][i]);
      const bool preferred = types.preferred(candidates[c][i]);
      if (!slots[i]) {
        slots[i] = category, preferredSlots[i] = preferred;
      } else if (slots[i] == category) {
        preferredSlots[i] = preferredSlots[i] || preferred;
      } else if (category == 'S') {
        slots[i] = category, preferredSlots[i] = preferred;
      } else if (slots[i] != 'S') {
        conflict = true;
      }
    }
    if (conflict && slots[i] != 'S') resolved = false;
  }
  if (anyUnknown && resolved) {
    Indexes kept;
    for (const std::size_t c : left) {
      bool keep = true;
      for (std::size_t i = 0; i < count && keep; ++i) {
        if (bases[i] != unknown) continue;
        const Type own = candidates[c][i];
        keep = types.category(own) == slots[i] && (!preferredSlots[i] || types.preferred(own));
      }
      if (keep) kept.push_back(c);
    }
    if (!kept.empty()) left = std::move(kept);
    if (left.size() == 1) return static_cast<int>(left[0]);
  }
  // Last: if all known arguments are of one type, the unknown ones may be too.
  if (unknowns < count) {
    Type knownType;
    for (std::size_t i = 0; i < count; ++i) {
      if (bases[i] == unknown) continue;
      if (!knownType) knownType = bases[i];
      else if (knownType != bases[i]) return -2;
    }
    std::vector<Type> all(count, knownType);
    int only = -1, fitting = 0;
    for (const std::size_t c : left)
      if (canCoerce(all, candidates[c])) only = static_cast<int>(c), ++fitting;
    if (fitting == 1) return only;
  }
  return -2;
}

}  // namespace schemac::parser
