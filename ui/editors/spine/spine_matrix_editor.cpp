#include "editors/spine/spine_matrix_editor.h"

#include "adapters/overlay_shapes.h"
#include "adapters/plain_text.h"
#include "edit/spine_edit.h"
#include "model/naming.h"
#include "view/spine_drag.h"

#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::PointerAt;
using adapters::toQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;
using model::SpineCategory;
using model::SpineItem;
using model::Stability;

namespace {

constexpr double fieldHeight = 32;
constexpr int categoryCount = 6;
constexpr int stabilityCount = 3;

// What a class asks for: the field that answers it, and the question.
struct ClassQuestion {
    const char* field;
    QString question;
    const std::string SpineItem::*answer;
};

ClassQuestion questionOf(Stability stability) {
    switch (stability) {
    case Stability::cannotChange:
        return {"authority", SpineMatrixEditor::tr("Which law, contract or minute says so?"), &SpineItem::authority};
    case Stability::shouldNotChange:
        return {"changeRoute", SpineMatrixEditor::tr("How may it be changed when it must?"), &SpineItem::changeRoute};
    case Stability::adaptable: break;
    }
    return {"decidedBy", SpineMatrixEditor::tr("Who decides it?"), &SpineItem::decidedBy};
}

// Becoming something else asks for what that needs, when the item does not say it yet.
bool asks(const SpineItem& item, Stability stability) {
    return item.stability != stability && (item.*questionOf(stability).answer).empty();
}

template <class E>
E named(std::string_view name) {
    const auto choices = model::choicesOf<E>();
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].name == name) return static_cast<E>(i);
    return E{};
}

} // namespace

SpineMatrixEditor::SpineMatrixEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : PictureEditor(session, theme, parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(&canvas());
    canvas().setAccessibleName(about().title);
    // The heads of the columns stay where they are seen.
    canvas().setCover("head");
    connect(&canvas(), &adapters::PictureView::moved, this, [this] {
        if (scrolledTo() != m_scrolledTo) refresh();
    });
    for (int i = 0; i < stabilityCount; ++i) {
        const auto stability = static_cast<Stability>(i);
        auto* action = new QAction(tr("Spine item: %1").arg(toQt(model::labelOf(stability)).toLower()), this);
        connect(action, &QAction::triggered, this, [this, stability] {
            const SpineItem* item = selectedItem();
            const SpineCategory category = item ? item->category : SpineCategory::coreGovernance;
            startTyping({"cell", {}, keyOf({category, stability})});
        });
        m_adders += action;
    }
}

adapters::EditorFacts SpineMatrixEditor::about() {
    return {tr("Matrix"), QStringLiteral("matrix"), model::kinds(Kind::spineItem)};
}

QString SpineMatrixEditor::question() const {
    return tr("What must stay fixed, and who says so?");
}

QStringList SpineMatrixEditor::prompts() const {
    return {tr("Which law, contract or board minute would stop us?"),
            tr("What do we treat as fixed only because we always did it this way?"),
            tr("What may a team change this week without asking anybody?"),
            tr("For each fixed thing: who would have to agree to change it?")};
}

model::KindSet SpineMatrixEditor::shownKinds() const {
    return model::kinds(Kind::plan, Kind::spineItem, Kind::decisionRight, Kind::role, Kind::step, Kind::constraint,
                        Kind::roadmapItem);
}

QList<QAction*> SpineMatrixEditor::thingsToAdd() {
    return m_adders;
}

view::SpineMatrixOptions SpineMatrixEditor::matrixOptions(QSizeF viewport) const {
    view::SpineMatrixOptions options;
    options.width = viewport.width();
    options.viewportHeight = viewport.height();
    options.today = session().today();
    options.selection = session().selection().ids();
    options.hoveredCell = m_hoveredCell;
    options.scrolledTo = m_scrolledTo;
    return options;
}

view::Picture SpineMatrixEditor::project(QSizeF viewport) {
    m_scrolledTo = scrolledTo();
    return view::spineMatrix(live(), session().index(), matrixOptions(viewport), measure());
}

// On a slide nothing scrolls.
std::optional<view::Picture> SpineMatrixEditor::pictureToCopy() const {
    if (picture().shapes.empty()) return std::nullopt;
    view::SpineMatrixOptions options = matrixOptions(QSizeF(canvas().viewport()->size()) / canvas().zoom());
    options.scrolledTo = 0;
    return view::spineMatrix(live(), session().index(), options, measure());
}

