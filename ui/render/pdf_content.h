// Writes pictures as the content of PDF pages: short operators, and colours, pens and fonts only where they change.
#pragma once

#include "render/glyph_shaper.h"
#include "render/pdf_resources.h"
#include "view/page.h"

#include <string>

namespace flowspine::render {

// The operators that draw a page's picture.
[[nodiscard]] std::string pdfContent(const view::Page& page, GlyphShaper& shaper, const PdfResources& resources);

} // namespace flowspine::render
