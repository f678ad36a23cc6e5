#include "edit/spine_edit.h"

#include "edit/groundwork.h"
#include "edit/rank.h"
#include "model/deciders.h"
#include "model/draft.h"

#include <limits>

namespace flowspine::edit {

namespace {

using model::Assignment;
using model::DecisionRight;
using model::Letter;
using model::Role;
using model::SpineCategory;
using model::SpineItem;
using model::Stability;

constexpr std::size_t last = std::numeric_limits<std::size_t>::max();

std::size_t placeInCell(const Model& model, const AnyId& moved, SpineCategory category, Stability stability,
                        std::size_t rank) {
    return placeForRank(model, model.plan().spine, moved, rank, [=](const SpineItem& item) {
        return item.category == category && item.stability == stability;
    });
}

// The assignments of a decision right for which `isWanted` holds.
template <class Predicate>
std::vector<AnyId> assignments(const Model& model, const DecisionRight& right, Predicate&& isWanted) {
    std::vector<AnyId> found;
    model.forEach(right.assignments, [&](const Assignment& assignment) {
        if (isWanted(assignment)) found.push_back(assignment.id);
    });
    return found;
}

} // namespace

Result<Added> addSpineItem(const Model& model, SpineCategory category, Stability stability, std::string_view title,
                           base::IdGenerator& ids) {
    auto item = std::make_shared<SpineItem>();
    item->id = newId(model, Kind::spineItem, ids);
    item->title = title;
    item->category = category;
    item->stability = stability;
    const AnyId id = item->id;
    Result<Model> next =
        add(model, model.plan().id, std::move(item), placeInCell(model, {}, category, stability, last));
    if (!next) return next.error();
    return Added{*std::move(next), id};
}

Result<Model> reclassify(const Model& model, const Id<SpineItem>& item, SpineCategory category, Stability stability,
                         std::optional<std::size_t> rank) {
    Result<Model> moved =
        move(model, item, model.plan().id, placeInCell(model, item, category, stability, rank.value_or(last)));
    if (!moved) return moved;
    Draft draft(*std::move(moved));
    draft.change(item)->category = category;
    draft.change(item)->stability = stability;
    return draft.finish();
}

Result<Model> setWithin(const Model& model, const Id<SpineItem>& item, const Id<SpineItem>& limits, bool isWithin) {
    const SpineItem* present = model.find(item);
    if (present == nullptr) return noSuchEntity(item);
    if (item == limits)
        return base::failure("same-item", "An item cannot hold within itself.", std::string(item.text()));
    return setField(model, item, "within", withMember(present->within, limits, isWithin));
}

Result<Model> assignLetter(const Model& model, const Id<DecisionRight>& right, const Id<Role>& role,
                           std::optional<Letter> letter, base::IdGenerator& ids) {
    const DecisionRight* present = model.find(right);
    if (present == nullptr) return noSuchEntity(right);
    if (model.find(role) == nullptr) return noSuchEntity(role);
    std::vector<AnyId> had =
        assignments(model, *present, [&role](const Assignment& assignment) { return assignment.role == role; });
    if (!letter) return remove(model, had);
    if (had.empty()) {
        auto assignment = std::make_shared<Assignment>();
        assignment->id = newId(model, Kind::assignment, ids);
        assignment->role = role;
        assignment->letter = *letter;
        return add(model, right, std::move(assignment));
    }
    Result<Model> changed =
        setField(model, had.front(), "letter", model::ChoiceValue{static_cast<std::uint8_t>(*letter)});
    if (!changed) return changed;
    had.erase(had.begin());
    return remove(*changed, had);
}

Result<Model> makeOnlyDecider(const Model& model, const Id<DecisionRight>& right, const Id<Role>& role,
                              base::IdGenerator& ids) {
    const DecisionRight* present = model.find(right);
    if (present == nullptr) return noSuchEntity(right);
    const Letter letter = model::deciderLetter(present->scheme);
    const std::vector<AnyId> others = assignments(model, *present, [&](const Assignment& assignment) {
        return assignment.letter == letter && assignment.role != role;
    });
    const Result<Model> without = remove(model, others);
    if (!without) return without;
    return assignLetter(*without, right, role, letter, ids);
}

Result<Added> stateDecisionRight(const Model& model, const Id<model::Step>& step, base::IdGenerator& ids) {
    const model::Step* named = model.find(step);
    if (named == nullptr) return noSuchEntity(step);
    const Result<Added> right = addNew(model, model.plan().id, Kind::decisionRight, named->name, ids);
    if (!right) return right;
    const Id<DecisionRight> id(right->id);
    Result<Model> next = right->model;
    const auto give = [&](const model::IdList<Role>& roles, Letter letter) {
        for (const Id<Role> role : roles) {
            if (!next || next->find(role) == nullptr) continue;
            const auto isRole = [&role](const Assignment& assignment) { return assignment.role == role; };
            if (assignments(*next, *next->find(id), isRole).empty()) next = assignLetter(*next, id, role, letter, ids);
        }
    };
    give(named->accountable, Letter::a);
    give(named->responsible, Letter::r);
    give(named->consulted, Letter::c);
    give(named->informed, Letter::i);
    if (next) next = setField(*next, step, "decisionRight", AnyId(id));
    if (!next) return next.error();
    return Added{*std::move(next), id};
}

} // namespace flowspine::edit
