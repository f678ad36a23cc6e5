#include "view/roadmap_timeline.h"

#include "model/draft.h"
#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Draft;
using model::Id;
using model::Model;

namespace {

const FixedTextMeasure measure;
const base::Date today = *base::makeDate(2026, 11, 24);

RoadmapTimeline timelineOf(const Model& model, RoadmapTimelineOptions options = {}) {
    options.today = today;
    return roadmapTimeline(model, model::ModelIndex(model), options, measure);
}

std::vector<Rect> rectsOf(const Picture& picture, const std::string& role, const AnyId& id) {
    std::vector<Rect> rects;
    for (const HitArea& area : picture.areas)
        if (area.role == role && area.id == id) rects.push_back(area.rect);
    return rects;
}

const Shape* shapeOf(const Picture& picture, const AnyId& id, const std::string& part) {
    for (const Shape& shape : picture.shapes)
        if (shape.id == id && shape.part == part) return &shape;
    return nullptr;
}

// Bars and their words keep clear of those of other items, and stand in the lane that they belong to.
std::string barProblems(const Picture& picture) {
    std::string problems;
    std::vector<const HitArea*> bars;
    std::vector<const HitArea*> lanes;
    for (const HitArea& area : picture.areas) {
        if (area.role == "bar") bars.push_back(&area);
        if (area.role == "lane-body") lanes.push_back(&area);
    }
    for (std::size_t i = 0; i < bars.size(); ++i) {
        for (std::size_t j = i + 1; j < bars.size(); ++j)
            if (bars[i]->id != bars[j]->id && bars[i]->rect.intersects(bars[j]->rect))
                problems += std::string(bars[i]->id.text()) + " overlaps " + std::string(bars[j]->id.text()) + "\n";
        const auto holds = [&](const HitArea* lane) {
            return bars[i]->rect.y >= lane->rect.y && bars[i]->rect.bottom() <= lane->rect.bottom();
        };
        if (std::none_of(lanes.begin(), lanes.end(), holds))
            problems += std::string(bars[i]->id.text()) + " is in no lane\n";
    }
    return problems;
}

// Every item is there once: as a bar when it has a date, else as a card in the tray.
std::string missingItems(const Model& model, const Picture& picture) {
    std::string problems;
    model.forEach(model.plan().roadmap, [&](const model::RoadmapItem& item) {
        const bool hasDates = item.start || item.end;
        const std::size_t bars = rectsOf(picture, "bar-start", item.id).size();
        const std::size_t cards = rectsOf(picture, "card", item.id).size();
        if (bars != (hasDates ? 1U : 0U) || cards != (hasDates ? 0U : 1U))
            problems += std::string(item.id.text()) + " has " + std::to_string(bars) + " bars and " +
                        std::to_string(cards) + " cards\n";
    });
    return problems;
}

std::string allProblems(const Model& model, const Picture& picture) {
    return test::problemsOf(picture, measure) + barProblems(picture) + missingItems(model, picture) +
           test::overlapsOf(picture, {"card", "constraint", "add"}) + test::textOutside(picture, "card");
}

} // namespace

TEST_CASE("the timeline of the permit plan is as it was accepted") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    RoadmapTimelineOptions options;
    options.minimumWidth = 1512;
    options.minimumHeight = 856;
    options.selection.insert(permit.ids.at("R2"));
    const RoadmapTimeline timeline = timelineOf(permit.model, options);
    CHECK(allProblems(permit.model, timeline.picture) == "");
    CHECK(test::differenceFromGolden("roadmap_timeline_permit.txt", test::pictureText(timeline.picture)) == "");
}

TEST_CASE("dates and places on the timeline lead to each other") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const TimelineScale scale = timelineOf(permit.model).scale;
    for (int days = -100; days < 400; days += 7) {
        const base::Date date = base::addDays(today, days);
        CHECK(scale.dateAt(scale.xAt(date) + 0.5) == date);
    }
    CHECK(scale.shows(today));
    CHECK_FALSE(scale.shows(base::addDays(scale.first, -1)));
    CHECK(scale.xAt(scale.first) == scale.left);
    CHECK(scale.dateAt(1e300).days > today.days);
}

TEST_CASE("a bar runs from its first to its last day, an item without an end fades out") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    Draft draft(permit.model);
    const AnyId id = permit.ids.at("R1");
    draft.change(Id<model::RoadmapItem>(id))->start = *base::makeDate(2026, 11, 1);
    draft.change(Id<model::RoadmapItem>(id))->end = *base::makeDate(2027, 1, 31);
    const RoadmapTimeline closed = timelineOf(draft.finish());
    const Rect bar = std::get<Box>(shapeOf(closed.picture, id, "bar")->form).rect;
    CHECK(bar.x == closed.scale.xAt(*base::makeDate(2026, 11, 1)));
    CHECK(bar.right() == Approx(closed.scale.xAt(*base::makeDate(2027, 2, 1)) - 3));
    CHECK(shapeOf(closed.picture, id, "fade0.upper") == nullptr);
    draft.change(Id<model::RoadmapItem>(id))->end.reset();
    CHECK(shapeOf(timelineOf(draft.finish()).picture, id, "fade0.upper") != nullptr);
}