std::vector<view::Shape> SpineMatrixEditor::overlay() const {
    const SpineTool::DragCard* drag = m_tool.drag();
    const SpineItem* item = drag ? live().find(Id<SpineItem>(drag->card.id)) : nullptr;
    if (!item) return {};
    view::SpineDrag shown{item->id, drag->card.rect, drag->at, std::nullopt};
    if (drag->drop) {
        const Cell cell = cellOf(drag->drop->target.key);
        const bool isAsked = asks(*item, cell.stability);
        const bool isEmpty = std::none_of(picture().areas.begin(), picture().areas.end(), [&](const auto& area) {
            return area.role == "card" && drag->drop->target.rect.contains(area.rect.center());
        });
        shown.target = {drag->drop->target.rect, isEmpty, cell.category, cell.stability,
                        isAsked ? fromQt(questionOf(cell.stability).question) : std::string()};
    }
    std::vector<view::Shape> shapes = view::spineDragShapes(live(), session().index(), shown, measure());
    if (drag->drop) shapes.push_back(adapters::dropLine(drag->drop->line));
    return shapes;
}

adapters::Roles SpineMatrixEditor::selectableRoles() const {
    return {"card"};
}

SpineMatrixEditor::Cell SpineMatrixEditor::cellOf(std::string_view key) {
    const std::size_t slash = std::min(key.find('/'), key.size());
    return {named<SpineCategory>(key.substr(0, slash)), named<Stability>(key.substr(std::min(slash + 1, key.size())))};
}

std::string SpineMatrixEditor::keyOf(const Cell& cell) {
    return std::string(model::nameOf(cell.category)) + "/" + std::string(model::nameOf(cell.stability));
}

const SpineItem* SpineMatrixEditor::selectedItem() const {
    const AnyId id = session().selection().primary();
    return model::kindOf(id) == Kind::spineItem ? live().find(Id<SpineItem>(id)) : nullptr;
}

// ---- Typing ----

TypingPlace SpineMatrixEditor::usualPlace() const {
    const SpineItem* item = selectedItem();
    return {"cell", {}, item ? keyOf(cellOf(*item)) : keyOf({})};
}

QString SpineMatrixEditor::placeholder(const TypingPlace&) const {
    return tr("Type what holds here and press Enter");
}

std::optional<view::Rect> SpineMatrixEditor::typingRect(const TypingPlace& place) const {
    const view::HitArea* cell = canvas().areaFor("cell", place.key);
    if (!cell) return std::nullopt;
    double top = cell->rect.y + 6;
    for (const view::HitArea& area : picture().areas)
        if (area.role == "card" && cell->rect.contains(area.rect.center())) top = std::max(top, area.rect.bottom() + 4);
    return view::Rect{cell->rect.x, top, cell->rect.width, fieldHeight};
}

AnyId SpineMatrixEditor::addLines(const TypingPlace& place, const QStringList& lines) {
    const Cell cell = cellOf(place.key);
    AnyId last;
    commit(tr("Add %n spine item(s)", nullptr, static_cast<int>(lines.size())),
           [&](const Model& model) -> Result<Model> {
               Model next = model;
               for (const QString& line : lines) {
                   Result<edit::Added> added =
                       edit::addSpineItem(next, cell.category, cell.stability, fromQt(line), session().ids());
                   if (!added) return added.error();
                   last = added.value().id;
                   next = std::move(added).value().model;
               }
               return next;
           });
    if (live().contains(last)) session().select(last);
    return last;
}

// ---- Pointer ----

void SpineMatrixEditor::press(const PointerAt& at) {
    perform(m_tool.press(picture(), at));
}

void SpineMatrixEditor::move(const PointerAt& at, bool isDown) {
    if (isDown) {
        m_tool.move(picture(), at);
        return refreshOverlay();
    }
    const view::HitArea* cell = adapters::topAreaAt(picture(), at.point, {"cell"});
    std::string key = cell ? cell->key : std::string();
    if (std::exchange(m_hoveredCell, key) != key) refresh();
    const view::HitArea* top = view::areaAt(picture(), at.point);
    canvas().viewport()->setCursor(top && top->role == "add"                               ? Qt::IBeamCursor
                                   : top && (top->role == "chip" || top->role == "within") ? Qt::PointingHandCursor
                                                                                           : Qt::ArrowCursor);
}

void SpineMatrixEditor::release(const PointerAt& at) {
    const SpineIntent intent = m_tool.release(picture(), at);
    refreshOverlay();
    perform(intent);
}

void SpineMatrixEditor::doubleClick(const PointerAt& at) {
    if (const view::HitArea* card = adapters::topAreaAt(picture(), at.point, {"card"}))
        rename(AnyId(card->id));
    else if (const view::HitArea* cell = adapters::topAreaAt(picture(), at.point, {"cell"}))
        startTyping({"cell", {}, std::string(cell->key)});
}

bool SpineMatrixEditor::cancelTool() {
    const bool was = m_tool.cancel();
    refreshOverlay();
    return was;
}

