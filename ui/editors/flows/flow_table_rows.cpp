// The rows of the flow's table: what their cells say, offer and take.
#include "adapters/field_edit.h"
#include "edit/entity_edit.h"
#include "editors/flows/flow_table.h"
#include "editors/flows/flow_table_text.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "render/icon.h"
#include "view/team_tints.h"

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

} // namespace flowspine::editors
