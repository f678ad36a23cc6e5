#include "view/decision_grid.h"

#include "model/deciders.h"
#include "model/naming.h"
#include "view/card_parts.h"
#include "view/decision_parts.h"
#include "view/decision_rows.h"
#include "view/time_text.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace flowspine::view {

namespace {

using model::DecisionScheme;

constexpr double margin = 16;
constexpr double headTop = 8;
constexpr double headHeight = 64;
constexpr double rowHeight = 60;
constexpr double addHeight = 40;
constexpr double footHeight = 40;
constexpr double headingHeight = 44;
constexpr double padding = 12;
constexpr double letterSize = 28;
constexpr double widestRole = 104;

struct Columns {
    double title = 208;
    double role = 60;
    double within = 108;
    double escalation = 130;
};

std::string_view schemeWord(DecisionScheme scheme) {
    return labelOf(scheme);
}

// "Lead, Planning" is "Planning" where no other role is called so.
std::string headingOf(const model::Role& role, const std::vector<const model::Role*>& roles) {
    constexpr std::string_view lead = "Lead, ";
    if (!role.name.starts_with(lead)) return role.name;
    const std::string_view rest = std::string_view(role.name).substr(lead.size());
    const auto isNamed = [&](std::string_view name) {
        return std::any_of(roles.begin(), roles.end(), [&](const model::Role* each) { return each->name == name; });
    };
    return std::string(rest.empty() || isNamed(rest) ? role.name : rest);
}

class DecisionGrid {
  public:
    DecisionGrid(const model::Model& model, const model::ModelIndex& index, const DecisionGridOptions& options,
                 const TextMeasure& measure)
        : m_model(model), m_options(options), m_table(decisionTable(model, index, options.showsAllRoles)),
          m_to(measure) {
        setColumns();
        for (const DecisionRow& row : m_table.rights)
            m_longest = std::max(m_longest, row.right->decisionDays.value_or(0));
    }

    Picture draw() {
        drawHead();
        double y = headTop + headHeight;
        for (const DecisionRow& row : m_table.rights) {
            drawRow(row, y);
            y += rowHeight;
        }
        if (m_options.takesInput) {
            drawAdd(y);
            y += addHeight;
        }
        if (!m_table.derived.empty()) {
            drawDerivedHeading(y);
            y += headingHeight;
            for (const DecisionRow& row : m_table.derived) {
                drawRow(row, y);
                y += rowHeight;
            }
        }
        drawFoot(y);
        y += footHeight;
        if (m_options.takesInput)
            y = drawDecisionHelp(m_to, {margin + padding, y + 12}, std::max(tableRight(), m_options.width - margin));
        m_to.setEntity({});
        return m_to.finish(
            {0, 0, std::max(m_options.width, tableRight() + margin), std::max(m_options.viewportHeight, y + 16)});
    }

  private:
    [[nodiscard]] double roleLeft(std::size_t index) const {
        return margin + m_columns.title + static_cast<double>(index) * m_columns.role;
    }
    [[nodiscard]] double withinLeft() const { return roleLeft(m_table.roles.size()); }
    [[nodiscard]] double escalationLeft() const { return withinLeft() + m_columns.within; }
    [[nodiscard]] double tableRight() const { return escalationLeft() + m_columns.escalation; }

    // What is left of the width goes to the words; roles stay near each other, so that rows read across.
    void setColumns() {
        m_columns.role = std::clamp(widestWord() + 8, m_columns.role, widestRole);
        const auto roles = static_cast<double>(m_table.roles.size());
        const double least =
            2 * margin + m_columns.title + roles * m_columns.role + m_columns.within + m_columns.escalation;
        double spare = std::max(0.0, m_options.width - least);
        const auto grow = [&spare](double& width, double by) {
            const double taken = std::min(spare, by);
            width += taken;
            spare -= taken;
        };
        grow(m_columns.title, 40);
        grow(m_columns.escalation, 20);
        if (roles > 0) {
            double wider = 0;
            grow(wider, roles * std::max(0.0, widestRole - 16 - m_columns.role));
            m_columns.role += std::floor(wider / roles);
        }
        grow(m_columns.title, 132);
        grow(m_columns.within, 32);
        grow(m_columns.escalation, spare);
    }

    // Of the roles' headings, so that they break between words.
    [[nodiscard]] double widestWord() const {
        double widest = 0;
        for (const model::Role* role : m_table.roles) {
            const std::string heading = visible(headingOf(*role, m_table.roles));
            for (std::size_t at = 0; at < heading.size();) {
                const std::size_t end = std::min(heading.find(' ', at), heading.size());
                widest = std::max(
                    widest, m_to.measure().width(std::string_view(heading).substr(at, end - at), type::captionStrong));
                at = end + 1;
            }
        }
        return std::ceil(widest);
    }

