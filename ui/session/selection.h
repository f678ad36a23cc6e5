// What is selected, shared by all editors; never part of the plan.
#pragma once

#include "base/id.h"

#include <algorithm>
#include <vector>

namespace flowspine::session {

class Selection {
  public:
    Selection() = default;
    // In the order of selecting; the first one is what the inspector shows. Empty ids and doubles are dropped.
    explicit Selection(const std::vector<base::AnyId>& ids) {
        for (const base::AnyId& id : ids)
            if (id && !contains(id)) m_ids.push_back(id);
    }

    [[nodiscard]] const std::vector<base::AnyId>& ids() const { return m_ids; }
    [[nodiscard]] bool isEmpty() const { return m_ids.empty(); }
    [[nodiscard]] bool contains(const base::AnyId& id) const {
        return std::find(m_ids.begin(), m_ids.end(), id) != m_ids.end();
    }
    [[nodiscard]] base::AnyId primary() const { return m_ids.empty() ? base::AnyId{} : m_ids.front(); }
    [[nodiscard]] Selection toggled(const base::AnyId& id) const {
        std::vector<base::AnyId> ids = m_ids;
        const auto at = std::find(ids.begin(), ids.end(), id);
        if (at == ids.end())
            ids.push_back(id);
        else
            ids.erase(at);
        return Selection(ids);
    }

    friend bool operator==(const Selection&, const Selection&) = default;

  private:
    std::vector<base::AnyId> m_ids;
};

} // namespace flowspine::session
