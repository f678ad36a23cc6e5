// The lane layout beside graphviz on the same flows: time, crossings, links through boxes, overlaps. The time is also
// set against sweeps of median and switching, the least that any layered layout does.
#pragma once

#include "bench/bench_table.h"

#include <map>
#include <string>

namespace flowspine::bench {

// As for the plan's rows: register, run, then add the times in ms by name. Runs dot when it is installed.
void registerLayoutBenchmarks();
void addLayoutRows(BenchTable& table, const std::map<std::string, double>& times);

} // namespace flowspine::bench
