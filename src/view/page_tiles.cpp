#include "view/page_tiles.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace flowspine::view {

namespace {

// Sheets overlap nothing; a cut is looked for in the last part of what a sheet could hold.
constexpr double searchedPart = 0.45;

double smallestTypeOf(const Picture& picture) {
    double smallest = 1000;
    for (const Shape& shape : picture.shapes)
        if (const auto* label = std::get_if<Label>(&shape.form)) smallest = std::min(smallest, label->style.size);
    return smallest;
}

struct Span {
    double from = 0;
    double to = 0;
};

// What must not be cut along one axis: words, symbols, and boxes that are small beside a sheet.
std::vector<Span> solidSpans(const Picture& picture, bool isHorizontal, double sheet) {
    std::vector<Span> spans;
    for (const Shape& shape : picture.shapes) {
        if (std::holds_alternative<Line>(shape.form) || std::holds_alternative<Ribbon>(shape.form)) continue;
        const Rect bounds = boundsOf(shape.form);
        const Span span = isHorizontal ? Span{bounds.x, bounds.right()} : Span{bounds.y, bounds.bottom()};
        if (span.to - span.from < sheet / 2) spans.push_back(span);
    }
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    return spans;
}

// Pieces of at most `first` (then `next`) px from `from` to `to`, cut between solid spans where that is possible.
std::vector<Span> piecesOf(double from, double to, double first, double next, const std::vector<Span>& solids) {
    std::vector<Span> pieces;
    double start = from;
    while (start < to - 0.5) {
        const double room = pieces.empty() ? first : next;
        if (to - start <= room) {
            pieces.push_back({start, to});
            break;
        }
        // Of all cuts that harm nothing the last one; without one, the one that harms least, at the end.
        double cut = start + room;
        const double earliest = start + room * (1 - searchedPart);
        double candidate = cut;
        while (candidate > earliest) {
            const auto hit = std::find_if(solids.begin(), solids.end(), [&](const Span& span) {
                return span.from < candidate - 0.1 && span.to > candidate + 0.1;
            });
            if (hit == solids.end()) {
                cut = candidate;
                break;
            }
            candidate = hit->from - 2;
        }
        pieces.push_back({start, cut});
        start = cut;
    }
    return pieces;
}

std::optional<std::pair<Point, Point>> clippedSegment(Point a, Point b, const Rect& rect) {
    double from = 0;
    double to = 1;
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    for (const auto& [change, distance] : {std::pair{-dx, a.x - rect.x}, std::pair{dx, rect.right() - a.x},
                                           std::pair{-dy, a.y - rect.y}, std::pair{dy, rect.bottom() - a.y}}) {
        if (change == 0) {
            if (distance < 0) return std::nullopt;
            continue;
        }
        const double at = distance / change;
        if (change < 0)
            from = std::max(from, at);
        else
            to = std::min(to, at);
    }
    if (from > to) return std::nullopt;
    return std::pair{Point{a.x + from * dx, a.y + from * dy}, Point{a.x + to * dx, a.y + to * dy}};
}

bool isSame(Point a, Point b) {
    return std::abs(a.x - b.x) < 1e-6 && std::abs(a.y - b.y) < 1e-6;
}

// The runs of a polyline that lie in `rect`, each a line; ends stay only where the line really ends.
void addClipped(std::vector<Shape>& shapes, const Shape& shape, const Line& line, const Rect& rect) {
    std::vector<std::vector<Point>> runs;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const auto part = clippedSegment(line.points[i - 1], line.points[i], rect);
        if (!part) continue;
        if (runs.empty() || !isSame(runs.back().back(), part->first)) runs.push_back({part->first});
        runs.back().push_back(part->second);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Shape piece = shape;
        Line run = line;
        run.points = runs[i];
        if (!isSame(run.points.front(), line.points.front())) run.start = LineEnd::none;
        if (!isSame(run.points.back(), line.points.back())) run.end = LineEnd::none;
        if (i > 0) piece.part += '-' + std::to_string(i);
        piece.form = std::move(run);
        shapes.push_back(std::move(piece));
    }
}

