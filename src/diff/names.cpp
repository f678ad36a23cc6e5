#include "diff/names.h"

#include "diff/wording.h"
#include "model/entity_type.h"
#include "model/naming.h"

namespace flowspine::diff {

std::string Names::of(const AnyId& id) {
    const EntityPtr entity = m_model.find(id);
    if (!entity) return std::string(id.text());
    switch (*model::kindOf(id)) {
    case Kind::interaction:
    case Kind::reading:
    case Kind::assignment:
    case Kind::review:
    case Kind::reviewedItem: return ofOwner(id);
    case Kind::reply: return "reply by “" + shortName(id) + "” to " + of(owner(id));
    case Kind::comment: return "comment by “" + shortName(id) + "” on " + subject(*entity);
    case Kind::conflict: return "conflict over “" + shortName(id) + "” of " + subject(*entity);
    case Kind::waiver: return "waiver of rule “" + shortName(id) + "” for " + subject(*entity);
    default: return quoted(id);
    }
}

std::string Names::shortName(const AnyId& id) const {
    return elided(model::shortName(m_model, id));
}

std::string Names::quoted(const AnyId& id) const {
    const std::optional<Kind> kind = model::kindOf(id);
    return (kind ? std::string(model::entityType(*kind).name) + " " : std::string()) + "“" + shortName(id) + "”";
}

std::string Names::ofOwner(const AnyId& id) {
    const AnyId above = owner(id);
    return above ? quoted(id) + " of " + of(above) : quoted(id);
}

// Named without its own owner or subject: a comment on a comment ends there.
std::string Names::subject(const model::Entity& entity) const {
    const std::vector<AnyId> about = model::idsIn(entity, *model::entityType(entity).field("about"));
    return about.empty() ? "nothing" : quoted(about.front());
}

AnyId Names::owner(const AnyId& id) {
    if (!m_index) m_index = std::make_unique<model::ModelIndex>(m_model);
    return m_index->ownerOf(id);
}

} // namespace flowspine::diff
