#include "edit/conflict_edit.h"

#include "edit/groundwork.h"
#include "model/entity_type.h"
#include "model/value_texts.h"

#include <algorithm>

namespace flowspine::edit {

namespace {

using base::failure;
using model::Conflict;
using model::ConflictKind;
using model::FieldType;

using Texts = std::vector<std::string>;

const Texts& textsOf(const Conflict& conflict, Choice choice) {
    return choice == Choice::base ? conflict.base : choice == Choice::ours ? conflict.ours : conflict.theirs;
}

// The children as they are now, those that `order` names in its order, each of the others where it stands.
std::vector<AnyId> ordered(std::vector<AnyId> children, const std::vector<AnyId>& order) {
    std::vector<AnyId> named;
    for (const AnyId& id : order)
        if (std::find(children.begin(), children.end(), id) != children.end()) named.push_back(id);
    const IdSet isNamed(named.begin(), named.end());
    auto next = named.begin();
    for (AnyId& child : children)
        if (isNamed.contains(child)) child = *next++;
    return children;
}

// What of a value can still be said.
FieldValue possible(const Model& model, const FieldDescription& field, FieldValue value) {
    if (field.options.targets == 0) return value;
    if (auto* ids = std::get_if<std::vector<AnyId>>(&value))
        std::erase_if(*ids, [&model](const AnyId& id) { return !model.contains(id); });
    else if (const AnyId* id = std::get_if<AnyId>(&value); id != nullptr && *id && !model.contains(*id))
        value = AnyId();
    return value;
}

Result<Model> withValue(const Model& model, const Conflict& conflict, const FieldDescription& field, FieldValue value) {
    if (field.type == FieldType::children) {
        Draft draft(model);
        Entity& owner = *draft.change(conflict.about);
        field.set(owner, ordered(model::idsIn(owner, field), std::get<std::vector<AnyId>>(value)));
        return draft.finish();
    }
    Result<Model> next = setField(model, conflict.about, field.name, possible(model, field, std::move(value)));
    if (!next && next.error().code == "no-current-variant") return model;
    return next;
}

// An unknown member with that value, or without it.
Model withMember(const Model& model, const Conflict& conflict, const Texts& texts) {
    Draft draft(model);
    Entity& entity = *draft.change(conflict.about);
    std::vector<model::ExtraMember> members = entity.extra.members();
    const auto at = std::find_if(members.begin(), members.end(),
                                 [&](const model::ExtraMember& member) { return member.name == conflict.field; });
    if (texts.empty()) {
        if (at != members.end()) members.erase(at);
    } else if (at != members.end()) {
        at->json = texts.front();
    } else {
        members.push_back({conflict.field, texts.front()});
    }
    entity.extra = model::Extra(std::move(members));
    return draft.finish();
}

Result<Model> atPlace(const Model& model, const Conflict& conflict, const Texts& texts) {
    const AnyId owner(texts.empty() ? std::string_view() : std::string_view(texts.front()));
    if (owner.isEmpty() || ownerOf(model, conflict.about) == owner) return model;
    return move(model, conflict.about, owner, std::size_t(-1));
}

const FieldDescription* fieldOf(const Conflict& conflict) {
    const std::optional<Kind> kind = model::kindOf(conflict.about);
    return kind ? model::entityType(*kind).field(conflict.field) : nullptr;
}

Result<Model> chosen(const Model& model, const Conflict& conflict, Choice choice) {
    const Texts& texts = textsOf(conflict, choice);
    switch (conflict.kind) {
    case ConflictKind::oursRemoved:
    case ConflictKind::theirsRemoved: {
        const Choice removes = conflict.kind == ConflictKind::oursRemoved ? Choice::ours : Choice::theirs;
        return choice == removes ? remove(model, {conflict.about}) : Result<Model>(model);
    }
    case ConflictKind::place: return atPlace(model, conflict, texts);
    case ConflictKind::member: return withMember(model, conflict, texts);
    case ConflictKind::value:
    case ConflictKind::order:
    case ConflictKind::cycle: break;
    }
    const FieldDescription* field = fieldOf(conflict);
    if (field == nullptr)
        return failure("no-field",
                       "“" + conflict.field + "” is not known of " + oneOf(*model::kindOf(conflict.about)) + ".",
                       std::string(conflict.id.text()));
    std::optional<FieldValue> value = model::fromTexts(*field, texts);
    if (!value)
        return failure("bad-value", "The conflict holds no value that “" + conflict.field + "” could have.",
                       std::string(conflict.id.text()));
    return withValue(model, conflict, *field, *std::move(value));
}

// `next` without the conflict, which may have gone with what it was about.
Result<Model> without(const Result<Model>& next, const AnyId& conflict) {
    if (!next || !next->contains(conflict)) return next;
    return remove(*next, {conflict});
}

// In which order settleAll() goes about them.
int turnOf(ConflictKind kind) {
    if (kind == ConflictKind::place) return 0;
    return kind == ConflictKind::oursRemoved || kind == ConflictKind::theirsRemoved ? 2 : 1;
}

} // namespace

Result<Model> settleConflict(const Model& model, const AnyId& id, Choice choice) {
    const Conflict* conflict = model.find(model::Id<Conflict>(id));
    if (model::kindOf(id) != Kind::conflict || conflict == nullptr) return noSuchEntity(id);
    if (choice == Choice::asItStands || !model.contains(conflict->about)) return without(model, id);
    return without(chosen(model, *conflict, choice), id);
}

Result<Model> settleConflictWith(const Model& model, const AnyId& id, FieldValue value) {
    const Conflict* conflict = model.find(model::Id<Conflict>(id));
    if (model::kindOf(id) != Kind::conflict || conflict == nullptr) return noSuchEntity(id);
    const FieldDescription* field = fieldOf(*conflict);
    if (field == nullptr)
        return failure("no-field", "This conflict is not over the value of a field.", std::string(id.text()));
    return without(setField(model, conflict->about, field->name, std::move(value)), id);
}

Settled settleAll(const Model& model, Choice choice) {
    Settled settled{model, {}};
    for (int turn = 0; turn <= 2; ++turn) {
        for (const auto& row : model.table(Kind::conflict).rows()) {
            const auto& conflict = static_cast<const Conflict&>(*row);
            if (turnOf(conflict.kind) != turn || !settled.model.contains(conflict.id)) continue;
            if (Result<Model> next = settleConflict(settled.model, conflict.id, choice))
                settled.model = *std::move(next);
            else
                settled.left.push_back(conflict.id);
        }
    }
    return settled;
}

} // namespace flowspine::edit
