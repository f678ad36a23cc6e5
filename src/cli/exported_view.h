// The views that `export` can draw, as sheets of paper or as one picture.
#pragma once

#include "base/result.h"
#include "model/model.h"
#include "view/page.h"
#include "view/text_measure.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::cli {

enum class ViewKind { roadmap, outcomes, spine, decisions, flows, overview, coverage, canvas };

struct ExportedView {
    ViewKind kind = ViewKind::roadmap;
    std::vector<model::Id<model::Variant>> variants; // of flows, for paper: all that are not archived
    std::vector<model::Id<model::Variant>> current;  // of flows, as pictures: the current one of each
};

// "roadmap", "outcomes", "spine", "decisions", "flows", "overview", "coverage", "canvas" or "flow:NAME", where NAME is
// a flow's name or id, or a variant's id. Errors unknown-view and unknown-flow list what there is.
[[nodiscard]] base::Result<ExportedView> findView(const model::Model& model, std::string_view name);

[[nodiscard]] view::PageSet pagesOf(const model::Model& model, const ExportedView& exported,
                                    const view::PageSetup& setup, const view::TextMeasure& measure);
// The roadmap's picture is that of its sheets.
[[nodiscard]] view::Picture pictureOf(const model::Model& model, const ExportedView& exported,
                                      const view::PageSetup& setup, const view::TextMeasure& measure);

} // namespace flowspine::cli
