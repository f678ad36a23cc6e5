// merge-batch: merges many triples and tells what came of each as one line of JSON.
//   merge-batch --random COUNT [SEED]   makes the triples itself; a summary comes last
//   merge-batch FOLDER...               merges base, ours and theirs.flowspine of each folder, and writes
//   merged.flowspine
// The exit code is 0 when every merge holds what merging promises.
#include "diff/merge.h"
#include "project/model_reader.h"
#include "project/model_writer.h"
#include "project/project_file.h"
#include "support/merge_oracle.h"
#include "support/random_triple.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace {

using namespace flowspine;
using Json = nlohmann::ordered_json;

void print(const Json& line) {
    std::puts(line.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
}

struct Totals {
    std::size_t merges = 0;
    std::size_t clean = 0;
    std::size_t conflicts = 0;
    std::size_t lost = 0;
    std::size_t invented = 0;
    std::size_t falsely = 0;
    std::size_t broken = 0;
    std::size_t unreadable = 0;

    [[nodiscard]] bool isFine() const { return lost + invented + falsely + broken + unreadable == 0; }
};

// Merges and judges; the line says what was found.
Json judge(const test::Triple& triple, Totals& totals, model::Model& merged) {
    ++totals.merges;
    const auto merge = diff::merge(triple.base, triple.ours, triple.theirs);
    if (!merge) {
        ++totals.unreadable;
        return {{"error", base::toText(merge.error())}};
    }
    merged = merge->model;
    const test::MergeVerdict verdict = test::judgeMerge(triple.base, triple.ours, triple.theirs, merged);
    const auto again = project::readModel(project::writeModel(merged));
    const bool loads = again && again->model == merged;
    totals.clean += merge->conflicts.empty() ? 1U : 0U;
    totals.conflicts += merge->conflicts.size();
    totals.lost += verdict.lost.size();
    totals.invented += verdict.invented.size();
    totals.falsely += verdict.falsely.size();
    totals.broken += verdict.broken.size();
    totals.unreadable += loads ? 0U : 1U;
    Json line = {{"conflicts", merge->conflicts.size()}, {"loads", loads}, {"isFine", verdict.isFine() && loads}};
    if (!verdict.isFine()) line["problems"] = verdict.text();
    return line;
}

int runRandom(std::size_t count, std::uint64_t seed) {
    test::Random random(seed);
    Totals totals;
    for (std::size_t i = 0; i < count; ++i) {
        model::Model merged;
        Json line = {{"triple", i}};
        line.update(judge(test::randomTriple(random), totals, merged));
        if (!line.value("isFine", false)) print(line);
    }
    print({{"seed", seed},
           {"merges", totals.merges},
           {"clean", totals.clean},
           {"conflicts", totals.conflicts},
           {"lostEdits", totals.lost},
           {"inventedEdits", totals.invented},
           {"falseConflicts", totals.falsely},
           {"invalidPlans", totals.broken},
           {"unreadablePlans", totals.unreadable}});
    return totals.isFine() ? 0 : 1;
}

int runFolders(int count, char** folders) {
    Totals totals;
    for (int i = 0; i < count; ++i) {
        const std::filesystem::path folder = folders[i];
        Json line = {{"folder", folders[i]}};
        test::Triple triple;
        const std::pair<const char*, model::Model*> files[] = {
            {"base.flowspine", &triple.base}, {"ours.flowspine", &triple.ours}, {"theirs.flowspine", &triple.theirs}};
        bool areRead = true;
        for (const auto& [name, model] : files) {
            base::Result<project::OpenedFile> opened = project::openFile(folder / name);
            if (opened)
                *model = opened->content.model;
            else
                line["error"] = base::toText(opened.error());
            areRead = areRead && opened;
        }
        if (areRead) {
            model::Model merged;
            line.update(judge(triple, totals, merged));
            const auto saved = project::writeFileSafely(folder / "merged.flowspine", project::writeModel(merged));
            if (!saved) line["error"] = base::toText(saved.error());
        } else {
            ++totals.unreadable;
        }
        print(line);
    }
    return totals.isFine() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    if (std::string_view(argv[1]) != "--random") return runFolders(argc - 1, argv + 1);
    const std::uint64_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
    return runRandom(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 100'000, seed);
}
