#include "view/measure_chart.h"

#include "model/naming.h"
#include "view/card_parts.h"
#include "view/measure_doubts.h"
#include "view/measure_plot.h"
#include "view/row_packing.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

using model::Id;
using model::Measure;
using model::Reading;

constexpr double margin = 24;
constexpr double listWidth = 260;
constexpr double listLine = 28;
constexpr double rowHeight = 26;
constexpr double barHeight = 20;
constexpr double typeHeight = 32;

// Something that happened or will happen to a measure.
struct ChartMark {
    AnyId id;
    std::string words;
    std::optional<base::Date> from;
    std::optional<base::Date> to;     // of a roadmap item
    std::optional<base::Date> review; // on which it is looked at
};

std::vector<ChartMark> marksOf(const model::Model& model, const Measure& measure) {
    std::vector<ChartMark> marks;
    model.forEach(model.plan().roadmap, [&](const model::RoadmapItem& item) {
        if (!item.measures.contains(Id<Measure>(measure.id))) return;
        if (!item.start && !item.end && !item.reviewDate) return;
        marks.push_back({item.id, model::shortName(model, item.id), item.start, item.end, item.reviewDate});
    });
    model.forEach(model.plan().cadences, [&](const model::Cadence& cadence) {
        model.forEach(cadence.reviews, [&](const model::Review& review) {
            bool isAboutIt = false;
            model.forEach(review.items, [&](const model::ReviewedItem& reviewed) {
                const model::RoadmapItem* item = model.find(reviewed.item);
                isAboutIt = isAboutIt || (item && item->measures.contains(Id<Measure>(measure.id)));
            });
            if (isAboutIt && review.date)
                marks.push_back({review.id, model::shortName(model, cadence.id), {}, {}, review.date});
        });
    });
    return marks;
}

class MeasureChart {
  public:
    MeasureChart(const model::Model& model, const model::ModelIndex& index, const MeasureChartOptions& options,
                 const Measure& measure, const TextMeasure& text)
        : m_model(model), m_index(index), m_options(options), m_measure(measure), m_to(text),
          m_standing(standingOf(model, measure)), m_marks(marksOf(model, measure)), m_hasList(options.width >= 820),
          m_left(m_hasList ? margin + listWidth + margin : margin), m_width(options.width - m_left - margin) {}

    Picture draw() {
        double bottom = m_hasList ? drawList() : 0;
        double y = drawHead(16);
        y = drawDoubts(y);
        const PlotScale scale = drawPlot(y);
        y = drawMarks(scale, scale.plot.bottom() + 24);
        y = drawReadings(y + 8);
        bottom = std::max({bottom, y, m_options.viewportHeight});
        return m_to.finish({0, 0, m_options.width, bottom});
    }

  private:
    double drawList() {
        double y = 16;
        m_model.forEach(m_model.plan().outcomes, [&](const model::Outcome& outcome) {
            if (outcome.measures.isEmpty()) return;
            m_to.setEntity(outcome.id);
            lineText(m_to, "list", {margin, y, listWidth, 24}, model::shortName(m_model, outcome.id),
                     type::captionStrong, {Role::muted});
            y += 24;
            m_model.forEach(outcome.measures, [&](const Measure& each) {
                drawListLine(each, {margin, y, listWidth, listLine});
                y += listLine;
            });
            y += 8;
        });
        m_to.setEntity({});
        m_to.line("list.edge", {{m_left - margin / 2, 0}, {m_left - margin / 2, std::max(y, m_options.viewportHeight)}},
                  {{Role::line}, 1});
        return y;
    }

