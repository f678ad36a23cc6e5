#include "view/roadmap_card.h"

#include "model/naming.h"
#include "view/roadmap_marks.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

namespace {

constexpr double padding = 12;
constexpr double icon = 14;

std::string iconOf(model::RoadmapItemType type) {
    switch (type) {
    case model::RoadmapItemType::experiment: return "experiment";
    case model::RoadmapItemType::change: return "swap";
    case model::RoadmapItemType::enabler: return "commit";
    case model::RoadmapItemType::decision: break;
    }
    return "decision";
}

std::string awayText(Date date, Date today) {
    const int days = date.days - today.days;
    if (days == 0) return "today";
    const std::string count = std::to_string(std::abs(days)) + (std::abs(days) == 1 ? " day" : " days");
    return days > 0 ? "in " + count : count + " ago";
}

std::optional<double> newestReading(const model::Model& model, const model::Measure& measure) {
    const model::Reading* newest = nullptr;
    model.forEach(measure.readings, [&](const model::Reading& reading) {
        if (reading.date && reading.value && (newest == nullptr || *newest->date <= *reading.date)) newest = &reading;
    });
    return newest == nullptr ? std::nullopt : newest->value;
}

class CardDrawing {
  public:
    CardDrawing(PictureBuilder& to, const model::Model& model, const RoadmapBoardOptions& options,
                const RoadmapEntry& entry, const Rect& rect)
        : m_to(to), m_model(model), m_options(options), m_entry(entry), m_item(*entry.item), m_rect(rect),
          m_left(rect.x + padding), m_right(rect.right() - padding) {}

    void draw() {
        m_to.setEntity(m_item.id);
        drawFrame();
        m_to.area(m_rect, m_item.id, "card", std::string(model::nameOf(m_item.horizon)));
        drawHeader();
        const std::string title = m_item.title.empty() ? "Unnamed item" : m_item.title;
        m_to.text("title", {m_left, m_rect.y + 44.5}, title, type::bodyStrong,
                  {m_item.title.empty() ? Role::muted : Role::ink}, m_right - m_left);
        if (m_entry.measure != nullptr)
            drawMeasure();
        else
            drawMissing();
        const double rule = m_rect.y + 112.5;
        m_to.line("rule", {{m_left, rule}, {m_right, rule}}, {{Role::line}, 1});
        drawReview(m_rect.y + 130);
        drawSpine(m_rect.y + 149);
        m_to.setEntity({});
    }

  private:
    void drawFrame() {
        const bool isStrong = m_options.selection.contains(m_item.id) || m_options.highlight.contains(m_item.id);
        const bool isHovered = m_options.hover == m_item.id;
        Shape& box = m_to.box("card", m_rect, {Role::paper},
                              {isStrong    ? Paint{Role::accent}
                               : isHovered ? Paint{Role::ink, 45}
                                           : Paint{Role::line},
                               isStrong ? 2.0 : 1.0},
                              6);
        box.altText = m_item.title + ", " + std::string(model::labelOf(m_item.type)) + ", " +
                      std::string(model::labelOf(m_item.horizon)) + ", " + std::string(model::labelOf(m_item.status));
        box.tip = m_item.title;
        if (isHovered) m_to.symbol("grip", {m_rect.x, m_rect.center().y - 8, 12, 16}, "drag-grip", {Role::muted});
    }

    void drawHeader() {
        const double baseline = m_rect.y + 22;
        m_to.symbol("type.icon", {m_left, m_rect.y + 11, icon, icon}, iconOf(m_item.type), {Role::muted});
        double x = m_left + 20;
        x += m_to.text("type", {x, baseline}, model::labelOf(m_item.type), type::captionMedium, {Role::muted});
        const std::string state(model::labelOf(m_item.status));
        const double width = m_to.measure().width(state, type::captionMedium);
        m_to.text("state", {m_right, baseline}, state, type::captionMedium, {Role::ink}, 0, Align::right);
        drawStateMark(m_to, "state.mark", {m_right - width - 9, baseline - 4}, m_item.status);
        std::string waits;
        m_model.forEach(m_item.dependsOn, [&](const model::RoadmapItem& other) {
            waits += (waits.empty() ? "·  waits for " : ", ") + other.title;
        });
        const double room = m_right - width - 24 - x - 8;
        if (room > 40) m_to.text("waits", {x + 8, baseline}, waits, type::caption, {Role::muted}, room);
    }

