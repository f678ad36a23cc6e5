// Merges a text that two people changed apart, word by word.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace flowspine::diff {

// nullopt when both changed the same words, or words next to each other: between two changes that are taken over there
// is at least one word that nobody touched. White space belongs to the words around it.
[[nodiscard]] std::optional<std::string> mergeText(std::string_view base, std::string_view ours,
                                                   std::string_view theirs);

} // namespace flowspine::diff
