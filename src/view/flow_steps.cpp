#include "view/flow_steps.h"

#include "view/time_text.h"

#include <algorithm>

namespace flowspine::view {

using namespace model;

namespace {

constexpr TextStyle eventStyle{11, 400};
constexpr double eventNameLine = 12;
constexpr double handleSize = 10;
constexpr double comparedReach = 26; // of times before and after, to the left and right of a lozenge
constexpr Stroke noStroke{{Role::none}, 0};

bool isEvent(StepType type) {
    return type == StepType::start || type == StepType::end;
}

double widest(const TextMeasure& measure, const std::vector<std::string>& lines, const TextStyle& style) {
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, measure.width(line, style));
    return width;
}

std::string titleOf(const FlowStepFacts& facts) {
    return facts.title.empty() ? "No name yet" : facts.title;
}

// "Check zoning, task, Planning, waits 10 d, works 45 min"
std::string spokenText(const FlowContents& contents, const FlowStepFacts& facts) {
    const Step& step = *facts.step;
    std::string type(labelOf(step.type));
    std::transform(type.begin(), type.end(), type.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::string text = facts.title.empty() ? type : facts.title + ", " + type;
    if (const Team* team = contents.model.find(step.team)) text += ", " + team->name;
    if (step.waitTime) text += ", waits " + timeText(*step.waitTime, contents.hoursPerDay);
    if (step.processTime) text += ", works " + timeText(*step.processTime, contents.hoursPerDay);
    return text;
}

class StepDrawing {
  public:
    StepDrawing(PictureBuilder& builder, const FlowContents& contents, std::size_t place)
        : m_builder(builder), m_contents(contents), m_facts(contents.steps[place]), m_step(*m_facts.step),
          m_rect(contents.layout.boxes[place]), m_tint(contents.tints.of(m_step.team)) {}

    void draw() {
        m_builder.setEntity(m_step.id);
        switch (m_step.type) {
        case StepType::start:
        case StepType::end: drawEvent(); break;
        case StepType::andSplit:
        case StepType::andJoin:
        case StepType::exclusive: drawGateway(); break;
        case StepType::decision: drawDecision(); break;
        case StepType::task:
        case StepType::wait: drawTask(); break;
        }
        if (m_contents.options.hover == m_step.id) drawHover();
        m_builder.setEntity({});
    }

  private:
    [[nodiscard]] const FlowScale& scale() const { return m_contents.scale; }
    // Far out a box is its colour.
    [[nodiscard]] Paint fill() const {
        if (!m_step.team) return {Role::paper};
        return {m_tint, static_cast<std::uint8_t>(scale().isFar() ? 60 : 13)};
    }
    [[nodiscard]] TextStyle nameStyle() const { return {scale().nameSize(), 600}; }
    [[nodiscard]] TextStyle numberStyle() const { return {scale().numberSize(), 400}; }
    [[nodiscard]] double nameLine() const { return scale().nameSize() * 13 / 11; }
    [[nodiscard]] Stroke border(double width) const {
        const bool isLit = m_contents.isHighlighted(m_step.id);
        if (scale().isFar()) width = scale().px(0.75 * width);
        return {isLit ? Paint{Role::accent} : Paint{m_tint, 70}, isLit ? scale().px(1.5) : width,
                isLit || m_step.type == StepType::wait || !m_step.team ? Dash::dashed : Dash::solid};
    }

    void finish(Shape& shape) {
        shape.altText = spokenText(m_contents, m_facts);
        shape.tip = m_facts.title;
    }

    void drawTask() {
        const double radius = m_step.type == StepType::wait ? m_rect.height / 2 : 6;
        finish(m_builder.box("box", m_rect, fill(), border(1), radius));
        if (m_contents.isThumbnail() || !scale().hasNames()) return;
        const double left = m_step.type == StepType::wait ? 18 : 8;
        auto lines =
            wrapped(m_builder.measure(), titleOf(m_facts), nameStyle(), m_rect.width - left - 6, scale().nameLines());
        const double first = m_rect.y + firstBaseline(lines.size());
        name(std::move(lines), {m_rect.x + left, first}, Align::left);
        if (!scale().hasTimes()) return;
        if (m_contents.isComparing()) {
            drawPair("wait", m_rect.x + left, m_rect.right() - left, m_rect.bottom() - 24, &Step::waitTime);
            drawPair("process", m_rect.x + left, m_rect.right() - left, m_rect.bottom() - 9, &Step::processTime);
        } else {
            drawTimes(m_rect.x + left, m_rect.right() - 8, m_rect.bottom() - 10);
        }
    }

    // Of a name in a box, above the times where there are any.
    [[nodiscard]] double firstBaseline(std::size_t lines) const {
        if (scale().isFull()) return lines <= 1 ? 24 : lines == 2 ? 19 : 14.5;
        const double below = scale().hasTimes() ? 22 : 0;
        const double height = nameLine() * static_cast<double>(lines);
        return std::max((m_rect.height - below - height) / 2, 2.0) + baselineOffset(nameStyle().size, nameLine());
    }

    void drawDecision() {
        finish(m_builder.box("box", m_rect, fill(), border(1.25), 0, Outline::lozenge));
        if (m_contents.isThumbnail() || !scale().hasNames()) return;
        // One long word may reach to the corners of the lozenge.
        const std::size_t most = std::min<std::size_t>(scale().nameLines(), 2);
        auto lines = wrapped(m_builder.measure(), titleOf(m_facts), nameStyle(), scale().isFull() ? 84 : 94, most);
        if (lines.size() > 1) lines = wrapped(m_builder.measure(), titleOf(m_facts), nameStyle(), 64, most);
        const Point center = m_rect.center();
        const double raised = lines.size() > 1 ? -nameLine() / 5.2 : scale().nameSize() * 4 / 11;
        name(std::move(lines), {center.x, center.y + raised}, Align::center);
        if (!scale().hasTimes()) return;
        if (m_contents.isComparing()) {
            drawPair("wait", m_rect.x - comparedReach, center.x - 12, m_rect.bottom() - 2, &Step::waitTime);
            drawPair("process", center.x + 14, m_rect.right() + comparedReach, m_rect.bottom() - 2, &Step::processTime);
        } else {
            drawTimes(m_rect.x - 2, m_rect.right() + 2, m_rect.bottom() - 2);
        }
    }

    [[nodiscard]] double edge(double width) const { return scale().isFar() ? scale().px(width * 0.8) : width; }

    void drawGateway() {
        const bool isLit = m_contents.isHighlighted(m_step.id);
        finish(m_builder.box("box", m_rect, {Role::paper}, {{isLit ? Role::accent : Role::ink}, isLit ? 2 : edge(1.5)},
                             0, Outline::lozenge));
        if (scale().isFar()) return;
        const Point c = m_rect.center();
        const Stroke stroke{{Role::ink}, 2.5};
        const double reach = m_step.type == StepType::exclusive ? 4.5 : 6;
        if (m_step.type == StepType::exclusive) {
            m_builder.line("mark1", {{c.x - reach, c.y - reach}, {c.x + reach, c.y + reach}}, stroke);
            m_builder.line("mark2", {{c.x - reach, c.y + reach}, {c.x + reach, c.y - reach}}, stroke);
        } else {
            m_builder.line("mark1", {{c.x - reach, c.y}, {c.x + reach, c.y}}, stroke);
            m_builder.line("mark2", {{c.x, c.y - reach}, {c.x, c.y + reach}}, stroke);
        }
    }

    void drawEvent() {
        const double width = edge(m_step.type == StepType::end ? 3 : 1.5);
        const bool isLit = m_contents.isHighlighted(m_step.id);
        finish(m_builder.box("box", m_rect, {Role::paper}, {{isLit ? Role::accent : Role::ink}, width}, 0,
                             Outline::ellipse));
        if (m_contents.isThumbnail() || m_facts.title.empty() || !scale().hasTimes()) return;
        auto lines = wrapped(m_builder.measure(), m_facts.title, eventStyle, m_facts.titleWidth, 2);
        Label label{{m_rect.center().x, m_rect.bottom() + 13},
                    std::move(lines),
                    eventStyle,
                    eventNameLine,
                    Align::center,
                    {Role::muted},
                    0};
        label.width = widest(m_builder.measure(), label.lines, eventStyle);
        m_builder.add("name", std::move(label)).tip = m_facts.title;
    }

    void name(std::vector<std::string> lines, Point anchor, Align align) {
        TextStyle style = nameStyle();
        style.isItalic = m_facts.title.empty();
        Label label{
            anchor, std::move(lines), style, nameLine(), align, {m_facts.title.empty() ? Role::muted : Role::ink}, 0};
        label.width = widest(m_builder.measure(), label.lines, style);
        m_builder.add("name", std::move(label));
    }

    // Wait left, process right. A number that is missing beside one that is there shows as a question mark.
    void drawTimes(double left, double right, double baseline) {
        if (!m_step.waitTime && !m_step.processTime) return;
        const double days = m_contents.hoursPerDay;
        m_builder.symbol("wait.icon", {left - 1, baseline - 9, 10, 10}, "hourglass", {Role::muted});
        const double middle = left + (right - left) / 2;
        const std::string wait = m_step.waitTime ? timeText(*m_step.waitTime, days) : "?";
        const double used =
            m_builder.text("wait", {left + 12, baseline}, wait, numberStyle(), {Role::muted}, right - left - 24);
        const double room = std::max(right - (left + 12 + used + 6), right - middle - 30);
        m_builder.text("process", {right, baseline}, m_step.processTime ? timeText(*m_step.processTime, days) : "?",
                       numberStyle(), {Role::muted}, std::max(room, 12.0), Align::right);
    }

    // One time before and after, right-aligned; one number where nothing changed.
    void drawPair(const std::string& part, double left, double right, double baseline,
                  std::optional<Duration> Step::*member) {
        const std::optional<Duration>& after = m_step.*member;
        const auto& known = m_contents.options.comparison.before;
        const auto found = known.find(m_step.id);
        const Step* old = found == known.end() ? nullptr : m_contents.model.find(found->second);
        const std::optional<Duration> before = old != nullptr ? old->*member : std::nullopt;
        if (!before && !after) return;
        const double days = m_contents.hoursPerDay;
        const bool isChanged = old != nullptr && before != after;
        std::string now = after ? timeText(*after, days) : "none";
        std::string then = before ? timeText(*before, days) : "none";
        if (isChanged && before && after) {
            TimePair pair = timePair(*before, *after, days);
            then = std::move(pair.before);
            now = std::move(pair.after);
        }
        const bool isLess = !after || (before && *after < *before);
        const TextStyle style = isChanged ? TextStyle{scale().numberSize(), 600} : numberStyle();
        const Role role = !isChanged ? Role::muted : isLess ? Role::good : Role::warn;
        const double nowWidth = m_builder.measure().width(now, style);
        if (isChanged) then += " → ";
        const double thenWidth = isChanged ? m_builder.measure().width(then, numberStyle()) : 0;
        // Right of a lozenge the words begin at their sign; elsewhere they end at the right.
        const bool isBesideLozenge = m_step.type == StepType::decision;
        if (isBesideLozenge && part == "process") right = left + 14 + thenWidth + nowWidth;
        m_builder.text(part, {right, baseline}, now, style, {role}, 0, Align::right);
        const double start = right - nowWidth - thenWidth;
        if (isChanged) m_builder.text(part + ".before", {start, baseline}, then, numberStyle(), {Role::muted});
        const double x = isBesideLozenge ? start - 14 : left - 1;
        if (part == "wait")
            m_builder.symbol("wait.icon", {x, baseline - 9, 10, 10}, "hourglass", {Role::muted});
        else
            m_builder.box("process.icon", {x + 1.5, baseline - 7.5, 7, 7}, {Role::muted}, noStroke, 1);
    }

    void drawHover() {
        const bool isLozenge = m_step.type == StepType::decision || m_contents.isGateway(indexOf());
        m_builder.box("hover", m_rect, {Role::none}, {{Role::ink}, 1.5}, isLozenge ? 0 : 6,
                      isLozenge              ? Outline::lozenge
                      : isEvent(m_step.type) ? Outline::ellipse
                                             : Outline::rectangle);
        for (const auto& [side, rect] : handlesOf(m_rect)) {
            m_builder.box("handle." + side, rect, {Role::paper}, {{Role::accent}, 1.25}, 0, Outline::ellipse);
            const Point c = rect.center();
            m_builder.line("plus1." + side, {{c.x - 2.5, c.y}, {c.x + 2.5, c.y}}, {{Role::accent}, 1.25});
            m_builder.line("plus2." + side, {{c.x, c.y - 2.5}, {c.x, c.y + 2.5}}, {{Role::accent}, 1.25});
        }
    }

    [[nodiscard]] std::size_t indexOf() const { return static_cast<std::size_t>(&m_facts - m_contents.steps.data()); }

  public:
    [[nodiscard]] static std::array<std::pair<std::string, Rect>, 3> handlesOf(const Rect& rect) {
        const Point c = rect.center();
        const double h = handleSize / 2;
        return {{{"top", {c.x - h, rect.y - h, handleSize, handleSize}},
                 {"right", {rect.right() - h, c.y - h, handleSize, handleSize}},
                 {"bottom", {c.x - h, rect.bottom() - h, handleSize, handleSize}}}};
    }

  private:
    PictureBuilder& m_builder;
    const FlowContents& m_contents;
    const FlowStepFacts& m_facts;
    const Step& m_step;
    Rect m_rect;
    Role m_tint;
};

} // namespace

void drawSelectionRings(PictureBuilder& builder, const FlowContents& contents) {
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const AnyId& id = contents.steps[s].step->id;
        if (!contents.isSelected(id)) continue;
        const Rect& rect = contents.layout.boxes[s];
        builder.setEntity(id);
        builder.box("ring", {rect.x - 4, rect.y - 4, rect.width + 8, rect.height + 8}, {Role::none},
                    {{Role::accent}, 2}, 9);
    }
    builder.setEntity({});
}

