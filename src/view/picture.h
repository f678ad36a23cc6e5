// A picture: what a view shows, as plain shapes in drawing order. It knows no fonts, colours or devices: colours are
// roles, text was measured by the TextMeasure given to the projection. Screen, PDF, PNG, SVG and PPTX draw the same
// Picture. Lengths are px at 100 % zoom (paper projections use points and say so); y points down.
#pragma once

#include "base/id.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace flowspine::view {

using base::AnyId;

struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] Point center() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    [[nodiscard]] bool intersects(const Rect& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
    [[nodiscard]] bool isEmpty() const { return width <= 0 || height <= 0; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

[[nodiscard]] Rect united(const Rect& a, const Rect& b);

// Colour roles of the theme; team1 to team8 are the tints of teams.
enum class Role : std::uint8_t {
    none,
    ink,
    muted,
    paper,
    ground,
    line,
    accent,
    handoff,
    good,
    warn,
    bad,
    team1,
    team2,
    team3,
    team4,
    team5,
    team6,
    team7,
    team8,
};
[[nodiscard]] constexpr Role teamRole(std::size_t index) {
    return static_cast<Role>(static_cast<std::size_t>(Role::team1) + index % 8);
}

// `percent` of a role blended into `on`; 100 is the plain role.
struct Paint {
    Role role = Role::none;
    std::uint8_t percent = 100;
    Role on = Role::paper;
    friend bool operator==(const Paint&, const Paint&) = default;
};

enum class Dash : std::uint8_t { solid, dashed, dotted };

struct Stroke {
    Paint paint;
    double width = 1;
    Dash dash = Dash::solid;
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

enum class Outline : std::uint8_t { rectangle, lozenge, ellipse };

struct Box {
    Rect rect;
    Outline outline = Outline::rectangle;
    double radius = 0; // of a rectangle's corners
    Paint fill;
    Stroke border{{Role::none}, 0};
    friend bool operator==(const Box&, const Box&) = default;
};

enum class LineEnd : std::uint8_t { none, arrow, hollowDiamond, bar, disc };

// A polyline; corners are rounded by `bendRadius`. `cubic`: four points, a Bézier curve.
struct Line {
    std::vector<Point> points;
    Stroke stroke;
    double bendRadius = 0;
    LineEnd start = LineEnd::none;
    LineEnd end = LineEnd::none;
    double endScale = 1; // of what is drawn at the ends
    bool isCubic = false;
    friend bool operator==(const Line&, const Line&) = default;
};

// A filled band between two edges, each a polyline of the same length.
struct Ribbon {
    std::vector<Point> upper;
    std::vector<Point> lower;
    Paint fill;
    friend bool operator==(const Ribbon&, const Ribbon&) = default;
};

enum class Align : std::uint8_t { left, center, right };

struct TextStyle {
    double size = 13; // px; 11, 13, 16 or 22 on screen
    int weight = 400; // 400, 500 or 600
    bool isItalic = false;
    bool isStruck = false;
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// Lines are already wrapped and elided. `anchor` is the left, middle or right end of the first baseline.
struct Label {
    Point anchor;
    std::vector<std::string> lines;
    TextStyle style;
    double lineHeight = 20;
    Align align = Align::left;
    Paint paint{Role::ink};
    double width = 0; // of the widest line, as measured
    friend bool operator==(const Label&, const Label&) = default;
};

// A named icon (resources/icons, without ending), stretched into a square.
struct Symbol {
    Rect rect;
    std::string icon;
    Paint paint{Role::ink};
    friend bool operator==(const Symbol&, const Symbol&) = default;
};

using Form = std::variant<Box, Line, Ribbon, Label, Symbol>;

// One shape. `id` is the entity it stands for (empty for grid, headings); `part` tells the shapes of one entity apart
// and is unique within it, so that (id, part) names the shape from one picture to the next. Shapes without an entity
// get a unique part of their own.
struct Shape {
    AnyId id;
    std::string part;
    Form form;
    std::string altText;    // what a screen reader says; on one shape per entity
    std::string tip;        // shown on hover; plain text
    std::string linkTarget; // entity id or https/http/mailto address that a click leads to in an export
    friend bool operator==(const Shape&, const Shape&) = default;
};

// A place that the editor can act on: a card, a lane header, a cell that takes a drop, a line to type into. Hit areas
// do not draw. `role` is the editor's word for it ("card", "lane", "cell", "add"), `key` what it needs to know.
struct HitArea {
    Rect rect;
    AnyId id;
    std::string role;
    std::string key;
    friend bool operator==(const HitArea&, const HitArea&) = default;
};

struct Picture {
    Rect bounds;
    std::vector<Shape> shapes;
    std::vector<HitArea> areas; // later ones lie above earlier ones
    friend bool operator==(const Picture&, const Picture&) = default;
};

[[nodiscard]] Rect boundsOf(const Form& form);
// The topmost area at `point`; nullptr when there is none.
[[nodiscard]] const HitArea* areaAt(const Picture& picture, Point point);
[[nodiscard]] const HitArea* areaAt(const Picture& picture, Point point, std::string_view role);

} // namespace flowspine::view