    void drawMeasure() {
        const double baseline = m_rect.y + 69;
        const double room = m_right - m_left;
        const double value = m_to.text("change", {m_right, baseline}, m_entry.change, type::bodyStrong, {Role::ink},
                                       room * 0.6, Align::right);
        m_to.text("measure", {m_left, baseline}, m_entry.measureName, type::caption, {Role::muted},
                  std::max(room - value - 10, 20.0));
        drawRange(m_rect.y + 85, m_left + 6, m_right - 6);
    }

    // From baseline to target, with where it stands now.
    void drawRange(double y, double left, double right) {
        const model::Measure& measure = *m_entry.measure;
        const auto number = [](double value) { return model::numberText(std::round(value * 10) / 10); };
        if (!measure.baseline || !measure.target || *measure.baseline == *measure.target) {
            const std::string words = !measure.baseline ? "No starting point yet" : "No target yet";
            m_to.text("range.missing", {m_left, y + 12}, words, type::caption, {Role::warn}, m_right - m_left);
            return;
        }
        const double from = *measure.baseline;
        const double span = *measure.target - from;
        m_to.line("range", {{left, y}, {right, y}}, {{Role::line}, 1});
        m_to.line("range.start", {{left, y - 5}, {left, y + 5}}, {{Role::muted}, 1.5});
        m_to.box("range.target", {right - 4, y - 4, 8, 8}, {Role::paper}, {{Role::ink}, 1.5}, 0, Outline::ellipse);
        const double labelY = y + 17;
        const double started = m_to.text("range.from", {m_left, labelY}, number(from), type::caption, {Role::muted});
        const double ended = m_to.text("range.to", {m_right, labelY}, "target " + number(*measure.target),
                                       type::caption, {Role::muted}, 0, Align::right);
        const auto now = newestReading(m_model, measure);
        if (!now) return;
        const double x = std::clamp(left + (right - left) * (*now - from) / span, left, right);
        m_to.box("range.now", {x - 4, y - 4, 8, 8}, {Role::ink}, {{Role::none}, 0}, 0, Outline::ellipse);
        const std::string words = "now " + number(*now);
        const double width = m_to.measure().width(words, type::captionMedium);
        const double lowest = m_left + started + 6;
        const double highest = m_right - ended - 6 - width;
        if (lowest <= highest)
            m_to.text("range.words", {std::clamp(x - width / 2, lowest, highest), labelY}, words, type::captionMedium,
                      {Role::ink});
    }

    void drawMissing() {
        const double baseline = m_rect.y + 71;
        m_to.symbol("missing.icon", {m_left, baseline - 11, icon, icon}, "error", {Role::bad});
        const std::string action = "Link a measure";
        const double width = m_to.measure().width(action, type::captionMedium);
        m_to.text("missing", {m_left + 20, baseline}, "No number will tell whether it worked.", type::caption,
                  {Role::bad}, std::max(m_right - m_left - 20 - width - 10, 20.0));
        m_to.text("missing.action", {m_right, baseline}, action, type::captionMedium, {Role::accent}, 0, Align::right);
        m_to.area({m_right - width - 4, baseline - 14, width + 8, 20}, m_item.id, "link-measure");
        if (!m_item.willResultIn.empty() || !m_entry.change.empty())
            m_to.text("expects", {m_left, baseline + 20}, m_entry.change.empty() ? m_item.willResultIn : m_entry.change,
                      type::caption, {Role::muted}, m_right - m_left);
    }

    void drawReview(double baseline) {
        m_to.symbol("review.icon", {m_left, baseline - 11, icon, icon}, "calendar", {Role::muted});
        double x = m_left + 20;
        const double half = (m_right - m_left) * 0.55;
        if (m_item.reviewDate) {
            const bool isDue = *m_item.reviewDate < m_options.today;
            x += m_to.text("review", {x, baseline}, base::toWords(*m_item.reviewDate), type::caption,
                           {isDue ? Role::bad : Role::ink});
            const std::string away = awayText(*m_item.reviewDate, m_options.today);
            if (x + 8 + m_to.measure().width(away, type::caption) < m_left + half)
                x += 8 + m_to.text("review.away", {x + 8, baseline}, away, type::caption, {Role::muted});
        } else {
            x += m_to.text("review", {x, baseline}, "No review date", type::caption, {Role::warn}) + 6;
            const double set =
                m_to.text("review.action", {x, baseline}, "Set one", type::captionMedium, {Role::accent});
            m_to.area({x - 3, baseline - 14, set + 6, 20}, m_item.id, "set-review");
            x += set;
        }
        const bool hasOwner = !m_entry.ownerName.empty();
        const std::string owner = hasOwner ? m_entry.ownerName : "Nobody owns it";
        const double room = m_right - x - 12 - (hasOwner ? 14 : 0);
        if (room < 24) return;
        const double width = m_to.text("owner", {m_right, baseline}, owner, type::caption,
                                       {hasOwner ? Role::ink : Role::warn}, room, Align::right);
        if (hasOwner)
            m_to.box("owner.tint", {m_right - width - 14, baseline - 8, 8, 8}, m_entry.tint, {{Role::none}, 0}, 2);
    }

