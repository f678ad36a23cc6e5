#include "view/plan_canvas_parts.h"

#include "model/entity_type.h"
#include "model/naming.h"
#include "view/line_of_sight.h"
#include "view/time_text.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace flowspine::view {

namespace {

using model::AnyId;
using model::Id;
using model::Model;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string lowered(std::string_view words) {
    std::string text(words);
    if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

// Joins what is not empty.
std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string all;
    for (const std::string& each : words) {
        if (each.empty()) continue;
        if (!all.empty()) all += between;
        all += each;
    }
    return all;
}

class CanvasGatherer {
  public:
    explicit CanvasGatherer(const Model& model) : m_model(model) {}

    CanvasPlan gather() {
        m_plan.name = m_model.plan().name.empty() ? "This plan" : m_model.plan().name;
        m_plan.purpose = m_model.plan().purpose;
        gatherOutcomes();
        gatherProcesses();
        gatherTeams();
        gatherPlaces();
        gatherInformation();
        gatherManagement();
        return std::move(m_plan);
    }

  private:
    template <class F>
    void forEachFlow(F&& f) const {
        m_model.forEach(m_model.plan().flows, [&](const model::Flow& flow) {
            if (isInSight(flow)) f(flow, shownVariant(m_model, flow, false));
        });
    }
    template <class F>
    void forEachStep(F&& f) const {
        forEachFlow([&](const model::Flow&, const model::Variant* variant) {
            if (variant) m_model.forEach(variant->steps, f);
        });
    }

    void gatherOutcomes() {
        m_plan.people = {"people", "What people we serve get", "outcome", "No outcome for people served yet.", {}, {}};
        m_plan.organisationWants = {
            "wants", "What our organisation gets", "flag", "No outcome for the organisation yet.", {}, {}};
        m_model.forEach(m_model.plan().outcomes, [&](const model::Outcome& outcome) {
            if (!isInSight(outcome)) return;
            std::string audience;
            if (const model::Stakeholder* who = m_model.find(outcome.audience)) audience = "for " + who->name;
            std::string measured;
            m_model.forEach(outcome.measures, [&](const model::Measure& measure) {
                if (measured.empty() && measure.target)
                    measured = joined({measure.name, model::numberText(*measure.target), measure.unit}, " ");
            });
            CanvasSection& section =
                outcome.perspective == model::Perspective::peopleServed ? m_plan.people : m_plan.organisationWants;
            section.entries.push_back(
                {outcome.id, model::shortName(m_model, outcome.id), joined({audience, measured}, "; ")});
        });
    }

    void gatherProcesses() {
        m_plan.processes = {"processes", "Processes", "flow", "No flow yet.", {}, {}};
        forEachFlow([&](const model::Flow& flow, const model::Variant* variant) {
            std::string ends = flow.trigger;
            if (!flow.endEvent.empty()) ends += (ends.empty() ? "" : " → ") + flow.endEvent;
            std::string phases;
            if (variant)
                for (const std::string& phase : variant->phases) phases += (phases.empty() ? "" : " → ") + phase;
            std::string demand;
            if (flow.demandPerWeek) demand = shortNumber(*flow.demandPerWeek) + " a week";
            const model::Role* owner = m_model.find(flow.owner);
            m_plan.processes.entries.push_back(
                {flow.id, model::shortName(m_model, flow.id),
                 joined({ends, phases, demand, owner ? "owned by " + owner->name : std::string("no owner")}, "; ")});
        });
    }

    [[nodiscard]] std::map<AnyId, std::size_t> stepsByTeam() const {
        std::map<AnyId, std::size_t> steps;
        forEachStep([&](const model::Step& step) {
            if (step.team) ++steps[step.team];
        });
        return steps;
    }

    void gatherTeams() {
        m_plan.organisation = {"organisation", "Organisation", "team", "No team yet.", {}, {}};
        m_plan.suppliers = {"suppliers", "Suppliers and partners", "swap", "No supplier or partner named.", {}, {}};
        const std::map<AnyId, std::size_t> steps = stepsByTeam();
        double people = 0;
        m_model.forEach(m_model.plan().teams, [&](const model::Team& team) {
            if (team.type == model::TeamType::customer) return;
            const auto found = steps.find(team.id);
            const std::string work = found == steps.end() ? "" : counted(found->second, "step", "steps");
            const std::string fte = team.fte ? shortNumber(*team.fte) + " FTE" : "";
            const std::string type = team.type == model::TeamType::unstated ? "" : lowered(labelOf(team.type));
            const bool isOutside = team.type == model::TeamType::external;
            if (!isOutside) people += team.fte.value_or(0);
            CanvasSection& section = isOutside ? m_plan.suppliers : m_plan.organisation;
            section.entries.push_back(
                {team.id, model::shortName(m_model, team.id),
                 joined({isOutside ? std::string() : type, fte, work, team.parentFunction}, ", ")});
        });
        m_model.forEach(m_model.plan().stakeholders, [&](const model::Stakeholder& who) {
            if (who.kind == model::StakeholderKind::partner)
                m_plan.suppliers.entries.push_back({who.id, model::shortName(m_model, who.id), "partner"});
        });
        m_plan.organisation.summary = joined({people > 0 ? shortNumber(people) + " FTE" : std::string(),
                                              counted(m_model.plan().roles.size(), "role", "roles")},
                                             ", ");
    }

