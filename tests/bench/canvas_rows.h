// Rows of the value-flow canvas on the screen: opening it, panning, zooming out and editing, each beside a scene with
// one plain item a node and a line a link. Painted in memory at 1920 x 1080.
#pragma once

#include "bench/bench_table.h"

namespace flowspine::bench {

// Needs that no QApplication is alive.
void addCanvasRows(BenchTable& table);

} // namespace flowspine::bench
