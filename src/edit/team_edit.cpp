#include "edit/team_edit.h"

#include "edit/groundwork.h"
#include "model/draft.h"
#include "model/entity_type.h"

#include <algorithm>

namespace flowspine::edit {

namespace {

using model::Interaction;
using model::Role;
using model::Team;

// `field` of `holder` names `to` where it named `from`, and never twice.
void rename(Entity& holder, const FieldDescription& field, const AnyId& from, const AnyId& to) {
    FieldValue value = field.get(holder);
    if (auto* ids = std::get_if<std::vector<AnyId>>(&value)) {
        if (std::find(ids->begin(), ids->end(), to) == ids->end())
            std::replace(ids->begin(), ids->end(), from, to);
        else
            std::erase(*ids, from);
    } else {
        value = to;
    }
    field.set(holder, std::move(value));
}

void renameAll(Draft& draft, const Model& model, const AnyId& from, const AnyId& to) {
    for (const model::Reference& reference : model::ModelIndex(model).referencesTo(from))
        rename(*draft.change(reference.from), *reference.field, from, to);
}

// What `into` does not state it takes from `from`; unknown members stay each team's own.
void fillGaps(Entity& into, const Entity& from) {
    for (const FieldDescription& field : model::entityType(into).fields)
        if (field.type != model::FieldType::children && field.isDefault(into)) field.set(into, field.get(from));
}

std::vector<AnyId> interactionsWith(const Model& model, const Team& team, const AnyId& other) {
    std::vector<AnyId> found;
    model.forEach(team.interactions, [&](const Interaction& interaction) {
        if (interaction.team == other) found.push_back(interaction.id);
    });
    return found;
}

// Assignments of `from` to decision rights that give `into` the same letter.
std::vector<AnyId> doubledAssignments(const Model& model, const AnyId& from, const AnyId& into) {
    std::vector<AnyId> doubled;
    model.forEach<model::DecisionRight>([&](const model::DecisionRight& right) {
        model.forEach(right.assignments, [&](const model::Assignment& each) {
            if (each.role != from) return;
            bool isDoubled = false;
            model.forEach(right.assignments, [&](const model::Assignment& other) {
                isDoubled = isDoubled || (other.role == into && other.letter == each.letter);
            });
            if (isDoubled) doubled.push_back(each.id);
        });
    });
    return doubled;
}

} // namespace

Result<Added> addTeam(const Model& model, std::string_view name, base::IdGenerator& ids) {
    const Result<Added> team = addNew(model, model.plan().id, Kind::team, name, ids);
    if (!team) return team;
    auto lead = std::make_shared<Role>();
    lead->id = newId(team->model, Kind::role, ids);
    lead->name = name.empty() ? std::string("Lead") : "Lead, " + std::string(name);
    lead->team = Id<Team>(team->id);
    Result<Model> next = add(team->model, model.plan().id, std::move(lead));
    if (!next) return next.error();
    return Added{*std::move(next), team->id};
}

Result<Model> mergeTeams(const Model& model, const Id<Team>& from, const Id<Team>& into) {
    if (model.find(from) == nullptr) return noSuchEntity(from);
    if (model.find(into) == nullptr) return noSuchEntity(into);
    if (from == into)
        return base::failure("same-team", "A team cannot be merged with itself.", std::string(from.text()));

    std::vector<AnyId> between = interactionsWith(model, *model.find(from), into);
    const std::vector<AnyId> back = interactionsWith(model, *model.find(into), from);
    between.insert(between.end(), back.begin(), back.end());
    const Result<Model> apart = remove(model, between);
    if (!apart) return apart;

    Draft draft(*apart);
    renameAll(draft, *apart, from, into);
    Team& gone = *draft.change(from);
    Team& merged = *draft.change(into);
    fillGaps(merged, gone);
    for (const Id<Interaction> interaction : gone.interactions) merged.interactions.add(interaction);
    gone.interactions = {};
    return remove(draft.finish(), {from});
}

Result<Model> mergeRoles(const Model& model, const Id<Role>& from, const Id<Role>& into) {
    if (model.find(from) == nullptr) return noSuchEntity(from);
    if (model.find(into) == nullptr) return noSuchEntity(into);
    if (from == into)
        return base::failure("same-role", "A role cannot be merged with itself.", std::string(from.text()));
    const Result<Model> once = remove(model, doubledAssignments(model, from, into));
    if (!once) return once;
    Draft draft(*once);
    renameAll(draft, *once, from, into);
    fillGaps(*draft.change(into), *draft.change(from));
    return remove(draft.finish(), {from});
}

} // namespace flowspine::edit
