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
    : NameGesture(session, undoText, std::move(added), {}) {}

NameGesture::NameGesture(session::DocumentSession& session, const QString& undoText, edit::Added changed,
                         std::string field)
    : m_session(session), m_id(changed.id), m_field(std::move(field)), m_start(std::move(changed.model)),
      m_gesture(session.beginGesture(undoText)) {
    (void)m_gesture->preview([this](const Model&) -> base::Result<Model> { return *m_start; });
}

bool NameGesture::type(const QString& text) {
    const model::EntityPtr entity = m_session.live().find(m_id);
    if (!entity) return false;
    const model::EntityType& type = model::entityType(*entity);
    if (!m_gesture || !m_gesture->isRunning()) {
        // What was new is in the plan by now (something else settled the gesture): from here on it is a rename.
        m_start.reset();
        const QString before = shortened(oneLine(toQt(model::titleOf(*entity))));
        m_gesture = m_session.beginGesture(tr("Rename %1 “%2”").arg(toQt(type.name), before));
    }
    const std::string words = fromQt(oneLine(text));
    const std::string_view field = m_field.empty() ? type.titleField->name : std::string_view(m_field);
    m_hasName = !words.empty();
    (void)m_gesture->preview([&](const Model& model) -> base::Result<Model> {
        const Model& base = m_start ? *m_start : model;
        return words.empty() ? base::Result<Model>(base) : edit::setField(base, m_id, field, words);
    });
    return true;
}

void NameGesture::take() {
    if (!m_gesture) return;
    const bool isNew = m_start && m_field.empty();
    if (isNew && !m_hasName)
        m_gesture->cancel();
    else
        m_gesture->commit();
}

} // namespace flowspine::adapters
