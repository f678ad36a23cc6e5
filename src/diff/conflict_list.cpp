#include "diff/conflict_list.h"

#include "base/id_generator.h"
#include "model/value_texts.h"

#include <algorithm>

namespace flowspine::diff {

namespace {

// Fowler, Noll and Vo's hash, 64 bits, with the end of each text counted in.
class ContentBits final : public base::IdGenerator {
  public:
    void add(std::string_view text) {
        for (const char c : text) mix(static_cast<unsigned char>(c));
        mix(0x100);
    }

  protected:
    std::uint64_t nextBits() override { return m_hash ^ (m_hash >> 32U); }

  private:
    void mix(std::uint64_t value) { m_hash = (m_hash ^ value) * 0x100000001B3ULL; }
    std::uint64_t m_hash = 0xCBF29CE484222325ULL;
};

AnyId idOf(const model::Conflict& conflict) {
    ContentBits bits;
    bits.add(conflict.about.text());
    bits.add(model::nameOf(conflict.kind));
    bits.add(conflict.field);
    for (const Texts* texts : {&conflict.base, &conflict.ours, &conflict.theirs}) {
        for (const std::string& text : *texts) bits.add(text);
        bits.add({});
    }
    return bits.next(model::idPrefix(Kind::conflict));
}

} // namespace

void ConflictList::add(const AnyId& about, model::ConflictKind kind, std::string_view field, Versions versions) {
    // An older conflict is settled by whoever settles it first; there is none over it.
    if (model::kindOf(about) == Kind::conflict) return;
    auto conflict = std::make_shared<model::Conflict>();
    conflict->about = about;
    conflict->kind = kind;
    conflict->field = field;
    conflict->base = std::move(versions.base);
    conflict->ours = std::move(versions.ours);
    conflict->theirs = std::move(versions.theirs);
    conflict->id = idOf(*conflict);
    m_conflicts.push_back(std::move(conflict));
}

void ConflictList::add(const AnyId& about, model::ConflictKind kind, const FieldDescription& field,
                       const FieldValue& base, const FieldValue& ours, const FieldValue& theirs) {
    add(about, kind, field.name,
        {model::toTexts(field, base), model::toTexts(field, ours), model::toTexts(field, theirs)});
}

bool ConflictList::has(const AnyId& about, std::string_view field) const {
    return std::any_of(m_conflicts.begin(), m_conflicts.end(),
                       [&](const auto& conflict) { return conflict->about == about && conflict->field == field; });
}

std::vector<std::shared_ptr<model::Conflict>> ConflictList::take() {
    const auto place = [](const model::Conflict& conflict) {
        return std::tuple(*model::kindOf(conflict.about), conflict.about, conflict.field, conflict.id);
    };
    std::sort(m_conflicts.begin(), m_conflicts.end(),
              [&place](const auto& a, const auto& b) { return place(*a) < place(*b); });
    return std::move(m_conflicts);
}

} // namespace flowspine::diff
