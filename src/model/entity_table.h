// The rows of one kind, sorted by id, shared between plans that did not change them. Copying a table copies a pointer.
#pragma once

#include "model/entity.h"

#include <memory>
#include <vector>

namespace flowspine::model {

class EntityTable {
  public:
    using Rows = std::vector<EntityPtr>;

    EntityTable() = default;
    // Rows in any order, ids unique.
    explicit EntityTable(Rows rows);

    [[nodiscard]] const Rows& rows() const {
        static const Rows none;
        return m_rows ? *m_rows : none;
    }
    [[nodiscard]] std::size_t size() const { return rows().size(); }
    // nullptr when the table has no such row.
    [[nodiscard]] EntityPtr find(const AnyId& id) const;

    // `puts` replace or add rows, `removals` take rows out; both sorted by id, and no id in both.
    [[nodiscard]] EntityTable edited(const Rows& puts, const std::vector<AnyId>& removals) const;

    // True when both share the same rows in memory; such tables are equal without looking.
    [[nodiscard]] bool isSameAs(const EntityTable& other) const { return m_rows == other.m_rows; }

  private:
    std::shared_ptr<const Rows> m_rows;
};

} // namespace flowspine::model
