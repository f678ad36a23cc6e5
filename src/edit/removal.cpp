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

// Finds what goes with what, until nothing more does. Looks only at fields that can name what went last: quicker than
// an index of the whole plan.
class Spread {
  public:
    explicit Spread(const Model& model) : m_model(model) {}

    void take(const AnyId& id) {
        for (const AnyId& each : model::withAllOwned(m_model, id))
            if (m_gone.insert(each).second) m_impact.removed.push_back(each);
    }

    Impact follow() {
        for (std::size_t followed = 0; followed < m_impact.removed.size();) {
            IdSet recent;
            model::KindSet recentKinds = 0;
            for (; followed < m_impact.removed.size(); ++followed) {
                recent.insert(m_impact.removed[followed]);
                recentKinds |= model::kinds(*model::kindOf(m_impact.removed[followed]));
            }
            for (const Kind kind : model::allKinds())
                for (const FieldDescription& field : model::entityType(kind).fields)
                    if (field.type != model::FieldType::children && (field.options.targets & recentKinds) != 0)
                        followField(kind, field, recent);
        }
        std::erase_if(m_impact.loseReference,
                      [this](const model::Reference& reference) { return m_gone.contains(reference.from); });
        return std::move(m_impact);
    }

  private:
    void followField(Kind kind, const FieldDescription& field, const IdSet& recent) {
        for (const model::EntityPtr& row : m_model.table(kind).rows())
            for (const AnyId& target : model::idsIn(*row, field)) {
                if (!recent.contains(target) || m_gone.contains(row->id)) continue;
                if (field.options.onDelete == model::OnDelete::removeSelf)
                    take(row->id);
                else
                    m_impact.loseReference.push_back({target, row->id, &field});
            }
    }

    const Model& m_model;
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
