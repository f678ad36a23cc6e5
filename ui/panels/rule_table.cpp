#include "panels/rule_table.h"

#include "model/naming.h"
#include "panels/finding_words.h"
#include "render/icon.h"
#include "render/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace flowspine::panels {

using adapters::fromQt;
using adapters::RowColumn;
using adapters::toQt;
using analysis::Severity;
using model::RuleSeverity;

namespace {

constexpr std::array choices = {RuleSeverity::asDefined, RuleSeverity::error, RuleSeverity::warning, RuleSeverity::info,
                                RuleSeverity::off};
constexpr int rowHeight = 28;

Severity severityOf(RuleSeverity choice, Severity own) {
    switch (choice) {
    case RuleSeverity::error: return Severity::error;
    case RuleSeverity::warning: return Severity::warning;
    case RuleSeverity::info: return Severity::info;
    case RuleSeverity::asDefined:
    case RuleSeverity::off: break;
    }
    return own;
}

QString severityText(RuleSeverity choice, Severity own) {
    if (choice == RuleSeverity::off) return RuleTable::tr("off");
    const QString word = wordFor(severityOf(choice, own));
    return choice == RuleSeverity::asDefined ? RuleTable::tr("%1, as defined").arg(word) : word;
}

QString thresholdText(const RuleRow& row) {
    const std::optional<double> value = row.threshold ? row.threshold : row.ownThreshold;
    return value ? toQt(model::numberText(*value)) : QString();
}

// A box of the severities, opened with one click and taken as soon as one is chosen.
class SeverityDelegate final : public QStyledItemDelegate {
  public:
    SeverityDelegate(const adapters::RowModel<RuleRow>& rows, QObject* parent)
        : QStyledItemDelegate(parent), m_rows(rows) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override {
        auto* const box = new QComboBox(parent);
        const RuleRow& row = m_rows.rows()[static_cast<std::size_t>(index.row())];
        for (const RuleSeverity choice : choices) box->addItem(severityText(choice, row.own));
        connect(box, &QComboBox::activated, this, [this, box] {
            auto* const self = const_cast<SeverityDelegate*>(this);
            emit self->commitData(box);
            emit self->closeEditor(box);
        });
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        static_cast<QComboBox*>(editor)->setCurrentText(index.data(Qt::EditRole).toString());
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        model->setData(index, static_cast<QComboBox*>(editor)->currentText(), Qt::EditRole);
    }

  private:
    const adapters::RowModel<RuleRow>& m_rows;
};

} // namespace

