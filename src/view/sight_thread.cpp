#include "model/naming.h"
#include "view/line_of_sight.h"
#include "view/text_measure.h"

#include <algorithm>

namespace flowspine::view {

namespace {

class ThreadFollower {
  public:
    ThreadFollower(const LineOfSight& sight, const model::Model& model)
        : m_sight(sight), m_model(model), m_nodes(sight.nodes.size()), m_work(sight.work.size()) {}

    SightThread follow(std::size_t node) {
        m_nodes[node] = true;
        switch (m_sight.nodes[node].column) {
        case SightColumn::outcomes: followOutcome(node); break;
        case SightColumn::flows:
            takeWork([&](const SightWork& work) { return work.flow == node; });
            takeSpineOfWork();
            goRight(SightColumn::flows);
            takeOutcomes(Outcomes::ofFlows, node);
            break;
        case SightColumn::teams:
            takeWork([&](const SightWork& work) { return work.team == node; });
            takeSpineOfWork();
            goRight(SightColumn::spine);
            takeOutcomes(Outcomes::ofFlows, node);
            break;
        case SightColumn::spine:
            goRight(SightColumn::spine);
            takeWorkOnSpine();
            takeOutcomes(Outcomes::named, node);
            break;
        case SightColumn::roadmap:
            goLeft(SightColumn::roadmap);
            goRight(SightColumn::roadmap);
            takeWorkOnSpine();
            takeOutcomes(Outcomes::named, node);
            break;
        case SightColumn::constraints:
            goLeft(SightColumn::constraints);
            goLeft(SightColumn::roadmap);
            takeWorkOnSpine();
            takeLocations(node);
            takeOutcomes(Outcomes::ofStart, node);
            break;
        }
        return taken();
    }

  private:
    [[nodiscard]] bool isIn(std::size_t node, SightColumn column) const { return m_sight.nodes[node].column == column; }

    // Along the ties from taken nodes of `column`, and from what that takes further right.
    void goRight(SightColumn column) {
        for (const SightTie& tie : m_sight.ties)
            if (m_nodes[tie.from] && tie.work.empty() && m_sight.nodes[tie.from].column >= column)
                m_nodes[tie.to] = true;
    }

    // Along the ties that end at taken nodes of `column`: one column, or to the flow where nothing lies between.
    void goLeft(SightColumn column) {
        for (const SightTie& tie : m_sight.ties)
            if (m_nodes[tie.to] && isIn(tie.to, column)) m_nodes[tie.from] = true;
    }

    template <class F>
    void takeWork(F&& isWanted) {
        for (std::size_t i = 0; i < m_work.size(); ++i) {
            const SightWork& work = m_sight.work[i];
            if (m_work[i] || !isWanted(work)) continue;
            m_work[i] = true;
            m_nodes[work.flow] = true;
            m_nodes[work.team] = true;
        }
    }

    void takeWorkOnSpine() {
        takeWork([&](const SightWork& work) {
            return std::any_of(work.spine.begin(), work.spine.end(), [&](std::size_t item) { return m_nodes[item]; });
        });
    }

    void takeSpineOfWork() {
        for (std::size_t i = 0; i < m_work.size(); ++i)
            if (m_work[i])
                for (const std::size_t item : m_sight.work[i].spine) m_nodes[item] = true;
    }

    enum class Outcomes { ofFlows, named, ofStart };

    // All that the thread's flows deliver; or those that its constraints and measures name, or the constraint alone
    // that it starts from, and all the same when they name none.
    void takeOutcomes(Outcomes which, std::size_t start) {
        bool hasNamed = false;
        for (const LineOfSight::Loop& loop : m_sight.loops) {
            const bool isWanted = which == Outcomes::named     ? m_nodes[loop.from]
                                  : which == Outcomes::ofStart ? loop.from == start
                                                               : false;
            if (!isWanted) continue;
            m_nodes[loop.outcome] = true;
            hasNamed = true;
        }
        if (hasNamed) return;
        for (const SightTie& tie : m_sight.ties)
            if (isIn(tie.from, SightColumn::outcomes) && m_nodes[tie.to]) m_nodes[tie.from] = true;
    }

