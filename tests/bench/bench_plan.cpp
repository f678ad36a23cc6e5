#include "bench/bench_plan.h"

#include "base/id_generator.h"
#include "model/draft.h"
#include "model/entity_type.h"

#include <array>
#include <string>

namespace flowspine::bench {

namespace {

using namespace model;

constexpr std::array<const char*, 12> verbs = {"Check",   "Log",     "Review",  "Decide", "Circulate", "Approve",
                                               "Correct", "Collect", "Confirm", "Issue",  "Inspect",   "Notify"};
constexpr std::array<const char*, 12> nouns = {"application", "zoning", "structure",  "fire plan",
                                               "fee",         "permit", "conditions", "documents",
                                               "appraisal",   "title",  "record",     "decision"};
constexpr std::size_t teamCount = 10;
constexpr std::size_t stepsPerFlow = 30;

class Builder {
  public:
    Builder() : m_draft(makeEmptyModel(AnyId("plan-000000000001"), "Renovation permits of a large city")) {
        Plan& plan = m_draft.changePlan();
        plan.organisation = "City of Harrowgate";
        plan.purpose = "How people get a decision from us, what we may not change on the way, and what we try next.";
        plan.roadmapStart = base::makeDate(2026, 10, 1);
        plan.numbersAre = Evidence::illustrative;
        for (std::size_t i = 0; i < teamCount; ++i) {
            Team& team = add<Team>(plan.teams);
            team.name = std::string(nouns[i]) + " team";
            team.type = i == 0 ? TeamType::customer : TeamType::functional;
            team.fte = 3.5;
            team.capacityPerWeek = 120;
            Role& role = add<Role>(plan.roles);
            role.name = "Lead, " + team.name;
            role.team = Id<Team>(team.id);
        }
    }

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] Model finish() const { return m_draft.finish(); }

    void addFlow(std::size_t steps) {
        Plan& plan = m_draft.changePlan();
        Flow& flow = add<Flow>(plan.flows);
        flow.name = name() + " from request to result";
        flow.trigger = "Somebody asks";
        flow.unitOfWork = "application";
        flow.demandPerWeek = 30;
        flow.owner = anyOf(plan.roles);
        Variant& variant = add<Variant>(flow.variants);
        variant.name = "As it is";
        flow.current = Id<Variant>(variant.id);
        m_lastFlow = Id<Flow>(flow.id);
        for (const Id<Team> team : plan.teams) variant.lanes.add(team);
        std::vector<Id<Step>> made;
        for (std::size_t i = 0; i < steps; ++i) {
            Step& step = add<Step>(variant.steps);
            step.name = name();
            step.type = i == 0 ? StepType::start : i + 1 == steps ? StepType::end : StepType::task;
            step.team = anyOf(plan.teams);
            step.processTime = base::fromHours(0.25 * static_cast<double>(1 + next() % 8));
            step.waitTime = base::fromHours(static_cast<double>(next() % 120));
            step.percentCompleteAccurate = static_cast<double>(60 + next() % 40);
            step.accountable.add(anyOf(plan.roles));
            made.emplace_back(step.id);
            if (i > 0)
                connect(variant, made[i - 1 - next() % std::min<std::size_t>(i, 3)], made[i], LinkKind::sequence);
            if (i > 3 && next() % 10 < 3) connect(variant, made[i - 2], made[i], LinkKind::sequence);
            if (i > 5 && next() % 25 == 0) connect(variant, made[i], made[i - 4], LinkKind::rework);
        }
    }

    void addOutcome() {
        Plan& plan = m_draft.changePlan();
        Outcome& outcome = add<Outcome>(plan.outcomes);
        outcome.title = "People get their " + std::string(nouns[next() % nouns.size()]) + " quickly";
        outcome.statement = "A home owner knows within four weeks whether the renovation may start.";
        outcome.perspective = next() % 2 == 0 ? Perspective::peopleServed : Perspective::organisation;
        outcome.owner = anyOf(plan.roles);
        for (int i = 0; i < 2; ++i) {
            Measure& measure = add<Measure>(outcome.measures);
            measure.name = "Median days from " + name();
            measure.unit = "working days";
            measure.direction = Direction::decrease;
            measure.baseline = 55;
            measure.baselineDate = base::makeDate(2026, 3, 31);
            measure.target = 20;
            measure.targetDate = base::makeDate(2027, 3, 31);
            m_lastMeasure = Id<Measure>(measure.id);
            for (int month = 0; month < 4; ++month) {
                Reading& reading = add<Reading>(measure.readings);
                reading.date = base::addDays(*base::makeDate(2026, 4, 30), month * 30);
                reading.value = 54.5 - 1.25 * month;
            }
        }
        Constraint& constraint = add<Constraint>(plan.constraints);
        constraint.title = name() + " waits in a queue";
        constraint.severity = static_cast<double>(1 + next() % 5);
        constraint.outcomes.add(outcome.id);
        SpineItem& spine = add<SpineItem>(plan.spine);
        spine.title = "Every " + std::string(nouns[next() % nouns.size()]) + " is on record";
        spine.stability = static_cast<Stability>(next() % 3);
        spine.category = static_cast<SpineCategory>(next() % 6);
        spine.authority = "State building code statute";
        spine.owner = anyOf(plan.roles);
        spine.nextReview = base::addDays(*base::makeDate(2026, 12, 1), static_cast<int>(next() % 500));
        m_lastSpine = Id<SpineItem>(spine.id);
        m_lastConstraint = Id<Constraint>(constraint.id);
    }

