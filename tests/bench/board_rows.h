// Rows of the boards on the screen, painted in memory at 1920 x 1080: opening outcomes and constraints by the hundred,
// a frame of an edit, and a frame in which the pointer follows a thread of a large overview.
#pragma once

#include "bench/bench_table.h"

namespace flowspine::bench {

// Needs that no QApplication is alive.
void addBoardRows(BenchTable& table);

} // namespace flowspine::bench
