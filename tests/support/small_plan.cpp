#include "support/small_plan.h"

namespace flowspine::test {

using namespace model;

Id<Team> SmallPlan::team(const char* name, TeamType type) {
    return add<Team>([&](Team& team) {
        team.name = name;
        team.type = type;
    });
}

Id<Role> SmallPlan::role(const char* name, const Id<Team>& team) {
    return add<Role>([&](Role& role) {
        role.name = name;
        role.team = team;
    });
}

Id<Outcome> SmallPlan::outcome(const char* title) {
    return add<Outcome>([&](Outcome& outcome) { outcome.title = title; });
}

Id<Link> SmallPlan::link(const AnyId& from, const AnyId& to, Number probability, LinkKind kind) {
    AnyId owner;
    m_model.forEach<Variant>([&](const Variant& variant) {
        if (variant.steps.contains(from)) owner = variant.id;
    });
    return add<Link>(owner, [&](Link& link) {
        link.from = Id<Step>(from);
        link.to = Id<Step>(to);
        link.kind = kind;
        link.probability = probability;
    });
}

Id<Step> SmallPlan::step(const AnyId& variant, const char* name, StepType type) {
    return add<Step>(variant, [&](Step& step) {
        step.name = name;
        step.type = type;
    });
}

SmallPlan::Line SmallPlan::line(const std::vector<const char*>& names) {
    Line made;
    made.team = team("Desk");
    made.role = role("Desk lead", made.team);
    made.flow = add<Flow>([](Flow& flow) {
        flow.name = "Permit";
        flow.demandPerWeek = 10;
    });
    made.variant = add<Variant>(made.flow, [](Variant& variant) { variant.name = "As-is"; });
    change(made.flow, [&](Flow& flow) { flow.current = made.variant; });
    made.start = step(made.variant, "Asked", StepType::start);
    AnyId last = made.start;
    for (const char* name : names) {
        made.steps.push_back(step(made.variant, name));
        change(made.steps.back(), [&](Step& step) {
            step.team = made.team;
            step.accountable.add(made.role);
            step.processTime = base::fromHours(1);
            step.waitTime = base::fromHours(1);
        });
        link(last, made.steps.back());
        last = made.steps.back();
    }
    made.end = step(made.variant, "Given", StepType::end);
    link(last, made.end);
    return made;
}

Id<Variant> SmallPlan::proposal(const Line& line, double waitHours) {
    const Id<Variant> variant = add<Variant>(line.flow, [](Variant& each) {
        each.name = "To-be";
        each.kind = VariantKind::toBe;
    });
    const Id<Step> work = step(variant, "All at once");
    change(work, [&](Step& each) {
        each.team = line.team;
        each.accountable.add(line.role);
        each.processTime = base::fromHours(1);
        each.waitTime = base::fromHours(waitHours);
        if (!line.steps.empty()) each.origin = line.steps.front();
    });
    link(step(variant, "Asked", StepType::start), work);
    link(work, step(variant, "Given", StepType::end));
    return variant;
}

} // namespace flowspine::test
