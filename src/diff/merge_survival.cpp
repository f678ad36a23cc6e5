#include "diff/merge_survival.h"

#include "model/entity_type.h"
#include "model/model_index.h"

#include <algorithm>
#include <memory>

namespace flowspine::diff {

namespace {

using model::Entity;
using model::FieldType;

class Survival {
  public:
    Survival(MergeSide& remover, const MergeSide& keeper, model::ConflictKind kind, ConflictList& conflicts)
        : m_remover(remover), m_keeper(keeper), m_kind(kind), m_conflicts(conflicts) {}

    void run() {
        if (m_remover.allRemoved().empty()) return;
        for (const EntityChange& change : m_keeper.changes().changes) {
            if (!change.after) continue;
            if (!change.isAdded() && !m_keeper.onlyFollowsRemovals(change)) need(change.id);
            for (const AnyId& id : newlyNamed(change)) need(id);
        }
        for (const auto& [child, owner] : m_keeper.gainedChildren()) {
            need(child);
            need(owner);
        }
        for (std::size_t next = 0; next < m_needed.size(); ++next) returnWithRoot(m_needed[next]);
        returnFollowers();
    }

  private:
    // `id` must be in the merge.
    void need(const AnyId& id) {
        if (model::kindOf(id) == Kind::conflict) return; // settled
        if (m_remover.removedForGood(id) && !m_keeper.removed(id)) m_needed.push_back(id);
    }

    [[nodiscard]] AnyId ownerOf(const AnyId& id) {
        if (!m_index) m_index = std::make_unique<model::ModelIndex>(m_keeper.model());
        return m_index->ownerOf(id);
    }

    void returnWithRoot(const AnyId& id) {
        if (m_remover.returned(id)) return;
        AnyId root = id;
        for (AnyId owner = ownerOf(root); m_remover.removedForGood(owner); owner = ownerOf(root)) root = owner;
        m_conflicts.add(root, m_kind, {}, {});
        returnTree(root);
    }

    void returnTree(const AnyId& id) {
        const EntityPtr entity = m_keeper.model().find(id);
        if (!entity || !m_remover.removedForGood(id)) return;
        m_remover.takeBackRemovalOf(id);
        for (const FieldDescription& field : model::entityType(*entity).fields)
            for (const AnyId& each : model::idsIn(*entity, field))
                field.type == FieldType::children ? returnTree(each) : need(each);
    }

    // What the remover lost only because it cannot be without something that now stays.
    void returnFollowers() {
        if (m_remover.allReturned().empty()) return;
        for (bool hasMore = true; hasMore;) {
            hasMore = false;
            for (const AnyId& id : m_remover.allRemoved()) {
                if (m_remover.returned(id) || m_keeper.removed(id) || !followsSomethingReturned(id)) continue;
                if (m_remover.removedForGood(ownerOf(id)) || namesSomethingGone(id)) continue;
                returnTree(id);
                hasMore = true;
            }
        }
    }

    [[nodiscard]] bool followsSomethingReturned(const AnyId& id) const {
        const EntityPtr entity = m_keeper.model().find(id);
        for (const FieldDescription& field : model::entityType(*entity).fields)
            if (field.options.onDelete == model::OnDelete::removeSelf)
                for (const AnyId& target : model::idsIn(*entity, field))
                    if (m_remover.returned(target)) return true;
        return false;
    }

    // `id` or what it owns could not be whole.
    [[nodiscard]] bool namesSomethingGone(const AnyId& id) const {
        const EntityPtr entity = m_keeper.model().find(id);
        if (!entity) return false;
        for (const FieldDescription& field : model::entityType(*entity).fields)
            for (const AnyId& each : model::idsIn(*entity, field))
                if (field.type == FieldType::children ? namesSomethingGone(each) : m_remover.removedForGood(each))
                    return true;
        return false;
    }

    MergeSide& m_remover;
    const MergeSide& m_keeper;
    model::ConflictKind m_kind;
    ConflictList& m_conflicts;
    std::unique_ptr<model::ModelIndex> m_index;
    std::vector<AnyId> m_needed;
};

} // namespace

void keepWhatIsNeeded(MergeSide& remover, const MergeSide& keeper, model::ConflictKind kind, ConflictList& conflicts) {
    Survival(remover, keeper, kind, conflicts).run();
}

} // namespace flowspine::diff
