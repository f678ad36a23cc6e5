#include "editors/flows/flow_table_text.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::toQt;
using edit::FlowTableColumn;
using edit::FlowTableRow;
using model::FieldDescription;

namespace {

QString tr(const char* words) {
    return QCoreApplication::translate("FlowTable", words);
}

struct Heading {
    const char* words;
    FlowTableColumn column;
};
// What spreadsheets call these columns, in small letters.
constexpr Heading headings[] = {
    {"step", FlowTableColumn::step},
    {"activity", FlowTableColumn::step},
    {"task", FlowTableColumn::step},
    {"name", FlowTableColumn::step},
    {"process step", FlowTableColumn::step},
    {"type", FlowTableColumn::type},
    {"kind", FlowTableColumn::type},
    {"lane", FlowTableColumn::lane},
    {"team", FlowTableColumn::lane},
    {"dept", FlowTableColumn::lane},
    {"department", FlowTableColumn::lane},
    {"function", FlowTableColumn::lane},
    {"unit", FlowTableColumn::lane},
    {"phase", FlowTableColumn::phase},
    {"stage", FlowTableColumn::phase},
    {"process", FlowTableColumn::process},
    {"process time", FlowTableColumn::process},
    {"touch time", FlowTableColumn::process},
    {"work time", FlowTableColumn::process},
    {"work", FlowTableColumn::process},
    {"cycle time", FlowTableColumn::process},
    {"pt", FlowTableColumn::process},
    {"wait", FlowTableColumn::wait},
    {"wait time", FlowTableColumn::wait},
    {"wait before", FlowTableColumn::wait},
    {"waiting", FlowTableColumn::wait},
    {"waiting time", FlowTableColumn::wait},
    {"queue", FlowTableColumn::wait},
    {"queue time", FlowTableColumn::wait},
    {"%c&a", FlowTableColumn::quality},
    {"c&a", FlowTableColumn::quality},
    {"%ca", FlowTableColumn::quality},
    {"ftr", FlowTableColumn::quality},
    {"right first time", FlowTableColumn::quality},
    {"first time right", FlowTableColumn::quality},
    {"complete and accurate", FlowTableColumn::quality},
    {"accountable", FlowTableColumn::accountable},
    {"owner", FlowTableColumn::accountable},
    {"who", FlowTableColumn::accountable},
    {"who answers", FlowTableColumn::accountable},
    {"decision right", FlowTableColumn::decisionRight},
    {"right", FlowTableColumn::decisionRight},
    {"next", FlowTableColumn::next},
    {"next step", FlowTableColumn::next},
    {"then", FlowTableColumn::next},
    {"goes to", FlowTableColumn::next},
    {"successor", FlowTableColumn::next},
    {"successors", FlowTableColumn::next},
};

const FieldDescription& stepField(std::string_view name) {
    return *model::entityType(model::Kind::step).field(name);
}

struct TableColumn {
    std::optional<FlowTableColumn> meaning;
    QString unit; // of bare numbers: "d", "min", "%"
};

TableColumn readHeading(const QString& heading) {
    static const QRegularExpression withUnit(QStringLiteral("^(.*?)\\s*[(\\[]([^)\\]]*)[)\\]]$"));
    TableColumn column;
    QString name = adapters::oneLine(heading);
    if (const auto match = withUnit.match(name); match.hasMatch()) {
        name = match.captured(1);
        column.unit = match.captured(2).trimmed();
    }
    column.meaning = columnNamed(name);
    return column;
}

class Reader {
  public:
    Reader(PastedTable& table, const adapters::FieldEdit& reader) : m_table(table), m_reader(reader) {}

    void read(const QStringList& cells, const std::vector<TableColumn>& columns) {
        FlowTableRow row;
        for (qsizetype i = 0; i < cells.size() && i < static_cast<qsizetype>(columns.size()); ++i) {
            const TableColumn& column = columns[static_cast<std::size_t>(i)];
            const QString cell = cells[i].trimmed();
            if (column.meaning && !cell.isEmpty()) take(row, *column.meaning, cell, column.unit);
        }
        m_table.rows.push_back(std::move(row));
    }

