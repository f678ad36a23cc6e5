// Puts a clipping into a plan under new ids: what paste, duplicate and duplicateVariant are made of. For edit/ itself.
#pragma once

#include "edit/entity_edit.h"

#include <unordered_map>

namespace flowspine::edit {

// Where a root of a clipping goes. `owner` exists and is of the right kind.
struct Place {
    AnyId owner;
    std::optional<std::size_t> position; // among the owner's present children; none: last
};

struct Grafted {
    Model model;
    std::vector<AnyId> roots;                // new ids, in the clipping's order, without what was dropped
    std::unordered_map<AnyId, AnyId> newIds; // of everything that came in
};

// `places` has one for every root; roots with the same place keep their order. What references become is said at
// paste().
[[nodiscard]] Result<Grafted> graft(const Model& model, const Clipping& clipping, const std::vector<Place>& places,
                                    base::IdGenerator& ids);

} // namespace flowspine::edit
