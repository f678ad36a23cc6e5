#include "editors/flows/flows_editor.h"

#include "adapters/overlay_shapes.h"
#include "adapters/plain_text.h"
#include "edit/flow_edit.h"
#include "edit/team_edit.h"
#include "editors/flows/compare_panel.h"
#include "editors/flows/empty_flow.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flow_list.h"
#include "editors/flows/flow_selector.h"
#include "editors/flows/flow_table.h"
#include "editors/flows/picture_band.h"
#include "editors/flows/variant_tabs.h"
#include "model/entity_type.h"
#include "model/lanes.h"
#include "model/naming.h"
#include "view/flow_picture.h"
#include "view/flow_renaming.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::toQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::Flow;
using model::Id;
using model::Kind;
using model::Model;
using model::Step;
using model::StepType;
using model::Team;
using model::Variant;

namespace {

bool hasWork(const Model& model, const Variant& variant) {
    bool found = false;
    model.forEach(variant.steps, [&](const Step& step) {
        found = found || (step.type != StepType::start && step.type != StepType::end);
    });
    return found;
}

} // namespace

FlowsEditor::FlowsEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : PictureEditor(session, theme, parent), m_list(new FlowList(theme, this)), m_tabs(new VariantTabs(theme, this)),
      m_bar(new FlowBar(m_tabs, this)), m_strip(new PictureBand(theme, this)), m_ladder(new PictureBand(theme, this)),
      m_split(new QSplitter(Qt::Vertical, this)), m_canvasPane(new QWidget(this)),
      m_compare(new ComparePanel(theme, this)), m_handoffMap(new PictureBand(theme, m_canvasPane)),
      m_overview(new PictureBand(theme, m_canvasPane)), m_layouts(std::make_shared<view::FlowLayoutMemory>()) {
    auto* pane = new QVBoxLayout(m_canvasPane);
    pane->setContentsMargins({});
    pane->setSpacing(0);
    pane->addWidget(&canvas(), 1);
    pane->addWidget(m_ladder);
    m_split->setHandleWidth(8);
    m_split->addWidget(m_canvasPane);
    m_split->setStretchFactor(0, 3);
    m_split->setChildrenCollapsible(false);
    m_compare->hide();
    auto* right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    right->addWidget(m_bar);
    right->addWidget(m_strip);
    right->addWidget(m_split, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addLayout(right, 1);
    layout->addWidget(m_compare);
    canvas().setAccessibleName(about().title);
    connectList();
    connectTabs();
    connectFigures();
    connectCompare();
    connectMaps();
    makeActions();
    connect(&inlineText(), &adapters::InlineText::textChanged, this, [this] {
        if (typingPlace()) refreshOverlay();
    });
    connect(&session, &session::DocumentSession::changed, this,
            [this](const Model&, const Model&, const diff::ModelDiff& difference) {
                if (difference.touches(model::kinds(Kind::plan, Kind::flow, Kind::variant))) settleShown();
            });
    settleShown();
}

FlowsEditor::~FlowsEditor() {
    disconnect(&session(), nullptr, this, nullptr);
}

void FlowsEditor::makeActions() {
    const auto add = [this](const QString& words, auto&& run) {
        auto* action = new QAction(words, this);
        connect(action, &QAction::triggered, this, run);
        m_adders += action;
    };
    add(tr("Flow"), [this] { m_list->startTyping(); });
    add(tr("Step"), [this] {
        if (!addNextStepFromSelection(0)) startTyping({"first-step", {}, {}});
    });
    m_adders.back()->setToolTip(tr("Step: Enter makes the next one, Ctrl+Enter in another lane, Ctrl+Left before"));
    add(tr("Lane (team)"), [this] { startTyping({"add-lane", {}, {}}); });
    add(tr("Variant"), [this] { duplicateVariant(m_variant); });
}

void FlowsEditor::connectList() {
    connect(m_list, &FlowList::chosen, this, &FlowsEditor::showFlow);
    connect(m_list, &FlowList::factChosen, this, [this](const AnyId& id) {
        // What another editor is the home of is shown there.
        session().select(id);
        if (id != m_flow) emit showAsked(id);
    });
    const auto popUp = [this] {
        const FlowSelector& button = m_bar->selector();
        m_list->popUp(button.mapToGlobal(QPoint(0, button.height() + 2)));
    };
    connect(&m_bar->selector(), &FlowSelector::clicked, this, popUp);
    connect(m_list, &FlowList::popUpAsked, this, popUp);
    connect(m_list, &FlowList::renamed, this, [this](const AnyId& flow, const QString& name) {
        commit(tr("Rename flow to “%1”").arg(name),
               [&](const Model& model) { return edit::setField(model, flow, "name", fromQt(name)); });
    });
    connect(m_list, &FlowList::added, this, [this](const QStringList& names) {
        addLines({"add-flow", {}, {}}, names);
    });
    connect(m_list, &FlowList::removeAsked, this, &FlowsEditor::remove);
    connect(m_list, &FlowList::duplicateAsked, this, [this](const AnyId& flow) {
        AnyId made;
        commit(tr("Duplicate a flow"), [&](const Model& model) -> Result<Model> {
            Result<edit::Pasted> pasted = edit::duplicate(model, {flow}, session().ids());
            if (!pasted) return pasted.error();
            made = pasted.value().roots.front();
            return std::move(pasted).value().model;
        });
        if (live().contains(made)) showFlow(made);
    });
    connect(m_list, &FlowList::moveAsked, this, [this](const AnyId& flow, int by) {
        const std::vector<AnyId>& flows = live().plan().flows.ids();
        const auto place = std::find(flows.begin(), flows.end(), flow) - flows.begin() + by;
        if (place < 0 || place >= static_cast<std::ptrdiff_t>(flows.size())) return;
        commit(tr("Reorder flows"), [&](const Model& model) {
            return edit::move(model, flow, model.plan().id, static_cast<std::size_t>(place));
        });
    });
}

void FlowsEditor::connectTabs() {
    connect(m_tabs, &VariantTabs::chosen, this, &FlowsEditor::showVariant);
    connect(m_tabs, &VariantTabs::renamed, this, [this](const AnyId& variant, const QString& name) {
        commit(tr("Rename variant to “%1”").arg(name),
               [&](const Model& model) { return edit::setField(model, variant, "name", fromQt(name)); });
    });
    connect(m_tabs, &VariantTabs::placed, this, [this](const AnyId& variant, int place) {
        commit(tr("Reorder variants"), [&](const Model& model) {
            return edit::move(model, variant, session().index().ownerOf(variant), static_cast<std::size_t>(place));
        });
        settleShown();
    });
    connect(m_tabs, &VariantTabs::duplicateAsked, this, &FlowsEditor::duplicateVariant);
    connect(m_tabs, &VariantTabs::makeCurrentAsked, this, [this](const AnyId& variant) {
        commit(tr("Make %1 the current one").arg(toQt(model::fullName(live(), variant))),
               [&](const Model& model) { return edit::makeCurrent(model, Id<Variant>(variant)); });
    });
    connect(m_tabs, &VariantTabs::removeAsked, this, &FlowsEditor::remove);
}

adapters::EditorFacts FlowsEditor::about() {
    return {tr("Flows"), QStringLiteral("flows"),
            model::kinds(Kind::flow, Kind::variant, Kind::step, Kind::link, Kind::team)};
}

QString FlowsEditor::question() const {
    return tr("How does work reach the people we serve, and where does it change hands?");
}

QStringList FlowsEditor::prompts() const {
    return {tr("Follow one real case from what sets it off to what somebody gets."),
            tr("Where does the work wait, and for whom?"), tr("Where does it go back to a team that had it already?"),
            tr("Which step could the team before it do as well?")};
}

model::KindSet FlowsEditor::shownKinds() const {
    return model::kinds(Kind::plan, Kind::flow, Kind::variant, Kind::step, Kind::link, Kind::placement, Kind::team,
                        Kind::spineItem, Kind::decisionRight);
}

QList<QAction*> FlowsEditor::thingsToAdd() {
    return m_adders;
}

adapters::Roles FlowsEditor::selectableRoles() const {
    return {"step", "link", "lane"};
}

adapters::Roles FlowsEditor::walkableRoles() const {
    return {"step"};
}

// ---- What is shown ----

view::Picture FlowsEditor::project(QSizeF viewport) {
    const Variant* shown = variant();
    m_drawn = m_variant;
    if (!shown) return emptyFlowPicture(viewport.width(), viewport.height(), measure());
    if (isLarge(*shown)) return m_late.take().value_or(picture());
    const view::FlowPictureOptions options = pictureOptions(viewport.width());
    m_shownScale = view::FlowScale(options.zoom);
    const bool isEmpty = !hasWork(live(), *shown);
    view::Picture picture = view::flowPicture(live(), session().index(), m_variant, options, measure());
    if (isEmpty) addFirstStepPlace(picture, measure());
    return picture;
}

AnyId FlowsEditor::renamedStep(const diff::ModelDiff& difference) {
    if (difference.changes.size() != 1) return {};
    const diff::EntityChange& change = difference.changes.front();
    const bool isName = model::kindOf(change.id) == Kind::step && change.fields.size() == 1 &&
                        change.fields.front().field == model::entityType(Kind::step).titleField;
    return isName ? change.id : AnyId();
}

std::optional<std::vector<std::size_t>> FlowsEditor::follow(view::Picture& picture, const Model& before,
                                                            const diff::ModelDiff& difference) {
    const AnyId step = renamedStep(difference);
    if (!variant() || !step) return std::nullopt;
    // Nothing of other variants is seen here, unless they are compared.
    if (session().index().ownerOf(step) != m_variant)
        return isComparing() ? std::nullopt : std::optional(std::vector<std::size_t>());
    view::FlowPictureOptions options;
    options.zoom = m_shownScale.zoom();
    return view::followRenaming(picture, before, live(), session().index(), Id<Step>(step), options, measure());
}

std::vector<view::Shape> FlowsEditor::overlay() const {
    std::vector<view::Shape> shapes;
    for (const AnyId& id : session().selection().ids()) {
        if (const view::HitArea* step = adapters::firstAreaOf(picture(), id, {"step"}))
            shapes.push_back(adapters::ring(step->rect, 4));
        else if (const view::HitArea* lane = adapters::firstAreaOf(picture(), id, {"lane"}))
            shapes.push_back(
                adapters::ring({lane->rect.x + 1, lane->rect.y + 1, lane->rect.width - 2, lane->rect.height - 2}));
        else if (model::kindOf(id) == Kind::link)
            for (const view::Shape& shape : picture().shapes) {
                const auto* line = std::get_if<view::Line>(&shape.form);
                if (shape.id != id || !line) continue;
                view::Line marked = *line;
                marked.stroke = {{view::Role::accent}, line->stroke.width + 1.5, line->stroke.dash};
                view::Shape above;
                above.part = "selected link";
                above.form = std::move(marked);
                shapes.push_back(std::move(above));
            }
    }
    addPairLinks(shapes);
    if (m_pointedAt)
        if (const view::HitArea* step = adapters::firstAreaOf(picture(), m_pointedAt, {"step", "lane", "removed"}))
            shapes.push_back(adapters::ring(step->rect, 2));
    const std::vector<view::Shape> byKeys = keyMarks();
    shapes.insert(shapes.end(), byKeys.begin(), byKeys.end());
    const std::vector<view::Shape> tool = m_tool.overlay(flowCanvas());
    shapes.insert(shapes.end(), tool.begin(), tool.end());
    if (const std::optional<AnyId> lane = m_tool.laneUnderDrag()) {
        const std::string name = *lane ? model::shortName(live(), *lane) : fromQt(tr("nobody"));
        const view::TextStyle style{11, 600, false, false};
        const std::string words = view::elided(measure(), fromQt(tr("Hand over to %1").arg(toQt(name))), style, 320);
        const std::vector<view::Shape> said =
            adapters::dragWords(*m_tool.pointerOfDrag(), words, measure().width(words, style));
        shapes.insert(shapes.end(), said.begin(), said.end());
    }
    return shapes;
}

void FlowsEditor::settleShown() {
    const model::Plan& plan = live().plan();
    if (!live().find(m_flow)) m_flow = plan.flows.isEmpty() ? Id<Flow>() : plan.flows[0];
    const Flow* flow = live().find(m_flow);
    if (!flow || !flow->variants.contains(m_variant)) m_variant = flow ? flow->current : Id<Variant>();
    m_list->show(live(), m_flow);
    const std::vector<AnyId>& flows = plan.flows.ids();
    const auto place = std::find(flows.begin(), flows.end(), m_flow) - flows.begin();
    m_bar->selector().setFlow(flow ? toQt(model::shortName(live(), m_flow)) : tr("No flow yet"),
                              static_cast<int>(place) + 1, static_cast<int>(flows.size()));
    m_tabs->show(live(), m_flow, m_variant);
    if (m_table != nullptr) m_table->show(m_variant);
    if (isVisible()) showFigures();
}

void FlowsEditor::showFlow(const AnyId& flow) {
    const Flow* found = live().find(Id<Flow>(flow));
    if (!found) return;
    if (m_flow != flow) showVariant(found->current ? AnyId(found->current) : AnyId());
    m_flow = Id<Flow>(flow);
    settleShown();
    refresh();
}

void FlowsEditor::showVariant(const AnyId& variant) {
    if (m_variant == variant) return;
    cancelTool();
    stopTyping();
    session().settleGesture();
    m_variant = Id<Variant>(variant);
    if (const Id<Flow> flow = session().index().ownerOfType<Flow>(variant)) m_flow = flow;
    settleShown();
    refresh();
    canvas().horizontalScrollBar()->setValue(0);
    canvas().verticalScrollBar()->setValue(0);
    fitWhenClose();
}

bool FlowsEditor::reveal(const AnyId& id) {
    const model::ModelIndex& index = session().index();
    if (const Id<Variant> variant = index.ownerOfType<Variant>(id))
        showVariant(variant);
    else if (const Id<Flow> flow = index.ownerOfType<Flow>(id))
        showFlow(flow);
    else
        return PictureEditor::reveal(id);
    PictureEditor::reveal(id);
    return true;
}

void FlowsEditor::resized(QSize viewport) {
    // Lanes reach over the whole width; a picture that is wider than the view does not care.
    const view::Rect& bounds = picture().bounds;
    const double scale = canvas().zoom();
    if (bounds.width * scale <= viewport.width() + 1) refresh();
    // Scroll bars that come and go do not ask for another fit.
    if (canvas().maximumViewportSize() != m_fittedPort) fitWhenClose();
    if (isVisible() && !m_isFitting) showMaps();
}

void FlowsEditor::showEvent(QShowEvent* event) {
    settleShown();
    PictureEditor::showEvent(event);
    showFigures();
    fitWhenClose();
}

} // namespace flowspine::editors
