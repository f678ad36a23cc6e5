#include "view/health_page.h"

#include "model/naming.h"
#include "view/page_frame.h"
#include "view/page_pen.h"
#include "view/severity_look.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace flowspine::view {

namespace {

using base::Severity;

struct Type {
    TextStyle label;
    TextStyle body;
    TextStyle strong;
    TextStyle heading;
    TextStyle score;
    double line; // of body
};

Type typeOn(bool isLarge) {
    if (isLarge) return {{8, 400}, {9, 400}, {9, 600}, {13, 600}, {20, 600}, 12.5};
    return {{7, 400}, {8, 400}, {8, 600}, {11, 600}, {16, 600}, 11};
}

constexpr std::size_t mostLines = 4; // of a sentence
constexpr double rowPadding = 4.5;

// Writes from the top of a sheet downwards and begins another one when a row does not fit.
class HealthSheets {
  public:
    HealthSheets(const HealthReport& report, const PageFrame& frame, const TextMeasure& measure)
        : m_report(report), m_frame(frame), m_measure(measure), m_type(typeOn(frame.isLarge())) {
        begin();
    }

    std::vector<SheetContent> finish() {
        drawScores();
        drawHow();
        for (const HealthArea& area : m_report.areas)
            if (!area.findings.empty()) drawArea(area);
        if (std::all_of(m_report.areas.begin(), m_report.areas.end(),
                        [](const HealthArea& area) { return area.findings.empty(); }))
            drawNothing();
        if (!m_report.exceptions.empty()) drawExceptions();
        if (!m_report.ownRules.empty()) drawOwnRules();
        end();
        return std::move(m_sheets);
    }

  private:
    struct Columns {
        double area, icon, sentence, sentenceWidth, suggestion, suggestionWidth, rule;
    };

    [[nodiscard]] const Rect& place() const { return m_frame.content(); }

    [[nodiscard]] Columns columns() const {
        const Rect& at = place();
        const double areaWidth = at.width * 0.11;
        const double ruleWidth = 26;
        const double icon = at.x + areaWidth;
        const double sentence = icon + 16;
        const double suggestion = at.x + at.width * 0.66;
        return {
            at.x,      icon, sentence, suggestion - sentence - 14, suggestion, at.right() - ruleWidth - 8 - suggestion,
            at.right()};
    }

    void begin() {
        m_pen.emplace(m_measure);
        m_y = place().y;
    }
    void end() {
        Picture picture = m_pen->finish({0, 0, place().right(), place().bottom()});
        m_sheets.push_back({std::move(picture), m_sheets.empty() ? "Plan health" : ""});
    }
    // True when that began another sheet.
    bool need(double height) {
        if (m_y + height <= place().bottom() || m_y <= place().y) return false;
        end();
        begin();
        return true;
    }

    void drawScores() {
        const Rect& at = place();
        const double width = at.width / static_cast<double>(m_report.areas.size());
        const double height = m_type.score.size + 44;
        m_pen->rule({at.x, m_y}, {at.right(), m_y}, {{Role::ink}, 1.2});
        for (std::size_t i = 0; i < m_report.areas.size(); ++i) {
            const HealthArea& area = m_report.areas[i];
            const double left = at.x + width * static_cast<double>(i) + (i == 0 ? 0 : 10);
            const double inner = width - (i == 0 ? 10 : 20);
            if (i > 0) m_pen->rule({left - 10, m_y}, {left - 10, m_y + height}, {{Role::line}, 0.7});
            m_pen->text({left, m_y + 13}, area.isWeakest ? area.label + ", weakest area" : area.label, m_type.label,
                        {Role::muted}, inner);
            const Role role = !area.score ? Role::muted : area.isWeakest ? Role::bad : Role::ink;
            const double baseline = m_y + 16 + m_type.score.size;
            const double number = m_pen->text(
                {left, baseline}, area.score ? std::to_string(std::lround(*area.score)) : "–", m_type.score, {role});
            m_pen->text({left + number + 6, baseline}, made(area), m_type.label, {Role::muted}, inner - number - 6);
            const Rect bar{left, baseline + 9, inner - 8, 3};
            m_pen->box(bar, {Role::line}, {{Role::none}, 0}, 1.5);
            if (area.score && *area.score > 0)
                m_pen->box({bar.x, bar.y, bar.width * *area.score / 100, bar.height},
                           {area.isWeakest ? Role::bad : Role::accent}, {{Role::none}, 0}, 1.5);
        }
        m_y += height;
        m_pen->rule({at.x, m_y}, {at.right(), m_y}, {{Role::line}, 0.7});
        m_y += 5;
    }

    static std::string made(const HealthArea& area) {
        if (!area.score) return "nothing checked yet";
        return model::numberText(area.passedWeight) + " of " +
               model::numberText(area.passedWeight + area.failedWeight) + " points";
    }

    void drawHow() {
        std::string text =
            "Health of each area, 0 to 100: the weight of the checks that pass in that of all that apply; "
            "an error weighs 5, a warning 2, a note 0.5.";
        if (const HealthArea* weakest = m_report.weakest())
            text += " The plan is as good as its weakest area: " + weakest->label + ", " +
                    std::to_string(std::lround(*weakest->score)) + ".";
        text += " Found: " + countsText(m_report) + ".";
        if (!m_report.exceptions.empty()) text += " Accepted: " + std::to_string(m_report.exceptions.size()) + ".";
        m_y += m_pen->paragraph({place().x, m_y}, text, m_type.label, {Role::muted}, place().width, 3,
                                m_type.label.size + 3.5);
        m_y += 12;
    }

