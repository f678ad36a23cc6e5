#include "view/line_of_sight.h"

#include "analysis/evaluation.h"
#include "model/draft.h"
#include "model/entity_type.h"
#include "support/examples.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

#include <set>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Model;

namespace {

const base::Date today = *base::makeDate(2026, 11, 24);

LineOfSight sightOf(const Model& model) {
    return lineOfSight(model, model::ModelIndex(model), {today, false});
}

using Gaps = std::set<std::pair<std::string, std::string>>; // rule and entity

// What the rules find about threads, apart from what is accepted.
Gaps foundByRules(const Model& model) {
    const std::set<std::string_view> rules = {"O05", "F07", "S09", "R08", "O13", "O12"};
    Gaps gaps;
    for (const analysis::Finding& finding : analysis::Evaluation::of(model, today).findings())
        if (rules.contains(finding.ruleId) && !finding.isWaived()) gaps.emplace(finding.ruleId, finding.entity.text());
    return gaps;
}

Gaps shownGaps(const LineOfSight& sight) {
    Gaps gaps;
    for (const SightNode& node : sight.nodes)
        for (const SightGap gap : {node.before, node.after}) {
            const std::map<SightGap, const char*> rules = {
                {SightGap::noFlow, "O05"},        {SightGap::noOutcome, "F07"},   {SightGap::touchesNothing, "S09"},
                {SightGap::solvesNothing, "R08"}, {SightGap::nobodyWorks, "O13"}, {SightGap::holdsNothing, "O12"}};
            if (gap != SightGap::none) gaps.emplace(rules.at(gap), node.id.text());
        }
    return gaps;
}

std::set<std::string> namesOf(const LineOfSight& sight, const SightThread& thread, const Model& model) {
    std::set<std::string> names;
    for (const std::size_t node : thread.nodes) {
        const auto entity = model.find(sight.nodes[node].id);
        names.insert(entity ? model::titleOf(*entity) : "no team");
    }
    return names;
}

} // namespace

TEST_CASE("threads break where the health rules say so") {
    for (const test::BundledExample& example : test::bundledExamples) {
        INFO(example.fileName);
        const test::ImportedCase imported = test::importBundled(example);
        CHECK(shownGaps(sightOf(imported.model)) == foundByRules(imported.model));
    }
    const std::uint64_t seed = 411;
    test::Random random(seed);
    std::size_t gaps = 0;
    for (int i = 0; i < 300; ++i) {
        INFO("seed " << seed << ", plan " << i);
        const Model model = test::randomModel(random, {.entities = 40 + random.below(160)});
        const Gaps shown = shownGaps(sightOf(model));
        CHECK(shown == foundByRules(model));
        gaps += shown.size();
    }
    CHECK(gaps > 300);
}

TEST_CASE("the thread of a fixed item leads to who works by it and to what changes it") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const LineOfSight sight = sightOf(permit.model);
    const auto threadOfTitle = [&](std::string_view title) {
        for (std::size_t node = 0; node < sight.nodes.size(); ++node)
            if (const auto entity = permit.model.find(sight.nodes[node].id); entity && model::titleOf(*entity) == title)
                return threadOf(sight, permit.model, node);
        FAIL("no " << title);
        return SightThread{};
    };
    CHECK(namesOf(sight, threadOfTitle("Every plan is printed and wet-stamped"), permit.model) ==
          std::set<std::string>{"Applicants get a decision quickly", "Renovation permit: apply to inspected",
                                "Permit front desk", "Every plan is printed and wet-stamped", "Stop wet-stamping",
                                "Wet-stamp habit"});
    // One tie between each two of them.
    CHECK(threadOfTitle("Every plan is printed and wet-stamped").ties.size() == 5);
    CHECK(threadWords(sight, permit.model, threadOfTitle("Every plan is printed and wet-stamped")) ==
          "Outcome: Applicants get a decision quickly  ·  Flow: Renovation permit: apply to inspected  ·  Team: Permit "
          "front desk  ·  Stands on: Every plan is printed and wet-stamped  ·  Changed by: Stop wet-stamping  ·  "
          "Loosens: Wet-stamp habit");
    // A change leads back to the rule it touches and the work that stands on that.
    CHECK(namesOf(sight, threadOfTitle("Stop wet-stamping"), permit.model) ==
          namesOf(sight, threadOfTitle("Every plan is printed and wet-stamped"), permit.model));
    // A constraint leads to where it bites as well as to what loosens it.
    CHECK(namesOf(sight, threadOfTitle("Sequential waiting in five review queues"), permit.model) ==
          std::set<std::string>{"Applicants get a decision quickly", "Renovation permit: apply to inspected",
                                "Building plan review", "Fire marshal", "One-stop team for minor and standard tiers",
                                "Sequential waiting in five review queues"});
    // A team leads to the rules that its own work stands on, and no further team.
    const std::set<std::string> review = namesOf(sight, threadOfTitle("Building plan review"), permit.model);
    CHECK(review.contains("State building code applies to every permit"));
    CHECK(review.contains("Ask state to accept digital seals for complex tier"));
    CHECK_FALSE(review.contains("Permit front desk"));
    CHECK_FALSE(review.contains("Every plan is printed and wet-stamped"));
    // An outcome that no flow delivers leads to what holds it back and no further.
    CHECK(
        namesOf(sight, threadOfTitle("Service recovery is fast when we get it wrong"), permit.model) ==
        std::set<std::string>{"Service recovery is fast when we get it wrong", "Nobody owns recovery of late permits"});
    CHECK(threadOfTitle("Service recovery is fast when we get it wrong").ties.empty());
}

TEST_CASE("ties run to the right between what is there, and a thread holds both ends of its ties") {
    const std::uint64_t seed = 1234;
    test::Random random(seed);
    for (int i = 0; i < 100; ++i) {
        INFO("seed " << seed << ", plan " << i);
        const Model model = test::randomModel(random, {.entities = 40 + random.below(160)});
        const LineOfSight sight = sightOf(model);
        REQUIRE(sight.columnStarts.back() == sight.nodes.size());
        for (const SightTie& tie : sight.ties) {
            REQUIRE(tie.to < sight.nodes.size());
            CHECK(sight.nodes[tie.from].column < sight.nodes[tie.to].column);
        }
        for (std::size_t node = 0; node < sight.nodes.size(); ++node) {
            const SightThread thread = threadOf(sight, model, node);
            const std::set<std::size_t> nodes(thread.nodes.begin(), thread.nodes.end());
            CHECK(nodes.contains(node));
            for (const std::size_t tie : thread.ties)
                CHECK((nodes.contains(sight.ties[tie].from) && nodes.contains(sight.ties[tie].to)));
        }
    }
}

TEST_CASE("an accepted finding breaks no thread, and a rule that is off breaks none") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    model::Draft draft(permit.model);
    auto waiver = std::make_shared<model::Waiver>();
    waiver->id = AnyId("waiv-000000000001");
    waiver->about = permit.ids.at("O4");
    waiver->ruleId = "O05";
    waiver->expiry = *base::makeDate(2026, 11, 24);
    draft.changePlan().waivers.add(waiver->id);
    draft.put(waiver);
    const Model model = draft.finish();
    const auto gapOn = [&](base::Date day) {
        const LineOfSight sight = lineOfSight(model, model::ModelIndex(model), {day, false});
        return sight.nodes[*sight.find(permit.ids.at("O4"))].after;
    };
    CHECK(gapOn(*base::makeDate(2026, 11, 24)) == SightGap::none);
    CHECK(gapOn(*base::makeDate(2026, 11, 25)) == SightGap::noFlow);
}
