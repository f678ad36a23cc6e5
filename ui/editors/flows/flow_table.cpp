#include "editors/flows/flow_table.h"

#include "adapters/cell_delegate.h"
#include "adapters/field_edit.h"
#include "adapters/surface.h"
#include "edit/entity_edit.h"
#include "editors/flows/flow_table_text.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "render/icon.h"
#include "render/look.h"
#include "view/team_tints.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace flowspine::editors {

using adapters::FieldEdit;
using adapters::fromQt;
using adapters::RowColumn;
using adapters::toQt;
using edit::FlowTableColumn;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;
using model::Step;
using model::Variant;

namespace {

constexpr int columnWidths[] = {216, 92, 172, 84, 84, 64, 188, 150, 220};
constexpr int rowHeight = 22;

// Rows with their numbers, and what is wrong with a pasted one.
class StepRows final : public adapters::RowModel<StepRow> {
  public:
    using RowModel::RowModel;

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation == Qt::Horizontal) return RowModel::headerData(section, orientation, role);
        if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignCenter);
        if (role != Qt::DisplayRole || section >= rowCount()) return {};
        const StepRow& row = rows()[static_cast<std::size_t>(section)];
        return row.state == StepRow::State::added ? QStringLiteral("+") : QString::number(section + 1);
    }
    [[nodiscard]] QVariant data(const QModelIndex& at, int role) const override {
        if (role == Qt::ToolTipRole && at.isValid())
            if (const QString& problem = rows()[static_cast<std::size_t>(at.row())].problem; !problem.isEmpty())
                return adapters::plainTip(problem.trimmed());
        return RowModel::data(at, role);
    }
};

const model::FieldDescription& stepField(std::string_view name) {
    return *model::entityType(Kind::step).field(name);
}

std::string_view fieldOf(FlowTableColumn column) {
    switch (column) {
    case FlowTableColumn::step: return "name";
    case FlowTableColumn::type: return "type";
    case FlowTableColumn::process: return "processTime";
    case FlowTableColumn::wait: return "waitTime";
    case FlowTableColumn::quality: return "percentCompleteAccurate";
    case FlowTableColumn::decisionRight: return "decisionRight";
    case FlowTableColumn::accountable: return "accountable";
    case FlowTableColumn::lane: return "team";
    case FlowTableColumn::phase: return "phase";
    case FlowTableColumn::next: break;
    }
    return {};
}

bool isNumber(FlowTableColumn column) {
    return column == FlowTableColumn::process || column == FlowTableColumn::wait || column == FlowTableColumn::quality;
}

bool isShown(const Step& step) {
    return step.type != model::StepType::start && step.type != model::StepType::end;
}

bool isWork(const Step& step) {
    return step.type == model::StepType::task || step.type == model::StepType::decision;
}

} // namespace

FlowTable::FlowTable(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_session(session), m_theme(&theme), m_rows(new StepRows(columns(), this)),
      m_view(new QTableView(this)), m_bar(new adapters::Surface(QPalette::Window, Qt::BottomEdge, this)),
      m_words(adapters::plainLabel({}, m_bar)), m_problems(adapters::plainLabel({}, m_bar)),
      m_said(adapters::plainLabel({}, this)) {
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_rows);
    m_view->setItemDelegate(new adapters::CellDelegate([this](int column) { return suggestions(column); }, m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setAccessibleName(tr("Steps of the flow"));
    m_view->setWordWrap(false);
    m_view->setIconSize({10, 10});
    m_view->setFont(render::fontFor({.size = 13, .weight = 400}));
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_view->verticalHeader()->setMinimumWidth(28);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setStretchLastSection(true);
    for (int i = 0; i < static_cast<int>(tableColumns.size()); ++i) m_view->setColumnWidth(i, columnWidths[i]);
    m_view->installEventFilter(this);

    tintBar();
    m_bar->setFixedHeight(36);
    auto* head = adapters::plainLabel(tr("Paste preview"), m_bar);
    head->setFont(render::fontFor({.size = 13, .weight = 600}));
    m_problems->setForegroundRole(QPalette::BrightText);
    auto* cancelButton = new QPushButton(tr("Cancel  Esc"), m_bar);
    auto* applyButton = new QPushButton(tr("Apply  Enter"), m_bar);
    render::setLook(*applyButton, render::Look::primary);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(12, 0, 12, 0);
    bar->setSpacing(12);
    bar->addWidget(head);
    bar->addWidget(m_words);
    bar->addWidget(m_problems);
    bar->addStretch(1);
    bar->addWidget(cancelButton);
    bar->addWidget(applyButton);
    m_bar->hide();
    m_said->setForegroundRole(QPalette::BrightText);
    m_said->setContentsMargins(12, 4, 12, 4);
    m_said->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_said);

    connect(applyButton, &QPushButton::clicked, this, &FlowTable::apply);
    connect(cancelButton, &QPushButton::clicked, this, &FlowTable::cancel);
    connect(&session, &session::DocumentSession::changed, this,
            [this](const Model&, const Model&, const diff::ModelDiff& difference) {
                if (difference.touches(model::kinds(Kind::variant, Kind::step, Kind::link, Kind::team, Kind::role,
                                                    Kind::decisionRight, Kind::plan)))
                    refresh();
            });
    connect(&session, &session::DocumentSession::selectionChanged, this, &FlowTable::followSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FlowTable::tellSelection);
}

FlowTable::~FlowTable() = default;

void FlowTable::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    tintBar();
    refresh();
}

