// A picture that was made for the screen, on paper: scaled down to fit one sheet as long as its type stays readable,
// else cut into sheets where no box and no word is cut. What the picture keeps in sight (lane heads, phase heads) is
// repeated on every sheet.
#pragma once

#include "view/page_frame.h"
#include "view/picture.h"

#include <string>
#include <vector>

namespace flowspine::view {

// The picture's left and upper edge that stay in sight, in px.
struct KeptEdges {
    double left = 0;
    double top = 0;
};

// `largest`: points a px; the scale of a picture that would fit at more.
[[nodiscard]] std::vector<SheetContent> tiled(const Picture& picture, const KeptEdges& kept, const Rect& area,
                                              double largest, const std::string& bookmark);

// Everything scaled about the origin and then moved; type and strokes too.
[[nodiscard]] Shape placed(Shape shape, double scale, Point offset);

} // namespace flowspine::view
