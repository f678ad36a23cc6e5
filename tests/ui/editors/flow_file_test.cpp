// What one act on the flow canvas changes in the saved file: only the lines that mean something else now.
#include "editor_bench.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/variant_tabs.h"
#include "project/model_writer.h"
#include "support/examples.h"

#include <algorithm>
#include <sstream>

using namespace flowspine;
using base::AnyId;
using model::Flow;
using model::Id;
using model::Model;
using model::Step;
using model::Team;
using model::Variant;

namespace {

using Bench = test::EditorBench<editors::FlowsEditor>;
using Lines = std::vector<std::string>;

Lines linesOf(const Model& model) {
    Lines lines;
    std::istringstream in(project::writeModel(model));
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// Each line that differs, as it is now. No act here adds or removes a line.
Lines changedLines(const Model& before, const Model& after) {
    const Lines a = linesOf(before);
    const Lines b = linesOf(after);
    REQUIRE(a.size() == b.size());
    Lines changed;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i]) changed.push_back(b[i]);
    return changed;
}

Model permit() {
    return test::importBundled(test::bundledExamples[0]).model;
}

const Variant& shown(const Bench& bench) {
    const Variant* variant = bench.live().find(bench.editor->shownVariant());
    REQUIRE(variant);
    return *variant;
}

std::vector<AnyId> lanesFromTop(const Bench& bench) {
    std::vector<std::pair<double, AnyId>> found;
    for (const view::HitArea& area : bench.picture().areas)
        if (area.role == "lane" && area.id) found.emplace_back(area.rect.y, area.id);
    std::sort(found.begin(), found.end());
    std::vector<AnyId> lanes;
    for (const auto& [y, id] : found) lanes.push_back(id);
    return lanes;
}

// One undo brings the file back byte for byte.
void checkOneUndo(Bench& bench, const Model& before) {
    CHECK(bench.undoCount() == 1);
    bench.checkPlan();
    bench.undo();
    CHECK(linesOf(bench.live()) == linesOf(before));
}

} // namespace

TEST_CASE("reordering lanes takes their steps along and changes only the list of lanes in the file") {
    Bench bench(permit(), {1900, 1400});
    const Model before = bench.live();
    const std::vector<AnyId> lanes = lanesFromTop(bench);
    REQUIRE(lanes.size() >= 3);
    const view::Rect first = bench.area("lane", lanes[0]);
    const view::Rect third = bench.area("lane", lanes[2]);
    bench.drag(first.center(), {first.center().x, third.bottom() - 2});

    std::vector<AnyId> expected = lanes;
    std::rotate(expected.begin(), expected.begin() + 1, expected.begin() + 3);
    CHECK(lanesFromTop(bench) == expected);
    bench.live().forEach(shown(bench).steps, [&](const Step& step) {
        if (!step.team) return;
        const view::Rect box = bench.area("step", step.id);
        const view::Rect lane = bench.area("lane", step.team);
        CHECK(box.y >= lane.y);
        CHECK(box.bottom() <= lane.bottom());
    });
    const Lines changed = changedLines(before, bench.live());
    CHECK_FALSE(changed.empty());
    for (const std::string& line : changed) {
        INFO(line);
        CHECK(std::any_of(lanes.begin(), lanes.end(),
                          [&](const AnyId& team) { return line.find(team.text()) != std::string::npos; }));
    }
    checkOneUndo(bench, before);
}

TEST_CASE("moving the steps of a lane to another changes one line for each of them") {
    Bench bench(permit(), {1900, 1400});
    const Model before = bench.live();
    const std::vector<AnyId> lanes = lanesFromTop(bench);
    AnyId from;
    AnyId to;
    std::vector<AnyId> steps;
    for (const AnyId& lane : lanes) {
        std::vector<AnyId> inside;
        bench.live().forEach(shown(bench).steps, [&](const Step& step) {
            if (step.team == lane) inside.push_back(step.id);
        });
        if (inside.size() < 2 || steps.size() >= inside.size()) continue;
        steps = inside;
        from = lane;
    }
    REQUIRE(steps.size() >= 2);
    for (const AnyId& lane : lanes)
        if (lane != from && !to) to = lane;
    bench.session.select(session::Selection(steps));
    const view::Point grip = bench.area("step", steps.front()).center();
    bench.drag(grip, {grip.x, bench.area("lane", to).center().y});
    for (const AnyId& id : steps) CHECK(bench.live().find(Id<Step>(id))->team == to);
    const Lines changed = changedLines(before, bench.live());
    CHECK(changed.size() == steps.size());
    for (const std::string& line : changed) {
        INFO(line);
        CHECK(line.find(to.text()) != std::string::npos);
    }
    checkOneUndo(bench, before);
}

TEST_CASE("renaming a team at its lane changes one line, wherever the team works") {
    Bench bench(permit(), {1900, 1400});
    const Model before = bench.live();
    const AnyId team = lanesFromTop(bench).front();
    bench.doubleClick(bench.area("lane", team).center());
    bench.typeLine(QStringLiteral("Residents"));
    const Lines changed = changedLines(before, bench.live());
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].find("Residents") != std::string::npos);
    checkOneUndo(bench, before);
}

TEST_CASE("making a variant the current one changes one line") {
    Bench bench(permit(), {1900, 1400});
    const Model before = bench.live();
    const Flow* flow = before.find(Id<Flow>(before.plan().flows[0]));
    REQUIRE(flow->variants.size() >= 2);
    const AnyId other = flow->variants[flow->variants[0] == flow->current ? 1 : 0];
    emit bench.editor->variantTabs().makeCurrentAsked(other);
    CHECK(bench.live().find(Id<Flow>(flow->id))->current == other);
    const Lines changed = changedLines(before, bench.live());
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].find(other.text()) != std::string::npos);
    checkOneUndo(bench, before);
}
