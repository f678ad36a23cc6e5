#include "editors/overview/overview_editor.h"

#include "adapters/plain_text.h"
#include "adapters/surface.h"
#include "analysis/flow_metrics.h"
#include "edit/outcome_edit.h"
#include "edit/roadmap_edit.h"
#include "model/naming.h"
#include "render/look.h"
#include "render/theme.h"
#include "view/coverage.h"
#include "view/plan_canvas.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace flowspine::editors {

using adapters::PointerAt;
using adapters::toQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;

namespace {

constexpr int threadBarHeight = 32;
// Buttons of the picture: what they stand for is acted on, not selected.
const adapters::Roles buttons = {"link-flow", "add-experiment"};

} // namespace

OverviewEditor::OverviewEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : PictureEditor(session, theme, parent), m_header(new QWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(&canvas(), 1);
    canvas().setAccessibleName(about().title);
    makeHeader();
    makeThreadLine();
    layout->addWidget(m_threadBar);
    connect(&session, &session::DocumentSession::selectionChanged, this, &OverviewEditor::tellThread);
    connect(&session, &session::DocumentSession::reset, this, [this] { m_hovered = {}; });
}

QToolButton* OverviewEditor::headerButton(const QString& words, const QString& tip) {
    auto* button = new QToolButton(m_header);
    button->setText(words);
    button->setToolTip(adapters::plainTip(tip));
    button->setCheckable(true);
    render::setLook(*button, render::Look::framed);
    return button;
}

void OverviewEditor::makeHeader() {
    auto* layout = new QHBoxLayout(m_header);
    layout->setContentsMargins({});
    m_futureButton = headerButton(tr("To be"), tr("Flows as they are to be, where they say so"));
    m_brokenButton = headerButton(tr("Broken"), tr("Only what a broken thread runs through"));
    connect(m_futureButton, &QToolButton::clicked, this, &OverviewEditor::showFuture);
    connect(m_brokenButton, &QToolButton::clicked, this, &OverviewEditor::showOnlyBroken);
    layout->addWidget(m_futureButton);
    layout->addWidget(m_brokenButton);
    layout->addSpacing(8);
    const std::array<std::pair<QString, QString>, 3> pages = {
        {{tr("Line of sight"), tr("From outcomes to what changes them")},
         {tr("Coverage"), tr("What delivers, carries and works on what")},
         {tr("One page"), tr("The operating model on one page")}}};
    const std::array<render::Look, 3> looks = {render::Look::segmentFirst, render::Look::segment,
                                               render::Look::segmentLast};
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        m_pageButtons[i] = headerButton(pages[i].first, tr("%1 (%2)").arg(pages[i].second).arg(i + 1));
        render::setLook(*m_pageButtons[i], looks[i]);
        connect(m_pageButtons[i], &QToolButton::clicked, this, [this, i] { showPage(static_cast<Page>(i)); });
        segments->addWidget(m_pageButtons[i]);
    }
    m_pageButtons.front()->setChecked(true);
    layout->addLayout(segments);
    // The window puts it beside the question; until then it is not seen.
    m_header->hide();
}

// The thread in words, for whoever cannot follow a line with the eye.
void OverviewEditor::makeThreadLine() {
    m_threadBar = new adapters::Surface(QPalette::Window, Qt::TopEdge, this);
    m_threadBar->setFixedHeight(threadBarHeight);
    m_threadLine = adapters::plainLabel({}, m_threadBar);
    m_threadLine->setFont(render::fontFor({.size = 13, .weight = 400}));
    m_threadLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* layout = new QHBoxLayout(m_threadBar);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->addWidget(m_threadLine);
    tellThread();
}

void OverviewEditor::tellThread() {
    const std::optional<view::SightThread> thread = shownThread();
    m_threadWords = thread ? toQt(view::threadWords(m_overview.sight, live(), *thread)) : QString();
    const QString words =
        thread ? m_threadWords : tr("Point at a card to follow its thread. A click holds it, Esc lets go.");
    m_threadLine->setForegroundRole(thread ? QPalette::WindowText : QPalette::PlaceholderText);
    m_threadLine->setText(m_threadLine->fontMetrics().elidedText(words, Qt::ElideRight, m_threadLine->width()));
    m_threadLine->setToolTip(adapters::plainTip(m_threadWords));
}

void OverviewEditor::resizeEvent(QResizeEvent* event) {
    PictureEditor::resizeEvent(event);
    tellThread();
}

