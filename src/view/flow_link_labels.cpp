#include "view/flow_links.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace flowspine::view {

using namespace model;

namespace {

constexpr double turnWidth = 14; // the sign of rework and the space after it
constexpr double lineHeight = 14;
constexpr double longestLabel = 180;

class LabelPlacing {
  public:
    LabelPlacing(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space)
        : m_contents(contents), m_measure(measure), m_space(space), m_linksOf(contents.steps.size()) {
        for (std::size_t l = 0; l < contents.links.size(); ++l) m_linksOf[contents.links[l].from].push_back(l);
    }

    std::vector<LinkLabel> run() {
        gather();
        for (const Group& group : m_groups) place(group);
        return std::move(m_labels);
    }

  private:
    // Links of one parallel split, or of one join, that pass on the same thing: said once.
    struct Group {
        std::vector<std::size_t> links;
        bool isSplit = false;
    };

    void gather() {
        std::map<std::pair<std::size_t, bool>, Group> trunks; // by split or join
        for (std::size_t l = 0; l < m_contents.links.size(); ++l) {
            const FlowLinkFacts& facts = m_contents.links[l];
            const bool isSplit = m_contents.steps[facts.from].step->type == StepType::andSplit;
            const bool isJoin = m_contents.steps[facts.to].step->type == StepType::andJoin;
            if (isSplit || isJoin) {
                Group& trunk = trunks[{isSplit ? facts.from : facts.to, isSplit}];
                trunk.isSplit = isSplit;
                trunk.links.push_back(l);
            } else if (!linkText(facts).empty()) {
                m_groups.push_back({{l}, false});
            }
        }
        for (auto& [key, trunk] : trunks) splitByText(trunk);
    }

    // One label for the trunk when its links say the same or nothing, else one for each.
    void splitByText(const Group& trunk) {
        std::vector<std::size_t> speaking;
        std::string text;
        bool isOne = true;
        for (const std::size_t l : trunk.links) {
            const std::string own = linkText(m_contents.links[l]);
            if (own.empty()) continue;
            isOne = isOne && (speaking.empty() || own == text);
            text = own;
            speaking.push_back(l);
        }
        if (speaking.empty()) return;
        if (!isOne) {
            for (const std::size_t l : speaking) m_groups.push_back({{l}, trunk.isSplit});
            return;
        }
        Group group = trunk;
        std::erase_if(group.links, [&](std::size_t l) { return !m_contents.links[l].isHandoff && l != speaking[0]; });
        std::erase(group.links, speaking[0]);
        group.links.insert(group.links.begin(), speaking[0]);
        m_groups.push_back(std::move(group));
    }

    void place(const Group& group) {
        const std::size_t first = group.links.front();
        const FlowLinkFacts& facts = m_contents.links[first];
        const TextStyle style{11, facts.isHandoff ? 500 : 400};
        LinkLabel label;
        label.link = first;
        label.part = "label";
        label.hasTurn = facts.link->kind == LinkKind::rework;
        label.lines = {elided(m_measure, linkText(facts), style, longestLabel)};
        if (label.lines.front().empty()) return;
        if (group.links.size() > 1)
            label.lines.push_back((group.isSplit ? "to " : "from ") + std::to_string(teamsOf(group)) + " teams");
        double width = label.hasTurn ? turnWidth : 0;
        for (const std::string& line : label.lines)
            width = std::max(width, m_measure.width(line, style) + (label.hasTurn ? turnWidth : 0));
        label.rect.width = width;
        label.rect.height = lineHeight * static_cast<double>(label.lines.size()) - 2;
        const auto& points = longestRoute(group);
        const bool isTrunk = group.links.size() > 1;
        // What several links share says nothing of one of them.
        const bool isTailTaken = !isTrunk && sharesStart(first);
        const std::size_t firstOwn = isTailTaken && points.size() > 2 ? 1 : 0;
        const auto tryAcross = [&] {
            for (std::size_t i = firstOwn; i + 1 < points.size(); ++i)
                if (points[i].y == points[i + 1].y && beside(label, points[i], points[i + 1], isTailTaken)) return true;
            return false;
        };
        const auto tryUpright = [&] {
            for (std::size_t i = firstOwn; i + 1 < points.size(); ++i)
                if (points[i].x == points[i + 1].x && along(label, points[i], points[i + 1])) return true;
            return false;
        };
        if (isTrunk ? tryUpright() || tryAcross() : tryAcross() || tryUpright()) m_labels.push_back(std::move(label));
    }

