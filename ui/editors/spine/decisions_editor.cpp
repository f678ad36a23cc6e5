#include "editors/spine/decisions_editor.h"

#include "adapters/field_edit.h"
#include "adapters/plain_text.h"
#include "edit/spine_edit.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "view/decision_grid.h"

#include <QVBoxLayout>

#include <algorithm>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::toQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::DecisionRight;
using model::Id;
using model::Kind;
using model::Letter;
using model::Model;
using model::Role;
using model::Step;

namespace {

constexpr double fieldHeight = 32;
constexpr std::string_view within = "within";

// People write the unit too.
QString withoutDays(QString text) {
    for (const QString& unit : {DecisionsEditor::tr("days"), DecisionsEditor::tr("day"), QStringLiteral("d")})
        if (text.endsWith(unit, Qt::CaseInsensitive)) return text.chopped(unit.size()).trimmed();
    return text;
}

} // namespace

DecisionsEditor::DecisionsEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : PictureEditor(session, theme, parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(&canvas());
    canvas().setAccessibleName(about().title);
    auto* action = new QAction(tr("Decision right"), this);
    connect(action, &QAction::triggered, this, &DecisionsEditor::addDecision);
    m_adders += action;
}

const char* DecisionsEditor::fieldOf(std::string_view column) {
    return column == within ? "decisionDays" : column == "escalation" ? "escalation" : nullptr;
}

adapters::EditorFacts DecisionsEditor::about() {
    return {tr("Decision rights"), QStringLiteral("grid"), model::kinds(Kind::decisionRight, Kind::assignment)};
}

QString DecisionsEditor::question() const {
    return tr("Who decides what, and how fast?");
}

QStringList DecisionsEditor::prompts() const {
    return {tr("Which decisions make work wait?"), tr("Who decides when two roles both think they do?"),
            tr("Which decisions can be taken back, and need not go up?"),
            tr("If they cannot agree: who ends it, and after how long?")};
}

model::KindSet DecisionsEditor::shownKinds() const {
    return model::kinds(Kind::plan, Kind::decisionRight, Kind::assignment, Kind::role, Kind::step, Kind::flow,
                        Kind::variant, Kind::spineItem);
}

view::Picture DecisionsEditor::project(QSizeF viewport) {
    view::DecisionGridOptions options;
    options.width = viewport.width();
    options.viewportHeight = viewport.height();
    options.selection = session().selection().ids();
    options.cursor = m_cursor;
    options.showsAllRoles = m_showsAllRoles;
    return view::decisionGrid(live(), session().index(), options, measure());
}

adapters::Roles DecisionsEditor::selectableRoles() const {
    return {"right", "derived", "role"};
}

adapters::Roles DecisionsEditor::walkableRoles() const {
    return {"right", "derived"};
}

AnyId DecisionsEditor::row() const {
    const AnyId id = session().selection().primary();
    return adapters::firstAreaOf(picture(), id, {"right", "derived"}) ? id : AnyId();
}

const DecisionRight* DecisionsEditor::right() const {
    const AnyId id = row();
    return model::kindOf(id) == Kind::decisionRight ? live().find(Id<DecisionRight>(id)) : nullptr;
}

Id<Role> DecisionsEditor::roleAtCursor() const {
    const Id<Role> role(AnyId{m_cursor});
    return model::kindOf(role) == Kind::role && live().find(role) ? role : Id<Role>();
}

model::DecisionScheme DecisionsEditor::scheme() const {
    return right() ? right()->scheme : model::DecisionScheme::raci;
}

// ---- Typing ----

QString DecisionsEditor::placeholder(const TypingPlace& place) const {
    if (place.role == within) return tr("Days");
    if (place.role == "escalation") return tr("Who ends it?");
    return tr("Type a decision and press Enter");
}

std::optional<view::Rect> DecisionsEditor::typingRect(const TypingPlace& place) const {
    const std::optional<view::Rect> area = PictureEditor::typingRect(place);
    if (!area) return std::nullopt;
    const double height = std::min(fieldHeight, area->height);
    return view::Rect{area->x + 6, area->center().y - height / 2, std::min(area->width - 12, 480.0), height};
}

AnyId DecisionsEditor::addLines(const TypingPlace& place, const QStringList& lines) {
    if (const char* field = fieldOf(place.role)) {
        const QString typed = lines.join(u' ').trimmed();
        const model::FieldDescription& description = *model::entityType(Kind::decisionRight).field(field);
        const QString name = toQt(model::shortName(live(), place.id));
        const QString text =
            place.role == within ? tr("Set the decision time of “%1”").arg(name) : tr("Set who ends “%1”").arg(name);
        commit(text, [&](const Model& model) -> Result<Model> {
            const Result<model::FieldValue> value =
                adapters::FieldEdit(model).value(description, place.role == within ? withoutDays(typed) : typed);
            if (!value) return value.error();
            return edit::setField(model, place.id, field, *value);
        });
        return place.id;
    }
    AnyId last;
    commit(tr("Add %n decision right(s)", nullptr, static_cast<int>(lines.size())),
           [&](const Model& model) -> Result<Model> {
               Model next = model;
               for (const QString& line : lines) {
                   Result<edit::Added> added =
                       edit::addNew(next, next.plan().id, Kind::decisionRight, fromQt(line), session().ids());
                   if (!added) return added.error();
                   last = added.value().id;
                   next = std::move(added).value().model;
               }
               return next;
           });
    if (live().contains(last)) session().select(last);
    return last;
}