    [[nodiscard]] bool isSelected(const AnyId& id) const {
        return std::find(m_options.selection.begin(), m_options.selection.end(), id) != m_options.selection.end();
    }
    [[nodiscard]] bool isCursorRow(const AnyId& id) const {
        return !m_options.selection.empty() && m_options.selection.front() == id;
    }

    void rule(const std::string& part, double y, Stroke stroke) {
        m_to.line(part, {{margin, y}, {tableRight(), y}}, stroke);
    }

    void drawHead() {
        const double bottom = headTop + headHeight;
        const Rect last{margin, bottom - 24, 0, 16};
        const auto words = [&](const std::string& part, double left, double width, std::string_view text) {
            lineText(m_to, part, {left + padding, last.y, width - padding, last.height}, text, type::captionStrong,
                     {Role::muted});
        };
        words("head.title", margin, m_columns.title, "Decision");
        words("head.within", withinLeft(), m_columns.within, "Decides within");
        words("head.escalation", escalationLeft(), m_columns.escalation, "If they cannot agree");
        for (std::size_t i = 0; i < m_table.roles.size(); ++i) {
            const model::Role& role = *m_table.roles[i];
            const std::string shown = role.name.empty() ? "unnamed role" : headingOf(role, m_table.roles);
            const double room = m_columns.role - 6;
            const std::vector<std::string> lines = wrapped(m_to.measure(), shown, type::captionStrong, room, 3);
            const bool isCursor = m_options.cursor == role.id.text();
            m_to.setEntity(role.id);
            for (std::size_t n = 0; n < lines.size(); ++n)
                lineText(m_to, "heading." + std::to_string(n),
                         {roleLeft(i) + 3, last.bottom() - 16 * static_cast<double>(lines.size() - n), room, 16},
                         lines[n], type::captionStrong, {isCursor ? Role::accent : Role::muted}, Align::center);
            if (!lines.empty()) m_to.picture().shapes.back().tip = role.name;
            m_to.area({roleLeft(i), headTop, m_columns.role, headHeight}, role.id, "role");
        }
        m_to.setEntity({});
        rule("head.rule", bottom, {{Role::ink}, 2});
    }

    void drawRow(const DecisionRow& row, double top) {
        const Rect rect{margin, top, tableRight() - margin, rowHeight};
        const bool chosen = isSelected(row.id);
        m_to.setEntity(row.id);
        m_to.box("row", rect, chosen ? Paint{Role::accent, 8} : Paint{Role::paper}).altText = spoken(row);
        if (chosen) m_to.box("row.edge", {rect.x, rect.y, 3, rect.height}, {Role::accent});
        m_to.line("row.rule", {{rect.x, rect.bottom() - 0.5}, {rect.right(), rect.bottom() - 0.5}}, {{Role::line}, 1});
        m_to.area({rect.x, rect.y, m_columns.title, rect.height}, row.id, row.right != nullptr ? "right" : "derived");
        drawTitle(row, {rect.x + padding, top + 12, m_columns.title - 2 * padding, 20});
        drawLetters(row, top);
        if (row.right != nullptr) {
            m_to.area({withinLeft(), top, m_columns.within, rowHeight}, row.id, "within");
            drawDecisionTime(m_to, row, {withinLeft(), top, m_columns.within, rowHeight}, m_longest,
                             hoursPerDay(m_model.plan()));
            drawEscalation(row, {escalationLeft(), top, m_columns.escalation, rowHeight});
        }
        drawCursor(row, top);
        m_to.setEntity({});
    }

    void drawTitle(const DecisionRow& row, const Rect& line) {
        const std::string title = model::shortName(m_model, row.id);
        const TextStyle& style = row.right != nullptr ? type::bodyStrong : type::bodyMedium;
        const Paint paint{row.right != nullptr ? Role::ink : Role::muted};
        Rect rest{line.x, line.bottom(), line.width, 16};
        if (wrapped(m_to.measure(), title, style, line.width, 2).size() > 1) {
            m_to.paragraph("title", {line.x, line.y - 7}, title, style, paint, line.width, 2, 17);
            rest.y += 8;
        } else {
            lineText(m_to, "title", line, title, style, paint);
        }
        const auto take = [&rest](double width) {
            rest.x += width + 8;
            rest.width -= width + 8;
        };
        if (row.right == nullptr) {
            drawIconWords(m_to, "note", rest, {"step", row.note, type::caption, 12}, {Role::muted});
            return;
        }
        take(drawTag(m_to, "scheme", {rest.x, rest.y}, schemeWord(row.right->scheme), {Role::ink}, {Role::line}, 60));
        if (row.right->reversibility != model::Reversibility::unstated) {
            const bool isTwoWay = row.right->reversibility == model::Reversibility::twoWay;
            take(drawIconWords(m_to, "reversibility", rest,
                               {isTwoWay ? "two-way" : "one-way", isTwoWay ? "two-way" : "one-way", type::caption, 12},
                               {Role::muted})
                     .width);
        }
        if (row.deciders == 1) {
            lineText(m_to, "note", rest, row.note, type::caption, {Role::muted});
            return;
        }
        const std::string words = row.deciders == 0 ? "no decider" : std::to_string(row.deciders) + " deciders";
        drawIconWords(m_to, "note", rest, {"error", words, type::captionStrong, 14}, {Role::bad});
    }

