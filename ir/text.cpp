#include "ir/text.h"

#include <array>
#include <mutex>
#include <unordered_set>

namespace schemac::ir {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// Two sources are replayed on two threads: shards keep them out of each other's way.
struct Shard {
  std::mutex mutex;
  std::unordered_set<std::string, Hash, std::equal_to<>> texts;
};

const std::string* shared(std::string_view text, std::size_t hash) {
  static auto& shards = *new std::array<Shard, 64>;  // never destroyed: a Text may outlive main
  Shard& shard = shards[(hash >> 7) % shards.size()];
  const std::lock_guard lock(shard.mutex);
  auto found = shard.texts.find(text);
  if (found == shard.texts.end()) found = shard.texts.emplace(text).first;
  return &*found;
}

// What a thread asked for before needs no lock.
const std::string* intern(std::string_view text) {
  thread_local std::array<const std::string*, 4096> recent{};
  const std::size_t hash = Hash{}(text);
  const std::string*& slot = recent[hash % recent.size()];
  if (!slot || *slot != text) slot = shared(text, hash);
  return slot;
}

}  // namespace

Text::Text() {
  static const std::string* const nothing = intern("");
  text_ = nothing;
}

Text::Text(std::string_view text) : text_(intern(text)) {}

}  // namespace schemac::ir
