// The spine as a matrix of what is fixed, edited on the matrix itself. Dropping a card into another column
// reclassifies it and asks in place for what its new class needs.
#pragma once

#include "adapters/picture_editor.h"
#include "editors/spine/spine_tool.h"
#include "model/choices.h"
#include "view/spine_matrix.h"

namespace flowspine::editors {

class SpineMatrixEditor final : public adapters::PictureEditor {
    Q_OBJECT

  public:
    SpineMatrixEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] static adapters::EditorFacts about();
    [[nodiscard]] adapters::EditorFacts facts() const override { return about(); }
    [[nodiscard]] QString question() const override;
    [[nodiscard]] QStringList prompts() const override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override;

    [[nodiscard]] std::optional<view::Picture> pictureToCopy() const override;

  protected:
    [[nodiscard]] view::Picture project(QSizeF viewport) override;
    [[nodiscard]] model::KindSet shownKinds() const override;
    [[nodiscard]] std::vector<view::Shape> overlay() const override;
    [[nodiscard]] adapters::Roles selectableRoles() const override;
    model::AnyId addLines(const adapters::TypingPlace& place, const QStringList& lines) override;
    [[nodiscard]] QString placeholder(const adapters::TypingPlace& place) const override;
    [[nodiscard]] std::optional<view::Rect> typingRect(const adapters::TypingPlace& place) const override;
    bool cancelTool() override;

    void press(const adapters::PointerAt& at) override;
    void move(const adapters::PointerAt& at, bool isDown) override;
    void release(const adapters::PointerAt& at) override;
    void doubleClick(const adapters::PointerAt& at) override;
    bool key(const QKeyEvent& event) override;
    void contextMenu(const adapters::PointerAt& at, QPoint globalPosition) override;

  private:
    struct Cell {
        model::SpineCategory category = model::SpineCategory::coreGovernance;
        model::Stability stability = model::Stability::cannotChange;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    [[nodiscard]] view::SpineMatrixOptions matrixOptions(QSizeF viewport) const;
    [[nodiscard]] double scrolledTo() const { return canvas().mapToScene(0, 0).y(); }
    [[nodiscard]] static Cell cellOf(std::string_view key);
    [[nodiscard]] static Cell cellOf(const model::SpineItem& item) { return {item.category, item.stability}; }
    [[nodiscard]] static std::string keyOf(const Cell& cell);

    void perform(const SpineIntent& intent);
    // Moves an item; becoming something else asks for what that needs, when the item does not say it yet.
    void classify(const model::SpineItem& item, const Cell& cell, std::optional<std::size_t> rank);
    bool moveSelected(int columns, int rows);
    bool rankSelected(int by);
    // The fixed items, to choose which of them limit an adaptable one.
    void fillWithinMenu(QMenu& menu, const model::SpineItem& item);
    bool askWithin();
    [[nodiscard]] const model::SpineItem* selectedItem() const;
    // Where typing begins when nothing says otherwise.
    [[nodiscard]] adapters::TypingPlace usualPlace() const;

    SpineTool m_tool;
    std::string m_hoveredCell;
    double m_scrolledTo = 0; // of the matrix as it is drawn
    QList<QAction*> m_adders;
};

} // namespace flowspine::editors