    void drawLetters(const DecisionRow& row, double top) {
        const auto [slotFirst, slotEnd] = row.deciders == 0 ? longestGap(row) : std::pair<std::size_t, std::size_t>();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string key(m_table.roles[i]->id.text());
            const Rect cell{roleLeft(i), top, m_columns.role, rowHeight};
            m_to.area(cell, row.id, i >= slotFirst && i < slotEnd ? "slot" : "letter", key);
            drawLetter(row, row.cells[i], cell, "letter." + key);
        }
        if (slotEnd == slotFirst) return;
        const Rect slot{roleLeft(slotFirst) + 8, top + 14,
                        static_cast<double>(slotEnd - slotFirst) * m_columns.role - 16, rowHeight - 28};
        m_to.box("slot", slot, {Role::none}, {{Role::bad}, 1, Dash::dashed}, cardRadius);
        const std::string letter =
            row.right != nullptr ? std::string(labelOf(model::deciderLetter(row.right->scheme))) : std::string("A");
        const std::array<std::string, 3> words = {"No " + letter + " yet: who decides?", "Who decides?", letter + "?"};
        for (const std::string& each : words)
            if (m_to.measure().width(each, type::body) <= slot.width - 8) {
                lineText(m_to, "slot.words", {slot.x + 4, slot.y, slot.width - 8, slot.height}, each, type::body,
                         {Role::bad}, Align::center);
                return;
            }
    }

    // The widest run of roles without a part.
    static std::pair<std::size_t, std::size_t> longestGap(const DecisionRow& row) {
        std::pair<std::size_t, std::size_t> best{0, 0};
        for (std::size_t first = 0; first < row.cells.size();) {
            std::size_t end = first;
            while (end < row.cells.size() && row.cells[end].letters.empty()) ++end;
            if (end - first > best.second - best.first) best = {first, end};
            first = end + 1;
        }
        return best;
    }

    void drawLetter(const DecisionRow& row, const DecisionCell& cell, const Rect& place, const std::string& part) {
        if (cell.letters.empty()) return;
        const bool isStated = row.right != nullptr;
        const double width = std::max(letterSize, m_to.measure().width(cell.letters, type::bodyStrong) + 12);
        const Rect mark{place.center().x - width / 2, place.center().y - letterSize / 2, width, letterSize};
        if (!cell.decides) {
            lineText(m_to, part, mark, cell.letters, type::bodyMedium, {isStated ? Role::ink : Role::muted},
                     Align::center);
            return;
        }
        if (row.deciders > 1)
            m_to.box(part + ".ring", {mark.x - 3, mark.y - 3, mark.width + 6, mark.height + 6}, {Role::none},
                     {{Role::bad}, 2}, cardRadius + 3);
        // What only follows from a step is outlined: nobody has said it.
        m_to.box(part + ".mark", mark, isStated ? Paint{Role::ink} : Paint{Role::paper},
                 {{isStated ? Role::ink : Role::muted}, 1}, cardRadius);
        lineText(m_to, part, mark, cell.letters, type::bodyStrong, {isStated ? Role::paper : Role::muted},
                 Align::center);
    }

    void drawEscalation(const DecisionRow& row, const Rect& cell) {
        m_to.area(cell, row.id, "escalation");
        const double width = cell.width - 2 * padding;
        const std::string& words = row.right->escalation;
        if (visible(words).find_first_not_of(' ') == std::string::npos) {
            drawIconWords(m_to, "escalation", {cell.x + padding, cell.y, width, cell.height},
                          {"warning", "nobody named", type::captionStrong, 14}, {Role::warn});
            return;
        }
        const std::size_t lines = wrapped(m_to.measure(), words, type::body, width, 3).size();
        if (lines <= 2)
            m_to.paragraph("escalation", {cell.x + padding, cell.center().y - 9 * static_cast<double>(lines)}, words,
                           type::body, {Role::ink}, width, 2, 18);
        else
            m_to.paragraph("escalation", {cell.x + padding, cell.y + 6}, words, type::caption, {Role::ink}, width, 3,
                           16);
    }

