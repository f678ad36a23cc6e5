// A table as text between programs: cells separated by tabs, as spreadsheets copy and paste them, or by commas or
// semicolons, as files have them.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace flowspine::adapters {

// Rows of cells; quoted cells may hold separators and line breaks. Rows without any text are left out.
[[nodiscard]] std::vector<QStringList> cellsOf(const QString& text, QChar separator = u'\t');
// Separated by tabs.
[[nodiscard]] QString textOfCells(const std::vector<QStringList>& rows);

} // namespace flowspine::adapters
