#include "panels/finding_section.h"

#include "adapters/plain_text.h"
#include "model/naming.h"
#include "panels/finding_words.h"
#include "panels/flow_layout.h"
#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace flowspine::panels {

using adapters::toQt;
using analysis::Finding;
using model::AnyId;

namespace {

constexpr std::size_t mostShown = 12;
constexpr int widestButton = 190;

QPushButton* makeButton(const QString& words, render::Look look, QWidget* parent) {
    auto* const button = new QPushButton(parent);
    render::setLook(*button, look);
    button->setFont(render::fontFor({.size = 11, .weight = 500}));
    QString text = button->fontMetrics().elidedText(words, Qt::ElideRight, widestButton);
    button->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    button->setAccessibleName(words);
    button->setToolTip(adapters::plainTip(words));
    button->setAutoDefault(false);
    button->setFixedHeight(24);
    return button;
}

} // namespace

FindingSection::FindingSection(session::DocumentSession& session, PlanHealth& health, QWidget* parent)
    : QWidget(parent), m_session(session), m_health(health), m_section(new Section(tr("Findings"), this)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_section);
    m_section->content().setSpacing(12);
    connect(&m_health, &PlanHealth::changed, this, &FindingSection::refresh);
    hide();
}

void FindingSection::setTargets(const std::vector<AnyId>& ids) {
    m_targets = ids;
    refresh();
}

// Of the selected entities and all that belongs to them; of the plan itself only its own.
void FindingSection::refresh() {
    std::vector<Finding> shown;
    const analysis::Evaluation* const evaluation = m_health.evaluation();
    if (evaluation != nullptr)
        for (const Finding& finding : evaluation->findings())
            for (AnyId at = finding.entity; at && shown.size() <= mostShown; at = m_session.index().ownerOf(at)) {
                const bool isPlan = model::kindOf(at) == model::Kind::plan;
                if (isPlan && at != finding.entity) break;
                if (std::find(m_targets.begin(), m_targets.end(), at) == m_targets.end()) continue;
                shown.push_back(finding);
                break;
            }
    std::stable_sort(shown.begin(), shown.end(), [](const Finding& a, const Finding& b) {
        return a.isWaived() != b.isWaived() ? b.isWaived() : a.severity < b.severity;
    });
    QStringList fixes;
    for (const Finding& finding : shown) {
        const auto changes = finding.isWaived() ? std::vector<model::SuggestedChange>() : evaluation->fixes(finding);
        fixes += changes.empty() ? QString() : textOf(changes.front().label);
    }
    setVisible(!shown.empty());
    if (shown == m_shown && fixes == m_fixes) return;
    m_shown = std::move(shown);
    m_fixes = std::move(fixes);
    rebuild();
}

void FindingSection::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) rebuild(); // icons are made in the colours of the theme
}

void FindingSection::rebuild() {
    while (QLayoutItem* const item = m_section->content().takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto open = std::count_if(m_shown.begin(), m_shown.end(), [](const Finding& f) { return !f.isWaived(); });
    m_section->setHeading(tr("Findings  %1").arg(open));
    for (std::size_t i = 0; i < m_shown.size() && i < mostShown; ++i)
        m_section->content().addWidget(makeLine(m_shown[i]));
    if (m_shown.size() > mostShown)
        m_section->content().addWidget(adapters::plainLabel(tr("and more, in the list of findings"), m_section));
}

QWidget* FindingSection::makeLine(const Finding& finding) {
    const analysis::Rule& rule = *analysis::findRule(finding.ruleId);
    auto* const line = new QWidget(m_section->contentWidget());
    QLabel* const icon = adapters::plainLabel({}, line);
    const view::Role role = finding.isWaived() ? view::Role::muted : roleOf(finding.severity);
    icon->setPixmap(render::iconPixmap(finding.isWaived() ? QStringLiteral("check") : iconNameOf(finding.severity),
                                       render::colorIn(palette(), {role}), 14, devicePixelRatioF()));
    icon->setContentsMargins(0, 3, 0, 0);
    QLabel* const words = adapters::plainLabel(textOf(finding.sentence), line);
    words->setWordWrap(true);
    words->setToolTip(adapters::plainTip(tr("%1 (%2)").arg(ruleText(rule.why), toQt(rule.id))));
    auto* const column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(words);
    QLabel* const suggestion = adapters::plainLabel(ruleText(rule.suggestion), line);
    suggestion->setWordWrap(true);
    suggestion->setFont(render::fontFor({.size = 11, .weight = 400}));
    suggestion->setForegroundRole(QPalette::PlaceholderText);
    if (finding.isWaived()) {
        words->setForegroundRole(QPalette::PlaceholderText);
        const auto* const waiver = m_session.live().find(model::Id<model::Waiver>(finding.waiver));
        suggestion->setText(waiver == nullptr ? QString() : tr("Accepted: %1").arg(toQt(waiver->reason)));
    }
    column->addWidget(suggestion);

    auto* const buttonRow = new QWidget(line);
    auto* const buttons = new FlowLayout(buttonRow, 4);
    auto* const form = new ExceptionForm(ExceptionForm::Shape::narrow, line);
    form->hide();
    if (finding.isWaived()) {
        QPushButton* const end = makeButton(tr("End the exception"), render::Look::standard, line);
        connect(end, &QPushButton::clicked, this, [this, finding] { m_health.endException(finding); });
        buttons->addWidget(end);
    } else {
        const auto fixes = m_health.evaluation()->fixes(finding);
        if (!fixes.empty()) {
            QPushButton* const fix = makeButton(textOf(fixes.front().label), render::Look::standard, line);
            connect(fix, &QPushButton::clicked, this, [this, finding] { m_health.mend(finding); });
            buttons->addWidget(fix);
        }
        QPushButton* const except = makeButton(tr("Except…"), render::Look::flatSmall, line);
        connect(except, &QPushButton::clicked, form,
                [this, form, finding] { form->ask(textOf(finding.sentence), m_session.today()); });
        buttons->addWidget(except);
        connect(form, &ExceptionForm::cancelled, form, &QWidget::hide);
        connect(form, &ExceptionForm::accepted, this,
                [this, finding](const edit::Exception& exception) { m_health.accept(finding, exception); });
    }
    const bool isElsewhere = std::find(m_targets.begin(), m_targets.end(), finding.entity) == m_targets.end();
    if (isElsewhere) {
        QPushButton* const go = makeButton(tr("Show"), render::Look::flatSmall, line);
        connect(go, &QPushButton::clicked, this, [this, id = finding.entity] { emit goTo(id); });
        buttons->addWidget(go);
    }
    column->addWidget(buttonRow);
    column->addWidget(form);

    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    return line;
}

} // namespace flowspine::panels