    void drawCursor(const DecisionRow& row, double top) {
        if (!isCursorRow(row.id) || m_options.cursor.empty()) return;
        Rect cell;
        if (m_options.cursor == "within" && row.right != nullptr)
            cell = {withinLeft(), top, m_columns.within, rowHeight};
        else if (m_options.cursor == "escalation" && row.right != nullptr)
            cell = {escalationLeft(), top, m_columns.escalation, rowHeight};
        else
            for (std::size_t i = 0; i < m_table.roles.size(); ++i)
                if (m_options.cursor == m_table.roles[i]->id.text())
                    cell = {roleLeft(i), top, m_columns.role, rowHeight};
        if (cell.isEmpty()) return;
        m_to.box("cursor", {cell.x + 3, cell.y + 4, cell.width - 6, cell.height - 8}, {Role::none}, {{Role::accent}, 2},
                 cardRadius);
    }

    void drawAdd(double top) {
        const Rect line{margin, top, tableRight() - margin, addHeight};
        m_to.area(line, {}, "add", "decision");
        drawIconWords(m_to, "add", {line.x + padding, line.y, line.width - 2 * padding, line.height},
                      {"add",
                       m_table.rights.empty() ? "Type a decision, such as who approves what, and press Enter"
                                              : "Type the next decision and press Enter",
                       type::body},
                      {Role::muted});
    }

    void drawDerivedHeading(double top) {
        const Rect line{margin + padding, top + 14, tableRight() - margin - 2 * padding, 20};
        const double width = lineText(m_to, "derived.heading", line, "Decided in a flow, with no right stated",
                                      type::bodyStrong, {Role::ink});
        lineText(m_to, "derived.words", {line.x + width + 12, line.y, line.width - width - 12, line.height},
                 m_options.takesInput ? "letters follow from the step; set one and it becomes a right"
                                      : "letters follow from the step",
                 type::caption, {Role::muted});
        rule("derived.rule", top + headingHeight, {{Role::line}, 1});
    }

    void drawFoot(double top) {
        rule("foot.rule", top, {{Role::ink}, 2});
        const Rect line{margin + padding, top, m_columns.title - 2 * padding, footHeight};
        lineText(m_to, "foot.title", line, "Decides, of " + std::to_string(m_table.rights.size()), type::body,
                 {Role::muted});
        for (std::size_t i = 0; i < m_table.roles.size(); ++i) {
            const auto decided =
                static_cast<std::size_t>(std::count_if(m_table.rights.begin(), m_table.rights.end(),
                                                       [i](const DecisionRow& row) { return row.cells[i].decides; }));
            lineText(m_to, "foot." + std::string(m_table.roles[i]->id.text()),
                     {roleLeft(i), top, m_columns.role, footHeight}, std::to_string(decided),
                     decided > 0 ? type::bodyStrong : type::body, {decided > 0 ? Role::ink : Role::muted},
                     Align::center);
        }
        drawHidden({withinLeft() + padding, top, tableRight() - withinLeft() - padding, footHeight});
    }

    void drawHidden(const Rect& line) {
        if (m_table.hidden.empty() && !m_options.showsAllRoles) return;
        std::string words = "Hide roles without a part";
        if (m_table.hidden.size() == 1)
            words = m_table.hidden.front()->name + " takes no part (hidden)";
        else if (!m_table.hidden.empty())
            words = std::to_string(m_table.hidden.size()) + " roles take no part (hidden)";
        lineText(m_to, "foot.hidden", line, words, type::body, {Role::muted});
        m_to.area(line, {}, "hidden-roles");
    }

    std::string spoken(const DecisionRow& row) const {
        std::string words = visible(model::shortName(m_model, row.id), 200);
        if (row.right != nullptr) words += ", " + std::string(schemeWord(row.right->scheme));
        if (row.right == nullptr) words += ", " + row.note + ", no right stated";
        if (row.deciders != 1)
            words += row.deciders == 0 ? ", no decider" : ", " + std::to_string(row.deciders) + " deciders";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (!row.cells[i].letters.empty())
                words += "; " + row.cells[i].letters + " " + visible(m_table.roles[i]->name, 80);
        return words;
    }

    const model::Model& m_model;
    const DecisionGridOptions& m_options;
    DecisionTable m_table;
    PictureBuilder m_to;
    Columns m_columns;
    double m_longest = 0; // decision time in the grid, days
};

} // namespace

Picture decisionGrid(const model::Model& model, const model::ModelIndex& index, const DecisionGridOptions& options,
                     const TextMeasure& measure) {
    return DecisionGrid(model, index, options, measure).draw();
}

} // namespace flowspine::view