    void addItem() {
        Plan& plan = m_draft.changePlan();
        RoadmapItem& item = add<RoadmapItem>(plan.roadmap);
        item.title = name() + " in one visit";
        item.weBelieve = "an online checklist that refuses incomplete files";
        item.willResultIn = "first-time-complete rising from 67 to 85 percent";
        item.killCriteria = "Below 72 % after 6 weeks";
        item.start = base::addDays(*base::makeDate(2026, 10, 1), static_cast<int>(next() % 600));
        item.end = base::addDays(*item.start, 30 + static_cast<int>(next() % 60));
        item.reviewDate = item.end;
        item.horizon = static_cast<Horizon>(next() % 3);
        item.owner = anyOf(plan.roles);
        if (m_lastFlow) item.flows.add(m_lastFlow);
        if (m_lastMeasure) item.measures.add(m_lastMeasure);
        if (m_lastConstraint && next() % 2 == 0) item.constraints.add(m_lastConstraint);
        if (m_lastSpine && next() % 3 == 0) item.spine.add(m_lastSpine);
    }

  private:
    // Adds a child to an owner's list; owners are entities of this draft.
    template <class T>
    T& add(ChildList<T>& children) {
        auto entity = std::make_shared<T>();
        entity->id = m_ids.next(idPrefix(kindFor<T>));
        children.add(entity->id);
        T& added = *entity;
        m_draft.put(std::move(entity));
        ++m_count;
        return added;
    }

    void connect(Variant& variant, const Id<Step>& from, const Id<Step>& to, LinkKind kind) {
        Link& link = add<Link>(variant.links);
        link.from = from;
        link.to = to;
        link.kind = kind;
        if (kind == LinkKind::rework) link.probability = 20;
    }

    template <class T>
    [[nodiscard]] Id<T> anyOf(const ChildList<T>& list) {
        return list[next() % list.size()];
    }

    [[nodiscard]] std::string name() {
        return std::string(verbs[next() % verbs.size()]) + " " + nouns[next() % nouns.size()] + " " +
               std::to_string(m_count);
    }

    [[nodiscard]] std::size_t next() {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(m_state >> 33U);
    }

    Draft m_draft;
    base::CountingIdGenerator m_ids{2};
    std::uint64_t m_state = 20261124;
    std::size_t m_count = 1;
    Id<Flow> m_lastFlow;
    Id<Measure> m_lastMeasure;
    Id<SpineItem> m_lastSpine;
    Id<Constraint> m_lastConstraint;
};

} // namespace

Model benchPlan(std::size_t entities) {
    Builder builder;
    while (builder.count() < entities) {
        builder.addFlow(stepsPerFlow);
        for (int i = 0; i < 3 && builder.count() < entities; ++i) {
            builder.addOutcome();
            for (int j = 0; j < 3; ++j) builder.addItem();
        }
    }
    return builder.finish();
}

Model roadmapPlan(std::size_t items) {
    Builder builder;
    builder.addFlow(2);
    builder.addOutcome();
    for (std::size_t i = 0; i < items; ++i) builder.addItem();
    return builder.finish();
}

Model flowPlan(std::size_t steps) {
    Builder builder;
    builder.addFlow(steps);
    return builder.finish();
}

Model changedCopy(const Model& model, std::size_t first) {
    Draft draft(model);
    std::size_t seen = first;
    for (const Kind kind : {Kind::step, Kind::roadmapItem, Kind::outcome}) {
        const FieldDescription* title = entityType(kind).titleField;
        for (const EntityPtr& row : model.table(kind).rows())
            if (++seen % 20 == 0) title->set(*draft.change(row->id), std::string("Somebody else's name"));
    }
    return draft.finish();
}

} // namespace flowspine::bench
