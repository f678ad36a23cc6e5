#include "view/flow_grid.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace flowspine::view {

namespace {

using Places = std::vector<std::size_t>;

constexpr double laneWeight = 4096; // more than a lane has rows

// Edges by their first and second end, in the order of the input.
struct Ends {
    std::vector<Places> out;
    std::vector<Places> in;

    explicit Ends(const FlowLayoutInput& input) : out(input.boxes.size()), in(input.boxes.size()) {
        for (std::size_t e = 0; e < input.edges.size(); ++e) {
            out[input.edges[e].from].push_back(e);
            in[input.edges[e].to].push_back(e);
        }
    }
};

// Depth first from the start steps, then from steps that nothing leads to, then from the rest. An edge to a box that is
// still being visited closes a cycle. Edges that are no rework go first, so that they stay forward where possible.
struct Search {
    std::vector<bool> isBack;
    Places order; // every box after those that lead to it, but for the edges marked

    Search(const FlowLayoutInput& input, Ends& ends) : isBack(input.edges.size(), false) {
        for (Places& out : ends.out)
            std::stable_partition(out.begin(), out.end(), [&](std::size_t e) { return !input.edges[e].isRework; });
        std::vector<char> state(input.boxes.size(), 0); // 1 being visited, 2 done
        struct Visit {
            std::size_t box;
            std::size_t next;
        };
        std::vector<Visit> stack;
        const auto visitFrom = [&](std::size_t root) {
            if (state[root] != 0) return;
            state[root] = 1;
            stack.push_back({root, 0});
            while (!stack.empty()) {
                Visit& top = stack.back();
                const Places& out = ends.out[top.box];
                if (top.next == out.size()) {
                    state[top.box] = 2;
                    order.push_back(top.box);
                    stack.pop_back();
                    continue;
                }
                const std::size_t edge = out[top.next++];
                const std::size_t target = input.edges[edge].to;
                if (state[target] == 1)
                    isBack[edge] = true;
                else if (state[target] == 0) {
                    state[target] = 1;
                    stack.push_back({target, 0});
                }
            }
        };
        for (std::size_t b = 0; b < input.boxes.size(); ++b)
            if (input.boxes[b].isStart) visitFrom(b);
        for (std::size_t b = 0; b < input.boxes.size(); ++b)
            if (ends.in[b].empty()) visitFrom(b);
        for (std::size_t b = 0; b < input.boxes.size(); ++b) visitFrom(b);
        std::reverse(order.begin(), order.end());
    }
};

class ColumnChoice {
  public:
    ColumnChoice(const FlowLayoutInput& input, const Ends& ends, const Search& search)
        : m_input(input), m_ends(ends), m_search(search) {}

    void run(FlowGrid& grid) {
        findRanking();
        findPhases();
        chooseColumns(grid);
    }

  private:
    // Links that push a box to the right: forward ones that are no rework. A box that only rework leads to stands
    // under or over the box it corrects, or one column further when both are in one lane.
    void findRanking() {
        const std::size_t count = m_input.edges.size();
        m_pushes.assign(count, false);
        m_distance.assign(count, 1);
        std::vector<bool> hasForward(m_input.boxes.size(), false);
        for (std::size_t e = 0; e < count; ++e) {
            if (m_search.isBack[e] || m_input.edges[e].isRework) continue;
            m_pushes[e] = true;
            hasForward[m_input.edges[e].to] = true;
        }
        for (std::size_t e = 0; e < count; ++e) {
            const FlowEdge& edge = m_input.edges[e];
            if (m_search.isBack[e] || !edge.isRework || hasForward[edge.to] || m_input.boxes[edge.to].isStart) continue;
            m_pushes[e] = true;
            m_distance[e] = m_input.boxes[edge.from].lane == m_input.boxes[edge.to].lane ? 1 : 0;
        }
    }

