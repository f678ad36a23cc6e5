#include "bench/layout_sweeps.h"

#include <algorithm>
#include <array>

namespace flowspine::bench {

namespace {

using Places = std::vector<std::size_t>;

struct Layers {
    std::vector<Places> order;                     // of each column
    std::array<std::vector<Places>, 2> neighbours; // of each place: to the left, to the right
    Places position;

    std::size_t add(std::size_t column) {
        const std::size_t place = position.size();
        position.push_back(order[column].size());
        order[column].push_back(place);
        for (auto& side : neighbours) side.emplace_back();
        return place;
    }
    void join(std::size_t left, std::size_t right) {
        neighbours[1][left].push_back(right);
        neighbours[0][right].push_back(left);
    }
};

void sortByMedian(Layers& layers, Places& column, const std::vector<Places>& neighbours) {
    std::vector<std::pair<std::size_t, std::size_t>> keys;
    keys.reserve(column.size());
    Places at;
    for (const std::size_t place : column) {
        at.clear();
        for (const std::size_t other : neighbours[place]) at.push_back(layers.position[other]);
        std::sort(at.begin(), at.end());
        keys.emplace_back(at.empty() ? layers.position[place] : at[at.size() / 2], place);
    }
    std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < column.size(); ++i) {
        column[i] = keys[i].second;
        layers.position[column[i]] = i;
    }
}

void switchNeighbours(Layers& layers, Places& column, const std::vector<Places>& neighbours) {
    const auto crossings = [&](std::size_t upper, std::size_t lower) {
        std::size_t count = 0;
        for (const std::size_t a : neighbours[upper])
            for (const std::size_t b : neighbours[lower])
                if (layers.position[a] > layers.position[b]) ++count;
        return count;
    };
    for (std::size_t i = 0; i + 1 < column.size(); ++i) {
        if (crossings(column[i + 1], column[i]) >= crossings(column[i], column[i + 1])) continue;
        std::swap(column[i], column[i + 1]);
        layers.position[column[i]] = i;
        layers.position[column[i + 1]] = i + 1;
    }
}

} // namespace

std::vector<std::vector<std::size_t>> sweptOrder(const view::FlowLayoutInput& flow, const Places& columns) {
    Layers layers;
    layers.order.resize(columns.empty() ? 0 : *std::max_element(columns.begin(), columns.end()) + 1);
    for (const std::size_t column : columns) layers.add(column);
    for (const view::FlowEdge& edge : flow.edges) {
        const bool isForward = columns[edge.from] < columns[edge.to];
        std::size_t left = isForward ? edge.from : edge.to;
        const std::size_t right = isForward ? edge.to : edge.from;
        if (columns[left] == columns[right]) continue;
        for (std::size_t column = columns[left] + 1; column < columns[right]; ++column) {
            const std::size_t place = layers.add(column);
            layers.join(left, place);
            left = place;
        }
        layers.join(left, right);
    }
    for (int sweep = 0; sweep < 24; ++sweep) {
        const bool isRightwards = sweep % 2 == 0;
        const std::vector<Places>& neighbours = layers.neighbours[isRightwards ? 0 : 1];
        for (std::size_t i = 1; i < layers.order.size(); ++i) {
            Places& column = layers.order[isRightwards ? i : layers.order.size() - 1 - i];
            sortByMedian(layers, column, neighbours);
            switchNeighbours(layers, column, neighbours);
        }
    }
    return std::move(layers.order);
}

} // namespace flowspine::bench
