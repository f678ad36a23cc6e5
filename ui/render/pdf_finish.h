// What a PDF says about itself and its pages: title, author, dates, language, an outline, links inside the file and to
// web and mail addresses. Dates and identity do not change from one run to the next.
#pragma once

#include "base/result.h"
#include "view/page.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>

#include <string>

namespace flowspine::render {

// The bytes of the file. `document` holds one page for each page of the set. May throw what libqpdf throws.
[[nodiscard]] base::Result<std::string> finishedPdf(QPDF& document, const view::PageSet& pages);

} // namespace flowspine::render
