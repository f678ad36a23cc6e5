// What stands around the content of every sheet: the question and the headline above it, the title block at its foot.
// All sheets of one document look alike; only their number differs.
#pragma once

#include "model/model.h"
#include "view/page.h"
#include "view/page_pen.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::view {

// A field of the title block; left out when its value is empty.
struct TitleField {
    std::string label;
    std::string value;
};

// One above the other.
struct TitleCell {
    TitleField upper;
    TitleField lower;
};

struct PageWords {
    std::string question;         // the one that this page's editor answers
    std::string title;            // in the title block
    std::vector<TitleCell> cells; // besides client, plan, state, paper and sheet
};

// A sheet without its frame.
struct SheetContent {
    Picture picture;
    std::string bookmark; // empty: the sheet goes on from the one before
};

class PageFrame {
  public:
    PageFrame(const model::Model& model, const PageSetup& setup, PageWords words, const TextMeasure& measure);

    // On all four sides of a sheet: 12 mm.
    static constexpr double margin = 34;

    // Where a sheet's content goes, in points.
    [[nodiscard]] const Rect& content() const { return m_content; }
    [[nodiscard]] bool isLarge() const { return m_setup.paper == Paper::a3; }

    // `before` sheets come before these in the document, which has `count` sheets in all (0: these are all).
    [[nodiscard]] std::vector<Page> framed(std::vector<SheetContent> sheets, std::size_t before = 0,
                                           std::size_t count = 0) const;

  private:
    void drawHead(PagePen& pen, bool isContinued) const;
    void drawTitleBlock(PagePen& pen, std::size_t sheet, std::size_t count) const;

    const TextMeasure& m_measure;
    PageSetup m_setup;
    PageWords m_words;
    std::string m_client;
    std::string m_plan;
    std::string m_kicker;
    std::string m_headline;
    PageSize m_size;
    Rect m_titleBlock;
    Rect m_content;
};

} // namespace flowspine::view
