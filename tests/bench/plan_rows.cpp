#include "bench/plan_rows.h"

#include "bench/bench_plan.h"
#include "diff/merge.h"
#include "diff/model_diff.h"
#include "edit/entity_edit.h"
#include "exchange/svg_writer.h"
#include "model/model_index.h"
#include "project/model_reader.h"
#include "project/model_writer.h"
#include "view/flow_picture.h"
#include "view/outcome_board.h"
#include "view/roadmap_board.h"
#include "view/roadmap_page.h"
#include "view/roadmap_timeline.h"
#include "view/spine_matrix.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <array>
#include <functional>
#include <memory>
#include <unordered_map>

namespace flowspine::bench {

namespace {

using nlohmann::json;
using Body = std::function<void(benchmark::State&)>;

constexpr std::array<std::size_t, 3> sizes = {200, 2'000, 20'000};

// Everything that the benchmarks of one size read; made once.
struct Subject {
    model::Model model;
    std::string bytes;
    std::string otherBytes; // of a copy in which a few names differ
    std::string thirdBytes; // of a copy in which other names differ
    std::unique_ptr<model::ModelIndex> index;
    model::AnyId edited;
    model::Id<model::Variant> variant;
};

const Subject& subject(std::size_t size) {
    static std::map<std::size_t, Subject> subjects;
    Subject& made = subjects[size];
    if (made.bytes.empty()) {
        made.model = benchPlan(size);
        made.bytes = project::writeModel(made.model);
        made.otherBytes = project::writeModel(changedCopy(made.model));
        made.thirdBytes = project::writeModel(changedCopy(made.model, 10));
        // As it is after loading, not as the builder left it in memory.
        made.model = project::readModel(made.bytes).value().model;
        made.index = std::make_unique<model::ModelIndex>(made.model);
        const auto& steps = made.model.table(model::Kind::step).rows();
        made.edited = steps[steps.size() / 2]->id;
        made.variant = model::Id<model::Variant>(made.index->ownerOf(made.edited));
    }
    return made;
}

void add(const std::string& name, const Body& body) {
    benchmark::RegisterBenchmark(name.c_str(), body)->Unit(benchmark::kMillisecond)->MinTime(0.15);
}

// The time of `make`, without that of freeing what it made.
template <class Make>
void timeMaking(benchmark::State& state, Make&& make) {
    for (auto step : state) {
        auto made = make();
        benchmark::DoNotOptimize(made);
        state.PauseTiming();
        { const auto freed = std::move(made); }
        state.ResumeTiming();
    }
}

// Reads without keeping anything.
struct DeafReader : json::json_sax_t {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }
};

void collectById(const json& value, std::unordered_map<std::string, const json*>& found) {
    if (value.is_object()) {
        if (const auto id = value.find("id"); id != value.end()) found.emplace(id->get<std::string>(), &value);
        for (const auto& member : value) collectById(member, found);
    } else if (value.is_array()) {
        for (const auto& element : value) collectById(element, found);
    }
}

// What a hand-made comparison by id costs: both files as documents, and a look at every object of each.
std::size_t floorDiff(const std::string& before, const std::string& after) {
    const json a = json::parse(before);
    const json b = json::parse(after);
    std::unordered_map<std::string, const json*> byId;
    std::unordered_map<std::string, const json*> otherById;
    collectById(a, byId);
    collectById(b, otherById);
    std::size_t changes = 0;
    for (const auto& [id, object] : byId) {
        const auto other = otherById.find(id);
        if (other == otherById.end() || object->size() != other->second->size()) ++changes;
    }
    return changes;
}

model::Model renamed(const Subject& subject) {
    return edit::setField(subject.model, subject.edited, "name", std::string("Another name")).value();
}

base::Date today() {
    return *base::makeDate(2026, 11, 23);
}

view::Picture draw(std::string_view what, const model::Model& model, const model::ModelIndex& index,
                   const model::Id<model::Variant>& variant) {
    static const view::FixedTextMeasure measure;
    if (what == "outcome board") {
        view::OutcomeBoardOptions options;
        options.today = today();
        return view::outcomeBoard(model, index, options, measure);
    }
    if (what == "spine matrix") {
        view::SpineMatrixOptions options;
        options.today = today();
        return view::spineMatrix(model, index, options, measure);
    }
    if (what == "roadmap timeline") {
        view::RoadmapTimelineOptions options;
        options.today = today();
        return view::roadmapTimeline(model, index, options, measure).picture;
    }
    if (what == "roadmap board") {
        view::RoadmapBoardOptions options;
        options.today = today();
        return view::roadmapBoard(model, index, options, measure);
    }
    return view::flowPicture(model, index, variant, {}, measure);
}

constexpr std::array<std::string_view, 5> views = {"outcome board", "spine matrix", "flow of 30 steps",
                                                   "roadmap timeline", "roadmap board"};

std::string named(std::string_view what, std::size_t size) {
    return std::string(what) + '/' + std::to_string(size);
}

void registerFileBenchmarks(std::size_t size) {
    add(named("load", size), [size](benchmark::State& state) {
        const std::string& bytes = subject(size).bytes;
        timeMaking(state, [&] { return project::readModel(bytes); });
    });
    add(named("parse", size), [size](benchmark::State& state) {
        const std::string& bytes = subject(size).bytes;
        timeMaking(state, [&] { return json::parse(bytes); });
    });
    add(named("sax", size), [size](benchmark::State& state) {
        const std::string& bytes = subject(size).bytes;
        for (auto step : state) {
            DeafReader reader;
            benchmark::DoNotOptimize(json::sax_parse(bytes, &reader));
        }
    });
    add(named("save", size), [size](benchmark::State& state) {
        const model::Model& model = subject(size).model;
        for (auto step : state) benchmark::DoNotOptimize(project::writeModel(model));
    });
    add(named("dump", size), [size](benchmark::State& state) {
        const json document = json::parse(subject(size).bytes);
        for (auto step : state) benchmark::DoNotOptimize(document.dump(2));
    });
    add(named("diff of files", size), [size](benchmark::State& state) {
        const Subject& files = subject(size);
        for (auto step : state) {
            const auto before = project::readModel(files.bytes);
            const auto after = project::readModel(files.otherBytes);
            benchmark::DoNotOptimize(diff::diff(before->model, after->model));
        }
    });
    add(named("merge of files", size), [size](benchmark::State& state) {
        const Subject& files = subject(size);
        for (auto step : state) {
            const auto base = project::readModel(files.bytes);
            const auto ours = project::readModel(files.otherBytes);
            const auto theirs = project::readModel(files.thirdBytes);
            benchmark::DoNotOptimize(diff::merge(base->model, ours->model, theirs->model));
        }
    });
    add(named("floor merge", size), [size](benchmark::State& state) {
        const Subject& files = subject(size);
        for (auto step : state) {
            const json base = json::parse(files.bytes);
            benchmark::DoNotOptimize(base);
            benchmark::DoNotOptimize(floorDiff(files.otherBytes, files.thirdBytes));
        }
    });
    add(named("floor diff", size), [size](benchmark::State& state) {
        const Subject& files = subject(size);
        for (auto step : state) benchmark::DoNotOptimize(floorDiff(files.bytes, files.otherBytes));
    });
}

void registerEditBenchmarks(std::size_t size) {
    add(named("edit", size), [size](benchmark::State& state) {
        const Subject& plan = subject(size);
        for (auto step : state) {
            const model::Model after = renamed(plan);
            benchmark::DoNotOptimize(diff::diff(plan.model, after));
            benchmark::DoNotOptimize(model::ModelIndex(after, plan.index.get()));
        }
    });
    // What sharing rows costs at least: a copy of the changed table's row pointers.
    add(named("floor edit", size), [size](benchmark::State& state) {
        const auto& rows = subject(size).model.table(model::Kind::step).rows();
        for (auto step : state) benchmark::DoNotOptimize(model::EntityTable::Rows(rows));
    });
    add(named("edit and all views", size), [size](benchmark::State& state) {
        const Subject& plan = subject(size);
        for (auto step : state) {
            const model::Model after = renamed(plan);
            const diff::ModelDiff difference = diff::diff(plan.model, after);
            const model::ModelIndex index(after, plan.index.get());
            benchmark::DoNotOptimize(difference);
            for (const std::string_view view : views) benchmark::DoNotOptimize(draw(view, after, index, plan.variant));
        }
    });
    for (const std::string_view view : views) {
        add(named(view, size), [size, view](benchmark::State& state) {
            const Subject& plan = subject(size);
            for (auto step : state) benchmark::DoNotOptimize(draw(view, plan.model, *plan.index, plan.variant));
        });
    }
    add(named("roadmap sheets", size), [size](benchmark::State& state) {
        const view::FixedTextMeasure measure;
        view::PageSetup setup;
        setup.stateOfPlan = today();
        for (auto step : state) benchmark::DoNotOptimize(view::roadmapPages(subject(size).model, setup, measure));
    });
}

void registerFlowBenchmarks(std::size_t steps) {
    add(named("flow layout", steps), [steps](benchmark::State& state) {
        const model::Model model = flowPlan(steps);
        const model::ModelIndex index(model);
        const model::Id<model::Variant> variant(model.table(model::Kind::variant).rows().front()->id);
        for (auto step : state) benchmark::DoNotOptimize(draw("flow", model, index, variant));
    });
    add(named("flow to SVG", steps), [steps](benchmark::State& state) {
        const model::Model model = flowPlan(steps);
        const model::ModelIndex index(model);
        const model::Id<model::Variant> variant(model.table(model::Kind::variant).rows().front()->id);
        const view::Picture picture = draw("flow", model, index, variant);
        for (auto step : state) benchmark::DoNotOptimize(exchange::svgText(picture, {}));
    });
}

} // namespace

