#include "editors/spine/teams_editor.h"

#include "adapters/plain_text.h"
#include "edit/team_edit.h"
#include "model/deciders.h"
#include "model/naming.h"
#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <unordered_set>

namespace flowspine::editors {

using adapters::KindTable;
using adapters::toQt;
using base::Result;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;
using model::ModelIndex;
using model::Role;
using model::Team;

namespace {

QString counted(std::size_t count) {
    return count == 0 ? QString() : QString::number(count);
}

// "Collaboration with Planning; X-as-a-service with Records"
QString interactionsOf(const Model& model, const ModelIndex&, const AnyId& id) {
    QStringList words;
    if (const Team* team = model.find(Id<Team>(id)))
        model.forEach(team->interactions, [&](const model::Interaction& each) {
            const QString with = each.team ? toQt(model::shortName(model, each.team)) : TeamsEditor::tr("nobody");
            words += each.mode == model::InteractionMode::unstated
                         ? TeamsEditor::tr("with %1").arg(with)
                         : TeamsEditor::tr("%1 with %2").arg(toQt(model::labelOf(each.mode)), with);
        });
    return adapters::oneLine(words.join(QStringLiteral("; ")));
}

QString rolesOf(const Model& model, const ModelIndex& index, const AnyId& id) {
    QStringList names;
    for (const Id<Role>& role : index.referrers<Role>(id)) names += toQt(model::shortName(model, role));
    return adapters::oneLine(names.join(QStringLiteral("; ")));
}

// Steps of variants in use.
QString stepsOf(const Model& model, const ModelIndex& index, const AnyId& id) {
    std::size_t count = 0;
    for (const Id<model::Step>& step : index.referrers<model::Step>(id)) {
        const model::Variant* variant = model.find(index.ownerOfType<model::Variant>(step));
        if (variant && variant->kind != model::VariantKind::archived) ++count;
    }
    return counted(count);
}

QString decisionsOf(const Model& model, const ModelIndex& index, const AnyId& id) {
    std::unordered_set<AnyId> rights;
    for (const Id<model::Assignment>& each : index.referrers<model::Assignment>(id)) {
        const auto* right = model.find(index.ownerOfType<model::DecisionRight>(each));
        if (right && model.find(each)->letter == model::deciderLetter(right->scheme)) rights.insert(right->id);
    }
    return counted(rights.size());
}

QString ownsOf(const Model&, const ModelIndex& index, const AnyId& id) {
    std::unordered_set<AnyId> owned;
    for (const model::Reference& each : index.referencesTo(id))
        if (each.field->name == "owner" || each.field->name == "accountable") owned.insert(each.from);
    return counted(owned.size());
}

std::vector<KindTable::Column> teamColumns() {
    return {{"name", 150},
            {"type", 110},
            {"fte", 92},
            {"capacityPerWeek", 128},
            {"parentFunction", 96},
            {{}, 48, TeamsEditor::tr("Steps"), stepsOf},
            {{}, 140, TeamsEditor::tr("Roles"), rolesOf},
            {{}, 120, TeamsEditor::tr("Works with"), interactionsOf}};
}

std::vector<KindTable::Column> roleColumns() {
    return {{"name", 200},
            {"person", 150},
            {"team", 180},
            {{}, 132, TeamsEditor::tr("Owns, answers for"), ownsOf},
            {{}, 80, TeamsEditor::tr("Decides"), decisionsOf},
            {"notes", 100}};
}

} // namespace

TeamsEditor::TeamsEditor(session::DocumentSession& session, QWidget* parent) : Editor(parent), m_session(session) {
    m_teams.kind = Kind::team;
    m_roles.kind = Kind::role;
    for (Part* part : {&m_teams, &m_roles}) {
        auto* action = new QAction(part->kind == Kind::team ? tr("Team") : tr("Role"), this);
        connect(action, &QAction::triggered, this, [this, part] {
            make();
            part->table->addField().setFocus(Qt::OtherFocusReason);
        });
        m_adders += action;
    }
    connect(&session, &session::DocumentSession::changed, this, &TeamsEditor::refresh);
    connect(&session, &session::DocumentSession::selectionChanged, this, &TeamsEditor::refresh);
}

void TeamsEditor::make() {
    if (m_teams.table) return;
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    m_teams.table = new KindTable(
        m_session, Kind::team, teamColumns(), [](const Model& model) { return model.plan().teams.ids(); }, splitter);
    m_roles.table = new KindTable(
        m_session, Kind::role, roleColumns(), [](const Model& model) { return model.plan().roles.ids(); }, splitter);
    layOut(m_teams, tr("Type a team and press Enter"),
           [this](const Model& model, std::string_view name) { return edit::addTeam(model, name, m_session.ids()); });
    layOut(m_roles, tr("Type a role and press Enter"), [this](const Model& model, std::string_view name) {
        return edit::addNew(model, model.plan().id, Kind::role, name, m_session.ids());
    });
    splitter->addWidget(m_teams.widget);
    splitter->addWidget(m_roles.widget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    setFocusProxy(&m_teams.table->view());
    splitter->show(); // what is made while its parent appears stays hidden otherwise
}

void TeamsEditor::layOut(Part& part, const QString& addWords, KindTable::AddLine add) {
    part.widget = new QWidget(this);
    part.heading = adapters::plainLabel({}, part.widget);
    part.heading->setFont(render::fontFor({.size = 16, .weight = 600}));
    part.merge = new QToolButton(part.widget);
    part.merge->setText(tr("Merge into"));
    part.merge->setIcon(render::icon(QStringLiteral("merge")));
    part.merge->setToolTip(tr("Make one of the selected and another; whatever named either names the one that stays"));
    part.merge->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(part.merge);
    part.merge->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &part] { fillMergeMenu(*menu, part); });
    part.remove = new QToolButton(part.widget);
    part.remove->setText(tr("Delete"));
    part.remove->setIcon(render::icon(QStringLiteral("trash")));
    connect(part.remove, &QToolButton::clicked, part.table, &KindTable::removeSelected);
    for (QToolButton* button : {part.merge, part.remove}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        render::setLook(*button, render::Look::tab);
    }
    part.table->setAddLine(addWords, std::move(add));

