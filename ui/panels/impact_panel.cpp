#include "panels/impact_panel.h"

#include "adapters/plain_text.h"
#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "model/impact.h"
#include "model/naming.h"
#include "panels/kind_words.h"
#include "render/icon.h"
#include "render/look.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <unordered_set>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;
using model::Kind;

namespace {

constexpr int rowHeight = 26;

QString nameOf(const model::Model& model, const AnyId& id) {
    QString name = adapters::oneLine(toQt(model::fullName(model, id))).left(300);
    if (!name.isEmpty()) name[0] = name[0].toUpper();
    return name;
}

// What an entity is found under: the flow of a step, the decision of an assignment.
QString placeOf(const model::Model& model, const model::ModelIndex& index, const AnyId& id) {
    QStringList owners;
    for (AnyId at = index.ownerOf(id); at && model::kindOf(at) != Kind::plan; at = index.ownerOf(at))
        owners.prepend(adapters::oneLine(toQt(model::shortName(model, at))).left(120));
    return owners.join(QStringLiteral(", "));
}

} // namespace

ImpactPanel::ImpactPanel(session::DocumentSession& session, QWidget* parent)
    : adapters::Surface(QPalette::Base, {}, parent), m_session(session), m_words(adapters::plainLabel({}, this)),
      m_light(new QToolButton(this)), m_view(new QTableView(this)) {
    m_rows = new adapters::RowModel<ImpactRow>(
        {{tr("Refers to it"),
          [](const ImpactRow& row) { return row.name; },
          {},
          Qt::AlignLeft | Qt::AlignVCenter,
          [](const ImpactRow& row, int role) {
              return role == Qt::DecorationRole
                         ? QVariant(render::icon(iconNameOf(model::kindOf(row.id).value_or(Kind::plan))))
                         : QVariant();
          }},
         {tr("In"), [](const ImpactRow& row) { return row.where; }},
         {tr("As"), [](const ImpactRow& row) { return row.mention; }},
         {tr("If it goes"), [](const ImpactRow& row) { return row.ifRemoved; }}},
        this);
    m_view->setModel(m_rows);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(false);
    m_view->setAccessibleName(tr("Impact"));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    // What is short takes what it needs; names get the rest.
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int column : {2, 3})
        m_view->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex& at) { emit goTo(m_rows->idAt(at)); });
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex& at) { emit goTo(m_rows->idAt(at)); });

    m_light->setText(tr("Light on the pictures"));
    m_light->setIcon(render::icon(QStringLiteral("eye")));
    m_light->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_light->setCheckable(true);
    render::setLook(*m_light, render::Look::framed);
    connect(m_light, &QToolButton::toggled, this, &ImpactPanel::followLight);

    auto* const head = new QHBoxLayout;
    head->setContentsMargins(16, 6, 16, 6);
    head->addWidget(m_words, 1);
    head->addWidget(m_light);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    auto* const table = new QHBoxLayout;
    table->setContentsMargins(12, 0, 12, 0);
    table->addWidget(m_view);
    layout->addLayout(table, 1);

    connect(&m_session, &session::DocumentSession::selectionChanged, this, &ImpactPanel::refresh);
    connect(&m_session, &session::DocumentSession::changed, this, &ImpactPanel::refresh);
    connect(&m_session.spotlight(), &session::Spotlight::changed, this, [this] {
        // Somebody else took the light.
        if (m_isLighting && m_session.spotlight().words() == tr("What hangs on the selection")) return;
        m_isLighting = false;
        const QSignalBlocker quiet(m_light);
        m_light->setChecked(false);
    });
}

AnyId ImpactPanel::target() const {
    return m_session.selection().primary();
}

void ImpactPanel::showEvent(QShowEvent* event) {
    adapters::Surface::showEvent(event);
    refresh();
}

void ImpactPanel::refresh() {
    if (!isVisible()) return;
    const AnyId id = target();
    std::vector<ImpactRow> rows = m_session.live().contains(id) ? rowsOf(id) : std::vector<ImpactRow>();
    m_words->setText(wordsOf(id, rows.size()));
    m_rows->setRows(std::move(rows));
}

std::vector<ImpactRow> ImpactPanel::rowsOf(const AnyId& id) const {
    const model::Model& model = m_session.live();
    const model::ModelIndex& index = m_session.index();
    const edit::Impact removal = edit::impactOfRemoval(model, {id});
    const std::unordered_set<AnyId> gone(removal.removed.begin(), removal.removed.end());
    std::vector<ImpactRow> rows;
    for (const model::Reference& reference : model::impactOf(model, index, id)) {
        if (reference.field->options.isPlacement) continue;
        QString mention = toQt(reference.field->options.label);
        if (reference.target != id) mention = tr("%1: %2").arg(mention, nameOf(model, reference.target));
        if (!rows.empty() && rows.back().id == reference.from) {
            if (!rows.back().mention.contains(mention)) rows.back().mention += QStringLiteral(", ") + mention;
            continue;
        }
        rows.push_back({reference.from, nameOf(model, reference.from), placeOf(model, index, reference.from), mention,
                        gone.contains(reference.from) ? tr("goes too") : tr("stays without it")});
    }
    return rows;
}

QString ImpactPanel::wordsOf(const AnyId& id, std::size_t count) const {
    const model::Model& model = m_session.live();
    if (!model.contains(id)) return tr("Select something to see what hangs on it.");
    const QString name = adapters::oneLine(toQt(model::fullName(model, id))).left(200);
    QString words = count == 0   ? tr("Nothing refers to %1.").arg(name)
                    : count == 1 ? tr("One thing refers to %1.").arg(name)
                                 : tr("%1 things refer to %2.").arg(count).arg(name);
    if (model::kindOf(id) == Kind::spineItem) {
        const model::SpineItem& item = *model.find(model::Id<model::SpineItem>(id));
        if (item.stability == model::Stability::cannotChange) words = tr("This cannot change. ") + words;
    }
    return words;
}

void ImpactPanel::followLight() {
    if (!m_light->isChecked()) {
        m_isLighting = false;
        m_session.spotlight().clear();
        return;
    }
    m_isLighting = true;
    m_session.spotlight().light(
        tr("What hangs on the selection"),
        [](const model::Model& model, const model::ModelIndex& index, const session::Selection& selection) {
            std::vector<AnyId> lit;
            for (const AnyId& id : selection.ids()) {
                lit.push_back(id);
                for (const AnyId& each : model::referrersOf(model, index, id)) lit.push_back(each);
            }
            return lit;
        });
}

} // namespace flowspine::panels
