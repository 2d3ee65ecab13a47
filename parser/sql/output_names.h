#pragma once
#include "parser/sql/replay.h"

namespace schemac::parser {

// A query's output columns keep the names they had when it was stored, whatever becomes of the columns they come from. To be called before
// `column` gets another name: queries that give it out under its own name (SELECT id, SELECT *) say AS id from then on.
void keepOutputNames(Replay& replay, const ir::Object& column);

}  // namespace schemac::parser