  private:
    void take(FlowTableRow& row, FlowTableColumn column, const QString& cell, const QString& unit) {
        switch (column) {
        case FlowTableColumn::step: row.name = fromQt(adapters::oneLine(cell)); break;
        case FlowTableColumn::type: readType(row, cell); break;
        case FlowTableColumn::lane: row.lane = fromQt(adapters::oneLine(cell)); break;
        case FlowTableColumn::phase: row.phase = fromQt(adapters::oneLine(cell)); break;
        case FlowTableColumn::process: row.processTime = time(column, "processTime", cell, unit); break;
        case FlowTableColumn::wait: row.waitTime = time(column, "waitTime", cell, unit); break;
        case FlowTableColumn::quality: readQuality(row, cell); break;
        case FlowTableColumn::accountable: row.accountable = fromQt(cell); break;
        case FlowTableColumn::decisionRight: row.decisionRight = fromQt(adapters::oneLine(cell)); break;
        case FlowTableColumn::next: row.next = fromQt(cell); break;
        }
    }

    template <class T>
    std::optional<T> value(FlowTableColumn column, std::string_view field, const QString& cell) {
        const base::Result<model::FieldValue> read = m_reader.value(stepField(field), cell);
        if (read && std::holds_alternative<T>(*read)) return std::get<T>(*read);
        m_table.problems.push_back({m_table.rows.size(), column, read ? std::string() : read.error().message});
        return std::nullopt;
    }
    std::optional<base::Duration> time(FlowTableColumn column, std::string_view field, QString cell,
                                       const QString& unit) {
        if (adapters::numberFrom(cell) && !unit.isEmpty()) cell += QLatin1Char(' ') + unit;
        return value<base::Duration>(column, field, cell);
    }
    void readType(FlowTableRow& row, const QString& cell) {
        if (const auto choice = value<model::ChoiceValue>(FlowTableColumn::type, "type", cell))
            row.type = static_cast<model::StepType>(choice->index);
    }
    void readQuality(FlowTableRow& row, QString cell) {
        if (cell.endsWith(u'%')) cell.chop(1);
        row.percentCompleteAccurate =
            value<double>(FlowTableColumn::quality, "percentCompleteAccurate", cell.trimmed());
    }

    PastedTable& m_table;
    const adapters::FieldEdit& m_reader;
};

} // namespace

QString headingOf(FlowTableColumn column) {
    switch (column) {
    case FlowTableColumn::step: return tr("Step");
    case FlowTableColumn::type: return tr("Type");
    case FlowTableColumn::lane: return tr("Lane");
    case FlowTableColumn::phase: return tr("Phase");
    case FlowTableColumn::process: return tr("Process");
    case FlowTableColumn::wait: return tr("Wait");
    case FlowTableColumn::quality: return tr("%C&A");
    case FlowTableColumn::accountable: return tr("Accountable");
    case FlowTableColumn::decisionRight: return tr("Decision right");
    case FlowTableColumn::next: return tr("Next");
    }
    return {};
}

std::optional<FlowTableColumn> columnNamed(const QString& heading) {
    const QString wanted = heading.trimmed().toLower();
    for (const FlowTableColumn column : tableColumns)
        if (headingOf(column).toLower() == wanted) return column;
    for (const Heading& each : headings)
        if (wanted == QLatin1String(each.words)) return each.column;
    return std::nullopt;
}

PastedTable pastedTable(const QString& text, const adapters::FieldEdit& reader) {
    PastedTable table;
    std::vector<QStringList> rows = cellsOf(text);
    if (rows.empty()) return table;
    std::vector<TableColumn> columns;
    qsizetype known = 0;
    qsizetype filled = 0;
    for (const QString& cell : rows.front()) {
        columns.push_back(readHeading(cell));
        known += columns.back().meaning ? 1 : 0;
        filled += cell.trimmed().isEmpty() ? 0 : 1;
    }
    table.hasHeadings = known >= 2 || (known == 1 && filled == 1 && rows.size() > 1);
    if (table.hasHeadings) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (const QString& cell = rows.front()[static_cast<qsizetype>(i)];
                !columns[i].meaning && !cell.trimmed().isEmpty())
                table.unknownHeadings += adapters::oneLine(cell);
        rows.erase(rows.begin());
    } else {
        columns.clear();
        for (const FlowTableColumn column : tableColumns) columns.push_back({column, {}});
    }
    Reader read(table, reader);
    for (const QStringList& cells : rows) read.read(cells, columns);
    return table;
}

} // namespace flowspine::editors
