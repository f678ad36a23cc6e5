// Commands that change what is seen, not the plan: editors, zoom, inspector, panels, light and dark.
#pragma once

#include "adapters/editor.h"

#include <QAction>
#include <QActionGroup>

#include <functional>
#include <vector>

namespace flowspine::app {

class ViewCommands final : public QObject {
    Q_OBJECT

  public:
    // `current` gives the editor that is shown; nullptr when there is none.
    ViewCommands(const std::vector<adapters::EditorFacts>& editors, std::function<adapters::Editor*()> current,
                 QObject* parent);

    // One for each editor, Ctrl+1 and up.
    std::vector<QAction*> editorActions;
    QAction* zoomInAction;
    QAction* zoomOutAction;
    QAction* zoomNormalAction;
    QAction* fitAction;
    QAction* inspectorAction; // checked while it is shown
    QAction* findingsAction;  // checked while the panel is unfolded
    QAction* historyAction;
    QAction* impactAction;
    QAction* darkAction;

  signals:
    void editorChosen(int index);

  private:
    [[nodiscard]] QAction* makeAction(const QString& text, const QString& iconName, const QList<QKeySequence>& keys);
};

} // namespace flowspine::app
