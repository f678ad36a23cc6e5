#include "model/entity_table.h"

#include <algorithm>

namespace flowspine::model {

namespace {
constexpr auto byId = [](const EntityPtr& a, const EntityPtr& b) { return a->id < b->id; };
}

EntityTable::EntityTable(Rows rows) {
    if (rows.empty()) return;
    if (!std::is_sorted(rows.begin(), rows.end(), byId)) std::sort(rows.begin(), rows.end(), byId);
    m_rows = std::make_shared<const Rows>(std::move(rows));
}

EntityPtr EntityTable::find(const AnyId& id) const {
    const Rows& all = rows();
    const auto at = std::lower_bound(all.begin(), all.end(), id,
                                     [](const EntityPtr& row, const AnyId& key) { return row->id < key; });
    return at != all.end() && (*at)->id == id ? *at : nullptr;
}

EntityTable EntityTable::edited(const Rows& puts, const std::vector<AnyId>& removals) const {
    const Rows& all = rows();
    Rows merged;
    merged.reserve(all.size() + puts.size());
    auto put = puts.begin();
    auto removal = removals.begin();
    for (const EntityPtr& row : all) {
        while (put != puts.end() && (*put)->id < row->id) merged.push_back(*put++);
        while (removal != removals.end() && *removal < row->id) ++removal;
        if (put != puts.end() && (*put)->id == row->id)
            merged.push_back(*put++);
        else if (removal == removals.end() || *removal != row->id)
            merged.push_back(row);
    }
    merged.insert(merged.end(), put, puts.end());
    return EntityTable(std::move(merged));
}

} // namespace flowspine::model
