#include "app/status_line.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "render/theme.h"

#include <QHBoxLayout>

#include <array>

namespace flowspine::app {

using model::Kind;

namespace {

constexpr int messageMilliseconds = 8000;
constexpr int lineHeight = 24;
constexpr std::array countedKinds = {Kind::outcome, Kind::spineItem, Kind::flow, Kind::step, Kind::roadmapItem};

} // namespace

StatusLine::StatusLine(const session::DocumentSession& session, const PlanFile& file, QWidget* parent)
    : adapters::Surface(QPalette::Window, Qt::TopEdge, parent), m_session(session), m_file(file),
      m_saved(adapters::plainLabel({}, this)), m_scores(new ScoreStrip(this)), m_counts(adapters::plainLabel({}, this)),
      m_selected(adapters::plainLabel({}, this)), m_message(adapters::plainLabel({}, this)),
      m_zoom(adapters::plainLabel({}, this)) {
    setFixedHeight(lineHeight);
    setFont(render::fontFor({.size = 11, .weight = 400}));
    for (QLabel* label : {m_saved, m_counts, m_selected, m_zoom}) label->setForegroundRole(QPalette::PlaceholderText);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_forget.setSingleShot(true);
    connect(&m_forget, &QTimer::timeout, m_message, &QLabel::clear);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 1, 16, 0);
    layout->setSpacing(16);
    layout->addWidget(m_saved);
    auto* const separator = new adapters::Surface(QPalette::Mid, {}, this);
    separator->setFixedSize(1, 12);
    layout->addWidget(separator);
    layout->addWidget(m_scores);
    layout->addWidget(m_counts);
    layout->addWidget(m_selected);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_zoom);
    connect(&m_session, &session::DocumentSession::changed, this, &StatusLine::refresh);
    connect(&m_session, &session::DocumentSession::selectionChanged, this, &StatusLine::refresh);
    connect(&m_session, &session::DocumentSession::modifiedChanged, this, &StatusLine::refresh);
    connect(&m_file, &PlanFile::changed, this, &StatusLine::refresh);
}

void StatusLine::setHasPlan(bool hasPlan) {
    m_hasPlan = hasPlan;
    refresh();
}

void StatusLine::refresh() {
    for (QLabel* label : {m_counts, m_selected, m_zoom}) label->setVisible(m_hasPlan);
    m_scores->setVisible(m_hasPlan && m_scores->hasScores());
    m_saved->setText(m_hasPlan ? savedWords() : tr("No plan open"));
    if (!m_hasPlan) return;
    QStringList counts;
    for (const Kind kind : countedKinds) {
        const std::size_t count = m_session.live().table(kind).size();
        const model::EntityType& type = model::entityType(kind);
        counts += tr("%1 %2").arg(count).arg(adapters::toQt(count == 1 ? type.name : type.plural));
    }
    m_counts->setText(counts.join(QStringLiteral("   ")));
    const std::size_t selected = m_session.selection().ids().size();
    m_selected->setText(selected > 1 ? tr("%1 selected").arg(selected) : QString());
}

QString StatusLine::savedWords() const {
    if (m_file.isSaving()) return tr("Saving…");
    if (m_session.isReadOnly()) return tr("Read only");
    if (m_session.isModified()) return m_file.hasPath() ? tr("Changed since saved") : tr("Not saved yet");
    if (!m_file.hasPath()) return tr("No file yet");
    if (m_file.savedAt().isValid()) return tr("Saved %1").arg(m_file.savedAt().toString(QStringLiteral("HH:mm")));
    return tr("Saved");
}

void StatusLine::tell(const QString& message) {
    constexpr qsizetype longest = 300;
    m_message->setText(adapters::oneLine(message.left(longest)));
    m_forget.start(messageMilliseconds);
}

void StatusLine::setZoom(int percent) {
    m_zoom->setText(tr("%1 %").arg(percent));
}

} // namespace flowspine::app
