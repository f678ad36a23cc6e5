#include "support/random_model.h"

#include "model/draft.h"
#include "model/entity_type.h"
#include "support/random_value.h"

#include <algorithm>

namespace flowspine::test {

namespace {

using model::AnyId;
using model::Draft;
using model::Entity;
using model::FieldDescription;
using model::FieldType;
using model::Id;
using model::Kind;
using model::Model;

// How often each kind is made beyond the first; what plans have many of comes often.
const std::vector<Kind>& usualKinds() {
    static const std::vector<Kind> all = [] {
        std::vector<Kind> kinds;
        for (const Kind kind : model::allKinds()) {
            std::size_t weight = kind == Kind::plan ? 0 : kind == Kind::step ? 8 : kind == Kind::link ? 8 : 2;
            if (kind == Kind::reading || kind == Kind::placement) weight = 4;
            if (kind == Kind::flow || kind == Kind::variant) weight = 1;
            kinds.insert(kinds.end(), weight, kind);
        }
        return kinds;
    }();
    return all;
}

class Maker {
  public:
    Maker(Random& random, const RandomModelOptions& options)
        : m_random(random), m_options(options), m_ids(random),
          m_draft(model::makeEmptyModel(m_ids.next(model::idPrefix(Kind::plan)), "Plan")) {
        m_byKind[0].push_back(m_draft.base().plan().id);
    }

    Model make() {
        for (const Kind kind : model::allKinds())
            if (kind != Kind::plan) addOne(kind);
        while (m_count < m_options.entities) addOne(m_random.pick(usualKinds()));
        const Model structure = m_draft.finish();
        m_draft = Draft(structure);
        for (const Kind kind : model::allKinds())
            for (const AnyId& id : m_byKind[static_cast<std::size_t>(kind)]) fill(structure, kind, id);
        return m_draft.finish();
    }

  private:
    void addOne(Kind kind) {
        const model::Ownership& place = model::ownership(kind);
        std::shared_ptr<Entity> entity = model::entityType(kind).make();
        entity->id = m_ids.next(model::idPrefix(kind));
        const AnyId owner = ownerFor(kind);
        Entity& writable = *m_draft.change(owner);
        std::vector<AnyId> children = model::idsIn(writable, *place.children);
        children.insert(children.begin() + static_cast<std::ptrdiff_t>(m_random.below(children.size() + 1)),
                        entity->id);
        place.children->set(writable, std::move(children));
        m_owner[entity->id] = owner;
        m_byKind[static_cast<std::size_t>(kind)].push_back(entity->id);
        m_draft.put(std::move(entity));
        ++m_count;
    }

    // Links and placements go where steps are: a link without steps is no link.
    AnyId ownerFor(Kind kind) {
        if (kind == Kind::link || kind == Kind::placement)
            return m_owner.at(m_random.pick(m_byKind[static_cast<std::size_t>(Kind::step)]));
        return m_random.pick(m_byKind[static_cast<std::size_t>(model::ownership(kind).ownerKind)]);
    }

    void fill(const Model& structure, Kind kind, const AnyId& id) {
        Entity& entity = *m_draft.change(id);
        for (const FieldDescription& field : model::entityType(kind).fields)
            if (field.type != FieldType::children && m_random.chance(m_options.statedPercent))
                field.set(entity, randomValue(m_random, structure, field));
        keepInvariants(structure, kind, entity);
        if (m_random.chance(m_options.unknownPercent)) entity.extra = randomExtra(m_random, entity);
    }

    AnyId stepBeside(const Model& structure, const AnyId& id) {
        return m_random.pick(structure.find(Id<model::Variant>(m_owner.at(id)))->steps.ids());
    }

    void keepInvariants(const Model& structure, Kind kind, Entity& entity) {
        if (kind == Kind::flow) {
            auto& flow = static_cast<model::Flow&>(entity);
            flow.current =
                flow.variants.isEmpty() ? Id<model::Variant>{} : Id<model::Variant>(m_random.pick(flow.variants.ids()));
        } else if (kind == Kind::link) {
            auto& link = static_cast<model::Link&>(entity);
            link.from = Id<model::Step>(stepBeside(structure, entity.id));
            link.to = Id<model::Step>(stepBeside(structure, entity.id));
        } else if (kind == Kind::placement) {
            static_cast<model::Placement&>(entity).step = Id<model::Step>(stepBeside(structure, entity.id));
        }
    }

    Random& m_random;
    RandomModelOptions m_options;
    SeededIdGenerator m_ids;
    Draft m_draft;
    std::size_t m_count = 1;
    std::array<std::vector<AnyId>, model::kindCount> m_byKind;
    std::unordered_map<AnyId, AnyId> m_owner;
};

} // namespace

Model randomModel(Random& random, const RandomModelOptions& options) {
    return Maker(random, options).make();
}

} // namespace flowspine::test
