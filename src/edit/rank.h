// Ranks within a part of a list: outcomes of one perspective, items of one horizon. For edit/ itself.
#pragma once

#include "edit/groundwork.h"

#include <algorithm>

namespace flowspine::edit {

// Where in the plan's list of T something goes so that it becomes number `rank` (from 0; beyond the end: last) among
// those for which isInGroup(const T&) holds. `moved` is counted as taken out already; empty for something new.
template <class T, class Predicate>
[[nodiscard]] std::size_t placeForRank(const Model& model, const model::IdList<T>& list, const AnyId& moved,
                                       std::size_t rank, Predicate&& isInGroup)
{
    std::size_t place = 0;
    std::size_t behindGroup = list.size();
    std::size_t seen = 0;
    bool isEmptyGroup = true;
    for (const model::Id<T> id : list) {
        if (id == moved)
            continue;
        const T* entity = model.find(id);
        if (entity != nullptr && isInGroup(*entity)) {
            if (seen++ == rank)
                return place;
            behindGroup = place + 1;
            isEmptyGroup = false;
        }
        ++place;
    }
    return isEmptyGroup ? place : behindGroup;
}

// `list` as a field's value with `id` in it or not; its order stays, something new comes last.
template <class T>
[[nodiscard]] FieldValue withMember(const model::IdList<T>& list, const AnyId& id, bool isMember)
{
    std::vector<AnyId> ids = list.ids();
    if (!isMember)
        std::erase(ids, id);
    else if (!list.contains(id))
        ids.push_back(id);
    return ids;
}

} // namespace flowspine::edit
