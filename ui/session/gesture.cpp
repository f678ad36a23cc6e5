#include "session/gesture.h"

#include <utility>

namespace flowspine::session {

Gesture::Gesture(DocumentSession& session, QString text)
    : m_session(&session), m_base(session.committed()), m_text(std::move(text)) {}

Gesture::~Gesture() {
    cancel();
}

base::Result<> Gesture::preview(const Edit& edit) {
    if (!isRunning()) return base::failure("gesture-over", "This change is over already.");
    if (m_session->isReadOnly()) return m_session->refuseReadOnly();
    base::Result<model::Model> next = edit(m_base);
    if (!next) return next.error();
    m_session->show(std::move(next).value());
    return base::Nothing{};
}

void Gesture::commit() {
    if (!isRunning()) return;
    DocumentSession& session = *m_session;
    m_session = nullptr;
    session.m_gesture = nullptr;
    session.push(session.live(), m_text, {});
}

void Gesture::cancel() {
    if (!isRunning()) return;
    DocumentSession& session = *m_session;
    m_session = nullptr;
    session.m_gesture = nullptr;
    session.show(session.committed());
}

} // namespace flowspine::session
