// Naming one entity by typing: the plan shows each keystroke, all of them are one undo step. The entity may be a new
// one that exists only in this gesture: left without a name it was never there.
#pragma once

#include "edit/entity_edit.h"
#include "session/gesture.h"

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace flowspine::adapters {

class NameGesture {
    Q_DECLARE_TR_FUNCTIONS(NameGesture)

  public:
    // Renames what is in the plan. The session outlives the gesture.
    NameGesture(session::DocumentSession& session, const model::AnyId& id);
    // Names `added`, which was made from the committed plan; it is shown at once.
    NameGesture(session::DocumentSession& session, const QString& undoText, edit::Added added);

    // Answers a question about `changed`, which was made from the committed plan and is shown at once: what is typed
    // goes into `field`. Without an answer the change stands.
    NameGesture(session::DocumentSession& session, const QString& undoText, edit::Added changed, std::string field);

    [[nodiscard]] const model::AnyId& id() const { return m_id; }

    // False when the entity is gone. Something empty or refused (too long) keeps the last good name.
    bool type(const QString& text);
    // Commits; a new entity without a name is taken back.
    void take();

  private:
    session::DocumentSession& m_session;
    model::AnyId m_id;
    std::string m_field;                         // empty: the title
    std::optional<model::Model> m_start;         // the plan with what was added or changed
    std::unique_ptr<session::Gesture> m_gesture; // takes its preview back when it is destroyed uncommitted
    bool m_hasName = false;
};

} // namespace flowspine::adapters
