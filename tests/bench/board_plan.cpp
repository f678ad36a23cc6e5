#include "bench/board_plan.h"

#include "base/id_generator.h"
#include "model/draft.h"

namespace flowspine::bench {

namespace {

using namespace model;

class BoardBuilder {
  public:
    BoardBuilder() : m_draft(makeEmptyModel(AnyId("plan-000000000001"), "A plan with many cards")) {}

    [[nodiscard]] Plan& plan() { return m_draft.changePlan(); }
    [[nodiscard]] Model finish() const { return m_draft.finish(); }

    template <class T, class List>
    T& add(List& list) {
        auto made = std::make_shared<T>();
        made->id = m_ids.next(idPrefix(kindFor<T>));
        list.add(Id<T>(made->id));
        m_draft.put(made);
        return *made;
    }

    void addOutcome(std::size_t number) {
        auto& outcome = add<Outcome>(plan().outcomes);
        outcome.title = "People get result " + std::to_string(number) + " without asking twice";
        outcome.perspective = number % 3 == 2 ? Perspective::organisation : Perspective::peopleServed;
        for (int i = 0; i < 2; ++i) {
            auto& measure = add<Measure>(outcome.measures);
            measure.name = i == 0 ? "Median days from request to result" : "First-time-complete requests";
            measure.unit = i == 0 ? "working days" : "%";
            measure.direction = i == 0 ? Direction::decrease : Direction::increase;
            measure.kind = i == 0 ? MeasureKind::lagging : MeasureKind::leading;
            measure.baseline = 50;
            measure.baselineDate = base::makeDate(2026, 3, 31);
            measure.target = i == 0 ? 20 : 90;
            measure.targetDate = base::makeDate(2027, 3, 31);
            for (int month = 0; month < 8; ++month) {
                auto& reading = add<Reading>(measure.readings);
                reading.date = base::addDays(*base::makeDate(2026, 4, 1), month * 30);
                reading.value = 50 + (i == 0 ? -1.0 : 1.5) * month;
            }
        }
    }

    void addConstraint(std::size_t number) {
        auto& constraint = add<Constraint>(plan().constraints);
        constraint.title = "Requests wait in queue " + std::to_string(number);
        constraint.severity = static_cast<double>(1 + number % 5);
        const auto& outcomes = plan().outcomes;
        for (std::size_t i = 0; i <= number % 2 && !outcomes.isEmpty(); ++i)
            constraint.outcomes.add(outcomes[(number * 7 + i * 3) % outcomes.size()]);
    }

    void addSpine(std::size_t items, std::size_t rights) {
        std::vector<Id<Role>> roles;
        for (int i = 0; i < 12; ++i) {
            auto& role = add<Role>(plan().roles);
            role.name = "Lead, Team " + std::to_string(i);
            roles.emplace_back(role.id);
        }
        auto& variant = add<Variant>(add<Flow>(plan().flows).variants);
        for (std::size_t i = 0; i < items; ++i) {
            auto& item = add<SpineItem>(plan().spine);
            item.title = "What holds for every case of kind " + std::to_string(i);
            item.category = static_cast<SpineCategory>(i % 6);
            item.stability = static_cast<Stability>(i / 6 % 3);
            item.authority = "Statute " + std::to_string(i);
            item.owner = roles[i % roles.size()];
            item.nextReview = base::addDays(*base::makeDate(2026, 6, 1), static_cast<int>(i));
            if (item.stability == Stability::adaptable && i >= 12) item.within.add(plan().spine[i - 12]);
            if (i % 4 == 0) add<Step>(variant.steps).spine.add(item.id);
            if (i % 4 == 1) add<Constraint>(plan().constraints).locations.add(item.id);
        }
        for (std::size_t i = 0; i < rights; ++i) {
            auto& right = add<DecisionRight>(plan().decisionRights);
            right.title = "Approve case of kind " + std::to_string(i);
            right.decisionDays = static_cast<double>(1 + i % 20);
            for (std::size_t n = 0; n < 5; ++n) {
                auto& assignment = add<Assignment>(right.assignments);
                assignment.role = roles[(i + n) % roles.size()];
                assignment.letter = n == 0 ? Letter::a : static_cast<Letter>(n % 4);
            }
        }
    }

  private:
    base::CountingIdGenerator m_ids;
    Draft m_draft;
};

} // namespace

Model boardPlan(std::size_t outcomes, std::size_t constraints) {
    BoardBuilder builder;
    for (std::size_t i = 0; i < outcomes; ++i) builder.addOutcome(i);
    for (std::size_t i = 0; i < constraints; ++i) builder.addConstraint(i);
    return builder.finish();
}

Model sightPlan(std::size_t items) {
    BoardBuilder builder;
    Plan& plan = builder.plan();
    for (std::size_t i = 0; i < items / 5; ++i) builder.addOutcome(i);
    for (std::size_t i = 0; i < items / 2; ++i) builder.addConstraint(i);
    for (std::size_t i = 0; i < items / 5; ++i) builder.add<Team>(plan.teams).name = "Team " + std::to_string(i);
    for (std::size_t i = 0; i < items / 3; ++i) {
        auto& item = builder.add<SpineItem>(plan.spine);
        item.title = "Every result of kind " + std::to_string(i) + " is on record";
        item.stability = static_cast<Stability>(i % 3);
    }
    for (std::size_t i = 0; i < items / 10; ++i) {
        auto& flow = builder.add<Flow>(plan.flows);
        flow.name = "Flow " + std::to_string(i) + " from request to result";
        flow.demandPerWeek = 30;
        for (std::size_t j = 0; j < 3; ++j) flow.outcomes.add(plan.outcomes[(i * 3 + j) % plan.outcomes.size()]);
        auto& variant = builder.add<Variant>(flow.variants);
        flow.current = Id<Variant>(variant.id);
        for (std::size_t j = 0; j < 12; ++j) {
            auto& step = builder.add<Step>(variant.steps);
            step.name = "Step " + std::to_string(j);
            step.team = plan.teams[(i * 5 + j) % plan.teams.size()];
            step.processTime = base::fromHours(0.5);
            step.spine.add(plan.spine[(i * 7 + j * 3) % plan.spine.size()]);
        }
    }
    for (std::size_t i = 0; i < items; ++i) {
        auto& item = builder.add<RoadmapItem>(plan.roadmap);
        item.title = "Try idea " + std::to_string(i) + " in one place";
        item.spine.add(plan.spine[i * 3 % plan.spine.size()]);
        item.constraints.add(plan.constraints[i * 5 % plan.constraints.size()]);
    }
    return builder.finish();
}

model::Model spinePlan(std::size_t items, std::size_t rights) {
    BoardBuilder build;
    build.addSpine(items, rights);
    return build.finish();
}

} // namespace flowspine::bench