TEST_CASE("a short bar carries its words outside, and they keep their room") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    Draft draft(permit.model);
    for (const AnyId& id : permit.model.plan().roadmap.ids()) {
        draft.change(Id<model::RoadmapItem>(id))->start = today;
        draft.change(Id<model::RoadmapItem>(id))->end = base::addDays(today, 6);
    }
    const Model model = draft.finish();
    const Picture picture = timelineOf(model).picture;
    CHECK(allProblems(model, picture) == "");
    CHECK(rectsOf(picture, "bar", permit.ids.at("R1")).size() == 2);
}

TEST_CASE("an item without dates waits in the tray with its horizon") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    Draft draft(permit.model);
    model::RoadmapItem* item = draft.change(Id<model::RoadmapItem>(permit.ids.at("R4")));
    item->start.reset();
    item->end.reset();
    const Model model = draft.finish();
    const Picture picture = timelineOf(model).picture;
    CHECK(allProblems(model, picture) == "");
    const auto found = std::find_if(picture.areas.begin(), picture.areas.end(), [&](const HitArea& area) {
        return area.role == "card" && area.id == permit.ids.at("R4");
    });
    REQUIRE(found != picture.areas.end());
    CHECK(found->key == "later");
}

TEST_CASE("what cannot change has a closed lock, what should not an open one") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture picture = timelineOf(permit.model).picture;
    CHECK(std::get<Symbol>(shapeOf(picture, permit.ids.at("R1"), "lock")->form).icon == "lock-open");
    CHECK(std::get<Symbol>(shapeOf(picture, permit.ids.at("R4"), "lock")->form).icon == "lock-closed");
    CHECK(shapeOf(picture, permit.ids.at("R2"), "lock") == nullptr);
    CHECK(shapeOf(picture, permit.ids.at("R2"), "waits." + std::string(permit.ids.at("R1").text())) != nullptr);
}

TEST_CASE("an empty plan has a timeline to type into") {
    const Model model = model::makeEmptyModel(AnyId("plan-test"), "Empty");
    RoadmapTimelineOptions options;
    options.minimumWidth = 958;
    const Picture picture = timelineOf(model, options).picture;
    CHECK(allProblems(model, picture) == "");
    CHECK(std::count_if(picture.areas.begin(), picture.areas.end(),
                        [](const HitArea& area) { return area.role == "add"; }) == 1);
}

TEST_CASE("a timeline of any plan, grouped in any way, is sound") {
    const std::uint64_t seed = test::testSeed(20261127);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 60; ++round) {
        const Model model = test::randomModel(random, {.entities = 60 + random.below(300)});
        RoadmapTimelineOptions options;
        options.grouping = static_cast<RoadmapGrouping>(random.below(5));
        options.minimumWidth = static_cast<double>(random.below(2000));
        options.pixelsPerDay = 0.2 + static_cast<double>(random.below(60)) / 10;
        for (const AnyId& id : model.plan().roadmap.ids())
            if (random.chance(20)) options.selection.insert(id);
        INFO("round " << round << ", grouping " << static_cast<int>(options.grouping) << ", "
                      << options.pixelsPerDay << " px a day");
        const RoadmapTimeline timeline = timelineOf(model, options);
        REQUIRE(allProblems(model, timeline.picture) == "");
        REQUIRE(timeline.picture == timelineOf(model, options).picture);
    }
}

TEST_CASE("hostile names do the timeline no harm") {
    for (const std::string& name : {std::string(), std::string("   "), std::string(100'000, 'W'),
                                    std::string("<b>bold</b> &amp; <script>"),
                                    std::string("\u202Eevil\u202C \u0007 bell\nsecond line"),
                                    std::string("\xFF\xFE broken \xC3")}) {
        test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
        Draft draft(permit.model);
        for (const AnyId& id : permit.model.plan().roadmap.ids()) {
            model::RoadmapItem* item = draft.change(Id<model::RoadmapItem>(id));
            item->title = name;
            item->expectedDelta = name;
        }
        for (const AnyId& id : permit.model.plan().flows.ids()) draft.change(Id<model::Flow>(id))->name = name;
        for (const AnyId& id : permit.model.plan().roles.ids()) draft.change(Id<model::Role>(id))->name = name;
        for (const AnyId& id : permit.model.plan().spine.ids()) draft.change(Id<model::SpineItem>(id))->title = name;
        for (const AnyId& id : permit.model.plan().decisions.ids()) draft.change(Id<model::Decision>(id))->title = name;
        for (const AnyId& id : permit.model.plan().cadences.ids()) draft.change(Id<model::Cadence>(id))->name = name;
        const Model model = draft.finish();
        INFO("name “" << visible(name, 60) << "”");
        CHECK(allProblems(model, timelineOf(model).picture) == "");
    }
}
