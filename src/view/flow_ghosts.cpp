#include "view/flow_ghosts.h"

#include "model/lanes.h"
#include "model/naming.h"
#include "view/flow_lanes.h"
#include "view/flow_marks.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace flowspine::view {

using namespace model;

namespace {

constexpr double headingHeight = 24;
constexpr double rowHeight = 44;
constexpr double ghostWidth = 104;
constexpr double ghostHeight = 32;
constexpr double ghostGap = 12;
constexpr double pitch = ghostWidth + ghostGap;
constexpr double clearance = 5; // between an arrow and what it passes
constexpr std::array asides = {0.0,       pitch / 2,  -pitch / 2, pitch,       -pitch,
                               2 * pitch, -2 * pitch, 3 * pitch,  1.5 * pitch, -1.5 * pitch};

using Anchors = std::vector<std::pair<double, double>>; // middle in the baseline's picture, middle in this one

double between(const Anchors& anchors, double x) {
    const auto above = std::lower_bound(anchors.begin(), anchors.end(), std::pair(x, -1e9));
    if (above == anchors.end()) return anchors.back().second + x - anchors.back().first;
    if (above == anchors.begin()) return above->second + x - above->first;
    const auto below = std::prev(above);
    const double span = above->first - below->first;
    return span <= 0 ? above->second : below->second + (above->second - below->second) * (x - below->first) / span;
}

class Placing {
  public:
    Placing(const FlowContents& contents, const FlowContents& baseline) : m_contents(contents), m_baseline(baseline) {
        for (std::size_t s = 0; s < contents.steps.size(); ++s) m_places.emplace(contents.steps[s].step->id, s);
        for (std::size_t s = 0; s < baseline.steps.size(); ++s) m_old.emplace(baseline.steps[s].step->id, s);
    }

    FlowGhosts run() {
        gather();
        if (m_result.ghosts.empty()) return std::move(m_result);
        findLanes();
        findAnchors();
        std::vector<std::vector<std::vector<double>>> rows(m_result.teams.size()); // left edges, by lane and row
        // First what an arrow leads from: it stands straight below what it became.
        for (const bool isMoved : {true, false})
            for (FlowGhost& ghost : m_result.ghosts)
                if (ghost.becomes.has_value() == isMoved) place(ghost, rows[ghost.lane]);
        stack(rows);
        return std::move(m_result);
    }

  private:
    void gather() {
        const FlowComparison& comparison = m_contents.options.comparison;
        for (std::size_t s = 0; s < m_contents.steps.size(); ++s) {
            const AnyId& id = m_contents.steps[s].step->id;
            const auto mark = comparison.marks.find(id);
            const auto before = comparison.before.find(id);
            if (mark == comparison.marks.end() || !mark->second.isReassigned || before == comparison.before.end())
                continue;
            add(before->second, s);
        }
        for (const Id<Step>& step : comparison.removed) add(step, std::nullopt);
    }

    void add(const Id<Step>& step, std::optional<std::size_t> becomes) {
        if (m_old.contains(step)) m_result.ghosts.push_back({m_contents.model.find(step), 0, becomes, {}});
    }

    void findLanes() {
        for (const Id<Team>& team : m_baseline.lanes)
            if (std::any_of(m_result.ghosts.begin(), m_result.ghosts.end(),
                            [&](const FlowGhost& ghost) { return teamOf(ghost) == team; }))
                m_result.teams.push_back(team);
        for (FlowGhost& ghost : m_result.ghosts)
            ghost.lane = static_cast<std::size_t>(
                std::find(m_result.teams.begin(), m_result.teams.end(), teamOf(ghost)) - m_result.teams.begin());
    }

    [[nodiscard]] Id<Team> teamOf(const FlowGhost& ghost) const {
        return m_baseline.lanes[m_baseline.steps[m_old.at(ghost.step->id)].lane];
    }

    // Where steps of both variants stand in the two pictures; those between find their place from them.
    void findAnchors() {
        for (const auto& [after, before] : m_contents.options.comparison.before) {
            const auto now = m_places.find(after);
            const auto old = m_old.find(before);
            if (now == m_places.end() || old == m_old.end()) continue;
            m_anchors.emplace_back(m_baseline.layout.boxes[old->second].center().x,
                                   m_contents.layout.boxes[now->second].center().x);
        }
        std::sort(m_anchors.begin(), m_anchors.end());
        // Work may have changed its order: the line through the anchors only rises.
        for (std::size_t i = 1; i < m_anchors.size(); ++i)
            m_anchors[i].second = std::max(m_anchors[i].second, m_anchors[i - 1].second);
    }

