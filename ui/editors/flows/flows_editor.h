// The flows editor: the plan's flows at the left, the variants of one as tabs, and its canvas. Position follows
// meaning: a lane is a team, so dragging a step to another lane hands its work over.
#pragma once

#include "adapters/picture_editor.h"
#include "editors/flows/flow_figures.h"
#include "editors/flows/flow_tool.h"
#include "editors/flows/handoff_pairs.h"
#include "editors/flows/late_flow_picture.h"
#include "view/flow_scale.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

class QSplitter;

namespace flowspine::editors {

class ComparePanel;
class FlowBar;
class FlowList;
class FlowTable;
class PictureBand;
class SimulationPopover;
class VariantTabs;

// Of places where a lane is typed: for the step after the one there, or for that one itself.
inline constexpr std::string_view nextLaneRole = "next-lane";
inline constexpr std::string_view ownLaneRole = "own-lane";

class FlowsEditor final : public adapters::PictureEditor {
    Q_OBJECT

  public:
    FlowsEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent = nullptr);
    ~FlowsEditor() override;

    [[nodiscard]] static adapters::EditorFacts about();
    [[nodiscard]] adapters::EditorFacts facts() const override { return about(); }
    [[nodiscard]] QString question() const override;
    [[nodiscard]] QStringList prompts() const override;
    bool reveal(const model::AnyId& id) override;
    [[nodiscard]] QList<QAction*> thingsToAdd() override;
    // The selected steps with the links among them, or the flow.
    [[nodiscard]] std::optional<view::Picture> pictureToCopy() const override;

    // The comparison.
    [[nodiscard]] bool hasPanelAside() const override;

    [[nodiscard]] const model::Id<model::Variant>& shownVariant() const { return m_variant; }
    void showVariant(const model::AnyId& variant);
    [[nodiscard]] FlowList& flowList() { return *m_list; }
    [[nodiscard]] VariantTabs& variantTabs() { return *m_tabs; }
    [[nodiscard]] FlowBar& bar() { return *m_bar; }
    [[nodiscard]] PictureBand& strip() { return *m_strip; }
    [[nodiscard]] PictureBand& ladder() { return *m_ladder; }
    [[nodiscard]] PictureBand& handoffMap() { return *m_handoffMap; }
    [[nodiscard]] PictureBand& overview() { return *m_overview; }
    [[nodiscard]] ComparePanel& comparePanel() { return *m_compare; }
    // Made when it is first asked for: most sittings never open it.
    [[nodiscard]] FlowTable& table();
    // While a large flow is laid out aside.
    [[nodiscard]] bool isPictureLate() const { return isLate(); }
    [[nodiscard]] SimulationPopover* simulation() { return m_simulation; }

    void setTheme(const render::Theme& theme) override;
    void zoomToFit() override;

  protected:
    [[nodiscard]] view::Picture project(QSizeF viewport) override;
    [[nodiscard]] bool isReady() override;
    [[nodiscard]] model::KindSet shownKinds() const override;
    // The name of one step changed, as it does with every letter typed.
    [[nodiscard]] std::optional<std::vector<std::size_t>> follow(view::Picture& picture, const model::Model& before,
                                                                 const diff::ModelDiff& difference) override;
    // Rings are drawn above the picture: laying out ten thousand steps for a click would be slow.
    [[nodiscard]] bool showsSelection() const override { return false; }
    [[nodiscard]] bool isLaidOutByViewport() const override { return false; }
    [[nodiscard]] std::vector<view::Shape> overlay() const override;
    [[nodiscard]] adapters::Roles selectableRoles() const override;
    [[nodiscard]] adapters::Roles walkableRoles() const override;
    model::AnyId addLines(const adapters::TypingPlace& place, const QStringList& lines) override;
    [[nodiscard]] QString placeholder(const adapters::TypingPlace& place) const override;
    [[nodiscard]] view::Rect namePlace(const model::AnyId& id) const override;
    [[nodiscard]] std::optional<view::Rect> typingRect(const adapters::TypingPlace& place) const override;
    void afterEnter(const adapters::TypingPlace& place, const model::AnyId& added) override;
    [[nodiscard]] bool isRemovable(const model::AnyId& id) const override;
    bool cancelTool() override;
    void addAside(const adapters::TypingPlace& place, const QString& line) override;
    bool afterNamedAside(const model::AnyId& named) override;
    void askPlaceOf(const model::AnyId& named) override;
    bool stepTyped(const adapters::TypingPlace& place, adapters::Direction direction) override;

    void press(const adapters::PointerAt& at) override;
    void move(const adapters::PointerAt& at, bool isDown) override;
    void release(const adapters::PointerAt& at) override;
    void doubleClick(const adapters::PointerAt& at) override;
    bool key(const QKeyEvent& event) override;
    void contextMenu(const adapters::PointerAt& at, QPoint globalPosition) override;
    void resized(QSize viewport) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    // The step whose name is all that differs; empty when it is not.
    [[nodiscard]] static model::AnyId renamedStep(const diff::ModelDiff& difference);
    // ---- Figures round the canvas: flows_editor_figures.cpp ----
    void connectFigures();
    // Of the live plan; computed anew only when something they come from changed.
    [[nodiscard]] const FlowFigures& figures() const;
    [[nodiscard]] view::FlowPictureOptions pictureOptions(double width) const;
    void showFigures();
    void showLadder();
    [[nodiscard]] bool isLarge(const model::Variant& variant) const;
    // Canvas, table or both, as the bar says.
    void showParts();
    bool toggleTable();
    void connectCompare();
    [[nodiscard]] bool isComparing() const;
    void adopt(bool withItem);

