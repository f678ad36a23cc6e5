// A line to name an entity: typing searches, Down or a click lists all, Enter takes what is marked or typed. A name
// that nothing has can make something new, where the owner of the line allows it.
#pragma once

#include "panels/reference_candidates.h"

#include <QAction>
#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>

#include <functional>

namespace flowspine::panels {

class ReferencePicker final : public QLineEdit {
    Q_OBJECT

  public:
    explicit ReferencePicker(QWidget* parent);

    // Asked each time the line gets the focus.
    void setCandidates(std::function<std::vector<Candidate>()> candidates) { m_candidates = std::move(candidates); }
    void setMakesNew(bool makesNew) { m_makesNew = makesNew; }
    // The sign that lists all; away where something else stands in its place.
    void showListSign(bool isShown) { m_list->setVisible(isShown); }
    // What the line says while nothing is typed into it.
    void rest(const QString& text);

  signals:
    // Empty: nothing is named any more.
    void chosen(const flowspine::model::AnyId& id);
    void typedNew(const QString& name);

  protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void fill();
    void listAll();
    void take();

    std::function<std::vector<Candidate>()> m_candidates;
    QStandardItemModel m_model;
    QCompleter m_completer;
    QAction* m_list;
    QString m_resting;
    bool m_makesNew = false;
};

} // namespace flowspine::panels
