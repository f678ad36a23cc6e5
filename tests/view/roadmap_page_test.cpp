#include "view/roadmap_page.h"

#include "model/draft.h"
#include "project/model_reader.h"
#include "support/paths.h"
#include "view/page_frame.h"
#include "view/roadmap_page_axis.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>

using namespace flowspine;
using namespace flowspine::view;
using model::RoadmapItem;

namespace {

const FixedTextMeasure measure;

base::Date date(int year, int month, int day) {
    return *base::makeDate(year, month, day);
}

model::Model exampleModel(std::string_view name) {
    std::ifstream stream(test::sourceDir() / "resources/examples" / name, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    base::Result<project::ReadModel> read = project::readModel(content.str());
    REQUIRE(read);
    return std::move(read).value().model;
}

PageSetup setup(Paper paper = Paper::a3, bool isPortrait = false) {
    PageSetup setup;
    setup.paper = paper;
    setup.isPortrait = isPortrait;
    setup.stateOfPlan = date(2026, 11, 23);
    return setup;
}

// `count` items, one after the other, each `weeks` long, in `flows` flows.
model::Model manyItems(std::size_t count, int weeks, std::size_t flows) {
    model::Draft draft(model::makeEmptyModel(model::AnyId("plan-000000000001"), "Plan"));
    model::Plan& plan = draft.changePlan();
    plan.organisation = "City";
    plan.roadmapStart = date(2026, 10, 1);
    const auto id = [](const char* prefix, std::size_t number) {
        std::string digits = std::to_string(number);
        return model::AnyId(prefix + std::string(12 - digits.size(), '0') + digits);
    };
    for (std::size_t i = 0; i < flows; ++i) {
        auto flow = std::make_shared<model::Flow>();
        flow->id = id("flow-", i);
        flow->name = "Flow " + std::to_string(i);
        plan.flows.add(flow->id);
        draft.put(flow);
    }
    for (std::size_t i = 0; i < count; ++i) {
        auto item = std::make_shared<RoadmapItem>();
        item->id = id("item-", i);
        item->title = "Experiment number " + std::to_string(i);
        item->killCriteria = "Below 72%";
        item->willResultIn = "fewer files coming back";
        item->start = base::addDays(date(2026, 10, 1), static_cast<int>(i % 20) * 14);
        item->end = base::addDays(*item->start, weeks * 7);
        item->reviewDate = item->end;
        if (flows > 0) item->flows.add(id("flow-", i % flows));
        plan.roadmap.add(item->id);
        draft.put(item);
    }
    return draft.finish();
}

std::vector<std::string> wordsOn(const Page& page) {
    std::vector<std::string> words;
    for (const Shape& shape : page.picture.shapes)
        if (const auto* label = std::get_if<Label>(&shape.form))
            words.insert(words.end(), label->lines.begin(), label->lines.end());
    return words;
}

bool says(const std::vector<Page>& pages, const std::string& words) {
    for (const Page& page : pages)
        for (const std::string& each : wordsOn(page))
            if (each.find(words) != std::string::npos) return true;
    return false;
}

void requireReadable(const std::vector<Page>& pages) {
    for (const Page& page : pages) {
        const Rect sheet{0, 0, page.size.width, page.size.height};
        for (const Shape& shape : page.picture.shapes) {
            const auto* label = std::get_if<Label>(&shape.form);
            if (label == nullptr) continue;
            CAPTURE(label->lines.front(), label->style.size);
            REQUIRE(label->style.size >= 6);
            const Rect bounds = boundsOf(shape.form);
            REQUIRE(bounds.x >= sheet.x);
            REQUIRE(bounds.right() <= sheet.right());
            REQUIRE(bounds.y >= sheet.y);
            REQUIRE(bounds.bottom() <= sheet.bottom());
        }
    }
}

} // namespace

TEST_CASE("the renovation permit's roadmap is one A3 sheet that says what the plan says") {
    const std::vector<Page> pages = roadmapPages(exampleModel("renovation-permit.flowspine"), setup(), measure);
    REQUIRE(pages.size() == 1);
    for (const char* words :
         {"What do we try next", "Increment 1", "Guided intake", "One-stop team", "Stop wet-stamping",
          "Tier the review effort", "23 Nov", "City of Harrowgate", "1 of 1", "A3 landscape", "Nobody is working on it",
          "which cannot change", "Fixed spine", "stop 72 %"}) {
        CAPTURE(words);
        CHECK(says(pages, words));
    }
    requireReadable(pages);
}

TEST_CASE("on every paper all titles are there, no type is below 6 points and nothing leaves the sheet") {
    for (const char* name : {"renovation-permit.flowspine", "first-passport.flowspine",
                             "home-purchase-mortgage.flowspine", "acme-stamping.flowspine"}) {
        const model::Model model = exampleModel(name);
        for (const Paper paper : {Paper::a4, Paper::a3, Paper::letter}) {
            for (const bool isPortrait : {false, true}) {
                CAPTURE(name, nameOf(setup(paper, isPortrait)));
                const std::vector<Page> pages = roadmapPages(model, setup(paper, isPortrait), measure);
                requireReadable(pages);
                model.forEach<RoadmapItem>([&](const RoadmapItem& item) {
                    CAPTURE(item.title);
                    CHECK(says(pages, item.title.substr(0, item.title.find(' '))));
                });
                model.forEach<model::Constraint>(
                    [&](const model::Constraint& constraint) { CHECK(says(pages, constraint.title.substr(0, 14))); });
                CHECK(says(pages, "1 of " + std::to_string(pages.size())));
            }
        }
    }
}

TEST_CASE("what does not fit gets further sheets with every item on one of them, axis and title block on each") {
    const std::vector<Page> pages = roadmapPages(manyItems(120, 6, 3), setup(Paper::a4), measure);
    REQUIRE(pages.size() > 3);
    requireReadable(pages);
    for (std::size_t i = 0; i < 120; ++i) {
        CAPTURE(i);
        CHECK(says(pages, "number " + std::to_string(i)));
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::vector<Page> page{pages[i]};
        CHECK(says(page, "Increment "));
        CHECK(says(page, std::to_string(i + 1) + " of " + std::to_string(pages.size())));
    }
}

TEST_CASE("a time too long for one sheet goes on to the next with one increment of overlap") {
    Increments increments;
    increments.start = date(2026, 10, 1);
    increments.today = date(2026, 11, 23);
    const std::vector<AxisWindow> windows = axisWindows(increments, date(2026, 8, 1), 11, 700, 130);
    REQUIRE(windows.size() > 1);
    CHECK(windows.front().from == date(2026, 8, 1));
    CHECK(windows.front().isFirst);
    for (std::size_t i = 1; i < windows.size(); ++i) {
        CHECK(windows[i].firstIncrement == windows[i - 1].firstIncrement + windows[i - 1].count - 1);
        CHECK_FALSE(windows[i - 1].goesOn);
    }
    CHECK(windows.back().goesOn);
    CHECK(windows.back().firstIncrement + windows.back().count == 12);
}

TEST_CASE("windows of an axis end for any width") {
    Increments increments;
    increments.start = date(2026, 10, 1);
    increments.today = increments.start;
    for (double width = 10; width < 1500; width += 7) {
        const std::vector<AxisWindow> windows = axisWindows(increments, date(2026, 8, 1), 40, width, 130);
        CAPTURE(width);
        REQUIRE(windows.size() <= 41);
        REQUIRE(windows.back().firstIncrement + windows.back().count == 41);
    }
}

TEST_CASE("increments start at the roadmap's start, count backwards too, and have the plan's length") {
    Increments increments;
    increments.start = date(2026, 10, 1);
    increments.days = 91;
    CHECK(increments.at(date(2026, 10, 1)) == 0);
    CHECK(increments.at(date(2026, 12, 30)) == 0);
    CHECK(increments.at(date(2026, 12, 31)) == 1);
    CHECK(increments.at(date(2026, 9, 30)) == -1);
    CHECK(increments.at(date(2026, 7, 2)) == -1);
    CHECK(increments.at(date(2026, 7, 1)) == -2);
    increments.today = date(2026, 1, 1);
    CHECK(increments.current() == 0);
}

TEST_CASE("an empty plan has one sheet with its frame") {
    const model::Model empty = model::makeEmptyModel(model::AnyId("plan-000000000001"), "Plan");
    for (const Paper paper : {Paper::a4, Paper::a3, Paper::letter}) {
        const std::vector<Page> pages = roadmapPages(empty, setup(paper), measure);
        REQUIRE(pages.size() == 1);
        CHECK(says(pages, "1 of 1"));
        requireReadable(pages);
    }
}

TEST_CASE("items without dates stand in the increment of their horizon") {
    model::Draft draft(manyItems(1, 6, 0));
    RoadmapItem* item = draft.change(model::Id<RoadmapItem>("item-000000000000"));
    item->start.reset();
    item->end.reset();
    item->horizon = model::Horizon::next;
    const std::vector<Page> pages = roadmapPages(draft.finish(), setup(), measure);
    CHECK(says(pages, "number 0"));
    CHECK(says(pages, "no dates yet"));
}

TEST_CASE("dates far outside any roadmap neither hang nor hide an item") {
    model::Draft draft(manyItems(2, 6, 0));
    RoadmapItem* early = draft.change(model::Id<RoadmapItem>("item-000000000000"));
    early->start = date(1, 1, 1);
    early->end = date(2, 1, 1);
    RoadmapItem* late = draft.change(model::Id<RoadmapItem>("item-000000000001"));
    late->start = date(9998, 1, 1);
    late->end = date(9999, 12, 31);
    const std::vector<Page> pages = roadmapPages(draft.finish(), setup(), measure);
    CHECK(says(pages, "number 0"));
    CHECK(says(pages, "number 1"));
}

TEST_CASE("a headline of one's own stands in large type with the question above it") {
    PageSetup headed = setup();
    headed.headline = "By spring we know whether guided intake works";
    const std::vector<Page> pages = roadmapPages(exampleModel("renovation-permit.flowspine"), headed, measure);
    const std::vector<std::string> words = wordsOn(pages.front());
    CHECK(words[0] == "What do we try next, and how will we know it worked?");
    CHECK(words[1] == headed.headline);
}

TEST_CASE("parts are unique on a sheet within an entity") {
    for (const Page& page : roadmapPages(exampleModel("renovation-permit.flowspine"), setup(), measure)) {
        std::set<std::pair<std::string, std::string>> seen;
        for (const Shape& shape : page.picture.shapes)
            CHECK(seen.emplace(std::string(shape.id.text()), shape.part).second);
    }
}
