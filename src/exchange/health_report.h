// The report on the health of a plan, from its evaluation, and as Markdown.
#pragma once

#include "analysis/evaluation.h"
#include "view/health_report.h"

#include <string>
#include <string_view>

namespace flowspine::exchange {

[[nodiscard]] view::HealthReport healthReport(const analysis::Evaluation& evaluation);

// Text of the plan is escaped: it makes no markup and no links.
[[nodiscard]] std::string healthMarkdown(const view::HealthReport& report);

// `text` on one line, as words in Markdown.
[[nodiscard]] std::string markdownEscaped(std::string_view text);

} // namespace flowspine::exchange