    void drawListLine(const Measure& each, const Rect& line) {
        const bool isShown = each.id == m_measure.id;
        m_to.setEntity(each.id);
        const Rect box{line.x - 8, line.y, line.width + 8, line.height};
        if (isShown) m_to.box("list.shown", box, {Role::accent, 8, Role::ground}, {{Role::none}, 0}, 4);
        const MeasureStanding standing = standingOf(m_model, each);
        m_to.box("list.tone", {line.x, line.center().y - 4, 8, 8}, {standing.tone}, {{Role::none}, 0}, 0,
                 Outline::ellipse);
        std::string now;
        if (!standing.readings.empty()) now = plotNumber(standing.readings.back().value, each.unit);
        const double right = lineText(m_to, "list.now", {line.x, line.y, line.width - 8, line.height}, now,
                                      type::caption, {Role::muted}, Align::right);
        lineText(m_to, "list.name", {line.x + 16, line.y, line.width - 32 - right, line.height},
                 model::shortName(m_model, each.id), isShown ? type::bodyMedium : type::body, {Role::ink});
        m_to.setEntity({});
        if (!isShown) m_to.area(box, each.id, "measure");
    }

    double drawHead(double y) {
        m_to.setEntity(m_measure.id);
        const Rect line{m_left, y, m_width, 28};
        const std::string name = model::shortName(m_model, m_measure.id);
        lineText(m_to, "name", line, name, type::headline, {Role::ink});
        m_to.picture().shapes.back().altText = "Measure " + visible(name, 200) + ", " + visible(m_standing.words, 200);
        m_to.area(line, m_measure.id, "measure");
        std::string words;
        const auto say = [&](const std::string& each) {
            if (!each.empty()) words += (words.empty() ? "" : " · ") + each;
        };
        say(m_measure.kind == model::MeasureKind::unstated ? "" : std::string(labelOf(m_measure.kind)));
        say(m_measure.direction == model::Direction::unstated ? "" : std::string(labelOf(m_measure.direction)));
        say(m_measure.unit);
        if (m_measure.frequency) say(base::toWords(*m_measure.frequency));
        if (const model::Role* owner = m_model.find(m_measure.owner)) say(owner->name);
        if (const model::Outcome* outcome = m_model.find(m_index.ownerOfType<model::Outcome>(m_measure.id)))
            say("of “" + outcome->title + "”");
        lineText(m_to, "facts", {m_left, y + 28, m_width, 20}, words, type::body, {Role::muted});
        lineText(m_to, "words", {m_left, y + 50, m_width, 20}, m_standing.words, type::bodyMedium, {m_standing.tone});
        m_to.setEntity({});
        return y + 80;
    }

    double drawDoubts(double y) {
        std::size_t number = 0;
        for (const MeasureDoubt& doubt : doubtsAbout(m_model, m_measure)) {
            drawIconWords(m_to, "doubt." + std::to_string(number++), {m_left, y, m_width, 20},
                          {"warning", doubt.sentence, type::body}, {Role::bad});
            y += 22;
        }
        return y;
    }

    PlotScale drawPlot(double y) {
        MeasurePlotStyle style;
        style.width = m_width;
        style.height = std::clamp(m_options.viewportHeight * 0.42, 160.0, 420.0);
        style.sideLeft = 56;
        style.sideRight = 56;
        style.inset = 16;
        style.hasGrid = true;
        for (const ChartMark& mark : m_marks)
            for (const auto& day : {mark.from, mark.to, mark.review})
                if (day && hasPeriod()) style.days.push_back(*day);
        const Rect card{m_left, y, m_width, style.height + 24};
        m_to.box("chart", card, {Role::paper}, {{Role::line}, 1}, cardRadius);
        m_to.setEntity(m_measure.id);
        const PlotScale scale = drawMeasurePlot(m_to, {m_left, y + 4}, style, m_measure, m_standing, m_options.today);
        if (m_standing.readings.empty() && !m_measure.baseline && !m_measure.target)
            lineText(m_to, "nothing", card, "No baseline, no target and no reading yet", type::body, {Role::muted},
                     Align::center);
        m_to.setEntity({});
        return scale;
    }