RuleTable::RuleTable(session::DocumentSession& session, PlanHealth& health, QWidget* parent)
    : QWidget(parent), m_session(session), m_health(health), m_rows(new adapters::RowModel<RuleRow>(columns(), this)),
      m_view(new QTableView(this)) {
    m_view->setModel(m_rows);
    m_view->setItemDelegateForColumn(severity, new SeverityDelegate(*m_rows, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    connect(m_view, &QAbstractItemView::clicked, this, [this](const QModelIndex& at) {
        if (at.column() == severity || at.column() == threshold) m_view->edit(at);
    });
    m_view->setAccessibleName(tr("Rules"));
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView* const head = m_view->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(finds, QHeaderView::Stretch);
    head->setHighlightSections(false);
    m_view->setColumnWidth(rule, 56);
    m_view->setColumnWidth(found, 56);
    m_view->setColumnWidth(severity, 160);
    m_view->setColumnWidth(threshold, 260);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(13, 0, 0, 0);
    layout->addWidget(m_view);
    connect(&m_health, &PlanHealth::changed, this, [this] {
        if (isVisible()) refresh();
    });
}

std::vector<RowColumn<RuleRow>> RuleTable::columns() {
    const auto faintWhenOff = [](const RuleRow& row, int role) -> QVariant {
        if (role == Qt::ForegroundRole && row.severity == RuleSeverity::off)
            return QApplication::palette().color(QPalette::PlaceholderText);
        return role == Qt::ToolTipRole ? QVariant(adapters::plainTip(row.why)) : QVariant();
    };
    return {
        {.heading = tr("Rule"), .text = [](const RuleRow& row) { return toQt(row.id.text()); }, .more = faintWhenOff},
        {.heading = tr("What it finds"),
         .text = [](const RuleRow& row) { return row.condition; },
         .more = faintWhenOff},
        {
            .heading = tr("Found"),
            .text = [](const RuleRow& row) { return row.open > 0 ? QString::number(row.open) : QString(); },
        },
        {.heading = tr("Weighs as"),
         .text = [](const RuleRow& row) { return severityText(row.severity, row.own); },
         .write = [this](const RuleRow& row, const QString& text) { return takeSeverity(row, text); },
         .more = [faintWhenOff](const RuleRow& row, int role) -> QVariant {
             if (role != Qt::DecorationRole) return faintWhenOff(row, role);
             const Severity shown = severityOf(row.severity, row.own);
             if (row.severity == RuleSeverity::off)
                 return render::icon(QStringLiteral("minus"), QApplication::palette().color(QPalette::PlaceholderText));
             return render::icon(iconNameOf(shown), render::colorIn(QApplication::palette(), {roleOf(shown)}));
         }},
        {.heading = tr("Threshold"),
         .text = thresholdText,
         .write = [this](const RuleRow& row, const QString& text) { return takeThreshold(row, text); },
         .more = [faintWhenOff](const RuleRow& row, int role) -> QVariant {
             if (role == Qt::DisplayRole && row.ownThreshold)
                 return row.threshold ? tr("%1 %2 (defined: %3)")
                                            .arg(thresholdText(row), row.thresholdMeans,
                                                 toQt(model::numberText(*row.ownThreshold)))
                                      : tr("%1 %2").arg(thresholdText(row), row.thresholdMeans);
             return faintWhenOff(row, role);
         }},
    };
}

void RuleTable::setWords(const QString& words) {
    m_words = words;
    if (isVisible()) refresh();
}

void RuleTable::show(std::string_view ruleId) {
    show();
    refresh();
    const QModelIndex at = m_rows->indexOf(base::AnyId(ruleId));
    if (!at.isValid()) return;
    m_view->scrollTo(at, QAbstractItemView::PositionAtTop);
    m_view->selectionModel()->setCurrentIndex(at, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RuleTable::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void RuleTable::refresh() {
    std::unordered_map<std::string_view, std::size_t> open;
    if (const analysis::Evaluation* const evaluation = m_health.evaluation())
        for (const analysis::Finding& finding : evaluation->findings())
            open[finding.ruleId] += finding.isWaived() ? 0 : 1;
    std::unordered_map<std::string_view, const model::RuleSetting*> settings;
    m_session.live().forEach<model::RuleSetting>(
        [&](const model::RuleSetting& setting) { settings.emplace(setting.ruleId, &setting); });
    const QStringList words = m_words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<RuleRow> rows;
    for (const analysis::Rule& each : analysis::allRules()) {
        RuleRow row;
        row.id = base::AnyId(each.id);
        row.condition = ruleText(each.condition);
        row.why = ruleText(each.why) + QLatin1Char('\n') + ruleText(each.suggestion);
        const QString text = toQt(each.id) + QLatin1Char(' ') + row.condition;
        if (!std::all_of(words.begin(), words.end(),
                         [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); }))
            continue;
        row.own = each.severity;
        row.ownThreshold = each.threshold;
        row.thresholdMeans = ruleText(each.thresholdMeans);
        row.open = open[each.id];
        if (const auto setting = settings.find(each.id); setting != settings.end()) {
            row.severity = setting->second->severity;
            row.threshold = setting->second->threshold;
        }
        rows.push_back(std::move(row));
    }
    m_rows->setRows(std::move(rows));
}

bool RuleTable::takeSeverity(const RuleRow& row, const QString& text) {
    for (const RuleSeverity choice : choices)
        if (choice != row.severity && severityText(choice, row.own) == text) {
            const bool isTaken = m_health.judge(row.id.text(), choice, row.threshold);
            refresh();
            return isTaken;
        }
    return false;
}

bool RuleTable::takeThreshold(const RuleRow& row, const QString& text) {
    if (!row.ownThreshold) return false;
    const QString typed = text.trimmed();
    bool isNumber = true;
    std::optional<double> value;
    if (!typed.isEmpty()) value = typed.toDouble(&isNumber);
    if (!isNumber) return false;
    if (value == row.ownThreshold) value.reset();
    if (value == row.threshold) return false;
    const bool isTaken = m_health.judge(row.id.text(), row.severity, value);
    refresh();
    return isTaken;
}

} // namespace flowspine::panels
