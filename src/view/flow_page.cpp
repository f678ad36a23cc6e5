#include "view/flow_page.h"

#include "view/page_frame.h"
#include "view/page_pen.h"
#include "view/page_tiles.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace flowspine::view {

namespace {

constexpr double largestScale = 0.85; // 13 px type becomes 11 points
constexpr double ladderGap = 16;
constexpr double figureGap = 12; // above the figures
constexpr double figureRow = 15;
constexpr double figureHead = 20;

// Lane heads at the left edge, phase heads at the upper one.
KeptEdges keptEdges(const Picture& picture) {
    KeptEdges kept;
    for (const HitArea& area : picture.areas) {
        if (area.role == "lane" && area.rect.x <= picture.bounds.x + 1)
            kept.left = std::max(kept.left, area.rect.right() - picture.bounds.x);
        if (area.role == "phase" && area.rect.y <= picture.bounds.y + 1)
            kept.top = std::max(kept.top, area.rect.bottom() - picture.bounds.y);
    }
    return kept;
}

double heightOf(const FlowFigures& figures) {
    if (figures.rows.empty()) return 0;
    return figureGap + figureHead + figureRow * static_cast<double>(figures.rows.size());
}

void drawFigures(PagePen& pen, const FlowFigures& figures, const Rect& area, bool isLarge) {
    const TextStyle label{isLarge ? 7.0 : 6.5, 400};
    const TextStyle value{isLarge ? 12.0 : 10.0, 600};
    const TextStyle name{isLarge ? 8.0 : 7.0, 400};
    const TextStyle strongName{name.size, 600};
    pen.rule({area.x, area.y + figureGap / 2}, {area.right(), area.y + figureGap / 2}, {{Role::ink}, 1});
    const double nameWidth = area.width * 0.14;
    // Columns share what their heads leave of the width.
    std::vector<double> lefts;
    double heads = 0;
    for (const std::string& each : figures.labels) heads += pen.measure().width(each, label);
    const double slack = (area.width - nameWidth - heads) / static_cast<double>(figures.labels.size());
    double x = area.x + nameWidth;
    for (const std::string& each : figures.labels) {
        lefts.push_back(x);
        x += pen.measure().width(each, label) + slack;
    }
    lefts.push_back(area.right());

    const double top = area.y + figureGap;
    for (std::size_t i = 0; i < figures.labels.size(); ++i)
        pen.text({lefts[i], top + 8}, figures.labels[i], label, {Role::muted}, lefts[i + 1] - lefts[i] - 2);
    for (std::size_t row = 0; row < figures.rows.size(); ++row) {
        const FlowFigures::Row& figure = figures.rows[row];
        const double baseline = top + figureHead + figureRow * static_cast<double>(row) + 4;
        const Paint paint{figure.isShown ? Role::ink : Role::muted};
        pen.text({area.x, baseline}, figure.variant, figure.isShown ? strongName : name, paint, nameWidth - 8);
        for (std::size_t i = 0; i < figures.labels.size(); ++i)
            pen.text({lefts[i], baseline}, figure.values[i], value, paint, lefts[i + 1] - lefts[i] - 4);
    }
}

void addFigures(SheetContent& sheet, const FlowFigures& figures, const Rect& place, bool isLarge,
                const TextMeasure& measure) {
    if (figures.rows.empty()) return;
    PagePen pen(measure);
    drawFigures(pen, figures, place, isLarge);
    for (Shape& shape : pen.finish(place).shapes) {
        shape.part.insert(0, "figures-");
        sheet.picture.shapes.push_back(std::move(shape));
    }
}

// Low pieces below each other, as many as a sheet holds.
std::vector<SheetContent> gathered(std::vector<SheetContent> pieces, const Rect& area) {
    constexpr double gap = 14;
    std::vector<SheetContent> sheets;
    double bottom = 0;
    for (SheetContent& piece : pieces) {
        double height = 0;
        for (const Shape& shape : piece.picture.shapes)
            height = std::max(height, boundsOf(shape.form).bottom() - area.y);
        if (sheets.empty() || bottom + gap + height > area.height) {
            sheets.push_back(std::move(piece));
            bottom = height;
            continue;
        }
        const std::string prefix = "row" + std::to_string(sheets.back().picture.shapes.size()) + '-';
        for (Shape& shape : piece.picture.shapes) {
            shape.part.insert(0, prefix);
            sheets.back().picture.shapes.push_back(placed(std::move(shape), 1, {0, bottom + gap}));
        }
        bottom += gap + height;
    }
    return sheets;
}

std::vector<SheetContent> sheetsOf(const FlowDrawing& drawing, const PageFrame& frame, const std::string& title,
                                   const TextMeasure& measure) {
    const KeptEdges kept = keptEdges(drawing.picture);
    const Rect& whole = frame.content();
    const double figures = heightOf(drawing.figures);
    Rect above = whole;
    above.height -= figures;
    const Rect below{whole.x, above.bottom(), whole.width, figures};

    // Everything below each other, the figures at the foot of the first sheet; all sheets have one scale.
    std::vector<SheetContent> together =
        tiled(withLadder(drawing.picture, drawing.ladder), kept, above, largestScale, title);
    if (together.size() > 1 && !drawing.ladder.shapes.empty()) {
        // Where that cuts the picture, the ladder and the figures may as well have a sheet of their own.
        std::vector<SheetContent> apart = tiled(drawing.picture, kept, whole, largestScale, title);
        std::vector<SheetContent> ladder =
            gathered(tiled(drawing.ladder, {kept.left, 0}, above, largestScale, ""), above);
        if (apart.size() + ladder.size() <= together.size()) {
            addFigures(ladder.front(), drawing.figures, below, frame.isLarge(), measure);
            std::move(ladder.begin(), ladder.end(), std::back_inserter(apart));
            return apart;
        }
    }
    if (!together.empty()) addFigures(together.front(), drawing.figures, below, frame.isLarge(), measure);
    return together;
}

struct FramedFlow {
    PageFrame frame;
    std::vector<SheetContent> sheets;
};

FramedFlow framedFlow(const model::Model& model, const model::Flow& flow, const model::Variant& variant,
                      const FlowDrawing& drawing, const PageSetup& setup, const TextMeasure& measure) {
    const std::string name = variant.name.empty() ? std::string(model::labelOf(variant.kind)) : variant.name;
    const std::string title = flow.name + ", " + name;
    PageWords words;
    words.question = "How does the work really flow from request to result?";
    words.title = flow.name;
    words.cells.push_back({{"Variant", name}, {"Kind", std::string(model::labelOf(variant.kind))}});
    if (const model::Role* owner = model.find(flow.owner)) words.cells.push_back({{"Owner", owner->name}, {}});
    PageSetup headed = setup;
    if (headed.headline.empty()) headed.headline = title;
    PageFrame frame(model, headed, std::move(words), measure);

    std::vector<SheetContent> sheets = sheetsOf(drawing, frame, title, measure);
    return {std::move(frame), std::move(sheets)};
}

} // namespace