    void findPhases() {
        const std::size_t count = m_input.boxes.size();
        m_phases.assign(count, 0);
        if (m_input.phaseCount == 0) return;
        std::vector<bool> isKnown(count, false);
        const auto settle = [&](std::size_t box, const Places& edges, bool looksBack) {
            std::optional<std::size_t> found;
            for (const std::size_t e : edges) {
                if (!m_pushes[e]) continue;
                const std::size_t other = looksBack ? m_input.edges[e].from : m_input.edges[e].to;
                if (!isKnown[other]) continue;
                const std::size_t phase = m_phases[other];
                found = !found ? phase : looksBack ? std::max(*found, phase) : std::min(*found, phase);
            }
            if (found) {
                m_phases[box] = *found;
                isKnown[box] = true;
            }
        };
        for (std::size_t b = 0; b < count; ++b) {
            if (m_input.boxes[b].phase) {
                m_phases[b] = std::min(*m_input.boxes[b].phase, m_input.phaseCount - 1);
                isKnown[b] = true;
            }
        }
        const Places& order = m_search.order;
        for (auto box = order.rbegin(); box != order.rend(); ++box)
            if (!isKnown[*box] && m_input.boxes[*box].takesPhaseOfNext) settle(*box, m_ends.out[*box], false);
        for (const std::size_t box : order)
            if (!isKnown[box]) settle(box, m_ends.in[box], true);
        for (auto box = order.rbegin(); box != order.rend(); ++box)
            if (!isKnown[*box]) settle(*box, m_ends.out[*box], false);
    }

    void chooseColumns(FlowGrid& grid) const {
        const std::size_t count = m_input.boxes.size();
        const std::size_t widest = 4 * count + 64; // a column far out would only make the picture unreadable
        grid.columns.assign(count, 0);
        grid.phaseStarts.assign(m_input.phaseCount, std::nullopt);
        Places order = m_search.order;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return m_phases[a] < m_phases[b]; });
        std::size_t base = 0;
        std::size_t phase = 0;
        std::size_t end = 0; // behind the last column of what was not pinned
        for (const std::size_t box : order) {
            if (m_phases[box] != phase) {
                phase = m_phases[box];
                base = end;
            }
            std::size_t column = base;
            for (const std::size_t e : m_ends.in[box]) {
                const std::size_t from = m_input.edges[e].from;
                if (m_pushes[e] && m_phases[from] <= phase)
                    column = std::max(column, grid.columns[from] + m_distance[e]);
            }
            if (const auto& pinned = m_input.boxes[box].pinnedColumn) {
                column = std::min(*pinned, widest);
            } else {
                end = std::max(end, column + 1);
                if (phase < grid.phaseStarts.size() && !grid.phaseStarts[phase]) grid.phaseStarts[phase] = base;
            }
            grid.columns[box] = column;
            grid.columnCount = std::max(grid.columnCount, column + 1);
        }
    }

    const FlowLayoutInput& m_input;
    const Ends& m_ends;
    const Search& m_search;
    std::vector<bool> m_pushes;
    Places m_distance;
    Places m_phases;
};

// Rows within each lane: close to what leads there, then exchanged inside a cell to lessen crossings. Lanes do not know
// each other's rows and cells only those before them, from left to right: so a new box moves others only in its own
// lane, from its own column on, and those that it pushes.
class RowChoice {
  public:
    RowChoice(const FlowLayoutInput& input, const Ends& ends, const FlowGrid& grid)
        : m_input(input), m_ends(ends), m_grid(grid), m_row(input.boxes.size(), 0),
          m_lanes(std::max<std::size_t>(input.laneCount, 1)) {
        for (std::size_t b = 0; b < input.boxes.size(); ++b) m_cells[{grid.columns[b], lane(b)}].push_back(b);
    }

    void run(FlowGrid& grid) {
        for (auto& [cell, boxes] : m_cells) {
            placeCell(boxes);
            exchange(boxes);
        }
        Places heights(m_lanes, 1);
        for (std::size_t b = 0; b < m_row.size(); ++b) heights[lane(b)] = std::max(heights[lane(b)], m_row[b] + 1);
        grid.firstRows.assign(m_lanes + 1, 0);
        std::partial_sum(heights.begin(), heights.end(), grid.firstRows.begin() + 1);
        grid.rows.resize(m_row.size());
        for (std::size_t b = 0; b < m_row.size(); ++b) grid.rows[b] = grid.firstRows[lane(b)] + m_row[b];
    }

