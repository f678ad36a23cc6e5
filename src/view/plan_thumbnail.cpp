#include "view/plan_thumbnail.h"

#include "model/naming.h"
#include "view/card_parts.h"
#include "view/picture_builder.h"
#include "view/team_tints.h"
#include "view/thumbnail_layout.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>

namespace flowspine::view {

namespace {

using model::StepType;

constexpr double laneNamesWidth = 132;
constexpr double edgeWidth = 3;

bool isGatewayOrEvent(StepType type) {
    return type != StepType::task && type != StepType::decision && type != StepType::wait;
}

// The current variant of the first flow that has steps.
const model::Variant* variantToShow(const model::Model& model) {
    const model::Variant* shown = nullptr;
    model.forEach(model.plan().flows, [&](const model::Flow& flow) {
        const model::Variant* current = model.find(flow.current);
        if (shown == nullptr && current != nullptr && !current->steps.isEmpty()) shown = current;
    });
    return shown;
}

class FlowThumbnail {
  public:
    FlowThumbnail(PictureBuilder& to, const model::Model& model, const model::Variant& variant, const Rect& rect,
                  bool hasLaneNames)
        : m_to(to), m_model(model), m_tints(model), m_layout(thumbnailLayout(model, variant)), m_rect(rect),
          m_hasLaneNames(hasLaneNames) {
        m_left = rect.x + (hasLaneNames ? laneNamesWidth : edgeWidth + 4);
        m_pitch = (rect.right() - m_left) / static_cast<double>(std::max<std::size_t>(m_layout.columns, 1));
        m_laneHeight = rect.height / static_cast<double>(m_layout.lanes.size());
    }

    void draw() {
        for (std::size_t i = 0; i < m_layout.lanes.size(); ++i) drawLane(i);
        for (std::size_t i = 0; i < m_layout.links.size(); ++i) drawLink(m_layout.links[i], i);
        for (std::size_t i = 0; i < m_layout.steps.size(); ++i) drawStep(m_layout.steps[i], i);
    }

  private:
    void drawLane(std::size_t number) {
        const std::string part = "lane." + std::to_string(number);
        const double top = m_rect.y + m_laneHeight * static_cast<double>(number);
        const model::Id<model::Team> team = m_layout.lanes[number];
        if (number > 0) m_to.line(part + ".rule", {{m_rect.x, top}, {m_rect.right(), top}}, {{Role::line}, 1});
        m_to.box(part, {m_rect.x, top + 0.5, edgeWidth, m_laneHeight - 1}, {m_tints.of(team)});
        if (m_hasLaneNames && m_laneHeight >= 12)
            lineText(m_to, part + ".name", {m_rect.x + 12, top, laneNamesWidth - 20, m_laneHeight},
                     team ? model::shortName(m_model, team) : "No team yet", type::caption, {Role::muted});
    }

    [[nodiscard]] Rect rectOf(const ThumbnailStep& step) const {
        const double room = m_laneHeight / static_cast<double>(m_layout.stepsAt(step.lane, step.column));
        const Point middle{m_left + m_pitch * (static_cast<double>(step.column) + 0.5),
                           m_rect.y + m_laneHeight * static_cast<double>(step.lane) +
                               room * (static_cast<double>(step.place) + 0.5)};
        const bool isSmall = isGatewayOrEvent(step.step->type);
        const double height = std::min(isSmall ? 8.0 : 14.0, room * 0.7);
        const double width = isSmall ? std::min(height, m_pitch * 0.5) : std::min(m_pitch * 0.62, 40.0);
        return {middle.x - width / 2, middle.y - height / 2, width, height};
    }

    void drawStep(const ThumbnailStep& step, std::size_t number) {
        const std::string part = "step." + std::to_string(number);
        const Rect rect = rectOf(step);
        const Role tint = m_tints.of(step.step->team);
        if (isGatewayOrEvent(step.step->type)) {
            const bool isEvent = step.step->type == StepType::start || step.step->type == StepType::end;
            m_to.box(part, rect, {Role::paper}, {{Role::muted}, 1}, 0, isEvent ? Outline::ellipse : Outline::lozenge);
            return;
        }
        const bool decides = step.step->type == StepType::decision;
        m_to.box(part, rect, decides ? Paint{tint} : Paint{tint, 16}, {{tint}, 1}, 3);
    }

