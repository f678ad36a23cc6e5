// The menu that lights in every picture what goes by an owner, a team, a tag or a status; the rest fades and stays.
#pragma once

#include "session/document_session.h"

#include <QMenu>

namespace flowspine::app {

class HighlightMenu final : public QMenu {
    Q_OBJECT

  public:
    HighlightMenu(session::DocumentSession& session, QWidget* parent);

    // Makes its entries from the live plan; done by itself before it is shown.
    void fill();

  private:
    void addEntry(QMenu& menu, const QString& words, const QString& said, session::Spotlight::Source source);

    session::DocumentSession& m_session;
};

} // namespace flowspine::app