    // Marks of a measure without any day of its own would be a scale of their own.
    [[nodiscard]] bool hasPeriod() const {
        return m_measure.baselineDate || m_measure.targetDate || !m_standing.readings.empty();
    }

    // Roadmap items as bars on the plot's days, reviews as upright lines through the plot.
    double drawMarks(const PlotScale& scale, double y) {
        if (m_marks.empty() || !hasPeriod()) return y;
        std::vector<PackedInterval> spans;
        std::vector<Rect> bars;
        for (const ChartMark& mark : m_marks) {
            const base::Date first = *std::min({mark.from, mark.to, mark.review}, [](const auto& a, const auto& b) {
                return a.value_or(base::Date{INT32_MAX}) < b.value_or(base::Date{INT32_MAX});
            });
            const base::Date last = mark.to.value_or(mark.review.value_or(first));
            const double x = scale.xOf(first);
            const double right = std::max(x + 8, scale.xOf(last));
            bars.push_back({x, 0, right - x, barHeight});
            // The words stand in the bar and go on to its right, or end at its left where the plot ends too soon.
            const double words = m_to.measure().width(visible(mark.words, 200), type::caption) + 16;
            const bool isLeft = x + words > m_options.width - margin && x - words > m_left;
            spans.push_back(isLeft ? PackedInterval{x - words, right} : PackedInterval{x, std::max(right, x + words)});
        }
        const std::vector<std::size_t> rows = packIntoRows(spans, 12);
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            const ChartMark& mark = m_marks[i];
            Rect bar = bars[i];
            bar.y = y + static_cast<double>(rows[i]) * (barHeight + 6);
            m_to.setEntity(mark.id);
            if (mark.from || mark.to)
                m_to.box("bar", bar, {Role::accent, 18, Role::ground}, {{Role::accent, 55}, 1}, 4).altText =
                    "On the roadmap: " + visible(mark.words, 200);
            if (mark.review) {
                const double x = scale.xOf(*mark.review);
                Shape& line = m_to.line("review", {{x, scale.plot.y}, {x, scale.plot.bottom()}},
                                        {{Role::accent, 70}, 1, Dash::dashed});
                line.tip = "Review on " + base::toWords(*mark.review);
                m_to.box("review.end", {x - 4, scale.plot.bottom() - 4, 8, 8}, {Role::paper}, {{Role::accent}, 1.25}, 0,
                         Outline::lozenge);
            }
            const bool isLeft = spans[i].start < bar.x;
            const double from = isLeft ? spans[i].start : bar.x + 8;
            const double to = isLeft ? bar.x - 8 : m_options.width - margin;
            lineText(m_to, "words", {from, bar.y, std::max(0.0, to - from), barHeight}, mark.words, type::caption,
                     {Role::ink}, isLeft ? Align::right : Align::left);
            m_to.setEntity({});
            m_to.area(
                {spans[i].start, bar.y, std::min(spans[i].end, m_options.width - margin) - spans[i].start, barHeight},
                mark.id, "chip");
        }
        return y + static_cast<double>(rowCount(rows)) * (barHeight + 6);
    }

    double drawReadings(double y) {
        const Rect head{m_left, y, m_width, 28};
        const double width = lineText(m_to, "readings", head, "Readings", type::bodyStrong, {Role::ink});
        lineText(m_to, "readings.count", {head.x + width + 8, y, 60, 28}, std::to_string(m_measure.readings.size()),
                 type::body, {Role::muted});
        const Rect button = drawButton(m_to, "import", {head.right(), y + 2}, "folder", "Import CSV…");
        m_to.area(button, m_measure.id, "import");
        y += 32;
        const Rect line{m_left, y, m_width, typeHeight};
        m_to.box("type", line, {Role::none}, {{Role::line}, 1, Dash::dashed}, cardRadius).altText = "Add a reading";
        m_to.symbol("type.icon", {line.x + 12, line.y + 8, 16, 16}, "add", {Role::muted});
        lineText(m_to, "type.words", {line.x + 36, line.y, line.width - 48, line.height},
                 "Type a value, or a date and a value; paste a block of them", type::body, {Role::muted});
        m_to.area(line, m_measure.id, "reading");
        y += typeHeight + 4;
        for (const Reading* reading : newestFirst()) {
            drawReading(*reading, {m_left, y, m_width, rowHeight});
            y += rowHeight;
        }
        return y + 16;
    }

    [[nodiscard]] std::vector<const Reading*> newestFirst() const {
        std::vector<const Reading*> readings;
        m_model.forEach(m_measure.readings, [&](const Reading& reading) { readings.push_back(&reading); });
        std::stable_sort(readings.begin(), readings.end(), [](const Reading* a, const Reading* b) {
            if (a->date.has_value() != b->date.has_value()) return !a->date.has_value();
            return a->date && b->date && *b->date < *a->date;
        });
        return readings;
    }

    void drawReading(const Reading& reading, const Rect& line) {
        const bool isSelected =
            std::find(m_options.selection.begin(), m_options.selection.end(), reading.id) != m_options.selection.end();
        m_to.setEntity(reading.id);
        if (isSelected) m_to.box("row", line, {Role::accent, 8, Role::ground}, {{Role::none}, 0}, 4);
        m_to.line("rule", {{line.x, line.bottom()}, {line.right(), line.bottom()}},
                  {{Role::line, 60, Role::ground}, 1});
        const std::string date = reading.date ? base::toWords(*reading.date) : "no date";
        const std::string value = reading.value ? model::numberText(*reading.value) : "no value";
        lineText(m_to, "row.date", {line.x + 12, line.y, 110, line.height}, date, type::body,
                 {reading.date ? Role::ink : Role::bad});
        lineText(m_to, "row.value", {line.x + 130, line.y, 90, line.height}, value, type::bodyStrong,
                 {reading.value ? Role::ink : Role::bad}, Align::right);
        std::string words = reading.notes;
        if (reading.valueEvidence != model::Evidence::unstated)
            words = std::string(labelOf(reading.valueEvidence)) + (words.empty() ? "" : "; " + words);
        lineText(m_to, "row.notes", {line.x + 244, line.y, std::max(0.0, line.width - 256), line.height}, words,
                 type::body, {Role::muted});
        m_to.setEntity({});
        m_to.area(line, reading.id, "reading-row");
    }

    const model::Model& m_model;
    const model::ModelIndex& m_index;
    const MeasureChartOptions& m_options;
    const Measure& m_measure;
    PictureBuilder m_to;
    MeasureStanding m_standing;
    std::vector<ChartMark> m_marks;
    bool m_hasList;
    double m_left;
    double m_width;
};

} // namespace

Id<Measure> shownMeasure(const model::Model& model, const Id<Measure>& wanted) {
    if (model.find(wanted)) return wanted;
    Id<Measure> first;
    model.forEach(model.plan().outcomes, [&](const model::Outcome& outcome) {
        model.forEach(outcome.measures, [&](const Measure& measure) {
            if (first.isEmpty()) first = Id<Measure>(measure.id);
        });
    });
    return first;
}

Picture measureChart(const model::Model& model, const model::ModelIndex& index, const MeasureChartOptions& options,
                     const TextMeasure& text) {
    if (const Measure* measure = model.find(shownMeasure(model, options.measure)))
        return MeasureChart(model, index, options, *measure, text).draw();
    PictureBuilder to(text);
    const double middle = options.viewportHeight / 2;
    lineText(to, "none", {margin, middle - 28, options.width - 2 * margin, 28}, "No measure yet", type::headline,
             {Role::ink}, Align::center);
    lineText(to, "none.hint", {margin, middle + 4, options.width - 2 * margin, 24},
             "Give an outcome a measure on its card: how would anybody tell?", type::body, {Role::muted},
             Align::center);
    return to.finish({0, 0, options.width, options.viewportHeight});
}

} // namespace flowspine::view
