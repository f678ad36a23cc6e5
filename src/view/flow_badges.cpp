#include "view/flow_badges.h"

#include "model/naming.h"
#include "view/time_text.h"

namespace flowspine::view {

using namespace model;

namespace {

bool hasBadges(StepType type) {
    return type == StepType::task || type == StepType::decision || type == StepType::wait;
}

// Finds places for the badges of one step.
class BadgePlacing {
  public:
    BadgePlacing(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space, std::size_t step)
        : m_measure(measure), m_space(space), m_step(step), m_box(contents.layout.boxes[step]),
          m_left(contents.layout.gapSpans.front().start), m_right(contents.layout.bounds.right()),
          m_isDecision(contents.steps[step].step->type == StepType::decision) {}

    enum Corner { upperLeft, upperRight, lowerLeft, lowerRight };

    // In the first free corner of those; a badge without a free place is left out.
    void place(std::vector<StepBadge>& badges, StepBadge badge, std::array<Corner, 4> corners) {
        badge.step = m_step;
        const double width = 24 + m_measure.width(badge.text, {11, 600});
        std::vector<Rect> places;
        if (m_isDecision) {
            // Its lower corners hold the times.
            const bool isLeft = corners[0] == upperLeft || corners[0] == lowerLeft;
            places = {at(isLeft ? upperLeft : upperRight, width),
                      at(isLeft ? upperRight : upperLeft, width),
                      {m_box.x + 2 - width, m_box.y - standOut, width, height},
                      {m_box.right() - 2, m_box.y - standOut, width, height}};
        } else {
            for (const Corner corner : corners) places.push_back(at(corner, width));
        }
        for (const Rect& rect : places) {
            const Rect tested =
                m_isDecision ? Rect{rect.x + 1, rect.y, rect.width - 2, rect.height - 4} : outside(rect);
            if (rect.x < m_left || rect.right() > m_right || !m_space.isFree(tested)) continue;
            m_space.add(m_isDecision ? rect : tested);
            badge.rect = rect;
            badges.push_back(std::move(badge));
            return;
        }
    }

  private:
    static constexpr double height = 16;
    static constexpr double inset = 4;
    static constexpr double lozengeReach = 8; // of the badges of a decision, to its left and right
    static constexpr double standOut = 11;

    [[nodiscard]] Rect at(Corner corner, double width) const {
        const bool isLeft = corner == upperLeft || corner == lowerLeft;
        const bool isUpper = corner == upperLeft || corner == upperRight;
        if (m_isDecision) // beside the slanted edge
            return {isLeft ? m_box.x - lozengeReach : m_box.right() + lozengeReach - width, m_box.y - 3, width, height};
        return {isLeft ? m_box.x + inset : m_box.right() - inset - width,
                isUpper ? m_box.y - standOut : m_box.bottom() - (height - standOut), width, height};
    }

    // Only the part outside the box counts: the box itself is taken.
    [[nodiscard]] Rect outside(const Rect& rect) const {
        const double y = rect.y < m_box.y ? rect.y : m_box.bottom() + 1;
        return {rect.x - 2, y, rect.width + 4, standOut - 1};
    }

    const TextMeasure& m_measure;
    OccupiedSpace& m_space;
    std::size_t m_step;
    Rect m_box;
    double m_left; // of the first gap
    double m_right;
    bool m_isDecision;
};

StepBadge spineBadge(const FlowContents& contents, const Step& step) {
    StepBadge badge{0, "badge.spine", {}, "lock-closed", {}, Role::muted, {}};
    std::size_t count = 0;
    for (const AnyId& id : step.spine.ids()) {
        const auto code = contents.codes.find(id);
        if (code == contents.codes.end()) continue;
        if (++count <= 2) badge.text += (badge.text.empty() ? "" : " ") + code->second;
        badge.tip += (badge.tip.empty() ? "" : ", ") + shortName(contents.model, id);
    }
    if (count > 2) badge.text += " +" + std::to_string(count - 2);
    return badge;
}

} // namespace

void drawBadges(PictureBuilder& builder, const FlowContents& contents, const std::vector<StepBadge>& badges) {
    for (const StepBadge& badge : badges) {
        builder.setEntity(contents.steps[badge.step].step->id);
        builder.box(badge.part, badge.rect, {Role::paper}, {{badge.role}, 1}, 6).tip = badge.tip;
        builder.symbol(badge.part + ".icon", {badge.rect.x + 5, badge.rect.y + 2.5, 11, 11}, badge.icon, {badge.role});
        builder.text(badge.part + ".text", {badge.rect.x + 19, badge.rect.y + 12}, badge.text, {11, 600}, {badge.role});
    }
    builder.setEntity({});
}

std::vector<StepBadge> placeBadges(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space) {
    using Corner = BadgePlacing::Corner;
    std::vector<StepBadge> badges;
    if (!contents.scale.hasBadges()) return badges;
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const Step& step = *contents.steps[s].step;
        if (!hasBadges(step.type)) continue;
        BadgePlacing placing(contents, measure, space, s);
        const std::size_t answering = step.accountable.size();
        if (answering > 1 || (answering == 0 && step.type != StepType::wait))
            placing.place(badges,
                          {0,
                           "badge.owner",
                           {},
                           "person",
                           std::to_string(answering),
                           Role::bad,
                           answering == 0 ? "Nobody answers for it" : "More than one answers for it"},
                          {Corner::upperRight, Corner::lowerRight, Corner::upperLeft, Corner::lowerLeft});
        if (const auto code = contents.codes.find(step.decisionRight); code != contents.codes.end())
            placing.place(badges,
                          {0,
                           "badge.right",
                           {},
                           "key",
                           code->second,
                           Role::accent,
                           shortName(contents.model, step.decisionRight)},
                          {Corner::upperLeft, Corner::lowerLeft, Corner::upperRight, Corner::lowerRight});
        if (StepBadge badge = spineBadge(contents, step); !badge.text.empty())
            placing.place(badges, std::move(badge),
                          {Corner::lowerLeft, Corner::upperLeft, Corner::lowerRight, Corner::upperRight});
        const Number& accurate = step.percentCompleteAccurate;
        if (accurate && *accurate < 90 && contents.scale.isFull())
            placing.place(badges,
                          {0,
                           "badge.accurate",
                           {},
                           "check",
                           shortNumber(*accurate) + " %",
                           *accurate < 80 ? Role::warn : Role::muted,
                           "Complete and accurate when it arrives at the next step"},
                          {Corner::lowerRight, Corner::upperRight, Corner::lowerLeft, Corner::upperLeft});
    }
    return badges;
}

} // namespace flowspine::view