    void drawSpine(double baseline) {
        const std::string sure =
            m_item.confidence ? model::numberText(std::round(*m_item.confidence)) + " % sure" : "not rated";
        const double width = m_to.measure().width(sure, type::caption);
        m_to.text("confidence", {m_right, baseline}, sure, type::caption, {Role::muted}, 0, Align::right);
        const Rect place{m_left, baseline - 11, icon, icon};
        if (m_entry.lock == SpineLock::none)
            m_to.line("spine.none", {{m_left + 2, baseline - 4}, {m_left + 12, baseline - 4}}, {{Role::muted}, 1.5});
        else
            drawLock(m_to, "spine.lock", place, m_entry.lock);
        const std::string words = m_entry.lock == SpineLock::none ? "No spine item touched" : m_entry.spineText;
        const Paint paint = m_entry.lock == SpineLock::closed ? Paint{Role::bad}
                            : m_entry.lock == SpineLock::open ? Paint{Role::ink}
                                                              : Paint{Role::muted};
        m_to.text("spine", {m_left + 20, baseline}, words, type::caption, paint,
                  std::max(m_right - width - 10 - m_left - 20, 20.0));
    }

    PictureBuilder& m_to;
    const model::Model& m_model;
    const RoadmapBoardOptions& m_options;
    const RoadmapEntry& m_entry;
    const model::RoadmapItem& m_item;
    Rect m_rect;
    double m_left;
    double m_right;
};

} // namespace

void drawRoadmapCard(PictureBuilder& to, const model::Model& model, const RoadmapBoardOptions& options,
                     const RoadmapEntry& entry, const Rect& rect) {
    CardDrawing(to, model, options, entry, rect).draw();
}

void drawOpenConstraint(PictureBuilder& to, const model::Constraint& constraint, const Rect& rect) {
    const double left = rect.x + padding;
    const double right = rect.right() - padding;
    to.setEntity(constraint.id);
    to.box("ghost", rect, {Role::none}, {{Role::muted, 55}, 1, Dash::dashed}, 6).altText =
        "Nobody is working on " + constraint.title;
    to.symbol("icon", {left, rect.y + 11, icon, icon}, "constraint", {Role::muted});
    const std::string missing = "no roadmap item";
    const double width = to.measure().width(missing, type::captionStrong);
    to.text("missing", {right, rect.y + 22}, missing, type::captionStrong, {Role::bad}, 0, Align::right);
    to.symbol("missing.icon", {right - width - 19, rect.y + 11, icon, icon}, "error", {Role::bad});
    to.text("kind", {left + 20, rect.y + 22},
            "Constraint, severity " + std::to_string(static_cast<int>(constraint.severity.value_or(0))),
            type::captionMedium, {Role::muted}, std::max(right - width - 30 - left - 20, 20.0));
    to.text("title", {left, rect.y + 45}, "Nobody is working on “" + constraint.title + "”.", type::bodyStrong,
            {Role::ink}, right - left);
    const std::string action = "Create an experiment";
    const double actionWidth = std::min(38 + to.measure().width(action, type::captionMedium), right - left);
    const Rect button{left, rect.y + 58, actionWidth, 24};
    to.box("action", button, {Role::paper}, {{Role::line}, 1}, 6);
    to.symbol("action.icon", {button.x + 8, button.y + 5, icon, icon}, "experiment", {Role::ink});
    to.text("action.words", {button.x + 28, button.y + 16}, action, type::captionMedium, {Role::ink}, actionWidth - 34);
    to.area(rect, constraint.id, "constraint");
    to.area(button, constraint.id, "add-experiment");
    to.setEntity({});
}

} // namespace flowspine::view
