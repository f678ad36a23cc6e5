#include "panels/reference_candidates.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <algorithm>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;
using model::Kind;

namespace {

bool staysInVariant(Kind holder, const model::FieldDescription& field) {
    return holder == Kind::link || holder == Kind::placement || field.name == "joins";
}

} // namespace

std::vector<Candidate> candidatesFor(const model::Model& model, const model::ModelIndex& index, const AnyId& holder,
                                     const model::FieldDescription& field) {
    std::vector<Candidate> candidates;
    const bool isLocal = staysInVariant(model::kindOf(holder).value_or(Kind::plan), field);
    const AnyId variant = isLocal ? index.ownerOfKind(holder, Kind::variant) : AnyId();
    for (const Kind kind : model::allKinds()) {
        if (!model::contains(field.options.targets, kind) || kind == Kind::placement) continue;
        for (const model::EntityPtr& row : model.table(kind).rows()) {
            if (row->id == holder || (variant && index.ownerOfKind(row->id, Kind::variant) != variant)) continue;
            const AnyId owner = index.ownerOf(row->id);
            const bool isPlain = !owner || model::kindOf(owner) == Kind::plan || isLocal;
            candidates.push_back({row->id, toQt(model::shortName(model, row->id)),
                                  isPlain ? QString() : toQt(model::shortName(model, owner))});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return candidates;
}

std::optional<Kind> kindMadeByName(const model::FieldDescription& field) {
    std::optional<Kind> only;
    for (const Kind kind : model::allKinds()) {
        if (!model::contains(field.options.targets, kind)) continue;
        if (only) return std::nullopt;
        only = kind;
    }
    const bool isMade = only && *only != Kind::plan && model::ownership(*only).ownerKind == Kind::plan &&
                        model::entityType(*only).titleField != nullptr;
    return isMade ? only : std::nullopt;
}

} // namespace flowspine::panels
