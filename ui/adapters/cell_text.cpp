#include "adapters/cell_text.h"

#include <algorithm>

namespace flowspine::adapters {

namespace {

constexpr qsizetype mostRows = 5000;

} // namespace

std::vector<QStringList> cellsOf(const QString& text, QChar separator) {
    std::vector<QStringList> rows;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    bool isFresh = true; // nothing of the cell was read yet
    const auto endCell = [&] {
        row += cell;
        cell.clear();
        isFresh = true;
    };
    const auto endRow = [&] {
        endCell();
        const bool hasText =
            std::any_of(row.begin(), row.end(), [](const QString& c) { return !c.trimmed().isEmpty(); });
        if (hasText && static_cast<qsizetype>(rows.size()) < mostRows) rows.push_back(row);
        row.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else if (c == u'"')
                isQuoted = false;
            else
                cell += c;
            continue;
        }
        if (c == u'"' && isFresh) {
            isQuoted = true;
            isFresh = false;
        } else if (c == separator) {
            endCell();
        } else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') ++i;
            endRow();
        } else {
            cell += c;
            isFresh = false;
        }
    }
    endRow();
    return rows;
}

QString textOfCells(const std::vector<QStringList>& rows) {
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (QString cell : row) {
            const bool needsQuotes =
                cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') || cell.startsWith(u'"');
            if (needsQuotes) {
                cell.replace(u'"', QStringLiteral("\"\""));
                cell = u'"' + cell + u'"';
            }
            cells += cell;
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace flowspine::adapters
