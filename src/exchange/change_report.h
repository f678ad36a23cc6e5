// What changed between two plans, written for a terminal, a program, a pull request, or a browser.
#pragma once

#include "diff/change_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::exchange {

enum class ReportFormat { text, json, markdown, html };

struct ChangeReport {
    std::string before; // what the versions are called
    std::string after;
    diff::ModelDiff difference;
    std::vector<diff::ChangeLine> lines; // of `difference`
};

// Empty when nothing changed, for text and Markdown; a whole document, for the others. Words of the plans are escaped
// as the format wants it; the page loads nothing and runs no script.
[[nodiscard]] std::string changeText(const ChangeReport& report, ReportFormat format);

} // namespace flowspine::exchange
