// How much of a flow picture there is to see at a zoom. Far out, steps lose their times, labels, badges and in the end
// their names; the names of lanes and phases stay as large on the screen as they are.
#pragma once

#include <cstddef>

namespace flowspine::view {

class FlowScale {
  public:
    // `zoom`: px on the screen for one of the picture. Near 1 it makes no difference; below, pictures are made for
    // steps of 6 %, so that a zoom that changes little changes nothing.
    explicit FlowScale(double zoom = 1);

    [[nodiscard]] double zoom() const { return m_zoom; }
    // Of the picture, for so many on the screen.
    [[nodiscard]] double px(double onScreen) const { return onScreen / m_zoom; }

    // Labels of links, and quality in badges.
    [[nodiscard]] bool isFull() const { return m_zoom >= 0.846; }
    [[nodiscard]] bool hasTimes() const { return m_zoom >= 0.65; }
    [[nodiscard]] bool hasBadges() const { return hasTimes(); }
    [[nodiscard]] bool hasNames() const { return m_zoom >= 0.385; }
    [[nodiscard]] bool hasArrows() const { return m_zoom >= 0.23; }
    [[nodiscard]] bool isFar() const { return !hasNames(); }
    [[nodiscard]] std::size_t nameLines() const { return isFull() ? 3 : m_zoom >= 0.615 ? 2 : hasNames() ? 1 : 0; }
    [[nodiscard]] double nameSize() const { return isFull() ? 11 : px(9.5); }
    [[nodiscard]] double numberSize() const { return isFull() ? 11 : px(9); }
    [[nodiscard]] double headerWidth() const { return px(isFar() ? 168 : 112); }
    [[nodiscard]] double headerHeight() const { return px(28); }

    friend bool operator==(const FlowScale&, const FlowScale&) = default;

  private:
    double m_zoom;
};

} // namespace flowspine::view
