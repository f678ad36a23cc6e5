#include "view/thumbnail_layout.h"

#include "model/lanes.h"

#include <algorithm>
#include <unordered_map>

namespace flowspine::view {

namespace {

using model::Id;
using model::Link;
using model::LinkKind;
using model::Step;

constexpr double likelyPercent = 50;

class LayoutMaker {
  public:
    LayoutMaker(const model::Model& model, const model::Variant& variant) : m_model(model), m_variant(variant) {
        m_layout.lanes = model::lanesOf(model, variant);
        model.forEach(variant.steps, [&](const Step& step) {
            m_placeOf.emplace(step.id, m_layout.steps.size());
            m_layout.steps.push_back({&step, 0, 0, 0});
        });
    }

    ThumbnailLayout make() {
        collectLinks();
        leaveOutUnreached();
        m_state.assign(m_layout.steps.size(), State::unseen);
        for (std::size_t i = 0; i < m_layout.steps.size(); ++i) visit(i);
        setColumns();
        setLanes();
        setPlaces();
        return std::move(m_layout);
    }

  private:
    enum class State : std::uint8_t { unseen, open, done };

    // Unlikely branches are left out.
    void collectLinks() {
        m_isEntered.assign(m_layout.steps.size(), false);
        m_model.forEach(m_variant.links, [&](const Link& link) {
            const auto from = m_placeOf.find(link.from);
            const auto to = m_placeOf.find(link.to);
            if (from == m_placeOf.end() || to == m_placeOf.end() || from == to) return;
            m_isEntered[to->second] = true;
            const bool isRework = link.kind == LinkKind::rework;
            if (link.kind == LinkKind::sequence && link.probability.value_or(100) < likelyPercent) return;
            if (link.kind != LinkKind::sequence && !isRework) return;
            m_layout.links.push_back({from->second, to->second, isRework});
        });
    }

    // Keeps what the links that are left lead to from where the work enters.
    void leaveOutUnreached() {
        setNext();
        std::vector<bool> isReached(m_layout.steps.size(), false);
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < m_layout.steps.size(); ++i)
            if (!m_isEntered[i] || m_layout.steps[i].step->type == model::StepType::start) open.push_back(i);
        if (open.empty()) return;
        while (!open.empty()) {
            const std::size_t step = open.back();
            open.pop_back();
            if (isReached[step]) continue;
            isReached[step] = true;
            for (const std::size_t link : m_next[step]) open.push_back(m_layout.links[link].to);
        }
        std::vector<std::size_t> placeNow(m_layout.steps.size(), 0);
        std::vector<ThumbnailStep> steps;
        for (std::size_t i = 0; i < m_layout.steps.size(); ++i)
            if (isReached[i]) {
                placeNow[i] = steps.size();
                steps.push_back(m_layout.steps[i]);
            }
        std::erase_if(m_layout.links, [&](const ThumbnailLink& link) { return !isReached[link.from]; });
        for (ThumbnailLink& link : m_layout.links) link = {placeNow[link.from], placeNow[link.to], link.isRework};
        m_layout.steps = std::move(steps);
        setNext();
    }

    void setNext() {
        m_next.assign(m_layout.steps.size(), {});
        for (std::size_t i = 0; i < m_layout.links.size(); ++i) m_next[m_layout.links[i].from].push_back(i);
    }

    // Depth first with a stack of its own, since flows may be long: a link to a step that is still open leads back.
    void visit(std::size_t start) {
        if (m_state[start] != State::unseen) return;
        std::vector<std::pair<std::size_t, std::size_t>> stack{{start, 0}};
        m_state[start] = State::open;
        while (!stack.empty()) {
            auto& [step, link] = stack.back();
            if (link == m_next[step].size()) {
                m_state[step] = State::done;
                m_order.push_back(step);
                stack.pop_back();
                continue;
            }
            ThumbnailLink& next = m_layout.links[m_next[step][link++]];
            if (m_state[next.to] == State::open) next.isRework = true;
            if (m_state[next.to] == State::unseen) {
                m_state[next.to] = State::open;
                stack.emplace_back(next.to, 0);
            }
        }
    }

    void setColumns() {
        for (auto step = m_order.rbegin(); step != m_order.rend(); ++step)
            for (const std::size_t link : m_next[*step]) {
                const ThumbnailLink& next = m_layout.links[link];
                std::size_t& column = m_layout.steps[next.to].column;
                // What is only reached by rework stands above or below where it comes from.
                const std::size_t ahead = m_layout.steps[*step].column + (next.isRework ? 0 : 1);
                column = std::max(column, next.isRework && isReachedForward(next.to) ? 0 : ahead);
            }
        for (const ThumbnailStep& step : m_layout.steps) m_layout.columns = std::max(m_layout.columns, step.column + 1);
    }

    [[nodiscard]] bool isReachedForward(std::size_t step) const {
        return std::any_of(m_layout.links.begin(), m_layout.links.end(),
                           [&](const ThumbnailLink& link) { return link.to == step && !link.isRework; });
    }

    // Events and gateways stand in the lane they are reached from.
    void setLanes() {
        const auto laneOf = [&](const ThumbnailStep& step) {
            const auto lane = std::find(m_layout.lanes.begin(), m_layout.lanes.end(), step.step->team);
            return static_cast<std::size_t>(lane - m_layout.lanes.begin());
        };
        for (ThumbnailStep& step : m_layout.steps) step.lane = laneOf(step);
        const std::size_t none = m_layout.lanes.size();
        for (auto step = m_order.rbegin(); step != m_order.rend(); ++step)
            for (const std::size_t link : m_next[*step]) {
                ThumbnailStep& next = m_layout.steps[m_layout.links[link].to];
                ThumbnailStep& from = m_layout.steps[*step];
                if (next.lane == none) next.lane = from.lane;
                if (from.lane == none) from.lane = next.lane;
            }
        for (ThumbnailStep& step : m_layout.steps) step.lane = step.lane == none ? none - 1 : step.lane;
    }

    void setPlaces() {
        std::unordered_map<std::size_t, std::size_t> counts;
        for (ThumbnailStep& step : m_layout.steps) step.place = counts[step.lane * m_layout.columns + step.column]++;
    }

    const model::Model& m_model;
    const model::Variant& m_variant;
    ThumbnailLayout m_layout;
    std::unordered_map<model::AnyId, std::size_t> m_placeOf;
    std::vector<std::vector<std::size_t>> m_next; // links by the step they leave
    std::vector<bool> m_isEntered;                // by any link at all
    std::vector<State> m_state;
    std::vector<std::size_t> m_order; // reverse of the way of the work
};

} // namespace

std::size_t ThumbnailLayout::stepsAt(std::size_t lane, std::size_t column) const {
    return static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), [&](const ThumbnailStep& step) {
        return step.lane == lane && step.column == column;
    }));
}

ThumbnailLayout thumbnailLayout(const model::Model& model, const model::Variant& variant) {
    return LayoutMaker(model, variant).make();
}

} // namespace flowspine::view
