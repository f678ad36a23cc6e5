#include "diff/conflict_text.h"

#include "diff/names.h"
#include "diff/wording.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "model/value_texts.h"

namespace flowspine::diff {

namespace {

using base::Sentence;
using model::Conflict;
using model::ConflictKind;

const FieldDescription* fieldOf(const Conflict& conflict) {
    const std::optional<Kind> kind = model::kindOf(conflict.about);
    return kind ? model::entityType(*kind).field(conflict.field) : nullptr;
}

std::string labelOf(const Conflict& conflict) {
    const FieldDescription* field = fieldOf(conflict);
    return field == nullptr ? "“" + conflict.field + "”"
                            : labelInside(model::entityType(*model::kindOf(conflict.about)).fields, *field);
}

} // namespace

Sentence describeConflict(const Model& model, const Conflict& conflict) {
    Names names(model);
    const std::string subject = capitalised(names.of(conflict.about));
    const auto version = [&](const std::vector<std::string>& texts) { return versionText(model, conflict, texts); };
    switch (conflict.kind) {
    case ConflictKind::oursRemoved: return {"%1: ours removed it, theirs changed it or needs it", {subject}};
    case ConflictKind::theirsRemoved: return {"%1: theirs removed it, ours changed it or needs it", {subject}};
    case ConflictKind::place:
        return {"%1: ours put it under %2, theirs under %3",
                {subject, version(conflict.ours), version(conflict.theirs)}};
    case ConflictKind::order: return {"%1: both put %2 in an order of their own", {subject, labelOf(conflict)}};
    case ConflictKind::cycle:
        return {"%1: %2 closes a circle with what the other side changed", {subject, labelOf(conflict)}};
    case ConflictKind::value:
    case ConflictKind::member: break;
    }
    return {"%1: %2 is %3 in ours and %4 in theirs; it was %5",
            {subject, labelOf(conflict), version(conflict.ours), version(conflict.theirs), version(conflict.base)}};
}

std::string versionText(const Model& model, const Conflict& conflict, const std::vector<std::string>& version) {
    if (conflict.kind == ConflictKind::place)
        return version.empty() ? "nothing" : Names(model).of(AnyId(version.front()));
    const FieldDescription* field = fieldOf(conflict);
    const std::optional<FieldValue> value = field == nullptr ? std::nullopt : model::fromTexts(*field, version);
    if (value) return elided(model::valueText(model, *field, *value), 160);
    return version.empty() ? "nothing" : elided(version.front());
}

bool isAboutPlacement(const Conflict& conflict) {
    const FieldDescription* field = fieldOf(conflict);
    return model::kindOf(conflict.about) == Kind::placement || (field != nullptr && field->options.isPlacement);
}

} // namespace flowspine::diff