  private:
    [[nodiscard]] std::size_t lane(std::size_t box) const { return std::min(m_input.boxes[box].lane, m_lanes - 1); }

    // Where what leads there from the left is, from top to bottom: the lane, and in the own lane the row.
    [[nodiscard]] std::optional<double> pull(std::size_t box) const {
        double sum = 0;
        int count = 0;
        for (const std::size_t e : m_ends.in[box]) {
            const std::size_t from = m_input.edges[e].from;
            if (m_grid.columns[from] >= m_grid.columns[box]) continue;
            sum += static_cast<double>(lane(from)) * laneWeight;
            if (lane(from) == lane(box)) sum += static_cast<double>(m_row[from]);
            ++count;
        }
        return count == 0 ? std::nullopt : std::optional(sum / count);
    }

    [[nodiscard]] std::optional<std::size_t> rowOfLaneMateBefore(std::size_t box) const {
        for (const std::size_t e : m_ends.in[box]) {
            const std::size_t from = m_input.edges[e].from;
            if (lane(from) == lane(box) && m_grid.columns[from] < m_grid.columns[box]) return m_row[from];
        }
        return std::nullopt;
    }

    void placeCell(Places& boxes) {
        std::vector<bool> isTaken(boxes.size() + 1, false);
        const auto take = [&](std::size_t box, std::size_t row) {
            if (row >= isTaken.size()) isTaken.resize(row + 1, false);
            isTaken[row] = true;
            m_row[box] = row;
        };
        const auto isFree = [&](std::size_t row) { return row >= isTaken.size() || !isTaken[row]; };
        const auto nearest = [&](std::size_t wanted) {
            for (std::size_t step = 0;; ++step) {
                if (isFree(wanted + step)) return wanted + step;
                if (step <= wanted && isFree(wanted - step)) return wanted - step;
            }
        };
        std::map<std::size_t, std::pair<bool, double>> keys;
        for (const std::size_t box : boxes) {
            const bool isPinned = m_input.boxes[box].pinnedRow.has_value(); // goes first, whatever leads to it
            keys[box] = {!isPinned, isPinned ? 0 : pull(box).value_or(1e18)};
        }
        std::stable_sort(boxes.begin(), boxes.end(),
                         [&](std::size_t a, std::size_t b) { return keys.at(a) < keys.at(b); });
        for (const std::size_t box : boxes) {
            if (const auto& pinned = m_input.boxes[box].pinnedRow)
                take(box, nearest(std::min(*pinned, m_input.boxes.size() + 64)));
            else
                take(box, nearest(rowOfLaneMateBefore(box).value_or(0)));
        }
    }

    void exchange(Places& boxes) {
        Places movable;
        for (const std::size_t box : boxes)
            if (!m_input.boxes[box].pinnedRow) movable.push_back(box);
        if (movable.size() < 2) return;
        Places rows;
        for (const std::size_t box : movable) rows.push_back(m_row[box]);
        std::sort(rows.begin(), rows.end());
        std::map<std::size_t, double> keys;
        for (const std::size_t box : movable)
            keys[box] = pull(box).value_or((static_cast<double>(lane(box)) + 0.5) * laneWeight);
        std::stable_sort(movable.begin(), movable.end(),
                         [&](std::size_t a, std::size_t b) { return keys.at(a) < keys.at(b); });
        for (std::size_t i = 0; i < movable.size(); ++i) m_row[movable[i]] = rows[i];
    }

    const FlowLayoutInput& m_input;
    const Ends& m_ends;
    const FlowGrid& m_grid;
    Places m_row;
    std::size_t m_lanes;
    std::map<std::pair<std::size_t, std::size_t>, Places> m_cells; // by column, then lane
};

} // namespace

FlowGrid arrangeInGrid(const FlowLayoutInput& input) {
    FlowGrid grid;
    Ends ends(input);
    Search search(input, ends);
    ColumnChoice(input, ends, search).run(grid);
    RowChoice(input, ends, grid).run(grid);
    grid.isBack = search.isBack;
    return grid;
}

} // namespace flowspine::view