    void followOutcome(std::size_t outcome) {
        for (const SightTie& tie : m_sight.ties)
            if (tie.from == outcome) m_nodes[tie.to] = true;
        takeWork([&](const SightWork& work) { return m_nodes[work.flow]; });
        for (const LineOfSight::Loop& loop : m_sight.loops)
            if (loop.outcome == outcome) m_nodes[loop.from] = true;
        // What is done about its constraints, and the fixed items that touches.
        for (const SightColumn column : {SightColumn::constraints, SightColumn::roadmap})
            for (const SightTie& tie : m_sight.ties)
                if (m_nodes[tie.to] && isIn(tie.to, column) && !isIn(tie.from, SightColumn::flows))
                    m_nodes[tie.from] = true;
    }

    void takeLocations(std::size_t constraint) {
        const auto* entity = m_model.find(model::Id<model::Constraint>(m_sight.nodes[constraint].id));
        if (!entity) return;
        for (const AnyId& id : entity->locations.ids()) {
            if (const auto node = m_sight.find(id)) m_nodes[*node] = true;
            takeWork([&](const SightWork& work) { return work.step == id; });
        }
    }

    // A tie belongs to the thread when both its ends do, and one of the steps behind it.
    [[nodiscard]] SightThread taken() const {
        SightThread thread;
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            if (m_nodes[i]) thread.nodes.push_back(i);
        for (std::size_t i = 0; i < m_sight.ties.size(); ++i) {
            const SightTie& tie = m_sight.ties[i];
            if (!m_nodes[tie.from] || !m_nodes[tie.to]) continue;
            if (tie.work.empty() ||
                std::any_of(tie.work.begin(), tie.work.end(), [&](std::size_t work) { return m_work[work]; }))
                thread.ties.push_back(i);
        }
        return thread;
    }

    const LineOfSight& m_sight;
    const model::Model& m_model;
    std::vector<bool> m_nodes;
    std::vector<bool> m_work;
};

} // namespace

std::string threadWords(const LineOfSight& sight, const model::Model& model, const SightThread& thread) {
    struct Column {
        std::string_view one;
        std::string_view many;
    };
    static constexpr std::array<Column, sightColumns> columns = {{{"Outcome", "Outcomes"},
                                                                  {"Flow", "Flows"},
                                                                  {"Team", "Teams"},
                                                                  {"Stands on", "Stands on"},
                                                                  {"Changed by", "Changed by"},
                                                                  {"Loosens", "Loosens"}}};
    constexpr std::size_t mostNames = 2;
    constexpr std::size_t longestName = 120;
    std::array<std::vector<std::string>, sightColumns> names;
    for (const std::size_t node : thread.nodes) {
        const SightNode& what = sight.nodes[node];
        names[static_cast<std::size_t>(what.column)].push_back(
            what.id ? visible(model::shortName(model, what.id), longestName) : "nobody yet");
    }
    std::string words;
    for (std::size_t i = 0; i < sightColumns; ++i) {
        if (names[i].empty()) continue;
        if (!words.empty()) words += "  ·  ";
        words += std::string(names[i].size() == 1 ? columns[i].one : columns[i].many) + ": ";
        for (std::size_t at = 0; at < std::min(mostNames, names[i].size()); ++at)
            words += (at == 0 ? "" : ", ") + names[i][at];
        if (names[i].size() > mostNames) words += " and " + std::to_string(names[i].size() - mostNames) + " more";
    }
    return words;
}

SightThread threadOf(const LineOfSight& sight, const model::Model& model, std::size_t node) {
    return ThreadFollower(sight, model).follow(node);
}

} // namespace flowspine::view
