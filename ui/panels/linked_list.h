// What refers to an entity, grouped by what the link means; a click goes there.
#pragma once

#include "panels/section.h"
#include "session/document_session.h"

namespace flowspine::panels {

class LinkedList final : public QWidget {
    Q_OBJECT

  public:
    LinkedList(session::DocumentSession& session, QWidget* parent);

    void setTarget(const model::AnyId& id);
    void refresh();

  signals:
    void goTo(const flowspine::model::AnyId& id);

  private:
    session::DocumentSession& m_session;
    Section* m_section;
    model::AnyId m_target;
    QStringList m_shown;
};

} // namespace flowspine::panels
