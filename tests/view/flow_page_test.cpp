#include "view/flow_page.h"

#include "project/model_reader.h"
#include "support/examples.h"
#include "support/paths.h"
#include "view/flow_ladder.h"
#include "view/flow_picture.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>

using namespace flowspine;
using namespace flowspine::view;

namespace {

const FixedTextMeasure measure;

model::Model exampleModel(std::string_view name) {
    std::ifstream stream(test::sourceDir() / "resources/examples" / name, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    base::Result<project::ReadModel> read = project::readModel(content.str());
    REQUIRE(read);
    return std::move(read).value().model;
}

std::vector<FlowDrawing> drawingsOf(const model::Model& model, const model::ModelIndex& index) {
    std::vector<FlowDrawing> drawings;
    model.forEach<model::Variant>([&](const model::Variant& variant) {
        FlowDrawing drawing;
        drawing.variant = model::Id<model::Variant>(variant.id);
        FlowPictureOptions options;
        model.forEach(variant.steps, [&](const model::Step& step) { options.critical.insert(step.id); });
        drawing.picture = flowPicture(model, index, drawing.variant, options, measure);
        drawing.ladder = flowLadder(model, index, drawing.variant, options, measure);
        drawing.figures = {{"Lead time", "Teams"}, {{"As it is", {"49.9 d", "7"}, true}}};
        drawings.push_back(std::move(drawing));
    });
    return drawings;
}

std::multiset<std::string> wordsOn(const std::vector<Page>& pages) {
    std::multiset<std::string> words;
    for (const Page& page : pages)
        for (const Shape& shape : page.picture.shapes)
            if (const auto* label = std::get_if<Label>(&shape.form))
                words.insert(label->lines.begin(), label->lines.end());
    return words;
}

} // namespace

TEST_CASE("on every paper a flow's words are all there, none below 6 points and none outside its sheet") {
    for (const test::BundledExample& each : test::bundledExamples) {
        const model::Model model = exampleModel(each.fileName);
        const model::ModelIndex index(model);
        const std::vector<FlowDrawing> drawings = drawingsOf(model, index);
        for (const Paper paper : {Paper::a4, Paper::a3, Paper::letter}) {
            for (const bool isPortrait : {false, true}) {
                PageSetup setup;
                setup.paper = paper;
                setup.isPortrait = isPortrait;
                setup.stateOfPlan = *base::makeDate(2026, 11, 23);
                CAPTURE(each.fileName, nameOf(setup));
                const std::vector<Page> pages = flowPages(model, index, drawings, setup, measure);
                REQUIRE(pages.size() >= drawings.size());
                for (const Page& page : pages) {
                    for (const Shape& shape : page.picture.shapes) {
                        const auto* label = std::get_if<Label>(&shape.form);
                        if (label == nullptr) continue;
                        CAPTURE(label->lines.front());
                        REQUIRE(label->style.size >= 6 - 1e-9);
                        const Rect bounds = boundsOf(shape.form);
                        REQUIRE(bounds.x >= 0);
                        REQUIRE(bounds.right() <= page.size.width);
                        REQUIRE(bounds.bottom() <= page.size.height);
                    }
                }
                const std::multiset<std::string> words = wordsOn(pages);
                for (const FlowDrawing& drawing : drawings)
                    for (const Picture* picture : {&drawing.picture, &drawing.ladder})
                        for (const Shape& shape : picture->shapes)
                            if (const auto* label = std::get_if<Label>(&shape.form))
                                for (const std::string& line : label->lines) REQUIRE(words.contains(line));
                CHECK(words.count("49.9 d") == drawings.size());
                CHECK(words.contains("1 of " + std::to_string(pages.size())));
            }
        }
    }
}

TEST_CASE("each variant begins with a bookmark of its own") {
    const model::Model model = exampleModel("renovation-permit.flowspine");
    const model::ModelIndex index(model);
    PageSetup setup;
    setup.stateOfPlan = *base::makeDate(2026, 11, 23);
    std::vector<std::string> bookmarks;
    for (const Page& page : flowPages(model, index, drawingsOf(model, index), setup, measure))
        if (!page.bookmark.empty()) bookmarks.push_back(page.bookmark);
    CHECK(bookmarks.size() == model.table(model::Kind::variant).size());
}

TEST_CASE("unknown variants are left out") {
    const model::Model model = exampleModel("renovation-permit.flowspine");
    const model::ModelIndex index(model);
    std::vector<FlowDrawing> drawings(1);
    drawings.front().variant = model::Id<model::Variant>("vari-00000000none");
    CHECK(flowPages(model, index, drawings, {}, measure).empty());
}