    [[nodiscard]] bool sharesStart(std::size_t link) const {
        const Point& start = m_contents.layout.routes[link].points.front();
        for (const std::size_t other : m_linksOf[m_contents.links[link].from])
            if (other != link && m_contents.layout.routes[other].points.front() == start) return true;
        return false;
    }

    [[nodiscard]] std::size_t teamsOf(const Group& group) const {
        std::vector<std::size_t> lanes;
        for (const std::size_t l : group.links) {
            const FlowLinkFacts& facts = m_contents.links[l];
            lanes.push_back(m_contents.steps[group.isSplit ? facts.to : facts.from].lane);
        }
        std::sort(lanes.begin(), lanes.end());
        return static_cast<std::size_t>(std::unique(lanes.begin(), lanes.end()) - lanes.begin());
    }

    [[nodiscard]] const std::vector<Point>& longestRoute(const Group& group) const {
        const auto length = [&](std::size_t l) {
            const auto& points = m_contents.layout.routes[l].points;
            return std::abs(points.front().x - points.back().x) + std::abs(points.front().y - points.back().y);
        };
        const auto longest = std::max_element(group.links.begin(), group.links.end(),
                                              [&](std::size_t a, std::size_t b) { return length(a) < length(b); });
        return m_contents.layout.routes[*longest].points;
    }

    // Takes the place when it is free and on the canvas.
    bool settle(LinkLabel& label, double left, double firstBaseline) {
        label.rect.x = left;
        label.rect.y = firstBaseline - 9;
        const Rect& bounds = m_contents.layout.bounds;
        const double firstColumn = m_contents.layout.gapSpans.front().start;
        if (left < firstColumn || label.rect.right() > bounds.right() || label.rect.y < bounds.y ||
            label.rect.bottom() > bounds.bottom() || !m_space.isFree(label.rect))
            return false;
        m_space.add(label.rect);
        label.anchor = {left, firstBaseline};
        return true;
    }

    // Over or under a line that runs across: at its start, at its end, in its middle.
    bool beside(LinkLabel& label, Point a, Point b, bool atEndFirst) {
        const double low = std::min(a.x, b.x);
        const double high = std::max(a.x, b.x);
        double start = a.x < b.x ? low + 6 : high - 6 - label.rect.width;
        double end = a.x < b.x ? high - 12 - label.rect.width : low + 12;
        if (atEndFirst) std::swap(start, end);
        const double above = a.y - 6 - (label.rect.height + 2 - lineHeight);
        const double below = a.y + 13;
        if (high - low + 12 < label.rect.width && high - low > 40) return false;
        for (const double left :
             {start, a.x < b.x ? low + 2 : high - 2 - label.rect.width, end, (low + high - label.rect.width) / 2})
            for (const double baseline : {above, above - 4, below})
                if (settle(label, left, baseline)) return true;
        return false;
    }

    // Right or left of a line that runs up or down, from its middle outwards.
    bool along(LinkLabel& label, Point a, Point b) {
        const double low = std::min(a.y, b.y);
        const double high = std::max(a.y, b.y);
        const double middle = (low + high) / 2 - (label.rect.height + 2 - lineHeight) / 2 + 4;
        const double half = (high - low) / 2;
        for (double away = 0; away <= std::max(half - 8, 0.0); away += 12) {
            for (const double baseline : {middle - away, middle + away}) {
                if (settle(label, a.x + 7, baseline)) {
                    label.align = Align::left;
                    return true;
                }
                if (settle(label, a.x - 7 - label.rect.width, baseline)) {
                    label.align = Align::right;
                    label.anchor.x = a.x - 7;
                    return true;
                }
            }
        }
        return false;
    }

    const FlowContents& m_contents;
    const TextMeasure& m_measure;
    OccupiedSpace& m_space;
    std::vector<std::vector<std::size_t>> m_linksOf; // those that leave a step
    std::vector<Group> m_groups;
    std::vector<LinkLabel> m_labels;
};

} // namespace

std::vector<LinkLabel> placeLinkLabels(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space) {
    return LabelPlacing(contents, measure, space).run();
}

} // namespace flowspine::view
