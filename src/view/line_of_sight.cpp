#include "view/line_of_sight.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace flowspine::view {

namespace {

using model::Constraint;
using model::Flow;
using model::Model;
using model::ModelIndex;
using model::Outcome;
using model::RoadmapItem;
using model::SpineItem;

constexpr double severeUnlessSet = 3; // the rule's own threshold

std::string_view ruleOf(SightGap gap) {
    switch (gap) {
    case SightGap::none: return "";
    case SightGap::noFlow: return "O05";
    case SightGap::noOutcome: return "F07";
    case SightGap::touchesNothing: return "S09";
    case SightGap::solvesNothing: return "R08";
    case SightGap::nobodyWorks: return "O13";
    case SightGap::holdsNothing: return "O12";
    }
    return "";
}

class SightMaker {
  public:
    SightMaker(const Model& model, const ModelIndex& index, const LineOfSightOptions& options)
        : m_model(model), m_index(index), m_options(options) {
        model.forEach<model::RuleSetting>([&](const model::RuleSetting& setting) {
            if (setting.severity == model::RuleSeverity::off) m_off.insert(setting.ruleId);
            if (setting.ruleId == ruleOf(SightGap::nobodyWorks) && setting.threshold) m_severe = *setting.threshold;
        });
        model.forEach<model::Waiver>([&](const model::Waiver& waiver) {
            if (!waiver.expiry || *waiver.expiry >= options.today)
                m_waived.insert(waiver.ruleId + '/' + std::string(waiver.about.text()));
        });
    }

    LineOfSight make() {
        addNodes();
        addWork();
        addDirectTies();
        m_sight.ties.reserve(m_ties.size());
        for (auto& [ends, tie] : m_ties) m_sight.ties.push_back(std::move(tie));
        return std::move(m_sight);
    }

  private:
    void startColumn(SightColumn column) {
        m_sight.columnStarts[static_cast<std::size_t>(column)] = m_sight.nodes.size();
    }

    void addNode(const AnyId& id, SightColumn column, SightGap before, SightGap after) {
        m_places.emplace(id, m_sight.nodes.size());
        m_sight.nodes.push_back({id, column, accepted(id, before), accepted(id, after)});
    }

    // None when the plan does not ask for it or accepts it here.
    [[nodiscard]] SightGap accepted(const AnyId& id, SightGap gap) const {
        if (gap == SightGap::none) return gap;
        const std::string rule(ruleOf(gap));
        if (m_off.contains(rule) || m_waived.contains(rule + '/' + std::string(id.text()))) return SightGap::none;
        return gap;
    }

    void addNodes() {
        const model::Plan& plan = m_model.plan();
        startColumn(SightColumn::outcomes);
        m_model.forEach(plan.outcomes, [&](const Outcome& outcome) {
            if (isInSight(outcome)) addNode(outcome.id, SightColumn::outcomes, SightGap::none, gapOf(outcome));
        });
        startColumn(SightColumn::flows);
        m_model.forEach(plan.flows, [&](const Flow& flow) {
            if (!isInSight(flow)) return;
            const SightGap gap = flow.outcomes.isEmpty() ? SightGap::noOutcome : SightGap::none;
            addNode(flow.id, SightColumn::flows, gap, SightGap::none);
        });
        startColumn(SightColumn::teams);
        m_model.forEach(plan.teams, [&](const model::Team& team) {
            addNode(team.id, SightColumn::teams, SightGap::none, SightGap::none);
        });
        if (hasWorkOfNobody()) {
            m_nobody = m_sight.nodes.size();
            m_sight.nodes.push_back({{}, SightColumn::teams, SightGap::none, SightGap::none});
        }
        startColumn(SightColumn::spine);
        m_model.forEach(plan.spine, [&](const SpineItem& item) {
            addNode(item.id, SightColumn::spine, gapOf(item), SightGap::none);
        });
        startColumn(SightColumn::roadmap);
        m_model.forEach(plan.roadmap, [&](const RoadmapItem& item) {
            if (isInSight(item)) addNode(item.id, SightColumn::roadmap, SightGap::none, gapOf(item));
        });
        startColumn(SightColumn::constraints);
        m_model.forEach(plan.constraints, [&](const Constraint& constraint) {
            if (!isInSight(constraint)) return;
            const bool isAccepted = constraint.status == model::ConstraintStatus::accepted;
            addNode(constraint.id, SightColumn::constraints, gapOf(constraint),
                    constraint.outcomes.isEmpty() && !isAccepted ? SightGap::holdsNothing : SightGap::none);
        });
        m_sight.columnStarts.back() = m_sight.nodes.size();
    }