adapters::EditorFacts OverviewEditor::about() {
    return {tr("Overview"), QStringLiteral("overview"), 0};
}

QString OverviewEditor::question() const {
    return tr("Can every item be traced to an outcome?");
}

QStringList OverviewEditor::prompts() const {
    return {tr("Which outcome does nobody deliver, and which work serves none?"),
            tr("Which fixed item does no step stand on: is it dead, or broken unseen?"),
            tr("Which constraint hurts, and nobody works on it?")};
}

// ---- Showing ----

void OverviewEditor::showPage(Page page) {
    for (std::size_t i = 0; i < m_pageButtons.size(); ++i)
        m_pageButtons[i]->setChecked(i == static_cast<std::size_t>(page));
    m_futureButton->setVisible(page == Page::sight);
    m_brokenButton->setVisible(page == Page::sight);
    m_threadBar->setVisible(page == Page::sight);
    if (std::exchange(m_page, page) == page) return;
    m_hovered = {};
    refresh();
}

void OverviewEditor::showFuture(bool isFuture) {
    m_isFuture = isFuture;
    m_futureButton->setChecked(isFuture);
    m_measured = {};
    refresh();
}

void OverviewEditor::showOnlyBroken(bool isOnly) {
    m_isOnlyBroken = isOnly;
    m_brokenButton->setChecked(isOnly);
    refresh();
}

void OverviewEditor::measureFlows() {
    const auto isSame = [this](Kind kind) { return m_measured.table(kind).isSameAs(live().table(kind)); };
    if (isSame(Kind::flow) && isSame(Kind::variant) && isSame(Kind::step) && isSame(Kind::link) && isSame(Kind::team) &&
        isSame(Kind::plan) && isSame(Kind::role))
        return;
    m_measured = live();
    m_figures.clear();
    live().forEach<model::Flow>([&](const model::Flow& flow) {
        const model::Variant* variant = view::shownVariant(live(), flow, m_isFuture);
        if (!variant || !view::isInSight(flow)) return;
        const analysis::FlowMetrics metrics = analysis::flowMetrics(live(), flow, *variant);
        if (metrics.workSteps > 0)
            m_figures[flow.id] = {metrics.leadHours, metrics.expectedHandoffs, metrics.flowEfficiency};
    });
}

view::Picture OverviewEditor::project(QSizeF viewport) {
    m_overview = {};
    if (m_page == Page::coverage)
        return view::coveragePicture(live(), {viewport.width(), viewport.height()}, measure());
    if (m_page == Page::canvas) return view::planCanvas(live(), {viewport.width(), viewport.height()}, measure());
    measureFlows();
    view::OverviewOptions options;
    options.width = viewport.width();
    options.viewportHeight = viewport.height();
    options.today = session().today();
    options.isFuture = m_isFuture;
    options.isOnlyBroken = m_isOnlyBroken;
    options.figures = m_figures;
    m_overview = view::overview(live(), session().index(), options, measure());
    // Once the picture is there and the line has its place.
    QMetaObject::invokeMethod(this, &OverviewEditor::tellThread, Qt::QueuedConnection);
    return std::exchange(m_overview.picture, {});
}

std::optional<view::SightThread> OverviewEditor::shownThread() const {
    const auto node = [&]() -> std::optional<std::size_t> {
        if (const auto hovered = m_overview.sight.find(m_hovered)) return hovered;
        // Something that has no card belongs to something that has: a measure, a step.
        for (AnyId at = session().selection().primary(); at; at = session().index().ownerOf(at))
            if (const auto found = m_overview.sight.find(at)) return found;
        return std::nullopt;
    }();
    if (!node || m_overview.places[*node].isEmpty()) return std::nullopt;
    return view::threadOf(m_overview.sight, live(), *node);
}

std::vector<view::Shape> OverviewEditor::overlay() const {
    const std::optional<view::SightThread> thread = shownThread();
    return thread ? view::threadShapes(m_overview, *thread) : std::vector<view::Shape>();
}

bool OverviewEditor::reveal(const AnyId& id) {
    if (m_page == Page::sight && m_overview.sight.find(id)) session().select(id);
    return PictureEditor::reveal(id);
}

void OverviewEditor::hover(const AnyId& id) {
    if (std::exchange(m_hovered, id) == id) return;
    refreshOverlay();
    tellThread();
}

