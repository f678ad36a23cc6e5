#include "app/health_display.h"

#include "panels/finding_words.h"
#include "view/severity_look.h"

namespace flowspine::app {

using analysis::Area;
using analysis::Finding;

namespace {

constexpr qsizetype mostInTip = 4;

} // namespace

HealthDisplay::HealthDisplay(const panels::PlanHealth& health, Places places, QObject* parent)
    : QObject(parent), m_health(health), m_places(places) {
    connect(&m_health, &panels::PlanHealth::changed, this, &HealthDisplay::show);
    connect(&m_places.editors, &EditorShelf::made, this, [this](int, adapters::Editor* editor) {
        if (m_health.evaluation() != nullptr) editor->setMarks(marks());
    });
}

void HealthDisplay::show() {
    for (const Area area : {Area::outcomes, Area::spine, Area::flows, Area::roadmap}) {
        if (editorOf(area) >= m_places.editors.count()) break;
        const panels::OpenFindings& open = m_health.openIn(area);
        m_places.rail.button(editorOf(area)).setBadge(open.count, view::roleOf(open.worst));
    }
    const std::size_t count = m_health.openCount();
    m_places.dock.setTitle(m_places.tab, count == 0 ? tr("Findings") : tr("Findings %1").arg(count));
    m_places.status.setScores(m_health.evaluation()->scores());
    const adapters::SharedMarks shared = marks();
    for (adapters::Editor* editor : m_places.editors.madeEditors()) editor->setMarks(shared);
}

adapters::SharedMarks HealthDisplay::marks() const {
    auto made = std::make_shared<adapters::EntityMarks>();
    made->byEntity.reserve(m_health.openByEntity().size());
    for (const auto& [id, open] : m_health.openByEntity())
        made->byEntity.emplace(id,
                               adapters::EntityMark{view::iconOf(open.worst), view::roleOf(open.worst), open.count});
    made->tipOf = [this](const model::AnyId& id) { return tipOf(id); };
    return made;
}

// What is found about the entity itself, in words; what belongs to it is only counted.
QString HealthDisplay::tipOf(const model::AnyId& id) const {
    const auto open = m_health.openByEntity().find(id);
    if (open == m_health.openByEntity().end()) return {};
    QStringList lines;
    for (const Finding& finding : m_health.evaluation()->findings())
        if (finding.entity == id && !finding.isWaived() && lines.size() < mostInTip)
            lines += panels::textOf(finding.sentence);
    const auto more = static_cast<qsizetype>(open->second.count) - lines.size();
    if (more > 0) lines += lines.isEmpty() ? tr("%1 findings in its parts").arg(more) : tr("and %1 more").arg(more);
    return lines.join(QLatin1Char('\n'));
}

} // namespace flowspine::app
