#include "view/change_list.h"

#include "view/flow_marks.h"
#include "view/picture_builder.h"
#include "view/type_styles.h"

namespace flowspine::view {

namespace {

constexpr double inset = 16;
constexpr double rowHeight = 20;
constexpr double secondLine = 15;
constexpr double beforeWidth = 44;
constexpr double afterWidth = 48;
constexpr double changeWidth = 56;

class Drawing {
  public:
    Drawing(const ChangeList& content, double width, const TextMeasure& measure)
        : m_content(content), m_width(width), m_to(measure) {}

    Picture run() {
        measures();
        for (std::size_t g = 0; g < m_content.groups.size(); ++g)
            if (!m_content.groups[g].changes.empty()) group(m_content.groups[g], "group" + std::to_string(g));
        notes();
        return m_to.finish({0, 0, m_width, m_y + 8});
    }

  private:
    void cells(const std::string& part, const std::string& label, const std::string& before, const std::string& after,
               const std::string& change, Role role, bool isHeading) {
        const double baseline = m_y + 14;
        const double right = m_width - inset;
        const TextStyle plain = type::caption;
        const TextStyle strong = isHeading ? type::caption : type::captionStrong;
        m_to.text(part + ".label", {inset, baseline}, label, plain, {isHeading ? Role::muted : Role::ink},
                  std::max(right - beforeWidth - afterWidth - changeWidth - inset - 2, 8.0));
        const auto number = [&](const char* what, double end, double room, const std::string& text,
                                const TextStyle& style, Role paint) {
            m_to.text(part + what, {end, baseline}, text, style, {paint}, room - 4, Align::right);
        };
        number(".before", right - changeWidth - afterWidth, beforeWidth, before, plain, Role::muted);
        number(".after", right - changeWidth, afterWidth, after, strong, isHeading ? Role::muted : Role::ink);
        number(".change", right, changeWidth, change, strong, role);
        m_y += rowHeight;
        m_to.line(part + ".edge", {{inset, m_y - 0.5}, {right, m_y - 0.5}}, {{Role::line, 60}, 1});
    }

    void measures() {
        m_y = 8;
        cells("head", "Measure", m_content.beforeName, m_content.afterName, "Change", Role::muted, true);
        for (std::size_t i = 0; i < m_content.measures.size(); ++i) {
            const ComparedMeasure& each = m_content.measures[i];
            cells("measure" + std::to_string(i), each.label, each.before, each.after, each.change, each.role, false);
        }
        m_y += 12;
    }

    void group(const ChangeGroup& group, const std::string& part) {
        const double right = m_width - inset;
        m_to.text(part, {inset, m_y + 14}, group.heading, type::captionStrong, {Role::ink}, right - inset - 32);
        m_to.text(part + ".count", {right, m_y + 14}, std::to_string(group.changes.size()), type::captionStrong,
                  {Role::ink}, 0, Align::right);
        m_y += rowHeight + 2;
        for (std::size_t i = 0; i < group.changes.size(); ++i) {
            const ListedChange& change = group.changes[i];
            const std::string row = part + "." + std::to_string(i);
            drawChangeSquare(m_to, row, {inset, m_y + 2}, group.icon, group.role);
            const double left = inset + 24;
            const double room = right - left;
            const double named =
                m_to.text(row + ".name", {left, m_y + 14}, change.name, type::caption, {Role::ink}, room);
            // What does not fit beside the name stands below it.
            const double wanted = m_to.measure().width(visible(change.detail), type::caption);
            const double top = m_y;
            const bool isBelow = named + 12 + wanted > room;
            if (isBelow) m_y += secondLine;
            m_to.text(row + ".detail", {isBelow ? left : right, m_y + 14}, change.detail, type::caption, {Role::muted},
                      room, isBelow ? Align::left : Align::right);
            if (change.id) m_to.area({0, top, m_width, m_y - top + rowHeight}, change.id, "change");
            m_y += rowHeight;
        }
        m_y += 8;
    }

    void notes() {
        for (std::size_t i = 0; i < m_content.notes.size(); ++i) {
            const bool isWarning = m_content.isWarned && i == 0;
            const std::string part = "note" + std::to_string(i);
            double left = inset;
            if (isWarning) {
                m_to.symbol(part + ".icon", {inset, m_y + 3, 14, 14}, "warning", {Role::bad});
                left += 22;
            }
            m_y += rowHeight * static_cast<double>(m_to.paragraph(part, {left, m_y}, m_content.notes[i], type::body,
                                                                  {isWarning ? Role::bad : Role::ink},
                                                                  m_width - inset - left, 6, rowHeight));
            m_y += 6;
        }
    }

    const ChangeList& m_content;
    const double m_width;
    PictureBuilder m_to;
    double m_y = 0;
};

} // namespace

Picture changeList(const ChangeList& content, double width, const TextMeasure& measure) {
    return Drawing(content, width, measure).run();
}

} // namespace flowspine::view
