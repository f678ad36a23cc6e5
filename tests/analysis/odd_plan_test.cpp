// Plans as a file may hold them though no edit makes them: references to anything. Opening and checking them must not
// fail.
#include "analysis/evaluation.h"
#include "analysis/rule_case.h"
#include "model/draft.h"
#include "model/entity_type.h"
#include "support/examples.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using analysis::Evaluation;
using model::AnyId;
using model::Model;

namespace {

std::vector<AnyId> allIds(const Model& model) {
    std::vector<AnyId> ids = {AnyId("step-gone"), AnyId("role-gone"), AnyId("nothing")};
    for (const model::Kind kind : model::allKinds())
        for (const model::EntityPtr& row : model.table(kind).rows()) ids.push_back(row->id);
    return ids;
}

// A fifth of the references name something else, of any kind.
Model withOddReferences(const Model& model, test::Random& random) {
    const std::vector<AnyId> ids = allIds(model);
    model::Draft draft(model);
    for (const model::Kind kind : model::allKinds())
        for (const model::EntityPtr& row : model.table(kind).rows())
            for (const model::FieldDescription& field : model::entityType(kind).fields) {
                if (!random.chance(20)) continue;
                if (field.type == model::FieldType::reference)
                    field.set(*draft.change(row->id), random.pick(ids));
                else if (field.type == model::FieldType::references)
                    field.set(*draft.change(row->id), std::vector<AnyId>{random.pick(ids), random.pick(ids)});
            }
    return draft.finish();
}

void check(const Model& model, test::Random& random) {
    const Model odd = withOddReferences(model, random);
    const Evaluation evaluation = Evaluation::of(odd, test::ruleDay);
    std::size_t fixes = 0;
    for (const analysis::Finding& finding : evaluation.findings()) {
        CHECK_FALSE(finding.sentence.english().empty());
        fixes += evaluation.fixes(finding).size();
    }
    CHECK(fixes > 0);
    // Following an edit of such a plan finds the same.
    const Model next = withOddReferences(odd, random);
    const Evaluation full = Evaluation::of(next, test::ruleDay);
    CHECK((evaluation.followed(next).findings() == full.findings()));
}

} // namespace

TEST_CASE("references to anything are judged without harm, and fixed one by one") {
    const std::uint64_t seed = test::testSeed(20261124);
    test::Random random(seed);
    INFO("FLOWSPINE_SEED=" << seed);
    for (int i = 0; i < 30; ++i) check(test::randomModel(random), random);
    for (const test::BundledExample& example : test::bundledExamples)
        for (int i = 0; i < 20; ++i) check(test::importBundled(example).model, random);
}
