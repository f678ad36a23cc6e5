#include "view/page.h"

#include "view/page_tiles.h"

#include <algorithm>
#include <utility>

namespace flowspine::view {
namespace {

constexpr double pointsPerMillimetre = 72 / 25.4;

} // namespace

std::string nameOf(const PageSetup& setup) {
    std::string name = setup.paper == Paper::a4 ? "A4" : setup.paper == Paper::a3 ? "A3" : "Letter";
    return name + (setup.isPortrait ? " portrait" : " landscape");
}

PageSize sizeOf(const PageSetup& setup) {
    PageSize upright;
    switch (setup.paper) {
    case Paper::a4: upright = {210 * pointsPerMillimetre, 297 * pointsPerMillimetre}; break;
    case Paper::a3: upright = {297 * pointsPerMillimetre, 420 * pointsPerMillimetre}; break;
    case Paper::letter: upright = {612, 792}; break;
    }
    if (!setup.isPortrait) std::swap(upright.width, upright.height);
    return upright;
}

Picture stacked(const std::vector<Page>& pages) {
    constexpr double gap = 12;
    Picture all;
    double top = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (Shape shape : pages[i].picture.shapes) {
            if (i > 0) shape.part.insert(0, "sheet" + std::to_string(i + 1) + '-');
            all.shapes.push_back(placed(std::move(shape), 1, {0, top}));
        }
        all.bounds.width = std::max(all.bounds.width, pages[i].size.width);
        all.bounds.height = top + pages[i].size.height;
        top = all.bounds.height + gap;
    }
    return all;
}

} // namespace flowspine::view
