// A sentence made from a template: %1, %2 … stand for the arguments, so that ui can translate the template and keep the
// arguments. Knows no grammar.
#pragma once

#include <string>
#include <vector>

namespace flowspine::base {

struct Sentence {
    std::string pattern;
    std::vector<std::string> arguments;

    [[nodiscard]] std::string english() const;
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

} // namespace flowspine::base