    void drawLink(const ThumbnailLink& link, std::size_t number) {
        const ThumbnailStep& from = m_layout.steps[link.from];
        const ThumbnailStep& to = m_layout.steps[link.to];
        const Rect a = rectOf(from);
        const Rect b = rectOf(to);
        const Stroke stroke{
            {from.lane == to.lane ? Role::muted : Role::handoff}, 1, link.isRework ? Dash::dotted : Dash::solid};
        const std::string part = "link." + std::to_string(number);
        const double startY = a.center().y;
        const double endY = b.center().y;
        if (to.column > from.column) {
            const double bend = a.center().x + m_pitch / 2;
            if (startY == endY)
                m_to.line(part, {{a.right(), startY}, {b.x, endY}}, stroke);
            else
                m_to.line(part, {{a.right(), startY}, {bend, startY}, {bend, endY}, {b.x, endY}}, stroke);
            return;
        }
        if (to.column == from.column) {
            // Down on the right, up on the left, so that a loop shows both its ways.
            const bool isDown = endY > startY;
            const double x = a.center().x + (isDown ? a.width / 5 : -a.width / 5);
            m_to.line(part, {{x, isDown ? a.bottom() : a.y}, {x, isDown ? b.y : b.bottom()}}, stroke);
            return;
        }
        const double y = m_rect.y + m_laneHeight * static_cast<double>(from.lane) + 2;
        m_to.line(part, {{a.center().x, a.y}, {a.center().x, y}, {b.center().x, y}, {b.center().x, endY}}, stroke);
    }

    PictureBuilder& m_to;
    const model::Model& m_model;
    TeamTints m_tints;
    ThumbnailLayout m_layout;
    Rect m_rect;
    bool m_hasLaneNames;
    double m_left = 0;
    double m_pitch = 0;
    double m_laneHeight = 0;
};

void drawHorizon(PictureBuilder& to, const model::Model& model, model::Horizon horizon, const Rect& rect) {
    const std::string part = "horizon." + std::string(nameOf(horizon));
    constexpr double cardHeight = 40;
    constexpr double gap = 4;
    constexpr std::size_t mostCards = 2;
    std::vector<const model::RoadmapItem*> items;
    model.forEach(model.plan().roadmap, [&](const model::RoadmapItem& item) {
        if (item.horizon == horizon && item.status != model::RoadmapStatus::stopped) items.push_back(&item);
    });
    const Rect head{rect.x, rect.y, rect.width, 16};
    lineText(to, part, head, labelOf(horizon), type::captionStrong, {Role::muted});
    if (items.size() > mostCards)
        lineText(to, part + ".more", head, "and " + std::to_string(items.size() - mostCards) + " more", type::caption,
                 {Role::muted}, Align::right);
    double top = rect.y + 20;
    for (std::size_t i = 0; i < std::min(items.size(), mostCards); ++i) {
        const std::string card = part + "." + std::to_string(i);
        const std::string title = model::shortName(model, items[i]->id);
        const double room = rect.width - 16;
        const std::size_t lines = wrapped(to.measure(), title, type::caption, room, 2).size();
        to.box(card, {rect.x, top, rect.width, cardHeight}, {Role::paper}, {{Role::line}, 1}, cardRadius);
        to.paragraph(card + ".title", {rect.x + 8, top + (cardHeight - 14 * static_cast<double>(lines)) / 2}, title,
                     type::caption, {Role::ink}, room, 2, 14);
        top += cardHeight + gap;
    }
}

} // namespace

Picture planThumbnail(const model::Model& model, const PlanThumbnailOptions& options, const TextMeasure& measure) {
    PictureBuilder to(measure);
    if (const model::Variant* variant = variantToShow(model))
        FlowThumbnail(to, model, *variant, {0, 0, options.width, options.flowHeight}, options.hasLaneNames).draw();
    double bottom = options.flowHeight;
    if (options.hasRoadmap) {
        constexpr double gap = 8;
        const double width = (options.width - 2 * gap) / 3;
        for (const model::Horizon horizon : {model::Horizon::now, model::Horizon::next, model::Horizon::later})
            drawHorizon(to, model, horizon, {static_cast<double>(horizon) * (width + gap), bottom + 12, width, 104});
        bottom += 12 + 116;
    }
    return to.finish({0, 0, options.width, bottom});
}

} // namespace flowspine::view
