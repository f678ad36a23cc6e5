#include "view/roadmap_page_foot.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <set>

namespace flowspine::view {
namespace {

constexpr double gap = 20; // between table and key
constexpr double titlePart = 0.4;
constexpr double severityWidth = 58;
constexpr double square = 5.3;
constexpr int mostSevere = 5;
constexpr double keyRowHeight = 12.2;

std::string lowered(std::string_view text) {
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return std::tolower(c); });
    return low;
}

} // namespace

RoadmapFoot::RoadmapFoot(const RoadmapContent& content, const RoadmapType& type, const TextMeasure& measure,
                         double width)
    : m_content(content), m_type(type), m_measure(measure), m_width(width) {
    collectKey();
    layOutKey();
    m_tableWidth = width - m_keyWidth - gap;
}

void RoadmapFoot::collectKey() {
    std::set<model::RoadmapStatus> states;
    bool hasClosed = false;
    bool hasOpen = false;
    bool hasReview = false;
    bool hasUndated = false;
    for (const PageGroup& group : m_content.groups) {
        for (const PageItem& item : group.items) {
            states.insert(item.status);
            hasClosed = hasClosed || item.lock == SpineLock::closed;
            hasOpen = hasOpen || item.lock == SpineLock::open;
            hasReview = hasReview || item.review.has_value();
            hasUndated = hasUndated || !item.hasDates;
        }
    }
    bool hasLate = false;
    for (const PageSpineItem& item : m_content.spine) {
        hasClosed = hasClosed || item.lock == SpineLock::closed;
        hasOpen = hasOpen || item.lock == SpineLock::open;
        hasLate = hasLate || !item.review;
    }
    bool hasPath = false;
    bool hasStop = false;
    for (const PageMeasure& each : m_content.measures) {
        hasPath = hasPath || (each.target && each.targetDate && !each.points.empty());
        hasStop = hasStop || !each.stops.empty();
    }
    const bool hasDecision = std::any_of(m_content.events.begin(), m_content.events.end(),
                                         [](const PageEvent& event) { return event.isDecision; });

    const auto add = [this](Mark mark, std::string_view words) {
        Entry& entry = m_key.emplace_back();
        entry.mark = mark;
        entry.words = words;
    };
    for (const PageOwner& owner : m_content.owners) m_key.push_back({Mark::tint, owner.name + " owns it", owner.tint});
    if (m_content.hasUnowned) m_key.push_back({Mark::tint, "no team owns it yet", {Role::muted, 45}});
    for (const model::RoadmapStatus status : states)
        m_key.push_back({Mark::status, lowered(model::labelOf(status)), {}, status});
    if (hasReview || hasDecision)
        add(Mark::review, hasDecision ? "review date of an item; decision taken" : "review date of an item");
    if (!m_content.rhythms.empty()) add(Mark::rhythm, "review that repeats; filled: held");
    if (hasUndated) add(Mark::undated, "no dates yet: stands where its horizon says");
    if (hasClosed) add(Mark::lockClosed, "touches or is what cannot change");
    if (hasOpen) add(Mark::lockOpen, "should not change often: needs its authority");
    if (hasLate) add(Mark::late, "review is overdue or has no date");
    if (hasPath) add(Mark::path, "path needed from start to target");
    if (hasStop) add(Mark::stop, "stop line of an experiment");
}

double RoadmapFoot::rowHeight(std::size_t row) const {
    const PageConstraint& constraint = m_content.constraints[row];
    const double whoWidth = m_tableWidth * (1 - titlePart) - severityWidth;
    const std::size_t lines =
        std::max(wrapped(m_measure, constraint.title, m_type.note, m_tableWidth * titlePart - 8, 2).size(),
                 wrapped(m_measure, constraint.who, m_type.note, whoWidth, 3).size());
    return static_cast<double>(std::max<std::size_t>(1, lines)) * m_type.noteLine + 4.5;
}

// As many columns, up to three, as leave half of the width to the table.
void RoadmapFoot::layOutKey() {
    for (std::size_t count = 3; count > 0; --count) {
        m_keyColumns.assign(count, 0);
        const std::size_t rows = (m_key.size() + count - 1) / count;
        for (std::size_t i = 0; i < m_key.size(); ++i) {
            const double needed = m_measure.width(m_key[i].words, m_type.note) + 19 + 10;
            m_keyColumns[i / rows] = std::max(m_keyColumns[i / rows], needed);
        }
        m_keyWidth = std::accumulate(m_keyColumns.begin(), m_keyColumns.end(), 0.0);
        if (m_keyWidth <= m_width / 2) return;
    }
    m_keyWidth = std::min(m_keyWidth, m_width / 2);
    m_keyColumns = {m_keyWidth};
}

std::size_t RoadmapFoot::keyRows() const {
    return (m_key.size() + m_keyColumns.size() - 1) / m_keyColumns.size();
}

double RoadmapFoot::keyHeight() const {
    return m_key.empty() ? 0 : 20 + keyRowHeight * static_cast<double>(keyRows());
}

