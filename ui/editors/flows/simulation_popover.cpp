#include "editors/flows/simulation_popover.h"

#include "adapters/plain_text.h"
#include "editors/flows/figure_words.h"
#include "editors/flows/picture_band.h"
#include "view/time_histogram.h"
#include "view/time_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace flowspine::editors {

using adapters::toQt;

namespace {

constexpr double pictureWidth = 420;
constexpr double pictureHeight = 150;

} // namespace

SimulationPopover::SimulationPopover(const render::Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_histogram(new PictureBand(theme, this)), m_words(adapters::plainLabel({}, this)),
      m_cancel(new QPushButton(tr("Cancel"), this)) {
    setFrameShape(QFrame::StyledPanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    auto* head = adapters::plainLabel(tr("How long cases take, simulated"), this);
    head->setFont(render::fontFor({.size = 13, .weight = 600}));
    layout->addWidget(head);
    m_histogram->setAccessibleName(head->text());
    m_histogram->setFixedSize(static_cast<int>(pictureWidth), static_cast<int>(pictureHeight));
    layout->addWidget(m_histogram);
    m_words->setWordWrap(true);
    layout->addWidget(m_words);
    layout->addWidget(m_cancel, 0, Qt::AlignRight);
    connect(m_cancel, &QPushButton::clicked, this, &SimulationPopover::cancel);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SimulationPopover::finish);
}

SimulationPopover::~SimulationPopover() {
    cancel();
    m_watcher.waitForFinished();
}

void SimulationPopover::run(const model::Model& model, const model::Id<model::Variant>& variantId,
                            std::optional<double> analyticHours) {
    cancel();
    m_watcher.waitForFinished();
    m_result.reset();
    m_analyticHours = analyticHours;
    m_hoursPerDay = view::hoursPerDay(model.plan());
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    m_histogram->show(view::timeHistogram({}, {}, pictureWidth, pictureHeight, m_hoursPerDay, render::QtTextMeasure()));
    m_words->setText(tr("Sending 10,000 cases through the flow …"));
    m_cancel->show();
    // The graph borrows from the plan: both live in the worker.
    m_watcher.setFuture(QtConcurrent::run([model, variantId, isCancelled = m_isCancelled] {
        const model::Variant* variant = model.find(variantId);
        if (!variant) return std::optional<analysis::Simulation>();
        const analysis::FlowGraph graph = analysis::flowGraph(model, *variant);
        analysis::SimulationOptions options;
        options.isCancelled = [isCancelled] { return isCancelled->load(); };
        return analysis::simulate(graph, options);
    }));
}

void SimulationPopover::cancel() {
    if (m_isCancelled) *m_isCancelled = true;
}

void SimulationPopover::hideEvent(QHideEvent* event) {
    cancel();
    QFrame::hideEvent(event);
}

QString SimulationPopover::words() const {
    return m_words->text();
}

void SimulationPopover::finish() {
    m_cancel->hide();
    m_result = m_watcher.result();
    if (!m_result) {
        m_words->setText(*m_isCancelled ? tr("Cancelled.") : tr("Cases do not come to an end in this flow."));
        emit finished();
        return;
    }
    const auto time = [this](double hours) { return toQt(timeText(hours, m_hoursPerDay)); };
    const double half = m_result->percentile(0.5);
    const double most = m_result->percentile(0.85);
    const double nearlyAll = m_result->percentile(0.95);
    std::vector<view::TimeBar> bars;
    for (const analysis::HistogramBar& bar : m_result->histogram)
        bars.push_back({bar.fromHours, bar.toHours, bar.runs});
    m_histogram->show(view::timeHistogram(
        bars, {{half, "P50", view::Role::ink}, {most, "P85", view::Role::warn}, {nearlyAll, "P95", view::Role::bad}},
        pictureWidth, pictureHeight, m_hoursPerDay, render::QtTextMeasure()));
    QString words = tr("Mean %1. Half of the cases take up to %2, 85 % up to %3, 95 % up to %4.")
                        .arg(time(m_result->meanHours), time(half), time(most), time(nearlyAll));
    if (m_analyticHours) words += QLatin1Char(' ') + tr("The formula says %1.").arg(time(*m_analyticHours));
    words += QLatin1Char(' ') + tr("Steps take their stated times; what varies is the way a case takes.");
    m_words->setText(words);
    emit finished();
}

} // namespace flowspine::editors
