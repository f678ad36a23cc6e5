#include "analysis/rule_case.h"

namespace flowspine::test {

namespace {

using namespace model;
using base::addDays;

template <class F>
Id<RoadmapItem> item(SmallPlan& plan, F&& fill) {
    return plan.add<RoadmapItem>([&](RoadmapItem& each) {
        each.title = "Guided intake";
        fill(each);
    });
}

Id<SpineItem> spine(SmallPlan& plan, Stability stability) {
    return plan.add<SpineItem>([&](SpineItem& each) {
        each.title = "City platform";
        each.stability = stability;
        each.authority = "City IT standard";
    });
}

AnyId touching(SmallPlan& plan, Stability stability) {
    const auto touched = spine(plan, stability);
    return item(plan, [&](RoadmapItem& each) { each.spine.add(touched); });
}

// Touches two items that should not change; a decision approves the first and, if so, the second.
AnyId approved(SmallPlan& plan, bool isForBoth, DecisionStatus status) {
    const auto first = spine(plan, Stability::shouldNotChange);
    const auto second = spine(plan, Stability::shouldNotChange);
    const auto id = item(plan, [&](RoadmapItem& each) { each.spine = {first, second}; });
    plan.add<Decision>([&](Decision& each) {
        each.status = status;
        each.about.add(id);
        each.about.add(first);
        if (isForBoth) each.about.add(second);
    });
    return id;
}

// An item whose constraint holds back an outcome with two measures.
AnyId measurable(SmallPlan& plan, bool isMeasured, bool isTied) {
    const auto outcome = plan.outcome("Quick");
    plan.add<Measure>(outcome, [](Measure& each) { each.name = "Days to decision"; });
    const auto early = plan.add<Measure>(outcome, [](Measure& each) {
        each.name = "Complete at first try";
        each.kind = MeasureKind::leading;
    });
    const auto constraint = plan.add<Constraint>([&](Constraint& each) { each.outcomes.add(outcome); });
    return item(plan, [&](RoadmapItem& each) {
        each.horizon = Horizon::next;
        if (isTied) each.constraints.add(constraint);
        if (isMeasured) each.measures.add(early);
    });
}

AnyId reviewed(SmallPlan& plan, int reviewedDay) {
    const auto id = item(plan, [](RoadmapItem& each) { each.reviewDate = addDays(ruleDay, -1); });
    const auto cadence = plan.add<Cadence>([](Cadence&) {});
    const auto review = plan.add<Review>(cadence, [&](Review& each) { each.date = addDays(ruleDay, reviewedDay); });
    plan.add<ReviewedItem>(review, [&](ReviewedItem& each) {
        each.item = id;
        each.outcome = ReviewOutcome::keep;
    });
    return id;
}

AnyId planWith(SmallPlan& plan, bool hasCadence, bool hasLaterQuestion) {
    if (hasCadence) plan.add<Cadence>([](Cadence& each) { each.name = "Quarterly review"; });
    item(plan, [&](RoadmapItem& each) {
        each.horizon = Horizon::later;
        each.weBelieve = hasLaterQuestion ? "digital seals" : "";
    });
    return plan.id();
}

// Three items in a row; the last may wait for the first.
AnyId waiting(SmallPlan& plan, bool isCycle) {
    const auto first = item(plan, [](RoadmapItem& each) { each.title = "First"; });
    const auto second = item(plan, [&](RoadmapItem& each) {
        each.title = "Second";
        each.dependsOn.add(first);
    });
    const auto third = item(plan, [&](RoadmapItem& each) {
        each.title = "Third";
        each.dependsOn.add(second);
    });
    if (!isCycle) return third;
    plan.change(first, [&](RoadmapItem& each) { each.dependsOn.add(third); });
    return first;
}

AnyId dependent(SmallPlan& plan, Horizon own, Horizon other) {
    const auto earlier = item(plan, [&](RoadmapItem& each) { each.horizon = other; });
    return item(plan, [&](RoadmapItem& each) {
        each.horizon = own;
        each.dependsOn.add(earlier);
    });
}

AnyId driving(SmallPlan& plan, int items) {
    const auto role = plan.role("Lead");
    for (int i = 0; i < items; ++i) item(plan, [&](RoadmapItem& each) { each.owner = role; });
    return role;
}

AnyId nowItems(SmallPlan& plan, int items) {
    for (int i = 0; i < items; ++i) item(plan, [](RoadmapItem&) {});
    return plan.id();
}

AnyId lasting(SmallPlan& plan, int days) {
    return item(plan, [&](RoadmapItem& each) {
        each.start = ruleDay;
        each.end = addDays(ruleDay, days);
    });
}

AnyId severe(SmallPlan& plan, const std::vector<Horizon>& horizons) {
    const auto constraint = plan.add<Constraint>([](Constraint& each) {
        each.title = "Incomplete files";
        each.severity = 4;
    });
    for (const Horizon horizon : horizons)
        item(plan, [&](RoadmapItem& each) {
            each.constraints.add(constraint);
            each.horizon = horizon;
        });
    return constraint;
}

// An item that leads to a variant in which two people change team and the work does or does not.
AnyId moving(SmallPlan& plan, bool movesWork) {
    const auto line = plan.line({"Check"});
    const auto proposal = plan.proposal(line, 1);
    const auto other = plan.team("One-stop team");
    plan.change(proposal, [](Variant& each) { each.fteMoved = 2; });
    if (movesWork) plan.change(Id<Step>(plan.model().find(proposal)->steps[0]), [&](Step& step) { step.team = other; });
    return item(plan, [&](RoadmapItem& each) { each.variant = proposal; });
}

AnyId adopted(SmallPlan& plan, bool isCurrent) {
    const auto line = plan.line({"Check"});
    const auto proposal = plan.proposal(line, 1);
    if (isCurrent) plan.change(line.flow, [&](Flow& flow) { flow.current = proposal; });
    return item(plan, [&](RoadmapItem& each) {
        each.variant = proposal;
        each.status = RoadmapStatus::adopted;
    });
}

} // namespace

std::vector<RuleCase> roadmapCases() {
    return {
        {"R01", [](SmallPlan& plan) { return touching(plan, Stability::cannotChange); },
         [](SmallPlan& plan) { return touching(plan, Stability::shouldNotChange); }},
        {"R02", [](SmallPlan& plan) { return touching(plan, Stability::shouldNotChange); },
         [](SmallPlan& plan) { return touching(plan, Stability::adaptable); }},
        {"R02", [](SmallPlan& plan) { return approved(plan, false, DecisionStatus::accepted); },
         [](SmallPlan& plan) { return approved(plan, true, DecisionStatus::accepted); }},
        {"R02", // proposed is not accepted
         [](SmallPlan& plan) { return approved(plan, true, DecisionStatus::proposed); },
         [](SmallPlan& plan) { return approved(plan, true, DecisionStatus::accepted); }},
        {"R03", [](SmallPlan& plan) { return item(plan, [](RoadmapItem& each) { each.weBelieve = "a checklist"; }); },
         [](SmallPlan& plan) {
             return item(plan, [](RoadmapItem& each) {
                 each.weBelieve = "a checklist";
                 each.willResultIn = "complete files";
             });
         }},
        {"R04", [](SmallPlan& plan) { return measurable(plan, false, true); },
         [](SmallPlan& plan) { return measurable(plan, true, true); }},
        {"R05", [](SmallPlan& plan) { return item(plan, [](RoadmapItem& each) { each.horizon = Horizon::next; }); },
         [](SmallPlan& plan) {
             return item(plan, [](RoadmapItem& each) {
                 each.horizon = Horizon::next;
                 each.reviewDate = ruleDay;
             });
         }},
        {"R06", [](SmallPlan& plan) { return reviewed(plan, -2); }, [](SmallPlan& plan) { return reviewed(plan, -1); }},
        {"R06",
         [](SmallPlan& plan) { return item(plan, [](RoadmapItem& each) { each.reviewDate = addDays(ruleDay, -1); }); },
         [](SmallPlan& plan) { return item(plan, [](RoadmapItem& each) { each.reviewDate = ruleDay; }); }},
        {"R07", [](SmallPlan& plan) { return planWith(plan, false, true); },
         [](SmallPlan& plan) { return planWith(plan, true, true); }},
        {"R07", [](SmallPlan& plan) { return planWith(plan, true, false); },
         [](SmallPlan& plan) { return planWith(plan, true, true); }, false},
        {"R07",
         [](SmallPlan& plan) {
             item(plan, [](RoadmapItem& each) { each.title = "Reach the Target State"; });
             return planWith(plan, true, true);
         },
         [](SmallPlan& plan) {
             item(plan, [](RoadmapItem& each) { each.title = "Target the states"; });
             return planWith(plan, true, true);
         },
         false},
        {"R08", [](SmallPlan& plan) { return item(plan, [](RoadmapItem&) {}); },
         [](SmallPlan& plan) { return measurable(plan, true, false); }, false},
        {"R09",
         [](SmallPlan& plan) {
             const auto line = plan.line({"Check"});
             plan.change(line.flow, [&](Flow& flow) { flow.owner = line.role; });
             return item(plan, [&](RoadmapItem& each) { each.flows.add(line.flow); });
         },
         [](SmallPlan& plan) {
             const auto role = plan.role("Lead");
             return item(plan, [&](RoadmapItem& each) { each.owner = role; });
         }},
        {"R10", [](SmallPlan& plan) { return item(plan, [](RoadmapItem&) {}); },
         [](SmallPlan& plan) { return item(plan, [](RoadmapItem& each) { each.killCriteria = "Below 72 %"; }); }},
        {"R11", [](SmallPlan& plan) { return waiting(plan, true); },
         [](SmallPlan& plan) { return waiting(plan, false); }},
        {"R11", // for itself
         [](SmallPlan& plan) {
             const auto id = item(plan, [](RoadmapItem&) {});
             plan.change(id, [&](RoadmapItem& each) { each.dependsOn.add(id); });
             return id;
         },
         [](SmallPlan& plan) { return waiting(plan, false); }},
        {"R12", [](SmallPlan& plan) { return dependent(plan, Horizon::now, Horizon::next); },
         [](SmallPlan& plan) { return dependent(plan, Horizon::next, Horizon::next); }},
        {"R13", [](SmallPlan& plan) { return driving(plan, 4); }, [](SmallPlan& plan) { return driving(plan, 3); }},
        {"R13", [](SmallPlan& plan) { return nowItems(plan, 8); }, [](SmallPlan& plan) { return nowItems(plan, 7); }},
        {"R14", [](SmallPlan& plan) { return lasting(plan, 92); }, [](SmallPlan& plan) { return lasting(plan, 91); }},
        {"R15",
         [](SmallPlan& plan) { return item(plan, [](RoadmapItem& each) { each.status = RoadmapStatus::stopped; }); },
         [](SmallPlan& plan) {
             return item(plan, [](RoadmapItem& each) {
                 each.status = RoadmapStatus::stopped;
                 each.learning = "Nobody reads checklists";
             });
         }},
        {"R16",
         [](SmallPlan& plan) {
             return severe(plan, {Horizon::later, Horizon::later});
         },
         [](SmallPlan& plan) {
             return severe(plan, {Horizon::later, Horizon::next});
         }},
        {"R17", [](SmallPlan& plan) { return moving(plan, false); },
         [](SmallPlan& plan) { return moving(plan, true); }},
        {"R17", // by its words
         [](SmallPlan& plan) { return item(plan, [](RoadmapItem& each) { each.title = "New reporting lines"; }); },
         [](SmallPlan& plan) { return moving(plan, true); }},
        {"R18", [](SmallPlan& plan) { return severe(plan, {Horizon::now}); },
         [](SmallPlan& plan) {
             return severe(plan, {Horizon::now, Horizon::later});
         }},
        {"R19", [](SmallPlan& plan) { return adopted(plan, false); },
         [](SmallPlan& plan) { return adopted(plan, true); }},
    };
}

} // namespace flowspine::test
