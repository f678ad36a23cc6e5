// Sheets of paper as a PDF file: vectors, fonts embedded, an outline, links inside the file. The dates in the file are
// those of the page set, so the same pages always give the same bytes. Needs a QGuiApplication.
#pragma once

#include "base/result.h"
#include "view/page.h"

#include <string>

namespace flowspine::render {

[[nodiscard]] base::Result<std::string> pdfBytes(const view::PageSet& pages);

} // namespace flowspine::render
