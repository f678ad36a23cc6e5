// The place where teams and roles are kept: two tables, edited in place; a name changes everywhere at once, and two
// that are the same become one.
#pragma once

#include "adapters/editor.h"
#include "adapters/kind_table.h"
#include "session/document_session.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <functional>

namespace flowspine::editors {

class TeamsEditor final : public adapters::Editor {
    Q_OBJECT

  public:
    explicit TeamsEditor(session::DocumentSession& session, QWidget* parent = nullptr);

    [[nodiscard]] static adapters::EditorFacts about();
    [[nodiscard]] adapters::EditorFacts facts() const override { return about(); }
    [[nodiscard]] QString question() const override { return tr("Who does the work, and who answers for it?"); }
    [[nodiscard]] QStringList prompts() const override;
    bool reveal(const model::AnyId& id) override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override { return m_adders; }
    void setTheme(const render::Theme& theme) override;
    bool renameSelected() override;

    [[nodiscard]] adapters::KindTable& teams() {
        make();
        return *m_teams.table;
    }
    [[nodiscard]] adapters::KindTable& roles() {
        make();
        return *m_roles.table;
    }
    // Makes one of the selected teams, or roles, and `into`, as one undo step; false when there is nothing to merge.
    bool mergeSelected(const model::AnyId& into);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    // One table under its heading.
    struct Part {
        model::Kind kind = model::Kind::team;
        QWidget* widget = nullptr;
        QLabel* heading = nullptr;
        QToolButton* merge = nullptr;
        QToolButton* remove = nullptr;
        adapters::KindTable* table = nullptr;
    };
    // The tables, when they are first needed: most sittings never open them.
    void make();
    void layOut(Part& part, const QString& addWords, adapters::KindTable::AddLine add);
    void fillMergeMenu(QMenu& menu, const Part& part);
    void refresh();
    [[nodiscard]] Part* partOf(const model::AnyId& id);

    session::DocumentSession& m_session;
    Part m_teams;
    Part m_roles;
    QList<QAction*> m_adders;
};

} // namespace flowspine::editors
