// Measures everything and prints one table. Arguments go to Google Benchmark; with --benchmark_filter only the rows
// measured inside this process are printed, with --canvas or --boards only those of
// the canvas or the boards.
#include "bench/bench_table.h"
#include "bench/board_rows.h"
#include "bench/canvas_rows.h"
#include "bench/plan_rows.h"
#include "bench/process_rows.h"
#include "bench/rules_rows.h"

#include <benchmark/benchmark.h>

#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace {

using namespace flowspine::bench;

// Keeps the times; the table is printed at the end.
class QuietReporter final : public benchmark::BenchmarkReporter {
  public:
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            std::string name = run.run_name.function_name; // "load/2000"
            m_times[name] = run.GetAdjustedRealTime();
        }
        std::cerr << '.' << std::flush;
    }
    [[nodiscard]] const std::map<std::string, double>& times() const { return m_times; }

  private:
    std::map<std::string, double> m_times;
};

} // namespace

int main(int argc, char** argv) {
    if (argc > 2 && std::string_view(argv[1]) == "--paint-once") return paintOnce(argc, argv);
    if (argc == 2 && std::string_view(argv[1]) == "--canvas") {
        BenchTable canvas;
        addCanvasRows(canvas);
        canvas.print(std::cout);
        return 0;
    }
    if (argc == 2 && std::string_view(argv[1]) == "--boards") {
        BenchTable boards;
        addBoardRows(boards);
        boards.print(std::cout);
        return 0;
    }
    bool isFiltered = false;
    for (int i = 1; i < argc; ++i)
        isFiltered = isFiltered || std::string_view(argv[i]).starts_with("--benchmark_filter");
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;

    // Processes first: what they are said to hold at most is never less than this program at their start.
    BenchTable processes;
    if (!isFiltered) {
        addProcessRows(processes);
        addCanvasRows(processes);
        addBoardRows(processes);
    }
    registerPlanBenchmarks();
    registerRuleBenchmarks();
    QuietReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    BenchTable table;
    addPlanRows(table, reporter.times());
    addRuleRows(table, reporter.times());
    table.add(processes);
    std::cerr << '\n';
    table.print(std::cout);
    return 0;
}
