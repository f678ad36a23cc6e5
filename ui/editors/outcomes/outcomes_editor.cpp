#include "editors/outcomes/outcomes_editor.h"

#include "adapters/plain_text.h"
#include "edit/outcome_edit.h"
#include "editors/outcomes/outcome_words.h"
#include "model/naming.h"
#include "render/look.h"
#include "view/measure_chart.h"
#include "view/outcome_following.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QToolButton>

namespace flowspine::editors {

using adapters::toQt;
using adapters::TypingPlace;
using model::AnyId;
using model::Constraint;
using model::Id;
using model::Kind;
using model::Measure;
using model::Model;
using model::Outcome;
using model::Perspective;

namespace {

// Whether a field says where a card stands or what it is tied to, and not only what is written on it.
bool movesCards(std::string_view field) {
    return field == "perspective" || field == "measures" || field == "readings" || field == "severity" ||
           field == "status" || field == "outcomes";
}

} // namespace

OutcomesEditor::OutcomesEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : PictureEditor(session, theme, parent), m_pages(new QStackedLayout(this)), m_header(new QWidget(this)) {
    m_pages->addWidget(&canvas());
    makeHeader();
    canvas().setCover("band");
    connect(&canvas(), &adapters::PictureView::moved, this, &OutcomesEditor::followScrolling);
    const auto add = [this](const QString& words, const TypingPlace& place) {
        auto* action = new QAction(words, this);
        connect(action, &QAction::triggered, this, [this, place] {
            showPage(Page::board);
            startTyping(place);
        });
        m_adders += action;
    };
    add(tr("Outcome for the people we serve"), addPlace(Perspective::peopleServed));
    add(tr("Outcome for our organisation"), addPlace(Perspective::organisation));
    add(tr("Constraint"), {"add", {}, std::string(constraintKey)});
    canvas().setAccessibleName(about().title);
}

adapters::EditorFacts OutcomesEditor::about() {
    return {tr("Outcomes"), QStringLiteral("outcomes"),
            model::kinds(Kind::outcome, Kind::measure, Kind::reading, Kind::constraint, Kind::stakeholder)};
}

QString OutcomesEditor::question() const {
    return tr("Which outcomes matter most, and what holds them back?");
}

QStringList OutcomesEditor::prompts() const {
    return {tr("Write a change people would notice, not a thing you deliver."),
            tr("What would the people we serve say if we asked them tomorrow?"),
            tr("What must stay true for the organisation to keep its promise?"),
            tr("Name the one thing that limits each outcome now.")};
}

model::KindSet OutcomesEditor::shownKinds() const {
    return model::kinds(Kind::plan, Kind::outcome, Kind::measure, Kind::reading, Kind::constraint, Kind::stakeholder,
                        Kind::role, Kind::roadmapItem, Kind::flow, Kind::step, Kind::team, Kind::spineItem);
}

QList<QAction*> OutcomesEditor::thingsToAdd() {
    return m_adders;
}

// ---- Pages ----

void OutcomesEditor::makeHeader() {
    auto* layout = new QHBoxLayout(m_header);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    const std::array<std::pair<QString, QString>, 3> pages = {
        {{tr("Board"), tr("Outcomes and what holds them back, as cards")},
         {tr("Table"), tr("The same outcomes as rows, to sort and filter (Ctrl+T)")},
         {tr("Measure"), tr("One measure in full, with its readings (Alt+Enter)")}}};
    const std::array<render::Look, 3> looks = {render::Look::segmentFirst, render::Look::segment,
                                               render::Look::segmentLast};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto* button = new QToolButton(m_header);
        button->setText(pages[i].first);
        button->setToolTip(adapters::plainTip(pages[i].second));
        button->setCheckable(true);
        render::setLook(*button, looks[i]);
        connect(button, &QToolButton::clicked, this, [this, i] { showPage(static_cast<Page>(i)); });
        layout->addWidget(button);
        m_pageButtons[i] = button;
    }
    m_pageButtons.front()->setChecked(true);
    // The window puts it beside the question; until then it is not seen.
    m_header->hide();
}

