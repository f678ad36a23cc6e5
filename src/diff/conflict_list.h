// Collects the conflicts of one merge. For diff/merge*.
#pragma once

#include "diff/model_diff.h"
#include "model/annotations.h"

#include <memory>
#include <string>
#include <vector>

namespace flowspine::diff {

using Texts = std::vector<std::string>;

struct Versions {
    Texts base;
    Texts ours;
    Texts theirs;
};

class ConflictList {
  public:
    // The id is made from the content: merging the same again gives the same conflict, also on another machine.
    void add(const AnyId& about, model::ConflictKind kind, std::string_view field, Versions versions);
    void add(const AnyId& about, model::ConflictKind kind, const FieldDescription& field, const FieldValue& base,
             const FieldValue& ours, const FieldValue& theirs);

    [[nodiscard]] bool has(const AnyId& about, std::string_view field) const;
    // Sorted by what they are about.
    [[nodiscard]] std::vector<std::shared_ptr<model::Conflict>> take();

  private:
    std::vector<std::shared_ptr<model::Conflict>> m_conflicts;
};

} // namespace flowspine::diff
