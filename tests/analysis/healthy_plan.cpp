#include "analysis/healthy_plan.h"

#include "analysis/rule_case.h"

#include <array>

namespace flowspine::test {

namespace {

using namespace model;
using base::addDays;
using base::fromHours;
using base::Period;

struct MeasureFacts {
    const char* name;
    const char* unit;
    Direction direction;
    MeasureKind kind;
    double baseline;
    double target;
};

class HealthyPlan {
  public:
    Model make() {
        m_plan.changePlan([](Plan& plan) {
            plan.name = "Library cards";
            plan.organisation = "Town library";
            plan.numbersAre = Evidence::measured;
            plan.lastReviewed = addDays(ruleDay, -10);
            plan.roadmapStart = addDays(ruleDay, -30);
        });
        addPeople();
        addOutcomes();
        addSpine();
        addFlow();
        addConstraints();
        addRoadmap();
        return m_plan.model();
    }

  private:
    void addPeople() {
        m_desk = m_plan.team("Desk");
        m_plan.change(m_desk, [](Team& team) {
            team.fte = 4;
            team.capacityPerWeek = 120;
        });
        m_mobile = m_plan.team("Mobile library");
        m_plan.change(m_mobile, [](Team& team) {
            team.fte = 2;
            team.capacityPerWeek = 60;
        });
        m_lead = m_plan.role("Head of the desk", m_desk);
        m_director = m_plan.role("Director");
        m_reader = m_plan.add<Stakeholder>([](Stakeholder& each) { each.name = "Reader"; });
    }

    Id<Measure> addMeasure(const AnyId& outcome, const MeasureFacts& facts, Id<Measure> guards = {}) {
        return m_plan.add<Measure>(outcome, [&](Measure& measure) {
            measure.name = facts.name;
            measure.unit = facts.unit;
            measure.direction = facts.direction;
            measure.kind = facts.kind;
            measure.baseline = facts.baseline;
            measure.baselineDate = addDays(ruleDay, -200);
            measure.target = facts.target;
            measure.targetDate = addDays(ruleDay, 200);
            measure.owner = m_lead;
            measure.guards = guards;
        });
    }

    void addOutcomes() {
        m_quick = m_plan.outcome("Readers have a card on the day they ask");
        m_trusted = m_plan.outcome("Every card belongs to a known person");
        for (const Id<Outcome>& outcome : {m_quick, m_trusted})
            m_plan.change(outcome, [&](Outcome& each) {
                each.owner = m_director;
                each.audience = m_reader;
            });
        m_plan.change(m_trusted, [](Outcome& each) { each.perspective = Perspective::organisation; });
        m_days = addMeasure(m_quick, {"Days to a card", "days", Direction::decrease, MeasureKind::lagging, 6, 1});
        m_complete = addMeasure(m_quick, {"Complete requests", "%", Direction::increase, MeasureKind::leading, 70, 95});
        addMeasure(m_quick, {"Cards to the wrong person", "a year", Direction::decrease, MeasureKind::guardrail, 4, 2},
                   m_days);
        addMeasure(m_trusted, {"Cards of unknown people", "%", Direction::decrease, MeasureKind::lagging, 3, 1});
        addMeasure(m_trusted, {"Identities seen", "%", Direction::increase, MeasureKind::leading, 90, 99});
    }

    Id<SpineItem> addItem(const char* title, SpineCategory category, Stability stability) {
        return m_plan.add<SpineItem>([&](SpineItem& item) {
            item.title = title;
            item.category = category;
            item.stability = stability;
            item.rationale = "Readers rely on it.";
            item.owner = m_director;
            item.lastReviewed = addDays(ruleDay, -20);
            const bool isLaw = stability == Stability::cannotChange;
            item.tier = isLaw ? PolicyTier::law : PolicyTier::policy;
            item.authority = isLaw ? "Library act, section 4" : "Council";
            item.changeRoute = "The council decides on a paper of the director.";
            item.reviewCadence = isLaw ? Period{1, 0, 0, 0} : Period{0, 3, 0, 0};
            item.nextReview = addDays(ruleDay, 60);
        });
    }

    void addSpine() {
        m_spine.push_back(
            addItem("The library is open to everybody", SpineCategory::coreGovernance, Stability::cannotChange));
        m_spine.push_back(
            addItem("Fees are set once a year", SpineCategory::financialControls, Stability::shouldNotChange));
        m_spine.push_back(addItem("Loans are insured", SpineCategory::riskManagement, Stability::shouldNotChange));
        m_spine.push_back(
            addItem("Reading habits are private", SpineCategory::legalRegulatory, Stability::cannotChange));
        m_spine.push_back(
            addItem("One register of readers", SpineCategory::dataFoundation, Stability::shouldNotChange));
        const auto adaptable = addItem("Who sits at which desk", SpineCategory::coreGovernance, Stability::adaptable);
        m_plan.change(adaptable, [&](SpineItem& item) {
            item.tier = PolicyTier::unstated;
            item.decidedBy = "Head of the desk";
            item.approvalDays = 2;
            item.reviewCadence = Period{0, 1, 0, 0};
            item.within.add(m_spine.front());
        });
        m_spine.push_back(adaptable);
    }