    // The plan knows no addresses: where work happens is whom it happens with, and by which medium it travels.
    void gatherPlaces() {
        m_plan.locations = {
            "locations", "Locations and channels", "lane", "The plan does not say yet where work happens.", {}, {}};
        std::map<model::Stage, std::size_t> stages;
        forEachStep([&](const model::Step& step) {
            if (step.stage != model::Stage::unstated) ++stages[step.stage];
        });
        for (const auto& [stage, count] : stages)
            m_plan.locations.entries.push_back({{}, std::string(labelOf(stage)), counted(count, "step", "steps")});
        std::map<model::Medium, std::size_t> media;
        forEachFlow([&](const model::Flow&, const model::Variant* variant) {
            if (!variant) return;
            m_model.forEach(variant->links, [&](const model::Link& link) {
                if (link.medium != model::Medium::unstated) ++media[link.medium];
            });
        });
        for (const auto& [medium, count] : media)
            m_plan.locations.entries.push_back(
                {{}, "By " + lowered(labelOf(medium)), counted(count, "handover", "handovers")});
    }

    void gatherInformation() {
        m_plan.information = {"information", "Information", "matrix", "No system or data foundation named.", {}, {}};
        std::map<std::string, std::size_t> systems;
        forEachStep([&](const model::Step& step) {
            for (const std::string& system : step.systems) ++systems[system];
        });
        std::vector<std::string> names;
        for (const auto& [name, count] : systems) names.push_back(name + " (" + std::to_string(count) + ")");
        if (!names.empty()) m_plan.information.entries.push_back({{}, "Systems used by steps", joined(names, ", ")});
        m_model.forEach(m_model.plan().spine, [&](const model::SpineItem& item) {
            if (item.category != model::SpineCategory::enterprisePlatform &&
                item.category != model::SpineCategory::dataFoundation)
                return;
            m_plan.information.entries.push_back(
                {item.id, model::shortName(m_model, item.id),
                 lowered(labelOf(item.category)) + ", " + lowered(labelOf(item.stability))});
        });
    }

    void gatherManagement() {
        m_plan.management = {
            "management", "Management system", "cadence", "No review rhythm and no rules yet.", {}, {}};
        std::vector<CanvasEntry>& entries = m_plan.management.entries;
        m_model.forEach(m_model.plan().cadences, [&](const model::Cadence& cadence) {
            const std::string frequency = cadence.frequency ? valueOf(cadence, "frequency") : "";
            entries.push_back(
                {cadence.id, model::shortName(m_model, cadence.id), joined({frequency, cadence.forum}, ", ")});
        });
        std::map<model::SpineCategory, std::vector<std::string>> rules;
        m_model.forEach(m_model.plan().spine, [&](const model::SpineItem& item) {
            const bool isInformation = item.category == model::SpineCategory::enterprisePlatform ||
                                       item.category == model::SpineCategory::dataFoundation;
            if (!isInformation && item.stability != model::Stability::adaptable)
                rules[item.category].push_back(model::shortName(m_model, item.id));
        });
        for (const auto& [category, names] : rules)
            entries.push_back({{}, std::string(labelOf(category)), joined(names, "; ")});
        std::vector<std::string> rights;
        m_model.forEach(m_model.plan().decisionRights, [&](const model::DecisionRight& right) {
            rights.push_back(model::shortName(m_model, right.id));
        });
        if (!rights.empty()) entries.push_back({{}, "Decision rights", joined(rights, "; ")});
    }

    [[nodiscard]] std::string valueOf(const model::Entity& entity, std::string_view name) const {
        const model::FieldDescription* field = model::entityType(entity).field(name);
        return field ? model::valueText(m_model, *field, field->get(entity)) : std::string();
    }

    const Model& m_model;
    CanvasPlan m_plan;
};

} // namespace

CanvasPlan canvasPlan(const Model& model) {
    return CanvasGatherer(model).gather();
}

} // namespace flowspine::view