void SpineMatrixEditor::perform(const SpineIntent& intent) {
    if (const auto* select = std::get_if<SelectSpineItem>(&intent)) {
        if (select->id)
            selectByPress(select->id, select->isToggle);
        else
            session().select(session::Selection());
    } else if (const auto* drop = std::get_if<DropInCell>(&intent)) {
        if (const SpineItem* item = live().find(Id<SpineItem>(drop->item)))
            classify(*item, cellOf(drop->cell), drop->rank);
    } else if (const auto* use = std::get_if<UseSpineArea>(&intent)) {
        if (use->area.role == "within") {
            session().select(AnyId(use->area.id));
            askWithin();
        } else if (use->area.role == "add") {
            startTyping({"cell", {}, use->area.key});
        } else if (use->area.role == "chip") {
            const AnyId id = use->area.id;
            session().select(id);
            emit showAsked(id);
        }
    }
}

void SpineMatrixEditor::classify(const SpineItem& item, const Cell& cell, std::optional<std::size_t> rank) {
    const Id<SpineItem> id(item.id);
    const QString name = toQt(model::shortName(live(), id));
    const ClassQuestion asked = questionOf(cell.stability);
    const QString text = item.stability == cell.stability
                             ? tr("Move “%1”").arg(name)
                             : tr("Make “%1” %2").arg(name, toQt(model::labelOf(cell.stability)).toLower());
    const auto edited = [&](const Model& model) {
        return edit::reclassify(model, id, cell.category, cell.stability, rank);
    };
    if (!asks(item, cell.stability) || session().isReadOnly()) {
        commit(text, edited);
        return;
    }
    session().settleGesture();
    Result<Model> moved = edited(session().committed());
    if (moved) askInPlace(text, {std::move(moved).value(), id}, asked.field, asked.question);
}

bool SpineMatrixEditor::moveSelected(int columns, int rows) {
    const SpineItem* item = selectedItem();
    if (!item) return false;
    const int stability = std::clamp(static_cast<int>(item->stability) + columns, 0, stabilityCount - 1);
    const int category = std::clamp(static_cast<int>(item->category) + rows, 0, categoryCount - 1);
    const Cell cell{static_cast<SpineCategory>(category), static_cast<Stability>(stability)};
    if (!(cell == cellOf(*item))) classify(*item, cell, std::nullopt);
    return true;
}

bool SpineMatrixEditor::rankSelected(int by) {
    const SpineItem* item = selectedItem();
    if (!item) return false;
    std::vector<AnyId> inCell;
    live().forEach(live().plan().spine, [&](const SpineItem& each) {
        if (cellOf(each) == cellOf(*item)) inCell.push_back(each.id);
    });
    const auto place = std::find(inCell.begin(), inCell.end(), item->id) - inCell.begin() + by;
    // Beyond the end of a cell lies the next category.
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(inCell.size())) return moveSelected(0, by);
    classify(*item, cellOf(*item), static_cast<std::size_t>(place));
    return true;
}

// ---- Keys and menu ----

bool SpineMatrixEditor::key(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier) {
        switch (event.key()) {
        case Qt::Key_Left: return moveSelected(-1, 0);
        case Qt::Key_Right: return moveSelected(1, 0);
        case Qt::Key_Up: return rankSelected(-1);
        case Qt::Key_Down: return rankSelected(1);
        default: return false;
        }
    }
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && modifiers == Qt::NoModifier) return startTyping(usualPlace());
    if (event.matches(QKeySequence::Paste)) return pasteInto(usualPlace());
    if (commonKey(event)) return true;
    return isTypedText(event) && startTyping(usualPlace(), event.text());
}

void SpineMatrixEditor::contextMenu(const PointerAt& at, QPoint globalPosition) {
    if (const view::HitArea* card = adapters::topAreaAt(picture(), at.point, {"card"}))
        selectByPress(AnyId(card->id), false);
    QMenu* menu = newMenu();
    if (const SpineItem* item = selectedItem()) {
        const int now = static_cast<int>(item->stability);
        for (int i = 0; i < stabilityCount; ++i) {
            QAction* action = menu->addAction(toQt(model::labelOf(static_cast<Stability>(i))), this,
                                              [this, by = i - now] { moveSelected(by, 0); });
            action->setCheckable(true);
            action->setChecked(i == now);
        }
        menu->addSeparator();
    }
    if (const SpineItem* item = selectedItem(); item && item->stability == Stability::adaptable)
        fillWithinMenu(*menu->addMenu(tr("May move within")), *item);
    addCommonActions(*menu);
    if (const view::HitArea* cell = adapters::topAreaAt(picture(), at.point, {"cell"})) {
        menu->addSeparator();
        menu->addAction(tr("Add an item here"), this, [this, key = cell->key] { startTyping({"cell", {}, key}); });
    }
    menu->popup(globalPosition);
}

} // namespace flowspine::editors
