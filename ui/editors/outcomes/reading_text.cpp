#include "editors/outcomes/reading_text.h"

#include "adapters/cell_text.h"
#include "adapters/field_edit.h"
#include "adapters/plain_text.h"

#include <algorithm>

namespace flowspine::editors {

using adapters::dateFrom;
using adapters::numberFrom;

namespace {

std::optional<double> valueOf(QString cell) {
    cell = cell.trimmed();
    if (cell.endsWith(u'%')) cell.chop(1);
    return numberFrom(cell.trimmed());
}

// A date and a value in two cells, in either order; what follows is a remark.
std::optional<TypedReading> ofCells(const QStringList& cells) {
    if (cells.size() < 2) return std::nullopt;
    for (const int dateAt : {0, 1}) {
        const std::optional<base::Date> date = dateFrom(cells[dateAt].trimmed());
        if (!date) continue;
        TypedReading reading{date, valueOf(cells[1 - dateAt]), {}};
        QStringList rest = cells.mid(2);
        if (!reading.value) rest.prepend(cells[1 - dateAt]);
        reading.notes = adapters::oneLine(rest.join(u' '));
        return reading;
    }
    return std::nullopt;
}

// "24 Nov 2026 48.5": the words before the value are its date.
std::optional<TypedReading> ofWords(const QString& line) {
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype count = std::min<qsizetype>(3, words.size() - 1); count >= 1; --count) {
        const std::optional<base::Date> date = dateFrom(words.mid(0, count).join(u' '));
        if (!date) continue;
        const std::optional<double> value = valueOf(words[count]);
        const QStringList rest = words.mid(value ? count + 1 : count);
        return TypedReading{date, value, rest.join(u' ')};
    }
    return std::nullopt;
}

TypedReading ofLine(const QString& line, base::Date today) {
    for (const QChar separator : {u'\t', u';', u','}) {
        const std::vector<QStringList> rows = adapters::cellsOf(line, separator);
        if (rows.empty()) continue;
        if (const auto reading = ofCells(rows.front())) return *reading;
    }
    const QString words = adapters::oneLine(line);
    if (const auto value = valueOf(words)) return {today, value, {}};
    if (const auto reading = ofWords(words)) return *reading;
    return {today, std::nullopt, words};
}

} // namespace

std::vector<TypedReading> readingsIn(const QString& text, base::Date today) {
    QString unified = text;
    unified.remove(QChar::ByteOrderMark);
    unified.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    std::vector<TypedReading> readings;
    bool isFirst = true;
    const QStringList lines = unified.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (line.trimmed().isEmpty()) continue;
        const bool hasDigit = std::any_of(line.begin(), line.end(), [](QChar c) { return c.isDigit(); });
        const bool isHeading = std::exchange(isFirst, false) && !hasDigit && lines.size() > 1;
        if (!isHeading) readings.push_back(ofLine(line, today));
    }
    return readings;
}

} // namespace flowspine::editors
