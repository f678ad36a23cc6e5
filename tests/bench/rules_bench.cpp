// The health rules on plans of 2,000 and 20,000 entities: a full check, and following one edit. Goals: 20 ms and 300 ms
// in full, 2 ms after an edit at 2,000.
#include "analysis/evaluation.h"

#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "support/examples.h"

#include <benchmark/benchmark.h>

#include <map>

using namespace flowspine;
using analysis::Evaluation;
using model::AnyId;
using model::Model;

namespace {

constexpr base::Date today{20780};

// The renovation permit again and again, until there are that many entities.
const Model& planOf(std::size_t entities)
{
    static std::map<std::size_t, Model> made;
    if (const auto known = made.find(entities); known != made.end())
        return known->second;
    Model model = test::importBundled(test::bundledExamples[0]).model;
    const AnyId plan = model.plan().id;
    std::vector<AnyId> all;
    for (const model::FieldDescription& field : model::entityType(model::Kind::plan).fields)
        if (field.type == model::FieldType::children)
            for (const AnyId& id : model::idsIn(model.plan(), field))
                all.push_back(id);
    const edit::Clipping clipping = edit::copy(model, all);
    const auto ids = base::makeRandomIdGenerator();
    while (model.entityCount() < entities)
        model = edit::paste(model, clipping, plan, *ids).value().model;
    return made.emplace(entities, std::move(model)).first->second;
}

void fullCheck(benchmark::State& state)
{
    const Model& model = planOf(static_cast<std::size_t>(state.range(0)));
    std::size_t findings = 0;
    for (auto _ : state)
        findings = Evaluation::of(model, today).findings().size();
    state.counters["entities"] = static_cast<double>(model.entityCount());
    state.counters["findings"] = static_cast<double>(findings);
}
BENCHMARK(fullCheck)->Arg(2'000)->Arg(20'000)->Unit(benchmark::kMillisecond);

// One edit there and back.
void afterEdit(benchmark::State& state, const char* field, model::Kind kind, const model::FieldValue& value)
{
    const Model& model = planOf(static_cast<std::size_t>(state.range(0)));
    const auto& rows = model.table(kind).rows();
    const Model edited = edit::setField(model, rows[rows.size() / 2]->id, field, value).value();
    const Evaluation before = Evaluation::of(model, today);
    const Evaluation after = before.followed(edited);
    bool isBack = false;
    for (auto _ : state) {
        benchmark::DoNotOptimize(isBack ? after.followed(model) : before.followed(edited));
        isBack = !isBack;
    }
    state.counters["evaluated"] = static_cast<double>(after.subjectsEvaluated());
}
BENCHMARK_CAPTURE(afterEdit, stepTime, "processTime", model::Kind::step, model::FieldValue(base::fromHours(3)))
    ->Arg(2'000)
    ->Arg(20'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(afterEdit, outcomeTitle, "title", model::Kind::outcome, model::FieldValue(std::string("Another")))
    ->Arg(2'000)
    ->Arg(20'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(afterEdit, roleName, "name", model::Kind::role, model::FieldValue(std::string("Another")))
    ->Arg(2'000)
    ->Arg(20'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(afterEdit, teamType, "type", model::Kind::team, model::FieldValue(model::ChoiceValue{4}))
    ->Arg(2'000)
    ->Arg(20'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(afterEdit, planName, "name", model::Kind::plan, model::FieldValue(std::string("Another")))
    ->Arg(2'000)
    ->Arg(20'000)
    ->Unit(benchmark::kMillisecond);

} // namespace