    void place(FlowGhost& ghost, std::vector<std::vector<double>>& rows) const {
        const double first = m_contents.scale.headerWidth() + ghostGap;
        const double last = std::max(first, m_contents.layout.bounds.right() - ghostWidth - ghostGap);
        double middle = 0;
        if (ghost.becomes) {
            middle = m_contents.layout.boxes[*ghost.becomes].center().x;
        } else {
            const double old = m_baseline.layout.boxes[m_old.at(ghost.step->id)].center().x;
            middle = m_anchors.empty() ? old : between(m_anchors, old);
        }
        const double wanted = std::clamp(middle - ghostWidth / 2, first, last);
        for (std::size_t row = 0;; ++row) {
            if (row == rows.size()) rows.emplace_back();
            for (const double step : asides) {
                // What an arrow leads from does not step aside.
                if (ghost.becomes && step != 0) break;
                const double x = wanted + step;
                if (x < first || x > last) continue;
                if (std::any_of(rows[row].begin(), rows[row].end(),
                                [&](double taken) { return std::abs(taken - x) < pitch; }))
                    continue;
                if (!ghost.becomes && standsInWay(ghost.lane, x)) continue;
                rows[row].push_back(x);
                ghost.rect = {x, static_cast<double>(row), ghostWidth, ghostHeight}; // y: the row, until lanes stand
                return;
            }
        }
    }

    // Of an arrow that comes from a lane further down.
    [[nodiscard]] bool standsInWay(std::size_t lane, double x) const {
        return std::any_of(m_result.ghosts.begin(), m_result.ghosts.end(), [&](const FlowGhost& other) {
            const double middle = other.rect.center().x;
            return other.becomes && other.lane > lane && middle > x - clearance && middle < x + ghostWidth + clearance;
        });
    }

    void stack(const std::vector<std::vector<std::vector<double>>>& rows) {
        const Rect& bounds = m_contents.layout.bounds;
        double y = bounds.bottom() + headingHeight;
        for (std::size_t lane = 0; lane < m_result.teams.size(); ++lane) {
            const double height = rowHeight * static_cast<double>(rows[lane].size());
            m_result.lanes.push_back({bounds.x, y, bounds.width, height});
            y += height;
        }
        for (FlowGhost& ghost : m_result.ghosts)
            ghost.rect.y = m_result.lanes[ghost.lane].y + rowHeight * ghost.rect.y + (rowHeight - ghostHeight) / 2;
        m_result.height = y - bounds.bottom();
    }

    const FlowContents& m_contents;
    const FlowContents& m_baseline;
    std::unordered_map<AnyId, std::size_t> m_places;
    std::unordered_map<AnyId, std::size_t> m_old;
    Anchors m_anchors;
    FlowGhosts m_result;
};

// Whether a line straight up from `from` to `to` passes anything but the step it leads to.
bool isClear(const FlowContents& contents, const FlowGhosts& ghosts, std::size_t target, double x, double from,
             double to) {
    const Rect way{x - clearance, to, 2 * clearance, from - to};
    for (const FlowGhost& ghost : ghosts.ghosts)
        if (ghost.rect.intersects(way)) return false;
    for (std::size_t s = 0; s < contents.layout.boxes.size(); ++s)
        if (s != target && contents.layout.boxes[s].intersects(way)) return false;
    // Beside a link that runs the same way it would be taken for one.
    for (const FlowRoute& route : contents.layout.routes)
        for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
            const Point& a = route.points[i];
            const Point& b = route.points[i + 1];
            if (a.x == b.x && std::abs(a.x - x) < clearance && std::max(a.y, b.y) > to && std::min(a.y, b.y) < from)
                return false;
        }
    return true;
}

} // namespace

FlowGhosts placeGhosts(const FlowContents& contents, const ModelIndex& index, const TextMeasure& measure) {
    const Variant* baseline = contents.model.find(contents.options.comparison.baseline);
    if (baseline == nullptr) return {};
    const FlowPictureOptions plain;
    const FlowContents before(contents.model, index, *baseline, plain, measure);
    return Placing(contents, before).run();
}

