// A drag, a resize or typing under way. Previews are computed from the plan as it was when the gesture began, as often
// as needed; committing makes them one undo step, cancelling (or destroying the gesture) leaves none.
#pragma once

#include "session/document_session.h"

#include <QPointer>

namespace flowspine::session {

class Gesture final {
  public:
    ~Gesture();
    Gesture(const Gesture&) = delete;
    Gesture& operator=(const Gesture&) = delete;

    // Shows edit(base). A refused edit keeps the preview before it.
    base::Result<> preview(const Edit& edit);
    void setText(const QString& text) { m_text = text; }
    void commit();
    void cancel();
    // False once it was committed, cancelled or settled by the session.
    [[nodiscard]] bool isRunning() const { return m_session != nullptr; }

  private:
    friend class DocumentSession;
    Gesture(DocumentSession& session, QString text);

    QPointer<DocumentSession> m_session;
    model::Model m_base;
    QString m_text;
    bool m_isDroppedWhenSettled = false;
};

} // namespace flowspine::session
