// The spine editor: the matrix of what is fixed, the grid of who decides, and the teams and roles, one at a time under
// one switch.
#pragma once

#include "adapters/editor.h"
#include "editors/spine/decisions_editor.h"
#include "editors/spine/spine_matrix_editor.h"
#include "editors/spine/teams_editor.h"

#include <vector>

class QStackedLayout;
class QToolButton;

namespace flowspine::editors {

class SpineEditor final : public adapters::Editor {
    Q_OBJECT

  public:
    enum class Page { matrix, decisions, teams };

    SpineEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] static adapters::EditorFacts about();
    [[nodiscard]] adapters::EditorFacts facts() const override { return about(); }
    [[nodiscard]] QString question() const override { return current().question(); }
    [[nodiscard]] QStringList prompts() const override { return current().prompts(); }
    bool reveal(const model::AnyId& id) override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override { return m_adders; }
    [[nodiscard]] QList<QAction*> pageActions() override { return m_pageActions; }
    [[nodiscard]] QWidget* headerWidget() override { return m_header; }
    void setTheme(const render::Theme& theme) override;
    void setMarks(adapters::SharedMarks marks) override {
        for (adapters::Editor* editor : m_editors) editor->setMarks(marks);
    }
    bool renameSelected() override { return current().renameSelected(); }
    [[nodiscard]] int zoomPercent() const override { return current().zoomPercent(); }
    void setZoomPercent(int percent) override { current().setZoomPercent(percent); }
    void zoomToFit() override { current().zoomToFit(); }
    [[nodiscard]] std::optional<view::Picture> pictureToCopy() const override { return current().pictureToCopy(); }

    void show(Page page);
    using QWidget::show;
    [[nodiscard]] Page page() const;
    [[nodiscard]] SpineMatrixEditor& matrix() { return *m_matrix; }
    [[nodiscard]] DecisionsEditor& decisions() { return *m_decisions; }
    [[nodiscard]] TeamsEditor& teams() { return *m_teams; }

  private:
    void addPage(adapters::Editor& editor);
    [[nodiscard]] adapters::Editor& current() const;

    session::DocumentSession& m_session;
    SpineMatrixEditor* m_matrix;
    DecisionsEditor* m_decisions;
    TeamsEditor* m_teams;
    std::vector<adapters::Editor*> m_editors; // in the order of the pages
    QStackedLayout* m_pages;
    QWidget* m_header;
    std::vector<QToolButton*> m_buttons;
    QList<QAction*> m_adders;
    QList<QAction*> m_pageActions;
};

} // namespace flowspine::editors