void FlowTable::tintBar() {
    QPalette palette;
    palette.setColor(QPalette::Window, m_theme->color({view::Role::accent, 8}));
    m_bar->setPalette(palette);
}

std::vector<RowColumn<StepRow>> FlowTable::columns() {
    std::vector<RowColumn<StepRow>> made;
    for (std::size_t i = 0; i < tableColumns.size(); ++i) {
        const FlowTableColumn column = tableColumns[i];
        RowColumn<StepRow> each;
        each.heading = headingOf(column);
        each.text = [i](const StepRow& row) { return row.cells[i]; };
        each.write = [this, column](const StepRow& row, const QString& text) { return write(row, column, text); };
        if (isNumber(column)) each.alignment = Qt::AlignRight | Qt::AlignVCenter;
        each.more = [this, column](const StepRow& row, int role) -> QVariant {
            using view::Paint;
            using view::Role;
            if (role == Qt::DecorationRole && column == FlowTableColumn::lane && row.tint.isValid()) return row.tint;
            if (role == Qt::DecorationRole && column == FlowTableColumn::step && !row.problem.isEmpty())
                return render::icon(QStringLiteral("warning"), m_theme->color(Role::warn));
            if (role == Qt::BackgroundRole && row.state == StepRow::State::added)
                return m_theme->color(Paint{Role::accent, 8});
            if (role == Qt::BackgroundRole && row.state == StepRow::State::changed)
                return m_theme->color(Paint{Role::warn, 12});
            if (role == Qt::ForegroundRole && column == FlowTableColumn::accountable && !row.hasOneOwner)
                return m_theme->color(Role::bad);
            if (role == Qt::ForegroundRole && column == FlowTableColumn::type) return m_theme->color(Role::muted);
            return {};
        };
        made.push_back(std::move(each));
    }
    return made;
}

QString FlowTable::nextText(const Step& step) const {
    const Model& model = m_session.live();
    QStringList names;
    model.forEach(model.find(m_variant)->links, [&](const model::Link& link) {
        if (link.from != step.id || link.kind == model::LinkKind::information) return;
        QString name = toQt(model::shortName(model, link.to));
        if (link.probability) name += QLatin1Char(' ') + toQt(model::numberText(*link.probability)) + tr(" %");
        names += name;
    });
    return names.join(QStringLiteral("; "));
}

std::vector<StepRow> FlowTable::rows() const {
    std::vector<StepRow> made;
    const Model& model = m_session.live();
    const Variant* variant = model.find(m_variant);
    if (!variant) return made;
    const FieldEdit words(model);
    const view::TeamTints tints(model);
    model.forEach(variant->steps, [&](const Step& step) {
        if (!isShown(step)) return;
        StepRow row;
        row.id = step.id;
        for (std::size_t i = 0; i < tableColumns.size(); ++i) {
            const FlowTableColumn column = tableColumns[i];
            if (column == FlowTableColumn::next) {
                row.cells[i] = nextText(step);
                continue;
            }
            const model::FieldDescription& field = stepField(fieldOf(column));
            row.cells[i] = words.text(field, field.get(step));
            if (column == FlowTableColumn::quality && !row.cells[i].isEmpty()) row.cells[i] += tr(" %");
            if (column == FlowTableColumn::step && row.cells[i].isEmpty())
                row.cells[i] = toQt(model::shortName(model, step.id));
            if (column == FlowTableColumn::accountable && isWork(step) && step.accountable.isEmpty())
                row.cells[i] = tr("Nobody");
        }
        row.hasOneOwner = !isWork(step) || step.accountable.size() == 1;
        if (step.team) row.tint = m_theme->color(tints.of(step.team));
        if (const auto state = m_states.find(step.id); state != m_states.end()) row.state = state->second;
        if (const auto problem = m_rowProblems.find(step.id); problem != m_rowProblems.end())
            row.problem = problem->second;
        made.push_back(std::move(row));
    });
    return made;
}

