#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

#include <algorithm>

namespace flowspine::analysis {

namespace {

using model::Interaction;
using model::InteractionMode;
using model::SpineItem;
using model::Step;
using model::Team;
using model::TeamType;

Verdict stretched(const Team& team, EvaluationContext& context) {
    const PlanFacts::Load load = context.load(team);
    if (team.type == TeamType::customer || load.flows == 0) return notApplicable();
    constexpr std::size_t mostFlows = 3;
    constexpr double full = 100;
    const bool hasCapacity = team.capacityPerWeek && *team.capacityPerWeek > 0;
    const double share = hasCapacity ? 100 * load.hoursPerWeek / *team.capacityPerWeek : 0;
    const bool isOverloaded = share > context.threshold();
    const bool isSpread = load.flows > mostFlows;
    if (!isOverloaded && !isSpread) return pass();
    const std::string flows = std::to_string(load.flows);
    Verdict verdict = isOverloaded && isSpread ? fail({context.name(team.id), flows, percentText(share)}, {}, 2)
                      : isOverloaded           ? fail({context.name(team.id), percentText(share)}, {}, 1)
                                               : fail({context.name(team.id), flows});
    if (share > full) verdict.severity = Severity::error;
    return verdict;
}

Verdict controlMissing(const SpineItem& item, EvaluationContext& context) {
    if (!item.mustBeEnforced || item.stability == model::Stability::adaptable) return notApplicable();
    bool isDone = false;
    context.forEachReferrer<Step>(item.id,
                                  [&](const Step& step) { isDone = isDone || context.flowOf(step) != nullptr; });
    return failIf(!isDone, [&] { return Arguments{context.name(item.id)}; });
}

Verdict doesNothing(const Team& team, EvaluationContext& context) {
    return failIf(!context.isNamedBy<Step>(team.id), [&] { return Arguments{context.name(team.id)}; });
}

Changes removeTeam(const Team& team, EvaluationContext&) {
    return {{{"Remove the team", {}}, {model::EntityRemoval{team.id}}}};
}

Verdict collaboratesForLong(const Interaction& interaction, EvaluationContext& context) {
    const auto* own = context.owner<Team>(interaction.id);
    const Team* other = context.find(interaction.team);
    const bool isPlatform =
        (own != nullptr && own->type == TeamType::platform) || (other != nullptr && other->type == TeamType::platform);
    if (!isPlatform || interaction.mode == InteractionMode::unstated) return notApplicable();
    if (interaction.mode != InteractionMode::collaboration) return pass();
    constexpr std::size_t most = 1200;
    const auto months = static_cast<std::int32_t>(std::min(most, countFrom(context.threshold())));
    const base::Date limit = base::addPeriod(context.today(), base::Period{0, months, 0, 0});
    const bool isLong = !interaction.until || *interaction.until > limit;
    return isLong ? fail({}, {interaction.team}) : pass();
}

Changes becomeService(const Interaction& interaction, EvaluationContext&) {
    return {setting({"Make it X-as-a-service", {}}, interaction.id, "mode", choiceValue(InteractionMode::xAsAService))};
}

} // namespace

std::vector<Rule> teamRules() {
    constexpr auto team = model::kinds(Kind::team);
    return {
        {.id = "F17",
         .area = Area::flows,
         .isCore = true,
         .subjects = team,
         .field = "capacityPerWeek",
         .condition = "Team in too many flows or loaded too far",
         .messages = {"{team} is stretched over {flows} flows.", "{team} is {percent}% loaded.",
                      "{team} is stretched over {flows} flows and {percent}% loaded."},
         .suggestion = "Move work to a dedicated team.",
         .threshold = 85,
         .thresholdMeans = "% of its capacity at most; an error above 100, and in more than 3 flows a warning",
         .why = "The fuller a team is, the longer everything waits for it, and near full without end.",
         .source = sources::flowMetrics,
         .check = typed<stretched>},
        {.id = "F19",
         .area = Area::flows,
         .subjects = model::kinds(Kind::spineItem),
         .field = "mustBeEnforced",
         .condition = "Control that must be enforced and that no step does",
         .messages = {"“{item}” is required but no step does it."},
         .suggestion = "Add the control to a step.",
         .why = "What is required and in no step is done by memory.",
         .source = sources::own,
         .check = typed<controlMissing>},
        {.id = "F26",
         .area = Area::flows,
         .severity = Severity::info,
         .subjects = team,
         .condition = "Team without steps",
         .messages = {"{team} does nothing in this model."},
         .suggestion = "Link it or remove it.",
         .why = "Either its work is missing on the map or the team is.",
         .source = sources::own,
         .check = typed<doesNothing>,
         .fixes = typed<removeTeam>},
        {.id = "F28",
         .area = Area::flows,
         .severity = Severity::info,
         .subjects = model::kinds(Kind::interaction),
         .field = "mode",
         .condition = "Long collaboration with a platform team",
         .messages = {"Long collaboration; make it a service."},
         .suggestion = "Define it as a service.",
         .threshold = 6,
         .thresholdMeans = "months from today at most",
         .why = "A platform that must be talked to by everybody is a queue.",
         .source = sources::teams,
         .check = typed<collaboratesForLong>,
         .fixes = typed<becomeService>},
    };
}

} // namespace flowspine::analysis
