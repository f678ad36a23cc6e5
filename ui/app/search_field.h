// Finds entities by their words (first what they are called, then what else is written in them) and commands by their
// names (Ctrl+K). Up and Down walk the list, Enter goes there.
#pragma once

#include "session/document_session.h"

#include <QAction>
#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>

#include <functional>

namespace flowspine::app {

class SearchField final : public QLineEdit {
    Q_OBJECT

  public:
    explicit SearchField(const session::DocumentSession& session, QWidget* parent);

    // Commands that can be found: asked when the field gets the focus.
    void setCommands(std::function<QList<QAction*>()> commands) { m_commands = std::move(commands); }
    void begin();
    [[nodiscard]] const QStandardItemModel& found() const { return m_found; }

  signals:
    void chosen(const flowspine::model::AnyId& id);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void search(const QString& text);
    void placeList();
    void move(int by);
    void take(const QModelIndex& index);
    void finish();

    const session::DocumentSession& m_session;
    std::function<QList<QAction*>()> m_commands;
    QStandardItemModel m_found;
    QFrame* m_frame;
    QListView* m_list;
};

} // namespace flowspine::app
