#pragma once
#include <functional>
#include <string>

#include "parser/sql/replay.h"

namespace schemac::parser {

// Something that a declarative source could not do yet: the action, and the session and statement it belongs to.
struct Replay::Waiting {
  std::function<void(Replay&)> action;
  Session session;
  const ir::Source* source;
  std::string_view text;
  Statement statement;
  std::pair<std::uint32_t, std::uint32_t> extent;
  ReplayError error;  // why it waits

  static Waiting of(const Replay& replay, std::function<void(Replay&)> action, ReplayError error) {
    return {std::move(action), replay.session, replay.source, replay.text, replay.statement, replay.extent_, std::move(error)};
  }
  // Runs the action in its own session and place.
  void run(Replay& replay) const {
    const Session outer = replay.session;
    replay.session = session;
    replay.source = source;
    replay.text = text;
    replay.statement = statement;
    replay.extent_ = extent;
    replay.tokensKnown_ = false;
    action(replay);
    replay.session = outer;
  }
};

}  // namespace schemac::parser
