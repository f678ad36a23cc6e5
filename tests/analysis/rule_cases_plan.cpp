#include "analysis/rule_case.h"

namespace flowspine::test {

namespace {

using namespace model;
using base::addDays;

AnyId committed(SmallPlan& plan, bool isCommitted) {
    plan.add<Cadence>([](Cadence&) {});
    if (isCommitted) plan.add<Commitment>([](Commitment& each) { each.leader = "City manager"; });
    return plan.id();
}

AnyId reviewedBefore(SmallPlan& plan, int planDays, int reviewDays) {
    plan.changePlan([&](Plan& each) { each.lastReviewed = addDays(ruleDay, -planDays); });
    const auto cadence = plan.add<Cadence>([](Cadence&) {});
    plan.add<Review>(cadence, [&](Review& each) { each.date = addDays(ruleDay, -reviewDays); });
    return plan.id();
}

// Beside a way that takes two hours.
AnyId proposalOf(SmallPlan& plan, double waitHours) {
    return plan.proposal(plan.line({"Work"}), waitHours);
}

// As quick as the way it is, but with two teams.
AnyId proposalWithHandoff(SmallPlan& plan, bool hasHandoff) {
    const auto line = plan.line({"Work"});
    const auto variant = plan.proposal(line, 0);
    const auto first = Id<Step>(plan.model().find(variant)->steps[0]);
    const auto second = plan.step(variant, "Check");
    const auto other = plan.team("Other");
    plan.change(second, [&](Step& step) { step.team = hasHandoff ? other : line.team; });
    Model(plan.model()).forEach<Link>([&](const Link& link) {
        if (link.from == first) plan.change(Id<Link>(link.id), [&](Link& each) { each.to = second; });
    });
    plan.link(second, Id<Step>(plan.model().find(variant)->steps[2]));
    return variant;
}

// Ten hours of work a week go to another team, and this many people.
AnyId reorganised(SmallPlan& plan, double fte) {
    const auto line = plan.line({"Work"});
    const auto variant = plan.proposal(line, 1);
    const auto other = plan.team("Other");
    plan.change(Id<Step>(plan.model().find(variant)->steps[0]), [&](Step& step) { step.team = other; });
    plan.change(variant, [&](Variant& each) { each.fteMoved = fte; });
    return variant;
}

AnyId waiverUntil(SmallPlan& plan, int days) {
    return plan.add<Waiver>([&](Waiver& each) {
        each.about = plan.id();
        each.ruleId = "M01";
        each.expiry = addDays(ruleDay, days);
    });
}

AnyId guessed(SmallPlan& plan, int guesses, int measurements) {
    const auto measure = plan.add<Measure>(plan.outcome("Quick"), [](Measure&) {});
    for (int i = 0; i < guesses + measurements; ++i)
        plan.add<Reading>(measure, [&](Reading& each) {
            each.value = i;
            each.valueEvidence = i < guesses ? Evidence::estimated : Evidence::measured;
        });
    return plan.id();
}

} // namespace

std::vector<RuleCase> planCases() {
    return {
        {"M01", [](SmallPlan& plan) { return committed(plan, false); },
         [](SmallPlan& plan) { return committed(plan, true); }},
        {"M02", [](SmallPlan& plan) { return reviewedBefore(plan, 120, 91); },
         [](SmallPlan& plan) { return reviewedBefore(plan, 120, 90); }},
        {"M03",
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             plan.change(outcome, [](Outcome& each) { each.owner = Id<Role>("role-gone"); });
             return outcome;
         },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             const auto role = plan.role("Lead");
             plan.change(outcome, [&](Outcome& each) { each.owner = role; });
             return outcome;
         }},
        {"M03", // an end of a link cannot be left out
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Work"});
             return plan.link(line.steps[0], AnyId("step-gone"));
         },
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Work"});
             return plan.model().find(line.variant)->links[0];
         }},
        {"M03", // one of a list
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Work"});
             plan.change(line.steps[0], [](Step& each) { each.accountable.add(AnyId("role-gone")); });
             return line.steps[0];
         },
         [](SmallPlan& plan) -> AnyId { return plan.line({"Work"}).steps[0]; }},
        {"M04", [](SmallPlan& plan) { return proposalOf(plan, 1.5); },
         [](SmallPlan& plan) { return proposalOf(plan, 1); }},
        {"M04", [](SmallPlan& plan) { return proposalWithHandoff(plan, true); },
         [](SmallPlan& plan) { return proposalWithHandoff(plan, false); }},
        {"M05", [](SmallPlan& plan) { return reorganised(plan, 0.26); },
         [](SmallPlan& plan) { return reorganised(plan, 0.25); }},
        {"M06", [](SmallPlan& plan) { return waiverUntil(plan, -1); },
         [](SmallPlan& plan) { return waiverUntil(plan, 0); }},
        {"M07",
         [](SmallPlan& plan) {
             const auto first = plan.outcome("Quick");
             const auto second = plan.outcome("Cheap");
             const auto measure = plan.add<Measure>(first, [](Measure&) {});
             plan.change(second, [&](Outcome& each) { each.measures.add(measure); });
             return second;
         },
         [](SmallPlan& plan) {
             const auto first = plan.outcome("Quick");
             const auto second = plan.outcome("Cheap");
             plan.add<Measure>(first, [](Measure&) {});
             plan.add<Measure>(second, [](Measure&) {});
             return second;
         }},
        {"M07", // twice in one list
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             const auto measure = plan.add<Measure>(outcome, [](Measure&) {});
             plan.change(outcome, [&](Outcome& each) { each.measures.add(measure); });
             return outcome;
         },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             plan.add<Measure>(outcome, [](Measure&) {});
             return outcome;
         }},
        {"M08", [](SmallPlan& plan) { return guessed(plan, 3, 2); },
         [](SmallPlan& plan) { return guessed(plan, 2, 2); }},
    };
}

} // namespace flowspine::test