    void drawHead(const std::string& area, const std::string& right) {
        const Columns at = columns();
        m_pen->setEntity({});
        m_pen->text({at.area, m_y + 9}, area, m_type.strong, {Role::ink});
        m_pen->text({at.suggestion, m_y + 9}, right, m_type.label, {Role::muted}, at.suggestionWidth);
        m_y += 14;
        m_pen->rule({at.area, m_y}, {place().right(), m_y}, {{Role::ink}, 0.9});
    }

    void drawArea(const HealthArea& area) {
        for (std::size_t i = 0; i < area.findings.size(); ++i) {
            const HealthFinding& finding = area.findings[i];
            const double height = heightOf(finding.sentence, finding.suggestion);
            const bool isNew = need(i == 0 ? height + 14 : height);
            if (i == 0 || isNew) drawHead(i == 0 ? area.label : area.label + ", continued", "What mends it");
            m_pen->setEntity(finding.entity);
            drawRow(iconOf(finding.severity), roleOf(finding.severity), finding.sentence, finding.suggestion,
                    finding.ruleId, height, i == 0 ? costs(area) : std::string());
        }
        m_pen->setEntity({});
        m_y += 14;
    }

    static std::string costs(const HealthArea& area) {
        return area.failedWeight > 0 ? "−" + model::numberText(area.failedWeight) + " points" : std::string();
    }

    [[nodiscard]] double heightOf(const std::string& sentence, const std::string& suggestion) const {
        const Columns at = columns();
        return std::max(m_pen->heightOf(sentence, m_type.body, at.sentenceWidth, mostLines, m_type.line),
                        m_pen->heightOf(suggestion, m_type.body, at.suggestionWidth, mostLines, m_type.line)) +
               2 * rowPadding;
    }

    void drawRow(const char* icon, Role role, const std::string& sentence, const std::string& suggestion,
                 const std::string& rule, double height, const std::string& aside) {
        const Columns at = columns();
        const double top = m_y + rowPadding;
        if (!aside.empty())
            m_pen->text({at.area, top + m_type.line - 3}, aside, m_type.label, {Role::muted}, at.icon - at.area - 4);
        m_pen->symbol({at.icon + 5, top + m_type.line / 2}, 10, icon, {role});
        m_pen->paragraph({at.sentence, top}, sentence, m_type.body, {Role::ink}, at.sentenceWidth, mostLines,
                         m_type.line);
        m_pen->paragraph({at.suggestion, top}, suggestion, m_type.body, {Role::muted}, at.suggestionWidth, mostLines,
                         m_type.line);
        m_pen->text({at.rule, top + m_type.line - 3}, rule, m_type.label, {Role::muted}, 0, Align::right);
        m_y += height;
        m_pen->rule({at.icon, m_y}, {place().right(), m_y}, {{Role::line}, 0.7});
    }

    void drawNothing() {
        m_pen->symbol({place().x + 6, m_y + 9}, 12, "check", {Role::good});
        m_pen->text({place().x + 18, m_y + 13}, "Nothing to say about this plan: every check passes.", m_type.body,
                    {Role::ink});
        m_y += 30;
    }

    void drawExceptions() {
        for (std::size_t i = 0; i < m_report.exceptions.size(); ++i) {
            const HealthException& each = m_report.exceptions[i];
            std::string why = each.reason;
            if (!each.by.empty()) why += (why.empty() ? "" : " ") + ("(" + each.by + ")");
            if (each.until) why += " until " + base::toWords(*each.until);
            const double height = heightOf(each.sentence, why);
            const bool isNew = need(i == 0 ? height + 14 : height);
            if (i == 0 || isNew) drawHead(i == 0 ? "Accepted" : "Accepted, continued", "Why, and until when");
            drawRow("check", Role::muted, each.sentence, why, each.ruleId, height, {});
        }
        m_y += 14;
    }

    void drawOwnRules() {
        std::string text = "Judged otherwise in this plan: ";
        for (std::size_t i = 0; i < m_report.ownRules.size(); ++i) text += (i == 0 ? "" : "; ") + m_report.ownRules[i];
        text += ".";
        constexpr std::size_t most = 40;
        const double height = m_pen->heightOf(text, m_type.label, place().width, most, m_type.label.size + 3.5);
        need(height);
        m_y += m_pen->paragraph({place().x, m_y}, text, m_type.label, {Role::muted}, place().width, most,
                                m_type.label.size + 3.5);
    }

    const HealthReport& m_report;
    const PageFrame& m_frame;
    const TextMeasure& m_measure;
    Type m_type;
    std::optional<PagePen> m_pen;
    double m_y = 0;
    std::vector<SheetContent> m_sheets;
};

} // namespace

std::vector<Page> healthPages(const model::Model& model, const HealthReport& report, const PageSetup& setup,
                              const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"How healthy is this plan, and what would mend it?", "Plan health", {}},
                          measure);
    return frame.framed(HealthSheets(report, frame, measure).finish());
}

} // namespace flowspine::view
