#include "edit/roadmap_edit.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using base::parseDate;
using model::AnyId;
using model::Horizon;
using model::Id;
using model::Model;
using model::RoadmapItem;

namespace {

struct Roadmap {
    base::CountingIdGenerator ids;
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    Id<RoadmapItem> a{item(Horizon::now, "A")};
    Id<RoadmapItem> b{item(Horizon::next, "B")};
    Id<RoadmapItem> c{item(Horizon::now, "C")};
    Id<RoadmapItem> d{item(Horizon::later, "D")};

    AnyId item(Horizon horizon, const char* title) {
        const edit::Added added = *edit::addRoadmapItem(model, horizon, title, ids);
        model = added.model;
        return added.id;
    }
    void take(const base::Result<Model>& next) { model = Model(next.value()); }
    const RoadmapItem& get(const Id<RoadmapItem>& id) const { return *model.find(id); }
};

std::vector<std::string> column(const Model& model, Horizon horizon) {
    std::vector<std::string> titles;
    model.forEach(model.plan().roadmap, [&](const RoadmapItem& item) {
        if (item.horizon == horizon) titles.push_back(item.title);
    });
    return titles;
}

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("roadmap items are added last in their horizon and moved to a horizon and rank") {
    Roadmap roadmap;
    CHECK(column(roadmap.model, Horizon::now) == Titles{"A", "C"});
    CHECK(column(edit::moveItem(roadmap.model, roadmap.d, Horizon::now, 1).value(), Horizon::now) ==
          Titles{"A", "D", "C"});
    CHECK(column(edit::moveItem(roadmap.model, roadmap.a, Horizon::now, 9).value(), Horizon::now) == Titles{"C", "A"});
    const Model next = *edit::moveItem(roadmap.model, roadmap.a, Horizon::next, 0);
    CHECK(column(next, Horizon::next) == Titles{"A", "B"});
    CHECK(column(next, Horizon::now) == Titles{"C"});
    CHECK(edit::moveItem(roadmap.model, Id<RoadmapItem>("item-gone"), Horizon::now, 0).error().code == "no-entity");
}

TEST_CASE("a scheduled item keeps its length") {
    Roadmap roadmap;
    roadmap.take(edit::scheduleItem(roadmap.model, roadmap.a, *parseDate("2026-10-01")));
    CHECK(roadmap.get(roadmap.a).start == parseDate("2026-10-01"));
    CHECK_FALSE(roadmap.get(roadmap.a).end.has_value());
    roadmap.take(edit::setItemDates(roadmap.model, roadmap.a, parseDate("2026-10-01"), parseDate("2026-12-30")));
    roadmap.take(edit::scheduleItem(roadmap.model, roadmap.a, *parseDate("2027-01-01")));
    CHECK(roadmap.get(roadmap.a).start == parseDate("2027-01-01"));
    CHECK(roadmap.get(roadmap.a).end == parseDate("2027-04-01"));
    CHECK(edit::scheduleItem(roadmap.model, roadmap.a, base::Date{3'000'000}).error().code == "out-of-range");
}

TEST_CASE("an item does not end before it starts") {
    Roadmap roadmap;
    const auto wrong = edit::setItemDates(roadmap.model, roadmap.a, parseDate("2027-02-01"), parseDate("2027-01-01"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == "end-before-start");
    CHECK(wrong.error().message == "“A” would end on 1 Jan 2027, before it starts on 1 Feb 2027.");
    roadmap.take(edit::setItemDates(roadmap.model, roadmap.a, std::nullopt, parseDate("2027-01-01")));
    CHECK(edit::scheduleItem(roadmap.model, roadmap.a, *parseDate("2027-01-02")).error().code == "end-before-start");
    roadmap.take(edit::scheduleItem(roadmap.model, roadmap.a, *parseDate("2027-01-01")));
    CHECK(roadmap.get(roadmap.a).end == parseDate("2027-01-01"));
    roadmap.take(edit::setItemDates(roadmap.model, roadmap.a, std::nullopt, std::nullopt));
    CHECK_FALSE(roadmap.get(roadmap.a).end.has_value());
}

TEST_CASE("items wait for others, but never in a circle") {
    Roadmap roadmap;
    roadmap.take(edit::connectDependency(roadmap.model, roadmap.b, roadmap.a));
    roadmap.take(edit::connectDependency(roadmap.model, roadmap.c, roadmap.b));
    CHECK(roadmap.get(roadmap.c).dependsOn.ids() == std::vector<AnyId>{roadmap.b});
    CHECK(edit::connectDependency(roadmap.model, roadmap.c, roadmap.b).value().isSameAs(roadmap.model));

    const auto direct = edit::connectDependency(roadmap.model, roadmap.a, roadmap.b);
    REQUIRE_FALSE(direct);
    CHECK(direct.error().code == "dependency-cycle");
    CHECK(direct.error().message == "“A” cannot wait for “B”, which already waits for “A”.");
    CHECK(edit::connectDependency(roadmap.model, roadmap.a, roadmap.c).error().message ==
          "“A” cannot wait for “C”, which already waits for “A” through “B”.");
    CHECK(edit::connectDependency(roadmap.model, roadmap.a, roadmap.a).error().code == "same-item");
    CHECK(edit::connectDependency(roadmap.model, roadmap.a, Id<RoadmapItem>("item-gone")).error().code ==
          "unknown-reference");

    roadmap.take(edit::disconnectDependency(roadmap.model, roadmap.b, roadmap.a));
    CHECK(roadmap.get(roadmap.b).dependsOn.isEmpty());
    roadmap.take(edit::connectDependency(roadmap.model, roadmap.a, roadmap.c));
    CHECK(roadmap.get(roadmap.a).dependsOn.size() == 1);
}

TEST_CASE("a circle that a file brings along does not keep the search for circles from ending") {
    Roadmap roadmap;
    roadmap.take(edit::setField(roadmap.model, roadmap.b, "dependsOn", std::vector<AnyId>{roadmap.c}));
    roadmap.take(edit::setField(roadmap.model, roadmap.c, "dependsOn", std::vector<AnyId>{roadmap.b}));
    roadmap.take(edit::connectDependency(roadmap.model, roadmap.a, roadmap.b));
    CHECK(edit::connectDependency(roadmap.model, roadmap.c, roadmap.a).error().code == "dependency-cycle");
}
