#include "view/roadmap_page_content.h"

#include "model/naming.h"
#include "view/team_tints.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace flowspine::view {
namespace {

using model::Id;
using model::Model;
using model::RoadmapItem;

std::string lowered(std::string_view text) {
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return std::tolower(c); });
    return low;
}

std::string capitalised(std::string text) {
    if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

// In the place of the tint of a team that is not known.
constexpr Paint unowned{Role::muted, 45};

Id<model::Team> teamOf(const Model& model, const RoadmapItem& item) {
    const model::Role* owner = model.find(item.owner);
    return owner ? owner->team : Id<model::Team>();
}

Paint tintOf(const TeamTints& tints, const AnyId& team) {
    const Role role = tints.of(team);
    return role == Role::muted ? unowned : Paint{role};
}

// The numbers in `text` that are followed by `unit`.
std::vector<double> numbersWithUnit(std::string_view text, std::string_view unit) {
    std::vector<double> found;
    const std::string low = lowered(text);
    const std::string lowUnit = lowered(unit);
    if (lowUnit.empty()) return found;
    std::size_t at = 0;
    while (at < low.size()) {
        if (!std::isdigit(static_cast<unsigned char>(low[at]))) {
            ++at;
            continue;
        }
        std::size_t end = at;
        double value = 0;
        double place = 0;
        while (end < low.size() && (std::isdigit(static_cast<unsigned char>(low[end])) || low[end] == '.')) {
            if (low[end] == '.') {
                if (place > 0) break;
                place = 1;
            } else {
                value = value * 10 + (low[end] - '0');
                place *= 10;
            }
            ++end;
        }
        if (place > 1) value /= place;
        const std::size_t next = low.find_first_not_of(' ', end);
        if (next != std::string::npos && low.compare(next, lowUnit.size(), lowUnit) == 0) found.push_back(value);
        at = end;
    }
    return found;
}

std::string measureText(const Model& model, const RoadmapItem& item) {
    std::vector<std::string> parts;
    model.forEach(item.measures, [&](const model::Measure& measure) {
        std::string part = measure.name;
        if (item.expectedDelta.empty() && measure.baseline) part += ' ' + model::numberText(*measure.baseline) + " → ?";
        parts.push_back(std::move(part));
    });
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    if (!item.expectedDelta.empty())
        text += (text.empty() ? "" : ": ") + item.expectedDelta;
    else if (!item.willResultIn.empty())
        return capitalised(item.willResultIn);
    return text;
}

PageItem pageItem(const Model& model, const RoadmapItem& item, const TeamTints& tints, const Increments& increments) {
    PageItem page;
    page.id = item.id;
    page.title = item.title;
    page.measureText = measureText(model, item);
    page.isMeasured = !item.measures.isEmpty();
    if (!item.killCriteria.empty()) {
        const bool saysStop = lowered(item.killCriteria).starts_with("stop");
        page.stopText = saysStop ? item.killCriteria : "Stop: " + item.killCriteria;
    }
    page.status = item.status;
    page.stateText = std::string(model::labelOf(item.status));
    if (item.effortDays) page.effortText = model::numberText(*item.effortDays) + " person-days";
    page.review = item.reviewDate;
    page.tint = tintOf(tints, teamOf(model, item));
    page.dependsOn = item.dependsOn.ids();

    model.forEach(item.spine, [&](const model::SpineItem& spine) {
        if (spine.stability == model::Stability::cannotChange) {
            page.lock = SpineLock::closed;
            if (page.warning.empty() && item.type != model::RoadmapItemType::decision)
                page.warning = "Would change “" + spine.title + "”, which cannot change.";
        } else if (spine.stability == model::Stability::shouldNotChange && page.lock == SpineLock::none) {
            page.lock = SpineLock::open;
        }
    });
    const bool isOpen = item.status != model::RoadmapStatus::adopted && item.status != model::RoadmapStatus::stopped;
    const auto warn = [&](std::string_view words) {
        if (isOpen) page.warning += (page.warning.empty() ? "" : " ") + std::string(words);
    };
    if (!page.isMeasured && !page.review)
        warn("No measure, no review date.");
    else if (!page.isMeasured)
        warn("No measure.");
    else if (!page.review)
        warn("No review date.");

    if (item.start || item.end) {
        page.start = item.start.value_or(increments.startOf(increments.at(item.end.value_or(increments.today))));
        page.hasOpenEnd = !item.end;
        page.end = item.end.value_or(base::addDays(increments.startOf(increments.at(page.start) + 1), -1));
        page.end = std::max(page.end, page.start);
    } else {
        const int ahead = item.horizon == model::Horizon::now ? 0 : item.horizon == model::Horizon::next ? 1 : 2;
        const int increment = increments.current() + ahead;
        page.start = increments.startOf(increment);
        page.end = base::addDays(increments.startOf(increment + 1), -1);
        page.hasDates = false;
    }
    return page;
}

std::vector<PageGroup> groupsOf(const Model& model, const TeamTints& tints, const Increments& increments) {
    const model::Plan& plan = model.plan();
    std::map<AnyId, std::vector<PageItem>> byFlow;
    model.forEach(plan.roadmap, [&](const RoadmapItem& item) {
        AnyId flow;
        model.forEach(item.flows, [&](const model::Flow& each) {
            if (flow.isEmpty()) flow = each.id;
        });
        byFlow[flow].push_back(pageItem(model, item, tints, increments));
    });

    std::vector<PageGroup> groups;
    const auto add = [&](PageGroup group) {
        auto items = byFlow.find(group.id);
        if (items == byFlow.end()) return;
        group.items = std::move(items->second);
        std::stable_sort(group.items.begin(), group.items.end(),
                         [](const PageItem& a, const PageItem& b) { return a.start < b.start; });
        groups.push_back(std::move(group));
    };
    model.forEach(plan.flows, [&](const model::Flow& flow) {
        PageGroup group;
        group.id = flow.id;
        group.name = flow.name;
        if (flow.demandPerWeek) {
            const std::string rate = model::numberText(*flow.demandPerWeek) + " a week";
            group.notes.push_back(flow.unitOfWork.empty() ? rate : capitalised(flow.unitOfWork) + ", " + rate);
        }
        if (const model::Role* owner = model.find(flow.owner)) group.notes.push_back(owner->name);
        model.forEach(flow.outcomes,
                      [&](const model::Outcome& outcome) { group.notes.push_back("→ " + outcome.title); });
        add(std::move(group));
    });
    PageGroup rest;
    rest.name = groups.empty() ? "Roadmap" : "Beside the flows";
    add(std::move(rest));
    return groups;
}

std::vector<PageEvent> eventsOf(const Model& model, Date today) {
    std::vector<PageEvent> events;
    model.forEach(model.plan().decisions, [&](const model::Decision& decision) {
        if (decision.date && *decision.date <= today && decision.status != model::DecisionStatus::superseded)
            events.push_back({decision.id, *decision.date, decision.title, decision.decision, true});
    });
    model.forEach(model.plan().cadences, [&](const model::Cadence& cadence) {
        model.forEach(cadence.reviews, [&](const model::Review& review) {
            if (!review.date || *review.date > today) return;
            std::string learned = review.summary;
            model.forEach(review.items, [&](const model::ReviewedItem& item) {
                if (learned.empty()) learned = item.learning;
            });
            if (!learned.empty()) events.push_back({review.id, *review.date, cadence.name, learned, false});
        });
    });
    std::stable_sort(events.begin(), events.end(),
                     [](const PageEvent& a, const PageEvent& b) { return a.date < b.date; });
    return events;
}

std::vector<PageRhythm> rhythmsOf(const Model& model, const Increments& increments) {
    std::vector<PageRhythm> rhythms;
    model.forEach(model.plan().cadences, [&](const model::Cadence& cadence) {
        if (!cadence.frequency) return;
        PageRhythm rhythm{cadence.name, *cadence.frequency, increments.start, {}};
        model.forEach(cadence.reviews, [&](const model::Review& review) {
            if (review.date) rhythm.held.push_back(*review.date);
        });
        std::sort(rhythm.held.begin(), rhythm.held.end());
        if (!rhythm.held.empty()) rhythm.anchor = rhythm.held.back();
        rhythms.push_back(std::move(rhythm));
    });
    return rhythms;
}

std::vector<PageMeasure> measuresOf(const Model& model, const TeamTints& tints, const Increments& increments) {
    std::multimap<AnyId, const RoadmapItem*> watching;
    model.forEach(model.plan().roadmap, [&](const RoadmapItem& item) {
        if (item.killCriteria.empty()) return;
        for (const AnyId& measure : item.measures.ids()) watching.emplace(measure, &item);
    });
    std::vector<PageMeasure> measures;
    const auto add = [&](const model::Outcome& outcome, const model::Measure& measure) {
        PageMeasure page;
        page.id = measure.id;
        page.name = measure.name;
        page.note = outcome.title;
        if (measure.kind == model::MeasureKind::leading) page.note += ", early signal";
        if (measure.kind == model::MeasureKind::guardrail) page.note += ", guardrail";
        page.unit = measure.unit;
        if (measure.baseline && measure.baselineDate) page.points.push_back({*measure.baselineDate, *measure.baseline});
        model.forEach(measure.readings, [&](const model::Reading& reading) {
            if (reading.date && reading.value) page.points.push_back({*reading.date, *reading.value});
        });
        std::stable_sort(page.points.begin(), page.points.end(),
                         [](const PagePoint& a, const PagePoint& b) { return a.date < b.date; });
        page.target = measure.target;
        page.targetDate = measure.targetDate;
        const auto [from, to] = watching.equal_range(measure.id);
        for (auto item = from; item != to; ++item) {
            const std::vector<double> stops = numbersWithUnit(item->second->killCriteria, measure.unit);
            if (stops.size() != 1) continue;
            const PageItem dates = pageItem(model, *item->second, tints, increments);
            page.stops.push_back({stops.front(), dates.start, dates.end});
        }
        if (!page.points.empty() || page.target) measures.push_back(std::move(page));
    };
    model.forEach(model.plan().outcomes, [&](const model::Outcome& outcome) {
        if (outcome.status == model::OutcomeStatus::retired) return;
        model.forEach(outcome.measures, [&](const model::Measure& measure) { add(outcome, measure); });
    });
    return measures;
}

std::vector<PageConstraint> constraintsOf(const Model& model) {
    struct Workers {
        std::string names;
        AnyId first;
    };
    std::map<AnyId, Workers> who;
    model.forEach(model.plan().roadmap, [&](const RoadmapItem& item) {
        for (const AnyId& id : item.constraints.ids()) {
            Workers& workers = who[id];
            if (workers.first.isEmpty()) workers.first = item.id;
            workers.names += (workers.names.empty() ? "" : "; ") + item.title;
        }
    });
    std::vector<PageConstraint> constraints;
    model.forEach(model.plan().constraints, [&](const model::Constraint& constraint) {
        if (constraint.status == model::ConstraintStatus::resolved ||
            constraint.status == model::ConstraintStatus::accepted)
            return;
        const int severity = static_cast<int>(std::clamp(constraint.severity.value_or(0), 0.0, 5.0));
        const Workers& workers = who[constraint.id];
        constraints.push_back({constraint.id, constraint.title, severity, workers.names, workers.first});
    });
    std::stable_sort(constraints.begin(), constraints.end(),
                     [](const PageConstraint& a, const PageConstraint& b) { return a.severity > b.severity; });
    return constraints;
}

} // namespace

