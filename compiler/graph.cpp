#include "compiler/graph.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <map>
#include <numeric>
#include <set>

#include "compiler/edges.h"
#include "compiler/rank.h"

namespace schemac::compiler {
namespace {

using ir::Kind;
using ir::Object;
using ir::Operation;
using ir::Verb;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

const Object& end(const Operation& operation) { return operation.after ? *operation.after : *operation.before; }

// Which parts leave their whole first when they stand in a cycle; nothing for those that never do.
std::optional<int> leavingRank(const Operation& operation) {
  const Object& object = end(operation);
  switch (object.kind) {
    case Kind::ForeignKey: return 0;
    case Kind::Policy: return 1;
    case Kind::Trigger: case Kind::Rule: return 2;
    case Kind::Default: return 3;
    case Kind::Check: return 4;
    case Kind::Exclusion: return 5;
    case Kind::PublicationMember: case Kind::Index: return 6;
    case Kind::Column: return object.as<ir::Column>().generation ? std::optional(7) : std::nullopt;
    case Kind::Key: return 8;
    case Kind::Sequence: return 9;
    default: return std::nullopt;
  }
}

class Sorter {
 public:
  Sorter(Operations& operations, ir::Diagnostics& diagnostics)
      : ops_(operations.list), edges_(operations.edges), part_(operations.part), diagnostics_(diagnostics) {
    ranks_.reserve(ops_.size());
    for (const Operation& operation : ops_) ranks_.push_back(rankOf(operation));
    // Positions by rank: comparing numbers from here on.
    byRank_.resize(ops_.size());
    std::iota(byRank_.begin(), byRank_.end(), std::size_t{0});
    std::sort(byRank_.begin(), byRank_.end(), [&](std::size_t a, std::size_t b) { return ranks_[a] < ranks_[b]; });
    position_.resize(ops_.size());
    for (std::size_t i = 0; i != byRank_.size(); ++i) position_[byRank_[i]] = i;
  }

  std::optional<std::vector<ir::Step>> run() {
    if (!separate()) return std::nullopt;
    separateForeignKeys();
    loosen();
    std::vector<ir::Step> steps = sort();
    for (std::size_t i = 0; i != ops_.size(); ++i)
      if (ops_[i].verb == Verb::Drop && wholeOf(i) != i) ops_[i].implied = true;
    return steps;
  }

 private:
  std::size_t wholeOf(std::size_t i) const {
    while (part_[i] >= 0) i = static_cast<std::size_t>(part_[i]);
    return i;
  }

  // Component numbers of the contracted graph, and which components have more than one member.
  struct Components {
    std::vector<int> of;
    std::vector<int> size;
    bool knotted(std::size_t whole) const { return size[static_cast<std::size_t>(of[whole])] > 1; }
    bool any() const { return std::any_of(size.begin(), size.end(), [](int s) { return s > 1; }); }
  };
  Components components(bool withSoft) const {
    Graph graph(ops_.size());
    for (const ir::Edge& edge : edges_) {
      const std::size_t a = wholeOf(edge.first), b = wholeOf(edge.second);
      if (a != b && (withSoft || !edge.soft)) boost::add_edge(a, b, graph);
    }
    Components result;
    result.of.resize(ops_.size());
    const int count = ops_.empty() ? 0 : boost::strong_components(graph, result.of.data());
    result.size.resize(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i != ops_.size(); ++i)
      if (part_[i] < 0) ++result.size[static_cast<std::size_t>(result.of[i])];
    return result;
  }

  // Takes parts out of their wholes until hard edges form no cycle.
  bool separate() {
    while (true) {
      const Components knots = components(false);
      if (!knots.any()) return true;
      std::map<int, std::vector<std::size_t>> candidates;  // by component
      std::set<std::size_t> seen;
      const auto consider = [&](std::size_t i, std::size_t other) {
        const std::size_t a = wholeOf(i), b = wholeOf(other);
        if (a == b || knots.of[a] != knots.of[b] || part_[i] < 0 || !leavingRank(ops_[i]) || !seen.insert(i).second) return;
        candidates[knots.of[a]].push_back(i);
      };
      for (const ir::Edge& edge : edges_) {
        if (edge.soft) continue;
        consider(edge.first, edge.second);
        consider(edge.second, edge.first);
      }
      if (candidates.empty()) return reportCycle(knots), false;
      for (auto& [component, parts] : candidates) leave(parts, knots.size[static_cast<std::size_t>(component)]);
    }
  }

