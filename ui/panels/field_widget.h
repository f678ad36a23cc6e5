// Shows and edits one field of the entities it is set to. Whole values are committed at once; typing is a gesture that
// is committed on Enter or when the focus leaves, and undone by Esc. Writes into its controls only when the plan's
// value differs from what it shows.
#pragma once

#include "model/field.h"
#include "session/document_session.h"
#include "session/gesture.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace flowspine::panels {

class FieldWidget : public QWidget {
    Q_OBJECT

  public:
    FieldWidget(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent);

    [[nodiscard]] const model::FieldDescription& field() const { return m_field; }
    [[nodiscard]] session::DocumentSession& session() const { return m_session; }
    [[nodiscard]] const std::vector<model::AnyId>& targets() const { return m_targets; }

    // All of one kind that has the field. Settles typing for the targets before.
    void setTargets(const std::vector<model::AnyId>& ids);
    // After the plan changed.
    void refresh();
    // What is odd about the plan's value, in one sentence, shown at the field; empty for nothing.
    virtual void setDoubt(const QString& /*sentence*/) {}

  signals:
    // A click leads to this entity.
    void goTo(const flowspine::model::AnyId& id);

  protected:
    // `isMixed`: the targets differ; `value` is the first one's.
    virtual void showValue(const model::FieldValue& value, bool isMixed) = 0;
    // Typing was settled or dropped: show the plan's value again, whatever stands in the control.
    virtual void forgetTyping() {}

    // One undo step. Errors are shown by the window.
    bool commitValue(const model::FieldValue& value);
    // Part of the typing under way, which begins with the first preview.
    base::Result<> previewValue(const model::FieldValue& value);
    void commitTyping();
    // As if nothing had been typed, and the control shows the plan's value again.
    void cancelTyping();
    // Takes the preview back and leaves the control as it is.
    void dropPreview();
    [[nodiscard]] bool isTyping() const { return m_gesture != nullptr && m_gesture->isRunning(); }

  private:
    [[nodiscard]] QString stepText() const;
    [[nodiscard]] session::Edit editTo(const model::FieldValue& value) const;

    session::DocumentSession& m_session;
    const model::FieldDescription& m_field;
    std::vector<model::AnyId> m_targets;
    std::unique_ptr<session::Gesture> m_gesture;
    bool m_isSource = false;
};

} // namespace flowspine::panels