Picture withLadder(Picture picture, const Picture& ladder) {
    if (ladder.shapes.empty()) return picture;
    const Point offset{picture.bounds.x - ladder.bounds.x, picture.bounds.bottom() + ladderGap - ladder.bounds.y};
    for (const Shape& shape : ladder.shapes) {
        Shape moved = placed(shape, 1, offset);
        moved.part.insert(0, "ladder-");
        picture.shapes.push_back(std::move(moved));
    }
    picture.bounds.width = std::max(picture.bounds.width, ladder.bounds.width);
    picture.bounds.height += ladderGap + ladder.bounds.height;
    return picture;
}

std::vector<Page> flowPages(const model::Model& model, const model::ModelIndex& index,
                            const std::vector<FlowDrawing>& drawings, const PageSetup& setup,
                            const TextMeasure& measure) {
    std::vector<FramedFlow> flows;
    std::size_t count = 0;
    for (const FlowDrawing& drawing : drawings) {
        const model::Variant* variant = model.find(drawing.variant);
        const model::Flow* flow = model.find(index.ownerOfType<model::Flow>(drawing.variant));
        if (variant == nullptr || flow == nullptr) continue;
        flows.push_back(framedFlow(model, *flow, *variant, drawing, setup, measure));
        count += flows.back().sheets.size();
    }
    std::vector<Page> pages;
    for (FramedFlow& flow : flows) {
        std::vector<Page> framed = flow.frame.framed(std::move(flow.sheets), pages.size(), count);
        std::move(framed.begin(), framed.end(), std::back_inserter(pages));
    }
    return pages;
}

} // namespace flowspine::view
