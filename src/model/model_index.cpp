#include "model/model_index.h"

#include "model/entity_type.h"
#include "model/field_visitor.h"

#include <algorithm>
#include <tuple>

namespace flowspine::model {

namespace {

// Collects the ids that one field holds.
class IdCollector final : public IgnoringFieldVisitor {
  public:
    IdCollector(std::vector<Reference>& references, std::vector<Reference>& owned)
        : m_references(references), m_owned(owned) {}

    void start(const AnyId& from, const FieldDescription& field) {
        m_from = from;
        m_field = &field;
    }
    void reference(const AnyId& value) override {
        if (value) m_references.push_back({value, m_from, m_field});
    }
    void references(std::span<const AnyId> values) override {
        auto& list = m_field->type == FieldType::children ? m_owned : m_references;
        for (const AnyId& value : values) list.push_back({value, m_from, m_field});
    }

  private:
    std::vector<Reference>& m_references;
    std::vector<Reference>& m_owned;
    AnyId m_from;
    const FieldDescription* m_field = nullptr;
};

constexpr auto byTarget = [](const Reference& a, const Reference& b) {
    return std::tie(a.target, a.from, a.field->index) < std::tie(b.target, b.from, b.field->index);
};

auto rangeOf(const std::vector<Reference>& sorted, const AnyId& target) {
    const auto before = [](const auto& a, const auto& b) {
        if constexpr (std::is_same_v<std::decay_t<decltype(a)>, AnyId>)
            return a < b.target;
        else
            return a.target < b;
    };
    return std::pair(std::lower_bound(sorted.begin(), sorted.end(), target, before),
                     std::upper_bound(sorted.begin(), sorted.end(), target, before));
}

} // namespace

std::shared_ptr<const ModelIndex::Part> ModelIndex::makePart(const EntityTable& table, Kind kind) {
    auto part = std::make_shared<Part>();
    part->table = table;
    std::vector<const FieldDescription*> holders;
    for (const FieldDescription& field : entityType(kind).fields)
        if (field.options.targets != 0) holders.push_back(&field);
    IdCollector collector(part->references, part->owned);
    for (const EntityPtr& row : table.rows())
        for (const FieldDescription* field : holders) {
            collector.start(row->id, *field);
            field->visit(*row, collector);
        }
    std::sort(part->references.begin(), part->references.end(), byTarget);
    std::sort(part->owned.begin(), part->owned.end(), byTarget);
    return part;
}

ModelIndex::ModelIndex(const Model& model, const ModelIndex* earlier) {
    for (const Kind kind : allKinds()) {
        const auto i = static_cast<std::size_t>(kind);
        if (earlier != nullptr && earlier->m_parts[i]->table.isSameAs(model.table(kind)))
            m_parts[i] = earlier->m_parts[i];
        else
            m_parts[i] = makePart(model.table(kind), kind);
    }
}

AnyId ModelIndex::ownerOf(const AnyId& id) const {
    const std::optional<Kind> kind = kindOf(id);
    if (!kind || *kind == Kind::plan) return {};
    const auto [first, last] = rangeOf(m_parts[static_cast<std::size_t>(ownership(*kind).ownerKind)]->owned, id);
    return first == last ? AnyId{} : first->from;
}

AnyId ModelIndex::ownerOfKind(const AnyId& id, Kind kind) const {
    AnyId at = id;
    while (at && kindOf(at) != kind) at = ownerOf(at);
    return at;
}

std::vector<Reference> ModelIndex::referencesTo(const AnyId& id) const {
    std::vector<Reference> all;
    for (const auto& part : m_parts) {
        const auto [first, last] = rangeOf(part->references, id);
        all.insert(all.end(), first, last);
    }
    return all;
}

std::vector<Reference> ModelIndex::referencesTo(const AnyId& id, Kind from) const {
    const auto [first, last] = rangeOf(m_parts[static_cast<std::size_t>(from)]->references, id);
    return {first, last};
}

} // namespace flowspine::model
