// Decision rights, edited on their grid: arrows move a cursor over the cells, a letter gives the role its part, and
// decision time and escalation are typed where they stand. A letter set for a step that decides without a right makes
// the right.
#pragma once

#include "adapters/picture_editor.h"
#include "model/choices.h"

namespace flowspine::editors {

class DecisionsEditor final : public adapters::PictureEditor {
    Q_OBJECT

  public:
    DecisionsEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] static adapters::EditorFacts about();
    [[nodiscard]] adapters::EditorFacts facts() const override { return about(); }
    [[nodiscard]] QString question() const override;
    [[nodiscard]] QStringList prompts() const override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override { return m_adders; }

    void addDecision() { startTyping({"add", {}, "decision"}); }
    // Where keys go in the selected row: a role's id, "within", "escalation"; empty: its title.
    [[nodiscard]] const std::string& cursor() const { return m_cursor; }

  protected:
    [[nodiscard]] view::Picture project(QSizeF viewport) override;
    [[nodiscard]] model::KindSet shownKinds() const override;
    [[nodiscard]] adapters::Roles selectableRoles() const override;
    [[nodiscard]] adapters::Roles walkableRoles() const override;
    model::AnyId addLines(const adapters::TypingPlace& place, const QStringList& lines) override;
    [[nodiscard]] QString placeholder(const adapters::TypingPlace& place) const override;
    [[nodiscard]] std::optional<view::Rect> typingRect(const adapters::TypingPlace& place) const override;
    void afterEnter(const adapters::TypingPlace& place, const model::AnyId& added) override;
    bool stepTyped(const adapters::TypingPlace& place, adapters::Direction direction) override;

    void press(const adapters::PointerAt& at) override;
    void move(const adapters::PointerAt& at, bool isDown) override;
    void release(const adapters::PointerAt& at) override;
    void doubleClick(const adapters::PointerAt& at) override;
    bool key(const QKeyEvent& event) override;
    void contextMenu(const adapters::PointerAt& at, QPoint globalPosition) override;

  private:
    // The field behind a column that is typed in; nullptr for others.
    [[nodiscard]] static const char* fieldOf(std::string_view column);
    // What is selected, when it is a row: a decision right, or a step that decides without one.
    [[nodiscard]] model::AnyId row() const;
    [[nodiscard]] const model::DecisionRight* right() const;
    [[nodiscard]] model::Id<model::Role> roleAtCursor() const;
    [[nodiscard]] model::DecisionScheme scheme() const;

    void setCursorTo(std::string cursor);
    bool moveCursor(int by);
    // Gives the role its letter in the selected row, or takes its part away. `isOnly`: no other role keeps the letter.
    void setLetter(const model::Id<model::Role>& role, std::optional<model::Letter> letter, bool isOnly);
    bool clearCell();
    bool editCell(const QString& text);
    [[nodiscard]] QString cellText() const;
    bool letterKey(const QKeyEvent& event);
    void setChoice(const char* field, std::uint8_t choice, const QString& text);
    void fillLetterMenu(QMenu& menu);
    void fillRowMenu(QMenu& menu);

    std::string m_cursor;
    bool m_showsAllRoles = false;
    std::optional<view::HitArea> m_pressed;
    bool m_wasAtCursor = false; // before the press
    QList<QAction*> m_adders;
};

} // namespace flowspine::editors
