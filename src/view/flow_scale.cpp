#include "view/flow_scale.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

namespace {

constexpr double nearest = 0.846; // a step is 88 px wide
constexpr double farthest = 0.02;
constexpr double pace = 1.06;

double stepped(double zoom) {
    if (!(zoom < nearest)) return 1;
    return std::pow(pace, std::floor(std::log(std::max(zoom, farthest)) / std::log(pace)));
}

} // namespace

FlowScale::FlowScale(double zoom) : m_zoom(stepped(zoom)) {}

} // namespace flowspine::view