void drawGhostArrows(PictureBuilder& builder, const FlowContents& contents, const FlowGhosts& ghosts) {
    for (const FlowGhost& ghost : ghosts.ghosts) {
        if (!ghost.becomes) continue;
        const std::size_t target = *ghost.becomes;
        const Rect& box = contents.layout.boxes[target];
        const bool isLozenge = contents.steps[target].step->type == StepType::decision;
        for (const double aside : std::array{0.0, 20.0, -20.0, 8.0, -8.0, 32.0, -32.0, 44.0, -44.0}) {
            const double x = box.center().x + aside;
            if (x < ghost.rect.x + 6 || x > ghost.rect.right() - 6) continue;
            const double tip =
                isLozenge ? box.bottom() - box.height / 2 * std::abs(aside) / (box.width / 2) : box.bottom();
            if (!isClear(contents, ghosts, target, x, ghost.rect.y, tip)) continue;
            builder.setEntity(contents.steps[target].step->id);
            Shape& shape = builder.line("moved", {{x, ghost.rect.y}, {x, tip}}, {{Role::accent}, 1.5, Dash::dotted});
            std::get<Line>(shape.form).end = LineEnd::arrow;
            break;
        }
    }
    builder.setEntity({});
}

void drawGhosts(PictureBuilder& builder, const FlowContents& contents, const FlowGhosts& ghosts) {
    if (ghosts.ghosts.empty()) return;
    const Rect& bounds = contents.layout.bounds;
    const double top = bounds.bottom();
    const double header = contents.scale.headerWidth();
    builder.box("removed.heading", {0, top, bounds.width, headingHeight}, {Role::paper});
    builder.line("removed.edge", {{0, top + headingHeight - 0.5}, {bounds.width, top + headingHeight - 0.5}},
                 {{Role::line}, 1});
    const double said =
        builder.text("removed.words", {12, top + 16}, "No longer done here", type::captionStrong, {Role::muted});
    builder.text("removed.legend", {std::max(header + 12, said + 36), top + 16},
                 "Arrow: who does it now. Crossed out: gone.", type::caption, {Role::muted});
    for (std::size_t lane = 0; lane < ghosts.lanes.size(); ++lane) {
        const Rect& rect = ghosts.lanes[lane];
        const Id<Team>& team = ghosts.teams[lane];
        const Role tint = contents.tints.of(team);
        const std::string part = "removed.lane" + std::to_string(lane);
        builder.box(part, rect, {Role::ground});
        builder.box(part + ".tint", {0, rect.y, 4, rect.height}, {tint, 40});
        builder.line(part + ".edge", {{0, rect.bottom() - 0.5}, {bounds.width, rect.bottom() - 0.5}},
                     {{Role::line}, 1});
        const Team* known = contents.model.find(team);
        const std::string name = known == nullptr ? "No team" : known->name.empty() ? "Unnamed team" : known->name;
        const auto lines = wrapped(builder.measure(), name, type::captionStrong, header - 16, 2);
        builder.paragraph(part + ".name", {12, rect.y + (lines.size() > 1 ? 8 : 15)}, name, type::captionStrong,
                          {Role::muted}, header - 16, 2, 14);
    }
    const Rect& first = ghosts.lanes.front();
    builder.line("removed.head", {{header - 0.5, first.y}, {header - 0.5, top + ghosts.height}}, {{Role::line}, 1});
    for (const FlowGhost& ghost : ghosts.ghosts) {
        const bool isGone = !ghost.becomes;
        const Rect& rect = ghost.rect;
        const Role role = isGone ? Role::bad : Role::muted;
        const std::string name = ghost.step->name.empty() ? "No name yet" : ghost.step->name;
        builder.setEntity(ghost.step->id);
        builder.box("ghost", rect, {Role::paper}, {{role}, 1, Dash::dashed}, 6).altText =
            name + (isGone ? ", no longer in this flow" : ", done by another team now");
        const auto lines = wrapped(builder.measure(), name, type::caption, ghostWidth - 16, 2);
        builder.paragraph("ghost.name", {rect.x + 8, rect.y + (lines.size() > 1 ? 3 : 9.5)}, name,
                          {11, 400, false, isGone}, {role}, ghostWidth - 16, 2, 13);
        if (isGone) drawChangeSquare(builder, "ghost.mark", {rect.x - 6, rect.y - 5}, "minus", Role::bad);
        builder.area(rect, ghost.step->id, "removed");
    }
    builder.setEntity({});
}

} // namespace flowspine::view
