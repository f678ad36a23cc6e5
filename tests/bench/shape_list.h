// Pages as a list that the floor program for PDF can draw without knowing anything: a line a shape, beginning with P
// for a new page, T for a line of words, B for a box, L for a line. Icons, bends and line ends are left out.
#pragma once

#include "view/page.h"

#include <string>
#include <vector>

namespace flowspine::bench {

[[nodiscard]] std::string shapeList(const std::vector<view::Page>& pages);

} // namespace flowspine::bench
