#include "diff/text_merge.h"

#include "diff/word_match.h"

#include <vector>

namespace flowspine::diff {

namespace {

using Parts = std::vector<std::string_view>;

Parts part(const Parts& parts, std::size_t from, std::size_t to) {
    return {parts.begin() + static_cast<std::ptrdiff_t>(from), parts.begin() + static_cast<std::ptrdiff_t>(to)};
}

} // namespace

std::optional<std::string> mergeText(std::string_view base, std::string_view ours, std::string_view theirs) {
    const Parts inBase = wordsAndBlanks(base);
    const Parts inOurs = wordsAndBlanks(ours);
    const Parts inTheirs = wordsAndBlanks(theirs);
    const std::vector<std::size_t> toOurs = matchParts(inBase, inOurs);
    const std::vector<std::size_t> toTheirs = matchParts(inBase, inTheirs);

    std::string merged;
    std::size_t b = 0; // behind the last word that nobody touched
    std::size_t o = 0;
    std::size_t t = 0;
    for (std::size_t next = 0; next <= inBase.size(); ++next) {
        const bool isEnd = next == inBase.size();
        if (!isEnd && (toOurs[next] == noMatch || toTheirs[next] == noMatch || isBlank(inBase[next]))) continue;
        const Parts before = part(inBase, b, next);
        const Parts left = part(inOurs, o, isEnd ? inOurs.size() : toOurs[next]);
        const Parts right = part(inTheirs, t, isEnd ? inTheirs.size() : toTheirs[next]);
        if (left != before && right != before && left != right) return std::nullopt;
        for (const std::string_view each : left == before ? right : left) merged += each;
        if (isEnd) break;
        merged += inBase[next];
        b = next + 1;
        o = toOurs[next] + 1;
        t = toTheirs[next] + 1;
    }
    return merged;
}

} // namespace flowspine::diff
