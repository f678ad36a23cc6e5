// How findings are shown wherever they are: their sentence in the user's language, and icon and colour by severity.
#pragma once

#include "adapters/plain_text.h"
#include "analysis/finding.h"
#include "view/severity_look.h"

#include <QString>

namespace flowspine::panels {

// Arguments are single visible lines; long ones are cut.
[[nodiscard]] QString textOf(const base::Sentence& sentence);
// Of a rule's own texts: condition, why, suggestion.
[[nodiscard]] QString ruleText(std::string_view text);
[[nodiscard]] QString iconNameOf(analysis::Severity severity);
using view::roleOf;
// "error", "warning", "note"
[[nodiscard]] QString wordFor(analysis::Severity severity);
// "1 error", "3 warnings"
[[nodiscard]] QString countOf(analysis::Severity severity, std::size_t count);
[[nodiscard]] QString areaLabel(analysis::Area area);

} // namespace flowspine::panels
