// The figures round the canvas: strip, tabs and time ladder.
#include "adapters/overlay_shapes.h"
#include "adapters/plain_text.h"
#include "editors/flows/compare_panel.h"
#include "editors/flows/compare_words.h"
#include "editors/flows/empty_flow.h"
#include "editors/flows/figure_words.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flow_list.h"
#include "editors/flows/flow_selector.h"
#include "editors/flows/flow_table.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/picture_band.h"
#include "editors/flows/simulation_popover.h"
#include "editors/flows/variant_tabs.h"
#include "model/naming.h"
#include "view/flow_ladder.h"
#include "view/metrics_strip.h"

#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSplitter>

namespace flowspine::editors {

using model::AnyId;
using model::Kind;
using model::Model;

namespace {

constexpr int lowEditor = 700;           // px: below it the strip is one line and the ladder its bar
constexpr int editorForAll = 1000;       // px: below it the ladder gives way to the table
constexpr int detailDelay = 90;          // ms
constexpr int figuresDelay = 400;        // ms
constexpr int narrowEditor = 1300;       // px: below it buttons show icons only
constexpr int widthWithList = 1300;      // px: below it the list of flows pops up
constexpr std::size_t manySteps = 1'000; // laying out more of them takes longer than people wait for a click

} // namespace

const FlowFigures& FlowsEditor::figures() const {
    if (!m_figures.areOf(live(), m_flow)) m_figures = FlowFigures(live(), m_flow);
    return m_figures;
}

view::FlowPictureOptions FlowsEditor::pictureOptions(double width) const {
    view::FlowPictureOptions options;
    const QSizeF port = canvas().viewport()->size();
    options.zoom = canvas().zoom();
    options.minimumWidth = width;
    options.minimumHeight = port.height() / options.zoom;
    options.layouts = m_layouts;
    figures().describe(m_variant, options);
    if (m_table != nullptr) options.highlight.insert(m_table->proposed().begin(), m_table->proposed().end());
    if (isComparing()) markChanges(figures(), m_variant, options);
    return options;
}

void FlowsEditor::connectFigures() {
    m_strip->setAccessibleName(tr("Figures of the flow"));
    m_ladder->setAccessibleName(tr("Time ladder"));
    m_ladder->setFixedHeight(static_cast<int>(view::flowLadderHeight));
    connect(m_strip, &PictureBand::pressed, this, [this](const view::HitArea& area) { useFigure(area); });
    connect(m_ladder, &PictureBand::pressed, this, &FlowsEditor::selectOnBand);
    connect(m_bar, &FlowBar::duplicateAsked, this, [this] { duplicateVariant(m_variant); });
    connect(m_bar, &FlowBar::fitAsked, this, &FlowsEditor::zoomToFit);
    connect(m_bar, &FlowBar::shownChanged, this, &FlowsEditor::showParts);
    connect(&canvas(), &adapters::PictureView::zoomChanged, this, [this] {
        if (!m_isFitting) m_isZoomChosen = true;
        // What there is to see at this zoom is drawn when zooming pauses; a scene of steps follows each notch at once.
        if (m_shownScale != view::FlowScale(canvas().zoom())) m_detailLater.start(detailDelay);
        showLadder();
        showOverview();
    });
    connect(&canvas(), &adapters::PictureView::moved, this, &FlowsEditor::linkLadder);
    connect(&session(), &session::DocumentSession::selectionChanged, this, &FlowsEditor::linkLadder);
    connect(&session(), &session::DocumentSession::changed, this,
            [this](const Model&, const Model&, const diff::ModelDiff& difference) {
                if (!isVisible() || !difference.touches(shownKinds())) return;
                // Names are only spoken and compared: that has time until nobody types.
                if (renamedStep(difference))
                    m_figuresLater.start(figuresDelay);
                else
                    showFigures();
            });
    m_detailLater.setSingleShot(true);
    connect(&m_detailLater, &QTimer::timeout, this, [this] {
        if (isVisible()) refresh();
    });
    connect(&m_late, &LateFlowPicture::ready, this, [this] {
        refresh();
        // After the canvas has been painted, so that the window never waits for all at once.
        if (!isLate()) m_figuresLater.start(figuresDelay);
    });
    m_figuresLater.setSingleShot(true);
    connect(&m_figuresLater, &QTimer::timeout, this, [this] {
        if (isVisible()) showFigures();
    });
}

bool FlowsEditor::isLarge(const model::Variant& variant) const {
    return variant.steps.size() > manySteps;
}

bool FlowsEditor::isReady() {
    const model::Variant* shown = variant();
    if (!shown || !isLarge(*shown)) {
        m_late.cancel();
        return true;
    }
    const double width = canvas().viewport()->width() / canvas().zoom();
    const bool ready = m_late.isReady({live(), m_variant, isComparing(), view::FlowScale(canvas().zoom())},
                                      [&] { return pictureOptions(width); });
    if (!ready && m_drawn != m_variant) {
        m_drawn = {};
        canvas().show(waitingFlowPicture(shown->steps.size(), measure()));
    }
    return ready;
}

bool FlowsEditor::isComparing() const {
    return m_bar->compare().isChecked();
}

bool FlowsEditor::hasPanelAside() const {
    return isComparing() && variant() != nullptr;
}

void FlowsEditor::connectCompare() {
    connect(&m_bar->compare(), &QToolButton::toggled, this, [this](bool isOn) {
        m_compare->setVisible(isOn && variant());
        m_list->setComparing(isOn);
        emit panelAsideChanged();
        refresh();
        showFigures();
    });
    connect(m_compare, &ComparePanel::closeAsked, this, [this] { m_bar->compare().setChecked(false); });
    connect(m_compare, &ComparePanel::adoptAsked, this, &FlowsEditor::adopt);
    connect(m_compare, &ComparePanel::showAsked, this, [this](const AnyId& id) {
        // What is gone stands below the lanes; selecting it would lead to the other variant.
        if (const view::HitArea* gone = adapters::firstAreaOf(picture(), id, {"removed"}))
            canvas().reveal(gone->rect);
        else if (session().select(id); !PictureEditor::reveal(id))
            emit showAsked(id);
    });
    connect(m_compare, &ComparePanel::hovered, this, [this](const AnyId& id) {
        m_pointedAt = id;
        refreshOverlay();
    });
}

void FlowsEditor::adopt(bool withItem) {
    commit(tr("Adopt %1").arg(adapters::toQt(model::fullName(live(), m_variant))),
           [&](const Model& model) { return adopted(model, m_variant, withItem, session().ids()); });
}

void FlowsEditor::showFigures() {
    m_figuresLater.stop();
    const bool isShown = variant() != nullptr;
    m_compare->setVisible(isShown && isComparing());
    if (m_compare->isVisible()) m_compare->show(figures(), m_variant);
    m_strip->setVisible(isShown);
    if (!isShown) {
        m_ladder->hide();
        m_handoffMap->hide();
        m_overview->hide();
        return;
    }
    const FlowFigures& now = figures();
    m_tabs->showFigures(now);
    const model::Flow* flow = now.flow();
    const analysis::FlowMetrics* before = flow && flow->current != m_variant ? now.of(flow->current) : nullptr;
    const bool isLow = height() < lowEditor;
    m_strip->show(view::metricsStrip(stripFigures(now, m_variant, before), m_strip->width(),
                                     isLow ? view::StripForm::oneLine : view::StripForm::fits, measure()));
    m_strip->setFixedHeight(static_cast<int>(m_strip->picture().bounds.height));
    m_bar->setNarrow(width() < narrowEditor);
    showLadder();
    showMaps();
}

void FlowsEditor::showLadder() {
    const bool isShown = variant() && m_isLadderOn && m_bar->shown() != FlowBar::Show::table &&
                         !(height() < editorForAll && m_bar->shown() == FlowBar::Show::both);
    m_ladder->setVisible(isShown);
    if (!isShown || isLate()) return; // not laid out yet
    const double width = canvas().viewport()->width() / canvas().zoom();
    const view::LadderForm form = height() < lowEditor ? view::LadderForm::bar : view::LadderForm::full;
    m_ladder->show(view::flowLadder(live(), session().index(), m_variant, pictureOptions(width), measure(), form));
    m_ladder->setFixedHeight(static_cast<int>(m_ladder->picture().bounds.height));
    linkLadder();
}

void FlowsEditor::showParts() {
    const FlowBar::Show shown = m_bar->shown();
    m_canvasPane->setVisible(shown != FlowBar::Show::table);
    if (m_table != nullptr || shown != FlowBar::Show::canvas) {
        table().setVisible(shown != FlowBar::Show::canvas);
        table().show(m_variant);
    }
    if (shown == FlowBar::Show::table) m_table->view().setFocus(Qt::OtherFocusReason);
    showFigures();
}

FlowTable& FlowsEditor::table() {
    if (m_table == nullptr) {
        m_table = new FlowTable(session(), theme(), this);
        m_table->hide();
        m_split->addWidget(m_table);
        m_split->setStretchFactor(1, 2);
        m_table->show(m_variant);
        connect(m_table, &FlowTable::leaveAsked, this, [this] { canvas().setFocus(Qt::OtherFocusReason); });
    }
    return *m_table;
}

bool FlowsEditor::toggleTable() {
    if (!variant()) return false;
    m_bar->setShown(m_bar->shown() == FlowBar::Show::canvas ? FlowBar::Show::both : FlowBar::Show::canvas);
    return true;
}

// Letters that show and hide what stands round the canvas; with steps selected T is a type.
bool FlowsEditor::panelKey(const QKeyEvent& event) {
    if (!variant()) return false;
    switch (event.key()) {
    case Qt::Key_T: return selectedSteps().empty() && toggleTable();
    case Qt::Key_C: m_bar->compare().toggle(); return true;
    case Qt::Key_H: m_bar->handoffMap().toggle(); return true;
    case Qt::Key_M:
        m_isOverviewOn = !m_isOverviewOn;
        showOverview();
        return true;
    case Qt::Key_L:
        m_isLadderOn = !m_isLadderOn;
        showLadder();
        return true;
    default: return false;
    }
}

void FlowsEditor::linkLadder() {
    if (!m_ladder->isVisible()) return;
    const view::Rect origin{0, 0, 1, 1};
    m_ladder->setView(-canvas().viewRect(origin).x(), 1);
    std::vector<view::Shape> rings;
    for (const AnyId& id : session().selection().ids())
        for (const view::HitArea& area : m_ladder->picture().areas)
            if (area.id == id && area.role == "step") rings.push_back(adapters::ring(area.rect));
    m_ladder->setOverlay(std::move(rings));
}

void FlowsEditor::selectOnBand(const view::HitArea& area, Qt::KeyboardModifiers modifiers) {
    if (!area.id) return;
    const bool isToggle = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    session().select(isToggle ? session().selection().toggled(area.id) : session::Selection({area.id}));
    PictureEditor::reveal(area.id);
}

void FlowsEditor::openSimulation(const view::HitArea& area) {
    const analysis::FlowMetrics* metrics = figures().of(m_variant);
    if (!metrics || !metrics->leadHours) return;
    if (!m_simulation) m_simulation = new SimulationPopover(theme(), this);
    m_simulation->run(live(), m_variant, metrics->leadHours);
    m_simulation->adjustSize();
    const QPointF below = m_strip->onScreen({area.rect.x, area.rect.bottom() + 4});
    m_simulation->move(m_strip->mapToGlobal(below.toPoint()));
    m_simulation->show();
}

void FlowsEditor::useFigure(const view::HitArea& area) {
    if (area.role == "more") return openSimulation(area);
    const std::vector<AnyId> causes = causesOf(area.key, figures(), m_variant);
    if (causes.empty()) return;
    session().select(session::Selection(causes));
    PictureEditor::reveal(causes.front());
}

void FlowsEditor::setTheme(const render::Theme& theme) {
    PictureEditor::setTheme(theme);
    m_list->setTheme(theme);
    m_tabs->setTheme(theme);
    m_strip->setTheme(theme);
    m_ladder->setTheme(theme);
    if (m_table != nullptr) m_table->setTheme(theme);
    m_handoffMap->setTheme(theme);
    m_overview->setTheme(theme);
    m_compare->setTheme(theme);
    if (m_simulation) std::exchange(m_simulation, nullptr)->deleteLater();
}

void FlowsEditor::settleList() {
    const bool isNarrow = width() < widthWithList;
    m_list->setPopup(isNarrow);
    m_bar->selector().setVisible(isNarrow);
}

void FlowsEditor::resizeEvent(QResizeEvent* event) {
    PictureEditor::resizeEvent(event);
    settleList();
    if (isVisible()) showFigures();
}

} // namespace flowspine::editors
