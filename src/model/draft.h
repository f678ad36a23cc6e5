// A batch of changes to a Model. Collects copies of the entities that an edit touches and turns them into the next
// Model in one step; the base stays as it is. Lookups see the changes made so far.
#pragma once

#include "model/model.h"

#include <memory>
#include <unordered_map>

namespace flowspine::model {

class Draft {
  public:
    explicit Draft(Model base) : m_base(std::move(base)) {}

    [[nodiscard]] const Model& base() const { return m_base; }

    // nullptr when the entity does not exist or was removed.
    [[nodiscard]] const Entity* find(const AnyId& id) const;
    template <class T>
    [[nodiscard]] const T* find(const Id<T>& id) const {
        return static_cast<const T*>(find(static_cast<const AnyId&>(id)));
    }

    // A copy to write to; asking again gives the same one. nullptr as for find().
    [[nodiscard]] Entity* change(const AnyId& id);
    template <class T>
    [[nodiscard]] T* change(const Id<T>& id) {
        return static_cast<T*>(change(static_cast<const AnyId&>(id)));
    }
    [[nodiscard]] Plan& changePlan() { return *change(Id<Plan>(m_base.plan().id)); }

    // Adds an entity or replaces the one with its id. The entity's id must be of its kind.
    void put(std::shared_ptr<Entity> entity);
    void remove(const AnyId& id);

    // The next Model. Entities that ended up equal to the base's are not replaced, so an edit that changed nothing
    // gives a Model that isSameAs() the base.
    [[nodiscard]] Model finish() const;

  private:
    Model m_base;
    std::unordered_map<AnyId, std::shared_ptr<Entity>> m_changes; // nullptr: removed
};

} // namespace flowspine::model
