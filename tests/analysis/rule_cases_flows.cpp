#include "analysis/rule_case.h"

#include <map>
#include <string>

namespace flowspine::test {

namespace {

using namespace model;

// As many teams take turns as there are names; each step is done by the team at the same place.
SmallPlan::Line handedOver(SmallPlan& plan, const std::vector<const char*>& teams) {
    std::vector<const char*> names(teams.size(), "Work");
    const SmallPlan::Line line = plan.line(names);
    std::map<std::string, Id<Team>> known;
    for (std::size_t i = 0; i < teams.size(); ++i) {
        if (!known.contains(teams[i])) known[teams[i]] = plan.team(teams[i]);
        plan.change(line.steps[i], [&](Step& step) { step.team = known[teams[i]]; });
    }
    return line;
}

// One step; waits and works the given hours.
SmallPlan::Line timed(SmallPlan& plan, double waitHours, double workHours) {
    const SmallPlan::Line line = plan.line({"Work"});
    plan.change(line.steps[0], [&](Step& step) {
        step.waitTime = base::fromHours(waitHours);
        step.processTime = base::fromHours(workHours);
    });
    return line;
}

// Two steps of one hour with this quality each.
AnyId rolled(SmallPlan& plan, double first, double second) {
    const SmallPlan::Line line = plan.line({"Take", "Check"});
    plan.change(line.steps[0], [&](Step& step) { step.percentCompleteAccurate = first; });
    plan.change(line.steps[1], [&](Step& step) { step.percentCompleteAccurate = second; });
    return line.flow;
}

AnyId wasting(SmallPlan& plan, double wastedHours, double usefulHours) {
    const SmallPlan::Line line = plan.line({"Copy", "Decide"});
    plan.change(line.steps[0], [&](Step& step) {
        step.processTime = base::fromHours(wastedHours);
        step.valueClass = ValueClass::waste;
    });
    plan.change(line.steps[1], [&](Step& step) { step.processTime = base::fromHours(usefulHours); });
    return line.flow;
}

AnyId outside(SmallPlan& plan, double outsideHours) {
    const SmallPlan::Line line = plan.line({"Supply", "Decide"});
    const Id<Team> customer = plan.team("Applicant", TeamType::customer);
    plan.change(line.steps[0], [&](Step& step) {
        step.team = customer;
        step.processTime = base::fromHours(0);
        step.waitTime = base::fromHours(outsideHours);
    });
    plan.change(line.steps[1], [](Step& step) {
        step.processTime = base::fromHours(10);
        step.waitTime = base::fromHours(50);
    });
    return line.flow;
}

AnyId loaded(SmallPlan& plan, double capacity) {
    const SmallPlan::Line line = plan.line({"Work"}); // 10 hours a week
    plan.change(line.team, [&](Team& team) { team.capacityPerWeek = capacity; });
    return line.team;
}

AnyId inFlows(SmallPlan& plan, int flows) {
    const Id<Team> team = plan.team("Shared");
    for (int i = 0; i < flows; ++i) plan.change(plan.line({"Work"}).steps[0], [&](Step& step) { step.team = team; });
    return team;
}

AnyId bounded(SmallPlan& plan, bool hasEnd) {
    const auto customer = plan.add<Stakeholder>([](Stakeholder& each) { each.name = "Applicants"; });
    const SmallPlan::Line line = plan.line({"Work"});
    plan.change(line.flow, [&](Flow& flow) {
        flow.trigger = "Asked";
        flow.endEvent = hasEnd ? "Given" : "";
        flow.customer = customer;
    });
    return line.flow;
}

template <class F>
AnyId interaction(SmallPlan& plan, F&& fill) {
    const Id<Team> platform = plan.team("Cloud", TeamType::platform);
    return plan.add<Interaction>(plan.team("Desk"), [&](Interaction& each) {
        each.team = platform;
        each.mode = InteractionMode::collaboration;
        fill(each);
    });
}

AnyId control(SmallPlan& plan, bool isDone) {
    const auto item = plan.add<SpineItem>([](SpineItem& each) {
        each.title = "Four eyes";
        each.mustBeEnforced = true;
    });
    const SmallPlan::Line line = plan.line({"Pay"});
    const Id<Variant> proposal = plan.proposal(line, 1);
    const Id<Step> step = isDone ? line.steps[0] : Id<Step>(plan.model().find(proposal)->steps[0]);
    plan.change(step, [&](Step& each) { each.spine.add(item); });
    return item;
}

} // namespace

std::vector<RuleCase> flowCases() {
    return {
        {"F01", [](SmallPlan& plan) -> AnyId { return plan.line({"Work"}).flow; },
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Work"});
             plan.change(line.flow, [&](Flow& flow) { flow.owner = line.role; });
             return line.flow;
         }},
        {"F05",
         [](SmallPlan& plan) -> AnyId {
             return handedOver(plan, {"A", "B", "C", "D", "E", "F", "G", "H", "I"}).flow;
         },
         [](SmallPlan& plan) -> AnyId {
             return handedOver(plan, {"A", "B", "C", "D", "E", "F", "G", "H"}).flow;
         }},
        {"F06",
         [](SmallPlan& plan) -> AnyId {
             return handedOver(plan, {"A", "B", "A"}).flow;
         },
         [](SmallPlan& plan) -> AnyId {
             return handedOver(plan, {"A", "B", "B", "A"}).flow;
         }},
        {"F07",
         [](SmallPlan& plan) -> AnyId {
             plan.outcome("Quick");
             return plan.line({"Work"}).flow;
         },
         [](SmallPlan& plan) -> AnyId {
             const auto outcome = plan.outcome("Quick");
             const auto line = plan.line({"Work"});
             plan.change(line.flow, [&](Flow& flow) { flow.outcomes.add(outcome); });
             return line.flow;
         }},
        {"F12", [](SmallPlan& plan) -> AnyId { return timed(plan, 96, 4).flow; },
         [](SmallPlan& plan) -> AnyId { return timed(plan, 95, 5).flow; }},
        {"F13", [](SmallPlan& plan) { return rolled(plan, 70, 71); },
         [](SmallPlan& plan) { return rolled(plan, 62.5, 80); }},
        {"F17", [](SmallPlan& plan) { return loaded(plan, 11.7); }, [](SmallPlan& plan) { return loaded(plan, 11.8); }},
        {"F17", [](SmallPlan& plan) { return inFlows(plan, 4); }, [](SmallPlan& plan) { return inFlows(plan, 3); }},
        {"F19", [](SmallPlan& plan) { return control(plan, false); },
         [](SmallPlan& plan) { return control(plan, true); }},
        {"F20", [](SmallPlan& plan) { return wasting(plan, 31, 69); },
         [](SmallPlan& plan) { return wasting(plan, 30, 70); }},
        {"F21", [](SmallPlan& plan) { return outside(plan, 41); }, [](SmallPlan& plan) { return outside(plan, 40); }},
        {"F22",
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Work"});
             plan.change(line.flow, [](Flow& flow) { flow.demandPerWeek.reset(); });
             return line.flow;
         },
         [](SmallPlan& plan) -> AnyId { return plan.line({"Work"}).flow; }},
        {"F23", [](SmallPlan& plan) { return bounded(plan, false); },
         [](SmallPlan& plan) { return bounded(plan, true); }},
        {"F24",
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Take", "Check"});
             plan.change(line.team, [](Team& team) { team.type = TeamType::functional; });
             return line.flow;
         },
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Take", "Check"});
             const auto other = plan.team("Back office", TeamType::functional);
             plan.change(line.team, [](Team& team) { team.type = TeamType::functional; });
             plan.change(line.steps[1], [&](Step& step) { step.team = other; });
             return line.flow;
         }},
        {"F26", [](SmallPlan& plan) -> AnyId { return plan.team("Idle"); },
         [](SmallPlan& plan) -> AnyId { return plan.line({"Work"}).team; }},
        {"F28",
         [](SmallPlan& plan) {
             return interaction(plan, [](Interaction& each) { each.until = base::makeDate(2027, 5, 24); });
         },
         [](SmallPlan& plan) {
             return interaction(plan, [](Interaction& each) { each.until = base::makeDate(2027, 5, 23); });
         }},
        {"F28", [](SmallPlan& plan) { return interaction(plan, [](Interaction&) {}); },
         [](SmallPlan& plan) {
             return interaction(plan, [](Interaction& each) { each.mode = InteractionMode::facilitating; });
         }},
    };
}

} // namespace flowspine::test
