#include "editors/flows/compare_panel.h"

#include "adapters/plain_text.h"
#include "editors/flows/compare_words.h"
#include "editors/flows/picture_band.h"
#include "model/naming.h"
#include "render/icon.h"
#include "render/look.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace flowspine::editors {

using adapters::toQt;
using model::AnyId;

namespace {

constexpr int panelWidth = 320;
constexpr int edge = 1;
constexpr int scrollBarWidth = 10;
constexpr double mostPeople = 10'000;

} // namespace

ComparePanel::ComparePanel(const render::Theme& theme, QWidget* parent)
    : Surface(QPalette::Base, Qt::LeftEdge, parent), m_title(adapters::plainLabel({}, this)),
      m_summary(adapters::plainLabel({}, this)), m_list(new PictureBand(theme, this)),
      m_people(new QDoubleSpinBox(this)), m_withItem(new QCheckBox(tr("Add a roadmap item for what changes"), this)),
      m_adopt(new QPushButton(tr("Make current"), this)) {
    setFixedWidth(panelWidth);
    m_title->setFont(render::fontFor({.size = 13, .weight = 600}));
    m_title->setWordWrap(true);
    m_summary->setFont(render::fontFor({.size = 11, .weight = 400}));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto* close = new QToolButton(this);
    render::setLook(*close, render::Look::symbol);
    close->setIcon(render::icon(QStringLiteral("close")));
    close->setToolTip(tr("Close the comparison (C)"));
    close->setAccessibleName(close->toolTip());
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_summary);
    head->addLayout(words, 1);
    head->addWidget(close);

    m_list->setAccessibleName(tr("What changes"));
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_list);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_people->setRange(0, mostPeople);
    m_people->setDecimals(1);
    m_people->setSuffix(tr(" FTE"));
    m_people->setAccessibleName(tr("People who change team"));
    auto* people = new QHBoxLayout;
    people->addWidget(adapters::plainLabel(tr("People who change team"), this), 1);
    people->addWidget(m_people);
    m_withItem->setChecked(true);
    render::setLook(*m_adopt, render::Look::primary);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 8, 16, 12);
    foot->setSpacing(8);
    foot->addLayout(people);
    foot->addWidget(m_withItem);
    foot->addWidget(m_adopt);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);

    connect(close, &QToolButton::clicked, this, &ComparePanel::closeAsked);
    connect(m_people, &QDoubleSpinBox::valueChanged, this, &ComparePanel::refresh);
    connect(m_adopt, &QPushButton::clicked, this,
            [this] { emit adoptAsked(!m_withItem->isHidden() && m_withItem->isChecked()); });
    connect(m_list, &PictureBand::pressed, this, [this](const view::HitArea& area) {
        if (area.id) emit showAsked(area.id);
    });
    connect(m_list, &PictureBand::hovered, this,
            [this](const std::optional<view::HitArea>& area) { emit hovered(area ? area->id : AnyId()); });
}

void ComparePanel::setTheme(const render::Theme& theme) {
    m_list->setTheme(theme);
}

void ComparePanel::show(const FlowFigures& figures, const AnyId& variant) {
    m_figures = figures;
    m_variant = variant;
    refresh();
}

void ComparePanel::refresh() {
    const model::Model& model = m_figures.model();
    const model::AnyId baseline = m_figures.baselineOf(m_variant);
    const auto name = [&](const AnyId& id) { return adapters::oneLine(toQt(model::shortName(model, id))); };
    m_title->setText(baseline ? name(m_variant) : tr("Comparison"));
    m_summary->setText(baseline ? tr("Compared with %1").arg(name(baseline)) : QString());
    m_summary->setVisible(!baseline.isEmpty());
    m_list->show(view::changeList(changeListOf(m_figures, m_variant, m_people->value()),
                                  panelWidth - edge - scrollBarWidth, render::QtTextMeasure()));
    m_list->resize(m_list->sizeHint());
    const bool canAdopt = baseline && m_figures.flow()->current != m_variant;
    m_adopt->setVisible(canAdopt);
    m_withItem->setVisible(canAdopt && !hasRoadmapItem(model, m_variant));
    m_people->setEnabled(!baseline.isEmpty());
}

} // namespace flowspine::editors
