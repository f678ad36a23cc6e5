// merge-batch: merges many triples and tells what came of each as one line of JSON.
//   merge-batch --random COUNT [SEED]   makes the triples itself; a summary comes last
//   merge-batch --against-git COUNT [SEED]   has git merge the same triples as text (git merge-file), and counts how
//   often
//                                       its clean results are wrong and its conflicts need not be
//   merge-batch FOLDER...               merges base, ours and theirs.flowspine of each folder, and writes
//   merged.flowspine
// The exit code is 0 when every merge holds what merging promises.
#include "diff/merge.h"
#include "project/model_reader.h"
#include "project/model_writer.h"
#include "project/project_file.h"
#include "support/merge_oracle.h"
#include "support/paths.h"
#include "support/random_triple.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <sys/wait.h>

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

// What `git merge-file` makes of the triple: the text, and whether it saw conflicts. nullopt when git cannot be run.
std::optional<std::pair<std::string, bool>> gitMerge(const test::Triple& triple, const std::filesystem::path& folder) {
    const std::pair<const char*, const model::Model*> files[] = {
        {"ours", &triple.ours}, {"base", &triple.base}, {"theirs", &triple.theirs}};
    for (const auto& [name, model] : files)
        if (!project::writeFileSafely(folder / name, project::writeModel(*model))) return std::nullopt;
    const std::string command = "cd '" + folder.string() + "' && git merge-file -p -q ours base theirs >merged";
    const int status = std::system(command.c_str());
    const auto text = project::readBytes(folder / "merged", std::size_t(-1));
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 127 || !text) return std::nullopt;
    return std::pair(*text, WEXITSTATUS(status) != 0);
}

int runAgainstGit(std::size_t count, std::uint64_t seed) {
    const std::filesystem::path folder = test::outputDir() / "against-git";
    std::filesystem::create_directories(folder);
    test::Random random(seed);
    std::size_t clean = 0;
    std::size_t wrong = 0;
    std::size_t unreadable = 0;
    std::size_t conflicted = 0;
    std::size_t falsely = 0;
    Totals ours;
    for (std::size_t i = 0; i < count; ++i) {
        const test::Triple triple = test::randomTriple(random);
        model::Model merged;
        static_cast<void>(judge(triple, ours, merged));
        const bool isClean = diff::merge(triple.base, triple.ours, triple.theirs).value().conflicts.empty();
        const auto text = gitMerge(triple, folder);
        if (!text) return 2;
        if (text->second) {
            ++conflicted;
            falsely += isClean ? 1U : 0U;
            continue;
        }
        ++clean;
        const auto read = project::readModel(text->first);
        const bool isRight = read && test::judgeMerge(triple.base, triple.ours, triple.theirs, read->model).isFine();
        unreadable += read ? 0U : 1U;
        wrong += isRight ? 0U : 1U;
    }
    print({{"seed", seed},
           {"merges", count},
           {"gitClean", clean},
           {"gitCleanButWrong", wrong},
           {"ofTheseUnreadable", unreadable},
           {"gitConflicts", conflicted},
           {"gitConflictsThatNeedNotBe", falsely},
           {"flowspineClean", ours.clean},
           {"flowspineCleanButWrong", ours.lost + ours.invented + ours.broken + ours.unreadable},
           {"flowspineFalseConflicts", ours.falsely}});
    return ours.isFine() ? 0 : 1;
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
    const std::string_view mode = argv[1];
    const std::uint64_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
    const std::size_t count = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 100'000;
    if (mode == "--random") return runRandom(count, seed);
    if (mode == "--against-git") return runAgainstGit(count, seed);
    return runFolders(argc - 1, argv + 1);
}