    // ---- Maps over the canvas: flows_editor_maps.cpp ----
    void connectMaps();
    void showMaps();
    void showOverview();
    void frameOverview();
    // A flow that is cut by little is shown whole, as long as nobody zoomed.
    void fitWhenClose();
    void pointAtPair(const std::string& key);
    void addPairLinks(std::vector<view::Shape>& shapes) const;
    [[nodiscard]] QPoint emptiestCorner(QSize size, std::initializer_list<Qt::Corner> corners,
                                        const QRect& taken) const;
    bool panelKey(const QKeyEvent& event);
    void linkLadder();
    void useFigure(const view::HitArea& area);
    void openSimulation(const view::HitArea& area);
    void selectOnBand(const view::HitArea& area, Qt::KeyboardModifiers modifiers);

    void makeActions();
    void connectList();
    void connectTabs();
    // Shows a flow that exists, and one of its variants, after the plan changed.
    void settleShown();
    void showFlow(const model::AnyId& flow);
    // Beside the canvas, or below a button where there is no room.
    void settleList();
    void remove(const model::AnyId& id);

    [[nodiscard]] FlowCanvas flowCanvas() const { return {picture(), session().selection()}; }
    [[nodiscard]] const model::Variant* variant() const { return live().find(m_variant); }
    [[nodiscard]] const model::Step* selectedStep() const;
    [[nodiscard]] std::vector<model::AnyId> selectedSteps() const;
    [[nodiscard]] std::vector<model::Id<model::Team>> lanes() const;

    void perform(const FlowIntent& intent);
    void dropSteps(const DropSteps& drop);
    void connectSteps(const model::AnyId& from, const model::AnyId& to,
                      model::LinkKind kind = model::LinkKind::sequence);
    void reconnect(const ReconnectEnd& end);
    // The next step, named at once; typing goes on with the one after it.
    bool addNextStep(const model::AnyId& after, const model::Id<model::Team>& team);
    void nameNextStep(edit::Added added);
    bool addNextStepFromSelection(int lanesBelow);
    // After the last step of work, for when nothing is selected.
    bool addStepAtEnd();
    // ---- By keys alone (flows_editor_keys.cpp) ----
    // Asks for a lane by name: for the next step after `step`, or for `step` itself. A name that no team has makes a
    // lane.
    bool askLane(std::string_view role, const model::AnyId& step);
    // What a typed name stands for: a team, or none that is there yet.
    [[nodiscard]] model::Id<model::Team> teamTyped(const QString& name) const;
    // The step that comes before the selected one.
    bool addStepBefore();
    // A link is being drawn from the selected step: the selection walks to where it leads.
    bool startLink();
    bool finishLink(model::LinkKind kind);
    bool setLinkKind(model::LinkKind kind);
    bool linkKey(const QKeyEvent& event);
    model::AnyId takeLane(const adapters::TypingPlace& place, const QString& name);
    [[nodiscard]] std::vector<view::Shape> keyMarks() const;
    bool handOverSelected(int lanesBelow);
    void handOver(const std::vector<model::AnyId>& steps, const model::Id<model::Team>& team);
    // The clipboard's lines as steps after what is selected.
    bool pasteSteps();
    bool setType(model::StepType type);
    // ---- Letters: flows_editor_letters.cpp ----
    // A letter with a step selected does what it stands for; a second one right behind it shows that a word is meant:
    // that is taken back and the word is the step's name.
    bool letterKey(const QKeyEvent& event);
    bool typeByLetter(model::StepType type);
    bool nameByLetters(const QString& letters);
    void forgetLetter();
    bool unpinSelected();
    bool walkLinks(adapters::Direction direction);
    void removeLane(const model::AnyId& team);
    void duplicateVariant(const model::AnyId& variant);
    model::AnyId addLanes(const QStringList& names);

    void addStepMenu(QMenu& menu);
    void addLinkMenu(QMenu& menu, const model::AnyId& link);
    void addLaneMenu(QMenu& menu, const model::AnyId& team);

    FlowTool m_tool;
    FlowList* m_list;
    VariantTabs* m_tabs;
    FlowBar* m_bar;
    PictureBand* m_strip;
    PictureBand* m_ladder;
    QSplitter* m_split;
    QWidget* m_canvasPane;
    FlowTable* m_table = nullptr;
    ComparePanel* m_compare;
    PictureBand* m_handoffMap;
    PictureBand* m_overview;
    HandoffPairs m_pairs;
    std::vector<model::AnyId> m_pairLinks; // of the pair that is pointed at
    std::string m_keptPair;
    bool m_isOverviewOn = true;
    bool m_isZoomChosen = false; // by people: it stays
    bool m_isFitting = false;
    QSize m_fittedPort;                        // the room that was fitted to
    model::AnyId m_pointedAt;                  // in the list of changes
    SimulationPopover* m_simulation = nullptr; // made when it is first asked for
    mutable FlowFigures m_figures;
    std::shared_ptr<view::FlowLayoutMemory> m_layouts;
    LateFlowPicture m_late;
    model::Id<model::Variant> m_drawn; // of the picture
    bool m_isLadderOn = true;
    QTimer m_detailLater;
    view::FlowScale m_shownScale; // that the canvas was projected for
    QTimer m_figuresLater;        // while a name is typed: no figure depends on it
    QList<QAction*> m_adders;
    QString m_letter; // that was pressed last
    QElapsedTimer m_sinceLetter;
    std::function<void()> m_takeLetterBack;
    std::unique_ptr<session::Gesture> m_typeByLetter; // of a type by its letter
    model::AnyId m_linkStart;                         // while a link is drawn by keys
    model::Id<model::Flow> m_flow;
    model::Id<model::Variant> m_variant;
};

} // namespace flowspine::editors