    [[nodiscard]] SightGap gapOf(const Outcome& outcome) const {
        if (outcome.status == model::OutcomeStatus::met) return SightGap::none;
        for (const model::Id<Flow>& id : m_index.referrers<Flow>(outcome.id))
            if (const Flow* flow = m_model.find(id); flow && isInSight(*flow) && flow->outcomes.contains(outcome.id))
                return SightGap::none;
        return SightGap::noFlow;
    }

    [[nodiscard]] SightGap gapOf(const SpineItem& item) const {
        if (item.stability == model::Stability::adaptable) return SightGap::none;
        const bool isNamed =
            !m_index.referrers<model::Step>(item.id).empty() || !m_index.referrers<RoadmapItem>(item.id).empty() ||
            !m_index.referrers<model::Decision>(item.id).empty() || !m_index.referrers<Constraint>(item.id).empty();
        return isNamed ? SightGap::none : SightGap::touchesNothing;
    }

    [[nodiscard]] static SightGap gapOf(const RoadmapItem& item) {
        const bool isOver =
            item.status == model::RoadmapStatus::adopted || item.status == model::RoadmapStatus::adapted;
        return !isOver && item.constraints.isEmpty() && item.measures.isEmpty() ? SightGap::solvesNothing
                                                                                : SightGap::none;
    }

    [[nodiscard]] SightGap gapOf(const Constraint& constraint) const {
        if (constraint.status != model::ConstraintStatus::open || constraint.severity.value_or(0) < m_severe)
            return SightGap::none;
        for (const model::Id<RoadmapItem>& id : m_index.referrers<RoadmapItem>(constraint.id))
            if (const RoadmapItem* item = m_model.find(id); item && isInSight(*item)) return SightGap::none;
        return SightGap::nobodyWorks;
    }

    // Calls f(flow, step) for every step of work in the shown variants. Where a flow begins, splits and ends is none.
    template <class F>
    void forEachStep(F&& f) const {
        m_model.forEach(m_model.plan().flows, [&](const Flow& flow) {
            if (!isInSight(flow)) return;
            const model::Variant* variant = shownVariant(m_model, flow, m_options.isFuture);
            if (!variant) return;
            m_model.forEach(variant->steps, [&](const model::Step& step) {
                const bool isWork = step.type == model::StepType::task || step.type == model::StepType::decision ||
                                    step.type == model::StepType::wait;
                if (isWork || !step.spine.isEmpty()) f(flow, step);
            });
        });
    }

    [[nodiscard]] bool hasWorkOfNobody() const {
        bool has = false;
        forEachStep([&](const Flow&, const model::Step& step) { has |= !m_model.find(step.team); });
        return has;
    }

    SightTie& tie(std::size_t from, std::size_t to) {
        SightTie& made = m_ties[{from, to}];
        made.from = from;
        made.to = to;
        return made;
    }

    void addWork() {
        forEachStep([&](const Flow& flow, const model::Step& step) {
            const std::size_t place = m_sight.work.size();
            SightWork work;
            work.step = model::Id<model::Step>(step.id);
            work.flow = m_places.at(flow.id);
            work.team = m_model.find(step.team) ? m_places.at(step.team) : m_nobody;
            if (flow.demandPerWeek && step.processTime)
                work.hoursPerWeek = std::max(0.0, *flow.demandPerWeek * base::hours(*step.processTime));
            SightTie& toTeam = tie(work.flow, work.team);
            toTeam.work.push_back(place);
            toTeam.hoursPerWeek += work.hoursPerWeek;
            for (const model::Id<SpineItem>& id : step.spine) {
                const auto item = m_places.find(id);
                if (item == m_places.end()) continue;
                work.spine.push_back(item->second);
                tie(work.team, item->second).work.push_back(place);
                m_flowsOfSpine[item->second].insert(work.flow);
            }
            m_sight.work.push_back(std::move(work));
        });
    }

