#include "analysis/every_rule_plan.h"

#include "analysis/rule_case.h"

#include <string>

namespace flowspine::test {

namespace {

// Cases about the whole plan that others undo: most of it cannot change, and nobody looked at it for long.
void addWhatOthersUndo(SmallPlan& plan) {
    constexpr int enough = 60;
    for (int i = 0; i < enough; ++i)
        plan.add<model::SpineItem>([i](model::SpineItem& item) {
            item.title = "Clause " + std::to_string(i + 1);
            item.stability = model::Stability::cannotChange;
        });
    const base::Date longAgo = base::addDays(ruleDay, -120);
    plan.changePlan([&](model::Plan& each) { each.lastReviewed = longAgo; });
    model::Model(plan.model()).forEach<model::Review>([&](const model::Review& review) {
        if (review.date && *review.date > longAgo)
            plan.change(model::Id<model::Review>(review.id), [&](model::Review& each) { each.date = longAgo; });
    });
}

} // namespace

model::Model everyRulePlan() {
    SmallPlan plan;
    for (const auto& cases : {outcomeCases(), spineCases(), flowCases(), stepCases(), roadmapCases(), planCases()})
        for (const RuleCase& each : cases)
            if (each.rule != "M07") (void)each.fires(plan);
    addWhatOthersUndo(plan);
    return plan.model();
}

} // namespace flowspine::test
