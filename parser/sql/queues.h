#pragma once
#include "parser/sql/replay.h"

struct FuncCall;

namespace schemac::parser {

// SELECT pgmq.create('x') makes the queue's table, q_x, and its archive, a_x. The table stands for the queue: all that comes with it is derived
// from it, as the extension's version shapes it.
// False: the call is of no function that makes or drops a queue.
bool followQueueCall(Replay& replay, const FuncCall& call);

// Marks what is derived from the queues' tables of a schema that was read from a server.
void deriveQueues(ir::Schema& schema);

}  // namespace schemac::parser
