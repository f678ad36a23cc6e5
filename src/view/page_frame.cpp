#include "view/page_frame.h"

#include <algorithm>
#include <utility>

namespace flowspine::view {
namespace {

constexpr double hairline = 0.7;
constexpr double frameLine = 1;
constexpr TextStyle labelStyle{6, 400};
constexpr TextStyle valueStyle{8, 400};
constexpr double cellPadding = 6.7;
constexpr std::size_t headlineLines = 2;

struct HeadStyle {
    TextStyle kicker;
    TextStyle headline;
    double kickerHeight;
    double headlineHeight;
};

HeadStyle headStyle(Paper paper) {
    if (paper == Paper::a3) return {{8, 400}, {18, 600}, 11, 23};
    return {{7, 400}, {14, 600}, 10, 18};
}

} // namespace

PageFrame::PageFrame(const model::Model& model, const PageSetup& setup, PageWords words, const TextMeasure& measure)
    : m_measure(measure), m_setup(setup), m_words(std::move(words)), m_client(model.plan().organisation),
      m_plan(model.plan().name), m_size(sizeOf(setup)) {
    // Without a headline of its own the page is headed by the question, and the plan stands above it.
    m_headline = setup.headline.empty() ? m_words.question : setup.headline;
    m_kicker = setup.headline.empty() ? m_plan : m_words.question;

    const double width = m_size.width - 2 * margin;
    const double blockHeight = isLarge() ? 59.5 : 53.9; // 21 and 19 mm
    m_titleBlock = {margin, m_size.height - margin - blockHeight, width, blockHeight};

    const HeadStyle head = headStyle(setup.paper);
    const auto lines = wrapped(m_measure, m_headline, head.headline, width, headlineLines).size();
    const double top = margin + head.kickerHeight + head.headlineHeight * static_cast<double>(lines) + 9;
    m_content = {margin, top, width, m_titleBlock.y - 14 - top};
}

void PageFrame::drawHead(PagePen& pen, bool isContinued) const {
    const HeadStyle head = headStyle(m_setup.paper);
    const std::string kicker = isContinued ? m_kicker + ", continued" : m_kicker;
    double top = margin - 3;
    top += pen.paragraph({margin, top}, kicker, head.kicker, {Role::muted}, m_content.width, 1, head.kickerHeight);
    pen.paragraph({margin, top}, m_headline, head.headline, {Role::ink}, m_content.width, headlineLines,
                  head.headlineHeight);
}

void PageFrame::drawTitleBlock(PagePen& pen, std::size_t sheet, std::size_t count) const {
    const Rect& block = m_titleBlock;
    const auto drawCell = [&](double left, const TitleCell& cell, double width) {
        const double text = width - 2 * cellPadding;
        double top = block.y + 4;
        const double rowHeight = (block.height - 8) / 2;
        for (const TitleField* field : {&cell.upper, &cell.lower}) {
            if (!field->value.empty()) {
                pen.text({left + cellPadding, top + 7}, field->label, labelStyle, {Role::muted}, text);
                pen.text({left + cellPadding, top + 18}, field->value, valueStyle, {Role::ink}, text);
            }
            top += rowHeight;
        }
    };
    const auto widthOf = [&](const TitleCell& cell) {
        double width = 0;
        for (const TitleField* field : {&cell.upper, &cell.lower}) {
            if (field->value.empty()) continue;
            width = std::max(
                {width, m_measure.width(field->label, labelStyle), m_measure.width(visible(field->value), valueStyle)});
        }
        return width == 0 ? 0 : width + 2 * cellPadding;
    };

    pen.box(block, {Role::paper}, {{Role::ink}, frameLine});

    const TitleCell whose{{"Client", m_client}, {"Plan", m_plan}};
    std::vector<TitleCell> cells;
    cells.push_back({{"State of the plan", base::toWords(m_setup.stateOfPlan)}, {}});
    cells.insert(cells.end(), m_words.cells.begin(), m_words.cells.end());
    cells.push_back({{"Paper", nameOf(m_setup)}, {"Sheet", std::to_string(sheet) + " of " + std::to_string(count)}});
    if (cells.size() > 1 && cells[1].lower.value.empty() && !cells[1].upper.value.empty()) {
        cells[0].lower = cells[1].upper; // a field of its own would waste half a column
        cells.erase(cells.begin() + 1);
    }

    const double whoseWidth = std::min(widthOf(whose), block.width * 0.3);
    drawCell(block.x, whose, whoseWidth);

    double right = block.right();
    for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
        const double width = widthOf(*cell);
        // The page's title keeps at least a fifth of the block.
        if (width == 0 || right - width < block.x + whoseWidth + block.width * 0.2) continue;
        right -= width;
        drawCell(right, *cell, width);
        pen.rule({right, block.y}, {right, block.bottom()}, {{Role::line}, hairline});
    }
    const double left = block.x + whoseWidth;
    if (whoseWidth > 0) pen.rule({left, block.y}, {left, block.bottom()}, {{Role::line}, hairline});
    pen.text({left + cellPadding, block.y + 11}, "Page", labelStyle, {Role::muted});
    pen.text({left + cellPadding, block.y + 25}, m_words.title, {12, 600}, {Role::ink}, right - left - 2 * cellPadding);
}

std::vector<Page> PageFrame::framed(std::vector<SheetContent> sheets, std::size_t before, std::size_t count) const {
    std::vector<Page> pages;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        PagePen pen(m_measure);
        drawHead(pen, i > 0 && sheets[i].bookmark.empty());
        drawTitleBlock(pen, before + i + 1, count == 0 ? sheets.size() : count);
        Page page;
        page.size = m_size;
        page.title = m_words.title;
        page.bookmark = std::move(sheets[i].bookmark);
        page.picture = pen.finish({0, 0, m_size.width, m_size.height});
        // A frame's shapes have no entity, and its parts must not be those of the content.
        for (Shape& shape : page.picture.shapes) shape.part.insert(0, "frame-");
        page.picture.shapes.reserve(page.picture.shapes.size() + sheets[i].picture.shapes.size());
        for (Shape& shape : sheets[i].picture.shapes) page.picture.shapes.push_back(std::move(shape));
        sheets[i].picture = {}; // a large roadmap has a hundred sheets
        pages.push_back(std::move(page));
    }
    return pages;
}

} // namespace flowspine::view
