#include "edit/conflict_edit.h"

#include "diff/merge.h"
#include "edit/groundwork.h"
#include "model/entity_type.h"
#include "model/validate.h"
#include "model/value_texts.h"
#include "support/random_triple.h"

#include <catch2/catch.hpp>

#include <set>
#include <tuple>

using namespace flowspine;
using edit::Choice;
using model::AnyId;
using model::Conflict;
using model::ConflictKind;
using model::Model;

namespace {

// Without those that the plans had before: random ones say nothing that could be done.
Model withoutOlderConflicts(const diff::Merged& merge) {
    Model model = merge.model;
    for (const model::EntityPtr& row : merge.model.table(model::Kind::conflict).rows())
        if (std::find(merge.conflicts.begin(), merge.conflicts.end(), row->id) == merge.conflicts.end() &&
            model.contains(row->id))
            model = edit::settleConflict(model, row->id, Choice::asItStands).value();
    return model;
}

// Whether `model` says what the chosen side says about what was in conflict.
void checkChosen(const Model& model, const Conflict& conflict, bool isOurs) {
    const bool removes = conflict.kind == (isOurs ? ConflictKind::oursRemoved : ConflictKind::theirsRemoved);
    const bool keeps = conflict.kind == (isOurs ? ConflictKind::theirsRemoved : ConflictKind::oursRemoved);
    if (removes) REQUIRE_FALSE(model.contains(conflict.about));
    if (keeps) REQUIRE(model.contains(conflict.about));
    if (removes || keeps || !model.contains(conflict.about)) return;
    std::vector<std::string> texts = isOurs ? conflict.ours : conflict.theirs;
    if (conflict.kind == ConflictKind::place) {
        const AnyId owner = edit::ownerOf(model, conflict.about);
        REQUIRE((!model.contains(AnyId(texts.front())) || owner == AnyId(texts.front())));
        return;
    }
    const model::EntityPtr entity = model.find(conflict.about);
    if (conflict.kind == ConflictKind::member) {
        std::vector<std::string> found;
        for (const model::ExtraMember& member : entity->extra.members())
            if (member.name == conflict.field) found.push_back(member.json);
        REQUIRE(found == texts);
        return;
    }
    const model::FieldDescription& field = *model::entityType(*entity).field(conflict.field);
    const std::vector<std::string> found = model::toTexts(field, field.get(*entity));
    if (field.type != model::FieldType::children) {
        // What went together with an older conflict cannot be named.
        if (field.options.targets != 0)
            std::erase_if(texts, [&model](const std::string& text) { return !model.contains(AnyId(text)); });
        REQUIRE((found == texts || field.name == "current"));
        return;
    }
    // The same order of what is there.
    std::vector<std::string> wanted;
    for (const std::string& text : texts)
        if (std::find(found.begin(), found.end(), text) != found.end()) wanted.push_back(text);
    std::vector<std::string> present;
    for (const std::string& text : found)
        if (std::find(texts.begin(), texts.end(), text) != texts.end()) present.push_back(text);
    REQUIRE(present == wanted);
}

} // namespace

TEST_CASE("choosing one side everywhere gives that side in everything that was in conflict") {
    const std::uint64_t seed = test::testSeed(8128);
    test::Random random(seed);
    std::size_t settled = 0;
    for (int i = 0; i < 1'500; ++i) {
        const auto [base, ours, theirs] = test::randomTriple(random);
        const diff::Merged merge = diff::merge(base, ours, theirs).value();
        for (const bool isOurs : {true, false}) {
            INFO("FLOWSPINE_SEED=" << seed << ", triple " << i << ", ours " << isOurs);
            const Model model = withoutOlderConflicts(merge);
            const edit::Settled result = edit::settleAll(model, isOurs ? Choice::ours : Choice::theirs);
            const Choice choice = isOurs ? Choice::ours : Choice::theirs;
            for (const AnyId& left : result.left)
                FAIL(edit::settleConflict(result.model, left, choice).error().message);
            for (const AnyId& id : merge.conflicts)
                if (const Conflict* conflict = model.find(model::Id<Conflict>(id)))
                    checkChosen(result.model, *conflict, isOurs);
            REQUIRE(result.model.table(model::Kind::conflict).size() == 0);
            settled += merge.conflicts.size();
        }
    }
    CHECK(settled > 1'000);
}

TEST_CASE("swapping the sides gives the same conflicts the other way round, and the same plan once they are settled") {
    const std::uint64_t seed = test::testSeed(496);
    test::Random random(seed);
    using Told = std::tuple<AnyId, ConflictKind, std::string, std::vector<std::string>, std::vector<std::string>>;
    const auto told = [](const diff::Merged& merge, bool isSwapped) {
        std::set<Told> all;
        for (const AnyId& id : merge.conflicts) {
            const Conflict& each = *merge.model.find(model::Id<Conflict>(id));
            ConflictKind kind = each.kind;
            if (isSwapped && kind == ConflictKind::oursRemoved)
                kind = ConflictKind::theirsRemoved;
            else if (isSwapped && kind == ConflictKind::theirsRemoved)
                kind = ConflictKind::oursRemoved;
            all.emplace(each.about, kind, each.field, isSwapped ? each.theirs : each.ours,
                        isSwapped ? each.ours : each.theirs);
        }
        return all;
    };
    std::size_t compared = 0;
    for (int i = 0; i < 600; ++i) {
        INFO("FLOWSPINE_SEED=" << seed << ", triple " << i);
        const auto [base, ours, theirs] = test::randomTriple(random);
        const diff::Merged merge = diff::merge(base, ours, theirs).value();
        const diff::Merged swapped = diff::merge(base, theirs, ours).value();
        REQUIRE(told(merge, false) == told(swapped, true));
        // What goes back to another owner goes to the end of its list there; then the order depends on the way.
        const bool hasPlaces = std::any_of(merge.conflicts.begin(), merge.conflicts.end(), [&](const AnyId& id) {
            return merge.model.find(model::Id<Conflict>(id))->kind == ConflictKind::place;
        });
        if (hasPlaces) continue;
        REQUIRE(edit::settleAll(withoutOlderConflicts(merge), Choice::ours).model ==
                edit::settleAll(withoutOlderConflicts(swapped), Choice::theirs).model);
        ++compared;
    }
    CHECK(compared > 300);
}