void drawSteps(PictureBuilder& builder, const FlowContents& contents) {
    for (std::size_t s = 0; s < contents.steps.size(); ++s) StepDrawing(builder, contents, s).draw();
}

void addStepAreas(PictureBuilder& builder, const FlowContents& contents) {
    for (std::size_t s = 0; s < contents.steps.size(); ++s)
        builder.area(contents.layout.boxes[s], contents.steps[s].step->id, "step");
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const AnyId& id = contents.steps[s].step->id;
        if (contents.options.hover != id) continue;
        for (const auto& [side, rect] : StepDrawing::handlesOf(contents.layout.boxes[s]))
            builder.area({rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6}, id, "handle", side);
    }
}

void occupySteps(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space) {
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const FlowStepFacts& facts = contents.steps[s];
        const Rect& rect = contents.layout.boxes[s];
        const bool isDecision = facts.step->type == StepType::decision;
        if (!contents.isGateway(s) && !isDecision) {
            space.add(rect);
        } else {
            // Lozenges leave their corners free, in slices of 4 px.
            for (double y = 0; y < rect.height; y += 4) {
                const double nearest = std::min(std::abs(y - rect.height / 2), std::abs(y + 4 - rect.height / 2));
                const double half = y < rect.height / 2 && y + 4 > rect.height / 2
                                        ? rect.width / 2
                                        : rect.width / 2 * (1 - nearest / (rect.height / 2));
                space.add(Rect{rect.center().x - half, rect.y + y, 2 * half, 4});
            }
        }
        if (isDecision && (facts.step->waitTime || facts.step->processTime)) {
            const double reach = contents.isComparing() ? comparedReach : 4;
            const double width = contents.isComparing() ? rect.width / 2 + reach - 10 : 38;
            space.add(Rect{rect.x - reach, rect.bottom() - 12, width, 13});
            space.add(Rect{rect.right() + reach - width, rect.bottom() - 12, width, 13});
        }
        if (!isEvent(facts.step->type) || facts.title.empty() || !contents.scale.hasTimes()) continue;
        const auto lines = wrapped(measure, facts.title, eventStyle, facts.titleWidth, 2);
        const double width = widest(measure, lines, eventStyle);
        space.add(Rect{rect.center().x - width / 2, rect.bottom() + 3, width,
                       eventNameLine * static_cast<double>(lines.size()) + 2});
    }
}

} // namespace flowspine::view
