#include "view/handoff_map.h"

#include "view/picture_builder.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double inset = 12;
constexpr double nameWidth = 132;
constexpr double cellWidth = 36;
constexpr double cellHeight = 18;
constexpr double headHeight = 60;
constexpr double totalWidth = 40;

} // namespace

Picture handoffMap(const HandoffCounts& content, const TextMeasure& measure) {
    PictureBuilder to(measure);
    const std::size_t teams = content.teams.size();
    const double left = inset + nameWidth;
    const double right = left + cellWidth * static_cast<double>(teams);
    const double width = std::max(right + totalWidth + inset, 340.0);
    const double foot = headHeight + cellHeight * static_cast<double>(teams);
    const double height = foot + cellHeight + 34;
    to.box("ground", {0, 0, width, height}, {Role::paper}, {{Role::line}, 1}, 6);
    to.text("title", {inset, 22}, "Handoff map", type::bodyStrong, {Role::ink});
    to.text("help", {inset, height - 12}, "A row gives, a column takes. One pass and rework.", type::caption,
            {Role::muted}, width - 2 * inset);
    std::size_t most = 1;
    for (const auto& row : content.counts)
        for (const std::size_t count : row) most = std::max(most, count);

    std::size_t all = 0;
    std::vector<std::size_t> taken(teams, 0);
    const auto x = [&](std::size_t column) { return left + cellWidth * static_cast<double>(column); };
    for (std::size_t r = 0; r < teams; ++r) {
        const MappedTeam& team = content.teams[r];
        const double y = headHeight + cellHeight * static_cast<double>(r);
        const std::string part = "team" + std::to_string(r);
        to.box(part + ".tint", {inset, y + 5, 8, 8}, {team.tint}, {{Role::none}, 0}, 2);
        to.text(part + ".name", {inset + 14, y + 13}, team.name, type::caption, {Role::ink}, nameWidth - 20);
        to.box(part + ".column", {x(r) + cellWidth / 2 - 4, headHeight - 12, 8, 8}, {team.tint}, {{Role::none}, 0}, 2)
            .tip = team.name;
        to.text(part + ".short", {x(r) + cellWidth / 2, headHeight - 17}, team.name, type::caption, {Role::muted},
                cellWidth - 2, Align::center);
        std::size_t given = 0;
        for (std::size_t c = 0; c < teams; ++c) {
            const std::size_t count = content.counts[r][c];
            given += count;
            taken[c] += count;
            const Rect cell{x(c), y, cellWidth, cellHeight};
            const std::string key = std::to_string(r) + " " + std::to_string(c);
            // From 12 to 72 percent.
            const double share = count == 0 ? 0 : 12 + 60 * static_cast<double>(count) / static_cast<double>(most);
            const Paint fill = r == c      ? Paint{Role::ground}
                               : count > 0 ? Paint{Role::handoff, static_cast<std::uint8_t>(share)}
                                           : Paint{Role::paper};
            Shape& box = to.box("cell " + key, cell, fill, {{Role::line}, 1});
            if (count == 0) continue;
            box.tip = team.name + " to " + content.teams[c].name + ": " + std::to_string(count);
            box.altText = box.tip;
            to.text("count " + key, {cell.center().x, y + 13}, std::to_string(count), type::captionStrong,
                    {share > 52 ? Role::paper : Role::ink}, 0, Align::center);
            to.area(cell, {}, "pair", key);
        }
        all += given;
        to.text(part + ".given", {right + totalWidth - 6, y + 13}, std::to_string(given), type::captionStrong,
                {Role::ink}, 0, Align::right);
    }
    for (std::size_t c = 0; c < teams; ++c)
        to.text("taken" + std::to_string(c), {x(c) + cellWidth / 2, foot + 14}, std::to_string(taken[c]),
                type::captionStrong, {Role::ink}, 0, Align::center);
    to.text("takes", {inset + 14, foot + 14}, "takes", type::caption, {Role::muted});
    to.text("all", {right + totalWidth - 6, foot + 14}, std::to_string(all), type::captionStrong, {Role::handoff}, 0,
            Align::right);
    return to.finish({0, 0, width, height});
}

} // namespace flowspine::view
