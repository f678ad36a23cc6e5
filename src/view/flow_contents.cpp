#include "view/flow_contents.h"

#include "model/lanes.h"
#include "view/time_text.h"

#include <algorithm>

namespace flowspine::view {

using namespace model;

namespace {

constexpr std::size_t noLane = static_cast<std::size_t>(-1);
constexpr double taskWidth = 104;
constexpr double taskHeight = 64;
constexpr double gatewaySize = 32;
constexpr double eventSize = 24;
constexpr double comparedHeight = 80;   // two rows of times, before and after
constexpr double decisionOverhang = 6;  // of the times in its lower corners
constexpr double comparedOverhang = 26; // of those before and after

bool isGatewayType(StepType type) {
    return type == StepType::andSplit || type == StepType::andJoin || type == StepType::exclusive;
}

bool isWork(StepType type) {
    return type == StepType::task || type == StepType::decision || type == StepType::wait;
}

bool hasWords(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

// The narrowest room in which an event's name takes two lines.
double eventTitleWidth(const TextMeasure& measure, const std::string& title) {
    double width = 64;
    while (width < 104 && wrapped(measure, title, {11, 400}, width, 3).size() > 2) width += 8;
    return width;
}

std::optional<std::size_t> wholeNumber(const Number& number) {
    if (!number || !(*number >= 0)) return std::nullopt;
    return static_cast<std::size_t>(std::min(*number, 100000.0));
}

} // namespace

FlowContents::FlowContents(const Model& m, const ModelIndex& index, const Variant& v, const FlowPictureOptions& o,
                           const TextMeasure& measure)
    : model(m), variant(v), options(o), flow(m.find(index.ownerOfType<Flow>(v.id))), tints(m), lanes(lanesOf(m, v)),
      phases(v.phases), hoursPerDay(view::hoursPerDay(m.plan())),
      scale(o.detail == FlowDetail::thumbnail ? 1 : o.zoom) {
    std::size_t place = 0;
    for (const AnyId& id : m.plan().spine.ids()) codes.emplace(id, std::string("S").append(std::to_string(++place)));
    place = 0;
    for (const AnyId& id : m.plan().decisionRights.ids())
        codes.emplace(id, std::string("D").append(std::to_string(++place)));
    gatherSteps();
    for (FlowStepFacts& facts : steps)
        if (!isWork(facts.step->type)) facts.titleWidth = eventTitleWidth(measure, facts.title);
    gatherLinks();
    placeInLanes();
    markHandoffs();
    layOut();
    if (isGivenUp) return;
    if (scale.isFar()) stretchLanes();
    markCritical();
}

FlowContents::FlowContents(const Model& m, const ModelIndex& index, const Variant& v, const FlowPictureOptions& o,
                           const Step& step, const Rect& box)
    : model(m), variant(v), options(o), flow(m.find(index.ownerOfType<Flow>(v.id))), tints(m),
      hoursPerDay(view::hoursPerDay(m.plan())), scale(o.zoom) {
    steps.push_back(factsOf(step));
    layout.boxes.push_back(box);
}

bool FlowContents::isSelected(const AnyId& id) const {
    return options.selection.contains(id);
}

bool FlowContents::isHighlighted(const AnyId& id) const {
    return options.highlight.contains(id);
}

bool FlowContents::isGateway(std::size_t step) const {
    return isGatewayType(steps[step].step->type);
}

FlowStepFacts FlowContents::factsOf(const Step& step) const {
    FlowStepFacts facts;
    facts.step = &step;
    facts.title = hasWords(step.name) ? step.name : "";
    if (facts.title.empty() && flow != nullptr && step.type == StepType::start) facts.title = flow->trigger;
    if (facts.title.empty() && flow != nullptr && step.type == StepType::end) facts.title = flow->endEvent;
    return facts;
}

void FlowContents::gatherSteps() {
    std::unordered_set<std::string> known(phases.begin(), phases.end());
    model.forEach(variant.steps, [&](const Step& step) {
        if (hasWords(step.phase) && known.insert(step.phase).second) phases.push_back(step.phase);
        steps.push_back(factsOf(step));
    });
}

void FlowContents::gatherLinks() {
    std::unordered_map<AnyId, std::size_t> places;
    for (std::size_t s = 0; s < steps.size(); ++s) places.emplace(steps[s].step->id, s);
    std::vector<int> waysOut(steps.size(), 0);
    model.forEach(variant.links, [&](const Link& link) {
        const auto from = places.find(link.from);
        const auto to = places.find(link.to);
        if (from == places.end() || to == places.end()) return;
        FlowLinkFacts facts;
        facts.link = &link;
        facts.from = from->second;
        facts.to = to->second;
        ++waysOut[facts.from];
        links.push_back(facts);
    });
    for (FlowLinkFacts& link : links)
        link.isBranch = waysOut[link.from] > 1 && steps[link.from].step->type != StepType::andSplit;
}

// Work stands in the lane of its team. Events and gateways without a team stand beside what they belong to: a join and
// a start with what follows, the others with what came before.
void FlowContents::placeInLanes() {
    std::unordered_map<AnyId, std::size_t> places;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) places.emplace(lanes[lane], lane);
    const std::size_t unassigned = places.contains(AnyId()) ? places.at(AnyId()) : 0;
    std::vector<std::vector<std::size_t>> before(steps.size());
    std::vector<std::vector<std::size_t>> after(steps.size());
    for (const FlowLinkFacts& link : links) {
        after[link.from].push_back(link.to);
        before[link.to].push_back(link.from);
    }
    std::vector<std::size_t> open;
    for (std::size_t s = 0; s < steps.size(); ++s) {
        const Step& step = *steps[s].step;
        const auto found = places.find(step.team);
        const bool hasTeam = model.contains(step.team) && found != places.end();
        steps[s].lane = hasTeam ? found->second : isWork(step.type) ? unassigned : noLane;
        if (steps[s].lane == noLane) open.push_back(s);
    }
    const auto laneAmong = [&](const std::vector<std::size_t>& others) {
        for (const std::size_t other : others)
            if (steps[other].lane != noLane) return steps[other].lane;
        return noLane;
    };
    while (!open.empty()) {
        std::vector<std::size_t> rest;
        for (const std::size_t s : open) {
            const StepType type = steps[s].step->type;
            const bool looksAhead = type == StepType::start || type == StepType::andJoin;
            std::size_t lane = laneAmong(looksAhead ? after[s] : before[s]);
            if (lane == noLane) lane = laneAmong(looksAhead ? before[s] : after[s]);
            steps[s].lane = lane;
            if (lane == noLane) rest.push_back(s);
        }
        if (rest.size() == open.size()) {
            for (const std::size_t s : rest) steps[s].lane = 0;
            break;
        }
        open = std::move(rest);
    }
}

void FlowContents::markHandoffs() {
    const auto team = [&](std::size_t step) { return lanes[steps[step].lane]; };
    const auto isKnown = [&](std::size_t step) {
        return team(step) && model.contains(team(step)) &&
               (isGateway(step) || isWork(steps[step].step->type) || steps[step].step->team);
    };
    // Teams that hand work to a step, looking through gateways.
    std::vector<std::vector<std::size_t>> sources(steps.size());
    for (const FlowLinkFacts& link : links)
        if (link.link->kind != LinkKind::rework) sources[link.to].push_back(link.from);
    const auto comesFrom = [&](std::size_t step, const AnyId& wanted) {
        std::vector<std::size_t> open = sources[step];
        std::unordered_set<std::size_t> seen;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            if (!seen.insert(at).second) continue;
            if (!isGateway(at) && isKnown(at) && team(at) == wanted) return true;
            if (isGateway(at)) open.insert(open.end(), sources[at].begin(), sources[at].end());
        }
        return false;
    };
    for (FlowLinkFacts& link : links) {
        const bool isWorkflow = link.link->kind != LinkKind::information;
        link.isHandoff = isWorkflow && isKnown(link.from) && isKnown(link.to) && team(link.from) != team(link.to);
        link.isReturn = link.isHandoff && link.link->kind == LinkKind::sequence && !isGateway(link.from) &&
                        comesFrom(link.from, team(link.to));
    }
}

