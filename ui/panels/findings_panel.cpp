#include "panels/findings_panel.h"

#include "adapters/plain_text.h"
#include "model/naming.h"
#include "panels/finding_words.h"
#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace flowspine::panels {

using adapters::toQt;
using analysis::Finding;
using analysis::Severity;

namespace {

constexpr std::array severities = {Severity::error, Severity::warning, Severity::info};
constexpr int headHeight = 40;
constexpr int wordsWidth = 220;

QToolButton* makeToggle(const QString& text, const QString& iconName, QWidget* parent) {
    auto* const button = new QToolButton(parent);
    render::setLook(*button, render::Look::tab);
    button->setToolButtonStyle(iconName.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    if (!iconName.isEmpty()) button->setIcon(render::icon(iconName));
    button->setIconSize({14, 14});
    button->setText(text);
    button->setCheckable(true);
    return button;
}

} // namespace

FindingsPanel::FindingsPanel(session::DocumentSession& session, PlanHealth& health, QWidget* parent)
    : adapters::Surface(QPalette::Base, {}, parent), m_session(session), m_health(health),
      m_rows(new adapters::RowModel<FindingRow>(
          {{tr("Finding"),
            [](const FindingRow& row) { return row.finding ? textOf(row.finding->sentence) : areaLabel(row.area); },
            {},
            Qt::AlignLeft | Qt::AlignVCenter,
            [](const FindingRow& row, int role) -> QVariant {
                if (!row.finding) return {};
                if (role == Qt::AccessibleTextRole)
                    return tr("%1: %2").arg(wordFor(row.finding->severity), textOf(row.finding->sentence));
                const analysis::Rule& rule = *analysis::findRule(row.finding->ruleId);
                if (role == Qt::ToolTipRole)
                    return adapters::plainTip(tr("%1\n%2\n\n%3 (%4)")
                                                  .arg(textOf(row.finding->sentence), ruleText(rule.suggestion),
                                                       ruleText(rule.why), toQt(rule.id)));
                return {};
            }}},
          this)),
      m_scores(new ScoreBoard(this)), m_form(new ExceptionForm(ExceptionForm::Shape::wide, this)),
      m_pages(new QStackedWidget(this)), m_list(new QListView(m_pages)), m_message(new PanelMessage(m_pages)),
      m_rules(new RuleTable(session, health, m_pages)) {
    m_list->setModel(m_rows);
    auto* const delegate = new FindingDelegate(delegateWords(), m_list);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Findings"));
    m_list->installEventFilter(this);
    m_form->hide();
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_message);
    connect(m_message, &PanelMessage::buttonPressed, this, &FindingsPanel::letThroughAll);
    m_pages->addWidget(m_rules);