double RoadmapFoot::height() const {
    double table = m_content.constraints.empty() ? 0 : 16;
    for (std::size_t row = 0; row < m_content.constraints.size(); ++row) table += rowHeight(row);
    return std::max(table, keyHeight());
}

std::size_t RoadmapFoot::rowsFitting(std::size_t first, double height) const {
    double used = 16;
    std::size_t row = first;
    while (row < rowCount() && (row == first || used + rowHeight(row) <= height)) used += rowHeight(row++);
    return row - first;
}

void RoadmapFoot::draw(PagePen& pen, Point topLeft, std::size_t first, std::size_t last, bool withKey) const {
    if (last > first) drawTable(pen, topLeft, first, last);
    if (withKey && !m_key.empty()) drawKey(pen, {topLeft.x + m_width - m_keyWidth, topLeft.y});
}

void RoadmapFoot::drawTable(PagePen& pen, Point topLeft, std::size_t first, std::size_t last) const {
    const TextStyle head{m_type.note.size, 600};
    const double severityX = topLeft.x + m_tableWidth * titlePart;
    const double whoX = severityX + severityWidth;
    const double right = topLeft.x + m_tableWidth;
    const double headBaseline = topLeft.y + 8;
    pen.text({topLeft.x, headBaseline}, "What holds us back", head, {Role::muted});
    pen.text({severityX, headBaseline}, "Severity", head, {Role::muted});
    pen.text({whoX, headBaseline}, "Who works on it", head, {Role::muted});
    double y = topLeft.y + 14;
    pen.rule({topLeft.x, y}, {right, y}, {{Role::ink}, 1});
    for (std::size_t row = first; row < last; ++row) {
        const PageConstraint& constraint = m_content.constraints[row];
        pen.setEntity(constraint.id);
        const double top = y + 2.5;
        pen.paragraph({topLeft.x, top}, constraint.title, m_type.note, {Role::ink}, severityX - topLeft.x - 8, 2,
                      m_type.noteLine);
        for (int i = 0; i < mostSevere; ++i) {
            const Rect box{severityX + i * (square + 1.8), top + (m_type.noteLine - square) / 2, square, square};
            pen.box(box, {i < constraint.severity ? Role::ink : Role::paper}, {{Role::ink}, 0.7});
        }
        const bool isOpen = constraint.who.empty();
        pen.paragraph({whoX, top}, isOpen ? "Nobody is working on it" : constraint.who, m_type.note,
                      {isOpen ? Role::bad : Role::ink}, right - whoX, 3, m_type.noteLine);
        if (!isOpen) pen.linkLast(constraint.firstItem);
        y += rowHeight(row);
        pen.rule({topLeft.x, y}, {right, y}, {{Role::line}, 0.7});
        pen.setEntity({});
    }
}

void RoadmapFoot::drawKey(PagePen& pen, Point topLeft) const {
    pen.text({topLeft.x, topLeft.y + 8}, "Key", {m_type.note.size, 600}, {Role::muted});
    pen.rule({topLeft.x, topLeft.y + 14}, {topLeft.x + m_keyWidth, topLeft.y + 14}, {{Role::ink}, 1});
    const std::size_t rows = keyRows();
    double x = topLeft.x;
    for (std::size_t i = 0; i < m_key.size(); ++i) {
        if (i > 0 && i % rows == 0) x += m_keyColumns[i / rows - 1];
        const double y = topLeft.y + 22 + static_cast<double>(i % rows) * keyRowHeight;
        drawMark(pen, m_key[i], {x + 8, y});
        pen.text({x + 19, y + 0.36 * m_type.note.size}, m_key[i].words, m_type.note, {Role::ink},
                 m_keyColumns[i / rows] - 23);
    }
}

void RoadmapFoot::drawMark(PagePen& pen, const Entry& entry, Point center) const {
    switch (entry.mark) {
    case Mark::tint: pen.box({center.x - 3.4, center.y - 3.4, 6.8, 6.8}, entry.tint, {{Role::none}, 0}, 1.4); break;
    case Mark::status: drawStatus(pen, entry.status, center); break;
    case Mark::lockClosed: drawLock(pen, SpineLock::closed, center); break;
    case Mark::lockOpen: drawLock(pen, SpineLock::open, center); break;
    case Mark::review: pen.diamond(center, 3.4, {Role::ink}, {{Role::ink}, 0.5}); break;
    case Mark::rhythm: pen.diamond(center, 4.6, {Role::paper}, {{Role::ink}, 1.2}); break;
    case Mark::path:
        pen.rule({center.x - 8, center.y}, {center.x + 8, center.y}, {{Role::muted}, 0.8, Dash::dotted});
        break;
    case Mark::stop:
        pen.rule({center.x - 8, center.y}, {center.x + 8, center.y}, {{Role::bad}, 1, Dash::dashed});
        break;
    case Mark::undated:
        pen.box({center.x - 6, center.y - 3.4, 12, 6.8}, {Role::paper}, {{Role::muted, 55}, 0.7, Dash::dashed}, 2);
        break;
    case Mark::late: pen.symbol(center, 8, "warning", {Role::warn}); break;
    }
}

} // namespace flowspine::view
