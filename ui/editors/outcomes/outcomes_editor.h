// The outcomes editor: two columns of ranked cards and the band of constraints, edited on the board itself; the same
// outcomes as a table; and one measure in full, with its readings. Every change is one commit to the session.
#pragma once

#include "adapters/picture_editor.h"
#include "editors/outcomes/outcome_table.h"
#include "editors/outcomes/outcome_tool.h"
#include "model/choices.h"
#include "view/outcome_board.h"

#include <array>

class QStackedLayout;
class QToolButton;

namespace flowspine::editors {

class OutcomesEditor final : public adapters::PictureEditor {
    Q_OBJECT

  public:
    enum class Page { board, table, measure };

    OutcomesEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] static adapters::EditorFacts about();
    [[nodiscard]] adapters::EditorFacts facts() const override { return about(); }
    [[nodiscard]] QString question() const override;
    [[nodiscard]] QStringList prompts() const override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override;
    [[nodiscard]] QWidget* headerWidget() override { return m_header; }
    bool reveal(const model::AnyId& id) override;
    void setTheme(const render::Theme& theme) override;
    [[nodiscard]] std::optional<view::Picture> pictureToCopy() const override;

    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    // Made when it is first asked for: most sittings never open it.
    [[nodiscard]] OutcomeTable& table();
    // Adds the readings of a file of dates and values to a measure, as one undo step; false when it cannot be read.
    bool importReadings(const model::Id<model::Measure>& measure, const QString& path);

  protected:
    [[nodiscard]] view::Picture project(QSizeF viewport) override;
    [[nodiscard]] model::KindSet shownKinds() const override;
    [[nodiscard]] std::optional<std::vector<std::size_t>> follow(view::Picture& picture, const model::Model& before,
                                                                 const diff::ModelDiff& difference) override;
    [[nodiscard]] std::vector<view::Shape> overlay() const override;
    [[nodiscard]] adapters::Roles selectableRoles() const override;
    model::AnyId addLines(const adapters::TypingPlace& place, const QStringList& lines) override;
    [[nodiscard]] bool acceptsPaste(const adapters::TypingPlace& place) const override;
    bool pasteBlock(const adapters::TypingPlace& place, const QString& text) override;
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
    void makeHeader();
    [[nodiscard]] view::OutcomeBoardOptions boardOptions(QSizeF viewport) const;
    [[nodiscard]] double scrolledTo() const { return canvas().mapToScene(0, 0).y(); }
    [[nodiscard]] view::Picture projectMeasure(QSizeF viewport);
    // The measure that is selected, or whose reading is; else the one shown last.
    [[nodiscard]] model::Id<model::Measure> measureInFocus() const;
    bool addReadings(const model::Id<model::Measure>& measure, const QString& text, const QString& undoText);
    // Where a constraint bites, by names; false when one of them is not known.
    bool locate(const model::Id<model::Constraint>& constraint, const QStringList& names);
    void askForReadings(const model::Id<model::Measure>& measure);
    // The line that takes what is typed when nothing says otherwise.
    [[nodiscard]] adapters::TypingPlace usualPlace() const;
    void followScrolling();
    bool measureKey(const QKeyEvent& event);
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
    Page m_page = Page::board;
    model::Id<model::Measure> m_measure; // shown last in full
    double m_scrolledTo = 0;             // of the board as it is drawn
    QString m_refused;                   // names that locate() did not know
    OutcomeTable* m_table = nullptr;
    QStackedLayout* m_pages;
    QWidget* m_header;
    std::array<QToolButton*, 3> m_pageButtons{};
    QList<QAction*> m_adders;
};

} // namespace flowspine::editors