void FlowContents::layOut() {
    const std::function<bool()> isCancelled = options.isCancelled ? options.isCancelled : [] { return false; };
    const FlowLayoutInput input = layoutInput();
    std::optional<FlowLayout> made =
        options.layouts ? options.layouts->layout(input, isCancelled) : layoutFlow(input, isCancelled);
    isGivenUp = !made;
    if (made) layout = std::move(*made);
}

// Of the links from one critical step to others the one that goes least far: the way of one pass.
void FlowContents::markCritical() {
    if (options.critical.empty()) return;
    std::vector<FlowLinkFacts*> nearest(steps.size(), nullptr);
    for (FlowLinkFacts& link : links) {
        const bool isBetween = options.critical.contains(link.link->from) && options.critical.contains(link.link->to);
        if (!isBetween || link.link->kind == LinkKind::rework || link.link->kind == LinkKind::information) continue;
        if (layout.columns[link.to] <= layout.columns[link.from]) continue;
        FlowLinkFacts*& best = nearest[link.from];
        if (best == nullptr || layout.columns[link.to] < layout.columns[best->to]) best = &link;
    }
    for (FlowLinkFacts* link : nearest)
        if (link != nullptr) link->isCritical = true;
}

FlowLayoutInput FlowContents::layoutInput() const {
    FlowLayoutInput input;
    input.laneCount = lanes.size();
    input.phaseCount = phases.size();
    input.minimumWidth = options.minimumWidth;
    input.headerWidth = scale.headerWidth();
    input.headerHeight = scale.headerHeight();
    if (isThumbnail()) {
        input.headerWidth = 12;
        input.headerHeight = 0;
    }
    std::unordered_map<std::string, std::size_t> phasePlaces;
    for (std::size_t p = 0; p < phases.size(); ++p) phasePlaces.emplace(phases[p], p);
    std::unordered_map<AnyId, const Placement*> pins;
    model.forEach(variant.placements, [&](const Placement& placement) {
        if (placement.pinned) pins.insert_or_assign(placement.step, &placement);
    });
    for (const FlowStepFacts& facts : steps) {
        const StepType type = facts.step->type;
        FlowBox box;
        box.lane = facts.lane;
        box.isStart = type == StepType::start;
        box.takesPhaseOfNext = type == StepType::start || type == StepType::andSplit;
        if (const auto phase = phasePlaces.find(facts.step->phase); phase != phasePlaces.end())
            box.phase = phase->second;
        box.width = isGatewayType(type) ? gatewaySize : isWork(type) ? taskWidth : eventSize;
        box.height = isGatewayType(type) ? gatewaySize
                     : !isWork(type)     ? eventSize
                     : isComparing()     ? comparedHeight
                                         : taskHeight;
        if (isGatewayType(type) || type == StepType::decision)
            box.outline = Outline::lozenge;
        else if (!isWork(type))
            box.outline = Outline::ellipse;
        if (box.outline == Outline::ellipse && !facts.title.empty() && !isThumbnail() && scale.hasTimes())
            box.overhang = (facts.titleWidth - eventSize) / 2;
        if (type == StepType::decision && !isThumbnail() && scale.hasTimes())
            box.overhang = isComparing() ? comparedOverhang : decisionOverhang;
        if (const auto pin = pins.find(facts.step->id); pin != pins.end()) {
            box.pinnedColumn = wholeNumber(pin->second->column);
            box.pinnedRow = wholeNumber(pin->second->row);
        }
        input.boxes.push_back(box);
    }
    for (const FlowLinkFacts& facts : links) {
        FlowEdge edge;
        edge.from = facts.from;
        edge.to = facts.to;
        edge.isRework = facts.link->kind == LinkKind::rework;
        if (steps[facts.from].step->type == StepType::andSplit)
            edge.turn = FlowTurn::verticalFirst;
        else if (steps[facts.to].step->type == StepType::andJoin)
            edge.turn = FlowTurn::horizontalFirst;
        input.edges.push_back(edge);
    }
    return input;
}

