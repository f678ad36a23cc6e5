#include "bench/rules_rows.h"

#include "analysis/evaluation.h"
#include "bench/bench_plan.h"
#include "edit/entity_edit.h"

#include <benchmark/benchmark.h>

#include <array>
#include <functional>
#include <vector>

namespace flowspine::bench {

namespace {

using analysis::Evaluation;
using model::Kind;
using model::Model;

constexpr base::Date today{20780};
constexpr std::array<std::size_t, 2> sizes = {2'000, 20'000};

const Model& planOf(std::size_t entities) {
    static std::map<std::size_t, Model> made;
    Model& model = made[entities];
    if (!model.isValid()) model = benchPlan(entities);
    return model;
}

struct Edit {
    const char* name;
    Kind kind;
    const char* field;
    model::FieldValue value;
};
const std::vector<Edit>& edits() {
    static const std::vector<Edit> list = {
        {"check after a step's time", Kind::step, "processTime", base::fromHours(3.25)},
        {"check after an outcome's title", Kind::outcome, "title", std::string("Another")},
        {"check after a role's name", Kind::role, "name", std::string("Another")},
        {"check after the plan's calendar", Kind::plan, "hoursPerDay", 7.25},
    };
    return list;
}

std::string named(const std::string& what, std::size_t size) {
    return what + '/' + std::to_string(size);
}

void checkAll(benchmark::State& state, std::size_t size) {
    for (auto step : state) benchmark::DoNotOptimize(Evaluation::of(planOf(size), today));
}

// There and back.
void follow(benchmark::State& state, std::size_t size, const Edit& edit) {
    const Model& model = planOf(size);
    const auto& rows = model.table(edit.kind).rows();
    const Model edited = edit::setField(model, rows[rows.size() / 2]->id, edit.field, edit.value).value();
    const Evaluation before = Evaluation::of(model, today);
    const Evaluation after = before.followed(edited);
    bool isBack = false;
    for (auto step : state) {
        benchmark::DoNotOptimize(isBack ? after.followed(model) : before.followed(edited));
        isBack = !isBack;
    }
}

void add(const std::string& name, const std::function<void(benchmark::State&)>& body) {
    benchmark::RegisterBenchmark(name.c_str(), body)->Unit(benchmark::kMillisecond)->MinTime(0.15);
}

} // namespace

void registerRuleBenchmarks() {
    for (const std::size_t size : sizes) {
        add(named("check", size), [size](benchmark::State& state) { checkAll(state, size); });
        for (const Edit& edit : edits())
            add(named(edit.name, size), [size, &edit](benchmark::State& state) { follow(state, size, edit); });
    }
}

void addRuleRows(BenchTable& table, const std::map<std::string, double>& times) {
    const auto addRow = [&](const std::string& what, std::size_t size, std::optional<double> most) {
        const auto time = times.find(named(what, size));
        if (time == times.end()) return; // left out by --benchmark_filter
        BenchRow row;
        row.task = what;
        row.size = std::to_string(size) + " entities";
        row.milliseconds = time->second;
        row.mostTotal = most;
        table.add(std::move(row));
    };
    addRow("check", 2'000, 20.0);
    addRow("check", 20'000, 300.0);
    for (const Edit& edit : edits())
        for (const std::size_t size : sizes) addRow(edit.name, size, size == 2'000 ? std::optional(2.0) : std::nullopt);
}

} // namespace flowspine::bench
