#include "app/start_page.h"

#include "adapters/plain_text.h"
#include "adapters/surface.h"
#include "app/plan_card.h"
#include "app/start_row.h"
#include "project/model_reader.h"
#include "render/icon.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <array>
#include <optional>

namespace flowspine::app {

namespace {

constexpr int leftWidth = 559;
constexpr int leftWidthCompact = 379;
constexpr int compactBelow = 1500;

struct Template {
    const char* resource;
    const char* icon;
    const char* title;
    const char* words;
};

constexpr std::array<Template, 3> templates = {{
    {":/templates/blank.flowspine", "document", QT_TRANSLATE_NOOP("StartPage", "Blank"),
     QT_TRANSLATE_NOOP("StartPage", "Three questions and a place to type")},
    {":/templates/government-service.flowspine", "shield", QT_TRANSLATE_NOOP("StartPage", "Government service"),
     QT_TRANSLATE_NOOP("StartPage", "Outcomes, law and policy on the spine, one service flow")},
    {":/templates/enterprise-product.flowspine", "flows", QT_TRANSLATE_NOOP("StartPage", "Enterprise product"),
     QT_TRANSLATE_NOOP("StartPage", "Outcomes, platforms and controls, one product flow")},
}};

std::optional<model::Model> readBundled(const QString& resource) {
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QByteArray bytes = file.readAll();
    base::Result<project::ReadModel> read =
        project::readModel(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (!read) return std::nullopt;
    return std::move(read).value().model;
}

QLabel* makeHeading(const QString& text, QWidget* parent) {
    QLabel* const label = adapters::plainLabel(text, parent);
    label->setFont(render::fontFor({.size = 13, .weight = 600}));
    return label;
}

QString whenWords(const QDateTime& when) {
    const QDate today = QDate::currentDate();
    const qint64 days = when.date().daysTo(today);
    const QLocale english(QLocale::English);
    if (days == 0) return StartPage::tr("today %1").arg(when.toString(QStringLiteral("HH:mm")));
    if (days < 7)
        return QStringLiteral("%1 %2").arg(english.dayName(when.date().dayOfWeek()),
                                           when.toString(QStringLiteral("HH:mm")));
    return english.toString(when.date(), QStringLiteral("d MMM yyyy"));
}

} // namespace

StartPage::StartPage(RecentFiles& recent, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_recent(recent), m_theme(&theme) {
    connect(&m_recent, &RecentFiles::changed, this, &StartPage::listRecent);
}

void StartPage::layOut() {
    auto* const right = new QScrollArea(this);
    right->setFrameShape(QFrame::NoFrame);
    right->setWidgetResizable(true);
    right->setFocusPolicy(Qt::NoFocus);
    auto* const column = new QWidget(right);
    auto* const columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(48, 36, 48, 16);
    columnLayout->setSpacing(12);
    auto* const headingRow = new QHBoxLayout;
    QLabel* const heading = adapters::plainLabel(tr("Examples"), column);
    heading->setFont(render::fontFor({.size = 16, .weight = 600}));
    QLabel* const words = adapters::plainLabel(tr("They open as copies. Change anything."), column);
    words->setForegroundRole(QPalette::PlaceholderText);
    headingRow->setSpacing(8);
    headingRow->addWidget(heading);
    headingRow->addWidget(words, 1);
    m_examples = new QWidget(column);
    auto* const grid = new QGridLayout(m_examples);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(24);
    columnLayout->addLayout(headingRow);
    columnLayout->addWidget(m_examples);
    columnLayout->addStretch(1);
    right->setWidget(column);

    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_left = makeLeft();
    layout->addWidget(m_left);
    auto* const line = new adapters::Surface(QPalette::Mid, {}, this);
    line->setFixedWidth(1);
    layout->addWidget(line);
    layout->addWidget(right, 1);
    fitLeft();
    listRecent();
    for (QWidget* part : {static_cast<QWidget*>(m_left), static_cast<QWidget*>(line), static_cast<QWidget*>(right)})
        part->show();
}

QScrollArea* StartPage::makeLeft() {
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* const left = new QWidget(scroll);
    auto* const column = new QVBoxLayout(left);
    column->setContentsMargins(28, 32, 28, 24);
    column->setSpacing(8);
    QLabel* const title = adapters::plainLabel(tr("Start a plan"), left);
    title->setFont(render::fontFor({.size = 22, .weight = 600}));
    title->setContentsMargins(12, 0, 0, 0);
    QLabel* const words =
        adapters::plainLabel(tr("What stays fixed, how the work flows, and how both keep changing."), left);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setWordWrap(true);
    words->setContentsMargins(12, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(24);

    const auto addHeading = [&](const QString& text) {
        QLabel* const heading = makeHeading(text, left);
        heading->setContentsMargins(12, 0, 0, 0);
        column->addWidget(heading);
    };
    addHeading(tr("New from template"));
    for (const Template& each : templates) {
        const bool isFirst = &each == templates.data();
        const QString resource = QLatin1String(each.resource);
        auto* const row = new StartRow(
            {QLatin1String(each.icon), tr(each.title), tr(each.words), isFirst ? tr("Ctrl+N") : QString()}, left);
        row->makeLarge(*m_theme);
        if (isFirst) scroll->setFocusProxy(row);
        if (!isFirst) m_templateRows.emplace_back(row, resource);
        connect(row, &QAbstractButton::clicked, this, [this, resource] { emit templateChosen(resource); });
        column->addWidget(row);
    }
    column->addSpacing(24);
    addHeading(tr("Open"));
    auto* const openRow = new QHBoxLayout;
    openRow->setContentsMargins(12, 0, 0, 0);
    openRow->setSpacing(16);
    auto* const open = new QPushButton(render::icon(QStringLiteral("folder")), tr("Open…"), left);
    open->setToolTip(tr("Open a plan (Ctrl+O)"));
    open->setAutoDefault(false);
    connect(open, &QPushButton::clicked, this, &StartPage::openAsked);
    QLabel* const hint = adapters::plainLabel(tr("or drop a .flowspine file on this window"), left);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    openRow->addWidget(open);
    openRow->addWidget(hint, 1);
    column->addLayout(openRow);
    column->addSpacing(24);
    addHeading(tr("Recent"));
    m_recentRows = new QVBoxLayout;
    m_recentRows->setSpacing(4);
    column->addLayout(m_recentRows);
    column->addStretch(1);
    scroll->setWidget(left);
    left->setAutoFillBackground(false);
    return scroll;
}

void StartPage::listRecent() {
    if (m_recentRows == nullptr) return;
    while (QLayoutItem* const item = m_recentRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QWidget* const parent = m_recentRows->parentWidget();
    if (m_recent.entries().empty()) {
        QLabel* const none = adapters::plainLabel(tr("Plans you open or save are listed here."), parent);
        none->setForegroundRole(QPalette::PlaceholderText);
        none->setContentsMargins(12, 0, 0, 0);
        m_recentRows->addWidget(none);
        return;
    }
    for (const RecentFiles::Entry& entry : m_recent.entries()) {
        const bool isThere = QFileInfo::exists(entry.path);
        const QString name = entry.planName.isEmpty() ? QFileInfo(entry.path).fileName() : entry.planName;
        auto* const row = new StartRow({QStringLiteral("document"), adapters::oneLine(name), homeRelative(entry.path),
                                        isThere ? whenWords(entry.when) : tr("not found")},
                                       parent);
        connect(row, &QAbstractButton::clicked, this, [this, path = entry.path] { emit fileChosen(path); });
        m_recentRows->addWidget(row);
    }
}

void StartPage::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    for (PlanCard* card : findChildren<PlanCard*>()) card->setTheme(theme);
    for (StartRow* row : findChildren<StartRow*>()) row->setTheme(theme);
}

void StartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // Neither the widgets nor reading six plans cost a window anything that is opened on a file.
    if (!m_hasExamples) {
        layOut();
        m_left->setFocus(Qt::OtherFocusReason); // its first row
        for (const auto& [row, resource] : m_templateRows)
            if (const std::optional<model::Model> plan = readBundled(resource)) row->setPlan(*plan);
        makeExamples();
    }
    m_hasExamples = true;
}

void StartPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitLeft();
}

void StartPage::fitLeft() {
    if (m_left != nullptr) m_left->setFixedWidth(width() < compactBelow ? leftWidthCompact : leftWidth);
}

void StartPage::makeExamples() {
    auto* const grid = qobject_cast<QGridLayout*>(m_examples->layout());
    // The order in which they teach: two public services, a bank, a factory.
    const QStringList order = {QStringLiteral("renovation-permit"), QStringLiteral("first-passport"),
                               QStringLiteral("home-purchase-mortgage"), QStringLiteral("acme-stamping")};
    int place = 0;
    for (const QString& name : order) {
        const QString resource = QStringLiteral(":/examples/%1.flowspine").arg(name);
        std::optional<model::Model> plan = readBundled(resource);
        if (!plan) continue;
        auto* const card = new PlanCard(std::move(*plan), *m_theme, m_examples);
        connect(card, &QAbstractButton::clicked, this, [this, resource] { emit exampleChosen(resource); });
        grid->addWidget(card, place / 2, place % 2);
        ++place;
    }
}

} // namespace flowspine::app
