// The outcomes editor: two columns of ranked cards and the band of constraints, edited on the board itself. Every
// change is one commit to the session.
#pragma once

#include "adapters/picture_editor.h"
#include "editors/outcomes/outcome_tool.h"
#include "model/choices.h"

namespace flowspine::editors {

class OutcomesEditor final : public adapters::PictureEditor {
    Q_OBJECT

  public:
    OutcomesEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString question() const override;
    [[nodiscard]] QStringList prompts() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] model::KindSet kinds() const override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override;

  protected:
    [[nodiscard]] view::Picture project(QSizeF viewport) override;
    [[nodiscard]] model::KindSet shownKinds() const override;
    [[nodiscard]] std::vector<view::Shape> overlay() const override;
    [[nodiscard]] adapters::Roles selectableRoles() const override;
    model::AnyId addLines(const adapters::TypingPlace& place, const QStringList& lines) override;
    [[nodiscard]] QString placeholder(const adapters::TypingPlace& place) const override;
    void addAside(const adapters::TypingPlace& place, const QString& line) override;
    void afterTab(const adapters::TypingPlace& place, const model::AnyId& added) override;
    void afterEnter(const adapters::TypingPlace& place, const model::AnyId& added) override;
    [[nodiscard]] std::optional<view::Rect> typingRect(const adapters::TypingPlace& place) const override;
    bool cancelTool() override;

    void press(const adapters::PointerAt& at) override;
    void move(const adapters::PointerAt& at, bool isDown) override;
    void release(const adapters::PointerAt& at) override;
    void doubleClick(const adapters::PointerAt& at) override;
    bool key(const QKeyEvent& event) override;
    void contextMenu(const adapters::PointerAt& at, QPoint globalPosition) override;

  private:
    void perform(const OutcomeIntent& intent);
    void useArea(const view::HitArea& area);
    void chooseOwner(const model::AnyId& outcome, QPoint globalPosition);
    void addExperiment(const model::AnyId& constraint);
    void rank(const model::AnyId& outcome, model::Perspective perspective, std::size_t rank);
    // Up or down among the cards of its column.
    bool moveSelected(int by);
    bool moveSelectedAcross();
    bool setSeverity(int severity);
    void tie(const model::AnyId& constraint, const model::AnyId& outcome, bool isTied);
    [[nodiscard]] const model::Outcome* selectedOutcome() const;
    [[nodiscard]] std::size_t rankOf(const model::Outcome& outcome) const;
    void addTieActions(QMenu& menu, const model::Constraint& constraint);

    OutcomeTool m_tool;
    QList<QAction*> m_adders;
};

} // namespace flowspine::editors
