// What Qt's PDF files lack: an outline, links inside the file, a language, and dates and an identity that do not change
// from one run to the next.
#pragma once

#include "base/result.h"
#include "view/page.h"

#include <string>

namespace flowspine::render {

// `pdf` holds one page for each page of the set.
[[nodiscard]] base::Result<std::string> finishedPdf(const std::string& pdf, const view::PageSet& pages);

} // namespace flowspine::render
