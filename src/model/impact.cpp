#include "model/impact.h"

#include "model/plan_order.h"

#include <algorithm>
#include <unordered_set>

namespace flowspine::model {

std::vector<Reference> impactOf(const Model& model, const ModelIndex& index, const AnyId& id) {
    const std::vector<AnyId> parts = withAllOwned(model, id);
    const std::unordered_set<AnyId> own(parts.begin(), parts.end());
    std::vector<Reference> references;
    for (const AnyId& part : parts)
        for (const Reference& reference : index.referencesTo(part))
            if (!own.contains(reference.from)) references.push_back(reference);
    std::stable_sort(references.begin(), references.end(), [](const Reference& a, const Reference& b) {
        const auto kindA = kindOf(a.from);
        const auto kindB = kindOf(b.from);
        return kindA != kindB ? kindA < kindB : a.from < b.from;
    });
    return references;
}

std::vector<AnyId> referrersOf(const Model& model, const ModelIndex& index, const AnyId& id) {
    std::vector<AnyId> referrers;
    for (const Reference& reference : impactOf(model, index, id))
        if (!reference.field->options.isPlacement && (referrers.empty() || referrers.back() != reference.from))
            referrers.push_back(reference.from);
    return referrers;
}

} // namespace flowspine::model