  // The part that leaves first: of the kind that leaves first, of the whole that comes first. In large knots all such parts of that whole.
  void leave(std::vector<std::size_t>& parts, int size) {
    const auto key = [&](std::size_t i) { return std::tuple(*leavingRank(ops_[i]), position_[wholeOf(i)], position_[i]); };
    std::sort(parts.begin(), parts.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    const std::size_t first = parts.front(), whole = wholeOf(first);
    for (std::size_t i : parts) {
      if (i != first && (size < 50 || wholeOf(i) != whole || leavingRank(ops_[i]) != leavingRank(ops_[first]))) continue;
      part_[i] = -1;
    }
  }

  void reportCycle(const Components& knots) {
    // The smallest member's way back to itself.
    std::size_t start = ops_.size();
    for (std::size_t i : byRank_)
      if (part_[i] < 0 && knots.knotted(i)) { start = i; break; }
    std::vector<const ir::Edge*> how(ops_.size(), nullptr);
    std::vector<std::size_t> queue{start};
    const ir::Edge* last = nullptr;
    for (std::size_t at = 0; at != queue.size() && !last; ++at) {
      for (const ir::Edge& edge : edges_) {
        const std::size_t a = wholeOf(edge.first), b = wholeOf(edge.second);
        if (edge.soft || a != queue[at] || a == b || knots.of[b] != knots.of[start]) continue;
        if (b == start) { last = &edge; break; }
        if (!how[b]) how[b] = &edge, queue.push_back(b);
      }
    }
    auto& diagnostic = diagnostics_.add(ir::Code::Cycle, end(ops_[start]).location, "no order satisfies all dependencies of " + ir::describe(end(ops_[start])),
                                        "Break the cycle: one of them must not need the other while it is made.");
    for (const ir::Edge* edge = last; edge; edge = wholeOf(edge->first) == start ? nullptr : how[wholeOf(edge->first)])
      diagnostic.notes.push_back({end(ops_[edge->second]).location, edge->reason});
    std::reverse(diagnostic.notes.begin(), diagnostic.notes.end());
  }

  // A foreign key has its copies on the partitions it references, or that it is on, named in their order (referencedPartitions): it leaves its table,
  // or a table that waits for it, rather than give that order up.
  void separateForeignKeys() {
    for (bool again = true; again;) {
      again = false;
      const Components knots = components(true);
      if (!knots.any()) return;
      for (const ir::Edge& edge : edges_) {
        const std::size_t a = wholeOf(edge.first), b = wholeOf(edge.second);
        if (!edge.soft || a == b || knots.of[a] != knots.of[b]) continue;
        for (const std::size_t i : {edge.first, edge.second}) {
          if (part_[i] < 0 || ops_[i].verb != Verb::Create || end(ops_[i]).kind != Kind::ForeignKey) continue;
          part_[i] = -1;
          again = true;
        }
        if (again) break;
      }
    }
  }

  // Takes out soft edges that would close a cycle: the rest orders where it can.
  void loosen() {
    const Components knots = components(true);
    if (!knots.any()) return;
    std::vector<std::vector<std::size_t>> next(ops_.size());
    std::vector<std::size_t> soft;
    for (std::size_t e = 0; e != edges_.size(); ++e) {
      const std::size_t a = wholeOf(edges_[e].first), b = wholeOf(edges_[e].second);
      if (a == b || knots.of[a] != knots.of[b]) continue;
      if (edges_[e].soft) soft.push_back(e);
      else next[a].push_back(b);
    }
    const auto key = [&](std::size_t e) { return std::pair(position_[edges_[e].first], position_[edges_[e].second]); };
    std::sort(soft.begin(), soft.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    std::vector<bool> gone(edges_.size());
    std::vector<std::size_t> visited(ops_.size(), 0);
    std::size_t round = 0;
    for (std::size_t e : soft) {
      const std::size_t a = wholeOf(edges_[e].first), b = wholeOf(edges_[e].second);
      ++round;
      std::vector<std::size_t> stack{b};
      bool closes = false;
      while (!stack.empty() && !closes) {
        const std::size_t at = stack.back();
        stack.pop_back();
        if (visited[at] == round) continue;
        visited[at] = round;
        closes = at == a;
        for (std::size_t n : next[at]) stack.push_back(n);
      }
      if (closes) gone[e] = true;
      else next[a].push_back(b);
    }
    std::size_t kept = 0;
    for (std::size_t e = 0; e != edges_.size(); ++e) {
      if (gone[e]) continue;
      if (kept != e) edges_[kept] = std::move(edges_[e]);
      ++kept;
    }
    edges_.resize(kept);
  }

  // Kahn, smallest rank first; an object that was begun is finished first where it can be.
  std::vector<ir::Step> sort() {
    std::vector<std::vector<std::size_t>> next(ops_.size());
    std::vector<std::size_t> waits(ops_.size());
    for (const ir::Edge& edge : edges_) {
      const std::size_t a = wholeOf(edge.first), b = wholeOf(edge.second);
      if (a == b) continue;
      next[a].push_back(b);
      ++waits[b];
    }
    std::set<std::size_t> ready;  // positions
    for (std::size_t i = 0; i != ops_.size(); ++i)
      if (part_[i] < 0 && !waits[i]) ready.insert(position_[i]);
    std::map<std::size_t, ir::Step> parts = foldedParts();
    std::vector<ir::Step> steps;
    const Rank* last = nullptr;
    while (!ready.empty()) {
      auto pick = ready.begin();
      if (last) {
        // The first ready position of the same root.
        Rank from;
        from.phase = last->phase;
        from.rootKind = last->rootKind;
        from.root = last->root;
        from.kind = -1000;
        const auto at = std::lower_bound(byRank_.begin(), byRank_.end(), from, [&](std::size_t i, const Rank& r) { return ranks_[i] < r; });
        const auto same = ready.lower_bound(static_cast<std::size_t>(at - byRank_.begin()));
        if (same != ready.end() && sameRoot(ranks_[byRank_[*same]], *last)) pick = same;
      }
      const std::size_t i = byRank_[*pick];
      ready.erase(pick);
      last = &ranks_[i];
      ir::Step step{i, {}};
      if (const auto folded = parts.find(i); folded != parts.end()) step.folded = std::move(folded->second.folded);
      steps.push_back(std::move(step));
      for (std::size_t n : next[i])
        if (!--waits[n]) ready.insert(position_[n]);
    }
    return steps;
  }

  static bool sameRoot(const Rank& a, const Rank& b) { return a.phase == b.phase && a.rootKind == b.rootKind && a.root == b.root; }

  // Creations inside their whole's, in the order to write them: columns, each with its default; then keys, other constraints, foreign keys.
  std::map<std::size_t, ir::Step> foldedParts() const {
    std::map<std::size_t, ir::Step> parts;
    for (std::size_t i : byRank_)
      if (ops_[i].verb == Verb::Create && wholeOf(i) != i) parts[wholeOf(i)].folded.push_back(i);
    const auto key = [&](std::size_t i) {
      const Object& object = end(ops_[i]);
      int group = 0, ordinal = 0;
      switch (object.kind) {
        case Kind::Column: ordinal = object.ordinal * 2; break;
        case Kind::Default: ordinal = object.parent->ordinal * 2 + 1; break;
        case Kind::Key: group = object.as<ir::Key>().primary ? 1 : 2; break;
        case Kind::Exclusion: group = 3; break;
        case Kind::Check: group = 4; break;
        default: group = 5;
      }
      return std::tuple(group, ordinal, position_[i]);
    };
    for (auto& [whole, step] : parts)
      std::sort(step.folded.begin(), step.folded.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return parts;
  }

  std::vector<Operation>& ops_;
  std::vector<ir::Edge>& edges_;
  std::vector<int>& part_;
  ir::Diagnostics& diagnostics_;
  std::vector<Rank> ranks_;
  std::vector<std::size_t> byRank_, position_;
};

}  // namespace

std::optional<std::vector<ir::Step>> orderSteps(Operations& operations, ir::Diagnostics& diagnostics) {
  return Sorter(operations, diagnostics).run();
}

}  // namespace schemac::compiler