    void addFlow() {
        m_right = m_plan.add<DecisionRight>([](DecisionRight& right) {
            right.title = "Give a card without a proof of address";
            right.decisionDays = 1;
            right.reversibility = Reversibility::twoWay;
        });
        m_plan.add<Assignment>(m_right, [&](Assignment& each) {
            each.letter = Letter::a;
            each.role = m_lead;
        });
        m_flow = m_plan.add<Flow>([&](Flow& flow) {
            flow.name = "Ask for a card";
            flow.trigger = "A reader asks";
            flow.endEvent = "The reader has a card";
            flow.unitOfWork = "card";
            flow.demandPerWeek = 30;
            flow.customer = m_reader;
            flow.owner = m_lead;
            flow.outcomes.add(m_quick);
            flow.outcomes.add(m_trusted);
        });
        m_variant = m_plan.add<Variant>(m_flow, [](Variant& variant) { variant.name = "As it is"; });
        m_plan.change(m_flow, [&](Flow& flow) { flow.current = m_variant; });
        const auto start = m_plan.step(m_variant, "Asked", StepType::start);
        m_check = addStep("See the proof of identity", StepType::task, m_desk, 0.5, 1);
        const auto decide = addStep("Decide without a proof of address", StepType::decision, m_desk, 0.25, 8);
        const auto give = addStep("Give the card", StepType::task, m_mobile, 0.5, 1);
        m_plan.change(m_check, [&](Step& step) {
            for (const Id<SpineItem>& item : m_spine) step.spine.add(item);
        });
        m_plan.change(decide, [&](Step& step) { step.decisionRight = m_right; });
        const auto end = m_plan.step(m_variant, "Reader has a card", StepType::end);
        m_plan.link(start, m_check);
        m_plan.link(m_check, decide);
        m_plan.link(decide, give);
        m_plan.link(give, end);
    }

    Id<Step> addStep(const char* name, StepType type, const Id<Team>& team, double hours, double wait) {
        const auto id = m_plan.step(m_variant, name, type);
        m_plan.change(id, [&](Step& step) {
            step.team = team;
            step.processTime = fromHours(hours);
            step.waitTime = fromHours(wait);
            step.percentCompleteAccurate = 95;
            step.valueClass = ValueClass::valueAdding;
            step.accountable.add(m_lead);
        });
        return id;
    }

    void addConstraints() {
        m_late = m_plan.add<Constraint>([&](Constraint& each) {
            each.title = "Proofs are checked once a week";
            each.type = ConstraintType::capacity;
            each.severity = 4;
            each.outcomes.add(m_quick);
            each.locations.add(m_check);
        });
        m_unknown = m_plan.add<Constraint>([&](Constraint& each) {
            each.title = "Old cards have no name";
            each.type = ConstraintType::data;
            each.severity = 2;
            each.outcomes.add(m_trusted);
            each.locations.add(m_flow);
        });
    }

    Id<RoadmapItem> addItem(const char* title, Horizon horizon, const Id<Constraint>& constraint,
                            const Id<Measure>& measure, int startDay) {
        return m_plan.add<RoadmapItem>([&](RoadmapItem& item) {
            item.title = title;
            item.horizon = horizon;
            item.start = addDays(ruleDay, startDay);
            item.end = addDays(ruleDay, startDay + 60);
            item.weBelieve = "that it removes a wait";
            item.willResultIn = "cards on the same day";
            item.weKnowWhen = "the days go down";
            item.expectedDelta = "-2 days";
            item.killCriteria = "No change after four weeks";
            item.reviewDate = addDays(ruleDay, startDay + 60);
            item.owner = m_lead;
            item.measures.add(measure);
            item.constraints.add(constraint);
            item.flows.add(m_flow);
        });
    }

    void addRoadmap() {
        addItem("Check proofs every day", Horizon::now, m_late, m_days, -10);
        addItem("Readers send a picture of their proof", Horizon::next, m_late, m_complete, 60);
        addItem("Ask readers at their next visit", Horizon::next, m_unknown, m_complete, 60);
        addItem("Could the town vouch for its people?", Horizon::later, m_unknown, m_days, 200);
        const auto cadence = m_plan.add<Cadence>([](Cadence& each) {
            each.name = "Monthly review";
            each.frequency = Period{0, 1, 0, 0};
            each.forum = "Desk";
            each.layer = CadenceLayer::roadmap;
        });
        m_plan.add<Review>(cadence, [](Review& each) { each.date = addDays(ruleDay, -10); });
        m_plan.add<Commitment>([&](Commitment& each) {
            each.leader = "Director";
            each.statement = "No new forms this year";
            each.date = addDays(ruleDay, -30);
            each.outcomes.add(m_quick);
        });
    }

    SmallPlan m_plan;
    Id<Team> m_desk, m_mobile;
    Id<Role> m_lead, m_director;
    Id<Stakeholder> m_reader;
    Id<Outcome> m_quick, m_trusted;
    Id<Measure> m_days, m_complete;
    std::vector<Id<SpineItem>> m_spine;
    Id<DecisionRight> m_right;
    Id<Flow> m_flow;
    Id<Variant> m_variant;
    Id<Step> m_check;
    Id<Constraint> m_late, m_unknown;
};

} // namespace

Model healthyPlan() {
    return HealthyPlan().make();
}

} // namespace flowspine::test
