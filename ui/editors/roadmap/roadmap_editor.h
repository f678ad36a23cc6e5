// The roadmap editor: the same items along a timeline and on a board of horizons. Dates are dragged as gestures, so the
// bars show them while they move.
#pragma once

#include "adapters/picture_editor.h"
#include "editors/roadmap/roadmap_tool.h"
#include "view/roadmap_groups.h"

#include <QComboBox>

class QToolButton;

namespace flowspine::editors {

class RoadmapEditor final : public adapters::PictureEditor {
    Q_OBJECT

  public:
    RoadmapEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);
    ~RoadmapEditor() override;

    [[nodiscard]] static adapters::EditorFacts about();
    [[nodiscard]] adapters::EditorFacts facts() const override { return about(); }
    [[nodiscard]] QString question() const override;
    [[nodiscard]] QStringList prompts() const override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override;
    [[nodiscard]] QWidget* headerWidget() override { return m_header; }

    void showBoard(bool isBoard);
    [[nodiscard]] bool isBoard() const { return m_isBoard; }
    void groupBy(view::RoadmapGrouping grouping);

  protected:
    [[nodiscard]] view::Picture project(QSizeF viewport) override;
    [[nodiscard]] model::KindSet shownKinds() const override;
    [[nodiscard]] std::vector<view::Shape> overlay() const override;
    [[nodiscard]] adapters::Roles selectableRoles() const override;
    [[nodiscard]] adapters::Roles walkableRoles() const override;
    model::AnyId addLines(const adapters::TypingPlace& place, const QStringList& lines) override;
    [[nodiscard]] QString placeholder(const adapters::TypingPlace& place) const override;
    void afterEnter(const adapters::TypingPlace& place, const model::AnyId& added) override;
    [[nodiscard]] std::optional<view::Rect> typingRect(const adapters::TypingPlace& place) const override;
    [[nodiscard]] bool isRemovable(const model::AnyId& id) const override;
    bool cancelTool() override;

    void press(const adapters::PointerAt& at) override;
    void move(const adapters::PointerAt& at, bool isDown) override;
    void release(const adapters::PointerAt& at) override;
    void doubleClick(const adapters::PointerAt& at) override;
    bool key(const QKeyEvent& event) override;
    void contextMenu(const adapters::PointerAt& at, QPoint globalPosition) override;

  private:
    void makeHeader();
    [[nodiscard]] RoadmapCanvas roadmapCanvas() const { return {picture(), m_isBoard ? nullptr : &m_scale}; }
    [[nodiscard]] const model::RoadmapItem* selectedItem() const;
    // The items of a horizon in the plan's order.
    [[nodiscard]] std::vector<model::AnyId> itemsOf(model::Horizon horizon) const;
    // The line that takes new items when nothing says otherwise.
    [[nodiscard]] adapters::TypingPlace usualPlace() const;

    void perform(const RoadmapIntent& intent);
    void shift(const ShiftBar& bar);
    void drop(const DropCard& drop);
    // What putting an item into a group of the board changes about it; the model as it is where grouping follows from
    // other facts.
    [[nodiscard]] base::Result<model::Model> inGroup(const model::Model& model, const model::AnyId& item,
                                                     const std::string& groupKey) const;
    void chooseMeasure(const model::AnyId& item);
    void schedule(const model::AnyId& item, base::Date day);
    void useArea(const view::HitArea& area);
    void waitFor(const model::AnyId& item, const model::AnyId& earlier);
    void addExperimentFor(const model::AnyId& constraint);
    // By keys; repeated presses are one undo step.
    bool shiftSelected(BarPart part, int days);
    bool moveSelected(int horizons, int ranks);
    void takeDates(const model::AnyId& item);

    void addItemMenu(QMenu& menu, const model::RoadmapItem& item);

    RoadmapTool m_tool;
    std::unique_ptr<session::Gesture> m_drag;
    view::TimelineScale m_scale;
    view::RoadmapGrouping m_grouping = view::RoadmapGrouping::flow;
    bool m_isBoard = false;
    QWidget* m_header;
    QToolButton* m_boardButton = nullptr;
    QToolButton* m_timelineButton = nullptr;
    QComboBox* m_groupings = nullptr;
    QList<QAction*> m_adders;
};

} // namespace flowspine::editors
