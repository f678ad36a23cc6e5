#include "base/id.h"

#include "base/id_generator.h"
#include "base/result.h"

#include <catch2/catch.hpp>

#include <unordered_set>

using namespace flowspine;
using base::AnyId;

TEST_CASE("an id is short plain text, anything else is no id") {
    CHECK(AnyId("step-4k7m2q9x1d3v").text() == "step-4k7m2q9x1d3v");
    CHECK(AnyId(std::string(31, 'a')).text().size() == 31);
    for (const std::string& text : {std::string(), std::string(32, 'a'), std::string("a b"), std::string("ä"),
                                    std::string("a/b"), std::string("a\0b", 3), std::string("\"")})
        CHECK(AnyId(text).isEmpty());
    CHECK_FALSE(AnyId());
    CHECK(AnyId("a"));
}

TEST_CASE("ids compare as their texts and hash by value") {
    CHECK(AnyId("a") < AnyId("aa"));
    CHECK(AnyId("Z") < AnyId("a"));
    CHECK(AnyId("step-1") == AnyId("step-1"));
    CHECK(AnyId("step-1") != AnyId("step-2"));
    CHECK(AnyId("step-1").hash() == AnyId("step-1").hash());
    CHECK(AnyId("step-1").hash() != AnyId("step-2").hash());
}

TEST_CASE("generated ids carry the prefix and twelve characters, counting in order") {
    base::CountingIdGenerator ids(31);
    CHECK(ids.next("step").text() == "step-00000000000z");
    CHECK(ids.next("link").text() == "link-000000000010");
}

TEST_CASE("random ids do not repeat") {
    const auto first = base::makeRandomIdGenerator();
    const auto second = base::makeRandomIdGenerator();
    std::unordered_set<AnyId> seen;
    for (int i = 0; i < 10'000; ++i) {
        CHECK(seen.insert(first->next("step")).second);
        CHECK(seen.insert(second->next("step")).second);
    }
}

TEST_CASE("an error's text leaves out what is unknown") {
    CHECK(base::toText({"c", "Wrong.", "a.flowspine", 3, 7, ""}) == "a.flowspine:3:7: Wrong.");
    CHECK(base::toText({"c", "Wrong.", "a.flowspine", 3, 0, ""}) == "a.flowspine:3: Wrong.");
    CHECK(base::toText({"c", "Wrong.", "a.flowspine", 0, 0, ""}) == "a.flowspine: Wrong.");
    CHECK(base::toText(base::failure("c", "Wrong.")) == "Wrong.");
}
