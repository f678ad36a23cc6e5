#include "session/spotlight.h"

#include "model/plan_order.h"
#include "session/document_session.h"

#include <utility>

namespace flowspine::session {

using model::AnyId;
using model::Kind;

Spotlight::Spotlight(const DocumentSession& session, QObject* parent) : QObject(parent), m_session(session) {}

void Spotlight::light(const QString& words, Source source) {
    m_words = words;
    m_source = std::move(source);
    m_lit.clear();
    follow();
    emit changed();
}

void Spotlight::clear() {
    if (!isOn()) return;
    m_source = nullptr;
    m_words.clear();
    m_lit.clear();
    m_matches = 0;
    emit changed();
}

bool Spotlight::fades(const AnyId& id) const {
    if (!isOn() || id.isEmpty() || m_lit.contains(id)) return false;
    constexpr model::KindSet places =
        model::kinds(Kind::plan, Kind::team, Kind::role, Kind::flow, Kind::variant, Kind::stakeholder);
    const std::optional<Kind> kind = model::kindOf(id);
    return kind && !model::contains(places, *kind);
}

void Spotlight::follow() {
    if (!isOn()) return;
    const model::Model& model = m_session.live();
    const model::ModelIndex& index = m_session.index();
    const std::vector<AnyId> matching = m_source(model, index, m_session.selection());
    std::unordered_set<AnyId> lit;
    for (const AnyId& id : matching) {
        for (const AnyId& part : model::withAllOwned(model, id)) lit.insert(part);
        for (AnyId at = index.ownerOf(id); at && model::kindOf(at) != Kind::plan; at = index.ownerOf(at))
            lit.insert(at);
    }
    model.forEach<model::Link>([&](const model::Link& link) {
        if (lit.contains(link.from) && lit.contains(link.to)) lit.insert(link.id);
    });
    m_matches = std::unordered_set<AnyId>(matching.begin(), matching.end()).size();
    if (std::exchange(m_lit, std::move(lit)) != m_lit) emit changed();
}

} // namespace flowspine::session
