#include "adapters/name_gesture.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"

namespace flowspine::adapters {

using model::Model;

namespace {

constexpr qsizetype longestInUndoText = 60;

QString shortened(const QString& words) {
    return words.size() > longestInUndoText ? words.left(longestInUndoText) + u'…' : words;
}

} // namespace

NameGesture::NameGesture(session::DocumentSession& session, const model::AnyId& id) : m_session(session), m_id(id) {}

NameGesture::NameGesture(session::DocumentSession& session, const QString& undoText, edit::Added added)
    : m_session(session), m_id(added.id), m_added(std::move(added.model)) {
    begin(undoText);
    (void)m_gesture->preview([this](const Model&) -> base::Result<Model> { return *m_added; });
}

void NameGesture::begin(const QString& undoText) {
    m_gesture = m_session.beginGesture(undoText);
}

bool NameGesture::type(const QString& text) {
    const model::EntityPtr entity = m_session.live().find(m_id);
    if (!entity) return false;
    if (!m_gesture || !m_gesture->isRunning()) {
        // A new entity that something else committed meanwhile is renamed from here on.
        m_added.reset();
        const QString before = shortened(oneLine(toQt(model::titleOf(*entity))));
        begin(tr("Rename %1 “%2”").arg(toQt(model::entityType(*entity).name), before));
    }
    const std::string name = fromQt(oneLine(text));
    const std::string_view field = model::entityType(*entity).titleField->name;
    m_hasName = !name.empty();
    (void)m_gesture->preview([&](const Model& model) -> base::Result<Model> {
        const Model& base = m_added ? *m_added : model;
        return name.empty() ? base::Result<Model>(base) : edit::setField(base, m_id, field, name);
    });
    return true;
}

void NameGesture::take() {
    if (!m_gesture) return;
    if (m_added && !m_hasName)
        m_gesture->cancel();
    else
        m_gesture->commit();
}

} // namespace flowspine::adapters
