#include "app/view_commands.h"

#include "render/icon.h"

namespace flowspine::app {

namespace {

constexpr int zoomStep = 10;

} // namespace

ViewCommands::ViewCommands(const std::vector<adapters::EditorFacts>& editors,
                           std::function<adapters::Editor*()> current, QObject* parent)
    : QObject(parent) {
    auto* const group = new QActionGroup(this);
    for (std::size_t i = 0; i < editors.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        auto* const action =
            makeAction(editors[i].title, editors[i].iconName, {QKeySequence(tr("Ctrl+%1").arg(number))});
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { emit editorChosen(static_cast<int>(i)); });
        editorActions.push_back(action);
    }
    zoomInAction = makeAction(tr("Zoom in"), QStringLiteral("zoom-in"),
                              {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOutAction = makeAction(tr("Zoom out"), QStringLiteral("zoom-out"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
    zoomNormalAction = makeAction(tr("Actual size"), {}, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_0)});
    fitAction = makeAction(tr("Fit into the window"), QStringLiteral("fit"), {QKeySequence(Qt::CTRL | Qt::Key_0)});
    const auto zoomBy = [current](int by) {
        if (adapters::Editor* const editor = current()) editor->setZoomPercent(editor->zoomPercent() + by);
    };
    connect(zoomInAction, &QAction::triggered, this, [zoomBy] { zoomBy(zoomStep); });
    connect(zoomOutAction, &QAction::triggered, this, [zoomBy] { zoomBy(-zoomStep); });
    connect(zoomNormalAction, &QAction::triggered, this, [current] {
        if (adapters::Editor* const editor = current()) editor->setZoomPercent(100);
    });
    connect(fitAction, &QAction::triggered, this, [current] {
        if (adapters::Editor* const editor = current()) editor->zoomToFit();
    });
    inspectorAction = makeAction(tr("Inspector"), {}, {QKeySequence(Qt::Key_F4)});
    inspectorAction->setCheckable(true);
    inspectorAction->setChecked(true);
    findingsAction =
        makeAction(tr("Findings"), QStringLiteral("findings"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    findingsAction->setCheckable(true);
    historyAction = makeAction(tr("History"), QStringLiteral("history"), {QKeySequence(Qt::CTRL | Qt::Key_H)});
    historyAction->setCheckable(true);
    impactAction = makeAction(tr("Impact"), QStringLiteral("link"), {QKeySequence(Qt::CTRL | Qt::Key_J)});
    impactAction->setCheckable(true);
    darkAction = makeAction(tr("Dark colours"), QStringLiteral("theme"), {});
    darkAction->setCheckable(true);
}

QAction* ViewCommands::makeAction(const QString& text, const QString& iconName, const QList<QKeySequence>& keys) {
    auto* const action = new QAction(text, this);
    if (!iconName.isEmpty()) action->setIcon(render::icon(iconName));
    action->setShortcuts(keys);
    return action;
}

} // namespace flowspine::app
