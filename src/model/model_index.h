// Who owns and who refers to an entity. Built per Model; the parts of tables that did not change are taken over from
// an earlier index, so that following an edit costs only what the edit touched.
#pragma once

#include "model/field.h"
#include "model/model.h"

#include <array>
#include <memory>
#include <vector>

namespace flowspine::model {

// `from` names `target` in `field`. Ownership is not a reference.
struct Reference {
    AnyId target;
    AnyId from;
    const FieldDescription* field = nullptr;
};

class ModelIndex {
  public:
    explicit ModelIndex(const Model& model, const ModelIndex* earlier = nullptr);

    // Empty for the plan and for entities that nobody owns.
    [[nodiscard]] AnyId ownerOf(const AnyId& id) const;
    // The closest owner of that kind, `id` itself included; empty when there is none.
    [[nodiscard]] AnyId ownerOfKind(const AnyId& id, Kind kind) const;
    template <class T>
    [[nodiscard]] Id<T> ownerOfType(const AnyId& id) const {
        return Id<T>(ownerOfKind(id, kindFor<T>));
    }
    // In the order of the referring entities' kinds and ids.
    [[nodiscard]] std::vector<Reference> referencesTo(const AnyId& id) const;
    // Entities of type T that refer to `id` in any field, without doubles.
    template <class T>
    [[nodiscard]] std::vector<Id<T>> referrers(const AnyId& id) const {
        std::vector<Id<T>> found;
        for (const Reference& reference : referencesTo(id, kindFor<T>))
            if (found.empty() || found.back() != reference.from) found.emplace_back(reference.from);
        return found;
    }
    [[nodiscard]] std::vector<Reference> referencesTo(const AnyId& id, Kind from) const;

  private:
    struct Part {
        EntityTable table;
        std::vector<Reference> references; // by target, then referrer
        std::vector<Reference> owned;      // by child
    };
    static std::shared_ptr<const Part> makePart(const EntityTable& table, Kind kind);

    std::array<std::shared_ptr<const Part>, kindCount> m_parts;
};

} // namespace flowspine::model