int PageRhythm::days() const {
    return period.years * 365 + period.months * 30 + period.weeks * 7 + period.days;
}

std::string withUnit(double value, const std::string& unit) {
    const std::string number = model::numberText(value);
    return unit.empty() ? number : number + ' ' + unit;
}

RoadmapContent roadmapContent(const Model& model, const Increments& increments) {
    const TeamTints tints(model);
    RoadmapContent content;
    content.groups = groupsOf(model, tints, increments);
    content.events = eventsOf(model, increments.today);
    content.rhythms = rhythmsOf(model, increments);
    content.measures = measuresOf(model, tints, increments);
    model.forEach(model.plan().spine, [&](const model::SpineItem& item) {
        if (item.stability == model::Stability::adaptable) return;
        const bool isClosed = item.stability == model::Stability::cannotChange;
        content.spine.push_back({item.id, item.title, isClosed ? SpineLock::closed : SpineLock::open, item.nextReview});
    });
    content.constraints = constraintsOf(model);

    std::vector<AnyId> owning;
    model.forEach(model.plan().roadmap, [&](const RoadmapItem& item) {
        const AnyId team = teamOf(model, item);
        if (team.isEmpty() || !model.contains(team))
            content.hasUnowned = true;
        else
            owning.push_back(team);
    });
    model.forEach(model.plan().teams, [&](const model::Team& team) {
        if (std::find(owning.begin(), owning.end(), team.id) != owning.end())
            content.owners.push_back({team.name, tintOf(tints, team.id)});
    });
    return content;
}

Date firstDayShown(const RoadmapContent& content, const Increments& increments) {
    Date earliest = std::min(increments.start, increments.today);
    for (const PageEvent& event : content.events) earliest = std::min(earliest, event.date);
    for (const PageMeasure& measure : content.measures)
        for (const PagePoint& point : measure.points) earliest = std::min(earliest, point.date);
    for (const PageGroup& group : content.groups)
        for (const PageItem& item : group.items) earliest = std::min(earliest, item.start);
    if (earliest >= increments.start) return increments.start;
    const Date limit = base::addDays(increments.start, -increments.days * 2 / 3);
    const base::YearMonthDay month = base::yearMonthDay(std::max(earliest, limit));
    return base::makeDate(month.year, month.month, 1).value_or(limit);
}

int lastIncrementShown(const RoadmapContent& content, const Increments& increments) {
    int last = increments.current() + 1;
    for (const PageGroup& group : content.groups) {
        for (const PageItem& item : group.items) {
            last = std::max(last, increments.at(item.start));
            last = std::max(last, std::min(increments.at(item.end), increments.current() + 3));
        }
    }
    // A hundred years and more would only be a mistyped date.
    return std::min(last, increments.current() + 36'500 / increments.days);
}

} // namespace flowspine::view
