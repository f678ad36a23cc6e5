#include "analysis/rule_case.h"

namespace flowspine::test {

namespace {

using namespace model;
using base::Date;
using base::Period;

Date daysFrom(int days) {
    return base::addDays(ruleDay, days);
}

template <class F>
Id<Measure> measure(SmallPlan& plan, F&& fill) {
    const Id<Outcome> outcome = plan.outcome("Decisions come quickly");
    return plan.add<Measure>(outcome, [&](Measure& each) {
        each.name = "Days to decision";
        fill(each);
    });
}

void add(SmallPlan& plan, const Id<Measure>& measure, std::initializer_list<std::pair<int, double>> readings) {
    for (const auto& [day, value] : readings)
        plan.add<Reading>(measure, [&, day = day, value = value](Reading& reading) {
            reading.date = daysFrom(day);
            reading.value = value;
        });
}

template <class F>
Id<Constraint> constraint(SmallPlan& plan, F&& fill) {
    return plan.add<Constraint>([&](Constraint& each) {
        each.title = "Incomplete files";
        fill(each);
    });
}

void addActiveOutcomes(SmallPlan& plan, int count) {
    for (int i = 0; i < count; ++i) plan.outcome(("Outcome " + std::to_string(i)).c_str());
}

} // namespace

std::vector<RuleCase> outcomeCases() {
    return {
        {"O01", [](SmallPlan& plan) { return plan.outcome("Quick"); },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             plan.add<Measure>(outcome, [](Measure&) {});
             return outcome;
         }},
        {"O02",
         [](SmallPlan& plan) {
             const auto id = measure(plan, [](Measure& each) { each.baselineDate = ruleDay; });
             add(plan, id, {{-10, 40}});
             return id;
         },
         [](SmallPlan& plan) {
             return measure(plan, [](Measure& each) {
                 each.baseline = 0;
                 each.baselineDate = ruleDay;
             });
         }},
        {"O02", // only the date is missing
         [](SmallPlan& plan) { return measure(plan, [](Measure& each) { each.baseline = 5; }); },
         [](SmallPlan& plan) {
             return measure(plan, [](Measure& each) {
                 each.baseline = 5;
                 each.baselineDate = daysFrom(-1);
             });
         }},
        {"O03", [](SmallPlan& plan) { return measure(plan, [](Measure& each) { each.target = 20; }); },
         [](SmallPlan& plan) {
             return measure(plan, [](Measure& each) {
                 each.target = 20;
                 each.targetDate = daysFrom(1);
             });
         }},
        {"O04",
         [](SmallPlan& plan) {
             return measure(plan, [](Measure& each) {
                 each.direction = Direction::increase;
                 each.baseline = 20;
                 each.target = 20;
             });
         },
         [](SmallPlan& plan) {
             return measure(plan, [](Measure& each) {
                 each.direction = Direction::increase;
                 each.baseline = 20;
                 each.target = 20.5;
             });
         }},
        {"O04",
         [](SmallPlan& plan) {
             return measure(plan, [](Measure& each) {
                 each.direction = Direction::decrease;
                 each.baseline = 20;
                 each.target = 25;
             });
         },
         [](SmallPlan& plan) {
             return measure(plan, [](Measure& each) {
                 each.direction = Direction::decrease;
                 each.baseline = 20;
                 each.target = 19;
             });
         }},
        {"O05",
         [](SmallPlan& plan) {
             plan.line({"Check"});
             return plan.outcome("Quick");
         },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             plan.change(plan.line({"Check"}).flow, [&](Flow& flow) { flow.outcomes.add(outcome); });
             return outcome;
         }},
        {"O06",
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             const auto line = plan.line({"Check"});
             plan.change(line.flow, [&](Flow& flow) {
                 flow.outcomes.add(outcome);
                 flow.owner = line.role;
             });
             return outcome;
         },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             const auto role = plan.role("Lead");
             plan.change(outcome, [&](Outcome& each) { each.owner = role; });
             return outcome;
         }},
        {"O07",
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             plan.add<Measure>(outcome, [](Measure& each) { each.kind = MeasureKind::lagging; });
             plan.add<Measure>(outcome, [](Measure& each) { each.kind = MeasureKind::guardrail; });
             return outcome;
         },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             plan.add<Measure>(outcome, [](Measure& each) { each.kind = MeasureKind::lagging; });
             plan.add<Measure>(outcome, [](Measure& each) { each.kind = MeasureKind::leading; });
             return outcome;
         }},
        {"O08", [](SmallPlan& plan) { return measure(plan, [](Measure& each) { each.kind = MeasureKind::output; }); },
         [](SmallPlan& plan) { return measure(plan, [](Measure& each) { each.kind = MeasureKind::lagging; }); }},
        {"O09",
         [](SmallPlan& plan) {
             plan.outcome("Quick");
             plan.change(plan.outcome("Cheap"), [](Outcome& each) {
                 each.perspective = Perspective::organisation;
                 each.status = OutcomeStatus::retired;
             });
             return plan.id();
         },
         [](SmallPlan& plan) {
             plan.outcome("Quick");
             plan.change(plan.outcome("Cheap"), [](Outcome& each) { each.perspective = Perspective::organisation; });
             return plan.id();
         }},
        {"O10",
         [](SmallPlan& plan) {
             addActiveOutcomes(plan, 9);
             return plan.id();
         },
         [](SmallPlan& plan) {
             addActiveOutcomes(plan, 7);
             plan.change(plan.outcome("Later"), [](Outcome& each) { each.status = OutcomeStatus::draft; });
             return plan.id();
         }},
        {"O11",
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             constraint(plan, [&](Constraint& each) {
                 each.outcomes.add(outcome);
                 each.status = ConstraintStatus::resolved;
             });
             return outcome;
         },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             constraint(plan, [&](Constraint& each) { each.outcomes.add(outcome); });
             return outcome;
         }},
        {"O12",
         [](SmallPlan& plan) {
             plan.outcome("Quick");
             return constraint(plan, [](Constraint&) {});
         },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             return constraint(plan, [&](Constraint& each) { each.outcomes.add(outcome); });
         }},
        {"O13",
         [](SmallPlan& plan) {
             const auto id = constraint(plan, [](Constraint& each) { each.severity = 3; });
             plan.add<RoadmapItem>([&](RoadmapItem& item) {
                 item.constraints.add(id);
                 item.status = RoadmapStatus::stopped;
             });
             return id;
         },
         [](SmallPlan& plan) {
             const auto id = constraint(plan, [](Constraint& each) { each.severity = 3; });
             plan.add<RoadmapItem>([&](RoadmapItem& item) { item.constraints.add(id); });
             return id;
         }},
        {"O14",
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             plan.change(plan.line({"Check"}).flow, [&](Flow& flow) { flow.outcomes.add(outcome); });
             return constraint(plan, [&](Constraint& each) { each.outcomes.add(outcome); });
         },
         [](SmallPlan& plan) {
             const auto team = plan.team("Desk");
             return constraint(plan, [&](Constraint& each) { each.locations.add(team); });
         }},
        {"O15", // monthly, last taken two months and a day ago
         [](SmallPlan& plan) {
             const auto id = measure(plan, [](Measure& each) { each.frequency = Period{0, 1, 0, 0}; });
             add(plan, id, {{-100, 40}, {-62, 40}});
             return id;
         },
         [](SmallPlan& plan) {
             const auto id = measure(plan, [](Measure& each) { each.frequency = Period{0, 1, 0, 0}; });
             add(plan, id, {{-61, 40}, {-100, 40}});
             return id;
         }},
        {"O16",
         [](SmallPlan& plan) {
             const auto id = measure(plan, [](Measure& each) {
                 each.direction = Direction::decrease;
                 each.target = 20;
             });
             add(plan, id, {{-90, 60}, {-60, 50}, {-30, 51}, {-1, 52}});
             return id;
         },
         [](SmallPlan& plan) {
             const auto id = measure(plan, [](Measure& each) {
                 each.direction = Direction::decrease;
                 each.target = 20;
             });
             add(plan, id, {{-90, 49}, {-60, 50}, {-30, 51}, {-1, 51}});
             return id;
         }},
        {"O17",
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             plan.add<Measure>(outcome, [](Measure& each) {
                 each.unit = "working days";
                 each.direction = Direction::decrease;
             });
             return outcome;
         },
         [](SmallPlan& plan) {
             const auto outcome = plan.outcome("Quick");
             const auto fast = plan.add<Measure>(outcome, [](Measure& each) {
                 each.unit = "working days";
                 each.direction = Direction::decrease;
             });
             const auto other = plan.outcome("Sound");
             plan.add<Measure>(other, [&](Measure& each) { each.guards = fast; });
             return outcome;
         }},
        {"O18",
         [](SmallPlan& plan) {
             plan.outcome("Quick decisions");
             return plan.outcome("  quick, DECISIONS ");
         },
         [](SmallPlan& plan) {
             plan.outcome("Quick decisions");
             return plan.outcome("Quick decision");
         }},
        {"O18", // measures with the same unit
         [](SmallPlan& plan) {
             plan.add<Measure>(plan.outcome("A"), [](Measure& each) { each.name = "Lead time"; });
             return plan.add<Measure>(plan.outcome("B"), [](Measure& each) { each.name = "Lead time"; });
         },
         [](SmallPlan& plan) {
             plan.add<Measure>(plan.outcome("A"), [](Measure& each) { each.name = "Lead time"; });
             return plan.add<Measure>(plan.outcome("B"), [](Measure& each) {
                 each.name = "Lead time";
                 each.unit = "days";
             });
         }},
        {"O19",
         [](SmallPlan& plan) {
             const auto id = measure(plan, [](Measure& each) {
                 each.direction = Direction::decrease;
                 each.target = 20;
                 each.targetDate = daysFrom(-1);
             });
             add(plan, id, {{-2, 21}});
             return id;
         },
         [](SmallPlan& plan) {
             const auto id = measure(plan, [](Measure& each) {
                 each.direction = Direction::decrease;
                 each.target = 20;
                 each.targetDate = daysFrom(-1);
             });
             add(plan, id, {{-2, 20}});
             return id;
         }},
        {"O19", // the day itself has not passed
         [](SmallPlan& plan) { return measure(plan, [](Measure& each) { each.targetDate = daysFrom(-1); }); },
         [](SmallPlan& plan) { return measure(plan, [](Measure& each) { each.targetDate = ruleDay; }); }},
    };
}

} // namespace flowspine::test