void DecisionsEditor::afterEnter(const TypingPlace& place, const AnyId& added) {
    if (fieldOf(place.role))
        stopTyping();
    else
        PictureEditor::afterEnter(place, added);
}

// In a cell, Up and Down end the typing and go to the row above or below.
bool DecisionsEditor::stepTyped(const TypingPlace& place, adapters::Direction direction) {
    if (!fieldOf(place.role)) return false;
    const QString typed = inlineText().text();
    const TypingPlace typedAt = place;
    stopTyping();
    if (!typed.isEmpty()) addLines(typedAt, {typed});
    walk(direction);
    return true;
}

// ---- Cells ----

void DecisionsEditor::setCursorTo(std::string cursor) {
    if (std::exchange(m_cursor, std::move(cursor)) == m_cursor) return;
    refresh();
    if (const view::HitArea* cell = canvas().areaOf(row(), {"letter", "slot"}); cell && !m_cursor.empty())
        for (const view::HitArea& area : picture().areas)
            if (area.id == row() && (area.key == m_cursor || area.role == m_cursor)) return canvas().reveal(area.rect);
}

bool DecisionsEditor::moveCursor(int by) {
    const AnyId at = row();
    if (!at) return false;
    std::vector<std::string> columns = {{}};
    for (const view::HitArea& area : picture().areas) {
        if (area.id != at) continue;
        if (area.role == "letter" || area.role == "slot") columns.push_back(area.key);
        if (fieldOf(area.role)) columns.push_back(area.role);
    }
    const auto found = std::find(columns.begin(), columns.end(), m_cursor);
    const std::ptrdiff_t place = found == columns.end() ? 0 : found - columns.begin();
    const std::ptrdiff_t last = static_cast<std::ptrdiff_t>(columns.size()) - 1;
    setCursorTo(columns[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place + by, 0, last))]);
    return true;
}

void DecisionsEditor::setLetter(const Id<Role>& role, std::optional<Letter> letter, bool isOnly) {
    const AnyId at = row();
    if (!at || !role) return;
    const QString decision = toQt(model::shortName(live(), at));
    const QString who = toQt(model::shortName(live(), role));
    const QString text = !letter  ? tr("Take “%1” out of “%2”").arg(who, decision)
                         : isOnly ? tr("Let only “%1” decide “%2”").arg(who, decision)
                                  : tr("Give “%1” %2 in “%3”").arg(who, toQt(model::labelOf(*letter)), decision);
    AnyId made;
    commit(text, [&](const Model& model) -> Result<Model> {
        Model base = model;
        Id<DecisionRight> id(at);
        if (model::kindOf(at) == Kind::step) {
            Result<edit::Added> stated = edit::stateDecisionRight(model, Id<Step>(at), session().ids());
            if (!stated) return stated.error();
            made = stated.value().id;
            id = Id<DecisionRight>(made);
            base = std::move(stated).value().model;
        }
        if (isOnly) return edit::makeOnlyDecider(base, id, role, session().ids());
        return edit::assignLetter(base, id, role, letter, session().ids());
    });
    if (live().contains(made)) session().select(made);
}

bool DecisionsEditor::clearCell() {
    if (const Id<Role> role = roleAtCursor()) {
        setLetter(role, std::nullopt, false);
        return true;
    }
    const char* field = fieldOf(m_cursor);
    if (!field || !right()) return false;
    const AnyId id = right()->id;
    const model::FieldValue nothing = m_cursor == within ? model::FieldValue() : model::FieldValue(std::string());
    commit(m_cursor == within ? tr("Clear a decision time") : tr("Clear who ends it"),
           [&](const Model& model) { return edit::setField(model, id, field, nothing); });
    return true;
}

QString DecisionsEditor::cellText() const {
    const char* field = fieldOf(m_cursor);
    if (!field || !right()) return {};
    const model::FieldDescription& description = *model::entityType(Kind::decisionRight).field(field);
    return adapters::FieldEdit(live()).text(description, description.get(*right()));
}

bool DecisionsEditor::editCell(const QString& text) {
    return fieldOf(m_cursor) && right() && startTyping({m_cursor, right()->id, {}}, text);
}

void DecisionsEditor::setChoice(const char* field, std::uint8_t choice, const QString& text) {
    if (!right()) return;
    const AnyId id = right()->id;
    commit(text, [&](const Model& model) { return edit::setField(model, id, field, model::ChoiceValue{choice}); });
}

} // namespace flowspine::editors
