#include "edit/entity_edit.h"
#include "edit/groundwork.h"
#include "model/draft.h"
#include "model/entity_type.h"
#include "model/plan_order.h"

#include <algorithm>

namespace flowspine::edit {

namespace {

// The field without the ids that are gone.
void clearReference(Entity& entity, const FieldDescription& field, const IdSet& gone) {
    FieldValue value = field.get(entity);
    if (auto* ids = std::get_if<std::vector<AnyId>>(&value))
        std::erase_if(*ids, [&gone](const AnyId& id) { return gone.contains(id); });
    else
        value = AnyId{};
    field.set(entity, std::move(value));
}

// Finds what goes with what, until nothing more does.
class Spread {
  public:
    explicit Spread(const Model& model) : m_model(model), m_index(model) {}

    void take(const AnyId& id) {
        for (const AnyId& each : model::withAllOwned(m_model, id))
            if (m_gone.insert(each).second) m_impact.removed.push_back(each);
    }

    Impact follow() {
        for (std::size_t i = 0; i < m_impact.removed.size(); ++i)
            for (const model::Reference& reference : m_index.referencesTo(m_impact.removed[i])) {
                if (m_gone.contains(reference.from)) continue;
                if (reference.field->options.onDelete == model::OnDelete::removeSelf)
                    take(reference.from);
                else
                    m_impact.loseReference.push_back(reference);
            }
        std::erase_if(m_impact.loseReference,
                      [this](const model::Reference& reference) { return m_gone.contains(reference.from); });
        return std::move(m_impact);
    }

  private:
    const Model& m_model;
    model::ModelIndex m_index;
    Impact m_impact;
    IdSet m_gone;
};

} // namespace

Impact impactOfRemoval(const Model& model, const std::vector<AnyId>& ids) {
    Spread spread(model);
    for (const AnyId& id : ids)
        if (model::kindOf(id) != Kind::plan) spread.take(id);
    return spread.follow();
}

Result<Model> remove(const Model& model, const std::vector<AnyId>& ids) {
    for (const AnyId& id : ids)
        if (model::kindOf(id) == Kind::plan || !model.contains(id)) return noSuchEntity(id);
    if (ids.empty()) return model;

    const Impact impact = impactOfRemoval(model, ids);
    const IdSet gone(impact.removed.begin(), impact.removed.end());
    Draft draft(model);
    for (const AnyId& id : impact.removed) draft.remove(id);
    takeOut(draft, gone);
    for (const model::Reference& reference : impact.loseReference) {
        clearReference(*draft.change(reference.from), *reference.field, gone);
        settleCurrentVariant(draft, reference.from);
    }
    return draft.finish();
}

} // namespace flowspine::edit
