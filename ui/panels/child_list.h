// The entities that another one owns, in their order: a click opens one, a cross deletes it, a button adds one.
#pragma once

#include "panels/section.h"
#include "session/document_session.h"

#include <QPushButton>

#include <vector>

namespace flowspine::panels {

class ChildList final : public QWidget {
    Q_OBJECT

  public:
    // `children` is a child list of the owner's kind.
    ChildList(session::DocumentSession& session, const model::FieldDescription& children, QWidget* parent);

    void setOwner(const model::AnyId& owner);
    void refresh();
    [[nodiscard]] QPushButton& addButton() const { return *m_add; }

  signals:
    void goTo(const flowspine::model::AnyId& id);
    // It was added by the button and wants its first words.
    void added(const flowspine::model::AnyId& id);

  private:
    void rebuild();
    void addOne();
    void remove(const model::AnyId& id);
    [[nodiscard]] QString lineFor(const model::AnyId& id) const;

    session::DocumentSession& m_session;
    const model::FieldDescription& m_children;
    model::Kind m_kind;
    Section* m_section;
    QWidget* m_lines;
    QPushButton* m_add;
    model::AnyId m_owner;
    QStringList m_shown; // id and line of each, as they stand there
};

// The kind of entity that a child list holds.
[[nodiscard]] model::Kind kindOfChildren(const model::FieldDescription& children);

} // namespace flowspine::panels