// ---- Pointer and keys ----

void OverviewEditor::press(const PointerAt& at) {
    if (adapters::topAreaAt(picture(), at.point, buttons)) return;
    const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles());
    session().select(area ? session::Selection({area->id}) : session::Selection());
}

void OverviewEditor::move(const PointerAt& at, bool /*isDown*/) {
    const view::HitArea* area = view::areaAt(picture(), at.point);
    canvas().viewport()->setCursor(area ? Qt::PointingHandCursor : Qt::ArrowCursor);
    hover(area && area->role == "sight" ? area->id : AnyId());
}

void OverviewEditor::release(const PointerAt& at) {
    const view::HitArea* area = view::areaAt(picture(), at.point);
    if (!area) return;
    if (area->role == "link-flow")
        chooseFlow(area->id, canvas().viewport()->mapToGlobal(canvas().viewRect(area->rect).bottomLeft()));
    else if (area->role == "add-experiment")
        addExperiment(area->id);
}

void OverviewEditor::doubleClick(const PointerAt& at) {
    if (const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles()))
        showElsewhere(AnyId(area->id));
}

bool OverviewEditor::key(const QKeyEvent& event) {
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && !session().selection().isEmpty()) {
        showElsewhere(session().selection().primary());
        return true;
    }
    if (event.modifiers() == Qt::NoModifier && event.key() >= Qt::Key_1 && event.key() <= Qt::Key_3) {
        showPage(static_cast<Page>(event.key() - Qt::Key_1));
        return true;
    }
    m_hovered = {};
    return commonKey(event);
}

void OverviewEditor::showElsewhere(const AnyId& id) {
    session().select(id);
    emit showAsked(id);
}

void OverviewEditor::contextMenu(const PointerAt& at, QPoint globalPosition) {
    const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles());
    if (!area) return;
    const AnyId id = area->id;
    session().select(id);
    QMenu* menu = newMenu();
    menu->addAction(tr("Show in its editor"), this, [this, id] { showElsewhere(id); })->setShortcut(Qt::Key_Return);
    if (model::kindOf(id) == Kind::outcome) fillWithFlows(*menu->addMenu(tr("Delivered by")), id);
    if (model::kindOf(id) == Kind::constraint)
        menu->addAction(tr("Create an experiment"), this, [this, id] { addExperiment(id); });
    menu->popup(globalPosition);
}

// ---- Mending ----

void OverviewEditor::fillWithFlows(QMenu& menu, const AnyId& outcome) {
    live().forEach(live().plan().flows, [&](const model::Flow& flow) {
        QAction* action = menu.addAction(adapters::oneLine(toQt(model::shortName(live(), flow.id))));
        action->setCheckable(true);
        action->setChecked(flow.outcomes.contains(Id<model::Outcome>(outcome)));
        connect(action, &QAction::triggered, this, [this, outcome, id = flow.id](bool isDelivered) {
            commit(isDelivered ? tr("Link a flow") : tr("Unlink a flow"), [&](const Model& model) {
                return edit::setDelivers(model, Id<model::Flow>(id), Id<model::Outcome>(outcome), isDelivered);
            });
        });
    });
    if (menu.isEmpty()) menu.addAction(tr("The plan has no flow yet"))->setEnabled(false);
}

void OverviewEditor::chooseFlow(const AnyId& outcome, QPoint globalPosition) {
    QMenu* menu = newMenu();
    fillWithFlows(*menu, outcome);
    menu->popup(globalPosition);
}

void OverviewEditor::addExperiment(const AnyId& constraint) {
    AnyId added;
    commit(tr("Add an experiment"), [&](const Model& model) -> Result<Model> {
        const QString name = tr("Work on “%1”").arg(toQt(model::shortName(model, constraint)));
        Result<edit::Added> item =
            edit::addExperimentFor(model, Id<model::Constraint>(constraint), adapters::fromQt(name), session().ids());
        if (!item) return item.error();
        added = item.value().id;
        return std::move(item).value().model;
    });
    if (added && live().contains(added)) session().select(added);
}

// Nothing is typed here and nothing removed: each thing has an editor of its own.
AnyId OverviewEditor::addLines(const TypingPlace&, const QStringList&) {
    return {};
}

QString OverviewEditor::placeholder(const TypingPlace&) const {
    return {};
}

bool OverviewEditor::isRemovable(const AnyId&) const {
    return false;
}

} // namespace flowspine::editors
