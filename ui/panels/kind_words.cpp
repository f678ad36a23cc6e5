#include "panels/kind_words.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"

#include <array>
#include <string_view>

namespace flowspine::panels {

using model::Kind;

namespace {

QString capitalised(std::string_view words) {
    QString text = adapters::toQt(words);
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

struct Inverse {
    Kind from;
    std::string_view field;
    const char* words;
};

// References whose meaning reads better from the other side; all others are named by kind and field.
constexpr std::array<Inverse, 35> inverses = {{
    {Kind::interaction, "team", QT_TRANSLATE_NOOP("KindWords", "Works with")},
    {Kind::role, "team", QT_TRANSLATE_NOOP("KindWords", "Roles of it")},
    {Kind::outcome, "audience", QT_TRANSLATE_NOOP("KindWords", "Expects")},
    {Kind::outcome, "owner", QT_TRANSLATE_NOOP("KindWords", "Owns outcomes")},
    {Kind::outcome, "parent", QT_TRANSLATE_NOOP("KindWords", "Made up of")},
    {Kind::measure, "owner", QT_TRANSLATE_NOOP("KindWords", "Owns measures")},
    {Kind::measure, "guards", QT_TRANSLATE_NOOP("KindWords", "Guarded by")},
    {Kind::constraint, "outcomes", QT_TRANSLATE_NOOP("KindWords", "Held back by")},
    {Kind::constraint, "locations", QT_TRANSLATE_NOOP("KindWords", "Bitten by")},
    {Kind::spineItem, "owner", QT_TRANSLATE_NOOP("KindWords", "Owns on the spine")},
    {Kind::spineItem, "changeAuthority", QT_TRANSLATE_NOOP("KindWords", "Decides changes of")},
    {Kind::spineItem, "within", QT_TRANSLATE_NOOP("KindWords", "Bounds")},
    {Kind::assignment, "role", QT_TRANSLATE_NOOP("KindWords", "Takes part in decisions")},
    {Kind::flow, "customer", QT_TRANSLATE_NOOP("KindWords", "Customer of")},
    {Kind::flow, "owner", QT_TRANSLATE_NOOP("KindWords", "Owns flows")},
    {Kind::flow, "outcomes", QT_TRANSLATE_NOOP("KindWords", "Delivered by")},
    {Kind::variant, "lanes", QT_TRANSLATE_NOOP("KindWords", "Has a lane in")},
    {Kind::variant, "basedOn", QT_TRANSLATE_NOOP("KindWords", "Base of")},
    {Kind::step, "team", QT_TRANSLATE_NOOP("KindWords", "Does steps")},
    {Kind::step, "accountable", QT_TRANSLATE_NOOP("KindWords", "Accountable for")},
    {Kind::step, "responsible", QT_TRANSLATE_NOOP("KindWords", "Responsible for")},
    {Kind::step, "consulted", QT_TRANSLATE_NOOP("KindWords", "Consulted in")},
    {Kind::step, "informed", QT_TRANSLATE_NOOP("KindWords", "Informed of")},
    {Kind::step, "decisionRight", QT_TRANSLATE_NOOP("KindWords", "Used in steps")},
    {Kind::step, "spine", QT_TRANSLATE_NOOP("KindWords", "Steps that rely on it")},
    {Kind::link, "from", QT_TRANSLATE_NOOP("KindWords", "Leads to")},
    {Kind::link, "to", QT_TRANSLATE_NOOP("KindWords", "Comes from")},
    {Kind::roadmapItem, "owner", QT_TRANSLATE_NOOP("KindWords", "Owns roadmap items")},
    {Kind::roadmapItem, "measures", QT_TRANSLATE_NOOP("KindWords", "Changed by")},
    {Kind::roadmapItem, "constraints", QT_TRANSLATE_NOOP("KindWords", "Worked on by")},
    {Kind::roadmapItem, "flows", QT_TRANSLATE_NOOP("KindWords", "Changed by")},
    {Kind::roadmapItem, "spine", QT_TRANSLATE_NOOP("KindWords", "Touched by")},
    {Kind::roadmapItem, "dependsOn", QT_TRANSLATE_NOOP("KindWords", "Waited for by")},
    {Kind::comment, "about", QT_TRANSLATE_NOOP("KindWords", "Comments")},
    {Kind::waiver, "about", QT_TRANSLATE_NOOP("KindWords", "Accepted findings")},
}};

} // namespace

QString iconNameOf(Kind kind) {
    switch (kind) {
    case Kind::plan: return QStringLiteral("document");
    case Kind::stakeholder: return QStringLiteral("person");
    case Kind::role:
    case Kind::assignment: return QStringLiteral("role");
    case Kind::team: return QStringLiteral("team");
    case Kind::interaction: return QStringLiteral("handoff");
    case Kind::outcome: return QStringLiteral("outcome");
    case Kind::measure: return QStringLiteral("measure");
    case Kind::reading: return QStringLiteral("trend");
    case Kind::constraint: return QStringLiteral("constraint");
    case Kind::spineItem: return QStringLiteral("spine-item");
    case Kind::decisionRight: return QStringLiteral("key");
    case Kind::flow: return QStringLiteral("flow");
    case Kind::variant: return QStringLiteral("variant");
    case Kind::step:
    case Kind::placement: return QStringLiteral("step");
    case Kind::link: return QStringLiteral("link");
    case Kind::roadmapItem:
    case Kind::reviewedItem: return QStringLiteral("roadmap-item");
    case Kind::cadence: return QStringLiteral("cadence");
    case Kind::review: return QStringLiteral("review");
    case Kind::decision: return QStringLiteral("decision");
    case Kind::commitment: return QStringLiteral("commitment");
    case Kind::comment:
    case Kind::reply: return QStringLiteral("comment");
    case Kind::waiver:
    case Kind::ruleSetting:
    case Kind::conflict: return QStringLiteral("findings");
    }
    return QStringLiteral("document");
}

QString KindWords::name(Kind kind) {
    return capitalised(model::entityType(kind).name);
}

QString KindWords::plural(Kind kind) {
    return capitalised(model::entityType(kind).plural);
}

QString KindWords::seenFromTarget(const model::Reference& reference) {
    const Kind from = model::kindOf(reference.from).value_or(Kind::plan);
    for (const Inverse& each : inverses)
        if (each.from == from && each.field == reference.field->name) return tr(each.words);
    return tr("%1: %2").arg(plural(from), adapters::toQt(reference.field->options.label));
}

} // namespace flowspine::panels
