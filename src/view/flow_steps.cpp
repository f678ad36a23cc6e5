#include "view/flow_steps.h"

#include "model/naming.h"
#include "view/time_text.h"

#include <algorithm>

namespace flowspine::view {

using namespace model;

namespace {

constexpr TextStyle nameStyle{11, 600};
constexpr TextStyle numberStyle{11, 400};
constexpr double nameLine = 13;
constexpr double eventNameLine = 12;
constexpr double eventNameWidth = 64;
constexpr double handleSize = 10;
constexpr Stroke noStroke{{Role::none}, 0};

bool isEvent(StepType type)
{
    return type == StepType::start || type == StepType::end;
}

double widest(const TextMeasure& measure, const std::vector<std::string>& lines, const TextStyle& style)
{
    double width = 0;
    for (const std::string& line : lines)
        width = std::max(width, measure.width(line, style));
    return width;
}

std::string titleOf(const FlowStepFacts& facts)
{
    return facts.title.empty() ? "No name yet" : facts.title;
}

// "Check zoning, task, Planning, waits 10 d, works 45 min"
std::string spokenText(const FlowContents& contents, const FlowStepFacts& facts)
{
    const Step& step = *facts.step;
    std::string type(labelOf(step.type));
    std::transform(type.begin(), type.end(), type.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::string text = facts.title.empty() ? type : facts.title + ", " + type;
    if (const Team* team = contents.model.find(step.team))
        text += ", " + team->name;
    if (step.waitTime)
        text += ", waits " + timeText(*step.waitTime, contents.hoursPerDay);
    if (step.processTime)
        text += ", works " + timeText(*step.processTime, contents.hoursPerDay);
    return text;
}

class StepDrawing {
public:
    StepDrawing(PictureBuilder& builder, const FlowContents& contents, std::size_t place)
        : m_builder(builder)
        , m_contents(contents)
        , m_facts(contents.steps[place])
        , m_step(*m_facts.step)
        , m_rect(contents.layout.boxes[place])
        , m_tint(contents.tints.of(m_step.team))
    {}

    void draw()
    {
        m_builder.setEntity(m_step.id);
        switch (m_step.type) {
        case StepType::start:
        case StepType::end:
            drawEvent();
            break;
        case StepType::andSplit:
        case StepType::andJoin:
        case StepType::exclusive:
            drawGateway();
            break;
        case StepType::decision:
            drawDecision();
            break;
        case StepType::task:
        case StepType::wait:
            drawTask();
            break;
        }
        if (m_contents.options.hover == m_step.id)
            drawHover();
        m_builder.setEntity({});
    }

private:
    [[nodiscard]] Paint fill() const { return m_step.team ? Paint{m_tint, 13} : Paint{Role::paper}; }
    [[nodiscard]] Stroke border(double width) const
    {
        const bool isLit = m_contents.isHighlighted(m_step.id);
        return {isLit ? Paint{Role::accent} : Paint{m_tint, 70}, isLit ? 2 : width,
                m_step.type == StepType::wait || !m_step.team ? Dash::dashed : Dash::solid};
    }

    void finish(Shape& shape)
    {
        shape.altText = spokenText(m_contents, m_facts);
        shape.tip = m_facts.title;
    }

    void drawTask()
    {
        const double radius = m_step.type == StepType::wait ? m_rect.height / 2 : 6;
        finish(m_builder.box("box", m_rect, fill(), border(1), radius));
        if (m_contents.isThumbnail())
            return;
        const double left = m_step.type == StepType::wait ? 18 : 8;
        const auto lines = wrapped(m_builder.measure(), titleOf(m_facts), nameStyle, m_rect.width - left - 6, 3);
        const double first = lines.size() <= 1 ? 24 : lines.size() == 2 ? 19 : 14.5;
        name(lines, {m_rect.x + left, m_rect.y + first}, Align::left);
        drawTimes(m_rect.x + left, m_rect.right() - 8, m_rect.bottom() - 10);
    }

    void drawDecision()
    {
        finish(m_builder.box("box", m_rect, fill(), border(1.25), 0, Outline::lozenge));
        if (m_contents.isThumbnail())
            return;
        const auto lines = wrapped(m_builder.measure(), titleOf(m_facts), nameStyle, 64, 2);
        const Point center = m_rect.center();
        name(lines, {center.x, center.y + (lines.size() > 1 ? -2.5 : 4)}, Align::center);
        drawTimes(m_rect.x - 2, m_rect.right() + 2, m_rect.bottom() - 2);
    }

    void drawGateway()
    {
        const bool isLit = m_contents.isHighlighted(m_step.id);
        finish(m_builder.box("box", m_rect, {Role::paper}, {{isLit ? Role::accent : Role::ink}, isLit ? 2 : 1.5}, 0,
                             Outline::lozenge));
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

    void drawEvent()
    {
        const double width = m_step.type == StepType::end ? 3 : 1.5;
        const bool isLit = m_contents.isHighlighted(m_step.id);
        finish(m_builder.box("box", m_rect, {Role::paper}, {{isLit ? Role::accent : Role::ink}, width}, 0,
                             Outline::ellipse));
        if (m_contents.isThumbnail() || m_facts.title.empty())
            return;
        auto lines = wrapped(m_builder.measure(), m_facts.title, numberStyle, eventNameWidth, 2);
        Label label{{m_rect.center().x, m_rect.bottom() + 13},
                    std::move(lines),
                    numberStyle,
                    eventNameLine,
                    Align::center,
                    {Role::muted},
                    0};
        label.width = widest(m_builder.measure(), label.lines, numberStyle);
        m_builder.add("name", std::move(label)).tip = m_facts.title;
    }

    void name(std::vector<std::string> lines, Point anchor, Align align)
    {
        TextStyle style = nameStyle;
        style.isItalic = m_facts.title.empty();
        Label label{anchor, std::move(lines), style, nameLine, align, {m_facts.title.empty() ? Role::muted : Role::ink},
                    0};
        label.width = widest(m_builder.measure(), label.lines, style);
        m_builder.add("name", std::move(label));
    }

    // Wait left, process right. A number that is missing beside one that is there shows as a question mark.
    void drawTimes(double left, double right, double baseline)
    {
        if (!m_step.waitTime && !m_step.processTime)
            return;
        const double days = m_contents.hoursPerDay;
        m_builder.symbol("wait.icon", {left - 1, baseline - 9, 10, 10}, "hourglass", {Role::muted});
        const double middle = left + (right - left) / 2;
        const std::string wait = m_step.waitTime ? timeText(*m_step.waitTime, days) : "?";
        const double used =
            m_builder.text("wait", {left + 12, baseline}, wait, numberStyle, {Role::muted}, right - left - 24);
        const double room = std::max(right - (left + 12 + used + 6), right - middle - 30);
        m_builder.text("process", {right, baseline}, m_step.processTime ? timeText(*m_step.processTime, days) : "?",
                       numberStyle, {Role::muted}, std::max(room, 12.0), Align::right);
    }

    void drawHover()
    {
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
    [[nodiscard]] static std::array<std::pair<std::string, Rect>, 3> handlesOf(const Rect& rect)
    {
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

void drawSelectionRings(PictureBuilder& builder, const FlowContents& contents)
{
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const AnyId& id = contents.steps[s].step->id;
        if (!contents.isSelected(id))
            continue;
        const Rect& rect = contents.layout.boxes[s];
        builder.setEntity(id);
        builder.box("ring", {rect.x - 4, rect.y - 4, rect.width + 8, rect.height + 8}, {Role::none},
                    {{Role::accent}, 2}, 9);
    }
    builder.setEntity({});
}

void drawSteps(PictureBuilder& builder, const FlowContents& contents)
{
    for (std::size_t s = 0; s < contents.steps.size(); ++s)
        StepDrawing(builder, contents, s).draw();
}

void drawBadges(PictureBuilder& builder, const FlowContents& contents, const std::vector<StepBadge>& badges)
{
    for (const StepBadge& badge : badges) {
        builder.setEntity(contents.steps[badge.step].step->id);
        builder.box(badge.part, badge.rect, {Role::paper}, {{badge.role}, 1}, 6).tip = badge.tip;
        builder.symbol(badge.part + ".icon", {badge.rect.x + 5, badge.rect.y + 2.5, 11, 11}, badge.icon, {badge.role});
        builder.text(badge.part + ".text", {badge.rect.x + 19, badge.rect.y + 12}, badge.text, {11, 600}, {badge.role});
    }
    builder.setEntity({});
}

void addStepAreas(PictureBuilder& builder, const FlowContents& contents)
{
    for (std::size_t s = 0; s < contents.steps.size(); ++s)
        builder.area(contents.layout.boxes[s], contents.steps[s].step->id, "step");
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const AnyId& id = contents.steps[s].step->id;
        if (contents.options.hover != id)
            continue;
        for (const auto& [side, rect] : StepDrawing::handlesOf(contents.layout.boxes[s]))
            builder.area({rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6}, id, "handle", side);
    }
}

void occupySteps(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space)
{
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const FlowStepFacts& facts = contents.steps[s];
        const Rect& rect = contents.layout.boxes[s];
        if (contents.isGateway(s)) {
            space.add(Rect{rect.x + 10, rect.y, rect.width - 20, rect.height});
            space.add(Rect{rect.x + 4, rect.y + 10, rect.width - 8, rect.height - 20});
            continue;
        }
        space.add(facts.step->type == StepType::decision ? Rect{rect.x - 3, rect.y, rect.width + 6, rect.height}
                                                         : rect);
        if (!isEvent(facts.step->type) || facts.title.empty())
            continue;
        const auto lines = wrapped(measure, facts.title, numberStyle, eventNameWidth, 2);
        const double width = widest(measure, lines, numberStyle);
        space.add(Rect{rect.center().x - width / 2, rect.bottom() + 3, width,
                       eventNameLine * static_cast<double>(lines.size()) + 2});
    }
}

std::vector<StepBadge> placeBadges(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space)
{
    constexpr double height = 16;
    constexpr double inset = 4;
    constexpr double standOut = 11;
    enum Corner { upperLeft, upperRight, lowerLeft, lowerRight };
    std::vector<StepBadge> badges;
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const Step& step = *contents.steps[s].step;
        if (isEvent(step.type) || contents.isGateway(s))
            continue;
        const Rect& box = contents.layout.boxes[s];
        const auto place = [&](std::string part, std::array<Corner, 4> corners, std::string icon, std::string text,
                               Role role, std::string tip) {
            const double width = 24 + measure.width(text, {11, 600});
            const auto at = [&](Corner corner) {
                const bool isLeft = corner == upperLeft || corner == lowerLeft;
                const bool isUpper = corner == upperLeft || corner == upperRight;
                return Rect{isLeft ? box.x + inset : box.right() - inset - width,
                            isUpper ? box.y - standOut : box.bottom() - (height - standOut), width, height};
            };
            // Only the part outside the box counts: the box itself is taken.
            const auto outside = [&](const Rect& rect) {
                return rect.y < box.y ? Rect{rect.x - 2, rect.y, width + 4, standOut - 1}
                                      : Rect{rect.x - 2, box.bottom() + 1, width + 4, standOut - 1};
            };
            for (const Corner corner : corners) {
                const Rect rect = at(corner);
                if (!space.isFree(outside(rect)))
                    continue;
                space.add(outside(rect));
                badges.push_back({s, std::move(part), rect, std::move(icon), std::move(text), role, std::move(tip)});
                return;
            }
        };
        const std::size_t answering = step.accountable.size();
        if (answering != 1 && (answering > 1 || step.type != StepType::wait))
            place("badge.owner", {upperRight, lowerRight, upperLeft, lowerLeft}, "person", std::to_string(answering),
                  Role::bad, answering == 0 ? "Nobody answers for it" : "More than one answers for it");
        if (contents.model.contains(step.decisionRight)) {
            const auto code = contents.codes.find(step.decisionRight);
            place("badge.right", {upperLeft, lowerLeft, upperRight, lowerRight}, "key",
                  code == contents.codes.end() ? "D" : code->second, Role::accent,
                  shortName(contents.model, step.decisionRight));
        }
        std::string codes;
        std::string names;
        std::size_t count = 0;
        for (const AnyId& id : step.spine.ids()) {
            const auto code = contents.codes.find(id);
            if (code == contents.codes.end())
                continue;
            if (++count <= 2)
                codes += (codes.empty() ? "" : " ") + code->second;
            names += (names.empty() ? "" : ", ") + shortName(contents.model, id);
        }
        if (count > 2)
            codes += " +" + std::to_string(count - 2);
        if (count > 0)
            place("badge.spine", {lowerLeft, upperLeft, lowerRight, upperRight}, "lock-closed", codes, Role::muted,
                  names);
        const Number& accurate = step.percentCompleteAccurate;
        if (accurate && *accurate < 90)
            place("badge.accurate", {lowerRight, upperRight, lowerLeft, upperLeft}, "check",
                  shortNumber(*accurate) + " %", *accurate < 80 ? Role::warn : Role::muted,
                  "Complete and accurate when it arrives at the next step");
    }
    return badges;
}

} // namespace flowspine::view