OutcomeTable& OutcomesEditor::table() {
    if (!m_table) {
        m_table = new OutcomeTable(session(), theme(), this);
        m_pages->addWidget(m_table);
        connect(m_table, &OutcomeTable::leaveAsked, this, [this] { showPage(Page::board); });
        connect(m_table, &OutcomeTable::lineTyped, this,
                [this](const QString& line) { addLines(addPlace(Perspective::peopleServed), {line}); });
        connect(m_table, &OutcomeTable::pasteAsked, this, [this] { pasteInto(usualPlace()); });
    }
    return *m_table;
}

void OutcomesEditor::showPage(Page page) {
    for (std::size_t i = 0; i < m_pageButtons.size(); ++i)
        m_pageButtons[i]->setChecked(i == static_cast<std::size_t>(page));
    if (std::exchange(m_page, page) == page) return;
    cancelTool();
    stopTyping();
    const bool isTable = page == Page::table;
    QWidget* const shown = isTable ? static_cast<QWidget*>(&table()) : &canvas();
    m_pages->setCurrentWidget(shown);
    setFocusProxy(shown);
    refresh();
    m_pages->currentWidget()->setFocus();
}

bool OutcomesEditor::reveal(const AnyId& id) {
    const auto kind = model::kindOf(id);
    const bool isOfMeasure = kind == Kind::measure || kind == Kind::reading;
    if (m_page == Page::table && kind == Kind::outcome) return true; // the table follows the selection
    if (m_page != Page::board && !(m_page == Page::measure && isOfMeasure)) showPage(Page::board);
    return PictureEditor::reveal(id);
}

void OutcomesEditor::setTheme(const render::Theme& theme) {
    PictureEditor::setTheme(theme);
    if (m_table) m_table->setTheme(theme);
}

Id<Measure> OutcomesEditor::measureInFocus() const {
    const AnyId id = session().selection().primary();
    if (const auto own = session().index().ownerOfType<Measure>(id); live().find(own)) return own;
    return m_measure;
}

view::Picture OutcomesEditor::projectMeasure(QSizeF viewport) {
    view::MeasureChartOptions options;
    options.width = viewport.width();
    options.viewportHeight = viewport.height();
    options.today = session().today();
    options.measure = m_measure = view::shownMeasure(live(), measureInFocus());
    options.selection = session().selection().ids();
    return view::measureChart(live(), session().index(), options, measure());
}

view::Picture OutcomesEditor::project(QSizeF viewport) {
    if (m_page == Page::table) return {};
    if (m_page == Page::measure) return projectMeasure(viewport);
    m_scrolledTo = scrolledTo();
    return view::outcomeBoard(live(), session().index(), boardOptions(viewport), measure());
}

view::OutcomeBoardOptions OutcomesEditor::boardOptions(QSizeF viewport) const {
    view::OutcomeBoardOptions options;
    options.width = viewport.width();
    options.viewportHeight = viewport.height();
    options.today = session().today();
    options.scrolledTo = m_scrolledTo;
    options.selection = session().selection().ids();
    return options;
}

// On a slide nothing scrolls.
std::optional<view::Picture> OutcomesEditor::pictureToCopy() const {
    if (m_page != Page::board || picture().shapes.empty()) return PictureEditor::pictureToCopy();
    view::OutcomeBoardOptions options = boardOptions(QSizeF(canvas().viewport()->size()) / canvas().zoom());
    options.scrolledTo.reset();
    return view::outcomeBoard(live(), session().index(), options, measure());
}

// The band of constraints stays where it is seen.
void OutcomesEditor::followScrolling() {
    if (m_page == Page::board && scrolledTo() != m_scrolledTo) refresh();
}

