#include "model/matching.h"

#include "model/entity_type.h"

#include <algorithm>
#include <set>

namespace flowspine::model {

namespace {

// The status of an entity in words; empty when its kind has none.
std::string_view statusOf(const Entity& entity) {
    const FieldDescription* field = entityType(entity).field("status");
    if (field == nullptr || field->type != FieldType::choice) return {};
    const FieldValue value = field->get(entity);
    const auto* choice = std::get_if<ChoiceValue>(&value);
    return choice == nullptr ? std::string_view() : field->choices[choice->index].label;
}

template <class F>
void forEachEntity(const Model& model, F&& f) {
    for (const Kind kind : allKinds())
        for (const EntityPtr& row : model.table(kind).rows()) f(*row);
}

} // namespace

std::vector<AnyId> ownedBy(const Model& model, const ModelIndex& index, const Id<Role>& role) {
    std::vector<AnyId> found;
    if (model.find(role) == nullptr) return found;
    found.push_back(role);
    for (const Reference& reference : index.referencesTo(role))
        if (found.back() != reference.from) found.push_back(reference.from);
    return found;
}

std::vector<AnyId> ofTeam(const Model& model, const ModelIndex& index, const Id<Team>& team) {
    std::vector<AnyId> found;
    if (model.find(team) == nullptr) return found;
    found.push_back(team);
    for (const Reference& reference : index.referencesTo(team)) {
        const Kind from = kindOf(reference.from).value_or(Kind::plan);
        if (from == Kind::variant) continue;
        if (from == Kind::role)
            for (const AnyId& id : ownedBy(model, index, Id<Role>(reference.from))) found.push_back(id);
        else
            found.push_back(reference.from);
    }
    return found;
}

std::vector<AnyId> tagged(const Model& model, std::string_view tag) {
    std::vector<AnyId> found;
    forEachEntity(model, [&](const Entity& entity) {
        if (std::find(entity.tags.begin(), entity.tags.end(), tag) != entity.tags.end()) found.push_back(entity.id);
    });
    return found;
}

std::vector<AnyId> withStatus(const Model& model, std::string_view label) {
    std::vector<AnyId> found;
    forEachEntity(model, [&](const Entity& entity) {
        if (!label.empty() && statusOf(entity) == label) found.push_back(entity.id);
    });
    return found;
}

std::vector<std::string> tagsIn(const Model& model) {
    std::set<std::string> tags;
    forEachEntity(model, [&](const Entity& entity) { tags.insert(entity.tags.begin(), entity.tags.end()); });
    return {tags.begin(), tags.end()};
}

std::vector<std::string> statusesIn(const Model& model) {
    std::set<std::string> statuses;
    forEachEntity(model, [&](const Entity& entity) {
        if (const std::string_view status = statusOf(entity); !status.empty()) statuses.emplace(status);
    });
    return {statuses.begin(), statuses.end()};
}

} // namespace flowspine::model
