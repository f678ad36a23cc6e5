// The one table that `./dev bench` prints: what was measured, its floor in the same run, their ratio, the bar of the
// project's performance goals, and whether it holds.
#pragma once

#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace flowspine::bench {

struct BenchRow {
    std::string task;
    std::string size;
    double milliseconds = 0;
    std::optional<double> floor;     // ms, or another unit that `unit` names
    std::optional<double> bar;       // at most this times the floor
    std::optional<double> mostTotal; // at most this, in `unit`
    std::string unit = "ms";
    std::string floorName;
};

class BenchTable {
  public:
    void add(BenchRow row) { m_rows.push_back(std::move(row)); }
    void add(const BenchTable& rows) { m_rows.insert(m_rows.end(), rows.m_rows.begin(), rows.m_rows.end()); }
    void print(std::ostream& out) const;

  private:
    std::vector<BenchRow> m_rows;
};

} // namespace flowspine::bench
