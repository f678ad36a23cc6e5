#include "view/flow_renaming.h"

#include "edit/entity_edit.h"
#include "support/permit_office.h"
#include "support/random.h"
#include "support/random_flow.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;
using model::Id;
using model::Model;
using model::Step;
using model::StepType;

namespace {

const FixedTextMeasure measure;

Picture pictureOf(const Model& model, const Id<model::Variant>& variant, const FlowPictureOptions& options = {}) {
    return flowPicture(model, model::ModelIndex(model), variant, options, measure);
}

Model renamed(const Model& model, const model::AnyId& step, const std::string& name) {
    base::Result<Model> next = edit::setField(model, step, "name", name);
    REQUIRE(next.hasValue());
    return std::move(next).value();
}

std::optional<std::vector<std::size_t>> follow(Picture& picture, const Model& before, const Model& after,
                                               const model::AnyId& step) {
    return followRenaming(picture, before, after, model::ModelIndex(after), Id<Step>(step), {}, measure);
}

} // namespace

TEST_CASE("a picture that follows a renaming is the picture of the renamed flow") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const test::RandomFlow flow = test::makeRandomFlow(seed, 5 + seed, 4);
        Model model = flow.model;
        Picture picture = pictureOf(model, flow.variant);
        const std::string names[] = {"", "Check", "A name that is far too long to be written on one line of a box",
                                     "<b>&amp;</b>\xE2\x80\xAEx"};
        std::size_t turn = 0;
        const std::vector<model::AnyId> steps = model.find(flow.variant)->steps.ids();
        for (const model::AnyId& id : steps) {
            const Model next = renamed(model, id, names[turn++ % 4]);
            const StepType type = model.find(Id<Step>(id))->type;
            const Picture before = picture;
            const auto changed = follow(picture, model, next, id);
            CHECK(changed.has_value() == (type != StepType::start && type != StepType::end));
            model = next;
            const Picture whole = pictureOf(model, flow.variant);
            if (!changed) {
                CHECK(picture == before);
                picture = whole;
                continue;
            }
            REQUIRE(picture == whole);
            for (std::size_t i = 0; i < picture.shapes.size(); ++i)
                if (!(picture.shapes[i] == before.shapes[i]))
                    CHECK(std::find(changed->begin(), changed->end(), i) != changed->end());
        }
    }
}

TEST_CASE("a picture that shows a step in another way is left as it is and made anew") {
    const test::PermitOffice office;
    FlowPictureOptions lit;
    lit.highlight.insert(office.check);
    Picture picture = pictureOf(office.model, office.variant, lit);
    const Picture before = picture;
    CHECK_FALSE(follow(picture, office.model, renamed(office.model, office.check, "Another"), office.check));
    CHECK(picture == before);
}
