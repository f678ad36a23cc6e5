// Ranks within a part of a list: outcomes of one perspective, items of one horizon. For edit/ itself.
#pragma once

#include "edit/groundwork.h"

#include <algorithm>

namespace flowspine::edit {

// Where in the plan's list of T something goes so that it becomes number `rank` (from 0; beyond the end: last) among
// those for which isInGroup(const T&) holds. `moved` is counted as taken out already, and stays where it is among the
// others as far as its rank allows; for something new it is empty.
template <class T, class Predicate>
[[nodiscard]] std::size_t placeForRank(const Model& model, const model::IdList<T>& list, const AnyId& moved,
                                       std::size_t rank, Predicate&& isInGroup) {
    std::size_t first = 0; // any place from here
    std::size_t last = 0;  // to here gives the rank
    std::size_t seen = 0;
    std::size_t place = 0;
    std::optional<std::size_t> present;
    bool isLast = true;
    for (const model::Id<T> id : list) {
        if (id == moved) {
            present = place;
            continue;
        }
        const T* entity = model.find(id);
        if (isLast && entity != nullptr && isInGroup(*entity)) {
            if (seen++ == rank) {
                isLast = false;
                last = place;
            } else {
                first = place + 1;
            }
        }
        ++place;
    }
    if (isLast) last = place;
    if (present) return std::clamp(*present, first, last);
    return isLast && seen > 0 ? first : last;
}

// `list` as a field's value with `id` in it or not; its order stays, something new comes last.
template <class T>
[[nodiscard]] FieldValue withMember(const model::IdList<T>& list, const AnyId& id, bool isMember) {
    std::vector<AnyId> ids = list.ids();
    if (!isMember)
        std::erase(ids, id);
    else if (!list.contains(id))
        ids.push_back(id);
    return ids;
}

} // namespace flowspine::edit
