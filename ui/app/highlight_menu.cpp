#include "app/highlight_menu.h"

#include "adapters/plain_text.h"
#include "model/matching.h"
#include "model/naming.h"
#include "render/icon.h"

#include <utility>

namespace flowspine::app {

using adapters::toQt;
using model::Id;
using model::Model;
using model::ModelIndex;
using session::Selection;

namespace {

constexpr qsizetype longestName = 80;

QString menuText(QString words) {
    return words.left(longestName).replace(u'&', QStringLiteral("&&"));
}

} // namespace

HighlightMenu::HighlightMenu(session::DocumentSession& session, QWidget* parent)
    : QMenu(tr("Highlight"), parent), m_session(session) {
    setIcon(render::icon(QStringLiteral("filter")));
    connect(this, &QMenu::aboutToShow, this, &HighlightMenu::fill);
}

void HighlightMenu::fill() {
    for (QMenu* menu : findChildren<QMenu*>(Qt::FindDirectChildrenOnly)) menu->deleteLater();
    clear();
    QAction* const everything = addAction(tr("Light everything"), &m_session.spotlight(), &session::Spotlight::clear);
    everything->setEnabled(m_session.spotlight().isOn());
    addSeparator();

    const Model& model = m_session.live();
    QMenu* const owners = addMenu(render::icon(QStringLiteral("person")), tr("Owner"));
    model.forEach(model.plan().roles, [&](const model::Role& role) {
        const Id<model::Role> id(role.id);
        addEntry(*owners, toQt(model::shortName(model, id)), tr("Owner: %1"),
                 [id](const Model& plan, const ModelIndex& index, const Selection&) {
                     return model::ownedBy(plan, index, id);
                 });
    });
    QMenu* const teams = addMenu(render::icon(QStringLiteral("team")), tr("Team"));
    model.forEach(model.plan().teams, [&](const model::Team& team) {
        const Id<model::Team> id(team.id);
        addEntry(*teams, toQt(model::shortName(model, id)), tr("Team: %1"),
                 [id](const Model& plan, const ModelIndex& index, const Selection&) {
                     return model::ofTeam(plan, index, id);
                 });
    });
    QMenu* const tags = addMenu(render::icon(QStringLiteral("flag")), tr("Tag"));
    for (const std::string& tag : model::tagsIn(model))
        addEntry(*tags, adapters::oneLine(toQt(tag)), tr("Tag: %1"),
                 [tag](const Model& plan, const ModelIndex&, const Selection&) { return model::tagged(plan, tag); });
    QMenu* const statuses = addMenu(render::icon(QStringLiteral("check")), tr("Status"));
    for (const std::string& status : model::statusesIn(model))
        addEntry(*statuses, toQt(status), tr("Status: %1"),
                 [status](const Model& plan, const ModelIndex&, const Selection&) {
                     return model::withStatus(plan, status);
                 });
    for (QMenu* menu : {owners, teams, tags, statuses}) menu->setEnabled(!menu->isEmpty());
}

void HighlightMenu::addEntry(QMenu& menu, const QString& words, const QString& said,
                             session::Spotlight::Source source) {
    const QString named = said.arg(adapters::oneLine(words).left(longestName));
    QAction* const action = menu.addAction(menuText(words));
    action->setCheckable(true);
    action->setChecked(m_session.spotlight().words() == named);
    // How it is called where there is no menu around it.
    action->setIconText(named);
    connect(action, &QAction::triggered, this, [this, named, source = std::move(source)] {
        if (m_session.spotlight().words() == named)
            m_session.spotlight().clear();
        else
            m_session.spotlight().light(named, source);
    });
}

} // namespace flowspine::app