// What of the picture's shapes lies in `rect`; `allBounds` are theirs.
std::vector<Shape> cutOut(const Picture& picture, const std::vector<Rect>& allBounds, const Rect& rect) {
    std::vector<Shape> shapes;
    for (std::size_t i = 0; i < picture.shapes.size(); ++i) {
        const Rect& bounds = allBounds[i];
        if (bounds.x > rect.right() || bounds.right() < rect.x || bounds.y > rect.bottom() || bounds.bottom() < rect.y)
            continue;
        const Shape& shape = picture.shapes[i];
        const bool isInside = bounds.x >= rect.x - 0.5 && bounds.right() <= rect.right() + 0.5 &&
                              bounds.y >= rect.y - 0.5 && bounds.bottom() <= rect.bottom() + 0.5;
        if (isInside) {
            shapes.push_back(shape);
        } else if (const auto* line = std::get_if<Line>(&shape.form); line != nullptr && !line->isCubic) {
            addClipped(shapes, shape, *line, rect);
        } else if (const auto* box = std::get_if<Box>(&shape.form); box != nullptr && box->rect.intersects(rect)) {
            Shape piece = shape;
            Box part = *box;
            part.rect.x = std::max(box->rect.x, rect.x);
            part.rect.y = std::max(box->rect.y, rect.y);
            part.rect.width = std::min(box->rect.right(), rect.right()) - part.rect.x;
            part.rect.height = std::min(box->rect.bottom(), rect.bottom()) - part.rect.y;
            piece.form = part;
            shapes.push_back(std::move(piece));
        } else if (rect.contains(bounds.center())) {
            Shape piece = shape;
            // Words too long to be spared by a cut move so far that they stay on their sheet.
            if (auto* label = std::get_if<Label>(&piece.form))
                label->anchor.x += std::max(rect.x - bounds.x, std::min(0.0, rect.right() - bounds.right()));
            shapes.push_back(std::move(piece));
        }
    }
    return shapes;
}

struct PlacedForm {
    double scale;
    Point offset;

    [[nodiscard]] Point at(Point point) const { return {point.x * scale + offset.x, point.y * scale + offset.y}; }
    [[nodiscard]] Rect at(const Rect& rect) const {
        const Point corner = at(Point{rect.x, rect.y});
        return {corner.x, corner.y, rect.width * scale, rect.height * scale};
    }
    void move(std::vector<Point>& points) const {
        for (Point& point : points) point = at(point);
    }

    void operator()(Box& box) const {
        box.rect = at(box.rect);
        box.radius *= scale;
        box.border.width *= scale;
    }
    void operator()(Line& line) const {
        move(line.points);
        line.bendRadius *= scale;
        line.stroke.width *= scale;
        line.endScale *= scale;
    }
    void operator()(Ribbon& ribbon) const {
        move(ribbon.upper);
        move(ribbon.lower);
    }
    void operator()(Label& label) const {
        label.anchor = at(label.anchor);
        label.style.size *= scale;
        label.lineHeight *= scale;
        label.width *= scale;
    }
    void operator()(Symbol& symbol) const { symbol.rect = at(symbol.rect); }
};

} // namespace

Shape placed(Shape shape, double scale, Point offset) {
    std::visit(PlacedForm{scale, offset}, shape.form);
    return shape;
}

std::vector<SheetContent> tiled(const Picture& picture, const KeptEdges& kept, const Rect& area, double largest,
                                const std::string& bookmark) {
    const Rect& bounds = picture.bounds;
    const double smallestScale = std::min(largest, smallestType / smallestTypeOf(picture));
    const double fitting = std::min({area.width / bounds.width, area.height / bounds.height, largest});
    const double scale = std::max(fitting, smallestScale);
    const double sheetWidth = area.width / scale;
    const double sheetHeight = area.height / scale;

    // Edges that would leave less than half of a sheet are not kept.
    const double left = kept.left < sheetWidth / 2 ? kept.left : 0;
    const double top = kept.top < sheetHeight / 2 ? kept.top : 0;
    const std::vector<Span> columns =
        piecesOf(bounds.x, bounds.right(), sheetWidth, sheetWidth - left, solidSpans(picture, true, sheetWidth));
    const std::vector<Span> rows =
        piecesOf(bounds.y, bounds.bottom(), sheetHeight, sheetHeight - top, solidSpans(picture, false, sheetHeight));

    std::vector<Rect> shapeBounds;
    shapeBounds.reserve(picture.shapes.size());
    for (const Shape& shape : picture.shapes) shapeBounds.push_back(boundsOf(shape.form));
    std::vector<SheetContent> sheets;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const double keptLeft = column > 0 ? left : 0;
            const double keptTop = row > 0 ? top : 0;
            const Span& x = columns[column];
            const Span& y = rows[row];
            SheetContent sheet;
            sheet.bookmark = sheets.empty() ? bookmark : "";
            sheet.picture.bounds = area;
            const auto add = [&](const Rect& from, Point to, std::string_view prefix) {
                if (from.isEmpty()) return;
                const Point offset{area.x + (to.x - from.x) * scale, area.y + (to.y - from.y) * scale};
                for (Shape& shape : cutOut(picture, shapeBounds, from)) {
                    shape.part.insert(0, prefix);
                    sheet.picture.shapes.push_back(placed(std::move(shape), scale, offset));
                }
            };
            add({bounds.x, bounds.y, keptLeft, keptTop}, {0, 0}, "corner-");
            add({x.from, bounds.y, x.to - x.from, keptTop}, {keptLeft, 0}, "top-");
            add({bounds.x, y.from, keptLeft, y.to - y.from}, {0, keptTop}, "left-");
            add({x.from, y.from, x.to - x.from, y.to - y.from}, {keptLeft, keptTop}, "");
            sheets.push_back(std::move(sheet));
        }
    }
    return sheets;
}

} // namespace flowspine::view
