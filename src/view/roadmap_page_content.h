// What the printed roadmap says, in words and dates but without places: items grouped by flow, what was decided and
// learned, readings, the fixed spine and the constraints. Only what the plan states; nothing is made up.
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/picture.h"
#include "view/roadmap_page_axis.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::view {

enum class SpineLock : std::uint8_t { none, open, closed };

struct PageItem {
    AnyId id;
    std::string title;
    std::string measureText; // what is to change, or that nothing is measured
    bool isMeasured = false;
    std::string stopText;
    std::string warning; // what stands against it
    std::string stateText;
    std::string effortText;
    model::RoadmapStatus status = model::RoadmapStatus::proposed;
    SpineLock lock = SpineLock::none;
    std::optional<Date> review;
    Paint tint;
    Date start;
    Date end; // last day
    bool hasOpenEnd = false;
    bool hasDates = true; // otherwise it stands in the increment of its horizon
    std::vector<AnyId> dependsOn;
};

struct PageGroup {
    AnyId id; // of the flow; empty: items that change no flow
    std::string name;
    std::vector<std::string> notes;
    std::vector<PageItem> items; // by start
};

// Something decided or learned on a day.
struct PageEvent {
    AnyId id;
    Date date;
    std::string title;
    std::string text;
    bool isDecision = true;
};

struct PageRhythm {
    std::string name;
    base::Period period;
    Date anchor; // a day on which it falls
    std::vector<Date> held;
    [[nodiscard]] int days() const;
};

struct PagePoint {
    Date date;
    double value = 0;
};

struct PageMeasure {
    AnyId id;
    std::string name;
    std::string note; // whose it is, and what kind
    std::string unit;
    std::vector<PagePoint> points; // the baseline and the readings that have a date
    std::optional<double> target;
    std::optional<Date> targetDate;
    struct Stop {
        double value = 0;
        Date from;
        Date to;
    };
    std::vector<Stop> stops; // of the experiments that watch it
};

struct PageSpineItem {
    AnyId id;
    std::string title;
    SpineLock lock = SpineLock::open;
    std::optional<Date> review;
};

struct PageConstraint {
    AnyId id;
    std::string title;
    int severity = 0;
    std::string who; // the items that work on it; empty: nobody
    AnyId firstItem; // of them
};

struct PageOwner {
    std::string name;
    Paint tint;
};

struct RoadmapContent {
    std::vector<PageGroup> groups;
    std::vector<PageEvent> events; // by date
    std::vector<PageRhythm> rhythms;
    std::vector<PageMeasure> measures;
    std::vector<PageSpineItem> spine;
    std::vector<PageConstraint> constraints; // the heaviest first
    std::vector<PageOwner> owners;           // of items, in the plan's order of teams
    bool hasUnowned = false;
};

[[nodiscard]] RoadmapContent roadmapContent(const model::Model& model, const Increments& increments);

// "20 %", "55 working days", "3"
[[nodiscard]] std::string withUnit(double value, const std::string& unit);

// The first day of the stretch before the roadmap starts: where there is something to show at most two thirds of an
// increment back, else the start itself.
[[nodiscard]] Date firstDayShown(const RoadmapContent& content, const Increments& increments);
// The last increment in which an item starts or, up to three after the current one, ends.
[[nodiscard]] int lastIncrementShown(const RoadmapContent& content, const Increments& increments);

} // namespace flowspine::view