QStringList FlowTable::suggestions(int column) const {
    const Model& model = m_session.live();
    QStringList names;
    const auto addNames = [&](Kind kind) {
        for (const model::EntityPtr& row : model.table(kind).rows()) names += toQt(model::shortName(model, row->id));
    };
    switch (tableColumns[static_cast<std::size_t>(column)]) {
    case FlowTableColumn::type:
        for (const model::Choice& choice : model::choicesOf<model::StepType>()) names += toQt(choice.label);
        break;
    case FlowTableColumn::lane: addNames(Kind::team); break;
    case FlowTableColumn::accountable: addNames(Kind::role); break;
    case FlowTableColumn::decisionRight: addNames(Kind::decisionRight); break;
    case FlowTableColumn::next:
        if (const Variant* variant = model.find(m_variant))
            model.forEach(variant->steps, [&](const Step& step) { names += toQt(model::shortName(model, step.id)); });
        break;
    default: break;
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

void FlowTable::show(const Id<Variant>& variant) {
    if (m_variant != variant) cancel();
    m_variant = variant;
    refresh();
}

void FlowTable::refresh() {
    if (m_preview && !m_preview->isRunning()) {
        m_preview.reset();
        m_states.clear();
        m_rowProblems.clear();
        m_bar->hide();
    }
    if (!isVisibleTo(parentWidget())) return;
    m_rows->setRows(rows());
    followSelection();
}

void FlowTable::followSelection() {
    if (m_isFollowing) return;
    m_isFollowing = true;
    QItemSelection selection;
    for (const AnyId& id : m_session.selection().ids()) {
        const QModelIndex at = m_rows->indexOf(id);
        if (!at.isValid()) continue;
        if (selection.isEmpty()) m_view->scrollTo(at);
        selection.select(at, at);
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_isFollowing = false;
}

void FlowTable::tellSelection() {
    if (m_isFollowing) return;
    std::vector<AnyId> ids;
    for (const QModelIndex& at : m_view->selectionModel()->selectedRows()) ids.push_back(m_rows->idAt(at));
    m_isFollowing = true;
    m_session.select(session::Selection(ids));
    m_isFollowing = false;
}

void FlowTable::say(const QString& words) {
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
}

QString FlowTable::said() const {
    return m_said->isHidden() ? QString() : m_said->text();
}

bool FlowTable::write(const StepRow& row, FlowTableColumn column, const QString& text) {
    const auto at =
        static_cast<std::size_t>(std::find(tableColumns.begin(), tableColumns.end(), column) - tableColumns.begin());
    if (text == row.cells[at]) return true;
    say({});
    const QString undoText = tr("Set %1 of %2").arg(headingOf(column), row.cells[0]);
    std::string refused;
    base::Result<> done = base::Nothing{};
    if (column == FlowTableColumn::lane || column == FlowTableColumn::next) {
        edit::FlowTableRow change;
        change.id = Id<Step>(row.id);
        (column == FlowTableColumn::lane ? change.lane : change.next) = fromQt(text);
        done = m_session.commit(undoText, [&](const Model& model) -> base::Result<Model> {
            base::Result<edit::FlowTableResult> result =
                edit::applyTable(model, m_variant, {change}, {}, m_session.ids());
            if (!result) return result.error();
            if (!result->problems.empty()) {
                refused = result->problems.front().message;
                return model;
            }
            return result->model;
        });
    } else {
        QString typed = text.trimmed();
        if (column == FlowTableColumn::quality && typed.endsWith(u'%')) typed.chop(1);
        const std::string_view field = fieldOf(column);
        const base::Result<model::FieldValue> value = FieldEdit(m_session.committed()).value(stepField(field), typed);
        if (!value) {
            say(toQt(value.error().message));
            return false;
        }
        done = m_session.commit(undoText,
                                [&](const Model& model) { return edit::setField(model, row.id, field, *value); });
    }
    if (!done) refused = done.error().message;
    say(toQt(refused));
    return refused.empty();
}

bool FlowTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view) return QWidget::eventFilter(watched, event);
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isCopy = key->matches(QKeySequence::Copy);
    const bool isPaste = key->matches(QKeySequence::Paste);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isEscape = key->key() == Qt::Key_Escape;
    const bool isOurs = isCopy || isPaste || isEscape || (isEnter && isPreviewing());
    if (!isOurs) return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (isCopy)
        QGuiApplication::clipboard()->setText(copiedText());
    else if (isPaste)
        paste(QGuiApplication::clipboard()->text());
    else if (isEnter)
        apply();
    else if (isPreviewing())
        cancel();
    else
        emit leaveAsked();
    return true;
}

} // namespace flowspine::editors