    auto* const column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_form);
    column->addWidget(m_pages, 1);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scores);
    layout->addLayout(column, 1);

    connect(&m_health, &PlanHealth::changed, this, [this] {
        if (isVisible()) refresh();
    });
    connect(m_scores, &ScoreBoard::chosenChanged, this, [this] {
        m_filter.area = m_scores->chosen();
        refresh();
        m_list->scrollToTop();
        m_list->doItemsLayout(); // a heading that explains the score is higher
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        const Finding* const finding = findingAt(index);
        if (finding == nullptr) return;
        emit showAsked(Finding(*finding));
        m_list->setFocus(Qt::OtherFocusReason); // so that arrows walk on
    });
    connect(m_list, &QListView::customContextMenuRequested, this, &FindingsPanel::popUpMenu);
    connect(delegate, &FindingDelegate::fixAsked, this, [this](const QModelIndex& index) {
        if (const Finding* const finding = findingAt(index)) m_health.mend(Finding(*finding));
    });
    connect(delegate, &FindingDelegate::endAsked, this, [this](const QModelIndex& index) {
        if (const Finding* const finding = findingAt(index)) m_health.endException(Finding(*finding));
    });
    connect(delegate, &FindingDelegate::acceptAsked, this, [this](const QModelIndex& index) {
        if (const Finding* const finding = findingAt(index)) ask(*finding);
    });
    connect(m_form, &ExceptionForm::cancelled, this, [this] {
        m_form->hide();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_form, &ExceptionForm::accepted, this, [this](const edit::Exception& exception) {
        if (!m_asked || !m_health.accept(*m_asked, exception)) return;
        m_form->hide();
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

QWidget* FindingsPanel::makeHead() {
    auto* const head = new adapters::Surface(QPalette::Base, Qt::BottomEdge, this);
    head->setFixedHeight(headHeight);
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(12, 0, 12, 1);
    row->setSpacing(4);
    for (const Severity severity : severities) {
        QToolButton* const button = makeToggle({}, iconNameOf(severity), head);
        button->setChecked(true);
        m_severities[static_cast<std::size_t>(severity)] = button;
        connect(button, &QToolButton::toggled, this, [this, severity](bool isOn) {
            m_filter.severities[static_cast<std::size_t>(severity)] = isOn;
            refresh();
        });
        row->addWidget(button);
    }
    m_accepted = makeToggle({}, QStringLiteral("check"), head);
    m_accepted->setChecked(true);
    connect(m_accepted, &QToolButton::toggled, this, [this](bool isOn) {
        m_filter.withAccepted = isOn;
        refresh();
    });
    row->addWidget(m_accepted);
    m_words = new TypingLine(head);
    render::setLook(*m_words, render::Look::quiet);
    m_words->setPlaceholderText(tr("Filter by words or rule"));
    m_words->setAccessibleName(tr("Filter by words or rule"));
    m_words->addAction(render::icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_words->setClearButtonEnabled(true);
    m_words->setFixedWidth(wordsWidth);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter.words = words;
        m_rules->setWords(words);
        refresh();
    });
    connect(static_cast<TypingLine*>(m_words), &TypingLine::escaped, this, [this] {
        m_words->clear();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    row->addSpacing(8);
    row->addWidget(m_words);
    row->addStretch(1);
    QToolButton* const report = makeToggle(tr("Report…"), QStringLiteral("document"), head);
    report->setCheckable(false);
    report->setToolTip(tr("Write the health of this plan as a document"));
    connect(report, &QToolButton::clicked, this, &FindingsPanel::reportAsked);
    row->addWidget(report);
    m_rulesButton = makeToggle(tr("Rules"), QStringLiteral("settings"), head);
    m_rulesButton->setToolTip(tr("Which rules this plan is judged by, and how heavily"));
    connect(m_rulesButton, &QToolButton::toggled, this, &FindingsPanel::showPage);
    row->addWidget(m_rulesButton);
    return head;
}

FindingDelegate::Words FindingsPanel::delegateWords() {
    return {[this](const QModelIndex& index) -> const FindingRow& {
                return m_rows->rows()[static_cast<std::size_t>(index.row())];
            },
            [this](const Finding& finding) {
                return adapters::oneLine(toQt(model::shortName(m_session.live(), finding.entity)));
            },
            [this](const FindingRow& row) { return fixFor(row); },
            [this](const Finding& finding) -> QString {
                const auto* const waiver = m_session.live().find(model::Id<model::Waiver>(finding.waiver));
                if (waiver == nullptr) return {};
                QString text =
                    waiver->expiry ? tr("Accepted until %1").arg(toQt(base::toWords(*waiver->expiry))) : tr("Accepted");
                if (!waiver->by.empty()) text = tr("%1 by %2").arg(text, toQt(waiver->by));
                return adapters::oneLine(tr("%1: %2").arg(text, toQt(waiver->reason)));
            },
            [this](analysis::Area area) -> QString {
                if (m_filter.area != area || m_health.evaluation() == nullptr) return {};
                return scoreExplanation(m_health.evaluation()->scores().of(area));
            }};
}

QString FindingsPanel::fixFor(const FindingRow& row) {
    if (const auto known = m_fixes.find(row.id); known != m_fixes.end()) return known->second;
    const std::vector<model::SuggestedChange> fixes = m_health.evaluation()->fixes(*row.finding);
    return m_fixes[row.id] = fixes.empty() ? QString() : textOf(fixes.front().label);
}

const Finding* FindingsPanel::findingAt(const QModelIndex& index) const {
    if (!index.isValid()) return nullptr;
    const FindingRow& row = m_rows->rows()[static_cast<std::size_t>(index.row())];
    return row.finding ? &*row.finding : nullptr;
}

void FindingsPanel::showEvent(QShowEvent* event) {
    adapters::Surface::showEvent(event);
    refresh();
}

// Icons are made in the colours of the theme.
void FindingsPanel::changeEvent(QEvent* event) {
    adapters::Surface::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible()) refresh();
}

void FindingsPanel::refresh() {
    const analysis::Evaluation* const evaluation = m_health.evaluation();
    m_fixes.clear();
    if (evaluation == nullptr) {
        m_rows->setRows({});
        showPage();
        return;
    }
    std::array<std::size_t, 4> open{};
    for (std::size_t i = 0; i < open.size(); ++i) open[i] = m_health.openIn(static_cast<analysis::Area>(i)).count;
    m_scores->show(evaluation->scores(), open);
    m_rows->setRows(findingRows(*evaluation, m_filter));
    refreshHead();
    showPage();
    m_list->viewport()->update(); // names and scores may differ where rows do not
}

void FindingsPanel::refreshHead() {
    std::array<std::size_t, 3> counts{};
    std::size_t accepted = 0;
    for (const Finding& finding : m_health.evaluation()->findings()) {
        if (m_filter.area && finding.area != *m_filter.area) continue;
        if (finding.isWaived())
            ++accepted;
        else
            ++counts[static_cast<std::size_t>(finding.severity)];
    }
    for (const Severity severity : severities) {
        const auto at = static_cast<std::size_t>(severity);
        m_severities[at]->setText(QString::number(counts[at]));
        m_severities[at]->setIcon(render::icon(iconNameOf(severity), render::colorIn(palette(), {roleOf(severity)})));
        const QString words = countOf(severity, counts[at]);
        m_severities[at]->setAccessibleName(words);
        m_severities[at]->setToolTip(adapters::plainTip(words));
    }
    m_accepted->setText(tr("%1 accepted").arg(accepted));
    m_accepted->setVisible(accepted > 0);
}

void FindingsPanel::showPage() {
    if (m_rulesButton->isChecked()) {
        m_pages->setCurrentIndex(2);
        return;
    }
    const bool hasRows = !m_rows->rows().empty();
    m_pages->setCurrentIndex(hasRows ? 0 : 1);
    if (hasRows) return;
    const analysis::Evaluation* const evaluation = m_health.evaluation();
    const bool isFiltered = evaluation != nullptr && !evaluation->findings().empty();
    const bool isBegun = evaluation != nullptr && evaluation->scores().weakest() != nullptr;
    std::size_t checks = 0;
    if (evaluation != nullptr)
        for (const analysis::AreaScore& area : evaluation->scores().areas)
            for (const analysis::RuleTally& rule : area.rules) checks += rule.passed;
    const auto icon = [this](const QString& name, view::Role role) {
        return render::iconPixmap(name, render::colorIn(palette(), {role}), 24, devicePixelRatioF());
    };
    if (isFiltered)
        m_message->say(icon(QStringLiteral("filter"), view::Role::muted), tr("No finding passes the filter"),
                       tr("%1 findings are left out.").arg(evaluation->findings().size()), tr("Show all findings"));
    else if (isBegun)
        m_message->say(icon(QStringLiteral("check"), view::Role::good), tr("Nothing to say about this plan"),
                       tr("All %1 checks pass.").arg(checks));
    else
        m_message->say(icon(QStringLiteral("findings"), view::Role::muted), tr("Nothing to check yet"),
                       tr("Rules start counting in an editor with its first entry."));
}

QString FindingsPanel::message() const {
    return m_pages->currentIndex() == 1 ? m_message->headline() : QString();
}

void FindingsPanel::letThroughAll() {
    for (QToolButton* button : m_severities) button->setChecked(true);
    m_accepted->setChecked(true);
    m_words->clear();
    m_scores->choose(std::nullopt);
}

void FindingsPanel::showRule(std::string_view ruleId) {
    m_words->clear();
    m_rulesButton->setChecked(true);
    m_rules->show(ruleId);
}

void FindingsPanel::askException(const Finding& finding) {
    m_rulesButton->setChecked(false);
    ask(finding);
}

void FindingsPanel::ask(const Finding& finding) {
    m_asked = finding;
    m_form->ask(textOf(finding.sentence), m_session.today());
}

bool FindingsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const Finding* const finding = findingAt(m_list->currentIndex());
        if (finding != nullptr && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            emit showAsked(Finding(*finding));
            return true;
        }
        if (finding != nullptr && key->key() == Qt::Key_Space && !finding->isWaived()) {
            m_health.mend(Finding(*finding));
            return true;
        }
    }
    return adapters::Surface::eventFilter(watched, event);
}

void FindingsPanel::popUpMenu(const QPoint& at) {
    const Finding* const shown = findingAt(m_list->indexAt(at));
    if (shown == nullptr) return;
    const Finding finding = *shown;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(render::icon(QStringLiteral("eye")), tr("Show it")), &QAction::triggered, this,
            [this, finding] { emit showAsked(finding); });
    menu->addSeparator();
    if (finding.isWaived()) {
        connect(menu->addAction(tr("End the exception")), &QAction::triggered, this,
                [this, finding] { m_health.endException(finding); });
    } else {
        const std::vector<model::SuggestedChange> fixes = m_health.evaluation()->fixes(finding);
        for (std::size_t i = 0; i < fixes.size(); ++i) {
            QString words = textOf(fixes[i].label);
            words.replace(QLatin1Char('&'), QStringLiteral("&&"));
            connect(menu->addAction(render::icon(QStringLiteral("edit")), words), &QAction::triggered, this,
                    [this, finding, i] { m_health.mend(finding, i); });
        }
    }
    connect(menu->addAction(finding.isWaived() ? tr("Renew the exception…") : tr("Except…")), &QAction::triggered, this,
            [this, finding] { ask(finding); });
    menu->addSeparator();
    addRuleActions(*menu, finding);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void FindingsPanel::addRuleActions(QMenu& menu, const Finding& finding) {
    const QString rule = toQt(finding.ruleId);
    std::optional<double> threshold;
    m_session.live().forEach<model::RuleSetting>([&](const model::RuleSetting& setting) {
        if (setting.ruleId == finding.ruleId) threshold = setting.threshold;
    });
    QMenu* const weighs = menu.addMenu(tr("%1 weighs as").arg(rule));
    const auto add = [&](QMenu& to, const QString& words, model::RuleSeverity severity) {
        connect(
            to.addAction(words), &QAction::triggered, this,
            [this, id = std::string(finding.ruleId), severity, threshold] { m_health.judge(id, severity, threshold); });
    };
    add(*weighs, wordFor(Severity::error), model::RuleSeverity::error);
    add(*weighs, wordFor(Severity::warning), model::RuleSeverity::warning);
    add(*weighs, wordFor(Severity::info), model::RuleSeverity::info);
    add(menu, tr("Switch %1 off for this plan").arg(rule), model::RuleSeverity::off);
    connect(menu.addAction(render::icon(QStringLiteral("settings")), tr("Show %1 among the rules").arg(rule)),
            &QAction::triggered, this, [this, id = std::string(finding.ruleId)] { showRule(id); });
}

} // namespace flowspine::panels