std::optional<std::vector<std::size_t>> OutcomesEditor::follow(view::Picture& picture, const Model& /*before*/,
                                                               const diff::ModelDiff& difference) {
    if (m_page != Page::board) return std::nullopt;
    std::vector<AnyId> cards;
    for (const diff::EntityChange& change : difference.changes) {
        const auto kind = model::kindOf(change.id);
        const bool isOnCard = kind == Kind::outcome || kind == Kind::measure || kind == Kind::reading;
        if (change.isAdded() || change.isRemoved() || (!isOnCard && kind != Kind::constraint)) return std::nullopt;
        for (const diff::FieldChange& field : change.fields)
            if (movesCards(field.field->name)) return std::nullopt;
        const AnyId card =
            kind == Kind::constraint ? change.id : session().index().ownerOfKind(change.id, Kind::outcome);
        if (std::find(cards.begin(), cards.end(), card) == cards.end()) cards.push_back(card);
    }
    const QSizeF viewport = QSizeF(canvas().viewport()->size()) / canvas().zoom();
    return view::followCards(picture, live(), session().index(), boardOptions(viewport), cards, measure());
}

std::vector<view::Shape> OutcomesEditor::overlay() const {
    return m_tool.overlay();
}

adapters::Roles OutcomesEditor::selectableRoles() const {
    static const adapters::Roles ofMeasure = {"measure", "reading-row"};
    return m_page == Page::measure ? ofMeasure : OutcomeTool::cardRoles();
}

// ---- Ranking and tying ----

const Outcome* OutcomesEditor::selectedOutcome() const {
    const AnyId id = session().selection().primary();
    return model::kindOf(id) == Kind::outcome ? live().find(Id<Outcome>(id)) : nullptr;
}

std::size_t OutcomesEditor::rankOf(const Outcome& outcome) const {
    std::size_t rank = 0;
    bool isFound = false;
    live().forEach(live().plan().outcomes, [&](const Outcome& each) {
        isFound = isFound || each.id == outcome.id;
        if (!isFound && each.perspective == outcome.perspective) ++rank;
    });
    return rank;
}

void OutcomesEditor::rank(const AnyId& outcome, Perspective perspective, std::size_t rank) {
    commit(tr("Move %1").arg(toQt(model::fullName(live(), outcome))),
           [&](const Model& model) { return edit::moveOutcome(model, Id<Outcome>(outcome), perspective, rank); });
    if (const view::HitArea* area = adapters::firstAreaOf(picture(), outcome, {"card"})) canvas().reveal(area->rect);
}

bool OutcomesEditor::moveSelected(int by) {
    const Outcome* outcome = selectedOutcome();
    if (!outcome) return false;
    const std::size_t now = rankOf(*outcome);
    if (by < 0 && now == 0) return true;
    rank(AnyId(outcome->id), outcome->perspective, by < 0 ? now - 1 : now + 1);
    return true;
}

bool OutcomesEditor::moveSelectedAcross() {
    const Outcome* outcome = selectedOutcome();
    if (!outcome) return false;
    rank(AnyId(outcome->id), otherOf(outcome->perspective), rankOf(*outcome));
    return true;
}

void OutcomesEditor::tie(const AnyId& constraint, const AnyId& outcome, bool isTied) {
    commit(isTied ? tr("Tie a constraint to an outcome") : tr("Untie a constraint from an outcome"),
           [&](const Model& model) {
               return isTied ? edit::tieConstraint(model, Id<Constraint>(constraint), Id<Outcome>(outcome))
                             : edit::untieConstraint(model, Id<Constraint>(constraint), Id<Outcome>(outcome));
           });
}

bool OutcomesEditor::setSeverity(int severity) {
    const AnyId id = session().selection().primary();
    if (model::kindOf(id) != Kind::constraint) return false;
    commit(tr("Set severity to %1").arg(severity), [&](const Model& model) {
        return edit::setField(model, id, "severity", model::FieldValue(static_cast<double>(severity)));
    });
    return true;
}

} // namespace flowspine::editors
