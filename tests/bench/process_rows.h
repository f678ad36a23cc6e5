// Rows of whole processes: commands, the designer up to its first paint, and exports, each beside a program that does
// only the unavoidable.
#pragma once

#include "bench/bench_table.h"

#include <string>
#include <vector>

namespace flowspine::bench {

void addProcessRows(BenchTable& table);

// Runs the designer in this process with a plan and ends with its first paint; for the row of starting. Returns the
// exit code.
[[nodiscard]] int paintOnce(int argc, char** argv);

} // namespace flowspine::bench
