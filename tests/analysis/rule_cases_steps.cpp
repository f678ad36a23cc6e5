#include "analysis/rule_case.h"

namespace flowspine::test {

namespace {

using namespace model;

// A line whose first step may go on to a third step as well, with these shares.
AnyId branching(SmallPlan& plan, Number onwards, Number aside) {
    const SmallPlan::Line line = plan.line({"Sort", "Handle"});
    const Id<Step> other = plan.step(line.variant, "Handle apart");
    plan.change(line.steps[0], [](Step& step) { step.type = StepType::decision; });
    Model(plan.model()).forEach<Link>([&](const Link& link) {
        if (link.from == line.steps[0]) plan.change(Id<Link>(link.id), [&](Link& each) { each.probability = onwards; });
    });
    plan.link(line.steps[0], other, aside);
    plan.link(other, line.end);
    return line.steps[0];
}

// The second step sends this share back to the first.
SmallPlan::Line reworked(SmallPlan& plan, double back, bool hasExit = true) {
    const SmallPlan::Line line = plan.line({"Prepare", "Check"});
    Model(plan.model()).forEach<Link>([&](const Link& link) {
        if (link.from == line.steps[1])
            plan.change(Id<Link>(link.id), [&](Link& each) { each.probability = hasExit ? 100 - back : 0; });
    });
    plan.link(line.steps[1], line.steps[0], back, LinkKind::rework);
    return line;
}

// A split into two branches and what follows, joined or not.
AnyId parallel(SmallPlan& plan, bool isJoined) {
    const SmallPlan::Line line = plan.line({"Take"});
    std::vector<AnyId> last;
    Model(plan.model()).forEach<Link>([&](const Link& link) {
        if (link.to == line.end) last.push_back(link.id);
    });
    const Id<Step> split = plan.step(line.variant, "", StepType::andSplit);
    const Id<Step> fire = plan.step(line.variant, "Fire review");
    const Id<Step> zoning = plan.step(line.variant, "Zoning review");
    const Id<Step> decide = plan.step(line.variant, "Decide");
    plan.change(Id<Link>(last.front()), [&](Link& link) { link.to = split; });
    plan.link(split, fire);
    plan.link(split, zoning);
    plan.link(decide, line.end);
    if (!isJoined) {
        plan.link(fire, decide);
        plan.link(zoning, decide);
        return split;
    }
    const Id<Step> join = plan.step(line.variant, "", StepType::andJoin);
    plan.link(fire, join);
    plan.link(zoning, join);
    plan.link(join, decide);
    plan.change(split, [&](Step& step) { step.joins = join; });
    return split;
}

Id<DecisionRight> right(SmallPlan& plan, const std::vector<Id<Role>>& deciders,
                        DecisionScheme scheme = DecisionScheme::raci) {
    const auto id = plan.add<DecisionRight>([&](DecisionRight& each) {
        each.title = "Grant a permit";
        each.scheme = scheme;
    });
    for (const Id<Role>& role : deciders)
        plan.add<Assignment>(id, [&](Assignment& each) {
            each.letter = scheme == DecisionScheme::rapid ? Letter::d : Letter::a;
            each.role = role;
        });
    return id;
}

// One decision step with that many deciders; none: without a right.
AnyId deciding(SmallPlan& plan, std::optional<int> deciders, DecisionScheme scheme = DecisionScheme::raci) {
    const SmallPlan::Line line = plan.line({"Decide"});
    std::vector<Id<Role>> roles;
    for (int i = 0; i < deciders.value_or(0); ++i) roles.push_back(plan.role("Head"));
    const Id<DecisionRight> decision = deciders ? right(plan, roles, scheme) : Id<DecisionRight>();
    plan.change(line.steps[0], [&](Step& step) {
        step.type = StepType::decision;
        step.decisionRight = decision;
    });
    return line.steps[0];
}

AnyId approvedTwice(SmallPlan& plan, bool isBySame) {
    const SmallPlan::Line line = plan.line({"Approve", "Approve again"});
    const Id<Role> other = plan.role("Director");
    for (const Id<Step>& step : line.steps) plan.change(step, [](Step& each) { each.type = StepType::decision; });
    if (!isBySame) plan.change(line.steps[1], [&](Step& step) { step.accountable = {other}; });
    return line.steps[1];
}

AnyId decidedWithin(SmallPlan& plan, Number days) {
    const SmallPlan::Line line = plan.line({"Decide"});
    const Id<DecisionRight> decision = right(plan, {line.role});
    plan.change(decision, [&](DecisionRight& each) { each.decisionDays = days; });
    plan.change(line.steps[0], [&](Step& step) {
        step.decisionRight = decision;
        step.waitTime = base::fromHours(16); // two days of eight hours
    });
    return line.steps[0];
}

// The only step of a line after something was done to it.
template <class F>
AnyId stepWith(SmallPlan& plan, F&& fill) {
    const SmallPlan::Line line = plan.line({"Check"});
    plan.change(line.steps[0], fill);
    return line.steps[0];
}

AnyId linkWithDelay(SmallPlan& plan, double hours) {
    const SmallPlan::Line line = plan.line({"Check"});
    const Id<Link> link(plan.model().find(line.variant)->links[0]);
    plan.change(link, [&](Link& each) { each.delay = base::fromHours(hours); });
    return link;
}

} // namespace

std::vector<RuleCase> stepCases() {
    return {
        {"F02", [](SmallPlan& plan) { return stepWith(plan, [](Step& step) { step.accountable = {}; }); },
         [](SmallPlan& plan) { return stepWith(plan, [](Step&) {}); }},
        {"F03",
         [](SmallPlan& plan) {
             const auto other = plan.role("Head");
             return stepWith(plan, [&](Step& step) { step.accountable.add(other); });
         },
         [](SmallPlan& plan) { return stepWith(plan, [](Step&) {}); }},
        {"F04", [](SmallPlan& plan) { return stepWith(plan, [](Step& step) { step.team = {}; }); },
         [](SmallPlan& plan) { return stepWith(plan, [](Step&) {}); }},
        {"F08", [](SmallPlan& plan) { return branching(plan, 70, 28.9); },
         [](SmallPlan& plan) { return branching(plan, 70, 29.1); }},
        {"F08", [](SmallPlan& plan) { return branching(plan, 0, 0); },
         [](SmallPlan& plan) { return branching(plan, 70, {}); }},
        {"F09", // out of reach
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Check"});
             return plan.step(line.variant, "Forgotten");
         },
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Check"});
             const auto step = plan.step(line.variant, "Remembered");
             plan.link(line.start, step, 0);
             plan.link(step, line.end);
             return step;
         }},
        {"F09", // a dead end
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Check"});
             const auto step = plan.step(line.variant, "Filed");
             plan.link(line.steps[0], step);
             return step;
         },
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Check"});
             const auto step = plan.step(line.variant, "Filed", StepType::end);
             plan.link(line.steps[0], step);
             return step;
         }},
        {"F09", // two starts
         [](SmallPlan& plan) -> AnyId {
             const auto line = plan.line({"Check"});
             plan.link(plan.step(line.variant, "Asked again", StepType::start), line.steps[0]);
             return line.flow;
         },
         [](SmallPlan& plan) -> AnyId { return plan.line({"Check"}).flow; }, false},
        {"F10", [](SmallPlan& plan) -> AnyId { return reworked(plan, 100, false).steps[0]; },
         [](SmallPlan& plan) -> AnyId { return reworked(plan, 99.5).steps[1]; }},
        {"F11", [](SmallPlan& plan) -> AnyId { return reworked(plan, 21).steps[1]; },
         [](SmallPlan& plan) -> AnyId { return reworked(plan, 20).steps[1]; }},
        {"F14", [](SmallPlan& plan) { return deciding(plan, std::nullopt); },
         [](SmallPlan& plan) { return deciding(plan, 1); }},
        {"F14", [](SmallPlan& plan) { return deciding(plan, 0); },
         [](SmallPlan& plan) { return deciding(plan, 1, DecisionScheme::rapid); }},
        {"F14", [](SmallPlan& plan) { return deciding(plan, 3, DecisionScheme::rapid); },
         [](SmallPlan& plan) { return deciding(plan, 1, DecisionScheme::daci); }},
        {"F15", [](SmallPlan& plan) { return stepWith(plan, [](Step& step) { step.waitTime.reset(); }); },
         [](SmallPlan& plan) { return stepWith(plan, [](Step& step) { step.waitTime = base::Duration{0}; }); }},
        {"F16", [](SmallPlan& plan) { return stepWith(plan, [](Step& step) { step.waitTime = base::Duration{-1}; }); },
         [](SmallPlan& plan) { return stepWith(plan, [](Step& step) { step.waitTime = base::Duration{0}; }); }},
        {"F16", [](SmallPlan& plan) { return linkWithDelay(plan, -1); },
         [](SmallPlan& plan) { return linkWithDelay(plan, 0); }},
        {"F18", [](SmallPlan& plan) { return approvedTwice(plan, false); },
         [](SmallPlan& plan) { return approvedTwice(plan, true); }},
        {"F25", [](SmallPlan& plan) { return parallel(plan, false); },
         [](SmallPlan& plan) { return parallel(plan, true); }},
        {"F25", // the join is drawn, but not said to be this split's
         [](SmallPlan& plan) {
             const AnyId split = parallel(plan, true);
             plan.change(Id<Step>(split), [](Step& step) { step.joins = {}; });
             return split;
         },
         [](SmallPlan& plan) { return parallel(plan, true); }},
        {"F27", [](SmallPlan& plan) { return decidedWithin(plan, 2.1); },
         [](SmallPlan& plan) { return decidedWithin(plan, 2); }},
        {"F27", [](SmallPlan& plan) { return decidedWithin(plan, {}); },
         [](SmallPlan& plan) { return decidedWithin(plan, 0); }},
    };
}

} // namespace flowspine::test
