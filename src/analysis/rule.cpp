#include "analysis/rule.h"

#include "analysis/rule_lists.h"
#include "model/area.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace flowspine::analysis {

namespace {

// The roadmap for what belongs to the plan as a whole.
Area homeOf(Kind kind) {
    switch (model::areaOf(kind)) {
    case model::Area::outcomes: return Area::outcomes;
    case model::Area::spine: return Area::spine;
    case model::Area::flows: return Area::flows;
    case model::Area::roadmap:
    case model::Area::plan: break;
    }
    return Area::roadmap;
}

} // namespace

std::string_view labelOf(Area area) {
    static constexpr std::array<std::string_view, 5> labels = {"Outcomes", "Spine", "Flows", "Roadmap", "Whole plan"};
    return labels[static_cast<std::size_t>(area)];
}

Message::Message(const char* text) : m_text(text) {
    for (std::size_t at = 0; at < m_text.size(); ++at) {
        const std::size_t end = m_text[at] == '{' ? m_text.find('}', at) : std::string::npos;
        if (end == std::string::npos) {
            m_pattern += m_text[at];
            continue;
        }
        const std::string name = m_text.substr(at + 1, end - at - 1);
        const auto known = std::find(m_arguments.begin(), m_arguments.end(), name);
        m_pattern += '%' + std::to_string(known - m_arguments.begin() + 1);
        if (known == m_arguments.end()) m_arguments.push_back(name);
        at = end;
    }
}

const std::vector<Rule>& allRules() {
    static const std::vector<Rule> rules = [] {
        std::vector<Rule> all;
        for (std::vector<Rule> (*list)() :
             {outcomeRules, measureRules, constraintRules, spineRules, flowRules, structureRules, stepRules, teamRules,
              roadmapItemRules, roadmapRules, planRules})
            for (std::vector<Rule> part = list(); Rule & rule : part) all.push_back(std::move(rule));
        std::sort(all.begin(), all.end(),
                  [](const Rule& a, const Rule& b) { return std::tie(a.area, a.id) < std::tie(b.area, b.id); });
        return all;
    }();
    return rules;
}

const Rule* findRule(std::string_view id) {
    for (const Rule& rule : allRules())
        if (rule.id == id) return &rule;
    return nullptr;
}

std::size_t indexOf(const Rule& rule) {
    return static_cast<std::size_t>(&rule - allRules().data());
}

Area scoreArea(const Rule& rule, Kind kind) {
    if (rule.area != Area::wholePlan) return rule.area;
    return rule.countsFor.value_or(homeOf(kind));
}

double weightOf(Severity severity) {
    switch (severity) {
    case Severity::error: return 5;
    case Severity::warning: return 2;
    case Severity::info: return 0.5;
    }
    return 0;
}

} // namespace flowspine::analysis
