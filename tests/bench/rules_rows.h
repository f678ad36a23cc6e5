// The health rules, measured inside this process: a full check, and following one edit.
#pragma once

#include "bench/bench_table.h"

#include <map>
#include <string>

namespace flowspine::bench {

// As for the plan's rows: register, run, then add the times in ms by name.
void registerRuleBenchmarks();
void addRuleRows(BenchTable& table, const std::map<std::string, double>& times);

} // namespace flowspine::bench
