#include "bench/process_rows.h"

#include "bench/bench_plan.h"
#include "bench/shape_list.h"
#include "project/model_writer.h"
#include "support/paths.h"
#include "view/roadmap_page.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char** environ;

namespace flowspine::bench {

namespace {

namespace fs = std::filesystem;

struct Run {
    double milliseconds = 0; // the median of all runs
    double megabytes = 0;    // the most that one held
};

// nullopt when the program cannot be run or fails.
std::optional<Run> measure(const std::vector<std::string>& command, int runs) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);

    std::vector<double> times;
    Run run;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        pid_t process = 0;
        int status = 0;
        rusage usage{};
        const bool isRun = posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ) == 0 &&
                           wait4(process, &status, 0, &usage) == process;
        if (!isRun || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            times.clear();
            break;
        }
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        run.megabytes = std::max(run.megabytes, static_cast<double>(usage.ru_maxrss) / 1024);
    }
    posix_spawn_file_actions_destroy(&actions);
    if (times.empty()) return std::nullopt;
    std::sort(times.begin(), times.end());
    run.milliseconds = times[times.size() / 2];
    return run;
}

double kilobytes(const fs::path& file) {
    std::error_code unknown;
    return static_cast<double>(fs::file_size(file, unknown)) / 1024;
}

class ProcessRows {
  public:
    explicit ProcessRows(BenchTable& table) : m_table(table) {}

    std::optional<Run> add(const std::string& task, const std::string& size, const std::vector<std::string>& command,
                           const std::optional<Run>& floor, const std::string& floorName, std::optional<double> bar,
                           int runs) {
        std::cerr << '.' << std::flush;
        const std::optional<Run> run = measure(command, runs);
        BenchRow row;
        row.task = task;
        row.size = size;
        row.floorName = floorName;
        if (!run) {
            row.task += " (FAILED)";
            m_table.add(row);
            return run;
        }
        row.milliseconds = run->milliseconds;
        if (floor) row.floor = floor->milliseconds;
        row.bar = bar;
        m_table.add(row);
        return run;
    }

    void addValue(const std::string& task, const std::string& size, const std::string& unit, double value,
                  std::optional<double> floor, const std::string& floorName, std::optional<double> bar,
                  std::optional<double> most) {
        BenchRow row;
        row.task = task;
        row.size = size;
        row.unit = unit;
        row.milliseconds = value;
        row.floor = floor;
        row.floorName = floorName;
        row.bar = bar;
        row.mostTotal = most;
        m_table.add(row);
    }

  private:
    BenchTable& m_table;
};

std::string floorProgram(std::string_view name) {
    return test::probe(name).string();
}

// A plan's file, for a process to read.
fs::path planFile(const std::string& name, const model::Model& plan) {
    const fs::path file = test::outputDir() / name;
    std::ofstream(file, std::ios::binary) << project::writeModel(plan);
    return file;
}

void addRoadmapRows(ProcessRows& rows, std::size_t items) {
    const std::string size = std::to_string(items) + " items";
    const model::Model plan = roadmapPlan(items);
    const fs::path file = planFile("bench-roadmap.flowspine", plan);
    const fs::path list = test::outputDir() / "bench-shapes.txt";
    const view::FixedTextMeasure fixed;
    view::PageSetup setup;
    setup.stateOfPlan = *base::makeDate(2026, 11, 23);
    std::ofstream(list, std::ios::binary) << shapeList(view::roadmapPages(plan, setup, fixed));

    const fs::path pdf = test::outputDir() / "bench.pdf";
    const fs::path floorPdf = test::outputDir() / "bench-floor.pdf";
    const std::string floorName = "bare QPdfWriter, same words, boxes, lines";
    const std::optional<Run> floor = measure({floorProgram("floor-pdf-writer"), list.string(), floorPdf.string()}, 7);
    const std::optional<Run> run = rows.add("roadmap to PDF", size,
                                            {test::program().string(), "export", file.string(), "--view", "roadmap",
                                             "-o", pdf.string(), "--as-of", "2026-11-23"},
                                            floor, floorName, 2.0, 7);
    if (!run) return;
    rows.addValue("roadmap to PDF, memory", size, "MB", run->megabytes,
                  floor ? std::optional(floor->megabytes) : std::nullopt, floorName, {}, 60.0);
    rows.addValue("roadmap to PDF, file", size, "kB", kilobytes(pdf), kilobytes(floorPdf), floorName, 1.2, {});
}

// `peerPdf` and `peerSvg`: what graphviz's neato needs for a flow of that size, in ms.
void addFlowRows(ProcessRows& rows, std::size_t steps, double peerPdf, double peerSvg) {
    const fs::path file = planFile("bench-flow.flowspine", flowPlan(steps));
    for (const std::string ending : {"pdf", "svg"}) {
        const fs::path output = test::outputDir() / ("bench-flow." + ending);
        const std::optional<Run> run = measure({test::program().string(), "export", file.string(), "--view", "flows",
                                                "-o", output.string(), "--as-of", "2026-11-23"},
                                               7);
        if (run)
            rows.addValue("flow to " + ending + ", layout too", std::to_string(steps) + " steps", "ms",
                          run->milliseconds, {}, "graphviz neato -n2, places known", {},
                          ending == "pdf" ? peerPdf : peerSvg);
    }
}

} // namespace

void addProcessRows(BenchTable& table) {
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    ProcessRows rows(table);
    const std::string program = test::program().string();
    const std::string example = (test::sourceDir() / "resources/examples/renovation-permit.flowspine").string();

    const std::optional<Run> bare = measure({floorProgram("floor-core-application")}, 40);
    const std::string bareName = "QCoreApplication and nothing else";
    rows.add("flowspine --version", "", {program, "--version"}, bare, bareName, 3.0, 40);
    rows.add("flowspine check", "one example", {program, "check", example}, bare, bareName, 3.0, 40);
    rows.add("flowspine diff", "one example", {program, "diff", example, example}, bare, bareName, 3.0, 40);
    const std::string merged = (test::outputDir() / "bench-merged.flowspine").string();
    rows.add("flowspine merge", "one example", {program, "merge", example, example, example, "-o", merged}, bare,
             bareName, 3.0, 40);

    const std::optional<Run> window = measure({floorProgram("floor-main-window")}, 15);
    rows.add("start to first paint", "one example",
             {fs::read_symlink("/proc/self/exe").string(), "--paint-once", example}, window,
             "QMainWindow with menus, tool bar, docks", 1.5, 15);

    for (const std::size_t items : {500, 2'000}) addRoadmapRows(rows, items);
    addFlowRows(rows, 500, 99, 51);
    addFlowRows(rows, 2'000, 326, 146);
    std::cerr << '\n';
}

} // namespace flowspine::bench
