// A version of a plan as the merge oracle looks at it: maps and texts, nothing that the merge works with.
#pragma once

#include "model/entity_type.h"
#include "model/model.h"

#include <map>
#include <string>
#include <vector>

namespace flowspine::test {

using Texts = std::vector<std::string>;

// Every entity with its owner; values as texts.
class PlanVersion {
  public:
    explicit PlanVersion(const model::Model& model);

    [[nodiscard]] const std::map<model::AnyId, model::EntityPtr>& entities() const { return m_entities; }
    [[nodiscard]] bool has(const model::AnyId& id) const { return m_entities.contains(id); }
    // Empty when nobody owns it.
    [[nodiscard]] model::AnyId ownerOf(const model::AnyId& id) const;
    // The default when the plan has no such entity.
    [[nodiscard]] Texts value(const model::AnyId& id, const model::FieldDescription& field) const;
    // Unknown members by name.
    [[nodiscard]] std::map<std::string, std::string> extra(const model::AnyId& id) const;

  private:
    std::map<model::AnyId, model::EntityPtr> m_entities;
    std::map<model::AnyId, model::AnyId> m_owners;
};

// Whether a way along `field` leads from one entity to the other; from an entity to itself: it is on a circle.
[[nodiscard]] bool reaches(const PlanVersion& version, const model::AnyId& from, const model::AnyId& to,
                           const model::FieldDescription& field);

// One reference or a list of them; not children.
[[nodiscard]] bool isReference(const model::FieldDescription& field);

[[nodiscard]] bool contains(const Texts& texts, const std::string& text);
[[nodiscard]] std::size_t countOf(const Texts& texts, const std::string& text);
// Of a text field's value, cut at blanks.
[[nodiscard]] Texts wordsOf(const Texts& text);
[[nodiscard]] bool haveSameEntries(Texts a, Texts b);

// Whether every pair of entries in `result` stands in the order that both sides have, or that the side has which
// changed it. For entries that come once.
[[nodiscard]] bool keepsOrderOfPairs(const Texts& before, const Texts& mine, const Texts& yours, const Texts& result);
// Whether these pairs make one order at all.
[[nodiscard]] bool pairsGoTogether(const Texts& before, const Texts& mine, const Texts& yours);

} // namespace flowspine::test
