// Properties that hold for every edit, tried with long chains of random ones. FLOWSPINE_SEED repeats a chain.
#include "diff/model_diff.h"
#include "model/validate.h"
#include "project/model_writer.h"
#include "support/fingerprint.h"
#include "support/random_edit.h"

#include <catch2/catch.hpp>

#include <map>

using namespace flowspine;
using model::Model;

namespace {

void checkValid(const Model& model) {
    for (const base::Issue& issue : model::validate(model)) FAIL(issue.error.code << ": " << issue.error.message);
}

void checkDifference(const Model& before, const Model& after, const diff::ModelDiff& difference) {
    REQUIRE(diff::apply(difference, before) == after);
    REQUIRE(diff::apply(diff::diff(after, before), after) == before);
    REQUIRE(difference.isEmpty() == before.isSameAs(after));
    for (const diff::EntityChange& change : difference.changes) {
        REQUIRE(difference.find(change.id) == &change);
        // Unknown members stay with their entity.
        if (!change.isAdded() && !change.isRemoved()) REQUIRE(change.before->extra == change.after->extra);
    }
}

// Goes back to the first plan and forward to the last one, by differences alone.
void undoAllRedoAll(const std::vector<Model>& history) {
    Model model = history.back();
    for (std::size_t i = history.size() - 1; i > 0; --i) {
        model = diff::apply(diff::diff(history[i], history[i - 1]), model);
        REQUIRE(model == history[i - 1]);
    }
    REQUIRE(project::writeModel(model) == project::writeModel(history.front()));
    for (std::size_t i = 1; i < history.size(); ++i) model = diff::apply(diff::diff(history[i - 1], history[i]), model);
    REQUIRE(model == history.back());
    REQUIRE(project::writeModel(model) == project::writeModel(history.back()));
}

struct Count {
    std::size_t done = 0;
    std::size_t refused = 0;
    std::size_t idle = 0;
};

// Runs `edits` random edits and checks every one; `history` is kept in pieces of at most `piece` plans.
std::map<std::string, Count> runEdits(std::uint64_t seed, std::size_t edits, std::size_t piece) {
    test::Random random(seed);
    test::RandomEditor editor(random);
    std::vector<Model> history{test::randomModel(random)};
    std::vector<std::uint64_t> fingerprints{test::fingerprint(history.back())};
    std::map<std::string, Count> counts;
    constexpr std::size_t fingerprintEvery = 20;
    for (std::size_t i = 1; i <= edits; ++i) {
        const Model& before = history.back();
        const bool isSampled = i % fingerprintEvery == 0;
        const std::uint64_t sum = isSampled ? test::fingerprint(before) : 0;
        const test::RandomEdit edit = editor.next(before);
        INFO("FLOWSPINE_SEED=" << seed << ", edit " << i << ": " << edit.what);
        Count& count = counts[edit.what.substr(0, edit.what.find_first_of(" ."))];
        if (isSampled) REQUIRE(test::fingerprint(before) == sum);
        if (!edit.result) {
            ++count.refused;
            REQUIRE_FALSE(edit.result.error().code.empty());
            REQUIRE_FALSE(edit.result.error().message.empty());
            continue;
        }
        const Model& after = edit.result.value();
        const diff::ModelDiff difference = diff::diff(before, after);
        ++(difference.isEmpty() ? count.idle : count.done);
        checkDifference(before, after, difference);
        checkValid(after);
        if (difference.isEmpty()) continue;
        history.push_back(after);
        if (history.size() % fingerprintEvery == 0) fingerprints.push_back(test::fingerprint(after));
        if (history.size() == piece || i == edits) {
            undoAllRedoAll(history);
            // Nothing that was kept has changed behind its back.
            for (std::size_t n = 1; n < fingerprints.size(); ++n)
                REQUIRE(test::fingerprint(history[n * fingerprintEvery - 1]) == fingerprints[n]);
            history = {after};
            fingerprints = {test::fingerprint(after)};
        }
    }
    undoAllRedoAll(history);
    return counts;
}

} // namespace

TEST_CASE("20,000 random edits keep the plan valid, can be undone and redone, and lose no unknown member") {
    const std::uint64_t seed = test::testSeed(20261124);
    const std::map<std::string, Count> counts = runEdits(seed, 20'000, 20'001);
    // A chain in which some sort of edit never worked would show little.
    for (const std::string& sort : test::RandomEditor::sorts()) {
        INFO("FLOWSPINE_SEED=" << seed << ", " << sort);
        const auto count = counts.find(sort);
        REQUIRE(count != counts.end());
        if (sort.starts_with("copy"))
            CHECK(count->second.idle > 0);
        else
            CHECK(count->second.done > 0);
    }
}

TEST_CASE("1,000,000 random edits keep the plan valid and can be undone and redone", "[long]") {
    for (std::uint64_t round = 0; round < 20; ++round) {
        const std::uint64_t seed = test::testSeed(1) + round;
        CAPTURE(seed);
        CHECK(runEdits(seed, 50'000, 10'000).size() == test::RandomEditor::sorts().size());
    }
}
