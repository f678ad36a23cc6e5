// The page of the guide about plan health, written from the rules themselves, so that it says what they do.
#pragma once

#include <string>

namespace flowspine::exchange {

// Markdown.
[[nodiscard]] std::string ruleGuide();

} // namespace flowspine::exchange
