// What the window knows of an editor: its words, its things to add, and how to show an entity in it. Editors take the
// DocumentSession (and what else they need) in their constructors and are made when they are first needed; the window
// shows one at a time.
#pragma once

#include "adapters/picture_marks.h"
#include "model/field.h"
#include "view/picture.h"

#include <QAction>
#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

namespace flowspine::render {
class Theme;
}

namespace flowspine::adapters {

// What is known of an editor before it is made.
struct EditorFacts {
    QString title;    // "Outcomes", on the rail
    QString iconName; // as in resources/icons
    // Kinds that this editor is the home of: searching for one of them opens this editor.
    model::KindSet kinds = 0;
};

class Editor : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;

    // What its class says in about().
    [[nodiscard]] virtual EditorFacts facts() const = 0;
    // The question this editor answers, in one line.
    [[nodiscard]] virtual QString question() const = 0;
    // Lines folded out under the question: what to think about. May be empty.
    [[nodiscard]] virtual QStringList prompts() const { return {}; }

    // Brings the entity (or what it belongs to) into view and flashes it; false when this editor does not show it.
    virtual bool reveal(const model::AnyId& id) = 0;

    // For `+ Add` and the Insert menu; owned by the editor.
    [[nodiscard]] virtual QList<QAction*> thingsToAdd() = 0;
    // One for each of its pages, when it has several: shows that page. For the View menu; owned by the editor.
    [[nodiscard]] virtual QList<QAction*> pageActions() { return {}; }
    // Stands at the right of the question (a view switch, a filter); owned by the editor until the window takes it.
    [[nodiscard]] virtual QWidget* headerWidget() { return nullptr; }

    // Whether a panel of this editor stands where the inspector would; the window then hides that.
    [[nodiscard]] virtual bool hasPanelAside() const { return false; }

    virtual void setTheme(const render::Theme& theme) = 0;
    // What is found about entities, to be marked where they are shown.
    virtual void setMarks(SharedMarks /*marks*/) {}

    // Names the selected entity in place (F2); false when it cannot.
    virtual bool renameSelected() { return false; }
    // 100 is 1:1. An editor without zoom keeps 100.
    [[nodiscard]] virtual int zoomPercent() const { return 100; }
    virtual void setZoomPercent(int /*percent*/) {}
    virtual void zoomToFit() {}

    // What is selected, or all that is shown, for slides and mails; nullopt when there is nothing to see.
    [[nodiscard]] virtual std::optional<view::Picture> pictureToCopy() const { return std::nullopt; }

  signals:
    void zoomChanged(int percent);
    void panelAsideChanged();
    // It shows something else now: its question and prompts are others.
    void questionChanged();
    // A chip of this entity was clicked: show it in the editor that is its home.
    void showAsked(const flowspine::model::AnyId& id);
    // The mark of this entity was clicked: show what is found about it.
    void findingsAsked(const flowspine::model::AnyId& id);
    // Show it where it is kept, even when this editor shows it too.
    void homeAsked(const flowspine::model::AnyId& id);
};

} // namespace flowspine::adapters
