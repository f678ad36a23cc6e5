#include "diff/merge.h"

#include "diff/conflict_list.h"
#include "diff/merge_children.h"
#include "diff/merge_cycles.h"
#include "diff/merge_fields.h"
#include "diff/merge_side.h"
#include "diff/merge_survival.h"
#include "model/draft.h"
#include "model/entity_type.h"

#include <algorithm>
#include <map>

namespace flowspine::diff {

namespace {

using base::failure;
using model::ConflictKind;
using model::FieldType;

class Merge {
  public:
    Merge(const Model& base, const Model& ours, const Model& theirs)
        : m_base(base), m_ours(base, ours), m_theirs(base, theirs) {}

    Merged run() {
        keepWhatIsNeeded(m_ours, m_theirs, ConflictKind::oursRemoved, m_conflicts);
        keepWhatIsNeeded(m_theirs, m_ours, ConflictKind::theirsRemoved, m_conflicts);
        noteDoubtfulFields();
        mergeFields();
        mergeChildren();
        settleCurrentVariants();
        Merged merged;
        merged.model = assembled();
        reportNewCycles(m_base, m_ours, m_theirs, merged.model, m_conflicts);
        addConflicts(merged);
        return merged;
    }

  private:
    void noteDoubtfulFields() {
        m_base.forEach<model::Conflict>([this](const model::Conflict& conflict) {
            if (conflict.kind == ConflictKind::value && m_ours.removed(conflict.id) && m_theirs.removed(conflict.id))
                m_doubtful.emplace(conflict.about, conflict.field);
        });
    }

    void mergeFields() {
        FieldMerge fields(m_ours, m_theirs, m_doubtful, m_conflicts);
        const auto mergeOne = [&](const AnyId& id, const EntityChange* mine, const EntityChange* yours) {
            if (m_ours.removedForGood(id) || m_theirs.removedForGood(id)) {
                m_results[id] = nullptr;
                return;
            }
            // What stays although one side removed it is as the other side has it.
            if (mine != nullptr && mine->isRemoved()) mine = nullptr;
            if (yours != nullptr && yours->isRemoved()) yours = nullptr;
            if (mine != nullptr || yours != nullptr) m_results[id] = fields.merged(mine, yours);
        };
        for (const EntityChange& change : m_ours.changes().changes)
            mergeOne(change.id, &change, m_theirs.changeOf(change.id));
        for (const EntityChange& change : m_theirs.changes().changes)
            if (m_ours.changeOf(change.id) == nullptr) mergeOne(change.id, nullptr, &change);
    }

    void mergeChildren() {
        ChildMerge children(m_base, m_ours, m_theirs, m_conflicts);
        for (const AnyId& owner : children.touchedOwners()) {
            const EntityPtr present = presentOf(owner);
            std::shared_ptr<model::Entity> changed;
            for (const FieldDescription& field : model::entityType(*present).fields) {
                if (field.type != FieldType::children) continue;
                std::vector<AnyId> list = children.childrenOf(owner, field);
                if (list == model::idsIn(*present, field)) continue;
                if (!changed) changed = model::entityType(*present).clone(*present);
                field.set(*changed, std::move(list));
            }
            if (changed) m_results[owner] = changed;
        }
    }

    // As merged so far.
    [[nodiscard]] EntityPtr presentOf(const AnyId& id) const {
        const auto at = m_results.find(id);
        return at != m_results.end() ? at->second : m_base.find(id);
    }

    // One side removed the current variant, the other added one: the flow needs a current one all the same.
    void settleCurrentVariants() {
        const FieldDescription& field = *model::entityType(Kind::flow).field("current");
        for (auto& [id, entity] : m_results) {
            if (!entity || model::kindOf(id) != Kind::flow) continue;
            const auto& flow = static_cast<const model::Flow&>(*entity);
            if (flow.variants.isEmpty() || flow.variants.contains(flow.current)) continue;
            const auto settled = std::make_shared<model::Flow>(flow);
            settled->current = flow.variants[0];
            if (!m_conflicts.has(id, field.name)) {
                const auto valueIn = [&](const Model& model) {
                    const EntityPtr in = model.find(id);
                    return in ? field.get(*in) : FieldValue(AnyId());
                };
                m_conflicts.add(id, ConflictKind::value, field, valueIn(m_base), valueIn(m_ours.model()),
                                valueIn(m_theirs.model()));
            }
            entity = settled;
        }
    }

    [[nodiscard]] Model assembled() const {
        std::array<model::EntityTable::Rows, model::kindCount> puts;
        std::array<std::vector<AnyId>, model::kindCount> removals;
        for (const auto& [id, entity] : m_results) {
            const auto kind = static_cast<std::size_t>(*model::kindOf(id));
            if (entity)
                puts[kind].push_back(entity);
            else
                removals[kind].push_back(id);
        }
        std::array<model::EntityTable, model::kindCount> tables = m_base.tables();
        for (std::size_t i = 0; i < model::kindCount; ++i)
            if (!puts[i].empty() || !removals[i].empty()) tables[i] = tables[i].edited(puts[i], removals[i]);
        return Model(std::move(tables));
    }

    void addConflicts(Merged& merged) {
        const std::vector<std::shared_ptr<model::Conflict>> conflicts = m_conflicts.take();
        if (conflicts.empty()) return;
        model::Draft draft(merged.model);
        for (const std::shared_ptr<model::Conflict>& conflict : conflicts) {
            if (!draft.changePlan().conflicts.contains(conflict->id)) draft.changePlan().conflicts.add(conflict->id);
            merged.conflicts.push_back(conflict->id);
            draft.put(conflict);
        }
        merged.model = draft.finish();
    }

    const Model& m_base;
    MergeSide m_ours;
    MergeSide m_theirs;
    ConflictList m_conflicts;
    DoubtfulFields m_doubtful;
    std::map<AnyId, EntityPtr> m_results; // of what either side changed; null: not in the merge
};

} // namespace

base::Result<Merged> merge(const Model& base, const Model& ours, const Model& theirs) {
    if (!base.isValid()) return failure("no-base", "There is no common version to merge from.");
    if (ours.plan().id != base.plan().id || theirs.plan().id != base.plan().id)
        return failure("other-plan", "These are not versions of one plan: their ids are “" +
                                         std::string(base.plan().id.text()) + "” (base), “" +
                                         std::string(ours.plan().id.text()) + "” (ours) and “" +
                                         std::string(theirs.plan().id.text()) + "” (theirs).");
    return Merge(base, ours, theirs).run();
}

} // namespace flowspine::diff
