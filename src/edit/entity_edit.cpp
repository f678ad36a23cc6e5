#include "edit/entity_edit.h"

#include "edit/groundwork.h"
#include "model/draft.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <algorithm>

namespace flowspine::edit {

namespace {

using base::failure;
using model::EntityType;
using model::FieldType;

// What people cannot mean: a thing named twice in one list, and minus zero.
FieldValue tidied(FieldValue value) {
    if (auto* ids = std::get_if<std::vector<AnyId>>(&value)) {
        IdSet seen;
        std::erase_if(*ids, [&seen](const AnyId& id) { return !seen.insert(id).second; });
    } else if (auto* number = std::get_if<double>(&value)) {
        *number += 0.0;
    }
    return value;
}

// Why an entity that is new to the plan cannot be taken as it is.
std::optional<Error> whyNotNew(const Model& model, const Entity& entity) {
    for (const FieldDescription& field : model::entityType(entity).fields) {
        if (field.type != FieldType::children) {
            if (std::optional<Error> error = whyNot(model, field, field.get(entity))) return error;
        } else if (!field.isDefault(entity)) {
            return failure("has-children", "What an entity owns is added after it.", std::string(field.name));
        }
    }
    return std::nullopt;
}

std::optional<Error> whyNotUnder(const Model& model, const AnyId& owner, Kind kind) {
    if (!model.contains(owner))
        return failure("no-owner", "The place to put it is not in the plan any more.", std::string(owner.text()));
    if (kind == Kind::plan) return failure("wrong-kind", "There is only one plan in a file.");
    const Kind ownerKind = model::ownership(kind).ownerKind;
    if (model::kindOf(owner) != ownerKind)
        return failure("wrong-kind",
                       model::fullName(model, owner) + " cannot hold " + oneOf(kind) + "; " + oneOf(ownerKind) +
                           " can.",
                       std::string(owner.text()));
    return std::nullopt;
}

// A step that goes to another variant leaves behind what ties it to the old one.
Model withoutTies(const Model& model, const AnyId& step) {
    std::vector<AnyId> ties;
    Draft draft(model);
    const model::ModelIndex index(model);
    for (const model::Reference& reference : index.referencesTo(step)) {
        const Kind kind = *model::kindOf(reference.from);
        if (kind == Kind::link || kind == Kind::placement)
            ties.push_back(reference.from);
        else if (kind == Kind::step && reference.field->name == "joins")
            draft.change(model::Id<model::Step>(reference.from))->joins = {};
    }
    draft.change(model::Id<model::Step>(step))->joins = {};
    return *remove(draft.finish(), ties);
}

} // namespace

Result<Model> setField(const Model& model, const AnyId& id, std::string_view fieldName, FieldValue value) {
    const model::EntityPtr entity = model.find(id);
    if (!entity) return noSuchEntity(id);
    const EntityType& type = model::entityType(*entity);
    const FieldDescription* field = type.field(fieldName);
    if (field == nullptr)
        return failure("no-field", "“" + std::string(fieldName) + "” is not known of " + oneOf(type.kind) + ".");
    if (field->type == FieldType::children)
        return failure("owned", "“" + std::string(field->options.label) + "” change by adding, moving and removing.");
    Draft draft(model);
    Entity& changed = *draft.change(id);
    if (!field->set(changed, tidied(std::move(value))))
        return failure("wrong-type", "This does not fit “" + std::string(field->options.label) + "”.");
    if (std::optional<Error> error = whyNot(model, *field, field->get(changed))) return *error;
    const Model next = draft.finish();
    if (staysInVariant(type.kind, *field))
        if (std::optional<Error> error = foreignStep(next, id)) return *error;
    if (type.kind == Kind::flow && field->options.targets == model::kinds(Kind::variant)) {
        const auto& flow = static_cast<const model::Flow&>(*next.find(id));
        const bool isOwn = flow.current ? flow.variants.contains(flow.current) : flow.variants.isEmpty();
        if (!isOwn)
            return failure("no-current-variant", "The current variant must be one of the flow's own.",
                           std::string(id.text()));
    }
    return next;
}

Result<Model> add(const Model& model, const AnyId& owner, std::shared_ptr<Entity> entity,
                  std::optional<std::size_t> position) {
    const std::optional<Kind> kind = model::kindOf(entity->id);
    if (!kind) return failure("bad-id", "A new entity needs an id of its kind.", std::string(entity->id.text()));
    if (std::optional<Error> error = whyNotUnder(model, owner, *kind)) return *error;
    if (model.contains(entity->id))
        return failure("duplicate-id", model::fullName(model, entity->id) + " has this id already.",
                       std::string(entity->id.text()));
    if (std::optional<Error> error = whyNotNew(model, *entity)) return *error;

    Draft draft(model);
    const AnyId id = entity->id;
    draft.put(std::move(entity));
    insertChild(draft, owner, id, position);
    settleCurrentVariant(draft, owner);
    Model next = draft.finish();
    if (std::optional<Error> error = foreignStep(next, id)) return *error;
    return next;
}

Result<Added> addNew(const Model& model, const AnyId& owner, Kind kind, std::string_view title, base::IdGenerator& ids,
                     std::optional<std::size_t> position) {
    const EntityType& type = model::entityType(kind);
    std::shared_ptr<Entity> entity = type.make();
    entity->id = newId(model, kind, ids);
    if (type.titleField != nullptr) type.titleField->set(*entity, std::string(title));
    const AnyId id = entity->id;
    Result<Model> next = add(model, owner, std::move(entity), position);
    if (!next) return next.error();
    return Added{*std::move(next), id};
}

Result<Model> move(const Model& model, const AnyId& id, const AnyId& owner, std::size_t position) {
    const std::optional<Kind> kind = model::kindOf(id);
    if (!model.contains(id) || kind == Kind::plan) return noSuchEntity(id);
    if (std::optional<Error> error = whyNotUnder(model, owner, *kind)) return *error;
    const AnyId oldOwner = ownerOf(model, id);
    Draft draft(*kind == Kind::step && oldOwner != owner ? withoutTies(model, id) : model);
    takeOut(draft, {id});
    insertChild(draft, owner, id, position);
    settleCurrentVariant(draft, oldOwner);
    settleCurrentVariant(draft, owner);
    Model next = draft.finish();
    if (oldOwner != owner)
        if (std::optional<Error> error = foreignStep(next, id)) return *error;
    return next;
}

} // namespace flowspine::edit
