// The toolbar's button for highlighting: says what is lit and how much of it there is.
#pragma once

#include "app/menu_button.h"
#include "session/document_session.h"

namespace flowspine::app {

class HighlightButton final : public MenuButton {
    Q_OBJECT

  public:
    HighlightButton(const session::DocumentSession& session, QMenu* menu, QWidget* parent);

  private:
    void refresh();

    const session::DocumentSession& m_session;
};

} // namespace flowspine::app
