// Rows measured inside this process with Google Benchmark: the plan's file, edits, differences and pictures.
#pragma once

#include "bench/bench_table.h"

#include <map>
#include <string>

namespace flowspine::bench {

// Registers the benchmarks; run them, then addPlanRows() with their times in ms by name.
void registerPlanBenchmarks();
void addPlanRows(BenchTable& table, const std::map<std::string, double>& times);

} // namespace flowspine::bench