    void addDirectTies() {
        const auto place = [&](const AnyId& id) -> std::optional<std::size_t> {
            const auto found = m_places.find(id);
            return found == m_places.end() ? std::nullopt : std::optional(found->second);
        };
        const auto column = [&](SightColumn each, const auto& f) {
            const auto i = static_cast<std::size_t>(each);
            for (std::size_t node = m_sight.columnStarts[i]; node < m_sight.columnStarts[i + 1]; ++node)
                f(node, m_sight.nodes[node].id);
        };
        column(SightColumn::flows, [&](std::size_t node, const AnyId& id) {
            for (const AnyId& outcome : m_model.find(model::Id<Flow>(id))->outcomes.ids())
                if (const auto from = place(outcome)) tie(*from, node);
        });
        column(SightColumn::roadmap, [&](std::size_t node, const AnyId& id) {
            const RoadmapItem& item = *m_model.find(model::Id<RoadmapItem>(id));
            std::unordered_set<std::size_t> reached;
            for (const AnyId& fixed : item.spine.ids())
                if (const auto from = place(fixed)) {
                    tie(*from, node);
                    const auto flows = m_flowsOfSpine.find(*from);
                    if (flows != m_flowsOfSpine.end()) reached.insert(flows->second.begin(), flows->second.end());
                }
            for (const AnyId& flow : item.flows.ids())
                if (const auto from = place(flow); from && !reached.contains(*from)) tie(*from, node);
            for (const AnyId& constraint : item.constraints.ids())
                if (const auto to = place(constraint)) tie(node, *to);
            for (const AnyId& measure : item.measures.ids())
                if (const auto outcome = place(m_index.ownerOfKind(measure, model::Kind::outcome)))
                    m_sight.loops.push_back({node, *outcome});
        });
        column(SightColumn::constraints, [&](std::size_t node, const AnyId& id) {
            for (const AnyId& outcome : m_model.find(model::Id<Constraint>(id))->outcomes.ids())
                if (const auto to = place(outcome)) m_sight.loops.push_back({node, *to});
        });
    }

    const Model& m_model;
    const ModelIndex& m_index;
    LineOfSightOptions m_options;
    std::unordered_set<std::string> m_off;
    std::unordered_set<std::string> m_waived;
    double m_severe = severeUnlessSet;
    LineOfSight m_sight;
    std::unordered_map<AnyId, std::size_t> m_places;
    std::size_t m_nobody = 0;
    std::map<std::pair<std::size_t, std::size_t>, SightTie> m_ties;
    std::unordered_map<std::size_t, std::unordered_set<std::size_t>> m_flowsOfSpine;
};

} // namespace

LineOfSight lineOfSight(const Model& model, const ModelIndex& index, const LineOfSightOptions& options) {
    return SightMaker(model, index, options).make();
}

std::optional<std::size_t> LineOfSight::find(const AnyId& id) const {
    const auto at = std::find_if(nodes.begin(), nodes.end(), [&](const SightNode& node) { return node.id == id; });
    if (id.isEmpty() || at == nodes.end()) return std::nullopt;
    return static_cast<std::size_t>(at - nodes.begin());
}

const model::Variant* shownVariant(const Model& model, const Flow& flow, bool isFuture) {
    const model::Variant* future = nullptr;
    if (isFuture)
        model.forEach(flow.variants, [&](const model::Variant& variant) {
            if (!future && variant.kind == model::VariantKind::toBe) future = &variant;
        });
    return future ? future : model.find(flow.current);
}

bool isInSight(const Outcome& outcome) {
    return outcome.status != model::OutcomeStatus::retired;
}
bool isInSight(const Flow& flow) {
    return flow.status != model::FlowStatus::retired;
}
bool isInSight(const RoadmapItem& item) {
    return item.status != model::RoadmapStatus::stopped;
}
bool isInSight(const Constraint& constraint) {
    return constraint.status != model::ConstraintStatus::resolved;
}

std::string_view gapWords(SightGap gap) {
    switch (gap) {
    case SightGap::none: return "";
    case SightGap::noFlow: return "no flow delivers it";
    case SightGap::noOutcome: return "delivers no outcome";
    case SightGap::touchesNothing: return "nothing refers to it";
    case SightGap::solvesNothing: return "solves nothing on the map";
    case SightGap::nobodyWorks: return "nobody works on it";
    case SightGap::holdsNothing: return "holds nothing back";
    }
    return "";
}

bool isSerious(SightGap gap) {
    return gap != SightGap::none && gap != SightGap::touchesNothing;
}

} // namespace flowspine::view