    auto* row = new QHBoxLayout;
    row->addWidget(part.heading);
    row->addStretch(1);
    row->addWidget(part.merge);
    row->addWidget(part.remove);
    auto* column = new QVBoxLayout(part.widget);
    column->setContentsMargins(24, 16, 24, 12);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(part.table, 1);
}

QStringList TeamsEditor::prompts() const {
    return {tr("Which two names mean the same people?"), tr("Which team does work in too many flows?"),
            tr("Which role owns things but belongs to no team?"),
            tr("Where do two teams work closely for so long that one should simply serve the other?")};
}

adapters::EditorFacts TeamsEditor::about() {
    return {tr("Teams and roles"), QStringLiteral("team"), model::kinds(Kind::team, Kind::role, Kind::interaction)};
}

void TeamsEditor::setTheme(const render::Theme&) {
    // Widgets take their colours from the palette.
}

TeamsEditor::Part* TeamsEditor::partOf(const AnyId& id) {
    const std::optional<Kind> kind = model::kindOf(id);
    if (kind == Kind::team || kind == Kind::interaction) return &m_teams;
    return kind == Kind::role ? &m_roles : nullptr;
}

bool TeamsEditor::reveal(const AnyId& id) {
    Part* part = partOf(id);
    if (!part) return false;
    make();
    const AnyId shown = m_session.index().ownerOfKind(id, part->kind);
    return part->table->reveal(shown);
}

bool TeamsEditor::renameSelected() {
    const AnyId id = m_session.selection().primary();
    Part* part = partOf(id);
    if (!part) return false;
    make();
    return part->table->editTitle(id);
}

void TeamsEditor::showEvent(QShowEvent* event) {
    Editor::showEvent(event);
    make();
    refresh();
}

void TeamsEditor::refresh() {
    if (!isVisible() || !m_teams.table) return;
    const auto follow = [](Part& part, const QString& words, std::size_t count) {
        part.heading->setText(tr("%1 %2").arg(words).arg(count));
        const bool hasSelection = !part.table->selected().empty();
        part.merge->setEnabled(hasSelection && count > 1);
        part.remove->setEnabled(hasSelection);
    };
    follow(m_teams, tr("Teams"), m_session.live().plan().teams.size());
    follow(m_roles, tr("Roles"), m_session.live().plan().roles.size());
}

void TeamsEditor::fillMergeMenu(QMenu& menu, const Part& part) {
    menu.clear();
    const std::vector<AnyId> selected = part.table->selected();
    for (const adapters::KindRow& row : part.table->rows().rows()) {
        // With one selected it goes into another; with several, one of them stays.
        const bool isSelected = std::find(selected.begin(), selected.end(), row.id) != selected.end();
        if (selected.empty() || (selected.size() == 1 ? isSelected : !isSelected)) continue;
        const QString name = adapters::oneLine(toQt(model::shortName(m_session.live(), row.id))).left(80);
        menu.addAction(QString(name).replace(u'&', QStringLiteral("&&")), this,
                       [this, id = row.id] { mergeSelected(id); });
    }
}

bool TeamsEditor::mergeSelected(const AnyId& into) {
    Part* part = partOf(into);
    if (!part) return false;
    std::vector<AnyId> from = part->table->selected();
    std::erase(from, into);
    if (from.empty()) return false;
    const QString target = toQt(model::shortName(m_session.live(), into));
    const QString text =
        from.size() == 1
            ? tr("Merge “%1” into “%2”").arg(toQt(model::shortName(m_session.live(), from.front())), target)
            : tr("Merge %1 into “%2”").arg(from.size()).arg(target);
    const base::Result<> done = m_session.commit(text, [&](const Model& model) -> Result<Model> {
        Result<Model> next = model;
        for (const AnyId& id : from) {
            next = part->kind == Kind::team ? edit::mergeTeams(*next, Id<Team>(id), Id<Team>(into))
                                            : edit::mergeRoles(*next, Id<Role>(id), Id<Role>(into));
            if (!next) return next;
        }
        return next;
    });
    if (done) m_session.select(into);
    return done.hasValue();
}

} // namespace flowspine::editors