void registerPlanBenchmarks() {
    for (const std::size_t size : sizes) {
        registerFileBenchmarks(size);
        registerEditBenchmarks(size);
    }
    for (const std::size_t steps : {100, 500, 1'000, 2'000}) registerFlowBenchmarks(steps);
}

void addPlanRows(BenchTable& table, const std::map<std::string, double>& times) {
    const auto time = [&](std::string_view what, std::size_t size) -> std::optional<double> {
        const auto found = times.find(named(what, size));
        return found == times.end() ? std::nullopt : std::optional(found->second);
    };
    const auto addRow = [&](std::string_view what, std::size_t size, std::string_view unit, std::string_view floor,
                            std::string_view floorName, std::optional<double> bar, std::optional<double> most) {
        const std::optional<double> measured = time(what, size);
        if (!measured) return; // left out by --benchmark_filter
        BenchRow row;
        row.task = what;
        row.size = std::to_string(size) + ' ' + std::string(unit);
        row.milliseconds = *measured;
        if (!floor.empty()) row.floor = time(floor, size);
        row.floorName = floorName;
        row.bar = bar;
        row.mostTotal = most;
        table.add(std::move(row));
    };
    for (const std::size_t size : sizes) addRow("load", size, "entities", "parse", "nlohmann parse", 1.0, {});
    for (const std::size_t size : sizes) addRow("load", size, "entities", "sax", "nlohmann SAX, nothing kept", {}, {});
    for (const std::size_t size : sizes) addRow("save", size, "entities", "dump", "nlohmann dump", 1.0, {});
    for (const std::size_t size : sizes)
        addRow("diff of files", size, "entities", "floor diff", "nlohmann parse twice, map by id", 1.2, {});
    for (const std::size_t size : sizes)
        addRow("merge of files", size, "entities", "floor merge", "nlohmann parse three times, map by id", 1.2, {});
    for (const std::size_t size : sizes)
        addRow("edit", size, "entities", "floor edit", "copy of the table's row pointers", {}, {});
    for (const std::size_t size : sizes)
        addRow("edit and all views", size, "entities", "", "", {}, size == 2'000 ? std::optional(8.0) : std::nullopt);
    for (const std::string_view view : views)
        for (const std::size_t size : sizes) addRow(view, size, "entities", "", "", {}, {});
    for (const std::size_t size : sizes) addRow("roadmap sheets", size, "entities", "", "", {}, {});
    addRow("flow layout", 100, "steps", "", "dot needs 39 ms", {}, 8.0);
    addRow("flow layout", 500, "steps", "", "", {}, {});
    addRow("flow layout", 1'000, "steps", "", "dot needs 420 ms", {}, 85.0);
    addRow("flow layout", 2'000, "steps", "", "", {}, {});
    addRow("flow to SVG", 500, "steps", "", "graphviz needs 51 ms", {}, 51.0);
    addRow("flow to SVG", 2'000, "steps", "", "graphviz needs 146 ms", {}, 146.0);
}

} // namespace flowspine::bench
