#include "bench/bench_table.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace flowspine::bench {

namespace {

std::string text(double value) {
    std::array<char, 32> buffer{};
    const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4;
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return buffer.data();
}

} // namespace

void BenchTable::print(std::ostream& out) const {
    std::vector<std::array<std::string, 8>> cells;
    cells.push_back({"task", "size", "time", "floor", "ratio", "bar", "", "floor is"});
    for (const BenchRow& row : m_rows) {
        std::array<std::string, 8> line;
        line[0] = row.task;
        line[1] = row.size;
        line[2] = text(row.milliseconds) + ' ' + row.unit;
        bool isOver = false;
        if (row.floor) {
            const double ratio = *row.floor > 0 ? row.milliseconds / *row.floor : 0;
            line[3] = text(*row.floor) + ' ' + row.unit;
            line[4] = text(ratio) + " x";
            isOver = row.bar && ratio > *row.bar;
        }
        if (row.bar) line[5] = text(*row.bar) + " x";
        if (row.mostTotal) {
            line[5] += (line[5].empty() ? "" : ", ") + text(*row.mostTotal) + ' ' + row.unit;
            isOver = isOver || row.milliseconds > *row.mostTotal;
        }
        if (row.bar || row.mostTotal) line[6] = isOver ? "OVER" : "pass";
        line[7] = row.floorName;
        cells.push_back(std::move(line));
    }
    std::array<std::size_t, 8> widths{};
    for (const auto& line : cells)
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], line[i].size());
    for (std::size_t row = 0; row < cells.size(); ++row) {
        for (std::size_t i = 0; i < cells[row].size(); ++i) {
            const std::string& cell = cells[row][i];
            const std::string fill(widths[i] - cell.size(), ' ');
            const bool isNumber = i >= 2 && i <= 5;
            out << (isNumber ? fill + cell : i + 1 < cells[row].size() ? cell + fill : cell) << "  ";
        }
        out << '\n';
        if (row == 0) {
            for (const std::size_t width : widths) out << std::string(width, '-') << "  ";
            out << '\n';
        }
    }
}

} // namespace flowspine::bench
