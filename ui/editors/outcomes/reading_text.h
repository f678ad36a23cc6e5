// Readings of a measure as people type and paste them: a value, a date and a value, a block of both from a spreadsheet
// or a file. What cannot be read is kept as it was typed.
#pragma once

#include "base/date.h"

#include <QString>

#include <optional>
#include <vector>

namespace flowspine::editors {

struct TypedReading {
    std::optional<base::Date> date;
    std::optional<double> value;
    QString notes; // what stood behind the value; all of the line when there is no value in it
    friend bool operator==(const TypedReading&, const TypedReading&) = default;
};

// One for every line. Cells are separated by tabs, semicolons, commas or spaces; the date comes first or second. A
// value alone is today's. A first line without any digit names the columns and is left out.
[[nodiscard]] std::vector<TypedReading> readingsIn(const QString& text, base::Date today);

} // namespace flowspine::editors
