#include "model/kind.h"
#include "project/model_reader.h"
#include "project/model_writer.h"
#include "project/project_file.h"
#include "support/examples.h"
#include "support/paths.h"
#include "support/random.h"

#include <catch2/catch.hpp>

#include <functional>

using namespace flowspine;

namespace {

using test::Random;

std::size_t placeIn(Random& random, const std::string& bytes) {
    return random.below(bytes.size() + 1);
}

std::size_t lineStart(Random& random, const std::string& bytes) {
    const std::size_t at = bytes.find('\n', placeIn(random, bytes));
    return at == std::string::npos ? 0 : at + 1;
}

std::string lineAt(const std::string& bytes, std::size_t start) {
    return bytes.substr(start, bytes.find('\n', start) + 1 - start);
}

// Where an id of the file starts, behind its quotation mark.
std::size_t idAt(Random& random, const std::string& bytes) {
    const model::Kind kind = model::allKinds()[random.below(model::kindCount)];
    const std::string start = "\"" + std::string(model::idPrefix(kind)) + "-";
    std::size_t at = bytes.find(start, placeIn(random, bytes));
    if (at == std::string::npos) at = bytes.find("\"plan-");
    return at + 1;
}

using Mutation = std::function<void(Random&, std::string&)>;

const std::vector<Mutation>& mutations() {
    static const std::vector<Mutation> all = {
        [](Random& r, std::string& b) { b.resize(placeIn(r, b)); },
        [](Random& r, std::string& b) { b[r.below(b.size())] ^= static_cast<char>(1U << r.below(8)); },
        [](Random& r, std::string& b) { b[r.below(b.size())] = static_cast<char>(r.below(256)); },
        [](Random& r, std::string& b) { b.insert(placeIn(r, b), 1, '\0'); },
        [](Random& r, std::string& b) { b.insert(lineStart(r, b), "<<<<<<< HEAD\n"); },
        [](Random& r, std::string& b) { b.insert(lineStart(r, b), "=======\n"); },
        // A line taken out, given twice, or moved: members, brackets and elements.
        [](Random& r, std::string& b) {
            const std::size_t at = lineStart(r, b);
            b.erase(at, lineAt(b, at).size());
        },
        [](Random& r, std::string& b) {
            const std::size_t at = lineStart(r, b);
            b.insert(at, lineAt(b, at));
        },
        [](Random& r, std::string& b) {
            const std::size_t at = lineStart(r, b);
            const std::string line = lineAt(b, at);
            b.insert(lineStart(r, b), line);
        },
        [](Random& r, std::string& b) { b.erase(placeIn(r, b), r.below(200)); },
        [](Random& r, std::string& b) {
            const std::string piece = b.substr(placeIn(r, b), r.below(400));
            b.insert(placeIn(r, b), piece);
        },
        // Nesting
        [](Random& r, std::string& b) { b.insert(placeIn(r, b), std::string(1 + r.below(300), "[{"[r.below(2)])); },
        [](Random& r, std::string& b) { b.insert(lineStart(r, b), "\"deep\": " + std::string(250, '[') + ",\n"); },
        // Ids and references
        [](Random& r, std::string& b) { b[idAt(r, b) + 5 + r.below(4)] = static_cast<char>('a' + r.below(26)); },
        [](Random& r, std::string& b) {
            const std::size_t from = idAt(r, b);
            const std::string id = b.substr(from, b.find('"', from) - from);
            const std::size_t to = idAt(r, b);
            b.replace(to, b.find('"', to) - to, id);
        },
        [](Random& r, std::string& b) {
            b.replace(idAt(r, b), 4, model::idPrefix(model::allKinds()[r.below(model::kindCount)]));
        },
        // Values
        [](Random& r, std::string& b) {
            static const std::vector<std::string> values = {"null",
                                                            "true",
                                                            "-1",
                                                            "1e308",
                                                            "1e999",
                                                            "\"\"",
                                                            "\"2026-02-30\"",
                                                            "\"PT\"",
                                                            "[]",
                                                            "{}",
                                                            "[\"\"]",
                                                            "\"\\ud800\"",
                                                            "9007199254740993",
                                                            "\"\xFF\"",
                                                            "{\"id\": \"team-1\"}"};
            const std::size_t at = b.find(": ", placeIn(r, b));
            if (at != std::string::npos) b.replace(at + 2, b.find('\n', at) - at - 3, r.pick(values));
        },
    };
    return all;
}

// Without what formatting adds, and without lists that lost their only line.
std::string squeezed(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == ','; });
    for (std::size_t at = text.find("\":[]"); at != std::string::npos; at = text.find("\":[]")) {
        const std::size_t name = text.rfind('"', at - 1);
        text.erase(name, at + 4 - name);
    }
    return text;
}

// Refused with a place, or read into a plan that can be saved and reads back the same.
void check(const std::string& bytes) {
    const base::Result<project::ReadModel> read = project::readModel(bytes);
    if (!read) {
        if (read.error().message.empty() || (read.error().line == 0) != (read.error().column == 0))
            FAIL_CHECK("without place: " << base::toText(read.error()));
        // Only a format of version 0 has no place: it is the whole file that is wrong.
        if (read.error().line == 0 && read.error().code != "wrong-format")
            FAIL_CHECK("without line: " << base::toText(read.error()));
        return;
    }
    for (const base::Issue& issue : read->issues)
        if (issue.error.line == 0) FAIL_CHECK("issue without line: " << issue.error.message);
    const std::string saved = project::writeModel(read->model);
    const base::Result<project::ReadModel> again = project::readModel(saved);
    if (!again) {
        FAIL_CHECK(base::toText(again.error()));
        return;
    }
    if (!(again->model == read->model)) FAIL_CHECK("the plan that was read is not the one that was saved");
    if (project::writeModel(again->model) != saved) FAIL_CHECK("saving again gives other bytes");
}

} // namespace

TEST_CASE("2,000 damaged versions of each example are refused with a place or read and saved whole") {
    const std::uint64_t seed = test::testSeed(1);
    for (const test::BundledExample& example : test::bundledExamples) {
        const auto bytes =
            project::readBytes(test::sourceDir() / "resources/examples" / example.fileName, std::size_t{1} << 24U);
        REQUIRE(bytes.hasValue());
        for (std::uint64_t i = 0; i < 2000; ++i) {
            Random random(seed * 1'000'003 + i);
            std::string damaged = *bytes;
            for (std::size_t times = 1 + random.below(2); times > 0 && damaged.size() > 20; --times)
                random.pick(mutations())(random, damaged);
            INFO("FLOWSPINE_SEED=" << seed << ", " << example.fileName << ", damage " << i);
            check(damaged);
        }
    }
}

TEST_CASE("nothing is lost silently when a line of an example changes its place or is there twice") {
    const std::uint64_t seed = test::testSeed(2);
    const auto bytes =
        project::readBytes(test::sourceDir() / "resources/examples/renovation-permit.flowspine", std::size_t{1} << 24U);
    REQUIRE(bytes.hasValue());
    std::size_t readable = 0;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        Random random(seed * 1'000'003 + i);
        std::string damaged = *bytes;
        mutations()[6 + random.below(3)](random, damaged);
        const base::Result<project::ReadModel> read = project::readModel(damaged);
        if (!read) continue;
        ++readable;
        const std::string saved = squeezed(project::writeModel(read->model));
        INFO("FLOWSPINE_SEED=" << seed << ", damage " << i);
        CHECK(saved.size() == squeezed(damaged).size());
    }
    CHECK(readable > 100);
}
