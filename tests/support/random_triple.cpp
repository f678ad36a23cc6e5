#include "support/random_triple.h"

#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "support/random_edit.h"
#include "support/random_model.h"
#include "support/random_value.h"

namespace flowspine::test {

namespace {

using model::AnyId;
using model::FieldDescription;
using model::Model;

void edit(Model& model, RandomEditor& editor, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        if (RandomEdit next = editor.next(model); next.result) model = *std::move(next.result);
}

// Another value in the same field.
void setField(Model& model, Random& random, const AnyId& id, const FieldDescription& field) {
    if (!model.contains(id)) return;
    if (auto next = edit::setField(model, id, field.name, randomValue(random, model, field))) model = *std::move(next);
}

// Some words changed, some added, some gone, so that both sides leave part of a text alone.
void editText(Model& model, Random& random, const AnyId& id, const FieldDescription& field) {
    const model::EntityPtr entity = model.find(id);
    if (!entity) return;
    auto text = std::get<std::string>(field.get(*entity));
    const std::size_t at = text.find(' ', random.below(text.size() + 1));
    if (at == std::string::npos) return;
    const std::size_t end = std::min(text.find(' ', at + 1), text.size());
    text.replace(at, random.chance(50) ? 0 : end - at, random.chance(70) ? " " + std::to_string(random.below(90)) : "");
    if (auto next = edit::setField(model, id, field.name, std::move(text))) model = *std::move(next);
}

void remove(Model& model, const AnyId& id) {
    if (auto next = edit::remove(model, {id})) model = *std::move(next);
}

// The order of a list of children.
void shuffle(Model& model, Random& random, const AnyId& owner, const FieldDescription& children) {
    const model::EntityPtr entity = model.find(owner);
    if (!entity) return;
    const std::vector<AnyId> list = model::idsIn(*entity, children);
    if (list.size() < 2) return;
    if (auto next = edit::move(model, random.pick(list), owner, random.below(list.size()))) model = *std::move(next);
}

// One side removes what a field names, the other has the field name something else, or adds to it.
void removeTarget(Triple& triple, Random& random) {
    const model::Kind kind = model::allKinds()[random.below(model::kindCount)];
    const auto fields = model::entityType(kind).fields;
    const FieldDescription& field = fields[random.below(fields.size())];
    if (field.options.targets == 0 || field.type == model::FieldType::children) return;
    const bool isOurs = random.chance(50);
    for (const model::EntityPtr& row : triple.base.table(kind).rows()) {
        const std::vector<AnyId> targets = model::idsIn(*row, field);
        if (targets.empty() || !random.chance(50)) continue;
        remove(isOurs ? triple.ours : triple.theirs, random.pick(targets));
        setField(isOurs ? triple.theirs : triple.ours, random, row->id, field);
        return;
    }
}

} // namespace

Triple randomTriple(Random& random) {
    Triple triple;
    triple.base = randomModel(random, {40 + random.below(60), 15, 60});
    RandomEditor editor(random, 40, 120);
    triple.ours = triple.base;
    edit(triple.ours, editor, random.chance(30) ? 1 + random.below(4) : 0);
    triple.theirs = triple.ours;
    edit(triple.ours, editor, random.below(12));
    edit(triple.theirs, editor, random.below(12));
    // Both at work on the same things.
    for (std::size_t i = random.below(5); i > 0; --i) {
        const model::Kind kind = model::allKinds()[random.below(model::kindCount)];
        const auto& rows = triple.base.table(kind).rows();
        if (rows.empty()) continue;
        const AnyId id = random.pick(rows)->id;
        const auto fields = model::entityType(kind).fields;
        const FieldDescription& field = fields[random.below(fields.size())];
        for (Model* side : {&triple.ours, &triple.theirs}) {
            if (field.type == model::FieldType::children)
                shuffle(*side, random, id, field);
            else if (random.chance(10))
                remove(*side, id);
            else if (field.type == model::FieldType::text && random.chance(70))
                editText(*side, random, id, field);
            else
                setField(*side, random, id, field);
        }
    }
    if (random.chance(30)) removeTarget(triple, random);
    return triple;
}

} // namespace flowspine::test
