#include "view/flow_page.h"

#include "view/page_frame.h"
#include "view/page_tiles.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace flowspine::view {

namespace {

constexpr double largestScale = 0.85; // 13 px type becomes 11 points

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

} // namespace

std::vector<Page> flowPages(const model::Model& model, const model::ModelIndex& index,
                            const std::vector<model::Id<model::Variant>>& variants, const DrawVariant& draw,
                            const PageSetup& setup, const TextMeasure& measure) {
    struct Drawn {
        PageFrame frame;
        std::vector<SheetContent> sheets;
    };
    std::vector<Drawn> all;
    std::size_t count = 0;
    for (const model::Id<model::Variant>& id : variants) {
        const model::Variant* variant = model.find(id);
        const model::Flow* flow = model.find(index.ownerOfType<model::Flow>(id));
        if (variant == nullptr || flow == nullptr) continue;
        const std::string name = variant->name.empty() ? std::string(model::labelOf(variant->kind)) : variant->name;
        PageWords words;
        words.question = "How does the work really flow from request to result?";
        words.title = flow->name;
        words.cells.push_back({{"Variant", name}, {"Kind", std::string(model::labelOf(variant->kind))}});
        if (const model::Role* owner = model.find(flow->owner)) words.cells.push_back({{"Owner", owner->name}, {}});
        PageSetup headed = setup;
        if (headed.headline.empty()) headed.headline = flow->name + ", " + name;
        const std::string bookmark = flow->name + ", " + name;
        PageFrame frame(model, headed, std::move(words), measure);
        const Picture picture = draw(id);
        std::vector<SheetContent> sheets = tiled(picture, keptEdges(picture), frame.content(), largestScale, bookmark);
        count += sheets.size();
        all.push_back({std::move(frame), std::move(sheets)});
    }
    std::vector<Page> pages;
    for (Drawn& drawn : all) {
        std::vector<Page> framed = drawn.frame.framed(std::move(drawn.sheets), pages.size(), count);
        std::move(framed.begin(), framed.end(), std::back_inserter(pages));
    }
    return pages;
}

} // namespace flowspine::view
