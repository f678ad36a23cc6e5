#include "edit/suggested_change_edit.h"

#include "edit/groundwork.h"
#include "model/entity_type.h"

namespace flowspine::edit {

namespace {

using base::failure;

class Maker {
  public:
    Maker(const Model& model, base::IdGenerator& ids) : m_made{model, {}}, m_ids(ids) {}

    std::optional<Error> operator()(const model::FieldSetting& setting) {
        return take(setField(m_made.model, resolved(setting.entity), setting.field, resolved(setting.value)));
    }

    std::optional<Error> operator()(const model::EntityAddition& addition) {
        const model::EntityType& type = model::entityType(addition.kind);
        std::shared_ptr<Entity> entity = type.make();
        entity->id = newId(m_made.model, addition.kind, m_ids);
        for (const auto& [name, value] : addition.fields) {
            const FieldDescription* field = type.field(name);
            if (field == nullptr)
                return failure("no-field", "“" + std::string(name) + "” is not known of " + oneOf(type.kind) + ".");
            if (!field->set(*entity, resolved(value)))
                return failure("wrong-type", "This does not fit “" + std::string(field->options.label) + "”.");
        }
        const AnyId id = entity->id;
        if (std::optional<Error> error = take(add(m_made.model, resolved(addition.owner), std::move(entity))))
            return error;
        m_made.added.push_back(id);
        return std::nullopt;
    }

    std::optional<Error> operator()(const model::EntityRemoval& removal) {
        return take(remove(m_made.model, {resolved(removal.entity)}));
    }

    ChangeMade made() { return std::move(m_made); }

  private:
    std::optional<Error> take(Result<Model> next) {
        if (!next) return next.error();
        m_made.model = *std::move(next);
        return std::nullopt;
    }

    [[nodiscard]] AnyId resolved(const AnyId& id) const {
        for (std::size_t i = 0; i < m_made.added.size(); ++i)
            if (id == model::newEntity(i + 1)) return m_made.added[i];
        return id;
    }

    [[nodiscard]] FieldValue resolved(FieldValue value) const {
        if (auto* id = std::get_if<AnyId>(&value))
            *id = resolved(*id);
        else if (auto* list = std::get_if<std::vector<AnyId>>(&value))
            for (AnyId& each : *list) each = resolved(each);
        return value;
    }

    ChangeMade m_made;
    base::IdGenerator& m_ids;
};

} // namespace

Result<ChangeMade> make(const Model& model, const model::SuggestedChange& change, base::IdGenerator& ids) {
    Maker maker(model, ids);
    for (const model::ChangeStep& step : change.steps)
        if (std::optional<Error> error = std::visit(maker, step)) return *std::move(error);
    return maker.made();
}

} // namespace flowspine::edit
