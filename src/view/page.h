// Sheets of paper: what the paper projections make and PDF export prints. Lengths in points (1/72 inch), y down; a
// page's picture covers the whole sheet, margins included.
#pragma once

#include "base/date.h"
#include "view/picture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace flowspine::view {

enum class Paper : std::uint8_t { a4, a3, letter };

struct PageSetup {
    Paper paper = Paper::a3;
    bool isPortrait = false;
    base::Date stateOfPlan; // the day the plan is printed for: today's line, and the date in the title block
    std::string headline;   // in large type above the page; empty: the question that its editor answers
};

struct PageSize {
    double width = 0;
    double height = 0;
    friend bool operator==(const PageSize&, const PageSize&) = default;
};

// "A3 landscape"
[[nodiscard]] std::string nameOf(const PageSetup& setup);
[[nodiscard]] PageSize sizeOf(const PageSetup& setup);

// No type on paper is smaller: what does not fit goes to another sheet instead.
inline constexpr double smallestType = 6;

struct Page {
    PageSize size;
    Picture picture;
    std::string title;    // of the page, as its title block says
    std::string bookmark; // in the outline of the file; empty: none, the sheet goes on from the one before
};

// Sheets in order, with what the file says about itself.
struct PageSet {
    std::string title;
    std::string organisation;
    base::Date date;
    std::vector<Page> pages;
};

// All sheets below each other in one picture, for formats that know no pages.
[[nodiscard]] Picture stacked(const std::vector<Page>& pages);

} // namespace flowspine::view
