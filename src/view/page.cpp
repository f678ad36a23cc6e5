#include "view/page.h"

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

} // namespace flowspine::view