void FlowContents::stretchLanes() {
    constexpr double highestLane = 64; // px on the screen, of a lane with one row
    constexpr double row = 88;
    constexpr double highestBox = 1.6;
    constexpr double roundGrowth = 14;
    const double top = scale.headerHeight();
    const double height = layout.bounds.height - top;
    const double factor = std::clamp((options.minimumHeight - top) / std::max(height, 1.0), 1.0,
                                     std::max(scale.px(highestLane) / row, 1.0));
    const auto moved = [&](double y) { return top + (y - top) * factor; };
    for (Rect& lane : layout.lanes) lane = {lane.x, moved(lane.y), lane.width, lane.height * factor};
    for (std::size_t s = 0; s < layout.boxes.size(); ++s) {
        Rect& box = layout.boxes[s];
        // Events and gateways grow a little to all sides, so that they stay round.
        const bool grows = isWork(steps[s].step->type);
        const double width = box.width + (grows ? 0 : roundGrowth);
        const double height = grows ? box.height * std::min(factor, highestBox) : box.height + roundGrowth;
        const Point center{box.center().x, moved(box.center().y)};
        box = {center.x - width / 2, center.y - height / 2, width, height};
    }
    layout.bounds.height = top + height * factor;
    constexpr double inner = 4; // between where a link arrives and the corner of the box
    for (std::size_t l = 0; l < layout.routes.size(); ++l) {
        auto& points = layout.routes[l].points;
        for (Point& point : points) point.y = moved(point.y);
        // Boxes did not grow as much as the space between them: links reach to where they are now.
        const auto attach = [](const Rect& box, Point& end, Point& next) {
            if (end.x == next.x && end.y != next.y) {
                end.y = next.y < box.center().y ? box.y : box.bottom();
            } else {
                const double reach = std::max(box.height / 2 - inner, 0.0);
                end.y = next.y = std::clamp(end.y, box.center().y - reach, box.center().y + reach);
                end.x = next.x < box.center().x ? box.x : box.right();
            }
        };
        const std::size_t last = points.size() - 1;
        attach(layout.boxes[links[l].from], points[0], points[1]);
        attach(layout.boxes[links[l].to], points[last], points[last - 1]);
        if (last == 1) points[0].y = points[0].x == points[1].x ? points[0].y : points[1].y;
    }
}

} // namespace flowspine::view
