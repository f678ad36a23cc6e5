// What entities of one plan are called in sentences about changes.
#pragma once

#include "diff/model_diff.h"
#include "model/model_index.h"

#include <memory>
#include <string>

namespace flowspine::diff {

// Keeps a reference to the plan. The index is built when a name first asks for an owner.
class Names {
  public:
    explicit Names(const Model& model) : m_model(model) {}

    [[nodiscard]] const Model& model() const { return m_model; }

    // "step “Check zoning”"; with its owner or subject where the name alone says little: "reading “3 Mar 2027” of
    // measure “Lead time”", "comment by “Ada” on step “Check zoning”". The bare id when the plan has no such entity.
    [[nodiscard]] std::string of(const AnyId& id);
    // Without kind and quotes.
    [[nodiscard]] std::string shortName(const AnyId& id) const;

  private:
    [[nodiscard]] std::string quoted(const AnyId& id) const;
    [[nodiscard]] std::string ofOwner(const AnyId& id);
    [[nodiscard]] std::string subject(const model::Entity& entity) const;
    [[nodiscard]] AnyId owner(const AnyId& id);

    const Model& m_model;
    std::unique_ptr<model::ModelIndex> m_index;
};

} // namespace flowspine::diff
